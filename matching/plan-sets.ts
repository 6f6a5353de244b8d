// Which products may stand beside a main product: every set of attachments that no rule of stacking forbids, that shares its
// ground and that has what was asked for by kind.
import { type FactId, subtreeOf } from '#engine'
import type { Suited } from './possible.ts'
import type { Product } from './product.ts'
import { type Role, roleOf, type Stacking } from './stacking.ts'
import { stackingSets } from './stacking-sets.ts'

/** An offer, or with `lacks` what may become one. */
export type Candidate = Suited & { readonly lacks?: readonly FactId[] }

/** More attachments than may stand in one plan; beyond these only the first of each role are tried. */
export const ATTACHMENTS_MAX = 14

const FREE = new Set<Role>(['modifier', 'subsidy', 'fund'])
/** The place of the main product in every set. */
const MAIN = 1

/** Wanted for its own sake: the owner surely asked for this kind of help. */
export function wanted({ product, lacks = [] }: Candidate): boolean {
  const role = roleOf(product)
  return product.serves !== undefined && lacks.length === 0 && (role === 'insurance' || role === 'fund')
}

/** Does one division hold the other, or are they the same? */
const holds = (place: string, other: string): boolean => subtreeOf(other).startsWith(subtreeOf(place))

/** Two places that share no ground: products for them never stand in one plan. */
function apart(a: Product, b: Product): boolean {
  if (a.regions.length === 0 || b.regions.length === 0) return false
  return !a.regions.some(x => b.regions.some(y => holds(x, y) || holds(y, x)))
}

/** Every set of attachments that may stand beside a main product; too many and excluded ones are cut off early. */
export function combinations(
  main: Candidate,
  candidates: readonly Candidate[],
  stacking: Stacking,
): readonly (readonly Candidate[])[] {
  const near = candidates.filter(one => !apart(main.product, one.product)).slice(0, ATTACHMENTS_MAX)
  const products = [main, ...near].map(one => one.product)
  const setOf = (belongs: (place: number) => boolean) =>
    products.reduce((set, _, place) => (belongs(place) ? set | (1 << place) : set), 0)
  const rules = stackingSets(products, stacking)
  const roles = products.map(roleOf)
  const asked = [...new Set(near.filter(wanted).map(one => roleOf(one.product)))]
  const wantedSets = asked.map(role => setOf(place => roles[place] === role))
  const farFrom = near.map(one => setOf(place => place > 0 && apart(products[place] ?? one.product, one.product)))
  const found: Candidate[][] = []
  const grow = (index: number, set: number): void => {
    if (rules.beyondCure(set)) return
    if (index === near.length) {
      if (wantedSets.every(role => (set & role) !== 0) && rules.faultless(set))
        found.push(near.filter((_, place) => (set & (2 << place)) !== 0))
      return
    }
    const isFar = (set & (farFrom[index] ?? 0)) !== 0
    // of two plans that are equally good the first is kept: with what costs nothing, without what nobody needs
    const isFree = FREE.has(roles[index + 1] ?? 'loan')
    if (isFree && !isFar) grow(index + 1, set | (2 << index))
    grow(index + 1, set)
    if (!isFree && !isFar) grow(index + 1, set | (2 << index))
  }
  grow(0, MAIN)
  return found
}
