// Days and calendar parts as plain arithmetic on days since 1970; the present is always passed in.
import { dayOf, isoOf, type Range } from '#engine'

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A month as it is said, its number in one group: 6 月, 十二月份. Source of a regular expression. */
export const MONTH_SAID = '(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?'

const pad = (value: number): string => String(value).padStart(2, '0')

export function partsOf(day: number): CalendarDay {
  const [year = 1970, month = 1, date = 1] = isoOf(day).split('-').map(Number)
  return { year, month, day: date }
}

/** The day, or undefined when the calendar has none such. */
export function dayFrom(year: number, month: number, day: number): number | undefined {
  return dayOf(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`)
}

const MONTH_ENDS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysIn = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (MONTH_ENDS[month - 1] ?? 30)

/** From the first day of one month to the last day of another (1–12, both included). */
export function monthsOf(year: number, from: number, to: number): Range | undefined {
  const low = dayFrom(year, from, 1)
  const high = dayFrom(year, to, daysIn(year, to))
  return low === undefined || high === undefined ? undefined : { low, high }
}

/** The same day so many months earlier, or the month's last day. */
export function monthsBefore(day: number, months: number): number {
  const { year, month, day: date } = partsOf(day)
  const index = year * 12 + month - 1 - months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return dayFrom(y, m, Math.min(date, daysIn(y, m))) ?? day
}
