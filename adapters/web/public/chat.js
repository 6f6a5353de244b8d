// The enterprise's half: the conversation as bubbles, the box to write in, and what hides the network from whoever talks.
import { clock, make, renderCard } from './card.js'
import { createComposer } from './composer.js'
import { label, language } from './labels.js'
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
  return make('div', `message ${side}`, who, renderCard(card, press))
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
  const press = slot => button => {
    buttons.shut()
    send('press', { press: button.press }, button.text, slot)
  }
  const timeline = createTimeline(log, {
    render: ({ direction, card, slot }) => bubble(direction === 'in' ? 'own' : 'bot', card, press(slot)),
    renderEcho: text => bubble('own', { lines: [{ kind: 'text', text }] }, () => {}),
    onTaken: scroll.moveMark,
  })
  return { log, scroll, buttons, timeline, typing: createTyping(panel.querySelector('.typing')) }
}

/** Starts the chat in its panel. `onNews(count)` hears of every message of the bot that arrives after the first ones. */
export function startChat(panel, onNews) {
  let replaying = true
  let lastAt = 0
  /** one greeting at a time: the same key until something is there */
  let openKey = newKey()
  /** a greeting is read from its beginning */
  let greeting = false

  const send = (kind, body, echo, slot, key = newKey()) => {
    if (echo !== undefined) {
      scroll.mark(timeline.echo(key, echo, slot))
      scroll.settle()
    }
    typing.start()
    outbox.put({ key, path: `/chat/${kind}`, echo, slot, body: { ...body, language: language() } })
  }
  const { log, scroll, buttons, timeline, typing } = createLog(panel, send)
  const outbox = createOutbox('yinqi.chat', (item, state, message) => {
    timeline.settle(item.key, state, message)
    if (state !== 'refused') return
    typing.stop()
    buttons.open()
  })

  const receive = message => {
    const element = timeline.add(message)
    if (!element) return
    lastAt = showTime(log, element, message, lastAt)
    if (message.direction === 'in') return
    markCurrent(log)
    if (replaying) return
    if (greeting) scroll.mark(element)
    greeting = false
    typing.stop()
    buttons.open()
    scroll.settle()
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
    if (timeline.entries.size === 0 || isBack) {
      greeting = true
      send('open', {}, undefined, undefined, openKey)
    }
    outbox.retry()
  }
  const state = up => {
    showOnline(panel, up)
    if (up) outbox.retry()
  }

  createComposer(panel.querySelector('.composer'), text => send('text', { text }, text))
  listen('/events/chat', { message: receive, keep, ready, state }, ensureSession)
}
