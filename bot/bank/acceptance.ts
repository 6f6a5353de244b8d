// How often banks accept what the catalogue calls fitting, product by product. Few decisions say little, so each share is
// drawn towards that of all products (shrinkage). Shown to the officer; nothing is changed or ranked by it.
import type { DecidedLead } from './questionable.ts'

export interface Acceptance {
  readonly product: string
  /** leads that came to a credit line */
  readonly accepted: number
  /** leads decided either way */
  readonly decided: number
  /** ppm: the share after shrinkage */
  readonly share: number
}

const PPM = 1_000_000

/**
 * Every product with a decision, the lowest share first. `weight`: as many decisions at the share of all products are
 * added to each product's own.
 * @example 1 of 2 accepted, 50 % over all, weight 20 → 11 of 22, 500000 ppm
 */
export function acceptanceOf(leads: readonly DecidedLead[], weight: number): readonly Acceptance[] {
  const counts = new Map<string, { accepted: number; decided: number }>()
  for (const { products, refusal } of leads)
    for (const product of products) {
      const { accepted, decided } = counts.get(product) ?? { accepted: 0, decided: 0 }
      counts.set(product, { accepted: accepted + (refusal === undefined ? 1 : 0), decided: decided + 1 })
    }
  const all = [...counts.values()]
  const decidedInAll = all.reduce((sum, one) => sum + one.decided, 0)
  const acceptedInAll = all.reduce((sum, one) => sum + one.accepted, 0)
  const usual = acceptedInAll / Math.max(1, decidedInAll)
  return [...counts]
    .map(([product, { accepted, decided }]) => ({
      product,
      accepted,
      decided,
      share: Math.round((PPM * (accepted + weight * usual)) / (decided + weight)),
    }))
    .toSorted((a, b) => a.share - b.share || (a.product < b.product ? -1 : 1))
}
