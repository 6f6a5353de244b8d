// Whether the other side has seen the last words. Platforms do not tell, so what counts is the first thing that side does
// after them: it had the words before its eyes. A clerk sees it below the words, the company in its status; nobody gets a
// message for it.
import { text } from '../card.ts'
import { clockText, forDesk, type Turn } from '../turn-state.ts'
import type { Side } from './talk-record.ts'
import { putTalk, type Thread, threadsOf } from './thread.ts'

const other = (side: Side): Side => (side === 'desk' ? 'enterprise' : 'desk')
const slotOf = (at: string): string => `seen.${Date.parse(at)}`

/** `reader` has just done something in this thread: what was written to it has been seen. */
function read(turn: Turn, thread: Thread, reader: Side): void {
  const writer = other(reader)
  const words = thread.talk[writer]
  if (!thread.open || !thread.consented || !words || words.readAt !== undefined) return
  const readAt = turn.incoming.at
  putTalk(turn, thread, { ...thread.talk, [writer]: { ...words, readAt } })
  if (reader === 'desk') return
  const card = { lines: [text(forDesk(turn).t('talk.read', { at: clockText(readAt) }))] }
  turn.post(thread.desk, thread.id, card, slotOf(words.at))
}

/** The company did something. */
export function enterpriseRead(turn: Turn): void {
  for (const thread of threadsOf(turn)) read(turn, thread, 'enterprise')
}

/** Staff did something in this thread. */
export const deskRead = (turn: Turn, thread: Thread): void => read(turn, thread, 'desk')

/** Below words that have just gone to the company. */
export function showUnread(turn: Turn, thread: Pick<Thread, 'desk' | 'id'>): void {
  turn.post(thread.desk, thread.id, { lines: [text(forDesk(turn).t('talk.unread'))] }, slotOf(turn.incoming.at))
}

/** For the company: whether its last words were seen; nothing while it wrote none. */
export function seenText(turn: Turn, { enterprise }: Thread['talk']): string | undefined {
  if (!enterprise) return undefined
  return enterprise.readAt === undefined
    ? turn.t('talk.sent')
    : turn.t('talk.seen', { at: clockText(enterprise.readAt) })
}
