// A visit's life, pure: asked for, accepted by a team, a time set, reported. The enterprise may call it off or take its
// consent back until then; nobody there, or nobody to go, leads back to an earlier state.
import type { Visit, VisitState } from './visit-record.ts'

const NEXT: Record<VisitState, readonly VisitState[]> = {
  requested: ['accepted', 'cancelled'],
  accepted: ['scheduled', 'reporting', 'requested', 'cancelled'],
  scheduled: ['scheduled', 'accepted', 'reporting', 'requested', 'cancelled'],
  reporting: ['reported'],
  reported: [],
  cancelled: [],
  withdrawn: [],
}

/** States in which nobody has to go any more. */
export const VISIT_ENDS: readonly VisitState[] = ['reported', 'cancelled', 'withdrawn']

/** The team still has to come, or to report. */
export const isOpen = (visit: Pick<Visit, 'state'>): boolean => !VISIT_ENDS.includes(visit.state)
export const mayMove = (visit: Visit, to: VisitState): boolean => NEXT[visit.state].includes(to)

/** The visit in its next state with a history row; undefined when that step is not open. */
export function advance(visit: Visit, to: VisitState, by: string, at: string): Visit | undefined {
  if (!mayMove(visit, to)) return undefined
  return { ...visit, state: to, history: [...visit.history, { state: to, at, by }] }
}

/** The enterprise took its consent back: also what was agreed on at a visit that is over is not chased any more. */
export function withdraw(visit: Visit, at: string): Visit {
  if (visit.state === 'cancelled' || visit.state === 'withdrawn') return visit
  return { ...visit, state: 'withdrawn', history: [...visit.history, { state: 'withdrawn', at, by: 'enterprise' }] }
}

/** Steps agreed on and not done yet, the most urgent first. */
export const openSteps = ({ state, report }: Visit) =>
  state === 'reported'
    ? (report?.steps ?? []).filter(step => step.doneAt === undefined).toSorted((a, b) => a.due - b.due)
    : []
