// The clock looks after a visit: nobody accepted it, no time set, the day before, no report, a step on its day. Everything
// goes out in working time.
import { atDesk } from '../bank/lead-card.ts'
import { text } from '../card.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { nextWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import { timeCard } from './booking.ts'
import { tell, tellText } from './desk.ts'
import { chase } from './follow-through.ts'
import type { Visit } from './visit-record.ts'
import { scheduleOfVisit } from './visit-schedule.ts'
import { calendarLine, visitTime } from './visit-text.ts'
import { putVisit, said, timerOf } from './watch-visit.ts'

/** Nobody accepted it: the team is asked, and the first time the company is told. */
function askTeam(turn: Turn, visit: Visit): void {
  const first = (visit.ladder?.rung ?? 0) === 0
  putVisit(turn, said(turn, visit))
  turn.note('visit-nudged', visit.id, visit.state)
  tellText(turn, visit, 'visit.nudge-requested')
  if (!first) return
  const team = turn.knowledge.catalogue.directory.teams.get(visit.team)
  turn.say({
    lines: [
      text(
        turn.t('visit.still-waiting', {
          team: deskName(turn, visit.team),
          contact: team ? turn.w(team.contact) : '',
        }),
      ),
    ],
    buttons: [[{ text: turn.t('button.status'), press: press('st') }]],
  })
}

/** The owner has not gone on. */
function nudge(turn: Turn, visit: Visit, key: string): void {
  putVisit(turn, said(turn, visit))
  turn.note('visit-nudged', visit.id, visit.state)
  tellText(turn, visit, key, { name: visit.owner?.name ?? '' })
}

/** Both are reminded, once for each time that was set. */
function remind(turn: Turn, visit: Visit, time: string): void {
  const put = putVisit(turn, { ...visit, reminded: true })
  turn.note('visit-reminded', visit.id, time)
  const desk = atDesk(turn)
  tell(turn, put, {
    lines: [
      text(desk.t('visit.reminder-desk', { name: visit.owner?.name ?? '', time: visitTime(desk, time) })),
      ...calendarLine(desk, put),
    ],
  })
  turn.say(timeCard(turn, put, 'visit.reminder'))
}

/** The timer of a visit is due. */
export function visitTick(turn: Turn, visit: Visit): void {
  const { at } = turn.incoming
  const working = nextWorkingTime(scheduleOfVisit(turn, visit), at)
  // after a standstill of the machine it may be any hour
  if (working !== undefined && working !== at) return turn.remind(timerOf(visit), working, `visit:${visit.id}`)
  switch (visit.state) {
    case 'requested':
      return askTeam(turn, visit)
    case 'accepted':
      return nudge(turn, visit, 'visit.nudge-accepted')
    case 'scheduled': {
      const ahead = visit.time !== undefined && Date.parse(visit.time) > Date.parse(at)
      if (ahead && visit.time !== undefined) return remind(turn, visit, visit.time)
      return nudge(turn, visit, 'visit.nudge-report')
    }
    case 'reporting':
      return nudge(turn, visit, 'visit.nudge-report')
    case 'reported':
      chase(turn, visit)
      return void putVisit(turn, said(turn, visit))
    default:
      return undefined
  }
}
