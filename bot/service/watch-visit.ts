// The next deadline of a visit: every open one has exactly one timer, and so has one with something agreed on and not done.
// Nobody accepted, no time set: it is said. A day before both are reminded; afterwards the report is asked for, then each
// step on its day, until it is done.
import { isoOf } from '#engine'
import { isStaffed } from '../staff/roster.ts'
import { afterWorking, isWorkingTime, nextWorkingTime } from '../staff/working-time.ts'
import { dayInChina, type Turn } from '../turn-state.ts'
import { openSteps } from './visit.ts'
import type { Visit } from './visit-record.ts'
import { watchOfVisit } from './visit-schedule.ts'

/** No string of free days is longer. */
const DAYS_BACK_MAX = 15

export const timerOf = (visit: Visit): string => `visit.${visit.id}`

const later = (one: string, other: string): string => (Date.parse(one) > Date.parse(other) ? one : other)

/** When both are reminded: on the last working day before; undefined when that is past. */
function reminderOf(turn: Turn, visit: Visit): string | undefined {
  if (visit.time === undefined || visit.reminded) return undefined
  const schedule = watchOfVisit(turn, visit)
  const day = dayInChina(visit.time)
  for (let back = 1; back <= DAYS_BACK_MAX; back++) {
    const at = new Date(
      Date.parse(`${isoOf(day - back)}T${turn.knowledge.script.visit.remindAt}:00+08:00`),
    ).toISOString()
    if (!isWorkingTime(schedule, at)) continue
    return Date.parse(at) > Date.parse(turn.incoming.at) ? at : undefined
  }
  return undefined
}

/** When something happens by itself next; undefined when nothing has to. */
function dueOf(turn: Turn, visit: Visit, since: string): string | undefined {
  const { patience } = turn.knowledge.script.visit
  const schedule = watchOfVisit(turn, visit)
  const after = (from: string, minutes: number) => afterWorking(schedule, from, minutes) ?? turn.incoming.at
  switch (visit.state) {
    case 'requested':
      if (!isStaffed(turn.knowledge.staffing, visit.team)) return after(since, patience.requested)
      // asked for while nobody worked: put to somebody as soon as they do
      if (visit.asked === undefined) return nextWorkingTime(schedule, since) ?? turn.incoming.at
      return after(since, patience.person)
    case 'accepted':
      return after(since, patience.accepted)
    case 'scheduled':
      return reminderOf(turn, visit) ?? after(later(visit.time ?? since, since), patience.report)
    case 'reporting':
      return after(since, patience.report)
    default: {
      const [step] = openSteps(visit)
      if (!step) return undefined
      const day = `${isoOf(step.due)}T00:00:00+08:00`
      // asked for already: not every day
      const from = (visit.ladder?.rung ?? 0) > 0 ? later(day, after(since, patience.step)) : day
      return nextWorkingTime(schedule, new Date(Date.parse(from)).toISOString()) ?? turn.incoming.at
    }
  }
}

/** The visit with its deadline, and the timer set or stopped. */
export function watchVisit(turn: Turn, visit: Visit): Visit {
  const ladder = visit.ladder ?? { since: turn.incoming.at, rung: 0 }
  const due = dueOf(turn, visit, ladder.since)
  if (due === undefined) {
    turn.forgetReminder(timerOf(visit))
    const { due: _due, ladder: _ladder, ...rest } = visit
    return rest
  }
  turn.remind(timerOf(visit), due, `visit:${visit.id}`)
  return { ...visit, ladder, due }
}

/** Somebody did something: the waiting begins anew. */
export const acted = (turn: Turn, visit: Visit): Visit => ({ ...visit, ladder: { since: turn.incoming.at, rung: 0 } })

/** It was said that nobody did: the next time counts from now. */
export const said = (turn: Turn, visit: Visit): Visit => ({
  ...visit,
  ladder: { since: turn.incoming.at, rung: (visit.ladder?.rung ?? 0) + 1 },
})

/** Replaces one visit of the case, or adds it, and with it its deadline. */
export function putVisit(turn: Turn, visit: Visit): Visit {
  const watched = watchVisit(turn, visit)
  const { visits } = turn.case
  const known = visits.some(one => one.id === visit.id)
  turn.update({ visits: known ? visits.map(one => (one.id === visit.id ? watched : one)) : [...visits, watched] })
  return watched
}
