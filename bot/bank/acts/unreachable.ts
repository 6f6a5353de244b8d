// 联系不上: the owner could not reach the company. It is asked here at once, and one press brings the lead back.
import { text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import type { Turn } from '../../turn-state.ts'
import { refresh, type Staff, tellText } from '../desk.ts'
import { advance } from '../lead.ts'
import { reacted } from '../watch.ts'

export function markUnreachable(turn: Turn, lead: Lead, staff: Staff): void {
  const moved = advance(lead, 'unreachable', staff.person, turn.incoming.at)
  if (!moved) return
  refresh(turn, reacted(turn, moved))
  turn.note('lead-unreachable', lead.id)
  tellText(turn, lead, 'lead.unreachable-told')
  turn.say({
    lines: [text(turn.t('lead.unreachable', { receiver: deskName(turn, lead.receiver) }))],
    buttons: [
      [{ text: turn.t('button.reachable'), press: press('lr', lead.id), style: 'primary' }],
      [
        { text: turn.t('button.reply'), press: press('rp', lead.id) },
        { text: turn.t('button.review'), press: press('r') },
      ],
    ],
  })
}

/** The company says that it can be reached: the lead is with its owner again. */
export function reachable(turn: Turn, id: string): void {
  const lead = turn.case.leads.find(one => one.id === id)
  const back = lead?.state === 'unreachable' ? advance(lead, 'taken', 'enterprise', turn.incoming.at) : undefined
  if (!lead || !back) return turn.say({ lines: [text(turn.t('reply.closed'))] })
  refresh(turn, reacted(turn, back))
  turn.note('lead-reachable', lead.id)
  tellText(turn, lead, 'lead.reachable-again')
  turn.say({ lines: [text(turn.t('lead.reachable-told', { receiver: deskName(turn, lead.receiver) }))] })
}
