// Working time: how long somebody had to react, and when so much of it will have passed. Instants are ISO, the day and its
// hours are China's, which has one zone and no summer time.
import { isWorkingDay, type WorkCalendar } from './calendar.ts'

const MS_PER_MINUTE = 60_000
const MINUTES_PER_DAY = 1_440
const CHINA_MINUTES = 480
/** No break is longer: a search that goes further has no hours to find. */
const DAYS_SEARCHED_MAX = 400

/** Part of a day, in minutes since midnight, `to` not included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** When somebody works: in which parts of the working days, and on which days not. */
export interface Schedule {
  readonly calendar: WorkCalendar
  /** in order, not overlapping, at least one */
  readonly hours: readonly Span[]
  readonly absent?: ((day: number) => boolean) | undefined
}

/** Minutes since 1970 on China's clock, rounded down. */
const chinaMinutes = (at: string): number => Math.floor(Date.parse(at) / MS_PER_MINUTE) + CHINA_MINUTES
const instantOf = (minutes: number): string => new Date((minutes - CHINA_MINUTES) * MS_PER_MINUTE).toISOString()
const dayOfMinutes = (minutes: number): number => Math.floor(minutes / MINUTES_PER_DAY)

const worksOn = (schedule: Schedule, day: number): boolean =>
  isWorkingDay(schedule.calendar, day) && !schedule.absent?.(day)

/** The spans of working time from `start` on, in minutes on China's clock. */
function* spansFrom(schedule: Schedule, start: number): Generator<Span> {
  const first = dayOfMinutes(start)
  for (let day = first; day < first + DAYS_SEARCHED_MAX; day++) {
    if (!worksOn(schedule, day)) continue
    for (const { from, to } of schedule.hours) {
      const begin = Math.max(start, day * MINUTES_PER_DAY + from)
      const end = day * MINUTES_PER_DAY + to
      if (begin < end) yield { from: begin, to: end }
    }
  }
}

/** Whether people work at this instant. */
export function isWorkingTime(schedule: Schedule, at: string): boolean {
  const minutes = chinaMinutes(at)
  const day = dayOfMinutes(minutes)
  const time = minutes - day * MINUTES_PER_DAY
  return worksOn(schedule, day) && schedule.hours.some(({ from, to }) => time >= from && time < to)
}

/** This instant when it is worked, otherwise the beginning of the next working time; undefined when there is none. */
export function nextWorkingTime(schedule: Schedule, at: string): string | undefined {
  if (isWorkingTime(schedule, at)) return at
  for (const span of spansFrom(schedule, chinaMinutes(at))) return instantOf(span.from)
  return undefined
}

/**
 * The instant at which so many working minutes will have passed. It is itself in working time: what ends with the day is
 * due when the next one begins. Undefined when the schedule has no such time.
 * @example after Friday 17:00 with hours to 17:30, 60 minutes → Monday 09:30
 */
export function afterWorking(schedule: Schedule, at: string, minutes: number): string | undefined {
  let left = minutes
  for (const span of spansFrom(schedule, chinaMinutes(at))) {
    if (left < span.to - span.from) return instantOf(span.from + left)
    left -= span.to - span.from
  }
  return undefined
}

/** Working minutes from one instant to another; 0 when the second is not later. */
export function workingMinutes(schedule: Schedule, from: string, to: string): number {
  const end = chinaMinutes(to)
  let total = 0
  for (const span of spansFrom(schedule, chinaMinutes(from))) {
    if (span.from >= end) break
    total += Math.min(span.to, end) - span.from
  }
  return total
}

/** Working minutes of an ordinary day. */
export const minutesPerDay = ({ hours }: Schedule): number => hours.reduce((sum, { from, to }) => sum + to - from, 0)
