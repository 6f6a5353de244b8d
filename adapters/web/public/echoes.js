// What was just typed or pressed, shown at once until its stored message takes its place.
import { plainText } from './card.js'
import { label, language } from './labels.js'
import { make } from './make.js'

const flat = text => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
/** What was sent this long ago has its answer, whatever became of it: what comes now stands below it. */
const ANSWERED_MS = 10_000

function showState(element, state, message) {
  element.dataset.state = state
  element.querySelector('.echo-state')?.remove()
  if (state === 'sent') return
  const line = make('p', 'echo-state')
  if (state === 'waiting') label(line, 'waiting')
  else line.textContent = message?.[language()] ?? ''
  element.append(line)
}

/** `render(text)` makes the element of one. */
export function createEchoes(render) {
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
    /** How the sending of one stands: 'waiting', 'sent' or 'refused' with the server's words. */
    settle: (key, state, message) => {
      const echo = echoes.find(echo => echo.key === key)
      if (!echo) return
      if (state !== 'waiting') echo.sentAt = Date.now()
      showState(echo.element, state, message)
    },
  }
}
