// A card as elements. Everything goes in as text, never as markup, so what a customer or a clerk typed stays what they typed.

export function make(tag, className, ...children) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

const LINES = {
  text: line => make('p', 'line', line.text),
  head: line => make('p', 'line-head', line.text),
  field: line => make('div', 'field', make('dt', '', line.label), make('dd', '', line.value)),
  item: line => {
    const item = make('li', 'item', make('span', 'item-text', line.text))
    if (line.detail) item.append(make('span', 'item-detail', line.detail))
    return item
  },
  quote: line => make('figure', 'quote', make('figcaption', '', line.who), make('blockquote', '', line.text)),
}

/** Lines of these kinds stand together in one list. */
const GROUPS = { field: 'dl', item: 'ul' }

function renderLines(lines) {
  const out = []
  let group
  for (const line of lines) {
    const element = (LINES[line.kind] ?? LINES.text)(line)
    const tag = GROUPS[line.kind]
    if (!tag) {
      group = undefined
      out.push(element)
    } else {
      if (group?.tagName.toLowerCase() !== tag) {
        group = make(tag, `${line.kind}s`)
        out.push(group)
      }
      group.append(element)
    }
  }
  return out
}

function renderButton(button, onPress) {
  const element = make('button', `press ${button.style ?? 'plain'}`, button.text)
  element.type = 'button'
  element.dataset.press = button.press
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') onPress(button, element)
  })
  return element
}

/** The card's body and its buttons; `onPress(button, element)` is called for a button that may be pressed. */
export function renderCard(card, onPress) {
  const element = make('div', 'card')
  if (card.title) element.append(make('h3', 'card-title', card.title))
  element.append(...renderLines(card.lines))
  if (card.note) element.append(make('p', 'note', card.note))
  const rows = (card.buttons ?? []).filter(row => row.length > 0)
  if (rows.length > 0) {
    const buttons = make('div', 'buttons')
    for (const row of rows) buttons.append(make('div', 'row', ...row.map(button => renderButton(button, onPress))))
    element.append(buttons)
  }
  return element
}

/** What a card says in one line of text: how a typed message is recognised again. */
export function plainText(card) {
  return [card.title, ...card.lines.map(line => line.text ?? `${line.label}${line.value}`)].filter(Boolean).join(' ')
}

/** A time of day, with the date when it is not today. */
export function clock(iso, language) {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  const today = new Date().toDateString() === at.toDateString()
  const time = { hour: '2-digit', minute: '2-digit', hour12: false }
  const form = today ? time : { month: 'short', day: 'numeric', ...time }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', form).format(at)
}
