// Points out of several tables: the best of alternatives, the sum of parts, or one table scaled to the weight it has in a
// stage.
import { hundredths } from './points.ts'
import type { Earned, Scoring } from './score-table.ts'
import { joinLacks, NO_LACKS } from './value.ts'

/** The best of several ways to earn the same points. */
export function bestOf(all: readonly Scoring[]): Scoring {
  return {
    lowest: Math.max(...all.map(one => one.lowest)),
    highest: Math.max(...all.map(one => one.highest)),
    form: { is: 'best', of: all },
    facts: joinLacks(...all.map(one => one.facts)),
    rows: all.flatMap(one => one.rows),
    adding: all.some(one => one.adding),
    earn(reading) {
      const earned = all.map(one => one.earn(reading))
      const low = Math.max(...earned.map(one => one.low))
      const high = Math.max(...earned.map(one => one.high))
      const best = earned.find(one => one.high === high)
      // an alternative that cannot beat what is already certain is not worth a question
      const lacks = low === high ? NO_LACKS : joinLacks(...earned.filter(one => one.high > low).map(one => one.lacks))
      return { ...best, low, high, lacks }
    },
  }
}

/** The sum of several parts, up to `max` points. */
export function sumOf(all: readonly Scoring[], max: number | undefined): Scoring {
  const cap = max === undefined ? Number.POSITIVE_INFINITY : hundredths(max)
  const total = (values: readonly number[]) =>
    Math.min(
      cap,
      values.reduce((a, b) => a + b, 0),
    )
  return {
    lowest: total(all.map(one => one.lowest)),
    highest: total(all.map(one => one.highest)),
    form: { is: 'sum', of: all, cap },
    facts: joinLacks(...all.map(one => one.facts)),
    rows: all.flatMap(one => one.rows),
    adding: true,
    earn(reading) {
      const earned = all.map(one => one.earn(reading))
      const low = total(earned.map(one => one.low))
      const high = total(earned.map(one => one.high))
      return { low, high, lacks: low === high ? NO_LACKS : joinLacks(...earned.map(one => one.lacks)) }
    },
  }
}

/** Points as a part of `weight` instead of the table's own highest. */
export function share(points: number, weight: number, highest: number): number {
  return (points * weight) / highest
}

/** What a table gives, with another weight. */
export function weigh(earned: Earned, { weight, highest }: { weight: number; highest: number }): Earned {
  return { ...earned, low: share(earned.low, weight, highest), high: share(earned.high, weight, highest) }
}

/**
 * The same table with another weight: 80 of 100 points are 4.8 of 6. Undefined when a row would not come out in whole
 * hundredths, for points are never rounded.
 */
export function weighted(scoring: Scoring, weight: number): Scoring | undefined {
  const { highest } = scoring
  const scaled = (points: number) => share(points, weight, highest)
  const ends = [scoring.lowest, ...scoring.rows.flatMap(row => [row.low, row.high])]
  if (highest <= 0 || ends.some(points => !Number.isInteger(scaled(points)))) return undefined
  return {
    ...scoring,
    form: { is: 'weighted', of: scoring, weight, highest },
    lowest: scaled(scoring.lowest),
    highest: weight,
    rows: scoring.rows.map(row => ({ ...row, low: scaled(row.low), high: scaled(row.high) })),
    earn: reading => weigh(scoring.earn(reading), { weight, highest }),
  }
}
