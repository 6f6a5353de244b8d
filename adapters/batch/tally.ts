// Ranks without keeping the rows: how many companies of a stage have each score. Scores are hundredths of a point, so a stage
// holds at most as many counts as its scorecard has hundredths, whether a district is rated or the whole country.
import { PPM_PER_ONE, type Rank, type Rating } from '#engine'

/** Where a company competes: among those of its stage, with the low end of its score. */
export interface Place {
  readonly group: string
  readonly score: number
}

/** A model that is not for this company ranks it nowhere, and neither does a stage that is still open. */
export function placeOf({ model, applies, stages, score }: Rating): Place | undefined {
  if (applies.is === 'no' || stages.length > 1 || model.characteristics.length === 0) return undefined
  return { group: `${model.id} ${stages[0]?.id ?? ''}`, score: score.low }
}

export interface Tally {
  add(place: Place): void
  /** the rank among everything added so far */
  rankOf(place: Place): Rank
}

/** Scores below and above one score, counted once after the last one was added. */
interface Standing {
  readonly below: ReadonlyMap<number, number>
  readonly of: number
}

function standingOf(counts: ReadonlyMap<number, number>): Standing {
  const below = new Map<number, number>()
  let sum = 0
  for (const [score, count] of [...counts].sort(([a], [b]) => a - b)) {
    below.set(score, sum)
    sum += count
  }
  return { below, of: sum }
}

/** An empty tally. Equal scores share the better rank, and the next rank is left out: 1, 2, 2, 4. */
export function startTally(): Tally {
  const groups = new Map<string, Map<number, number>>()
  const standings = new Map<string, Standing>()
  return {
    add: ({ group, score }) => {
      const counts = groups.get(group) ?? new Map<number, number>()
      counts.set(score, (counts.get(score) ?? 0) + 1)
      groups.set(group, counts)
      standings.delete(group)
    },
    rankOf: ({ group, score }) => {
      const counts = groups.get(group) ?? new Map<number, number>()
      const standing = standings.get(group) ?? standingOf(counts)
      standings.set(group, standing)
      const { below, of } = standing
      const lower = below.get(score)
      if (lower === undefined) throw new Error(`the score ${score} of ${group} was never added`)
      const ahead = of > 1 ? Math.floor((lower * PPM_PER_ONE) / (of - 1)) : undefined
      return { rank: of - lower - (counts.get(score) ?? 0) + 1, of, ahead }
    },
  }
}
