// A clerk takes a lead. The first wins; a second press of the same clerk changes nothing.
import { text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import { deskSchedule } from '../../staff/roster.ts'
import { minutesPerDay } from '../../staff/working-time.ts'
import type { Turn } from '../../turn-state.ts'
import { listed, refresh, type Staff, tellText } from '../desk.ts'
import { advance } from '../lead.ts'
import { reacted } from '../watch.ts'

/** Working days within which the owner is to contact the company: until then nobody is reminded. */
function contactDays(turn: Turn): number {
  const [first] = turn.knowledge.script.lead.taken
  return Math.max(1, Math.ceil((first?.after ?? 0) / minutesPerDay(deskSchedule(turn.knowledge))))
}

export function take(turn: Turn, lead: Lead, staff: Staff): void {
  const taken = advance(lead, 'taken', staff.person, turn.incoming.at)
  if (!taken) return
  const person = listed(turn, staff)
  const name = person?.name ?? staff.name
  // somebody else was asked: allowed, and visible in the reports
  const picked = lead.holder !== undefined && lead.holder !== person?.id
  const { holder: _asked, ...rest } = reacted(turn, taken)
  refresh(turn, {
    ...rest,
    owner: { person: staff.person, name },
    ...(person ? { holder: person.id } : {}),
    ...(picked ? { picked } : {}),
  })
  turn.note('lead-taken', lead.id, picked ? 'picked' : undefined)
  tellText(turn, lead, 'lead.thread-how')
  turn.say({
    lines: [
      text(turn.t('lead.taken', { receiver: deskName(turn, lead.receiver), name })),
      text(turn.t('lead.taken-within', { days: contactDays(turn) })),
    ],
    buttons: [
      [
        { text: turn.t('button.reply'), press: press('rp', lead.id) },
        { text: turn.t('button.status'), press: press('st') },
      ],
    ],
  })
}
