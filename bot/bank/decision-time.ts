// The receiver's one month: the national coordination mechanism for small firms' finance asks banks to decide within a month
// of the recommendation. Its people are reminded before, and when it is over the company hears so.
import { text } from '../card.ts'
import type { Lead } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { deskSchedule } from '../staff/roster.ts'
import { nextWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import { tellText } from './desk.ts'
import { advance, appliedAt, isOpen } from './lead.ts'
import { leadCard } from './lead-card.ts'
import { putLead } from './put-lead.ts'

const MS_PER_DAY = 86_400_000

const daysSince = (turn: Turn, lead: Lead): number =>
  (Date.parse(turn.incoming.at) - Date.parse(appliedAt(lead))) / MS_PER_DAY

function remindAfter(turn: Turn, lead: Lead, days: number): void {
  const at = new Date(Date.parse(appliedAt(lead)) + days * MS_PER_DAY).toISOString()
  turn.remind(`month.${lead.id}`, nextWorkingTime(deskSchedule(turn.knowledge), at) ?? at, `month:${lead.id}`)
}

/** Starts to count. */
export const watchDecision = (turn: Turn, lead: Lead): void =>
  remindAfter(turn, lead, turn.knowledge.script.lead.warningDays)

/** Decided is what has a credit line, or an end. */
const isDecided = (lead: Lead): boolean => !isOpen(lead) || lead.state === 'granted'

/** The tick: the days are nearly over, or over. A lead that nobody ever took ends here, and the company is free of it. */
export function decisionTick(turn: Turn, lead: Lead): void {
  if (isDecided(lead)) return
  const { decisionDays } = turn.knowledge.script.lead
  const days = Math.floor(daysSince(turn, lead))
  if (days < decisionDays) {
    remindAfter(turn, lead, decisionDays)
    return tellText(turn, lead, 'lead.month-near', { left: decisionDays - days, name: lead.owner?.name ?? '' })
  }
  turn.note('lead-over-month', lead.id, String(days))
  const passed = lead.owner ? undefined : advance(lead, 'passed', 'clock', turn.incoming.at)
  if (passed) {
    const closed = putLead(turn, passed)
    turn.recall(closed.receiver, closed.id)
    turn.post(closed.receiver, closed.id, leadCard(turn, closed), closed.id)
  } else tellText(turn, lead, 'lead.month-over', { days })
  turn.say({
    lines: [
      text(
        turn.t(passed ? 'lead.month-nobody' : 'lead.month-over-enterprise', {
          receiver: deskName(turn, lead.receiver),
          days: decisionDays,
        }),
      ),
    ],
    buttons: [
      [
        { text: turn.t('button.results'), press: press('x') },
        { text: turn.t('button.visit'), press: press('vs') },
      ],
    ],
  })
}
