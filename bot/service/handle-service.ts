// What a service team does with a visit. Who of it may, the table of rights says, asked at the moment of the write.
import { text } from '../card.ts'
import type { Form, FormValues } from '../form.ts'
import type { Sender } from '../ports.ts'
import { press } from '../press.ts'
import { toEnterprise } from '../relay/carry.ts'
import { refuseDesk } from '../relay/end.ts'
import { deskRead } from '../relay/read-state.ts'
import { offerRequests, request } from '../relay/request.ts'
import { obstacleOf, type Thread, visitThread } from '../relay/thread.ts'
import type { VisitVerb } from '../rights.ts'
import { deskName } from '../show.ts'
import { admitted } from '../staff/admit.ts'
import { isStaffed, personOf } from '../staff/roster.ts'
import type { Turn } from '../turn-state.ts'
import { assignVisit } from './assign-visit.ts'
import { missed, schedule } from './booking.ts'
import { refresh, tellText, visitOf } from './desk.ts'
import { doneByTeam } from './follow-through.ts'
import {
  addNote,
  openPart,
  postponeStep,
  startReport,
  submit,
  toggleFact,
  toggleFinding,
  togglePaper,
  toggleStep,
  toggleTopic,
} from './report.ts'
import { advance, isOpen } from './visit.ts'
import { fillVisitForm, visitForm } from './visit-forms.ts'
import type { Visit } from './visit-record.ts'
import { acted, putVisit } from './watch-visit.ts'

type Staff = Extract<Sender, { kind: 'staff' }>

type Act = (turn: Turn, visit: Visit, staff: Staff, argument: string) => void

const withArgument =
  (act: (turn: Turn, visit: Visit, argument: string) => void): Act =>
  (turn, visit, _staff, argument) =>
    act(turn, visit, argument)

/** What every button of a visit does. Who may press it stands in bot/rights.ts. */
const VISIT_ACTS: Readonly<Record<VisitVerb, Act>> = {
  take,
  release,
  at: schedule,
  missed,
  report: startReport,
  part: withArgument(openPart),
  topic: withArgument(toggleTopic),
  fact: withArgument(toggleFact),
  finding: withArgument(toggleFinding),
  paper: withArgument(togglePaper),
  step: withArgument(toggleStep),
  later: withArgument(postponeStep),
  submit,
  requests: (turn, visit) => talk(turn, visit, thread => offerRequests(turn, thread)),
  request: (turn, visit, staff, code) => talk(turn, visit, thread => request(turn, thread, staff.name, code)),
  done: withArgument(doneByTeam),
  again: (turn, visit) => proposeAgain(turn, visit),
}
/** What can still be done when the report is in. */
const AFTERWARDS: readonly (VisitVerb | 'words')[] = ['requests', 'request', 'done', 'again', 'words']

function take(turn: Turn, visit: Visit, staff: Staff): void {
  const taken = advance(visit, 'accepted', staff.person, turn.incoming.at)
  if (!taken) return
  const person = personOf(turn.knowledge.staffing, staff)
  const name = person?.name ?? staff.name
  const { holder: _asked, ...rest } = taken
  refresh(turn, { ...rest, owner: { person: staff.person, name }, ...(person ? { holder: person.id } : {}) })
  turn.note('visit-accepted', visit.id)
  tellText(turn, visit, 'visit.thread-how')
  turn.say({ lines: [text(turn.t('visit.accepted', { team: deskName(turn, visit.team), name }))] })
}

/** Puts the visit back for a colleague, who is asked at once where people are listed: masked again, without a time. */
function release(turn: Turn, visit: Visit, staff: Staff): void {
  const back = advance(visit, 'requested', staff.person, turn.incoming.at)
  if (!back) return
  const { owner: _former, holder: _had, time: _gone, confirmed: _was, reminded: _done, told: _heard, ...rest } = back
  // who gives it up is not asked again
  const asked = [...new Set([...(rest.asked ?? []), ...(visit.holder === undefined ? [] : [visit.holder])])]
  refresh(turn, assignVisit(turn, isStaffed(turn.knowledge.staffing, visit.team) ? { ...rest, asked } : rest))
  turn.note('visit-released', visit.id)
  tellText(turn, visit, 'visit.free-again')
  turn.say({ lines: [text(turn.t('visit.released', { team: deskName(turn, visit.team) }))] })
}

/** Another visit is proposed; the company decides, and agrees anew. */
function proposeAgain(turn: Turn, visit: Visit): void {
  const why = obstacleOf(visitThread(turn, visit))
  if (why) return refuseDesk(turn, visitThread(turn, visit), why)
  turn.note('visit-proposed', visit.id, visit.team)
  tellText(turn, visit, 'visit.proposed-desk')
  turn.say({
    lines: [text(turn.t('visit.proposed-again', { team: deskName(turn, visit.team) }))],
    buttons: [[{ text: turn.t('button.visit'), press: press('vs', visit.team), style: 'primary' }]],
  })
}

/** Runs `act` when words may pass to the company, otherwise says why not. */
function talk(turn: Turn, visit: Visit, act: (thread: Thread) => void): void {
  const thread = visitThread(turn, visit)
  const why = obstacleOf(thread)
  if (why) return refuseDesk(turn, thread, why)
  putVisit(turn, acted(turn, visit))
  act(thread)
}

const isVisitVerb = (verb: string): verb is VisitVerb => Object.hasOwn(VISIT_ACTS, verb)

function mayDo(turn: Turn, visit: Visit, staff: Staff, verb: VisitVerb | 'words'): boolean {
  const open = isOpen(visit) || (visit.state === 'reported' && AFTERWARDS.includes(verb))
  return admitted(turn, staff, { ...visit, desk: visit.team, open }, `visit.${verb}`)
}

/** Who acts on a visit has seen what the company wrote there. */
function seen(turn: Turn, visit: Visit): Visit {
  deskRead(turn, visitThread(turn, visit))
  return visitOf(turn, visit.id) ?? visit
}

/** A button of a visit's card. */
export function handleVisitPress(turn: Turn, visit: Visit, staff: Staff, verb: string, argument = ''): void {
  if (isVisitVerb(verb) && mayDo(turn, visit, staff, verb)) VISIT_ACTS[verb](turn, seen(turn, visit), staff, argument)
}

/** The form a button opens for this person; undefined where it has none or they may not. Changes nothing. */
export function openVisitForm(turn: Turn, visit: Visit, staff: Staff, verb: string): Form | undefined {
  return isVisitVerb(verb) && mayDo(turn, visit, staff, verb) ? visitForm(turn, visit, verb) : undefined
}

/** A form of a visit's card was handed in: the right is that of its button. */
export function handleVisitForm(turn: Turn, visit: Visit, staff: Staff, verb: string, values: FormValues): void {
  if (isVisitVerb(verb) && mayDo(turn, visit, staff, verb)) fillVisitForm(turn, seen(turn, visit), staff, verb, values)
}

/** Words a visitor typed: part of the report while it is open, otherwise a message to the company. */
export function handleVisitText(turn: Turn, visit: Visit, staff: Staff, words: string): void {
  if (!mayDo(turn, visit, staff, 'words')) return
  const current = seen(turn, visit)
  if (current.state === 'reporting') return addNote(turn, current, words)
  talk(turn, current, thread => toEnterprise(turn, thread, staff.name, words))
}
