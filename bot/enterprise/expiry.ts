// A case that nobody has touched for long enough does not stay for ever: its owner is told once, with the day, and when that
// day comes and still nobody has said a word, everything of it is erased. Any word, press or act of a desk keeps it.
import { isOpen as isLeadOpen } from '../bank/lead.ts'
import { text } from '../card.ts'
import { press } from '../press.ts'
import { isOpen as isVisitOpen } from '../service/visit.ts'
import { deskSchedule } from '../staff/roster.ts'
import { isWorkingTime, nextWorkingTime } from '../staff/working-time.ts'
import { clockInChina, type Turn } from '../turn-state.ts'

/** Key of the timer, and what its tick says. The store sets it for cases that have been quiet for so long. */
export const EXPIRY = 'expiry'
const MS_PER_DAY = 86_400_000
const DATE_LETTERS = 10

const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * MS_PER_DAY).toISOString()

/** Somebody did something: what was announced is taken back. */
export function stay(turn: Turn): void {
  if (turn.case.expiry?.erasedFrom === undefined) return
  turn.forgetReminder(EXPIRY)
  turn.update({ expiry: { keptAt: turn.incoming.at } })
  turn.note('expiry-taken-back', 'case')
}

/** Nothing of the owner's is in it but a greeting: nobody needs to be asked. */
const isEmpty = ({ case: { answers, consents, leads, visits } }: Turn): boolean =>
  Object.keys(answers).length + consents.length + leads.length + visits.length === 0

function announce(turn: Turn): void {
  const { at } = turn.incoming
  const schedule = deskSchedule(turn.knowledge)
  if (!isWorkingTime(schedule, at)) {
    const later = nextWorkingTime(schedule, at)
    if (later !== undefined) turn.remind(EXPIRY, later, EXPIRY)
    return
  }
  const erasedFrom = daysAfter(at, turn.knowledge.script.limits.expiryNoticeDays)
  turn.update({ expiry: { erasedFrom } })
  turn.remind(EXPIRY, erasedFrom, EXPIRY)
  turn.note('expiry-announced', 'case')
  turn.say({
    title: turn.t('expiry.title'),
    lines: [text(turn.t('expiry.told', { date: clockInChina(erasedFrom).slice(0, DATE_LETTERS) }))],
    buttons: [
      [
        { text: turn.t('button.review'), press: press('r'), style: 'primary' },
        { text: turn.t('button.delete'), press: press('dd') },
      ],
    ],
  })
}

/** The timer is due: tells of it, or, when that was done and the day has come, lets everything go. */
export function expiryTick(turn: Turn): void {
  const { expiry, leads, visits } = turn.case
  const { at } = turn.incoming
  // what is under way with a bank or a team is nobody's to forget
  if (leads.some(isLeadOpen) || visits.some(isVisitOpen)) return turn.update({ expiry: undefined })
  const quietDays = turn.knowledge.script.limits.expiryQuietDays
  if (expiry?.keptAt !== undefined && daysAfter(expiry.keptAt, quietDays) > at) return
  if (expiry?.erasedFrom === undefined && !isEmpty(turn)) return announce(turn)
  if (expiry?.erasedFrom !== undefined && expiry.erasedFrom > at) return turn.remind(EXPIRY, expiry.erasedFrom, EXPIRY)
  turn.note('expired', 'case')
  turn.expire()
}
