// The owner chose a product or a visit: who is to get it, then what is still missing, then consent.
import { match } from '#matching'
import { appliedAt, isOpen } from '../bank/lead.ts'
import { type Button, type Line, text } from '../card.ts'
import { productCard, receiversOf } from '../cards/product.ts'
import { visitTeam } from '../channels.ts'
import { press } from '../press.ts'
import { dayInChina, type Turn } from '../turn-state.ts'
import { carryOn } from './carry-on.ts'

/** One product in full. */
export function showProduct(turn: Turn, id: string): void {
  const found = match(turn.knowledge.catalogue, turn.reading)
  const offer = [...found.offers, ...found.open].find(one => one.product.id === id)
  const refusal = found.refused.find(one => one.product.id === id)
  if (offer) turn.say(productCard(turn, offer))
  else if (refusal) turn.say(productCard(turn, { product: refusal.product, verdict: refusal.verdict, modifiers: [] }))
  else turn.say({ lines: [text(turn.t('product.gone'))] })
}

/** Starts a lead for a product, saying `before` first; with several institutions the owner chooses one. */
export function applyFor(turn: Turn, id: string, before: readonly Line[] = []): void {
  const product = turn.knowledge.catalogue.products.get(id)
  const receivers = product && !product.bankSide ? receiversOf(turn, product) : []
  const [only] = receivers
  if (!product || !only) {
    turn.say({ lines: [text(turn.t('product.gone'))] })
    return
  }
  if (receivers.length === 1) {
    begin(turn, only.id, id, false, before)
    return
  }
  const buttons = receivers.map((one): Button[] => [{ text: turn.w(one.title), press: press('to', one.id, id) }])
  turn.say({ lines: [...before, text(turn.t('apply.choose', { product: turn.w(product.title) }))], buttons })
}

/** The product on a button. */
export const apply = (turn: Turn, id: string): void => applyFor(turn, id)

/** Starts a lead for a product at one institution; `kind` "pre" when it answers a pre-offer. */
export const applyAt = (turn: Turn, receiver: string, id: string, kind = ''): void =>
  begin(turn, receiver, id, kind === 'pre', [])

function begin(turn: Turn, receiver: string, id: string, preOffer: boolean, before: readonly Line[]): void {
  const product = turn.knowledge.catalogue.products.get(id)
  if (!product?.institutions.includes(receiver)) return
  const open = turn.case.leads.find(lead => lead.receiver === receiver && isOpen(lead) && lead.products.includes(id))
  if (open) {
    turn.say({
      lines: [...before, text(turn.t('apply.already'))],
      buttons: [[{ text: turn.t('button.status'), press: press('st') }]],
    })
    return
  }
  if (tooMany(turn, receiver)) {
    turn.say({
      lines: [...before, text(turn.t('apply.too-many', { count: turn.knowledge.script.lead.openMax }))],
      buttons: [[{ text: turn.t('button.status'), press: press('st') }]],
    })
    return
  }
  turn.update({ goal: { kind: 'lead', receiver, products: [id], ...(preOffer ? { preOffer } : {}) } })
  carryOn(turn, before)
}

/** One company does not flood the desks: so many leads at once, so many new ones a day. Joining an open one is free. */
function tooMany(turn: Turn, receiver: string): boolean {
  const { openMax, perDayMax } = turn.knowledge.script.lead
  const open = turn.case.leads.filter(isOpen)
  if (open.some(lead => lead.receiver === receiver)) return false
  const today = turn.case.leads.filter(lead => lead.from === undefined && dayInChina(appliedAt(lead)) === turn.today)
  return open.length >= openMax || today.length >= perDayMax
}

/** Names a receiver to go to when nobody takes the lead: asked for like any other, sent only then. */
export function applyStandby(turn: Turn, receiver: string, id: string): void {
  const product = turn.knowledge.catalogue.products.get(id)
  if (!product?.institutions.includes(receiver)) return
  turn.update({ goal: { kind: 'lead', receiver, products: [id], standby: true } })
  carryOn(turn)
}

/** Starts a visit order for the team that serves the company's place; `by` is the desk that proposed it. */
export function askVisit(turn: Turn, before: readonly Line[] = [], by?: string): void {
  const team = visitTeam(turn)
  if (!team) {
    turn.say({ lines: [text(turn.t('visit.no-team'))] })
    return
  }
  turn.update({ goal: { kind: 'visit', team: team.id, ...(by === undefined ? {} : { by }) } })
  carryOn(turn, [...before, text(turn.t('visit.start', { team: turn.w(team.title) }))])
}
