// A clerk declines a lead with a coded reason. The company learns the reason, the way back, and what else is open to it.
import { possible } from '#matching'
import { type Button, field, quote, text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import { forDesk, type Turn } from '../../turn-state.ts'
import { afterClosing } from '../after-closing.ts'
import { listed, refresh, type Staff, tell } from '../desk.ts'
import { advance } from '../lead.ts'

/** Other offers shown beside a refusal. */
const OTHERS_MAX = 2

export function offerReasons(turn: Turn, lead: Lead): void {
  const desk = forDesk(turn)
  tell(turn, lead, {
    lines: [text(desk.t('lead.why-refuse'))],
    buttons: Object.entries(turn.knowledge.script.refusals).map(([code, reason]) => [
      { text: desk.w(reason.title), press: press('L', lead.id, 'refused', code) },
    ]),
  })
}

/** Products of other receivers that fit as well. */
function otherOffers(turn: Turn, lead: Lead): Button[][] {
  const tried = new Set(turn.case.leads.map(one => one.receiver).concat(lead.receiver))
  return possible(turn.knowledge.catalogue, turn.reading)
    .offers.filter(({ product }) => !lead.products.includes(product.id) && !product.bankSide)
    .filter(({ product }) => product.institutions.some(id => !tried.has(id)))
    .slice(0, OTHERS_MAX)
    .map(({ product }) => [{ text: turn.w(product.title), press: press('p', product.id) }])
}

/** Tells the company that a lead ended without a loan; `remark` is what the clerk added. */
export function tellRefusal(turn: Turn, lead: Lead, code: string, remark?: string): void {
  const reason = turn.knowledge.script.refusals[code]
  if (!reason) return
  turn.say({
    title: turn.t('lead.refused-title', { receiver: deskName(turn, lead.receiver) }),
    lines: [
      field(turn.t('lead.refusal'), turn.w(reason.title)),
      field(turn.t('lead.way'), turn.w(reason.way)),
      ...(remark ? [quote(deskName(turn, lead.receiver), remark)] : []),
      text(turn.t('lead.refused-next')),
    ],
    buttons: [
      ...otherOffers(turn, lead),
      [
        { text: turn.t('button.results'), press: press('x') },
        { text: turn.t('button.visit'), press: press('vs') },
      ],
    ],
    note: turn.t('lead.refused-note'),
  })
}

export function refuse(turn: Turn, lead: Lead, staff: Staff, code: string, remark?: string): void {
  const known = Object.hasOwn(turn.knowledge.script.refusals, code)
  const refused = known ? advance(lead, 'refused', staff.person, turn.incoming.at) : undefined
  if (!refused) return
  const person = listed(turn, staff)
  refresh(turn, {
    ...refused,
    owner: lead.owner ?? { person: staff.person, name: person?.name ?? staff.name },
    ...(person && !lead.owner ? { holder: person.id } : {}),
    refusal: code,
    awaiting: undefined,
  })
  turn.note('lead-refused', lead.id, code)
  tellRefusal(turn, lead, code, remark)
  afterClosing(turn, lead)
}
