// A channel of the clerk page: its button, its requests newest first, and how many of them are unread.

import { applyLabels, bilingual, keep, kept, label } from './labels.js'
import { make } from './make.js'
import { createPreOffer } from './pre-offer.js'
import { createThread } from './thread.js'
import { createVisitList } from './visit-list.js'

const seenName = desk => `yinqi.seen.${desk}`
const isAfter = (a, b) => BigInt(a) > BigInt(b)

/** What stands where requests will be. */
export function emptyList() {
  const nothing = make('div', 'nothing', label(make('p', 'nothing-title'), 'no-threads'))
  nothing.append(label(make('p', 'sub'), 'no-threads-why'))
  return nothing
}

/** `tools` is what a thread acts with; `onOpen(channel)` is called by the button. */
export function createChannel(info, tools, onOpen) {
  const count = make('span', 'count')
  const button = make('button', 'channel-button')
  button.append(make('span', 'hash', '#'), bilingual(make('span', 'channel-name'), info.title), count)
  button.type = 'button'
  button.dataset.desk = info.id
  const list = make('div', 'thread-list')
  const offer = () => (info.invites === false ? [] : [createPreOffer(info.id, tools.name)])
  const own = info.kind === 'team' ? [createVisitList(info.id)] : offer()
  const nothing = emptyList()
  const threads = new Map()
  let newest = '0'
  let seen = kept(seenName(info.id)) ?? '0'

  const threadOf = id => {
    const known = threads.get(id)
    if (known) return known
    const made = createThread({ desk: info.id, thread: id }, tools)
    applyLabels(made.element)
    threads.set(id, made)
    list.prepend(made.element)
    return made
  }
  const channel = {
    info,
    button,
    threads,
    content: [...own, nothing, list],
    /** Id of the newest message, as a BigInt. */
    newest: () => BigInt(newest),
    /** Shows a message of this desk; false when it was there already. */
    add: message => {
      if (!threadOf(message.room.thread).add(message)) return false
      if (isAfter(message.id, newest)) newest = message.id
      return true
    },
    /** Drops what is gone. */
    keep: ids => {
      for (const [id, thread] of threads) {
        if (thread.keep(ids)) continue
        thread.element.remove()
        threads.delete(id)
      }
    },
    /** Counts requests with something new, shows the number, answers it. `looking`: somebody sees them now. */
    count: looking => {
      if (looking && seen !== newest) {
        seen = newest
        keep(seenName(info.id), seen)
      }
      const unread = [...threads.values()].filter(thread => thread.ids().some(id => isAfter(id, seen))).length
      count.hidden = unread === 0
      count.textContent = String(unread)
      nothing.hidden = threads.size > 0
      button.classList.toggle('has-unread', unread > 0)
      return unread
    },
  }
  button.addEventListener('click', () => onOpen(channel))
  return channel
}
