// What to ask next, if anything: the fact that decides most among those that can still change a verdict, a grade or a
// pass. Facts that people tell in one breath are asked together in one natural request.
import type { FactDefinition, FactId, Rating, Reading } from '#engine'
import type { Catalogue } from './catalogue.ts'
import { type Match, match } from './match.ts'
import type { Product } from './product.ts'

export interface Question {
  /** asked together; one when there is no natural request for several */
  readonly facts: readonly FactId[]
  readonly request?: string | undefined
  /** undecided products that hang on these facts */
  readonly products: readonly Product[]
  /** ratings that hang on them */
  readonly ratings: readonly Rating[]
  /** how many requests may still follow, this one included */
  readonly remaining: number
}

export interface QuestionOptions {
  /** facts the owner does not want to tell or does not know */
  readonly skipped: readonly FactId[]
  /** requests a talk opens with, in order, as long as nothing of them was told */
  readonly opening?: readonly string[] | undefined
  /** rating models that are to be settled besides the products */
  readonly models: readonly string[]
}

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
const RATING_WEIGHT = 12
const ALWAYS_WEIGHT = 1_000

interface Candidate {
  weight: number
  readonly products: Set<Product>
  readonly ratings: Set<Rating>
}

/** Does a rating still have something open that its reader is told: its grade, or its pass? */
function unsettled(rating: Rating): boolean {
  if (rating.applies.is === 'no') return false
  const gradeOpen = rating.model.grades !== undefined && rating.grades.length > 1
  const passOpen = rating.model.pass !== undefined && rating.passes.is === 'open'
  return gradeOpen || passOpen
}

function weigh(
  catalogue: Catalogue,
  found: Match,
  ratings: readonly Rating[],
  reading: Reading,
): Map<FactId, Candidate> {
  const candidates = new Map<FactId, Candidate>()
  const of = (fact: FactId): Candidate => {
    const known = candidates.get(fact) ?? { weight: 0, products: new Set<Product>(), ratings: new Set<Rating>() }
    candidates.set(fact, known)
    return known
  }
  const answered = (fact: FactId) => Object.hasOwn(reading.dossier, fact)
  for (const [index, fact] of catalogue.need.always.entries())
    if (!answered(fact)) of(fact).weight += ALWAYS_WEIGHT - index
  for (const { product, lacks, asks } of found.open) {
    if (asks) continue
    for (const fact of lacks) {
      const candidate = of(fact)
      candidate.weight += (KIND_WEIGHT[product.kind] * (product.regions.length > 0 ? LOCAL_BONUS : 1)) / lacks.length
      candidate.products.add(product)
    }
  }
  for (const rating of ratings.filter(unsettled)) {
    const open = rating.score.high - rating.score.low
    for (const fact of rating.lacks) {
      const candidate = of(fact)
      const decides = rating.partials
        .filter(partial => partial.lacks.includes(fact))
        .reduce((sum, partial) => sum + (partial.high - partial.low) / partial.lacks.length, 0)
      candidate.weight += open > 0 ? (RATING_WEIGHT * decides) / open : RATING_WEIGHT / rating.lacks.length
      candidate.ratings.add(rating)
    }
  }
  return candidates
}

/** What asking costs: a question of its own, and a little more for each further fact in the same breath. */
const EFFORT_PER_FACT = 0.25

interface Request {
  readonly key: string
  readonly facts: readonly FactId[]
  readonly weight: number
}

/** Facts that hang together become one request; its weight is what it decides for the effort it costs. */
function requestsOf(candidates: ReadonlyMap<FactId, Candidate>, reading: Reading): Request[] {
  const { facts } = reading.rulebook
  const keys = new Map<string, FactId[]>()
  for (const fact of candidates.keys()) {
    // what was told about right is asked for more exactly, alone
    const key = (Object.hasOwn(reading.dossier, fact) ? undefined : facts.get(fact)?.request) ?? fact
    keys.set(key, [...(keys.get(key) ?? []), fact])
  }
  return [...keys].map(([key, asked]) => {
    const sum = asked.reduce((total, fact) => total + (candidates.get(fact)?.weight ?? 0), 0)
    return { key, facts: asked, weight: sum / (1 + EFFORT_PER_FACT * (asked.length - 1)) }
  })
}

/** All facts of a natural request that are still unknown: people tell them in one breath, needed or not. */
function inOneBreath(request: Request, reading: Reading, skipped: readonly FactId[]): readonly FactId[] {
  if (request.facts.length < 2) return request.facts
  const open = (fact: FactDefinition) =>
    fact.request === request.key && fact.asked && !Object.hasOwn(reading.dossier, fact.id)
  return [...reading.rulebook.facts.values()]
    .filter(fact => open(fact) && !skipped.includes(fact.id))
    .map(fact => fact.id)
}

/** The next question, or undefined when no answer can change the result any more. */
export function nextQuestion(catalogue: Catalogue, reading: Reading, options: QuestionOptions): Question | undefined {
  const ratings = options.models.flatMap(id => reading.rating(id) ?? [])
  const candidates = weigh(catalogue, match(catalogue, reading), ratings, reading)
  for (const fact of options.skipped) candidates.delete(fact)
  const place = (fact: FactId | undefined) => (fact === undefined ? 0 : (reading.rulebook.facts.get(fact)?.place ?? 0))
  // heaviest first; equal weights keep the order of the vocabulary, so that the talk is the same every time
  const ordered = requestsOf(candidates, reading).sort(
    (a, b) => b.weight - a.weight || place(a.facts[0]) - place(b.facts[0]),
  )
  const told = (key: string) =>
    [...reading.rulebook.facts.values()].some(fact => fact.request === key && Object.hasOwn(reading.dossier, fact.id))
  const opens = (options.opening ?? [])
    .filter(key => !told(key))
    .flatMap(key => ordered.find(one => one.key === key) ?? [])
  const first = opens[0] ?? ordered[0]
  if (!first) return undefined
  const hanging = first.facts.flatMap(fact => candidates.get(fact) ?? [])
  return {
    facts: inOneBreath(first, reading, options.skipped),
    request: first.facts.length > 1 ? first.key : undefined,
    products: [...new Set(hanging.flatMap(candidate => [...candidate.products]))],
    ratings: [...new Set(hanging.flatMap(candidate => [...candidate.ratings]))],
    remaining: ordered.length,
  }
}
