// How likely an open condition comes true, and how much an answer to each of its facts would tell: plain arithmetic on
// independent tests, used to order questions and for nothing else.
import { type Condition, type FactDefinition, type FactId, judge, type Reading, type Test, toNumber } from '#engine'
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

function combine(condition: Condition, of: (test: Test) => number): number {
  if (condition.is === 'test') return of(condition)
  const chances = condition.of.map(child => combine(child, of))
  if (condition.is === 'at-least') return atLeastOf(chances, condition.count)
  if (condition.is === 'all' || chances.length === 0) return chances.reduce((product, chance) => product * chance, 1)
  return 1 - chances.reduce((none, chance) => none * (1 - chance), 1)
}

/** Uncertainty in bits: most at one half, nothing where it is decided. */
const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p))

export interface Chance {
  /** between 0 and 1 */
  readonly likely: number
  /** bits that an answer to a fact is expected to tell about the condition */
  readonly gains: ReadonlyMap<FactId, number>
}

/** The chance that a condition comes true, and what each of its open facts would tell about it. */
export function chanceOf(conditions: readonly Condition[], reading: Reading, likely: Likelihood): Chance {
  const whole: Condition = { is: 'all', of: conditions }
  const open = new Map<Test, { readonly chance: number; readonly facts: readonly FactId[] }>()
  const decided = new Map<Test, number>()
  const chance = (test: Test): number => {
    const known = open.get(test)?.chance ?? decided.get(test)
    if (known !== undefined) return known
    const verdict = judge(test, reading)
    if (verdict.is === 'open') open.set(test, { chance: ofTest(test, reading, likely), facts: verdict.lacks })
    else decided.set(test, verdict.is === 'yes' ? 1 : 0)
    return chance(test)
  }
  const now = combine(whole, chance)
  const gains = new Map<FactId, number>()
  for (const [test, { chance: own, facts }] of open) {
    const after = (forced: number) => entropy(combine(whole, other => (other === test ? forced : chance(other))))
    const gain = Math.max(0, entropy(now) - own * after(1) - (1 - own) * after(0))
    for (const fact of facts) gains.set(fact, (gains.get(fact) ?? 0) + gain / facts.length)
  }
  return { likely: now, gains }
}
