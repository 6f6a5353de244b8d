// The list of channels: those with requests on top, newest first; all others below a line that opens, under their headings.
import { bilingual, keep, kept, label } from './labels.js'
import { make } from './make.js'

const KEPT_AS = 'yinqi.others'

/** Puts `children` into `host` in this order and touches nothing that stands right already; the focus stays where it is. */
function arrange(host, children) {
  if (host.children.length === children.length && children.every((child, at) => host.children[at] === child)) return
  const active = document.activeElement
  const focused = children.find(child => child.contains(active))
  host.replaceChildren(...children)
  if (focused) active.focus({ preventScroll: true })
}

/** The buttons under their headings, in the order in which the channels name them. */
function grouped(channels) {
  const groups = new Map()
  for (const { info, button } of channels) {
    const key = info.group?.zh ?? info.kind
    if (!groups.has(key)) {
      const heading = make('h4', 'group')
      if (info.group) bilingual(heading, info.group)
      else label(heading, info.kind === 'team' ? 'teams' : 'institutions')
      groups.set(key, make('div', 'channel-group', heading))
    }
    groups.get(key).append(button)
  }
  return [...groups.values()]
}

/** The sidebar of `panel`; `show(channels)` brings it up to date. */
export function createSidebar(panel) {
  const find = selector => panel.querySelector(selector)
  const others = find('.others')
  let shown
  others.open = kept(KEPT_AS) === 'open'
  // its own event comes a moment later, which a page that is left at once never sees
  others.querySelector('summary').addEventListener('click', () => keep(KEPT_AS, others.open ? 'closed' : 'open'))

  return {
    show: channels => {
      const all = [...channels]
      const busy = all.filter(({ threads }) => threads.size > 0)
      busy.sort((a, b) => (b.newest() > a.newest() ? 1 : -1))
      arrange(
        find('.busy-list'),
        busy.map(({ button }) => button),
      )
      find('.none').hidden = busy.length > 0
      const idle = all.filter(({ threads }) => threads.size === 0)
      const ids = idle.map(({ info }) => info.id).join(' ')
      if (ids === shown) return
      shown = ids
      others.hidden = idle.length === 0
      bilingual(others.querySelector('summary'), {
        zh: `其他机构（${idle.length}）`,
        en: `Others (${idle.length})`,
      })
      find('.others-list').replaceChildren(...grouped(idle))
    },
  }
}
