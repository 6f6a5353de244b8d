// A clerk proposes that the service team comes: what stands in the way is named, the company decides, and nothing goes to
// the team before it agreed.
import { teamFor } from '#matching'
import { text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { companyPlace } from '../../company-place.ts'
import { press } from '../../press.ts'
import { gapLines } from '../../service/gaps.ts'
import { isOpen } from '../../service/visit.ts'
import { deskName } from '../../show.ts'
import type { Turn } from '../../turn-state.ts'
import { tellText } from '../desk.ts'
import { putLead } from '../put-lead.ts'
import { reacted } from '../watch.ts'

export function proposeVisit(turn: Turn, lead: Lead): void {
  const team = teamFor(turn.knowledge.catalogue.directory, companyPlace(turn))
  if (!team) return tellText(turn, lead, 'visit.no-team')
  if (turn.case.visits.some(visit => visit.team === team.id && isOpen(visit)))
    return tellText(turn, lead, 'visit.under-way')
  putLead(turn, reacted(turn, lead))
  turn.note('visit-proposed', lead.id, lead.receiver)
  tellText(turn, lead, 'visit.proposed-desk')
  turn.say({
    lines: [
      text(turn.t('visit.proposed', { receiver: deskName(turn, lead.receiver), team: turn.w(team.title) })),
      ...gapLines(turn),
    ],
    buttons: [
      [
        { text: turn.t('button.visit'), press: press('vs', lead.receiver), style: 'primary' },
        { text: turn.t('button.reply'), press: press('rp', lead.id) },
      ],
    ],
    note: turn.t('free'),
  })
}
