// What each unanswered fact decides: plans, products, grades and passes, weighed in one scale. Only the order of questions
// comes from these weights, never a result.
import type { FactId, Rating, Reading } from '#engine'
import type { Catalogue } from './catalogue.ts'
import { chanceOf, oddsOf } from './chance.ts'
import { lookAt } from './look.ts'
import { expect, lackedBy, unsettled } from './lookahead.ts'
import type { Possible } from './possible.ts'
import type { Product } from './product.ts'
import type { Prospect } from './prospect.ts'

/** A product's weight: money decides more than help, and made-for-this-place more than for everybody. */
const KIND_WEIGHT: Record<Product['kind'], number> = {
  loan: 10,
  fund: 8,
  guarantee: 6,
  subsidy: 5,
  insurance: 4,
  lease: 4,
  bond: 2,
  service: 3,
}
const LOCAL_BONUS = 1.5
/** What settling a whole rating is worth, in the same scale. */
const RATING_WEIGHT = 40
const ALWAYS_WEIGHT = 100_000
/** A figure of the plan itself: its amount, its term. */
const FIGURE_WEIGHT = 10
/** Value counts more than proportionally: one large product decides more than two small ones. */
const VALUE_EXPONENT = 1.5
/** Beside what an answer tells, what brings a product near its end counts. */
const NEARNESS = 0.3
/** The first plans hang on it; it may come into a plan; it is only one more line of the list. */
const RELEVANCE = { hanging: 1, standing: 0.1, listed: 0.01 } as const

/** Of the points a rating leaves open, about this share may stay open when its grade is settled: the slack between its bounds. */
const RATING_SLACK = 0.1
/** No single part of a rating is ever sure to be needed: another may settle it. Measured by the benchmark of questions. */
const RATING_NEED_MOST = 0.8
/** A figure is needed as long as its product stays in a plan. */
const FIGURE_NEED = 0.8

export interface Candidate {
  weight: number
  /** the part of the weight that comes from ratings */
  rated: number
  /** how likely the plans hang on this very fact, whatever the others are */
  needed: number
  /** the same for the ratings */
  neededByRatings: number
  /** after it is answered, how likely the ratings still need each other fact */
  leaves?: ReadonlyMap<FactId, number>
  /** can it still change a grade, a pass or one of the first plans? Otherwise it only sharpens the list. */
  decides: boolean
  readonly products: Set<Product>
  readonly ratings: Set<Rating>
}

/** A fact on which nothing hangs yet. */
export const noCandidate = (): Candidate => ({
  weight: 0,
  rated: 0,
  needed: 0,
  neededByRatings: 0,
  decides: false,
  products: new Set(),
  ratings: new Set(),
})

export interface Weighing {
  readonly catalogue: Catalogue
  readonly reading: Reading
  readonly found: Possible
  readonly ratings: readonly Rating[]
  readonly prospect: Prospect
}

type Of = (fact: FactId) => Candidate

function weighProducts({ catalogue, reading, found, prospect }: Weighing, of: Of): void {
  const odds = oddsOf(reading, catalogue.likelihood, lookAt(catalogue, reading).found)
  for (const { product, lacks, asks } of found.open) {
    if (asks) continue
    const hanging = prospect.hanging.has(product)
    const standing = prospect.standing.has(product)
    const relevance = hanging ? RELEVANCE.hanging : standing ? RELEVANCE.standing : RELEVANCE.listed
    const value = (KIND_WEIGHT[product.kind] * (product.regions.length > 0 ? LOCAL_BONUS : 1)) ** VALUE_EXPONENT
    const conditions = product.serves ? [product.eligible, product.serves] : [product.eligible]
    const { gains, pivots } = chanceOf(conditions, odds)
    const weighFact = (fact: FactId, near: number): void => {
      const candidate = of(fact)
      candidate.weight += value * relevance * ((gains.get(fact) ?? 0) + near)
      candidate.decides ||= hanging
      if (hanging) candidate.needed = Math.max(candidate.needed, pivots.get(fact) ?? 0)
      candidate.products.add(product)
    }
    for (const fact of lacks) weighFact(fact, NEARNESS / lacks.length)
    for (const fact of gains.keys()) if (!lacks.includes(fact)) weighFact(fact, 0)
  }
}

function weighRatings({ catalogue, reading, ratings }: Weighing, of: Of): void {
  const open = ratings.filter(unsettled)
  for (const id of lackedBy(open)) {
    const fact = reading.rulebook.facts.get(id)
    if (!fact) continue
    const candidate = of(id)
    const { settles, leaves, narrows } = expect(fact, open, reading, catalogue.likelihood)
    for (const [rating, share] of settles) {
      candidate.rated += RATING_WEIGHT * share
      candidate.ratings.add(rating)
    }
    candidate.weight += candidate.rated
    candidate.decides = true
    candidate.leaves = leaves
    candidate.neededByRatings = Math.min(RATING_NEED_MOST, narrows / RATING_SLACK)
  }
}

/** Weighs every fact that can still change something. */
export function weigh(weighing: Weighing): Map<FactId, Candidate> {
  const { catalogue, reading, prospect } = weighing
  const candidates = new Map<FactId, Candidate>()
  const of: Of = fact => {
    const known = candidates.get(fact)
    if (known) return known
    const fresh = noCandidate()
    candidates.set(fact, fresh)
    return fresh
  }
  for (const [index, fact] of catalogue.need.always.entries())
    if (!Object.hasOwn(reading.dossier, fact)) {
      of(fact).weight += ALWAYS_WEIGHT / (1 + index)
      of(fact).needed = 1
      of(fact).decides = true
    }
  weighProducts(weighing, of)
  weighRatings(weighing, of)
  for (const fact of prospect.figures) {
    of(fact).weight += FIGURE_WEIGHT
    of(fact).needed = Math.max(of(fact).needed, FIGURE_NEED)
    of(fact).decides = true
  }
  return candidates
}
