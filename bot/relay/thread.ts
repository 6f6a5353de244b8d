// A thread is one lead or one visit: two ends that may talk through the bot. Here it is found, and here is decided, once for
// words, requests and papers, whether anything may pass: taken, consented, not ended.
import { isOpen as leadIsOpen } from '../bank/lead.ts'
import type { Lead, Visit } from '../case.ts'
import { isOpen as visitIsOpen } from '../service/visit.ts'
import type { Turn } from '../turn-state.ts'
import { NO_TALK, type Talk } from './talk-record.ts'

export interface Thread {
  readonly id: string
  readonly desk: string
  readonly kind: 'lead' | 'visit'
  readonly talk: Talk
  /** name of whoever has taken it */
  readonly owner?: string | undefined
  /** its lead or visit has not come to its end */
  readonly open: boolean
  readonly consented: boolean
}

const consented = (turn: Turn, id: string): boolean =>
  turn.case.consents.some(one => one.id === id && one.withdrawnAt === undefined)

export const leadThread = (turn: Turn, lead: Lead): Thread => ({
  id: lead.id,
  desk: lead.receiver,
  kind: 'lead',
  talk: lead.talk ?? NO_TALK,
  owner: lead.owner?.name,
  open: leadIsOpen(lead),
  consented: consented(turn, lead.consent),
})

export const visitThread = (turn: Turn, visit: Visit): Thread => ({
  id: visit.id,
  desk: visit.team,
  kind: 'visit',
  talk: visit.talk ?? NO_TALK,
  owner: visit.owner?.name,
  // what was agreed on at a visit is talked about until it is done
  open: visitIsOpen(visit) || visit.state === 'reported',
  consented: consented(turn, visit.consent),
})

/** Every thread of the case, leads first. */
export const threadsOf = (turn: Turn): readonly Thread[] => [
  ...turn.case.leads.map(lead => leadThread(turn, lead)),
  ...turn.case.visits.map(visit => visitThread(turn, visit)),
]

export const findThread = (turn: Turn, id: string): Thread | undefined => threadsOf(turn).find(one => one.id === id)

/** Why nothing passes; undefined when it does. `ended-…` names who ended the talk. */
export const OBSTACLES = ['closed', 'no-consent', 'not-taken', 'ended-desk', 'ended-enterprise'] as const
export type Obstacle = (typeof OBSTACLES)[number]

export function obstacleOf({ open, consented: agreed, owner, talk }: Thread): Obstacle | undefined {
  if (!open) return 'closed'
  if (!agreed) return 'no-consent'
  if (owner === undefined) return 'not-taken'
  return talk.ended ? `ended-${talk.ended.by}` : undefined
}

/** Threads in which the company may talk now. */
export const openThreads = (turn: Turn): readonly Thread[] => threadsOf(turn).filter(one => !obstacleOf(one))

/** Stores what became of the talk. Deadlines of the lead or visit are not touched. */
export function putTalk(turn: Turn, { id, kind }: Pick<Thread, 'id' | 'kind'>, talk: Talk): void {
  const put = <T extends { readonly id: string }>(all: readonly T[]) =>
    all.map(one => (one.id === id ? { ...one, talk } : one))
  if (kind === 'lead') turn.update({ leads: put(turn.case.leads) })
  else turn.update({ visits: put(turn.case.visits) })
}
