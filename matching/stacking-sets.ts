// The stacking rules over a few products at once, every set of them one number: bit n stands for the product at place n. Plans
// are tried by the thousand, so what a rule says of each product is looked up once and a set is judged by a few operations.
import type { Product } from './product.ts'
import { betters, type Stacking, type StackingRule, selects } from './stacking.ts'

/** Products of one list; a set of them is a whole number of so many bits. */
export const SET_MAX = 30

export interface StackingSets {
  /** as `beyondCure` says of these products */
  readonly beyondCure: (set: number) => boolean
  /** whether `stackingFaults` finds nothing */
  readonly faultless: (set: number) => boolean
}

type Breaks = (set: number) => boolean
type SetOf = (belongs: (product: Product) => boolean) => number

/** Is there a single product in the set? */
const isSingle = (set: number): boolean => (set & (set - 1)) === 0

function sizeOf(set: number): number {
  let size = 0
  for (let left = set; left !== 0; left &= left - 1) size++
  return size
}

/** What a rule speaks about, and what it wants or excludes beside that. */
const OF = 1
const BESIDE = 2

const spoken = new WeakMap<Stacking, Map<Product, Uint8Array>>()

/** For every rule, in order, whether it speaks of a product; looked up once for a catalogue. */
function rolesIn(stacking: Stacking, product: Product): Uint8Array {
  const own = spoken.get(stacking) ?? new Map<Product, Uint8Array>()
  spoken.set(stacking, own)
  const besideOf = (rule: StackingRule) => ('needs' in rule ? rule.needs : 'without' in rule ? rule.without : [])
  const known =
    own.get(product) ??
    Uint8Array.from(
      stacking.rules,
      rule => (selects(rule.of, product) ? OF : 0) | (selects(besideOf(rule), product) ? BESIDE : 0),
    )
  own.set(product, known)
  return known
}

function breaks(rule: StackingRule, of: number, beside: number, setOf: SetOf): Breaks {
  if ('atMost' in rule) {
    const allowed = rule.unless.map(group => setOf(product => group.includes(product.id)))
    return set => sizeOf(set & of) > rule.atMost && !allowed.some(group => (set & of & ~group) === 0)
  }
  // a product is no help and no harm to itself
  if ('needs' in rule)
    return set => {
      const [mine, helping] = [set & of, set & beside]
      return mine !== 0 && (helping === 0 || (isSingle(helping) && (mine & helping) !== 0))
    }
  return set => {
    const [mine, against] = [set & of, set & beside]
    return mine !== 0 && against !== 0 && !(isSingle(against) && mine === against)
  }
}

/** A modifier that has nothing to better. */
function unused(products: readonly Product[], setOf: SetOf): Breaks {
  const modifiers = products.flatMap((by, place) =>
    by.modifies ? [{ bit: 1 << place, bettered: setOf(product => betters(by, product)) }] : [],
  )
  return set => modifiers.some(({ bit, bettered }) => (set & bit) !== 0 && (set & bettered) === 0)
}

/** Prepares the rules for the sets of some products, at most `SET_MAX` of them. */
export function stackingSets(products: readonly Product[], stacking: Stacking): StackingSets {
  if (products.length > SET_MAX) throw new RangeError(`${products.length} products are more than ${SET_MAX}`)
  const setOf: SetOf = belongs =>
    products.reduce((set, product, place) => (belongs(product) ? set | (1 << place) : set), 0)
  const roles = products.map(product => rolesIn(stacking, product))
  const inRule = (rule: number, role: number) =>
    roles.reduce((set, own, place) => (((own[rule] ?? 0) & role) === 0 ? set : set | (1 << place)), 0)
  const curable: Breaks[] = [unused(products, setOf)]
  const incurable: Breaks[] = []
  for (const [index, rule] of stacking.rules.entries()) {
    const of = inRule(index, OF)
    // most rules speak of nothing that is here
    if (of === 0) continue
    const list = 'needs' in rule ? curable : incurable
    list.push(breaks(rule, of, inRule(index, BESIDE), setOf))
  }
  const beyondCure: Breaks = set => incurable.some(broken => broken(set))
  return { beyondCure, faultless: set => !beyondCure(set) && !curable.some(broken => broken(set)) }
}
