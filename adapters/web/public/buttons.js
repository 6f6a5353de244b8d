// The buttons of a card: chips for what can be ticked, rows for the rest, and "more" behind which many of them wait.
import { label } from './labels.js'
import { make } from './make.js'

/** More than this many, and only the first ones stand there at once. */
const MANY = 8
const FIRST = 6
/** How a button says that it ticks something. */
const BOX = /^([☑☐])\s*/u

export const isToggle = text => BOX.test(text)

function pressed(element, is) {
  element.setAttribute('aria-pressed', String(is))
}

/** A chip turns at once; the card that comes back says how it really stands. */
function renderChip(button, onPress) {
  const element = make('button', 'press chip', button.text.replace(BOX, ''))
  element.type = 'button'
  element.dataset.press = button.press
  pressed(element, button.text.startsWith('☑'))
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') === 'true') return
    pressed(element, element.getAttribute('aria-pressed') !== 'true')
    onPress(button)
  })
  return element
}

function renderButton(button, onPress) {
  const element = make('button', `press ${button.style ?? 'plain'}`, button.text)
  element.type = 'button'
  element.dataset.press = button.press
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') onPress(button)
  })
  return element
}

/** The rows that stand there at once, and those that wait. A row with a coloured button never waits. */
function split(rows) {
  if (rows.flat().length <= MANY) return { first: rows, rest: [] }
  const first = []
  const rest = []
  let shown = 0
  for (const row of rows) {
    const matters = row.some(button => button.style !== undefined)
    if (!matters && shown + row.length > FIRST) rest.push(row)
    else {
      first.push(row)
      shown += row.length
    }
  }
  return { first, rest }
}

function renderMore(rest, host) {
  const more = make('button', 'press more', label(make('span'), 'more-buttons'), ` (${rest.flat().length})`)
  more.type = 'button'
  more.setAttribute('aria-expanded', 'false')
  more.addEventListener('click', () => {
    more.remove()
    const [next] = host.children
    host.hidden = false
    next?.querySelector('button')?.focus({ preventScroll: true })
  })
  return more
}

/** All buttons of a card in their box; undefined when it has none. `onPress(button)` is called for one that may be pressed. */
export function renderButtons(rows, onPress) {
  const chips = rows.flat().filter(button => isToggle(button.text))
  const others = rows.map(row => row.filter(button => !isToggle(button.text))).filter(row => row.length > 0)
  if (chips.length + others.length === 0) return undefined
  const box = make('div', 'buttons')
  if (chips.length > 0) box.append(make('div', 'chips', ...chips.map(button => renderChip(button, onPress))))
  const renderRow = row => make('div', 'row', ...row.map(button => renderButton(button, onPress)))
  const { first, rest } = split(others)
  box.append(...first.map(renderRow))
  if (rest.length > 0) {
    const host = make('div', 'rest', ...rest.map(renderRow))
    host.hidden = true
    box.append(renderMore(rest, host), host)
  }
  return box
}

/** Remembers which labels ticked something, to tell the press of a chip from something said. */
export function createToggles() {
  const seen = new Set()
  return {
    note: card => {
      for (const { text } of (card.buttons ?? []).flat()) if (isToggle(text)) seen.add(text)
    },
    /** A stored message that only says which chip was pressed: the chip shows it already. */
    isPress: ({ direction, card }) => direction === 'in' && seen.has(card.lines[0]?.text),
  }
}
