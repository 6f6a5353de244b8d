// What is known of a quantity or an option at one moment: a range (a point when it is certain), a known word, or unknown.
// Unknown is a value of its own and never a zero.
import { compare, type Exact, least, most } from './exact.ts'
import type { FactId } from './fact.ts'

export type Value =
  /**
   * a quantity between two ends, both included; `lacks` are the facts that could narrow it. `orNone`: it may also turn
   * out not to apply, as a share of a revenue between 0 and 50 万元
   */
  | {
      readonly is: 'range'
      readonly low: Exact
      readonly high: Exact
      readonly lacks: readonly FactId[]
      readonly orNone?: boolean | undefined
    }
  | { readonly is: 'known'; readonly value: string | boolean | readonly string[] }
  /** an option, flag, text or place that nobody has told yet; `partly` is what a broader answer already says */
  | { readonly is: 'unknown'; readonly lacks: readonly FactId[]; readonly partly?: string | undefined }
  /** the question does not apply: a share of a revenue that is zero */
  | { readonly is: 'none'; readonly lacks: readonly FactId[] }

export const NO_LACKS: readonly FactId[] = Object.freeze([])

export const range = (low: Exact, high: Exact, lacks: readonly FactId[] = NO_LACKS): Value => ({
  is: 'range',
  low,
  high,
  lacks,
})
/** The same value, with the chance that it does not apply. */
export const maybe = (value: Value): Value => (value.is === 'range' ? { ...value, orNone: true } : value)
export const point = (value: Exact): Value => range(value, value)

const FEW = 8

/** Union without repeats, in order of first appearance. */
export function joinLacks(...lists: readonly (readonly FactId[])[]): readonly FactId[] {
  const found = lists.filter(list => list.length > 0)
  if (found.length === 0) return NO_LACKS
  if (found.length === 1) return found[0] ?? NO_LACKS
  const joined: FactId[] = []
  // mostly a handful of facts, where looking through them beats a set
  if (found.length < FEW) {
    for (const list of found) for (const fact of list) if (!joined.includes(fact)) joined.push(fact)
    return joined
  }
  return [...new Set(found.flat())]
}

export const lacksOf = (value: Value): readonly FactId[] => (value.is === 'known' ? NO_LACKS : value.lacks)

/** A quantity that is known to the last digit. */
export function certain(value: Value): boolean {
  if (value.is === 'range') return compare(value.low, value.high) === 0 && !value.orNone
  return value.is === 'known' || value.is === 'none'
}

/** The smallest range that holds both. */
export function hull(a: { low: Exact; high: Exact }, b: { low: Exact; high: Exact }): { low: Exact; high: Exact } {
  return { low: least(a.low, b.low), high: most(a.high, b.high) }
}
