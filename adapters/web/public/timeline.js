// Messages in one place, in the order they came: each once, a newer one with the same slot in place of the older, and
// what was just typed shown at once, until the stored message takes its place.
import { make, plainText } from './card.js'
import { label, language } from './labels.js'

const flat = text => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
/** A replaced card this near to the end stays where it is; an older one would be missed there and moves to the end. */
const NEAR = 6

/** Puts the focus into `to` where it was in `from`, which is about to go. */
function carryFocus(from, to) {
  const active = document.activeElement
  if (!active || !from.contains(active)) return
  const press = active.dataset.press
  const same = [...to.querySelectorAll('.press')].find(button => button.dataset.press === press)
  const target = same ?? to.querySelector('.press') ?? to
  if (target === to) to.tabIndex = -1
  queueMicrotask(() => target.focus({ preventScroll: true }))
}

/**
 * `render(message)` makes the element; `renderEcho(text)` the one for something just typed or pressed; `onTaken(echo,
 * element)` hears when the stored message takes an echo's place. With `moves`, a replaced card far from the end goes there.
 */
export function createTimeline(host, { render, renderEcho, moves = true, onTaken = () => {} }) {
  const entries = new Map()
  const slots = new Map()
  const echoes = []

  const near = element => [...host.children].slice(-NEAR).includes(element)

  const replace = (old, element) => {
    entries.delete(old.id)
    carryFocus(old.element, element)
    element.classList.add('renewed')
    if (!moves || near(old.element)) old.element.replaceWith(element)
    else {
      old.element.remove()
      host.append(element)
    }
  }
  const takeEcho = message => {
    const said = flat(plainText(message.card))
    const at = echoes.findLastIndex(echo => flat(echo.text) === said)
    return at < 0 ? undefined : echoes.splice(at, 1)[0]
  }
  /** A press that only renewed the card it stands on needs no bubble of its own. */
  const dropEchoesOf = slot => {
    for (const echo of echoes.filter(echo => echo.slot === slot)) {
      echoes.splice(echoes.indexOf(echo), 1)
      echo.element.remove()
    }
  }

  return {
    entries,
    /** Shows a message; answers its element, or undefined when it was there already or is out of date. */
    add: message => {
      if (entries.has(message.id)) return undefined
      const old = message.slot === undefined ? undefined : entries.get(slots.get(message.slot))
      if (old && BigInt(old.id) > BigInt(message.id)) return undefined
      const element = render(message)
      const echo = message.direction === 'in' ? takeEcho(message) : undefined
      if (old) {
        replace(old, element)
        dropEchoesOf(message.slot)
      } else if (echo) {
        echo.element.replaceWith(element)
        onTaken(echo.element, element)
      } else host.append(element)
      entries.set(message.id, { id: message.id, element, message })
      if (message.slot !== undefined) slots.set(message.slot, message.id)
      return element
    },
    /** Drops every message whose id is not in `ids`; when nothing is left, what was echoed goes as well. */
    keep: ids => {
      const gone = [...entries.values()].filter(entry => !ids.has(entry.id))
      for (const entry of gone) {
        entry.element.remove()
        entries.delete(entry.id)
      }
      if (gone.length === 0 || entries.size > 0) return
      echoes.length = 0
      host.replaceChildren()
    },
    /** Shows at once what is on its way. */
    echo: (key, text, slot) => {
      const element = renderEcho(text)
      element.classList.add('echo')
      echoes.push({ key, text, slot, element })
      host.append(element)
      return element
    },
    /** How the sending of an echo stands: 'waiting', 'sent' or 'refused' with the server's words. */
    settle: (key, state, message) => {
      const element = echoes.find(echo => echo.key === key)?.element
      if (!element) return
      element.dataset.state = state
      element.querySelector('.echo-state')?.remove()
      if (state === 'sent') return
      const line = make('p', 'echo-state')
      if (state === 'waiting') label(line, 'waiting')
      else line.textContent = message?.[language()] ?? ''
      element.append(line)
    },
  }
}
