// Generated companies, the same ones every time: for benchmarks, batch tests and simulations. Values follow the bounds and
// typical ranges of the vocabulary; a share of the answers is left out.
import { type Dossier, type FactDefinition, type FactValue, isNumeric, type Rulebook } from '#engine'

/** mulberry32: a small seeded generator, 0 ≤ x < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const PLACES = ['330108', '370102', '420111', '140105', '350582', '320505', '130402', '440305', '110108', '510104']
/** Days since 1970 of the founding dates: 1995 to 2026. */
const FOUNDED = [9_131, 20_500] as const

function quantity(fact: FactDefinition, random: () => number): number {
  if (fact.type === 'date') return Math.round(FOUNDED[0] + random() * (FOUNDED[1] - FOUNDED[0]))
  const low = fact.typical?.[0] ?? (typeof fact.min === 'number' ? fact.min : 0)
  const high = fact.typical?.[1] ?? Math.min(typeof fact.max === 'number' ? fact.max : low + 100, low + 50_000_000_000)
  // small companies are many and large ones few
  return Math.round(low + (high - low) * random() ** 3)
}

function value(fact: FactDefinition, random: () => number): FactValue | undefined {
  if (isNumeric(fact.type)) return quantity(fact, random)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  if (fact.type === 'flag') return random() < 0.15
  if (fact.type === 'choice') return pick(Object.keys(fact.options ?? {}))
  if (fact.type === 'choices') return [pick(Object.keys(fact.options ?? {})) ?? '']
  return fact.type === 'region' ? pick(PLACES) : undefined
}

/** A company that answered about `known` (0…1) of everything that can be asked. */
export function firm(rulebook: Rulebook, random: () => number, known: number): Dossier {
  const answers: Record<string, Dossier[string]> = {}
  for (const fact of rulebook.facts.values()) {
    if (!fact.asked || random() >= known) continue
    const given = value(fact, random)
    if (given === undefined) continue
    const whole = fact.notAbove === undefined ? undefined : answers[fact.notAbove]?.value
    const capped = typeof given === 'number' && typeof whole === 'number' ? Math.min(given, whole) : given
    answers[fact.id] = { value: capped, source: 'stated', at: '2026-11-22T00:00:00.000Z' }
  }
  return answers
}

/** `count` companies from one seed. */
export function firms(rulebook: Rulebook, count: number, known: number, seed = 1): Dossier[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => firm(rulebook, random, known))
}
