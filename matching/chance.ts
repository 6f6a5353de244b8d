// How likely an open condition comes true, and how much an answer to each of its facts would tell: plain arithmetic on
// independent tests, used to order questions and for nothing else.
import {
  type Condition,
  type FactDefinition,
  type FactId,
  type Finding,
  findingOf,
  type Reading,
  type Test,
  toNumber,
} from '#engine'
import type { Likelihood } from './likelihood.ts'

/** Nothing is known that would make a yes more likely than a no. */
const EVEN_CHANCE = 0.5
/** A rating seldom falls to a knockout. */
const KNOCKOUT_CHANCE = 0.1
/** A company is in one given place out of very many. */
const PLACE_CHANCE = 0.1

/** Between these two ends, small much more often than large: the chance of at least `limit`. */
function atLeast(limit: number, low: number, high: number, skew: number): number {
  if (limit <= low) return 1
  if (limit >= high) return 0
  return 1 - ((limit - low) / (high - low)) ** (1 / skew)
}

function ofQuantity(test: Test, reading: Reading, { skew, none }: Likelihood): number {
  const { subject, limit } = test
  if (subject.kind !== 'quantity' || !('value' in limit) || typeof limit.value !== 'number') return EVEN_CHANCE
  const own = subject.expression.evaluate(reading)
  const [only] = test.facts
  const fact = test.facts.length === 1 && only !== undefined ? reading.rulebook.facts.get(only) : undefined
  if (own.is !== 'range') return EVEN_CHANCE
  // what was told about right lies anywhere in its range; what was not told lies where companies usually lie
  const told = fact && Object.hasOwn(reading.dossier, fact.id)
  const [low, high] = told ? [toNumber(own.low), toNumber(own.high)] : (fact?.typical ?? [])
  const zero = (!told && fact && none.get(fact.id)) || 0
  const some =
    low === undefined || high === undefined || !(low < high)
      ? EVEN_CHANCE
      : atLeast(limit.value, low, high, told ? 1 : skew)
  const reached = limit.value <= 0 ? 1 : (1 - zero) * some
  return limit.op === 'atLeast' || limit.op === 'above' ? reached : 1 - reached
}

function ofFact(fact: FactDefinition, { limit }: Test, likely: Likelihood): number {
  const yes = likely.facts.get(fact.id) ?? likely.yes
  switch (limit.op) {
    case 'is':
      return limit.value ? yes : 1 - yes
    case 'within':
      return PLACE_CHANCE
    case 'outside':
      return 1 - PLACE_CHANCE
    case 'oneOf':
    case 'noneOf': {
      const share = limit.options.length / Math.max(1, Object.keys(fact.options ?? {}).length)
      return limit.op === 'oneOf' ? share : 1 - share
    }
    default:
      return EVEN_CHANCE
  }
}

/** Neither certain nor impossible: an open test is never counted as decided. */
const LEAST_CHANCE = 0.02
const within = (chance: number): number => Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance))

function ofTest(test: Test, reading: Reading, likely: Likelihood): number {
  const { subject } = test
  if (subject.kind === 'quantity') return within(ofQuantity(test, reading, likely))
  if (subject.kind === 'fact') return within(ofFact(subject.fact, test, likely))
  if (subject.kind !== 'knocked-out') return EVEN_CHANCE
  const wanted = test.limit.op === 'is' && test.limit.value
  return wanted ? KNOCKOUT_CHANCE : 1 - KNOCKOUT_CHANCE
}

/** The chance that at least `count` of independent events happen. */
function atLeastOf(chances: readonly number[], count: number): number {
  // exactly[k]: the chance that k of those seen so far happened
  let exactly = [1]
  for (const chance of chances) {
    const next = new Array<number>(exactly.length + 1).fill(0)
    for (const [happened, share] of exactly.entries()) {
      next[happened] = (next[happened] ?? 0) + share * (1 - chance)
      next[happened + 1] = (next[happened + 1] ?? 0) + share * chance
    }
    exactly = next
  }
  return exactly.slice(count).reduce((sum, share) => sum + share, 0)
}

/** A condition over the places of its tests. */
type Part = number | { readonly is: 'all' | 'any' | 'at-least'; readonly count: number; readonly of: readonly Part[] }

interface Flat {
  /** each once, in the order written */
  readonly tests: readonly Test[]
  readonly whole: Part
}

function flatten(conditions: readonly Condition[]): Flat {
  const places = new Map<Test, number>()
  const partOf = (condition: Condition): Part => {
    if (condition.is === 'test') {
      const place = places.get(condition) ?? places.size
      places.set(condition, place)
      return place
    }
    const of = condition.of.map(partOf)
    return { is: of.length === 0 ? 'all' : condition.is, count: 'count' in condition ? condition.count : 0, of }
  }
  const whole = partOf({ is: 'all', of: conditions })
  return { tests: [...places.keys()], whole }
}

const flats = new WeakMap<Condition, Map<Condition | undefined, Flat>>()

/** Conditions are laid out once; a product has one or two. */
function flatOf(conditions: readonly Condition[]): Flat {
  const [first, second, ...more] = conditions
  if (!first || more.length > 0) return flatten(conditions)
  const own = flats.get(first) ?? new Map<Condition | undefined, Flat>()
  flats.set(first, own)
  const known = own.get(second) ?? flatten(conditions)
  own.set(second, known)
  return known
}

function combine(part: Part, chances: Float64Array): number {
  if (typeof part === 'number') return chances[part] ?? 0
  const { is, of } = part
  if (is === 'at-least') {
    const each = of.map(child => combine(child, chances))
    return atLeastOf(each, part.count)
  }
  let all = 1
  for (let i = 0; i < of.length; i++) {
    const chance = combine(of[i] ?? 0, chances)
    all *= is === 'all' ? chance : 1 - chance
  }
  return is === 'all' ? all : 1 - all
}

/** Uncertainty in bits: most at one half, nothing where it is decided. */
const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p))

export interface Chance {
  /** between 0 and 1 */
  readonly likely: number
  /** bits that an answer to a fact is expected to tell about the condition */
  readonly gains: ReadonlyMap<FactId, number>
  /** how likely the whole hangs on a fact: that everything else leaves the answer to it */
  readonly pivots: ReadonlyMap<FactId, number>
}

/** What is known of single tests on one reading: what `judge` finds, and how likely an open one comes true. */
export interface Odds {
  readonly found: (test: Test) => Pick<Finding, 'is' | 'lacks'>
  readonly chance: (test: Test) => number
}

/** The odds on one reading. `found` may answer with one finding for all tests that want the same. */
export function oddsOf(
  reading: Reading,
  likely: Likelihood,
  found: Odds['found'] = test => findingOf(test, reading),
): Odds {
  const chances = new Map<ReturnType<Odds['found']>, number>()
  return {
    found,
    chance: test => {
      const finding = found(test)
      if (finding.is !== 'open') return finding.is === 'yes' ? 1 : 0
      const known = chances.get(finding) ?? ofTest(test, reading, likely)
      chances.set(finding, known)
      return known
    },
  }
}

/** The chance that all these conditions come true, and what each of their open facts would tell about it. */
export function chanceOf(conditions: readonly Condition[], { found, chance }: Odds): Chance {
  const { tests, whole } = flatOf(conditions)
  const chances = Float64Array.from(tests, chance)
  const now = combine(whole, chances)
  const gains = new Map<FactId, number>()
  const pivots = new Map<FactId, number>()
  for (let place = 0; place < tests.length; place++) {
    const test = tests[place]
    const finding = test && found(test)
    if (finding?.is !== 'open') continue
    const own = chances[place] ?? 0
    const after = (forced: number): number => {
      chances[place] = forced
      return combine(whole, chances)
    }
    const [met, missed] = [after(1), after(0)]
    const gain = Math.max(0, entropy(now) - own * entropy(met) - (1 - own) * entropy(missed))
    chances[place] = own
    const { lacks } = finding
    for (const fact of lacks) {
      gains.set(fact, (gains.get(fact) ?? 0) + gain / lacks.length)
      pivots.set(fact, Math.max(pivots.get(fact) ?? 0, met - missed))
    }
  }
  return { likely: now, gains, pivots }
}
