// What bank staff do with a lead. Rights are checked here, at the moment of the write, from one table: only the lead's own
// desk, and after taking only its owner, or the manager of the desk.
import { text } from '../card.ts'
import type { Lead, LeadState } from '../case.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { block, offerBlockages } from './acts/block.ts'
import { handOver, offerHandOver, putBackBy } from './acts/hand-over.ts'
import { move, recordAmount } from './acts/move.ts'
import { askPapers } from './acts/papers.ts'
import { offerReasons, refuse } from './acts/refuse.ts'
import { relayToEnterprise } from './acts/relay.ts'
import { offerSnooze, snooze } from './acts/snooze.ts'
import { take } from './acts/take.ts'
import { markUnreachable } from './acts/unreachable.ts'
import { deny, isManager, isOwner, type Staff, tell, tellText } from './desk.ts'
import { isOpen } from './lead.ts'

/** `desk`: anybody there while nobody has taken it, then as `owner`. `owner`: needs one, and that is who acts, or a manager. */
type Right = 'anybody' | 'desk' | 'owner' | 'owner-or-manager'

interface Act {
  readonly right: Right
  readonly does: (turn: Turn, lead: Lead, staff: Staff, argument: string) => void
}

const moveTo = (to: LeadState): Act => ({ right: 'owner', does: (turn, lead, staff) => move(turn, lead, staff, to) })

/** Every button of a lead: who may press it, and what it does. */
export const LEAD_ACTS: Readonly<Record<string, Act>> = {
  take: { right: 'anybody', does: take },
  refuse: { right: 'desk', does: offerReasons },
  refused: { right: 'desk', does: refuse },
  papers: { right: 'owner', does: askPapers },
  talking: moveTo('talking'),
  intent: moveTo('intent'),
  granted: moveTo('granted'),
  paid: moveTo('paid'),
  later: { right: 'owner', does: offerSnooze },
  snooze: { right: 'owner', does: (turn, lead, _staff, days) => snooze(turn, lead, days) },
  hand: { right: 'owner-or-manager', does: offerHandOver },
  to: { right: 'owner-or-manager', does: (turn, lead, _staff, person) => handOver(turn, lead, person) },
  back: { right: 'owner-or-manager', does: putBackBy },
  unreachable: { right: 'owner', does: markUnreachable },
  block: { right: 'owner', does: offerBlockages },
  blocked: { right: 'owner', does: block },
}

/** Why somebody of the lead's desk may not do this; undefined when it is allowed. */
export function obstacle(turn: Turn, lead: Lead, staff: Staff, right: Right): 'take-first' | 'not-owner' | undefined {
  if (right === 'anybody') return undefined
  if (right === 'owner-or-manager' && isManager(turn, staff)) return undefined
  if (!lead.owner) return right === 'desk' ? undefined : 'take-first'
  return isOwner(turn, lead, staff) ? undefined : 'not-owner'
}

/** A button of a lead's card. */
export function handleLeadPress(
  turn: Turn,
  lead: Lead,
  staff: Staff,
  verb: string,
  argument: string | undefined,
): void {
  if (staff.desk !== lead.receiver) return deny(turn, lead, staff, 'other-desk')
  if (!isOpen(lead)) return tell(turn, lead, { lines: [text(forDesk(turn).t('lead.closed'))] })
  const act = Object.hasOwn(LEAD_ACTS, verb) ? LEAD_ACTS[verb] : undefined
  if (!act) return
  const why = obstacle(turn, lead, staff, act.right)
  if (why === 'not-owner') return deny(turn, lead, staff, why)
  if (why === 'take-first') return tellText(turn, lead, 'lead.take-first')
  act.does(turn, lead, staff, argument ?? '')
}

/** Words a clerk typed into the lead's thread: they go to the company, unless a figure was asked for. */
export function handleLeadText(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  if (staff.desk !== lead.receiver) return deny(turn, lead, staff, 'other-desk')
  if (!isOpen(lead)) return tellText(turn, lead, 'lead.closed')
  const why = obstacle(turn, lead, staff, 'owner')
  if (why === 'not-owner') return deny(turn, lead, staff, why)
  if (why === 'take-first') return tellText(turn, lead, 'lead.take-first')
  if (lead.awaiting) return recordAmount(turn, lead, staff, words)
  relayToEnterprise(turn, lead, staff, words)
}
