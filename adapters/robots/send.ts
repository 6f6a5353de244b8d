// One notice to one group robot: what was said about a card, in plain words, with a link to the desk page where it is handled.
// A robot cannot be asked what arrived, so after a lost answer a notice is sent a second time, once its service answers
// again, and never a third.
import type { Line, Notice } from '#bot'
import { failed } from '../delivery/failed.ts'
import { createPace, type PaceClock } from '../delivery/pace.ts'
import type { Send } from '../delivery/send.ts'
import { cut, oneLine } from '../delivery/words.ts'
import type { RobotKind, Said } from './kind.ts'
import { ROW_CHARS_MAX, ROWS_MAX, TITLE_CHARS_MAX } from './limits.ts'
import { answers, post } from './post.ts'
import type { DeskRobots } from './settings.ts'

export interface SendOptions {
  readonly kind: RobotKind
  readonly robots: DeskRobots
  /** the desk page as staff reach it */
  readonly deskUrl: string
  readonly now: () => Date
  /** 0…1, for jitter */
  readonly random: () => number
  readonly clock?: PaceClock | undefined
}

/** Threads of leads and visits; others, such as the reminders of one person, are not named. */
const THREAD = /[LV]\d+$/
const MARK_CHARS = 8
const BLANK = '…'
/** every robot has its own limit; they share none */
const NO_PACE = { everyMs: 0, burst: 1 }

/** One visible line, never blank: no service takes a blank. */
const short = (text: string, max = ROW_CHARS_MAX): string => cut(oneLine(text).trim(), max) || BLANK

function rowOf(line: Line): Said['rows'][number] {
  switch (line.kind) {
    case 'field':
      return { label: short(line.label), text: short(line.value) }
    case 'item':
      return { text: short(line.detail === undefined ? line.text : `${line.text} ${line.detail}`) }
    case 'text':
    case 'head':
      return { text: short(line.text) }
    case 'quote':
    case 'file':
      // words of people and their papers are read at the desk
      throw new Error('a notice repeats nobody')
  }
}

/** A notice for one thread of a desk. Throws when it would repeat what somebody typed. */
export function sayNotice(notice: Notice, deskUrl: string, desk: string, thread: string): Said {
  const mark = THREAD.test(thread) ? thread.slice(-MARK_CHARS) : undefined
  const place = new URLSearchParams({ desk, ...(mark === undefined ? {} : { thread: mark }) })
  return {
    title: short(notice.title, TITLE_CHARS_MAX),
    rows: notice.lines.slice(0, ROWS_MAX).map(rowOf),
    open: short(notice.open, TITLE_CHARS_MAX),
    // after the #: the place is the page's business, and stands in no server's log
    link: `${deskUrl}#${place}`,
    ...(mark === undefined ? {} : { mark }),
  }
}

function saySafely(...given: Parameters<typeof sayNotice>): Said | undefined {
  try {
    return sayNotice(...given)
  } catch {
    return undefined
  }
}

/** Builds the `Send` of one kind of robot. */
export function createSend({ kind, robots, deskUrl, now, random, clock }: SendOptions): Send {
  const pace = createPace(kind.pace, NO_PACE, clock)
  const patience = { now, random }
  return async delivery => {
    const { room, card } = delivery.message
    if (room.kind !== 'desk') return { is: 'dead', code: 'not-a-desk' }
    const webhook = robots.get(delivery.address)
    // a desk's robot speaks of that desk only, whatever the settings have become since
    if (!webhook || room.desk !== delivery.address) return { is: 'dead', code: 'no-robot' }
    const said = card.notice && saySafely(card.notice, deskUrl, room.desk, room.thread)
    if (!said) return { is: 'dead', code: 'unrenderable' }
    if (delivery.uncertain) {
      const alive = await answers(webhook.url)
      if (alive.is !== 'done') return failed(alive, delivery, patience, 'freely')
    }
    await pace(delivery.address)
    const result = await post(kind, kind.request(said, webhook, now()))
    return result.is === 'done' ? { is: 'sent' } : failed(result, delivery, patience, 'once')
  }
}
