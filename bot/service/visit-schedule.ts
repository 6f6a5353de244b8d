// The working time of whoever makes a visit: the owner's own where listed, otherwise the desks'.
import type { Person } from '../staff/people.ts'
import { deskSchedule, personOf, scheduleOf } from '../staff/roster.ts'
import type { Schedule } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import type { Visit } from './visit-record.ts'

function ownerOf({ knowledge }: Pick<Turn, 'knowledge'>, { owner, team }: Visit): Person | undefined {
  return owner && personOf(knowledge.staffing, { kind: 'staff', desk: team, person: owner.person, name: '' })
}

/** When the visit can take place. */
export function scheduleOfVisit(turn: Pick<Turn, 'knowledge'>, visit: Visit): Schedule {
  const person = ownerOf(turn, visit)
  return person ? scheduleOf(turn.knowledge.calendar, person) : deskSchedule(turn.knowledge)
}

/** When it is looked after: in the same hours, but it does not wait for an owner who is away to come back. */
export function watchOfVisit(turn: Pick<Turn, 'knowledge'>, visit: Visit): Schedule {
  const { calendar, hours } = deskSchedule(turn.knowledge)
  return { calendar, hours: ownerOf(turn, visit)?.hours ?? hours }
}
