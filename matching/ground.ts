// What is still open on a reading, weighed fact by fact, before anything is said about requests. A talk looks at it several
// times a turn, so it is worked out once for a reading.
import { type FactId, NO_LACKS, type Rating, type Reading } from '#engine'
import type { Catalogue } from './catalogue.ts'
import { unsettled } from './lookahead.ts'
import { type Possible, possible } from './possible.ts'
import { type Prospect, prospectOf } from './prospect.ts'
import { type Candidate, weigh } from './weigh.ts'

export interface Ground {
  /** proven: no answer changes grades, passes and the first plans any more */
  readonly settled: boolean
  readonly found: Possible
  readonly prospect: Prospect
  /** every fact that can still change something */
  readonly candidates: ReadonlyMap<FactId, Candidate>
}

const NOTHING_FOUND: Possible = { offers: [], open: [] }
const NOTHING_YET: Prospect = { settled: false, hanging: new Set(), standing: new Set(), figures: NO_LACKS }

function weighed(catalogue: Catalogue, reading: Reading, ratings: readonly Rating[], isPlaced: boolean): Ground {
  const found = isPlaced ? possible(catalogue, reading) : NOTHING_FOUND
  const prospect = isPlaced ? prospectOf(catalogue, reading, found) : NOTHING_YET
  const candidates = weigh({ catalogue, reading, found, ratings, prospect })
  return { settled: prospect.settled && !ratings.some(unsettled), found, prospect, candidates }
}

const noGrounds = (): Map<string, Ground> => new Map()

/**
 * The ground for these rating models. Before the place is known everything hangs on everything, and nothing but what
 * everybody is asked is weighed.
 */
export function groundOf(catalogue: Catalogue, reading: Reading, models: readonly string[], isPlaced: boolean): Ground {
  const known = reading.once(noGrounds, catalogue)
  const key = isPlaced ? `placed ${models.join()}` : ''
  const ratings = isPlaced ? models.flatMap(id => reading.rating(id) ?? []) : []
  const ground = known.get(key) ?? weighed(catalogue, reading, ratings, isPlaced)
  known.set(key, ground)
  return ground
}
