// A card as elements: title, lines, small print, buttons.
import { renderButtons } from './buttons.js'
import { renderLines } from './lines.js'
import { make } from './make.js'

/** "线索 · 武汉 · 待领取": how a thing stands comes last and is seen at once. */
function renderTitle(title) {
  const at = title.lastIndexOf(' · ')
  if (at < 0) return make('h3', 'card-title', title)
  return make('h3', 'card-title', `${title.slice(0, at)} `, make('span', 'badge', title.slice(at + ' · '.length)))
}

/** The card's body and its buttons; `onPress(button)` is called for a button that may be pressed, `hrefOf(file)` says where a file is. */
export function renderCard(card, onPress, hrefOf) {
  const element = make('div', 'card')
  if (card.title) element.append(renderTitle(card.title))
  element.append(...renderLines(card.lines, hrefOf))
  if (card.note) element.append(make('p', 'note', card.note))
  const buttons = renderButtons(card.buttons ?? [], onPress)
  if (buttons) element.append(buttons)
  return element
}

/** What a card says in one line of text: how a typed message is recognised again. */
export function plainText(card) {
  return [card.title, ...card.lines.map(line => line.text ?? line.name ?? `${line.label}${line.value}`)]
    .filter(Boolean)
    .join(' ')
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
