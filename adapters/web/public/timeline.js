// Messages in one place, in the order they came: each once, a newer one with the same slot in place of the older, and
// what was just typed shown at once, until the stored message takes its place.
import { plainText } from './card.js'
import { label, language } from './labels.js'
import { make } from './make.js'

const flat = text => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
/** What was sent this long ago has its answer, whatever became of it: what comes now stands below it. */
const ANSWERED_MS = 10_000

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

/** What was typed or pressed and has no stored message yet. */
function createEchoes(render) {
  const echoes = []
  const drop = echo => {
    echoes.splice(echoes.indexOf(echo), 1)
    return echo
  }
  return {
    add: (key, text, slot) => {
      const element = render(text)
      element.classList.add('echo')
      echoes.push({ key, text, slot, element, sentAt: undefined })
      return element
    },
    find: key => echoes.find(echo => echo.key === key),
    /** The echo whose stored message this is; it is an echo no longer. */
    take: message => {
      const said = flat(plainText(message.card))
      const echo = echoes.findLast(({ text }) => flat(text) === said)
      return echo && drop(echo)
    },
    /** A press that only renewed the card it stands on needs no bubble of its own. */
    dropAt: slot => {
      for (const echo of echoes.filter(echo => echo.slot === slot)) drop(echo).element.remove()
    },
    /** The first that still waits for its answer: what is stored comes before it. */
    waiting: () => echoes.find(({ sentAt = Date.now() }) => Date.now() - sentAt < ANSWERED_MS)?.element,
    clear: () => {
      echoes.length = 0
    },
  }
}

/** Shows how the sending of an echo stands. */
function showState(element, state, message) {
  element.dataset.state = state
  element.querySelector('.echo-state')?.remove()
  if (state === 'sent') return
  const line = make('p', 'echo-state')
  if (state === 'waiting') label(line, 'waiting')
  else line.textContent = message?.[language()] ?? ''
  element.append(line)
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

  const append = element => host.insertBefore(element, echoes.waiting() ?? null)
  /** Somebody spoke after this card: renewed up there, it would be missed. */
  const isPassed = element => {
    for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.classList.contains('own')) return true
    }
    return false
  }

  /** Answers whether the card moved to the end. */
  const replace = (old, element, slot) => {
    entries.delete(old.id)
    carryFocus(old.element, element)
    const inHand = stays(slot)
    if (!inHand) element.classList.add('renewed')
    if (!moves || inHand || !isPassed(old.element)) {
      old.element.replaceWith(element)
      return false
    }
    old.element.remove()
    append(element)
    return true
  }
  const place = (message, old, element) => {
    if (old) {
      const moved = replace(old, element, message.slot)
      echoes.dropAt(message.slot)
      return moved
    }
    const echo = message.direction === 'in' ? echoes.take(message) : undefined
    if (echo) {
      echo.element.replaceWith(element)
      onTaken(echo.element, element)
    } else append(element)
    return true
  }

  return {
    entries,
    /** Shows a message; answers `{ element, arrived }`, `arrived` unless it only renewed a card; undefined when it was there already or is out of date. */
    add: message => {
      if (entries.has(message.id)) return undefined
      const old = message.slot === undefined ? undefined : entries.get(slots.get(message.slot))
      if (old && BigInt(old.id) > BigInt(message.id)) return undefined
      const element = render(message)
      const arrived = place(message, old, element)
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
    /** How the sending of an echo stands: 'waiting', 'sent' or 'refused' with the server's words. */
    settle: (key, state, message) => {
      const echo = echoes.find(key)
      if (!echo) return
      if (state !== 'waiting') echo.sentAt = Date.now()
      showState(echo.element, state, message)
    },
  }
}
