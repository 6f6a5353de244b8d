// The clerks' half: a channel per institution and service team, the requests in it, and who acts.
import { createChannel, groupChannels } from './channel.js'
import { applyLabels, bilingual, keep as keepLocal, kept, label, language, say } from './labels.js'
import { createOutbox } from './outbox.js'
import { listen } from './stream.js'

const WIDE = matchMedia('(min-width: 900px)')
const LAST_DESK = 'yinqi.desk'

/** Who acts: one name per kind of channel, kept by this browser. */
function createMe(input) {
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
    actFor: next => {
      kind = next
      show()
    },
  }
}

/** Shows one channel at a time; `onOpened` is called after each change. */
function createView(panel, me, onOpened) {
  const find = selector => panel.querySelector(selector)
  let current
  const show = channel => {
    if (!channel) return
    current?.button.removeAttribute('aria-current')
    channel.button.setAttribute('aria-current', 'true')
    current = channel
    keepLocal(LAST_DESK, channel.info.id)
    bilingual(find('.channel-title'), channel.info.title)
    label(find('.channel-sub'), channel.info.kind === 'team' ? 'team-sub' : 'institution-sub')
    me.actFor(channel.info.kind)
    find('.threads').replaceChildren(...channel.content)
    applyLabels(find('.threads'))
    find('.threads').scrollTop = 0
    onOpened()
  }
  find('.back').addEventListener('click', () => {
    panel.dataset.open = 'no'
    current?.button.focus()
  })
  return {
    show,
    /** As by a click: on a narrow screen the list makes room. */
    open: channel => {
      panel.dataset.open = 'yes'
      show(channel)
    },
    isLookingAt: channel =>
      channel === current && panel.offsetParent !== null && (WIDE.matches || panel.dataset.open === 'yes'),
  }
}

/** Starts the desk in its panel. `onUnread(count)` hears how many requests have something new. */
export function startDesk(panel, onUnread) {
  const channels = new Map()
  const find = selector => panel.querySelector(selector)
  const me = createMe(find('.me input'))
  let replaying = true

  const countUnread = () => {
    let total = 0
    for (const channel of channels.values()) total += channel.count(view.isLookingAt(channel))
    onUnread(total)
  }
  const view = createView(panel, me, countUnread)
  const outbox = createOutbox('yinqi.desk-outbox', (item, state, message) => {
    channels.get(item.desk)?.threads.get(item.thread)?.settle(item.key, state, message)
  })

  const receive = message => {
    const channel = channels.get(message.room.desk)
    if (!channel?.add(message) || replaying) return
    countUnread()
    if (message.direction === 'in' || view.isLookingAt(channel)) return
    find('.unseen').textContent = say('new-in') + channel.info.title[language()]
  }
  const hello = ({ desks }) => {
    if (channels.size > 0) return
    const tools = { send: outbox.put, name: me.name }
    for (const info of desks) channels.set(info.id, createChannel(info, tools, view.open))
    find('.channel-list').replaceChildren(...groupChannels(channels.values()))
  }
  const keep = ids => {
    for (const channel of channels.values()) channel.keep(ids)
    countUnread()
  }
  const ready = () => {
    if (replaying) {
      replaying = false
      for (const item of outbox.left()) {
        if (item.echo !== undefined) channels.get(item.desk)?.threads.get(item.thread)?.echo(item)
      }
      const busy = [...channels.values()].find(channel => channel.threads.size > 0)
      view.show(channels.get(kept(LAST_DESK) ?? '') ?? busy ?? channels.values().next().value)
    }
    countUnread()
    outbox.retry()
  }
  const state = up => {
    find('.offline').hidden = up
    if (up) outbox.retry()
  }

  WIDE.addEventListener('change', countUnread)
  listen('/events/desk', { message: receive, keep, ready, hello, state })
  return { looked: countUnread, relabel: me.show }
}
