// What every act on a visit uses: writing into the thread, and bringing its card up to date.
import { type Card, text } from '../card.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { visitCard } from './visit-card.ts'
import type { Visit } from './visit-record.ts'
import { acted, putVisit } from './watch-visit.ts'

/** A message in the visit's thread that only the team sees. */
export const tell = (turn: Turn, visit: Visit, card: Card): void => turn.post(visit.team, visit.id, card)

/** The same, as one plain sentence. */
export const tellText = (turn: Turn, visit: Visit, key: string, values?: Record<string, string | number>): void =>
  tell(turn, visit, { lines: [text(forDesk(turn).t(key, values))] })

/** Stores the visit after somebody acted, and replaces its card. */
export function refresh(turn: Turn, visit: Visit): Visit {
  const put = putVisit(turn, acted(turn, visit))
  turn.post(visit.team, visit.id, visitCard(turn, put), visit.id)
  return put
}

/** The visit of this case; undefined when there is none. */
export const visitOf = (turn: Turn, id: string): Visit | undefined => turn.case.visits.find(one => one.id === id)
