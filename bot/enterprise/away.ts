// The company has stopped the bot on its platform: nothing reaches it there any more. It is left in peace, and the clerks
// who have something under way with it are told to use the phone.
import { isOpen as isLeadOpen } from '../bank/lead.ts'
import { text } from '../card.ts'
import { isOpen as isVisitOpen } from '../service/visit.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { NUDGE } from './nudge.ts'

export function goAway(turn: Turn): void {
  turn.update({ quiet: true, nudge: undefined })
  turn.forgetReminder(NUDGE)
  turn.note('stopped-bot', turn.case.id)
  const card = { lines: [text(forDesk(turn).t('away'))] }
  for (const lead of turn.case.leads.filter(isLeadOpen)) turn.post(lead.receiver, lead.id, card)
  for (const visit of turn.case.visits.filter(isVisitOpen)) turn.post(visit.team, visit.id, card)
}
