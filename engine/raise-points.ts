// More points for a rating, as cheaply as found: every row of every table that would give more is priced, and the cheapest
// set that closes the gap is chosen exactly among them. What really comes out is always taken from a rating, never summed.
import type { Advice } from './advice.ts'
import type { Condition } from './condition.ts'
import { byCost, joined, meet, NO_CHANGE, type Way } from './meet.ts'
import type { Rating } from './rating.ts'
import type { Reading } from './reading.ts'
import type { Scoring } from './score-table.ts'
import { whatIf } from './what-if.ts'

/** Rows can get in each other's way; after so many rounds there is no way worth telling. */
const ROUNDS_MAX = 8

/** How many hundredths are still missing; nothing or less when it is enough. */
export type Missing = (rating: Rating) => number

interface Candidate extends Way {
  /** candidates of one characteristic exclude each other */
  readonly characteristic: string
  readonly gain: number
}

function tablesOf(rating: Rating): { id: string; low: number; scoring: Scoring }[] {
  const stages = rating.stages.length > 0 ? rating.stages : [undefined]
  return rating.partials.flatMap(({ characteristic, low }) => {
    const tables = stages.flatMap(
      stage => (stage && characteristic.byStage.get(stage.id)) ?? characteristic.score ?? [],
    )
    return [...new Set(tables)].map(scoring => ({ id: characteristic.id, low, scoring }))
  })
}

/** Rows that could give more than what is certain now. */
function better({ low, scoring }: { low: number; scoring: Scoring }): readonly Condition[] {
  if (low >= scoring.highest) return []
  return scoring.rows.flatMap(row => {
    const more = scoring.adding ? row.low > 0 : row.low > low
    return more && row.condition ? [row.condition] : []
  })
}

function candidates(model: string, rating: Rating, reading: Reading, advice: Advice, missing: Missing): Candidate[] {
  const gap = missing(rating)
  return tablesOf(rating).flatMap(table =>
    better(table).flatMap((condition): Candidate[] => {
      const way = meet(condition, true, reading, advice)
      const after = way && whatIf(reading, way.changes).rating(model)
      const gain = after ? gap - missing(after) : 0
      return way && gain > 0 ? [{ ...way, characteristic: table.id, gain }] : []
    }),
  )
}

/** The cheapest choice of at most one candidate per characteristic that closes the gap, or comes as close as possible. */
function choose(all: readonly Candidate[], gap: number): Way {
  let best = new Map<number, Way>([[0, NO_CHANGE]])
  for (const id of new Set(all.map(one => one.characteristic))) {
    // of two that cost the same and do, the smaller one
    const own = all.filter(one => one.characteristic === id).sort((a, b) => a.gain - b.gain)
    const next = new Map(best)
    for (const [gained, way] of best)
      for (const candidate of own) {
        const total = Math.min(gap, gained + candidate.gain)
        const further = joined(way, candidate)
        const known = next.get(total)
        if (!known || byCost(further, known) < 0) next.set(total, further)
      }
    best = next
  }
  const most = Math.max(...best.keys())
  return best.get(most) ?? NO_CHANGE
}

/** A way to close a gap of points; undefined when none was found. */
export function raise(model: string, missing: Missing, reading: Reading, advice: Advice): Way | undefined {
  let way = NO_CHANGE
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const now = whatIf(reading, way.changes)
    const rating = now.rating(model)
    if (!rating) return undefined
    const gap = missing(rating)
    if (gap <= 0) return way
    if (gap >= before) return undefined
    before = gap
    way = joined(way, choose(candidates(model, rating, now, advice, missing), gap))
  }
  return undefined
}
