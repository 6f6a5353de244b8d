// What a plan means besides its cost: how much of the loan the bank still bears after risk sharing, and how long it takes
// until the money is there. What is not published stays unknown.
import { PPM_PER_ONE } from '#engine'
import { coveredBy } from './plan-cost.ts'
import { costOf, shareOf } from './plan-money.ts'
import type { Product } from './product.ts'
import { roleOf, type Stacking } from './stacking.ts'

/** The bank's own share of a loss, after the one arrangement that leaves it least. */
export interface Exposure {
  readonly ppm: number
  /** fen, when the amount is known */
  readonly fen?: number | undefined
  /** the others bear at most their shares, so the bank may bear more */
  readonly atLeast: boolean
  /** who shares; undefined when no sharing is published */
  readonly by?: Product | undefined
}

export interface PlanTime {
  /** days until the money is there, of the parts that say so */
  readonly days: number
  /** parts that do not say how long they take */
  readonly unknown: readonly Product[]
}

function remaining(product: Product, principal: number | undefined): Exposure {
  const others = product.riskShare.filter(one => one.by !== 'bank')
  const bank = product.riskShare.find(one => one.by === 'bank')
  const shared = others.reduce((sum, one) => sum + one.share, 0)
  const share = bank && !bank.atMost ? bank.share : Math.max(0, PPM_PER_ONE - shared)
  const atLeast = others.some(one => one.atMost)
  const covered = roleOf(product) === 'guarantee' ? coveredBy(product, principal) : principal
  if (principal === undefined || covered === undefined) return { ppm: share, atLeast, by: product }
  const fen = principal - covered + costOf(covered, share)
  return { ppm: covered === principal ? share : shareOf(fen, principal), fen, atLeast, by: product }
}

/** Several arrangements are not multiplied: how they combine is not published, so the one that leaves least counts. */
export function exposureOf(products: readonly Product[], principal: number | undefined): Exposure {
  const all: Exposure = { ppm: PPM_PER_ONE, fen: principal, atLeast: false }
  return products
    .filter(product => product.riskShare.length > 0)
    .map(product => remaining(product, principal))
    .reduce((least, one) => (one.ppm < least.ppm ? one : least), all)
}

const TAKES_TIME = new Set(['loan', 'lease', 'bond', 'fund', 'guarantee', 'insurance'])

/**
 * Days to the money: the main product's and, one after the other, those of the guarantee and insurance it waits for. A
 * guarantee that follows its loan takes none; a subsidy is paid afterwards; equity beside a loan does not hold it up.
 */
export function timeOf(main: Product, others: readonly Product[], { follows }: Stacking): PlanTime {
  const waited = others.filter(product => {
    const role = roleOf(product)
    return TAKES_TIME.has(role) && role !== 'fund' && !follows.has(product.id)
  })
  const parts = [main, ...waited]
  return {
    days: parts.reduce((sum, product) => sum + (product.time?.days ?? 0), 0),
    unknown: parts.filter(product => product.time?.days === undefined),
  }
}
