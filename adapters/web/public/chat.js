// The enterprise's half: the conversation as bubbles, the box to write in, and what hides the network from whoever talks.
import { createAttach } from './attach.js'
import { createToggles, isToggle } from './buttons.js'
import { clock, renderCard } from './card.js'
import { createComposer } from './composer.js'
import { label, language } from './labels.js'
import { make } from './make.js'
import { createOutbox, ensureSession, newKey } from './outbox.js'
import { createScroll } from './scroll.js'
import { createShutter } from './shutter.js'
import { listen } from './stream.js'
import { createTimeline } from './timeline.js'
import { createTyping } from './typing.js'

/** Two messages further apart get the time between them. */
const GAP_MS = 10 * 60_000
/** After this long a page that is opened again is greeted again. */
const AWAY_MS = 6 * 60 * 60_000

function bubble(side, card, press) {
  const who = label(make('span', 'visually-hidden'), side === 'own' ? 'you' : 'bot')
  return make(
    'div',
    `message ${side}`,
    who,
    renderCard(card, press, file => `/chat/file/${file}`),
  )
}

function showOnline(panel, up) {
  const online = panel.querySelector('.online')
  panel.querySelector('.offline').hidden = up
  online.classList.toggle('up', up)
  label(online.querySelector('.online-word'), up ? 'online' : 'not-online')
}

/** Only the newest card's buttons call for a press; older ones still work, quietly. */
function markCurrent(log) {
  const cards = [...log.querySelectorAll('.message.bot:has(.buttons)')]
  for (const card of cards) card.classList.toggle('current', card === cards.at(-1))
}

/** Puts the time before a message that comes after a longer silence. Answers when the last message was. */
function showTime(log, element, message, lastAt) {
  const at = Date.parse(message.at)
  const isEnd = element === log.lastElementChild
  if (isEnd && at - lastAt > GAP_MS) element.before(make('p', 'time', clock(message.at, language())))
  return Math.max(at, lastAt)
}

/** The log with all that belongs to it; `send(kind, body, echo, slot)` is called by its buttons. */
function createLog(panel, send) {
  const log = panel.querySelector('.log')
  const scroll = createScroll(log, panel.querySelector('.newer'))
  const buttons = createShutter(log)
  /** the card whose chips are being pressed: it stays where it is */
  let inHand
  const press = slot => button => {
    // a chip says by itself that it was pressed
    const quiet = isToggle(button.text)
    if (!quiet) buttons.shut()
    send('press', { press: button.press }, quiet ? undefined : button.text, slot)
    inHand = quiet ? slot : undefined
  }
  const timeline = createTimeline(log, {
    render: ({ direction, card, slot }) => bubble(direction === 'in' ? 'own' : 'bot', card, press(slot)),
    renderEcho: text => bubble('own', { lines: [{ kind: 'text', text }] }, () => {}),
    stays: slot => slot === inHand,
    onTaken: scroll.moveMark,
  })
  const letGo = () => {
    inHand = undefined
  }
  return { log, scroll, buttons, timeline, letGo, typing: createTyping(panel.querySelector('.typing')) }
}

/** Starts the chat in its panel. `onNews(count)` hears of every message of the bot that arrives after the first ones. */
export function startChat(panel, onNews) {
  let replaying = true
  let lastAt = 0
  /** one greeting at a time: the same key until something is there */
  let openKey = newKey()
  const toggles = createToggles()

  const send = (kind, body, echo, slot, key = newKey()) => {
    letGo()
    if (echo !== undefined) scroll.sent(timeline.echo(key, echo, slot))
    if (echo !== undefined || kind === 'open') typing.start()
    outbox.put({ key, path: `/chat/${kind}`, echo, slot, body: { ...body, language: language() } })
  }
  const { log, scroll, buttons, timeline, letGo, typing } = createLog(panel, send)
  const outbox = createOutbox('yinqi.chat', (item, state, message) => {
    timeline.settle(item.key, state, message)
    if (state !== 'refused') return
    typing.stop()
    buttons.open()
  })

  const receive = message => {
    toggles.note(message.card)
    const shown = toggles.isPress(message) ? undefined : timeline.add(message)
    if (!shown) return
    lastAt = showTime(log, shown.element, message, lastAt)
    if (message.direction === 'in') return
    markCurrent(log)
    if (replaying) return
    typing.stop()
    buttons.open()
    if (!shown.arrived) return
    scroll.arrived(shown.element)
    onNews(1)
  }
  const keep = ids => {
    timeline.keep(ids)
    if (timeline.entries.size > 0) return
    lastAt = 0
    openKey = newKey()
  }
  const ready = () => {
    const first = replaying
    replaying = false
    if (first) {
      for (const item of outbox.left()) if (item.echo !== undefined) timeline.echo(item.key, item.echo, item.slot)
      scroll.toEnd()
    }
    const isBack = first && Date.now() - lastAt > AWAY_MS
    if (timeline.entries.size === 0 || isBack) send('open', {}, undefined, undefined, openKey)
    outbox.retry()
  }
  const state = up => {
    showOnline(panel, up)
    if (up) outbox.retry()
  }

  createComposer(panel.querySelector('.composer'), text => send('text', { text }, text))
  createAttach(panel.querySelector('.composer'), () => typing.start())
  listen('/events/chat', { message: receive, keep, ready, state }, ensureSession)
}
