// What a plan costs in a year, itemised as on the 贷款明白纸: interest, guarantee fee, other, less subsidies. Only published
// figures enter; a part that is not published is named as unknown and never guessed.
import type { Words } from '#engine'
import { costOf, mapSpan, type Span, shareOf } from './plan-money.ts'
import { interestSavings, premiumSavings } from './plan-saving.ts'
import type { Product } from './product.ts'
import { roleOf } from './stacking.ts'

export type CostCode = 'interest' | 'guarantee-fee' | 'premium' | 'fee' | 'interest-saving' | 'premium-saving'

/** One line of the account. Savings are positive figures that are taken off. */
export interface CostItem {
  readonly code: CostCode
  readonly product: Product
  /** the fee's own name */
  readonly title?: Words | undefined
  /** a year, in parts per million of the loan; absent when it is not published */
  readonly ppm?: Span | undefined
  /** fen a year, when the amount is known as well */
  readonly fen?: Span | undefined
  /** the subsidy that already lowered this interest to what is left */
  readonly after?: Product | undefined
}

export interface PlanCost {
  readonly items: readonly CostItem[]
  /** items without a published figure */
  readonly unknown: readonly CostItem[]
  /** the published part, net, a year; without `principal` only as a share of the loan */
  readonly fen?: Span | undefined
  readonly ppm: Span
  /** no cost is unknown: the net figure is the whole cost */
  readonly complete: boolean
  /** the loan the fen refer to */
  readonly principal?: number | undefined
}

export interface CostBasis {
  readonly main: Product
  readonly others: readonly Product[]
  /** fen; undefined when neither a cap nor the need is known */
  readonly principal?: number | undefined
  readonly termMonths: number
}

export const isSaving = ({ code }: Pick<CostItem, 'code'>): boolean =>
  code === 'interest-saving' || code === 'premium-saving'

/** A yearly rate on an amount, shown against the whole loan. */
function charged(rate: Span, base: number | undefined, principal: number | undefined): Pick<CostItem, 'ppm' | 'fen'> {
  if (base === undefined || principal === undefined) return { ppm: rate }
  const fen = mapSpan(rate, ppm => costOf(base, ppm))
  return { fen, ppm: base === principal ? rate : mapSpan(fen, money => shareOf(money, principal)) }
}

function interestItem({ main, others, principal }: CostBasis): CostItem {
  const leaves = (product: Product) => product.benefit?.rateAfter ?? Number.POSITIVE_INFINITY
  const lowest = [main, ...others].reduce((a, b) => (leaves(b) < leaves(a) ? b : a))
  const left = lowest.benefit?.rateAfter
  const after = left === undefined ? undefined : lowest
  const { from, to } = main.rate ?? {}
  const rate: Span | undefined =
    left !== undefined ? { best: left, worst: left } : from === undefined ? undefined : { best: from, worst: to }
  return { code: 'interest', product: main, after, ...(rate && charged(rate, principal, principal)) }
}

/** The part of the loan that a guarantee may cover. */
export function coveredBy(guarantee: Product, principal: number | undefined): number | undefined {
  const cap = guarantee.amount?.max
  return principal === undefined || cap === undefined ? principal : Math.min(principal, cap)
}

function feeItems(product: Product, { main, others, principal }: CostBasis): CostItem[] {
  const role = roleOf(product)
  const code: CostCode = role === 'guarantee' ? 'guarantee-fee' : role === 'insurance' ? 'premium' : 'fee'
  const base = role === 'guarantee' ? coveredBy(product, principal) : principal
  const items = product.fees.map((fee): CostItem => {
    // the insured sum stands in the policy, not in the loan: its share is no figure of this plan
    const known = fee.yearly !== undefined && role !== 'insurance'
    const rate = fee.yearly ?? 0
    return { code, product, title: fee.title, ...(known && charged({ best: rate, worst: rate }, base, principal)) }
  })
  if (items.length > 0) return items
  if (role === 'guarantee' || role === 'insurance') return [{ code, product }]
  return product === main ? wantedFees(product, others) : []
}

/** A loan that takes nothing without a guarantee or an insurance, and the plan has none: its fee is unknown. */
function wantedFees(main: Product, others: readonly Product[]): CostItem[] {
  if (main.collateral.includes('none')) return []
  const lacks = (what: 'guarantee' | 'insurance') =>
    main.collateral.includes(what) && !others.some(other => roleOf(other) === what)
  return [
    ...(lacks('guarantee') ? [{ code: 'guarantee-fee' as const, product: main }] : []),
    ...(lacks('insurance') ? [{ code: 'premium' as const, product: main }] : []),
  ]
}

type Figure = 'fen' | 'ppm'

/** Costs less savings of everything that has a figure; the worst case is open as soon as one item's is. */
function net(items: readonly CostItem[], figure: Figure): Span {
  let best = 0
  let worst: number | undefined = 0
  for (const item of items) {
    const span = item[figure]
    if (!span) continue
    const sign = isSaving(item) ? -1 : 1
    best += sign * span.best
    worst = worst === undefined || span.worst === undefined ? undefined : worst + sign * span.worst
  }
  return { best, worst }
}

/** The yearly cost of a plan, item by item and net. */
export function costOfPlan(basis: CostBasis): PlanCost {
  const { main, others, principal } = basis
  const products = [main, ...others]
  // a fund takes shares instead of interest
  const interest = roleOf(main) === 'fund' ? [] : [interestItem(basis)]
  const fees = products.flatMap(product => feeItems(product, basis))
  const items = [
    ...interest,
    ...fees,
    ...(interest[0] ? interestSavings(interest[0], products, basis) : []),
    ...premiumSavings(fees, products, basis),
  ]
  const unknown = items.filter(item => !item.ppm)
  const fen = principal === undefined ? undefined : net(items, 'fen')
  return {
    items,
    unknown,
    fen,
    ppm: fen && principal !== undefined ? mapSpan(fen, money => shareOf(money, principal)) : net(items, 'ppm'),
    complete: unknown.every(isSaving),
    principal,
  }
}
