// What every act at a bank's desk uses: writing to the thread, bringing the card up to date, and who somebody is.
import { type Card, text } from '../card.ts'
import type { Lead } from '../case.ts'
import type { Sender } from '../ports.ts'
import type { Person } from '../staff/people.ts'
import { personOf } from '../staff/roster.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { leadCard } from './lead-card.ts'
import { putLead } from './put-lead.ts'

export type Staff = Extract<Sender, { kind: 'staff' }>

/** A message in the lead's thread that only staff see. */
export function tell(turn: Turn, lead: Lead, card: Card): void {
  turn.post(lead.receiver, lead.id, card)
}

/** The same, as one plain sentence. */
export function tellText(turn: Turn, lead: Lead, key: string, values?: Record<string, string | number>): void {
  tell(turn, lead, { lines: [text(forDesk(turn).t(key, values))] })
}

/** Stores the lead and replaces its card. */
export function refresh(turn: Turn, lead: Lead): void {
  putLead(turn, lead)
  turn.post(lead.receiver, lead.id, leadCard(turn, lead), lead.id)
}

/** The listed person behind a staff message; undefined where nobody is listed. */
export const listed = (turn: Turn, staff: Staff): Person | undefined => personOf(turn.knowledge.staffing, staff)

export const isManager = (turn: Turn, staff: Staff): boolean => listed(turn, staff)?.role === 'manager'

/** The owner acts: by the same account, or by another account of the same listed person. */
export function isOwner(turn: Turn, lead: Lead, staff: Staff): boolean {
  if (!lead.owner) return false
  const person = listed(turn, staff)
  return lead.owner.person === staff.person || (person !== undefined && person.id === lead.holder)
}

/** Somebody who may not: the same neutral words whatever the reason, and a row in the audit log. */
export function deny(turn: Turn, lead: Lead, staff: Staff, why: string): void {
  turn.note('denied', lead.id, why)
  if (staff.desk === lead.receiver) tellText(turn, lead, 'lead.not-yours', { name: lead.owner?.name ?? '' })
}
