// One reading of one dossier on one day: every fact's value, answered or derived, and every model's rating, each computed
// once. A reading is cheap to make and never changes; a new answer means a new reading.
import type { Dossier } from './dossier.ts'
import { compare, least, most } from './exact.ts'
import { type FactDefinition, type FactId, type FactValue, isNumeric, isRange, WIDEST } from './fact.ts'
import type { Rating } from './rating.ts'
import type { Rulebook } from './rulebook.ts'
import { NO_LACKS, range, type Value } from './value.ts'

/** A function that stays the same one, at the top of its file: what it made is found again by it. */
type Making<From, Made> = (from: From, reading: Reading) => Made

export interface Reading {
  readonly rulebook: Rulebook
  readonly dossier: Dossier
  /** days since 1970 */
  readonly today: number
  /** the reading it differs from by a single answer, when it was made from one */
  readonly from?: Origin | undefined
  value(fact: FactId): Value
  /** The rating by the model of this id that is in force today; undefined when there is none. */
  rating(model: string): Rating | undefined
  /**
   * What a function makes of `from` on this reading, made once. It goes when the reading goes: in a weak map of the
   * caller's own it would outlive every quick collection of garbage.
   */
  once<From extends object, Made>(make: Making<From, Made>, from: From): Made
}

/** Another reading of the same company, and all facts whose values may differ from what they are there. */
export interface Origin {
  readonly reading: Reading
  readonly touched: ReadonlySet<FactId>
}

function ofAnswer(value: FactValue, lacks: readonly FactId[]): Value {
  if (isRange(value)) return range(value.low, value.high, value.low === value.high ? NO_LACKS : lacks)
  if (typeof value === 'number') return range(value, value)
  return { is: 'known', value }
}

/**
 * What was told only about right, narrowed by what follows from other answers: 专利三五十项, then 12 + 20 + 0. Where the
 * two contradict each other the answer stands.
 */
function narrowed(told: Value, follows: Value | undefined, dossier: Dossier, asked: boolean): Value {
  if (told.is !== 'range' || follows?.is !== 'range') return told
  const lacks = asked ? told.lacks : follows.lacks
  const low = most(told.low, follows.low)
  const high = least(told.high, follows.high)
  // a fact that is only ever computed is computed from bounds as well; what is asked is narrowed by answers alone
  const sure = asked ? fromAnswers(follows, dossier) : !follows.orNone
  if (!sure || compare(low, high) > 0) return range(told.low, told.high, lacks)
  return range(low, high, compare(low, high) === 0 ? NO_LACKS : lacks)
}

/** Computed from answers alone, exact or about right, and surely applicable. */
function fromAnswers(value: Value, dossier: Dossier): boolean {
  return value.is === 'range' && !value.orNone && value.lacks.every(lack => Object.hasOwn(dossier, lack))
}

/** The least and the most a quantity can be before anything is told; `today` in days since 1970. */
export function boundsOf(fact: FactDefinition, today: number): readonly [number, number] {
  if (!isNumeric(fact.type)) return [0, 0]
  const [low, high] = WIDEST[fact.type]
  const end = (limit: number | 'today' | undefined, other: number) => (limit === 'today' ? today : (limit ?? other))
  return [end(fact.min, low), end(fact.max, high)]
}

/**
 * Reads a dossier. `rate` is passed in by the caller (rate.ts) because models and readings need each other; nothing
 * else should call this directly.
 */
export function makeReading(
  rulebook: Rulebook,
  dossier: Dossier,
  today: number,
  rate: (reading: Reading, model: string) => Rating | undefined,
  from?: Origin,
): Reading {
  const values = new Map<FactId, Value>()
  const ratings = new Map<string, Rating | undefined>()
  const made = new Map<object, Map<object, unknown>>()
  const open = new Set<FactId>()

  function derived(fact: FactDefinition, reading: Reading): Value | undefined {
    const expressions = rulebook.derivations.get(fact.id)
    // facts may follow from each other in both directions (share ↔ amount): a circle simply gives nothing
    if (!expressions || open.has(fact.id)) return undefined
    open.add(fact.id)
    let best: Value | undefined
    for (const expression of expressions) {
      const value = expression.evaluate(reading)
      if (value.is === 'range' && value.lacks.length === 0) {
        best = value
        break
      }
      best ??= value
    }
    open.delete(fact.id)
    return best
  }

  function unknown(fact: FactDefinition, reading: Reading): Value {
    const [low, high] = boundsOf(fact, today)
    const above = fact.notAbove ? reading.value(fact.notAbove) : undefined
    const limit = above?.is === 'range' ? least(high, above.high) : high
    return range(low, compare(limit, low) < 0 ? low : limit, [fact.id])
  }

  function compute(fact: FactDefinition, reading: Reading): Value {
    const answer = dossier[fact.id]
    if (answer && !isRange(answer.value)) return ofAnswer(answer.value, NO_LACKS)
    const value = derived(fact, reading)
    if (answer) return narrowed(ofAnswer(answer.value, [fact.id]), value, dossier, fact.asked)
    if (!isNumeric(fact.type)) return { is: 'unknown', lacks: [fact.id] }
    if (!value) return unknown(fact, reading)
    // computed from answers alone beats asking; otherwise the fact itself is the thing to ask
    return fromAnswers(value, dossier) || !fact.asked ? value : unknown(fact, reading)
  }

  const reading: Reading = {
    rulebook,
    dossier,
    today,
    from,
    value(id) {
      if (from && !from.touched.has(id)) return from.reading.value(id)
      const known = values.get(id)
      if (known) return known
      const fact = rulebook.facts.get(id)
      if (!fact) throw new Error(`no fact is called ${id}`)
      const value = compute(fact, reading)
      // while a circle is open the value is provisional and must not be kept
      if (open.size === 0) values.set(id, value)
      return value
    },
    rating(model) {
      if (!ratings.has(model)) ratings.set(model, rate(reading, model))
      return ratings.get(model)
    },
    once<From extends object, Made>(make: Making<From, Made>, from: From): Made {
      const own = made.get(make) ?? new Map<object, unknown>()
      made.set(make, own)
      if (!own.has(from)) own.set(from, make(from, reading))
      return own.get(from) as Made
    },
  }
  return reading
}
