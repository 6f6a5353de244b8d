// Puts a visit to one listed person of the team: whose branch fits the company's place best, who is there and least busy, and
// nobody twice. A team of which nobody is listed works as one, at any hour.
import { companyPlace } from '../company-place.ts'
import type { Person } from '../staff/people.ts'
import { isStaffed } from '../staff/roster.ts'
import { routeOf } from '../staff/route.ts'
import { isWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import type { Visit } from './visit-record.ts'
import { watchOfVisit } from './visit-schedule.ts'

/** The next person to ask; undefined when nobody is listed or everybody who is there has been asked. */
export function nextVisitor(turn: Turn, visit: Visit): Person | undefined {
  const asked = visit.asked ?? []
  return routeOf(turn.knowledge.staffing, {
    desk: visit.team,
    lead: visit.id,
    products: [],
    reading: turn.reading,
    place: companyPlace(turn),
    day: turn.today,
    loads: turn.incoming.around?.loads ?? {},
  }).find(person => !asked.includes(person.id))
}

/** The visit put to a person. */
export const putVisitTo = (visit: Visit, person: Person): Visit => ({
  ...visit,
  holder: person.id,
  asked: [...(visit.asked ?? []), person.id],
})

/** The visit put to the next person, if there is one; otherwise as it was. */
export function assignVisit(turn: Turn, visit: Visit): Visit {
  const person = nextVisitor(turn, visit)
  return person ? putVisitTo(visit, person) : visit
}

/** Nobody of a listed team is told of anything new while none of them works. */
export const waitsForWork = (turn: Turn, visit: Visit): boolean =>
  isStaffed(turn.knowledge.staffing, visit.team) && !isWorkingTime(watchOfVisit(turn, visit), turn.incoming.at)
