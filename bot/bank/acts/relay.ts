// Words of the owner to the company, as they are.
import { quote } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import type { Turn } from '../../turn-state.ts'
import type { Staff } from '../desk.ts'
import { putLead } from '../put-lead.ts'
import { reacted } from '../watch.ts'

export function relayToEnterprise(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  const limit = turn.knowledge.script.limits.relayCharacters
  const name = lead.owner?.name ?? staff.name
  putLead(turn, reacted(turn, lead))
  turn.note('message-to-enterprise', lead.id)
  turn.say({
    lines: [quote(turn.t('relay.from', { receiver: deskName(turn, lead.receiver), name }), words.slice(0, limit))],
    buttons: [[{ text: turn.t('button.reply'), press: press('rp', lead.id) }]],
    note: turn.t('relay.note'),
  })
}
