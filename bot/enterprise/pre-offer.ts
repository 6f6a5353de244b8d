// 预授信: a bank would like to talk to companies its product fits. Only a company that asked to hear of such things is told,
// by us, once a week at most; the bank learns who it is when the company agrees to that, and not before.
import { amountOf, type Product, showAmount, standingOf } from '#matching'
import { isOpen } from '../bank/lead.ts'
import { type Card, field, text } from '../card.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { deskSchedule } from '../staff/roster.ts'
import { nextWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import { freeFrom } from './news.ts'

/** What the tick says: "pre-offer:receiver product". */
export const PRE_OFFER = 'pre-offer'

/** Whether this company may be told of this product of this receiver at all. */
function mayHear({ case: current, reading }: Turn, receiver: string, product: Product): boolean {
  const { news, quiet, leads } = current
  if (!news || quiet || product.bankSide || !product.institutions.includes(receiver)) return false
  if (news.declined?.includes(product.id) || leads.some(lead => lead.receiver === receiver && isOpen(lead)))
    return false
  return standingOf(product, reading) !== 'no'
}

function cardOf(turn: Turn, receiver: string, product: Product): Card {
  const range = amountOf(product, turn.reading, undefined)
  const known = range && (range.low !== undefined || range.high !== undefined)
  return {
    title: turn.t('pre-offer.title', { receiver: deskName(turn, receiver) }),
    lines: [
      field(turn.t('lead.product'), turn.w(product.title)),
      ...(known ? [field(turn.t('pre-offer.range'), showAmount(range, turn.language))] : []),
      text(turn.t('pre-offer.masked')),
      text(turn.t('offer.info', { mark: product.source.mark, date: product.source.date })),
    ],
    buttons: [
      [{ text: turn.t('button.pre-offer-yes'), press: press('to', receiver, product.id, 'pre'), style: 'primary' }],
      [{ text: turn.t('button.pre-offer-no'), press: press('nw', 'not', product.id) }],
      [{ text: turn.t('button.quiet'), press: press('qt') }],
    ],
    note: turn.t('pre-offer.note'),
  }
}

/** The tick: told now, or kept until the week is over and people work. */
export function preOfferTick(turn: Turn, about: string): void {
  const [receiver = '', id = ''] = about.split(' ')
  const product = turn.knowledge.catalogue.products.get(id)
  const { news } = turn.case
  if (!product || !news || !mayHear(turn, receiver, product)) return
  const { at } = turn.incoming
  const earliest = new Date(Math.max(Date.parse(at), freeFrom(news))).toISOString()
  const due = nextWorkingTime(deskSchedule(turn.knowledge), earliest)
  if (due === undefined) return
  if (Date.parse(due) > Date.parse(at)) return turn.remind(`${PRE_OFFER}.${receiver}`, due, `${PRE_OFFER}:${about}`)
  turn.update({ news: { ...news, toldAt: at } })
  turn.note('pre-offer-told', receiver, id)
  turn.say(cardOf(turn, receiver, product))
}

/** Not interested in this product: it is not offered again. */
export function declinePreOffer(turn: Turn, id: string): void {
  const { news } = turn.case
  if (news) turn.update({ news: { ...news, declined: [...new Set([...(news.declined ?? []), id])] } })
  turn.note('pre-offer-declined', id)
  turn.say({ lines: [text(turn.t('pre-offer.declined'))] })
}
