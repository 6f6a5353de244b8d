// The working time of whoever makes a visit: the owner's own where listed, otherwise the desks'.
import { deskSchedule, personOf, scheduleOf } from '../staff/roster.ts'
import type { Schedule } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import type { Visit } from './visit-record.ts'

export function scheduleOfVisit({ knowledge }: Pick<Turn, 'knowledge'>, visit: Visit): Schedule {
  const { calendar, staffing } = knowledge
  const person =
    visit.owner && personOf(staffing, { kind: 'staff', desk: visit.team, person: visit.owner.person, name: '' })
  return person ? scheduleOf(calendar, person) : deskSchedule(calendar, staffing)
}
