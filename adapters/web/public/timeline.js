// Messages in one place, in the order they came: each once, a newer one with the same slot in place of the older, and
// what was just typed shown at once, until the stored message takes its place.
import { createEchoes } from './echoes.js'

/** Puts the focus into `to`, which is in the page already, where it was in `from`, which is about to go. */
function carryFocus(from, to) {
  const active = document.activeElement
  if (!active || !from.contains(active)) return
  const press = active.dataset.press
  const same = [...to.querySelectorAll('.press')].find(button => button.dataset.press === press)
  const target = same ?? to.querySelector('.press') ?? to
  if (target === to) to.tabIndex = -1
  target.focus({ preventScroll: true })
}

/** Somebody spoke below this card: renewed up there, it would be missed. */
function isPassed(element) {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.classList.contains('own')) return true
  }
  return false
}

/**
 * `render(message)` makes the element; `renderEcho(text)` the one for something just typed or pressed; `onTaken(echo,
 * element)` hears when the stored message takes an echo's place. With `moves`, a card that is renewed after somebody
 * spoke below it goes to the end, unless it `stays(slot)`: somebody is working on it right now.
 */
export function createTimeline(host, { render, renderEcho, moves = true, stays = () => false, onTaken = () => {} }) {
  const entries = new Map()
  const slots = new Map()
  const echoes = createEchoes(renderEcho)

  const append = element => {
    host.insertBefore(element, echoes.waiting() ?? null)
    return true
  }
  /** These answer whether something arrived: a card renewed where it stands did not. */
  const renew = (old, element, slot) => {
    entries.delete(old.id)
    echoes.dropAt(slot)
    const inHand = stays(slot)
    if (!inHand) element.classList.add('renewed')
    const goes = moves && !inHand && isPassed(old.element)
    if (goes) append(element)
    else old.element.before(element)
    carryFocus(old.element, element)
    old.element.remove()
    return goes
  }
  const place = (message, element) => {
    const echo = message.direction === 'in' ? echoes.take(message) : undefined
    if (!echo) return append(element)
    echo.element.replaceWith(element)
    onTaken(echo.element, element)
    return true
  }

  return {
    entries,
    /**
     * Shows a message. Answers `{ element, arrived }`, where `arrived` is false for a card renewed where it stands, or
     * undefined when the message was there already or is out of date.
     */
    add: message => {
      if (entries.has(message.id)) return undefined
      const old = message.slot === undefined ? undefined : entries.get(slots.get(message.slot))
      if (old && BigInt(old.id) > BigInt(message.id)) return undefined
      const element = render(message)
      const arrived = old ? renew(old, element, message.slot) : place(message, element)
      entries.set(message.id, { id: message.id, element, message })
      if (message.slot !== undefined) slots.set(message.slot, message.id)
      return { element, arrived }
    },
    /** Drops every message whose id is not in `ids`; when nothing is left, what was echoed goes as well. */
    keep: ids => {
      const gone = [...entries.values()].filter(entry => !ids.has(entry.id))
      for (const entry of gone) {
        entry.element.remove()
        entries.delete(entry.id)
      }
      if (gone.length === 0 || entries.size > 0) return
      echoes.clear()
      host.replaceChildren()
    },
    /** Shows at once what is on its way. */
    echo: (key, text, slot) => {
      const element = echoes.add(key, text, slot)
      host.append(element)
      return element
    },
    settle: echoes.settle,
  }
}
