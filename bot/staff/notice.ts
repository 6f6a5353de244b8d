// What group robots say at a desk: that something waits, where, and of what kind. They ring, the desk page tells; so nothing
// here names a company or a person, and nothing repeats what somebody typed.
import type { Line, Notice } from '../card.ts'
import { type Phrases, say } from '../phrases.ts'

/** What can have happened in a thread besides its card having changed. */
export const NOTICES = ['words', 'paper', 'nudge', 'time-confirmed'] as const

/** A notice under a heading of its own; desks read Chinese. */
export const noticeOf = (phrases: Phrases, title: string, lines: readonly Line[] = []): Notice => ({
  title,
  lines,
  open: say(phrases, 'zh', 'notice-open'),
})

/** Something happened in a thread: what kind of thing, and no more. */
export const threadNotice = (phrases: Phrases, what: (typeof NOTICES)[number]): Notice =>
  noticeOf(phrases, say(phrases, 'zh', `notice.${what}`))
