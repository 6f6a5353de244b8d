// What follows when a lead has ended: some days later the company is asked three short questions, months later it is offered
// the next useful topic, once each.
import type { Lead } from '../case.ts'
import { deskSchedule } from '../staff/roster.ts'
import { nextWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'

const MS_PER_DAY = 86_400_000

/** Working time some calendar days from now. */
function inDays(turn: Turn, days: number): string {
  const at = new Date(Date.parse(turn.incoming.at) + days * MS_PER_DAY).toISOString()
  return nextWorkingTime(deskSchedule(turn.knowledge), at) ?? at
}

/** Sets both questions. Of several leads that end, the last decides: a company is not asked twice. */
export function afterClosing(turn: Turn, lead: Lead): void {
  const { feedbackDays, nextTopicDays } = turn.knowledge.script.followUp
  turn.remind('feedback', inDays(turn, feedbackDays), `feedback:${lead.id}`)
  turn.remind('next-topic', inDays(turn, nextTopicDays), `next-topic:${lead.id}`)
}
