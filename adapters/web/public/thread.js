// One request at a desk: its card on top, below it what was said, and a box to answer.
import { createToggles, isToggle } from './buttons.js'
import { clock, renderCard } from './card.js'
import { createComposer } from './composer.js'
import { fetchForm, openForm } from './form.js'
import { label, language } from './labels.js'
import { make } from './make.js'
import { newKey } from './outbox.js'
import { createShutter } from './shutter.js'
import { createTimeline } from './timeline.js'

/** A button without a choice in it may have a form behind it. */
const MAY_HAVE_FORM = /^[LV]:[^:]+:[^:]+$/

function said(author, at, card, press, hrefOf) {
  const who = make('p', 'who')
  who.append(author ? make('strong', '', author) : label(make('strong'), 'bot'))
  if (at) who.append(make('time', '', clock(at, language())))
  const face = make('span', `face ${author ? 'person' : 'bot'}`, author ? [...author][0] : '桥')
  face.setAttribute('aria-hidden', 'true')
  return make('div', 'said', face, make('div', 'said-body', who, renderCard(card, press, hrefOf)))
}

function replyForm() {
  const area = document.createElement('textarea')
  area.rows = 1
  area.autocomplete = 'off'
  area.enterKeyHint = 'send'
  for (const name of ['labelAria', 'labelPlaceholder']) area.dataset[name] = 'reply'
  const button = label(make('button', 'reply-send'), 'send')
  button.type = 'submit'
  return make('form', 'composer reply', area, button)
}

/** A thread `{ desk, thread }`; `send(item)` puts something into the outbox, `name()` is who acts. */
export function createThread({ desk, thread }, { send, name }) {
  const head = make('div', 'thread-head')
  const talk = make('div', 'talk')
  const form = replyForm()
  const element = make('article', 'thread', head, talk, form)
  const buttons = createShutter(element)
  const toggles = createToggles()
  const hrefOf = file => `/desk/file/${file}?desk=${desk}`
  /** the head is being worked on by chips: it need not call for attention */
  let inHand = false

  const post = (path, body, echo) => {
    const key = newKey()
    inHand = false
    if (echo !== undefined) {
      lines.echo(key, echo)
      showEnd()
    }
    send({ key, path, echo, desk, thread, body: { ...body, desk, thread, name: name() } })
  }
  const play = button => {
    buttons.shut()
    post('/desk/press', { press: button.press })
  }
  const press = async button => {
    if (isToggle(button.text)) {
      post('/desk/press', { press: button.press })
      inHand = true
      return
    }
    if (!MAY_HAVE_FORM.test(button.press)) return play(button)
    buttons.shut()
    const act = { desk, thread, name: name(), press: button.press }
    const { form } = await fetchForm('/desk/form', act)
    if (!form) return play(button)
    buttons.open()
    const handIn = { path: '/desk/filled', act, draft: button.press }
    openForm(form, handIn, { onTaken: buttons.shut, onStepwise: () => play(button) })
  }
  /** Whoever is at the box to answer keeps it in view when something is said above it. */
  const showEnd = () => {
    if (form.contains(document.activeElement)) form.scrollIntoView({ block: 'nearest' })
  }
  const top = createTimeline(head, {
    render: message => renderCard(message.card, press, hrefOf),
    stays: () => inHand,
    moves: false,
  })
  const lines = createTimeline(talk, {
    render: message =>
      said(message.direction === 'in' ? message.author : undefined, message.at, message.card, press, hrefOf),
    renderEcho: text => said(name(), undefined, { lines: [{ kind: 'text', text }] }, () => {}),
    moves: false,
  })
  createComposer(form, text => post('/desk/text', { text }, text))

  return {
    element,
    /** Ids of what is shown, for counting what is unread. */
    ids: () => [...top.entries.keys(), ...lines.entries.keys()],
    add: message => {
      toggles.note(message.card)
      if (toggles.isPress(message)) return false
      const isHead = message.slot === thread
      if (!(isHead ? top : lines).add(message)) return false
      if (!isHead) showEnd()
      if (isHead && message.card.title) element.setAttribute('aria-label', message.card.title)
      if (message.direction === 'out') buttons.open()
      return true
    },
    /** Drops what is gone; false when nothing is left. */
    keep: ids => {
      top.keep(ids)
      lines.keep(ids)
      return top.entries.size + lines.entries.size > 0
    },
    echo: item => lines.echo(item.key, item.echo),
    settle: (key, state, message) => {
      lines.settle(key, state, message)
      if (state === 'refused') buttons.open()
    },
  }
}
