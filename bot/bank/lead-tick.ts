// The clock looks after a lead: when nobody reacts, its next step happens by itself — nudge, next person, manager, the next
// receiver the company agreed to. Everything goes out in working time, and the company can see each step.
import { text } from '../card.ts'
import type { Lead } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { threadNotice } from '../staff/notice.ts'
import { deskSchedule, isHolderAway, isStaffed, managersOf } from '../staff/roster.ts'
import { nextWorkingTime } from '../staff/working-time.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { putBack } from './acts/hand-over.ts'
import { tellRefusal } from './acts/refuse.ts'
import { afterClosing } from './after-closing.ts'
import { nextPerson, putTo } from './assign.ts'
import { watchDecision } from './decision-time.ts'
import { refresh, tell } from './desk.ts'
import { advance, isOpen } from './lead.ts'
import { leadCard } from './lead-card.ts'
import { offer, startLead } from './open-lead.ts'
import { putLead } from './put-lead.ts'
import { standbyButtons, standbyOf } from './standby.ts'
import { climbed, nextRung, timerOf } from './watch.ts'

/** The coded reason when the company could not be reached. */
const UNREACHABLE = 'unreachable'

/** Listed people are told by reminder.ts, several leads in one message: few messages are read, many are not. */
const isToldTogether = (turn: Turn, lead: Lead): boolean => isStaffed(turn.knowledge.staffing, lead.receiver)

/** Where people cannot be told together, the thread is told. */
const tellNobodyDid = (turn: Turn, lead: Lead): void =>
  tell(turn, lead, {
    lines: [text(forDesk(turn).t(lead.owner ? 'lead.nudge-owner' : 'lead.nudge', { name: lead.owner?.name ?? '' }))],
    notice: threadNotice(turn.knowledge.phrases, 'nudge'),
  })

function nudge(turn: Turn, lead: Lead): void {
  // who is away is not reminded: an untaken lead goes on to the next, an owned one to the manager
  if (isHolderAway(turn.knowledge.staffing, lead, turn.today))
    return lead.owner ? askManager(turn, lead) : askNext(turn, lead)
  putLead(turn, climbed(turn, lead, 'nudge'))
  turn.note('lead-nudged', lead.id, lead.holder)
  if (isToldTogether(turn, lead)) return
  tellNobodyDid(turn, lead)
}

function askNext(turn: Turn, lead: Lead): void {
  const person = nextPerson(turn, lead)
  if (!person) return askManager(turn, lead)
  refresh(turn, climbed(turn, putTo(lead, person), 'next-person'))
  turn.note('lead-next-person', lead.id, person.id)
}

function askManager(turn: Turn, lead: Lead): void {
  const managers = managersOf(turn.knowledge.staffing, lead.receiver, turn.today)
  const first = lead.ladder?.did !== 'manager'
  putLead(turn, climbed(turn, lead, 'manager'))
  turn.note('lead-to-manager', lead.id, managers.map(person => person.id).join(' '))
  const together = isToldTogether(turn, lead)
  if (together && lead.owner && lead.state !== 'taken') return
  // where nobody could be told together the thread is told
  if (!together || (managers.length === 0 && lead.holder === undefined)) tellNobodyDid(turn, lead)
  // without a manager on the list nobody was asked, and nothing is claimed
  if (first && managers.length > 0)
    turn.say({ lines: [text(turn.t('lead.at-manager', { receiver: deskName(turn, lead.receiver) }))] })
}

/** Nobody at this receiver took it: on to the next one agreed to, or the company chooses. */
function goElsewhere(turn: Turn, lead: Lead): void {
  const receiver = deskName(turn, lead.receiver)
  const consent = standbyOf(turn)
  const passed = consent ? advance(lead, 'passed', 'clock', turn.incoming.at) : undefined
  if (!consent?.standby || !passed) {
    putLead(turn, climbed(turn, lead, 'elsewhere'))
    turn.note('lead-nobody', lead.id)
    turn.say({
      lines: [text(turn.t('lead.nobody', { receiver }))],
      buttons: [
        ...standbyButtons(turn, lead),
        [
          { text: turn.t('button.results'), press: press('x') },
          { text: turn.t('button.visit'), press: press('vs') },
        ],
      ],
    })
    return
  }
  const closed = putLead(turn, passed)
  turn.recall(closed.receiver, closed.id)
  turn.note('lead-passed', closed.id, consent.receiver)
  turn.post(closed.receiver, closed.id, leadCard(turn, closed), closed.id)
  const next = startLead(turn, consent, consent.standby, { from: lead.id })
  turn.say({
    lines: [text(turn.t('lead.passed-on', { receiver, next: deskName(turn, next.receiver) }))],
    buttons: [[{ text: turn.t('button.status'), press: press('st') }]],
  })
}

/** The company did not answer either: the lead ends, and says how to go on. */
function giveUp(turn: Turn, lead: Lead): void {
  const closed = advance(lead, 'refused', 'clock', turn.incoming.at)
  if (!closed) return
  refresh(turn, { ...closed, refusal: UNREACHABLE })
  turn.note('lead-refused', lead.id, UNREACHABLE)
  tellRefusal(turn, lead, UNREACHABLE)
  afterClosing(turn, lead)
}

/** The timer of a lead is due. */
export function leadTick(turn: Turn, lead: Lead): void {
  if (!isOpen(lead)) return
  const { at } = turn.incoming
  // from before leads were watched: its waiting begins now
  if (lead.due === undefined) {
    putLead(turn, lead)
    return watchDecision(turn, lead)
  }
  // somebody reacted meanwhile: the step is not due yet
  if (Date.parse(at) < Date.parse(lead.due)) return turn.remind(timerOf(lead), lead.due, `lead:${lead.id}`)
  const working = nextWorkingTime(deskSchedule(turn.knowledge), at)
  // after a standstill of the machine it may be any hour
  if (working !== undefined && working !== at) return turn.remind(timerOf(lead), working, `lead:${lead.id}`)
  switch (nextRung(turn, lead)?.does) {
    case 'offer':
      return void offer(turn, lead)
    case 'nudge':
      return nudge(turn, lead)
    case 'next-person':
      return askNext(turn, lead)
    case 'manager':
      return askManager(turn, lead)
    case 'elsewhere':
      return goElsewhere(turn, lead)
    case 'reoffer':
      return putBack(turn, lead, 'clock')
    case 'close':
      return giveUp(turn, lead)
    default:
      return
  }
}
