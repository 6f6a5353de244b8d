// 差一步: for a company that a product refuses, the cheapest set of changes that opens it, found exactly by branch and bound
// and proved by applying it. Nothing is advised that cannot be changed, and no change stands in it that is not needed.
import {
  answerOf,
  type Condition,
  type FactDefinition,
  type FactId,
  type FactValue,
  judge,
  NO_LACKS,
  type Reading,
  read,
  settle,
  type Test,
  testsOf,
  type Value,
  whatIf,
} from '#engine'
import type { Product } from './product.ts'
import { type Changeable, patienceFor, type Repair, type Repairs, repairFor } from './repair.ts'
import { hangsOnRating, ratingMoves } from './step-rating.ts'
import { cheapest, type Move } from './step-search.ts'
import { type Worlds, worldsOf } from './worlds.ts'

/** One fact that must become something else. */
export interface Change {
  readonly fact: FactId
  readonly from: Value
  /** the limit itself, or the nearest option */
  readonly to: FactValue
  readonly how: Changeable
  readonly repair?: Repair | undefined
  /** the day on which it comes about by waiting, days since 1970 */
  readonly on?: number | undefined
}

/** The changes that open a product, cheapest way; `lacks` must still be answered after them. */
export interface Step {
  readonly product: Product
  readonly changes: readonly Change[]
  /** days of patience, for comparing steps; never a promise */
  readonly patience: number
  readonly lacks: readonly FactId[]
}

/** The company as it would be after the changes. */
export const afterChanges = (reading: Reading, changes: readonly { fact: FactId; to: FactValue }[]): Reading =>
  whatIf(reading, Object.fromEntries(changes.map(({ fact, to }) => [fact, to])))

/** The first day on which waiting alone brings a duration to `to`; undefined when it does not grow by itself. */
function dayReached(reading: Reading, fact: FactDefinition, to: FactValue): number | undefined {
  if (fact.type !== 'months' || typeof to !== 'number' || Object.hasOwn(reading.dossier, fact.id)) return undefined
  const reached = (day: number) => {
    const value = read(reading.rulebook, reading.dossier, day).value(fact.id)
    return value.is === 'range' && value.lacks.length === 0 && Number(value.low) >= to
  }
  let [no, yes] = [reading.today, reading.today + (to + 1) * LONGEST_MONTH]
  if (!reached(yes)) return undefined
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (reached(middle)) yes = middle
    else no = middle
  }
  return yes
}
const LONGEST_MONTH = 31

/** The tests that stand in the way for good: no change of this company's own can meet them. */
export function obstacles(condition: Condition, reading: Reading, repairs: Repairs): readonly Test[] {
  if (cheapest(condition, reading, repairs)) return []
  if (condition.is === 'test') return [condition]
  const found = condition.of.flatMap(child => obstacles(child, reading, repairs))
  // each part could be met alone, but not all of them together
  return found.length > 0 ? found : testsOf(condition).filter(test => judge(test, reading).is === 'no')
}

/**
 * Finds steps for one company: answers, for a product that refuses it, the cheapest step, or undefined when there is none
 * to advise. What the company would look like after a change is worked out once for all products.
 */
export function stepFinder(
  reading: Reading,
  repairs: Repairs,
  worlds: Worlds = worldsOf(reading),
): (product: Product) => Step | undefined {
  const patienceOf = (moves: readonly Move[]): number =>
    moves.reduce((sum, { fact }) => sum + (patienceFor(repairs, fact.id) ?? 0), 0)
  const change = ({ fact, to }: Move): Change => ({
    fact: fact.id,
    from: reading.value(fact.id),
    to,
    how: fact.changeable,
    repair: repairFor(repairs, fact.id),
    on: dayReached(reading, fact, to),
  })
  return product => {
    const opens = (moves: readonly Move[]) => answerOf(product.eligible, worlds(moves).answer) !== 'no'
    const plain = cheapest(product.eligible, reading, repairs) ?? []
    const works = plain.length > 0 && opens(plain)
    const isPlain = works || plain.length === 0
    // a change of something else may spoil a rating that holds now
    const rated = hangsOnRating(product.eligible, worlds([]), ...(isPlain ? [] : [worlds(plain)]))
      ? ratingMoves(product.eligible, worlds, repairs, works ? patienceOf(plain) : undefined)
      : undefined
    if (!rated && !works) return undefined
    const found = [...(rated ?? plain)].sort((a, b) => a.fact.place - b.fact.place)
    // facts may follow from one another, so that one change brings another about: only what is needed stays
    let needed = found
    for (const one of found) {
      const without = needed.filter(other => other !== one)
      if (without.length > 0 && opens(without)) needed = without
    }
    const after = worlds(needed)
    const isOpen = answerOf(product.eligible, after.answer) === 'open'
    return {
      product,
      patience: patienceOf(needed),
      lacks: isOpen ? settle(product.eligible, after.reading) : NO_LACKS,
      changes: needed.map(change),
    }
  }
}
