// The clerks' half: a channel per institution and service team, the requests in it, and who acts.
import { createChannel, emptyList } from './channel.js'
import { applyLabels, bilingual, keep as keepLocal, kept, label, language, say } from './labels.js'
import { createOutbox } from './outbox.js'
import { takePlace } from './place.js'
import { createSidebar } from './sidebar.js'
import { goSignIn, showSigned } from './signed.js'
import { listen } from './stream.js'

const WIDE = matchMedia('(min-width: 900px)')
const LAST_DESK = 'yinqi.desk'

/** Who acts: whoever is signed in; in the demonstration one name per kind of channel, kept by this browser. */
function createMe(field, signed) {
  if (signed.id !== undefined) {
    field.remove()
    return { name: () => signed.name, show: () => {}, actFor: () => {} }
  }
  const input = field.querySelector('input')
  let kind = 'institution'
  const name = () => kept(`yinqi.name.${kind}`) || say(`default-${kind}`)
  const show = () => {
    input.value = name()
  }
  input.addEventListener('change', () => {
    keepLocal(`yinqi.name.${kind}`, input.value.trim())
    show()
  })
  return {
    name,
    show,
    /** For a channel of that kind; nobody acts where there is none. */
    actFor: next => {
      field.hidden = next === undefined
      kind = next ?? kind
      show()
    },
  }
}

function showHead(find, info) {
  if (!info) {
    label(find('.channel-title'), 'channels')
    label(find('.channel-sub'), 'pick-channel')
    return
  }
  bilingual(find('.channel-title'), info.title)
  label(find('.channel-sub'), info.kind === 'team' ? 'team-sub' : 'institution-sub')
}

/** Shows one channel at a time, or none; `onOpened` is called after each change. */
function createView(panel, me, onOpened) {
  const find = selector => panel.querySelector(selector)
  let current
  /** somebody went somewhere by hand: from then on nothing opens by itself */
  let chosen = false
  const show = channel => {
    current?.button.removeAttribute('aria-current')
    channel?.button.setAttribute('aria-current', 'true')
    current = channel
    showHead(find, channel?.info)
    me.actFor(channel?.info.kind)
    find('.threads').replaceChildren(...(channel?.content ?? [emptyList()]))
    applyLabels(find('.threads'))
    find('.threads').scrollTop = 0
    onOpened()
  }
  find('.back').addEventListener('click', () => {
    chosen = true
    panel.dataset.open = 'no'
    current?.button.focus()
  })
  return {
    show,
    /** By a click: on a narrow screen the list makes room. */
    open: channel => {
      chosen = true
      keepLocal(LAST_DESK, channel.info.id)
      panel.dataset.open = 'yes'
      show(channel)
    },
    /** By a request that comes while nobody looks at another one. */
    openArrived: channel => {
      if (chosen || current?.threads.size > 0) return
      panel.dataset.open = 'yes'
      show(channel)
    },
    isLookingAt: channel =>
      channel === current && panel.offsetParent !== null && (WIDE.matches || panel.dataset.open === 'yes'),
  }
}

/** The channel to begin with: the only one there is, the last one somebody chose, or the one with the newest request. */
function firstChannel(channels) {
  if (channels.size === 1) return [...channels.values()][0]
  const busy = [...channels.values()].filter(({ threads }) => threads.size > 0)
  const last = busy.find(({ info }) => info.id === kept(LAST_DESK))
  return last ?? busy.sort((a, b) => (b.newest() > a.newest() ? 1 : -1))[0]
}

/** Starts the desk in its panel for whoever is `signed` in. `onUnread(count)` hears how many requests have something new. */
export function startDesk(panel, onUnread, signed) {
  const channels = new Map()
  const find = selector => panel.querySelector(selector)
  const me = createMe(find('.me'), signed)
  const sidebar = createSidebar(panel)
  let replaying = true

  const update = () => {
    let total = 0
    for (const channel of channels.values()) total += channel.count(view.isLookingAt(channel))
    sidebar.show(channels.values())
    onUnread(total)
  }
  const view = createView(panel, me, update)
  // kept per person: what one left unsent is never sent by another
  const keptAs = ['yinqi.desk-outbox', signed.id].filter(Boolean).join('.')
  const settle = (item, state, message) => {
    channels.get(item.desk)?.threads.get(item.thread)?.settle(item.key, state, message)
  }
  const outbox = createOutbox(keptAs, settle, signed.id === undefined ? {} : signed)
  if (signed.id !== undefined) label(find('.channels .sub'), 'desk-sub-signed')
  showSigned(find('.channels'), signed)

  const receive = message => {
    const channel = channels.get(message.room.desk)
    if (!channel?.add(message) || replaying) return
    view.openArrived(channel)
    update()
    if (message.direction === 'in' || view.isLookingAt(channel)) return
    find('.unseen').textContent = say('new-in') + channel.info.title[language()]
  }
  const hello = ({ desks }) => {
    if (channels.size > 0) return
    const tools = { send: outbox.put, name: me.name }
    for (const info of desks) channels.set(info.id, createChannel(info, tools, view.open))
  }
  /** Opens the place a link asked for; false when there is none, or it is none of this person's. */
  const goToPlace = () => {
    const place = takePlace()
    const channel = place && channels.get(place.desk)
    if (!channel) return false
    view.open(channel)
    const [, thread] =
      [...channel.threads].find(([id]) => place.thread !== undefined && id.endsWith(place.thread)) ?? []
    thread?.element.scrollIntoView({ block: 'start' })
    return true
  }
  const keep = ids => {
    for (const channel of channels.values()) channel.keep(ids)
    update()
  }
  const ready = () => {
    if (replaying) {
      replaying = false
      for (const item of outbox.left()) {
        if (item.echo !== undefined) channels.get(item.desk)?.threads.get(item.thread)?.echo(item)
      }
      // whoever has one channel has no list to choose from
      if (channels.size === 1) panel.dataset.open = 'yes'
      if (!goToPlace()) view.show(firstChannel(channels))
    }
    update()
    outbox.retry()
  }
  const state = up => {
    find('.offline').hidden = up
    if (up) outbox.retry()
  }

  WIDE.addEventListener('change', update)
  window.addEventListener('hashchange', goToPlace)
  listen('/events/desk', { message: receive, keep, ready, hello, state, over: () => goSignIn('over') }, signed.renew)
  return { looked: update, relabel: me.show }
}
