// Which facts share one request: those that belong together and will likely be needed once their companions are answered.
// What an owner would find odd to be asked early costs more effort, so it comes later. Orders questions and decides nothing.
import type { FactId, Reading } from '#engine'
import { chapterOf, type Likelihood } from './likelihood.ts'
import type { Possible } from './possible.ts'
import type { Product } from './product.ts'
import { type Candidate, noCandidate } from './weigh.ts'

export interface Request {
  readonly key: string
  readonly facts: readonly FactId[]
  /** what it decides for the effort it costs */
  readonly weight: number
}

const NO_CANDIDATE = noCandidate()

/** What asking costs: a question of its own, and a little more for each further fact in the same breath. */
const EFFORT_PER_FACT = 0.25
/** A further fact shares a request only when it is as likely as this to be needed: measured by the benchmark of questions. */
const NEEDED_LEAST = 0.75
/** From this effort on a question is so odd that it joins no natural ones. */
const ODD = 4
/** More is no longer one breath. */
const FACTS_MAX = 4

/** What requests are made of. */
export interface Asking {
  readonly candidates: ReadonlyMap<FactId, Candidate>
  readonly reading: Reading
  readonly likelihood: Likelihood
}

const candidateOf = ({ candidates }: Asking, fact: FactId): Candidate => candidates.get(fact) ?? NO_CANDIDATE
const effortOf = ({ likelihood }: Asking, fact: FactId): number => likelihood.effort.get(fact) ?? 1
const hardest = (asking: Asking, facts: readonly FactId[]): number =>
  Math.max(...facts.map(fact => effortOf(asking, fact)))

const easiest = (asking: Asking, facts: readonly FactId[]): number =>
  Math.min(...facts.map(fact => effortOf(asking, fact)))

/** How likely a rating still asks for a fact once others of the same request are answered. */
function leftAfter(asking: Asking, fact: FactId, chosen: readonly FactId[]): number {
  const left = chosen.flatMap(other => {
    const { leaves } = candidateOf(asking, other)
    return leaves ? [leaves.get(fact) ?? 0] : []
  })
  return Math.min(1, ...left)
}

function worthAfter(asking: Asking, fact: FactId, chosen: readonly FactId[]): number {
  const { weight, rated } = candidateOf(asking, fact)
  return weight - rated + rated * leftAfter(asking, fact, chosen)
}

function needAfter(asking: Asking, fact: FactId, chosen: readonly FactId[]): number {
  const { needed, neededByRatings } = candidateOf(asking, fact)
  return Math.max(needed, neededByRatings * leftAfter(asking, fact, chosen))
}

const perEffort = (sum: number, facts: readonly FactId[]): number => sum / (1 + EFFORT_PER_FACT * (facts.length - 1))

/** Of the facts that belong together, those that are worth their breath: the best, and what will be needed besides. */
function worthAsking(asking: Asking, key: string, facts: readonly FactId[]): Request {
  const chosen: FactId[] = []
  let sum = 0
  while (chosen.length < FACTS_MAX) {
    const left = facts.filter(
      fact => !chosen.includes(fact) && (chosen.length === 0 || needAfter(asking, fact, chosen) >= NEEDED_LEAST),
    )
    if (left.length === 0) break
    const worth = left.map(fact => [fact, worthAfter(asking, fact, chosen)] as const)
    const [best, value] = worth.reduce((a, b) => (b[1] > a[1] ? b : a))
    chosen.push(best)
    sum += value
  }
  return { key, facts: chosen, weight: perEffort(sum, chosen) / hardest(asking, chosen) }
}

const told = ({ reading }: Asking, fact: FactId): boolean => Object.hasOwn(reading.dossier, fact)

/** Facts that hang together become one request; `alone` keeps each by itself. */
export function requestsOf(asking: Asking, alone: boolean): Request[] {
  const { facts } = asking.reading.rulebook
  const keys = new Map<string, FactId[]>()
  for (const fact of asking.candidates.keys()) {
    // what was told about right is asked for more exactly, alone
    const key = (alone || told(asking, fact) ? undefined : facts.get(fact)?.request) ?? fact
    keys.set(key, [...(keys.get(key) ?? []), fact])
  }
  return [...keys].map(([key, asked]) => worthAsking(asking, key, asked))
}

/**
 * Requests that finish a product at one stroke, whatever their homes: the way to the first thing that can be said for sure.
 * Among natural questions an uneasy one costs no more than they do.
 */
export function finishing(asking: Asking, open: Possible['open'], products: ReadonlySet<Product>): Request[] {
  const fits = (lacks: readonly FactId[]) =>
    lacks.length > 1 &&
    lacks.length <= FACTS_MAX &&
    lacks.every(fact => asking.candidates.has(fact) && !told(asking, fact) && effortOf(asking, fact) < ODD)
  return open
    .filter(one => !one.asks && products.has(one.product) && fits(one.lacks))
    .map(({ product, lacks }) => {
      const sum = lacks.reduce((all, fact) => all + candidateOf(asking, fact).weight, 0)
      return { key: product.id, facts: lacks, weight: perEffort(sum, lacks) / easiest(asking, lacks) }
    })
}

/** What is told in the same breath and is as good as needed joins the request, as long as it is no harder to answer. */
export function widened(asking: Asking, { facts }: Request): readonly FactId[] {
  const chosen = [...facts]
  const hard = hardest(asking, facts)
  const inOneBreath = (fact: FactId) =>
    asking.likelihood.together.some(circle => [...chosen, fact].every(one => circle.includes(chapterOf(one))))
  const rest = [...asking.candidates].sort((a, b) => b[1].weight - a[1].weight).map(([fact]) => fact)
  for (const fact of rest) {
    if (chosen.length >= FACTS_MAX) break
    const fresh = !chosen.includes(fact) && !told(asking, fact) && effortOf(asking, fact) <= hard
    if (fresh && inOneBreath(fact) && needAfter(asking, fact, chosen) >= NEEDED_LEAST) chosen.push(fact)
  }
  return chosen
}
