// The next deadline of a lead. Each state has a ladder of steps; when nobody reacts for so many working minutes, the next
// step happens by itself. Every open lead has exactly one timer, and so cannot be forgotten.
import type { Lead } from '../case.ts'
import { deskSchedule } from '../staff/roster.ts'
import { afterWorking, nextWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import { isOpen } from './lead.ts'

type Ladder = readonly { readonly after: number; readonly does: NonNullable<NonNullable<Lead['ladder']>['did']> }[]

const OFFER: Ladder = [{ after: 0, does: 'offer' }]

/** The steps of a lead in its present state. */
export function ladderOf({ knowledge }: Turn, { state }: Lead): Ladder {
  const { waiting, taken, working, unreachable } = knowledge.script.lead
  if (state === 'applied') return OFFER
  if (state === 'offered') return waiting
  if (state === 'taken') return taken
  return state === 'unreachable' ? unreachable : working
}

/** The step that comes next. */
export function nextRung(turn: Turn, lead: Lead): Ladder[number] | undefined {
  const ladder = ladderOf(turn, lead)
  return ladder[Math.min(lead.ladder?.rung ?? 0, ladder.length - 1)]
}

/** A lead that has ended needs no looking after. */
export function stopWatching(turn: Turn, lead: Lead): void {
  turn.forgetReminder(timerOf(lead))
  turn.forgetReminder(`month.${lead.id}`)
}

export const timerOf = (lead: Lead): string => `lead.${lead.id}`

/** When the next step is due, in working time. Without any working time in sight it is due at once, so that it shows. */
function dueOf(turn: Turn, lead: Lead): string {
  const schedule = deskSchedule(turn.knowledge)
  if (lead.snoozed !== undefined) return lead.snoozed
  const since = lead.ladder?.since ?? turn.incoming.at
  const after = nextRung(turn, lead)?.after ?? 0
  const due = after === 0 ? nextWorkingTime(schedule, since) : afterWorking(schedule, since, after)
  return due ?? turn.incoming.at
}

/** The lead with its deadline, and the timer set; a closed lead loses both. */
export function watch(turn: Turn, lead: Lead): Lead {
  if (!isOpen(lead)) {
    stopWatching(turn, lead)
    const { due: _due, snoozed: _snoozed, ...rest } = lead
    return rest
  }
  const ladder = lead.ladder ?? { since: turn.incoming.at, rung: 0 }
  const due = dueOf(turn, { ...lead, ladder })
  turn.remind(timerOf(lead), due, `lead:${lead.id}`)
  return { ...lead, ladder, due }
}

/** Somebody reacted: the waiting begins anew. */
export function reacted(turn: Turn, lead: Lead): Lead {
  const { snoozed: _snoozed, ...rest } = lead
  return { ...rest, ladder: { since: turn.incoming.at, rung: 0 } }
}

/** A step was done about it: the next one counts from now. */
export function climbed(turn: Turn, lead: Lead, did: NonNullable<Lead['ladder']>['did']): Lead {
  const { snoozed: _snoozed, ...rest } = lead
  return { ...rest, ladder: { since: turn.incoming.at, rung: (lead.ladder?.rung ?? 0) + 1, ...(did ? { did } : {}) } }
}
