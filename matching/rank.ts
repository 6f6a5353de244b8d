// The order in which offers are shown: a total order, with its tie-breaks written down here and nowhere else.
import type { Nearing, Suited } from './possible.ts'
import type { Product, ProductKind } from './product.ts'

/** Money first, then what makes it cheaper or safer, then help. */
const KIND_ORDER: readonly ProductKind[] = [
  'loan',
  'fund',
  'guarantee',
  'subsidy',
  'insurance',
  'lease',
  'bond',
  'service',
]
const MARK_ORDER = ['★★★', '★★', '★', '◇', '示意']

interface Key {
  readonly compare: readonly number[]
  readonly id: string
}

const secured = (product: Product): number =>
  product.collateral.includes('none') ? 0 : product.collateral.length > 0 ? 2 : 1

function keyOf(offer: Suited, need: { high: number } | undefined): Key {
  const { product, amount, asked } = offer
  const high = amount?.high
  // covers the need fully < amount not published < covers it in part (largest first)
  const cover = need === undefined || high === undefined ? 1 : high >= need.high ? 0 : 2
  return {
    compare: [
      asked ? 0 : 1,
      KIND_ORDER.indexOf(product.kind),
      product.terms === 'stated' ? 0 : 1,
      product.regions.length > 0 ? 0 : 1, // made for this place before made for everybody
      cover,
      secured(product),
      cover === 2 ? -(high ?? 0) : 0,
      product.rate?.from ?? product.benefit?.rateAfter ?? Number.MAX_SAFE_INTEGER,
      product.time?.days ?? Number.MAX_SAFE_INTEGER,
      MARK_ORDER.indexOf(product.source.mark),
    ],
    id: product.id,
  }
}

/** Best for the owner first: what was asked for by name, kind, known terms, local, covers the need, no collateral, cheaper, faster, surer; then by id. */
export function byRank(need: { high: number } | undefined): (a: Suited, b: Suited) => number {
  const keys = new Map<Suited, Key>()
  // a sort asks for every offer many times
  const key = (offer: Suited): Key => {
    const known = keys.get(offer) ?? keyOf(offer, need)
    keys.set(offer, known)
    return known
  }
  return (a, b) => {
    const [x, y] = [key(a), key(b)]
    for (let i = 0; i < x.compare.length; i++) {
      const difference = (x.compare[i] ?? 0) - (y.compare[i] ?? 0)
      if (difference !== 0) return difference
    }
    return x.id < y.id ? -1 : x.id > y.id ? 1 : 0
  }
}

/** Undecided products: known terms first, then the fewest missing answers, then as offers are ranked. */
export function byNearness(need: { high: number } | undefined): (a: Nearing, b: Nearing) => number {
  const rank = byRank(need)
  return (a, b) => Number(a.asks) - Number(b.asks) || a.lacks.length - b.lacks.length || rank(a, b)
}
