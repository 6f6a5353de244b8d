// The working calendar of China as data: public holidays and worked weekend days as the State Council announces them,
// from the package chinese-days, which is updated once a year.
import chineseDays from 'chinese-days'
import type { WorkCalendar } from '#bot'
import { dayOf, isoOf } from '#engine'

/** Leads are not older than this when the program is new, nor planned further ahead. */
const FIRST_YEAR = 2024
const LAST_YEAR = 2035
const SATURDAY = 5
const FIRST_WEEKDAY = 3
const DAYS_PER_WEEK = 7

/** Every announced exception from Monday to Friday. */
export function loadCalendar(): WorkCalendar {
  const off = new Set<number>()
  const on = new Set<number>()
  const first = dayOf(`${FIRST_YEAR}-01-01`) ?? 0
  const last = dayOf(`${LAST_YEAR}-12-31`) ?? 0
  for (let day = first; day <= last; day++) {
    const weekday = (day + FIRST_WEEKDAY) % DAYS_PER_WEEK < SATURDAY
    const works = chineseDays.isWorkday(isoOf(day))
    if (weekday && !works) off.add(day)
    if (!weekday && works) on.add(day)
  }
  const lastYear = isoOf(Math.max(first, ...off)).slice(0, 4)
  return { off, on, knownTo: dayOf(`${lastYear}-12-31`) ?? first }
}
