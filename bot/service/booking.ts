// The time of a visit: the team proposes it, the company confirms it, chooses another one or calls the visit off; when
// nobody was there a new time is found. Both sides always have the same time, and its calendar entry.
import { atDesk } from '../bank/lead-card.ts'
import { type Card, text } from '../card.ts'
import type { Sender } from '../ports.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { threadNotice } from '../staff/notice.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { refresh, tell, tellText, visitOf } from './desk.ts'
import { readSlot, slotsFor } from './slots.ts'
import { advance } from './visit.ts'
import type { Visit } from './visit-record.ts'
import { calendarLine, slotButtons, visitTime } from './visit-text.ts'

type Staff = Extract<Sender, { kind: 'staff' }>

const nameOf = (visit: Visit): string => visit.owner?.name ?? ''

/** The time as the company reads it, with what it can do about it. */
export function timeCard(turn: Turn, visit: Visit, key: string): Card {
  const values = { team: deskName(turn, visit.team), name: nameOf(visit), time: visitTime(turn, visit.time ?? '') }
  return {
    lines: [text(turn.t(key, values)), ...calendarLine(turn, visit)],
    buttons: [
      ...(visit.confirmed
        ? []
        : [[{ text: turn.t('button.time-suits'), press: press('vc', visit.id), style: 'primary' as const }]]),
      [
        { text: turn.t('button.other-time'), press: press('vm', visit.id) },
        { text: turn.t('button.call-off'), press: press('vx', visit.id) },
        { text: turn.t('button.reply'), press: press('rp', visit.id) },
      ],
    ],
  }
}

/** The visit at a new time. */
function at(turn: Turn, visit: Visit, time: string, by: string, confirmed: boolean): Visit | undefined {
  const moved = advance(visit, 'scheduled', by, turn.incoming.at)
  if (!moved) return undefined
  const { reminded: _old, ...rest } = moved
  return refresh(turn, { ...rest, time, confirmed, sequence: (visit.sequence ?? -1) + 1 })
}

/** Where no form can be filled in, the next free times are offered again, and a word to the company does the rest. */
function offerSlots(turn: Turn, visit: Visit): void {
  tell(turn, visit, {
    lines: [text(forDesk(turn).t('visit.other-time-how'))],
    buttons: slotButtons(atDesk(turn), slotsFor(turn, visit), key => press('V', visit.id, 'at', key)),
  })
}

/** The team proposes a time. */
export function schedule(turn: Turn, visit: Visit, staff: Staff, slot: string): void {
  if (slot === '') return offerSlots(turn, visit)
  const time = readSlot(turn, visit, slot)
  if (time === undefined) return tellText(turn, visit, 'visit.slot-gone')
  const scheduled = at(turn, visit, time, staff.person, false)
  if (!scheduled) return
  turn.note('visit-scheduled', visit.id, time)
  tell(turn, scheduled, {
    lines: [text(forDesk(turn).t('visit.scheduled-desk')), ...calendarLine(atDesk(turn), scheduled)],
  })
  turn.say(timeCard(turn, scheduled, 'visit.scheduled'))
}

/** Nobody was there: no reproach, a new time. */
export function missed(turn: Turn, visit: Visit, staff: Staff): void {
  if (visit.time === undefined || Date.parse(visit.time) > Date.parse(turn.incoming.at))
    return tellText(turn, visit, 'visit.missed-early')
  const back = advance(visit, 'accepted', staff.person, turn.incoming.at)
  if (!back) return
  const { time, confirmed: _was, reminded: _done, ...rest } = back
  const put = refresh(turn, { ...rest, missed: [...(visit.missed ?? []), visit.time] })
  turn.note('visit-missed', visit.id, time)
  turn.say({
    lines: [text(turn.t('visit.missed-told', { team: deskName(turn, visit.team) }))],
    buttons: timesOf(turn, put),
  })
}

const timesOf = (turn: Turn, visit: Visit) => [
  ...slotButtons(turn, slotsFor(turn, visit), key => press('vt', visit.id, key)),
  [
    { text: turn.t('button.reply'), press: press('rp', visit.id) },
    { text: turn.t('button.call-off'), press: press('vx', visit.id) },
  ],
]

/** Says that nothing can be arranged any more. */
const over = (turn: Turn): void => turn.say({ lines: [text(turn.t('visit.over'))] })

/** The company: the time suits. */
export function confirmTime(turn: Turn, id: string): void {
  const visit = visitOf(turn, id)
  if (visit?.state !== 'scheduled' || visit.time === undefined) return over(turn)
  if (!visit.confirmed) {
    refresh(turn, { ...visit, confirmed: true })
    turn.note('visit-confirmed', id)
    tell(turn, visit, {
      lines: [text(forDesk(turn).t('visit.confirmed-desk'))],
      notice: threadNotice(turn.knowledge.phrases, 'time-confirmed'),
    })
  }
  turn.say({ lines: [text(turn.t('visit.confirmed', { time: visitTime(turn, visit.time) }))] })
}

/** The company wants another time: these are free. */
export function askOtherTimes(turn: Turn, id: string): void {
  const visit = visitOf(turn, id)
  if (visit?.state !== 'scheduled' && visit?.state !== 'accepted') return over(turn)
  turn.say({ lines: [text(turn.t('visit.which-time'))], buttons: timesOf(turn, visit) })
}

/** The company chose a time: it holds, and the team is told. */
export function chooseTime(turn: Turn, id: string, slot: string): void {
  const visit = visitOf(turn, id)
  if (visit?.state !== 'scheduled' && visit?.state !== 'accepted') return over(turn)
  const time = readSlot(turn, visit, slot)
  if (time === undefined) return turn.say({ lines: [text(turn.t('visit.slot-gone'))], buttons: timesOf(turn, visit) })
  const put = at(turn, visit, time, 'enterprise', true)
  if (!put) return over(turn)
  turn.note('visit-rescheduled', id, time)
  const desk = atDesk(turn)
  tell(turn, put, {
    lines: [text(desk.t('visit.rescheduled-desk', { time: visitTime(desk, time) })), ...calendarLine(desk, put)],
  })
  turn.say(timeCard(turn, put, 'visit.rescheduled'))
}

/** The company calls the visit off; its other requests go on. */
export function callOff(turn: Turn, id: string): void {
  const visit = visitOf(turn, id)
  const cancelled = visit && advance(visit, 'cancelled', 'enterprise', turn.incoming.at)
  if (!visit || !cancelled) return over(turn)
  const { time: _none, ...rest } = cancelled
  refresh(turn, rest)
  turn.note('visit-cancelled', id)
  tellText(turn, visit, 'visit.cancelled-desk')
  turn.say({
    lines: [text(turn.t('visit.cancelled', { team: deskName(turn, visit.team) }))],
    buttons: [[{ text: turn.t('button.visit'), press: press('vs') }]],
  })
}
