// What one company may apply for, and what an answer may still turn into that: all that plans and questions are made of.
// Explanations of what is open or refused cost more than this does, and are left to match.ts.
import { type FactId, joinLacks, judge, NO_LACKS, type Reading, testsOf, type Verdict } from '#engine'
import { type AmountRange, amountOf } from './amount.ts'
import { inForce } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import { type Look, lookAt } from './look.ts'
import { type Need, needOf } from './need.ts'
import type { Product } from './product.ts'
import { byNearness, byRank } from './rank.ts'
import { betters } from './stacking.ts'

/** A product that is not refused, as it looks for this company. */
export interface Suited {
  readonly product: Product
  readonly amount?: AmountRange | undefined
  /** products that better this one's terms for this company */
  readonly modifiers: readonly Product[]
  /** it is for a kind of help that the company named, beyond a loan */
  readonly asked?: boolean | undefined
}
export interface Offer extends Suited {
  readonly verdict: Verdict
}
/** Not decided: the fewest answers that could decide it. `asks` products have unpublished terms and stay here for good. */
export interface Nearing extends Suited {
  readonly lacks: readonly FactId[]
  readonly asks: boolean
}

/** What may be applied for, or may still turn out so; in the order in which it is shown. */
export interface Possible {
  readonly offers: readonly Offer[]
  readonly open: readonly Nearing[]
}

/** Is the product at this place of a look refused on the day of the look (days since 1970)? */
export const isRefused = ({ eligible, serves }: Look, place: number, product: Product, today: number): boolean =>
  eligible(place) === 'no' || serves(place) === 'no' || !inForce(product, today)

/** What one reading may apply for, or may still; worked out once. Money for banks is never shown to firms. */
export const possible = (catalogue: Catalogue, reading: Reading): Possible => reading.once(sorted, catalogue)

function sorted(catalogue: Catalogue, reading: Reading): Possible {
  const offers: Offer[] = []
  const open: Nearing[] = []
  const need = needOf(catalogue.need, reading)
  const look = lookAt(catalogue, reading)
  for (const [place, product] of look.products.entries()) {
    if (product.bankSide || isRefused(look, place, product, reading.today)) continue
    const suited = { product, amount: amountOf(product, reading, need), asked: askedFor(catalogue, product, reading) }
    if (look.eligible(place) === 'yes' && look.serves(place) === 'yes' && product.terms === 'stated')
      offers.push({ ...suited, verdict: judge(product.eligible, reading), modifiers: [] })
    else open.push(nearing(look, suited))
  }
  return { offers: withModifiers(offers, reading, need).sort(byRank(need)), open: open.sort(byNearness(need)) }
}

function nearing(look: Look, { product, amount, asked }: Omit<Suited, 'modifiers'>): Nearing {
  const eligible = look.settle(product.eligible)
  const serves = product.serves ? look.settle(product.serves) : NO_LACKS
  const lacks = serves.length === 0 ? eligible : joinLacks(eligible, serves)
  return { product, amount, modifiers: [], asked, lacks, asks: product.terms === 'ask' }
}

/** Who names more kinds of help than this is open to anything and asks for nothing in particular. */
const KINDS_NAMED_MAX = 2

/** Is it for a kind of help that the company named? */
function askedFor({ need }: Catalogue, { serves }: Product, reading: Reading): boolean {
  const named = reading.dossier[need.kinds]?.value
  if (!serves || !Array.isArray(named) || named.length > KINDS_NAMED_MAX) return false
  return testsOf(serves).some(test => test.facts.includes(need.kinds) && judge(test, reading).is === 'yes')
}

/** Modifiers better the other offers and are named beside them; they remain offers of their own. */
function withModifiers(offers: readonly Offer[], reading: Reading, need: Need): Offer[] {
  const modifiers = offers.filter(offer => offer.product.modifies).map(offer => offer.product)
  return offers.map(offer => {
    const mine = modifiers.filter(by => by !== offer.product && betters(by, offer.product))
    return mine.length === 0
      ? offer
      : { ...offer, amount: amountOf(offer.product, reading, need, mine), modifiers: mine }
  })
}
