// A visit's life, pure: asked for, accepted by a team, a time set, reported. The enterprise may take it back until then.
import type { Visit, VisitState } from '../case.ts'

const NEXT: Record<VisitState, readonly VisitState[]> = {
  requested: ['accepted'],
  accepted: ['scheduled', 'reporting'],
  scheduled: ['scheduled', 'reporting'],
  reporting: ['reported'],
  reported: [],
  withdrawn: [],
}

export const isOpen = (visit: Visit): boolean => visit.state !== 'reported' && visit.state !== 'withdrawn'
export const mayMove = (visit: Visit, to: VisitState): boolean => NEXT[visit.state].includes(to)

/** The visit in its next state with a history row; undefined when that step is not open. */
export function advance(visit: Visit, to: VisitState, by: string, at: string): Visit | undefined {
  if (!mayMove(visit, to)) return undefined
  return { ...visit, state: to, history: [...visit.history, { state: to, at, by }] }
}

/** The enterprise took its consent back. */
export function withdraw(visit: Visit, at: string): Visit {
  return isOpen(visit)
    ? { ...visit, state: 'withdrawn', history: [...visit.history, { state: 'withdrawn', at, by: 'enterprise' }] }
    : visit
}
