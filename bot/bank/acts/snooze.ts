// The owner puts a lead off for some working days. It comes back by itself, and the company sees until when.
import { text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskSchedule } from '../../staff/roster.ts'
import { afterWorking, minutesPerDay } from '../../staff/working-time.ts'
import { clockText, forDesk, type Turn } from '../../turn-state.ts'
import { refresh, tell, tellText } from '../desk.ts'
import { reacted } from '../watch.ts'

export function offerSnooze(turn: Turn, lead: Lead): void {
  const desk = forDesk(turn)
  tell(turn, lead, {
    lines: [text(desk.t('lead.snooze-how'))],
    buttons: [
      turn.knowledge.script.lead.snoozeDays.map(days => ({
        text: desk.t('lead.snooze-days', { days }),
        press: press('L', lead.id, 'snooze', String(days)),
      })),
    ],
  })
}

export function snooze(turn: Turn, lead: Lead, argument: string): void {
  const days = turn.knowledge.script.lead.snoozeDays.find(one => String(one) === argument)
  if (days === undefined) return offerSnooze(turn, lead)
  const schedule = deskSchedule(turn.knowledge)
  const until = afterWorking(schedule, turn.incoming.at, days * minutesPerDay(schedule))
  if (until === undefined) return
  refresh(turn, { ...reacted(turn, lead), snoozed: until })
  turn.note('lead-snoozed', lead.id, String(days))
  tellText(turn, lead, 'lead.snoozed', { until: clockText(until) })
}
