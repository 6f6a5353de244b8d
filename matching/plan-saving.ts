// What subsidies take off a plan's yearly cost: percentage points, a share of the interest, a share of a fee. Caps hold, an
// upper limit counts only in the best case, and no saving exceeds what it is paid on.
import type { CostBasis, CostItem } from './plan-cost.ts'
import { type Span, savingOf, shareOf } from './plan-money.ts'
import type { Benefit, Product } from './product.ts'

const MONTHS_PER_YEAR = 12
const NO_LIMIT = Number.POSITIVE_INFINITY

/** The most a subsidy pays in one year: what it pays in all is spread over the years of the loan. */
function yearlyCap({ max, maxPer }: Benefit, termMonths: number): number {
  if (max === undefined || maxPer === 'year' || termMonths <= MONTHS_PER_YEAR) return max ?? NO_LIMIT
  return Math.floor((max * MONTHS_PER_YEAR) / termMonths)
}

/** One case of one saving, in fen. `interest` is what is left to save on; undefined when it is not published. */
function savedFen(benefit: Benefit, interest: number | undefined, principal: number, cap: number): number | undefined {
  const { ratePoints, interestShare } = benefit
  const base = Math.min(principal, benefit.principal ?? NO_LIMIT)
  const points = ratePoints === undefined ? undefined : savingOf(base, ratePoints)
  const share = interestShare === undefined || interest === undefined ? undefined : savingOf(interest, interestShare)
  const raw = points ?? share
  return raw === undefined ? undefined : Math.min(raw, cap, interest ?? NO_LIMIT)
}

/** The same as a share of the loan, when the amount is not known; a cap then makes the worst case nothing. */
function savedPpm({ ratePoints, interestShare }: Benefit, interest: number | undefined): number | undefined {
  const share = interestShare === undefined || interest === undefined ? undefined : savingOf(interest, interestShare)
  const raw = ratePoints ?? share
  return raw === undefined ? undefined : Math.min(raw, interest ?? NO_LIMIT)
}

type Case = (interest: number | undefined) => number | undefined

/** Best case on the best interest; in the worst case an upper limit pays nothing. */
function spanOf(saved: Case, interest: Span | undefined, least: boolean): Span | undefined {
  const best = saved(interest?.best)
  if (best === undefined) return undefined
  return { best, worst: least ? 0 : saved(interest?.worst) }
}

const after = (interest: Span | undefined, saved: Span | undefined): Span | undefined =>
  interest && {
    best: interest.best - (saved?.best ?? 0),
    worst: interest.worst === undefined ? undefined : interest.worst - (saved?.worst ?? 0),
  }

/** Points before shares, then by id: a share of what the points left is the smaller figure, whatever the order given. */
function inOrder(products: readonly Product[]): readonly Product[] {
  const share = ({ benefit }: Product) => (benefit?.ratePoints === undefined ? 1 : 0)
  return [...products].sort((a, b) => share(a) - share(b) || (a.id < b.id ? -1 : 1))
}

/** Savings on the interest; each works on what the one before it left. */
export function interestSavings(
  interest: CostItem,
  products: readonly Product[],
  { principal, termMonths }: CostBasis,
): CostItem[] {
  const items: CostItem[] = []
  let [fen, ppm] = [interest.fen, interest.ppm]
  for (const product of inOrder(products)) {
    const { benefit } = product
    if (!benefit || benefit.rateAfter !== undefined || benefit.premiumShare !== undefined) continue
    const cap = yearlyCap(benefit, termMonths)
    if (principal === undefined) {
      const least = benefit.atMost || cap < NO_LIMIT || benefit.principal !== undefined
      const saved = spanOf(rate => savedPpm(benefit, rate), ppm, least)
      items.push({ code: 'interest-saving', product, ppm: saved })
      ppm = after(ppm, saved)
      continue
    }
    const saved = spanOf(money => savedFen(benefit, money, principal, cap), fen, benefit.atMost)
    const share = saved && {
      best: shareOf(saved.best, principal),
      worst: saved.worst === undefined ? undefined : shareOf(saved.worst, principal),
    }
    items.push({ code: 'interest-saving', product, fen: saved, ppm: share })
    fen = after(fen, saved)
  }
  return items
}

const REFUNDABLE = new Set<CostItem['code']>(['guarantee-fee', 'premium'])

/** Refunds of guarantee fees and premiums, as far as those are published. */
export function premiumSavings(
  fees: readonly CostItem[],
  products: readonly Product[],
  { principal, termMonths }: CostBasis,
): CostItem[] {
  const paid = fees.filter(fee => REFUNDABLE.has(fee.code))
  return products.flatMap((product): CostItem[] => {
    const { benefit } = product
    const share = benefit?.premiumShare
    if (!benefit || share === undefined) return []
    const known = paid.flatMap(fee => (fee.fen && principal !== undefined ? [fee.fen.best] : []))
    // a refund of an unpublished premium is an unpublished refund
    if (principal === undefined || known.length === 0) return [{ code: 'premium-saving', product }]
    const total = known.reduce((sum, money) => sum + money, 0)
    const best = Math.min(savingOf(total, share), yearlyCap(benefit, termMonths))
    const worst = benefit.atMost ? 0 : best
    const ppm = { best: shareOf(best, principal), worst: shareOf(worst, principal) }
    return [{ code: 'premium-saving', product, fen: { best, worst }, ppm }]
  })
}
