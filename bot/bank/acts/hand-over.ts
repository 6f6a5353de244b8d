// A lead changes hands: its owner or a manager gives it to a colleague, or puts it back for the next person.
import { text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import { callCard } from '../../staff/call-card.ts'
import { isAbsent, peopleOf } from '../../staff/roster.ts'
import { forDesk, type Turn } from '../../turn-state.ts'
import { nextPerson, putTo } from '../assign.ts'
import { refresh, type Staff, tell, tellText } from '../desk.ts'
import { advance } from '../lead.ts'
import { reacted } from '../watch.ts'

/** Names offered at once. */
const COLLEAGUES_MAX = 8

export function offerHandOver(turn: Turn, lead: Lead): void {
  const desk = forDesk(turn)
  const colleagues = peopleOf(turn.knowledge.staffing, lead.receiver)
    .filter(person => person.id !== lead.holder && !isAbsent(person, turn.today))
    .slice(0, COLLEAGUES_MAX)
  tell(turn, lead, {
    lines: [text(desk.t('lead.hand-over-how'))],
    buttons: [
      ...colleagues.map(person => [{ text: person.name, press: press('L', lead.id, 'to', person.id) }]),
      [{ text: desk.t('lead.put-back'), press: press('L', lead.id, 'back') }],
    ],
  })
}

/** Gives the lead to a listed colleague, who owns it from now on. */
export function handOver(turn: Turn, lead: Lead, id: string): void {
  const person = turn.knowledge.staffing.people.get(id)
  if (!person || person.desk !== lead.receiver || isAbsent(person, turn.today))
    return tellText(turn, lead, 'lead.hand-over-who')
  const begun = lead.state === 'offered' ? (advance(lead, 'taken', person.id, turn.incoming.at) ?? lead) : lead
  refresh(turn, {
    ...putTo(reacted(turn, begun), person),
    owner: { person: person.accounts[0] ?? person.id, name: person.name },
  })
  turn.note('lead-handed-over', lead.id, person.id)
  tell(turn, lead, callCard(turn, 'lead.handed-over', [person]))
  turn.say({
    lines: [text(turn.t('lead.new-owner', { receiver: deskName(turn, lead.receiver), name: person.name }))],
    buttons: [[{ text: turn.t('button.reply'), press: press('rp', lead.id) }]],
  })
}

/** Without an owner again: masked, and put to the next person. */
export function putBack(turn: Turn, lead: Lead, by: string): void {
  const offered = advance(lead, 'offered', by, turn.incoming.at)
  if (!offered) return
  const { owner: _former, holder: _was, awaiting: _asked, picked: _no, ...rest } = reacted(turn, offered)
  const person = nextPerson(turn, rest)
  const since = turn.incoming.at
  refresh(turn, person ? { ...putTo(rest, person), ladder: { since, rung: 0, did: 'reoffer' } } : rest)
  turn.note('lead-put-back', lead.id)
  if (!person) tellText(turn, lead, 'lead.free-again')
  turn.say({ lines: [text(turn.t('lead.reassigned', { receiver: deskName(turn, lead.receiver) }))] })
}

/** `back` of a staff member. */
export const putBackBy = (turn: Turn, lead: Lead, staff: Staff): void => putBack(turn, lead, staff.person)
