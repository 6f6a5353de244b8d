// Sorts every product into exactly one group for one company: can apply, one answer away (open), or not suitable with every
// reason. A missing answer is never silently a yes or a no.
import { type FactId, type Finding, joinLacks, judge, NO_LACKS, type Reading, testsOf, type Verdict } from '#engine'
import { type AmountRange, amountOf } from './amount.ts'
import type { Catalogue } from './catalogue.ts'
import { type Look, lookAt } from './look.ts'
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

/** A product as `look` sees it. What it takes to explain a verdict is worked out when it is asked for. */
function refusalOf(catalogue: Catalogue, reading: Reading, product: Product, eligible: Verdict['is']): Refusal {
  const isOver = expired(product, reading.today)
  let known: Verdict | undefined
  const verdict = (): Verdict => {
    const condition = eligible === 'no' ? product.eligible : (product.serves ?? product.eligible)
    known ??= isOver ? EXPIRED : judge(condition, reading)
    return known
  }
  const isUnfit = isOver || eligible === 'no'
  return {
    product,
    expired: isOver,
    get verdict() {
      return verdict()
    },
    get elsewhere() {
      return isUnfit && verdict().findings.some(aboutPlace)
    },
    get unwanted() {
      return !isUnfit || otherNeed(catalogue, verdict())
    },
  }
}

const matches = new WeakMap<Catalogue, WeakMap<Reading, Match>>()

/**
 * Matches one reading against the whole catalogue. Products that are money for banks are never shown to firms. A reading is
 * matched once: neither it nor a catalogue ever changes.
 */
export function match(catalogue: Catalogue, reading: Reading): Match {
  const own = matches.get(catalogue) ?? new WeakMap<Reading, Match>()
  matches.set(catalogue, own)
  const known = own.get(reading) ?? sorted(catalogue, reading)
  own.set(reading, known)
  return known
}

function sorted(catalogue: Catalogue, reading: Reading): Match {
  const offers: Offer[] = []
  const open: Undecided[] = []
  const refused: Refusal[] = []
  const need = needOf(catalogue.need, reading)
  const look = lookAt(catalogue, reading)
  for (const [place, product] of look.products.entries()) {
    if (product.bankSide) continue
    const [eligible, served] = [look.eligible(place), look.serves(place)]
    if (eligible === 'no' || served === 'no' || expired(product, reading.today)) {
      refused.push(refusalOf(catalogue, reading, product, eligible))
      continue
    }
    const asked = askedFor(catalogue, product, reading)
    const amount = amountOf(product, reading, need)
    if (eligible === 'yes' && served === 'yes' && product.terms === 'stated')
      offers.push({ product, verdict: judge(product.eligible, reading), amount, modifiers: [], asked })
    else open.push(undecided(look, reading, { product, amount, asked }))
  }
  return { offers: withModifiers(offers, reading, need).sort(byRank(need)), open: open.sort(byNearness(need)), refused }
}

function undecided(look: Look, reading: Reading, offer: Pick<Offer, 'product' | 'amount' | 'asked'>): Undecided {
  const { product, amount, asked } = offer
  const eligible = look.settle(product.eligible)
  const serves = product.serves ? look.settle(product.serves) : NO_LACKS
  let verdict: Verdict | undefined
  return {
    product,
    get verdict() {
      verdict ??= judge(product.eligible, reading)
      return verdict
    },
    amount,
    modifiers: [],
    asked,
    lacks: serves.length === 0 ? eligible : joinLacks(eligible, serves),
    asks: product.terms === 'ask',
  }
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

/** Fails only because it serves another kind of need: nothing to repair, just not this one. */
function otherNeed(catalogue: Catalogue, verdict: Verdict): boolean {
  const { kinds, purpose } = catalogue.need
  const aboutNeed = ({ test }: Finding) =>
    test.limit.op === 'oneOf' && test.facts.length > 0 && test.facts.every(fact => fact === kinds || fact === purpose)
  return verdict.findings.length > 0 && verdict.findings.every(aboutNeed)
}
