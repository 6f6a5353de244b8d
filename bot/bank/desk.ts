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
