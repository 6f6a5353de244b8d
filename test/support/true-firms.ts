// Generated companies that know everything about themselves, contradict nothing and look like companies: what is rare in
// matching/likelihood.yaml is rare here, money and heads grow together, and what follows from other answers is what
// follows. For simulated talks.
import { type Dossier, type FactDefinition, isNumeric, type Rulebook, read, toNumber } from '#engine'
import type { Likelihood } from '#matching'
import { firm, seeded } from './firms.ts'

const AT = '2026-11-22T00:00:00.000Z'
/** How much of a quantity is the company's size, and how much its own. */
const SIZE_SHARE = 0.7

/** Replaces what was made up but follows from other answers by what follows, in whole units. */
function consistent(rulebook: Rulebook, made: Dossier, today: number): Dossier {
  let truth = made
  for (const id of rulebook.derivations.keys()) {
    const own = truth[id]
    const fact = rulebook.facts.get(id)
    if (!own || !fact || !isNumeric(fact.type)) continue
    const { [id]: _replaced, ...rest } = truth
    const follows = read(rulebook, rest, today).value(id)
    if (follows.is !== 'range' || follows.lacks.length > 0) continue
    truth = { ...rest, [id]: { ...own, value: Math.floor(toNumber(follows.low)) } }
  }
  return truth
}

/** A plausible value, or undefined to keep what was made up. */
function plausible(fact: FactDefinition, size: number, random: () => number, likely: Likelihood) {
  if (fact.type === 'company' || fact.type === 'text') return '某企业'
  if (fact.type === 'flag') return random() < (likely.facts.get(fact.id) ?? likely.yes)
  if (isNumeric(fact.type) && random() < (likely.none.get(fact.id) ?? 0)) return 0
  if (!fact.typical || (fact.type !== 'money' && fact.type !== 'count')) return undefined
  const [low, high] = fact.typical
  return Math.round(low + (high - low) * (SIZE_SHARE * size + (1 - SIZE_SHARE) * random()) ** likely.skew)
}

function trueFirm(rulebook: Rulebook, likely: Likelihood, random: () => number, today: number): Dossier {
  const made: Record<string, Dossier[string]> = { ...firm(rulebook, random, 1) }
  const size = random()
  for (const fact of rulebook.facts.values()) {
    const value = fact.asked ? plausible(fact, size, random, likely) : undefined
    if (value === undefined) continue
    const whole = fact.notAbove === undefined ? undefined : made[fact.notAbove]?.value
    const capped = typeof value === 'number' && typeof whole === 'number' ? Math.min(value, whole) : value
    made[fact.id] = { value: capped, source: 'stated', at: AT }
  }
  return consistent(rulebook, made, today)
}

/** `count` such companies from one seed; the same ones every time. */
export function trueFirms(rulebook: Rulebook, likely: Likelihood, count: number, today: number, seed = 1): Dossier[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => trueFirm(rulebook, likely, random, today))
}
