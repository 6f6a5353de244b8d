// The clock looks after a visit: nobody accepted it, no time set, the day before, no report, a step on its day. Everything
// goes out in working time.
import { atDesk } from '../bank/lead-card.ts'
import { type Line, text } from '../card.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { callCard } from '../staff/call-card.ts'
import { holderOf, isAbsent, isHolderAway, isStaffed, managersOf } from '../staff/roster.ts'
import { nextWorkingTime } from '../staff/working-time.ts'
import { dayInChina, type Turn } from '../turn-state.ts'
import { nextVisitor, putVisitTo } from './assign-visit.ts'
import { timeCard } from './booking.ts'
import { refresh, tell, tellText, visitOf } from './desk.ts'
import { chase } from './follow-through.ts'
import type { Visit } from './visit-record.ts'
import { watchOfVisit } from './visit-schedule.ts'
import { calendarLine, visitTime } from './visit-text.ts'
import { putVisit, said, timerOf } from './watch-visit.ts'

/** At a listed team: the person who was asked is reminded once, then the next one is asked, and when nobody is left the manager. */
function askPeople(turn: Turn, visit: Visit): void {
  const person = holderOf(turn.knowledge.staffing, visit)
  if (person && (visit.ladder?.rung ?? 0) === 0 && !isAbsent(person, turn.today)) {
    putVisit(turn, said(turn, visit))
    turn.note('visit-nudged', visit.id, person.id)
    return tell(turn, visit, callCard(turn, 'visit.nudge-person', [person]))
  }
  const next = nextVisitor(turn, visit)
  if (next) {
    refresh(turn, putVisitTo(visit, next))
    turn.note('visit-next-person', visit.id, next.id)
    return
  }
  const managers = managersOf(turn.knowledge.staffing, visit.team, turn.today)
  // with nobody there at all the thread still asks
  putVisit(turn, said(turn, { ...visit, asked: visit.asked ?? [] }))
  turn.note('visit-to-manager', visit.id, managers.map(one => one.id).join(' '))
  tell(turn, visit, callCard(turn, 'visit.nudge-managers', managers))
}

/** Nobody accepted it: the team is asked, and once the company is told. */
function askTeam(turn: Turn, visit: Visit): void {
  const staffed = isStaffed(turn.knowledge.staffing, visit.team)
  const rung = visit.ladder?.rung ?? 0
  if (staffed) askPeople(turn, visit)
  else {
    putVisit(turn, said(turn, visit))
    turn.note('visit-nudged', visit.id, visit.state)
    tellText(turn, visit, 'visit.nudge-requested')
  }
  // at a listed team not before the first person has been asked and reminded
  if (visit.told || (staffed && rung === 0 && (visit.asked?.length ?? 0) < 2)) return
  putVisit(turn, { ...(visitOf(turn, visit.id) ?? visit), told: true })
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

/** The owner has not gone on: they are asked, or while they are away whoever can give it to somebody else. */
function nudge(turn: Turn, visit: Visit, key: string): void {
  putVisit(turn, said(turn, visit))
  const managers = managersOf(turn.knowledge.staffing, visit.team, turn.today)
  if (isHolderAway(turn.knowledge.staffing, visit, turn.today) && managers.length > 0) {
    turn.note('visit-to-manager', visit.id, managers.map(one => one.id).join(' '))
    return tell(turn, visit, callCard(turn, 'visit.owner-away', managers, { owner: visit.owner?.name ?? '' }))
  }
  turn.note('visit-nudged', visit.id, visit.state)
  callOwner(turn, visit, key)
}

/** A sentence for who accepted it: rung where they are listed. */
function callOwner(
  turn: Turn,
  visit: Visit,
  key: string,
  more: { time?: string } = {},
  also: readonly Line[] = [],
): void {
  const person = holderOf(turn.knowledge.staffing, visit)
  const name = visit.owner?.name ?? ''
  const words = atDesk(turn).t(key, { name, ...more })
  tell(turn, visit, { lines: [text(words), ...also], ...(person ? { calls: [person.id] } : {}) })
}

/** Both are reminded, once for each time that was set. */
function remind(turn: Turn, visit: Visit, time: string): void {
  const put = putVisit(turn, { ...visit, reminded: true })
  turn.note('visit-reminded', visit.id, time)
  const desk = atDesk(turn)
  callOwner(turn, put, 'visit.reminder-desk', { time: visitTime(desk, time) }, calendarLine(desk, put))
  const managers = managersOf(turn.knowledge.staffing, visit.team, turn.today)
  if (isHolderAway(turn.knowledge.staffing, put, dayInChina(time)) && managers.length > 0)
    tell(turn, put, callCard(turn, 'visit.owner-away', managers, { owner: visit.owner?.name ?? '' }))
  turn.say(timeCard(turn, put, 'visit.reminder'))
}

/** The timer of a visit is due. */
export function visitTick(turn: Turn, visit: Visit): void {
  const { at } = turn.incoming
  const working = nextWorkingTime(watchOfVisit(turn, visit), at)
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
