// The cheapest changes found that make a condition hold, or fail: one lever per test, all of them where all are needed, the
// cheapest where some are enough. Every step is tried on the reading before it counts.
import { type Advice, leversFor } from './advice.ts'
import type { Condition } from './condition.ts'
import type { FactId, FactValue } from './fact.ts'
import { judge } from './judge.ts'
import type { Reading } from './reading.ts'
import { whatIf } from './what-if.ts'

/** Facts with their new values, and what the changes cost together. */
export interface Way {
  readonly changes: Readonly<Record<FactId, FactValue>>
  readonly cost: number
}

export const NO_CHANGE: Way = { changes: {}, cost: 0 }

/** Two ways, one after the other. A fact that both change costs once. */
export function joined(first: Way, second: Way): Way {
  const repeated = Object.keys(second.changes).every(fact => Object.hasOwn(first.changes, fact))
  return {
    changes: { ...first.changes, ...second.changes },
    cost: repeated ? Math.max(first.cost, second.cost) : first.cost + second.cost,
  }
}

const size = (way: Way): number => Object.keys(way.changes).length
/** Cheapest first, then the one that touches fewer facts. */
export const byCost = (a: Way, b: Way): number => a.cost - b.cost || size(a) - size(b)

function oneAfterAnother(
  conditions: readonly Condition[],
  holds: boolean,
  reading: Reading,
  advice: Advice,
): Way | undefined {
  let way = NO_CHANGE
  for (const condition of conditions) {
    const next = meet(condition, holds, whatIf(reading, way.changes), advice)
    if (!next) return undefined
    way = joined(way, next)
  }
  return way
}

/** The cheapest way found to make a condition surely hold (or, with `holds` false, surely fail); undefined when none. */
export function meet(condition: Condition, holds: boolean, reading: Reading, advice: Advice): Way | undefined {
  const wanted = holds ? 'yes' : 'no'
  if (judge(condition, reading).is === wanted) return NO_CHANGE
  if (condition.is === 'test') {
    const ways = leversFor(condition, holds, reading, advice).map(
      ({ fact, to, cost }): Way => ({ changes: { [fact.id]: to }, cost }),
    )
    return ways.sort(byCost)[0]
  }
  const { of } = condition
  const least = condition.is === 'at-least' ? condition.count : condition.is === 'all' ? of.length : 1
  // at least n of m fails when m − n + 1 of them fail
  const count = holds ? least : of.length - least + 1
  const children = of.flatMap(child => {
    const way = meet(child, holds, reading, advice)
    return way ? [{ child, way }] : []
  })
  const cheapest = children.sort((a, b) => byCost(a.way, b.way)).slice(0, count)
  if (cheapest.length < count) return undefined
  const way = oneAfterAnother(
    cheapest.map(one => one.child),
    holds,
    reading,
    advice,
  )
  return way && judge(condition, whatIf(reading, way.changes)).is === wanted ? way : undefined
}
