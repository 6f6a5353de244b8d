// 梗阻: the institution wants the lead and cannot go on. The reason is coded, so that it can be counted and passed on.
import { field, text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import { forDesk, type Turn } from '../../turn-state.ts'
import { refresh, type Staff, tell } from '../desk.ts'
import { advance } from '../lead.ts'
import { reacted } from '../watch.ts'

export function offerBlockages(turn: Turn, lead: Lead): void {
  const desk = forDesk(turn)
  tell(turn, lead, {
    lines: [text(desk.t('lead.why-blocked'))],
    buttons: Object.entries(turn.knowledge.script.blockages).map(([code, reason]) => [
      { text: desk.w(reason.title), press: press('L', lead.id, 'blocked', code) },
    ]),
  })
}

export function block(turn: Turn, lead: Lead, staff: Staff, code: string): void {
  const { blockages } = turn.knowledge.script
  const reason = Object.hasOwn(blockages, code) ? blockages[code] : undefined
  const blocked = reason && advance(lead, 'blocked', staff.person, turn.incoming.at)
  if (!reason || !blocked) return
  refresh(turn, { ...reacted(turn, blocked), blockage: code })
  turn.note('lead-blocked', lead.id, code)
  turn.say({
    title: turn.t('lead.blocked-title', { receiver: deskName(turn, lead.receiver) }),
    lines: [
      field(turn.t('lead.refusal'), turn.w(reason.title)),
      field(turn.t('lead.way'), turn.w(reason.way)),
      text(turn.t('lead.blocked-next')),
    ],
    buttons: [
      [
        { text: turn.t('button.reply'), press: press('rp', lead.id) },
        { text: turn.t('button.visit'), press: press('vs') },
      ],
    ],
  })
}
