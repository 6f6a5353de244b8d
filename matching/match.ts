// Sorts every product into exactly one group for one company: can apply, one answer away (open), or not suitable with every
// reason. A missing answer is never silently a yes or a no.
import { answerOf, type FactId, type Finding, judge, type Reading, settle, testsOf, type Verdict } from '#engine'
import { type AmountRange, amountOf } from './amount.ts'
import type { Catalogue } from './catalogue.ts'
import { type Need, needOf } from './need.ts'
import type { Product } from './product.ts'
import { byNearness, byRank } from './rank.ts'
import { betters } from './stacking.ts'

export interface Offer {
  readonly product: Product
  readonly verdict: Verdict
  readonly amount?: AmountRange | undefined
  /** products that better this one's terms for this company */
  readonly modifiers: readonly Product[]
  /** it is for a kind of help that the company named, beyond a loan */
  readonly asked?: boolean | undefined
}
/** Not decided: the fewest answers that could decide it. `asks` products have unpublished terms and stay here for good. */
export interface Undecided extends Offer {
  readonly lacks: readonly FactId[]
  readonly asks: boolean
}
export interface Refusal {
  readonly product: Product
  readonly verdict: Verdict
  /** only the place is wrong: the product is for somewhere else */
  readonly elsewhere: boolean
  /** suitable in principle, but it serves another need */
  readonly unwanted: boolean
  /** not in force on this day */
  readonly expired: boolean
}

export interface Match {
  readonly offers: readonly Offer[]
  readonly open: readonly Undecided[]
  readonly refused: readonly Refusal[]
}

/** What may be applied for, or may still turn out so. */
export type Possible = Omit<Match, 'refused'>

const aboutPlace = ({ test }: Finding): boolean => test.limit.op === 'within'
const EXPIRED: Verdict = { is: 'no', findings: [], lacks: [] }

function expired(product: Product, today: number): boolean {
  return (product.from !== undefined && today < product.from) || (product.to !== undefined && today > product.to)
}

/** Matches one reading against the whole catalogue. Products that are money for banks are never shown to firms. */
export function match(catalogue: Catalogue, reading: Reading): Match {
  const offers: Offer[] = []
  const open: Undecided[] = []
  const refused: Refusal[] = []
  const need = needOf(catalogue.need, reading)
  for (const product of catalogue.products.values()) {
    if (product.bankSide) continue
    const verdict = expired(product, reading.today) ? EXPIRED : judge(product.eligible, reading)
    const served: Verdict = product.serves ? judge(product.serves, reading) : { is: 'yes', findings: [], lacks: [] }
    if (verdict.is === 'no' || served.is === 'no') {
      const elsewhere = verdict.is === 'no' && verdict.findings.length > 0 && verdict.findings.some(aboutPlace)
      refused.push({
        product,
        verdict: verdict.is === 'no' ? verdict : served,
        elsewhere,
        unwanted: verdict.is !== 'no' || otherNeed(catalogue, verdict),
        expired: verdict === EXPIRED,
      })
      continue
    }
    const asked = askedFor(catalogue, product, reading)
    const offer: Offer = { product, verdict, amount: amountOf(product, reading, need), modifiers: [], asked }
    const needs = product.serves ? settle(product.serves, reading) : []
    const lacks = [...new Set([...settle(product.eligible, reading), ...needs])]
    if (verdict.is === 'yes' && served.is === 'yes' && product.terms === 'stated') offers.push(offer)
    else open.push({ ...offer, lacks, asks: product.terms === 'ask' })
  }
  return { offers: withModifiers(offers, reading, need).sort(byRank(need)), open: open.sort(byNearness(need)), refused }
}

/** Who names more kinds of help than this is open to anything and asks for nothing in particular. */
const KINDS_NAMED_MAX = 2

/** Is it for a kind of help that the company named? */
function askedFor({ need }: Catalogue, { serves }: Product, reading: Reading): boolean {
  const named = reading.dossier[need.kinds]?.value
  if (!serves || !Array.isArray(named) || named.length > KINDS_NAMED_MAX) return false
  return testsOf(serves).some(test => test.facts.includes(need.kinds) && judge(test, reading).is === 'yes')
}

/** The offers and the undecided alone, many times faster where most products are for somewhere else. */
export function matchPossible(catalogue: Catalogue, reading: Reading): Possible {
  const possible = [...catalogue.products].filter(
    ([, product]) =>
      answerOf(product.eligible, reading) !== 'no' &&
      (product.serves === undefined || answerOf(product.serves, reading) !== 'no'),
  )
  const { offers, open } = match({ ...catalogue, products: new Map(possible) }, reading)
  return { offers, open }
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

/** Fails only because it serves another kind of need: nothing to repair, just not this one. */
function otherNeed(catalogue: Catalogue, verdict: Verdict): boolean {
  const { kinds, purpose } = catalogue.need
  const aboutNeed = ({ test }: Finding) =>
    test.limit.op === 'oneOf' && test.facts.length > 0 && test.facts.every(fact => fact === kinds || fact === purpose)
  return verdict.findings.length > 0 && verdict.findings.every(aboutNeed)
}
