// Which days people work on in China: Monday to Friday, except public holidays, and besides the weekend days that are
// worked in exchange (调休). The exceptions come in as data, for they are announced a year at a time.

export interface WorkCalendar {
  /** weekdays that are holidays, as days since 1970 */
  readonly off: ReadonlySet<number>
  /** weekend days that are worked */
  readonly on: ReadonlySet<number>
  /** last day whose exceptions are announced; later days go by the weekday alone */
  readonly knownTo: number
}

/** No exception is known: Monday to Friday. */
export const WEEKDAYS_ONLY: WorkCalendar = { off: new Set(), on: new Set(), knownTo: 0 }

const DAYS_PER_WEEK = 7
/** 1970-01-01 was a Thursday: counted from Monday, day three */
const FIRST_WEEKDAY = 3
const SATURDAY = 5

/** Whether a day (since 1970) is worked. */
export function isWorkingDay(calendar: WorkCalendar, day: number): boolean {
  if (calendar.on.has(day)) return true
  if (calendar.off.has(day)) return false
  return (day + FIRST_WEEKDAY) % DAYS_PER_WEEK < SATURDAY
}
