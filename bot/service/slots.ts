// Times that can be booked for a visit: mornings and afternoons of the next working days of whoever comes, without those
// the team has already given to another company.
import { isoOf } from '#engine'
import { isWorkingTime } from '../staff/working-time.ts'
import { dayInChina, type Turn } from '../turn-state.ts'
import type { Visit } from './visit-record.ts'
import { scheduleOfVisit } from './visit-schedule.ts'

/** Days offered at once, and how far ahead a time may lie. */
const DAYS_OFFERED = 3
const DAYS_AHEAD_MAX = 30
const MS_PER_MINUTE = 60_000
const SLOT = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})$/

/** One time: as a button carries it, and as an instant. */
export interface Slot {
  readonly key: string
  readonly at: string
  readonly half: 'am' | 'pm'
  /** days since 1970 */
  readonly day: number
}

const instantOf = (day: string, clock: string): string => new Date(Date.parse(`${day}T${clock}:00+08:00`)).toISOString()

/** Whether the team is expected elsewhere at that time. */
function isTaken(turn: Turn, visit: Visit, at: string): boolean {
  const near = turn.knowledge.script.visit.slots.minutes * MS_PER_MINUTE
  const booked = turn.incoming.around?.booked ?? []
  return booked.some(one => one.team === visit.team && Math.abs(Date.parse(one.time) - Date.parse(at)) < near)
}

function slotsOn(turn: Turn, visit: Visit, day: number): Slot[] {
  const { slots } = turn.knowledge.script.visit
  const schedule = scheduleOfVisit(turn, visit)
  return (['am', 'pm'] as const).flatMap(half => {
    const clock = slots[half]
    const at = instantOf(isoOf(day), clock)
    const free = isWorkingTime(schedule, at) && !isTaken(turn, visit, at)
    return free ? [{ key: `${isoOf(day)}T${clock.replace(':', '')}`, at, half, day }] : []
  })
}

/** The next free times, from tomorrow on. */
export function slotsFor(turn: Turn, visit: Visit): Slot[] {
  const today = dayInChina(turn.incoming.at)
  const days: Slot[][] = []
  for (let day = today + 1; day <= today + DAYS_AHEAD_MAX && days.length < DAYS_OFFERED; day++) {
    const slots = slotsOn(turn, visit, day)
    if (slots.length > 0) days.push(slots)
  }
  return days.flat()
}

/** The instant a button means; undefined when nobody works then, it is past or too far ahead, or it was taken meanwhile. */
export function readSlot(turn: Turn, visit: Visit, key: string): string | undefined {
  const [, day, hours, minutes] = SLOT.exec(key) ?? []
  if (day === undefined || Number.isNaN(Date.parse(`${day}T${hours}:${minutes}:00+08:00`))) return undefined
  const at = instantOf(day, `${hours}:${minutes}`)
  const ahead = dayInChina(at) - dayInChina(turn.incoming.at)
  if (ahead > DAYS_AHEAD_MAX || Date.parse(at) <= Date.parse(turn.incoming.at)) return undefined
  return isWorkingTime(scheduleOfVisit(turn, visit), at) && !isTaken(turn, visit, at) ? at : undefined
}
