// What may be advised: how dear a change of a fact is, and the nearest value of one fact that settles a test. What was not
// told yet may already be so, but that is not taken for granted: it counts as dear as a change. What cannot change is never
// advised.
import type { Test } from './condition.ts'
import { compare, toNumber } from './exact.ts'
import { type CHANGEABLE, type FactDefinition, type FactId, type FactValue, isNumeric, WIDEST } from './fact.ts'
import { type Answered, judge } from './judge.ts'
import { FEN_PER_WAN, PPM_PER_PERCENT } from './quantity.ts'
import type { Reading } from './reading.ts'
import { whatIf } from './what-if.ts'

/** How changes are weighed against each other; matching's repairs give one made for owners. */
export interface Advice {
  /** what a change costs, in any unit (days of patience); undefined when it is no advice */
  cost(fact: FactDefinition): number | undefined
  /** may an owner be advised to have more, or less, of it */
  more(fact: FactDefinition): boolean
  less(fact: FactDefinition): boolean
}

const DAYS: Record<(typeof CHANGEABLE)[number], number | undefined> = {
  freely: 1,
  weeks: 14,
  months: 90,
  'by-date': 180,
  years: 365,
  never: undefined,
}

/** By the fact's own `changeable` alone. Nobody moves for a grade, grows younger, or shrinks what takes years to build. */
export const BY_CHANGEABLE: Advice = {
  cost: fact => (fact.type === 'region' ? undefined : DAYS[fact.changeable]),
  more: () => true,
  less: fact => fact.changeable !== 'years' && fact.changeable !== 'by-date',
}

/** One fact set to one value, and what that costs. */
export interface Lever {
  readonly fact: FactDefinition
  readonly to: FactValue
  readonly cost: number
  /** it may be so already: nothing that is known speaks against it */
  readonly told: boolean
}

/** A favourable answer that nobody has given yet, of a fact that cannot be changed. */
const UNSURE = 365

/** Twice the cost for a value out of nothing, hardly more than the cost for a small step. */
function effort(from: number, to: number): number {
  return 1 + Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to), 1)
}

/** The price of one fact at one value; undefined when that is no advice. */
export function leverOf(fact: FactDefinition, to: FactValue, reading: Reading, advice: Advice): Lever | undefined {
  const own = reading.value(fact.id)
  const cost = advice.cost(fact)
  if (own.is === 'range' && typeof to === 'number') {
    const [up, down] = [compare(own.high, to) < 0, compare(to, own.low) < 0]
    const told = !up && !down
    // told about right, and right enough
    if (told && Object.hasOwn(reading.dossier, fact.id)) return { fact, to, cost: 0, told }
    if (told) return { fact, to, cost: cost ?? UNSURE, told }
    const allowed = up ? advice.more(fact) : advice.less(fact)
    if (cost === undefined || !allowed) return undefined
    return { fact, to, cost: cost * effort(toNumber(up ? own.high : own.low), to), told }
  }
  const told = own.is === 'unknown'
  if (told) return { fact, to, cost: cost ?? UNSURE, told }
  return cost === undefined ? undefined : { fact, to, cost, told }
}

/** Rounder figures are easier to act on, as long as they still do. */
const ROUND: Partial<Record<FactDefinition['type'], number>> = { money: FEN_PER_WAN, percent: PPM_PER_PERCENT / 10 }

/** The facts an owner would answer or change for a quantity: the asked ones behind it. */
function changeableBehind(ids: readonly FactId[], reading: Reading, seen = new Set<FactId>()): FactDefinition[] {
  return ids.flatMap(id => {
    const fact = reading.rulebook.facts.get(id)
    if (!fact || seen.has(id)) return []
    seen.add(id)
    const value = reading.value(id)
    const open = value.is === 'range' && value.lacks.includes(id)
    if (fact.asked && (Object.hasOwn(reading.dossier, id) || open)) return [fact]
    const behind = (reading.rulebook.derivations.get(id) ?? []).flatMap(one => one.facts)
    return changeableBehind(behind, reading, seen)
  })
}

/** The nearest value of one quantity, upwards or downwards, that settles a test; found by halving. */
function settlingValue(fact: FactDefinition, up: boolean, reading: Reading, settles: (to: number) => boolean) {
  if (!isNumeric(fact.type)) return undefined
  const own = reading.value(fact.id)
  if (own.is !== 'range') return undefined
  const [widestLow, widestHigh] = WIDEST[fact.type]
  const end = (limit: number | 'today' | undefined, other: number) =>
    limit === 'today' ? reading.today : (limit ?? other)
  const above = fact.notAbove === undefined ? undefined : reading.value(fact.notAbove)
  const most = Math.min(end(fact.max, widestHigh), above?.is === 'range' ? Math.floor(toNumber(above.low)) : widestHigh)
  const far = up ? most : end(fact.min, widestLow)
  const near = up ? Math.ceil(toNumber(own.low)) : Math.floor(toNumber(own.high))
  if ((up ? near > far : near < far) || !settles(far)) return undefined
  if (settles(near)) return near
  let [no, yes] = [near, far]
  while (Math.abs(yes - no) > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (settles(middle)) yes = middle
    else no = middle
  }
  const unit = ROUND[fact.type] ?? 1
  const round = (up ? Math.ceil(yes / unit) : Math.floor(yes / unit)) * unit
  return (up ? round <= far : round >= far) && settles(round) ? round : yes
}

function quantityLevers(test: Test, holds: boolean, reading: Reading, advice: Advice): Lever[] {
  const up = (test.limit.op === 'atLeast' || test.limit.op === 'above') === holds
  const wanted: Answered = holds ? 'yes' : 'no'
  return changeableBehind(test.facts, reading).flatMap((fact): Lever[] => {
    const settles = (to: number) => judge(test, whatIf(reading, { [fact.id]: to })).is === wanted
    const to = settlingValue(fact, up, reading, settles)
    const lever = to === undefined ? undefined : leverOf(fact, to, reading, advice)
    return lever ? [lever] : []
  })
}

/** Values of a word fact worth trying, the nearest to the present one first; a worse option is no advice. */
function nearestWords(fact: FactDefinition, reading: Reading): readonly FactValue[] {
  const own = reading.value(fact.id)
  const now = own.is === 'known' ? own.value : undefined
  const order = fact.order ?? []
  const options = Object.keys(fact.options ?? {})
  if (fact.type === 'flag') return [true, false].filter(value => value !== now)
  if (fact.type === 'choice') {
    // told for the first time, the least that does is enough
    if (now === undefined) return [...order.toReversed(), ...options.filter(option => !order.includes(option))]
    const place = order.indexOf(String(now))
    return place > 0 ? order.slice(0, place).toReversed() : []
  }
  if (fact.type !== 'choices') return []
  const chosen: readonly string[] = Array.isArray(now) ? now : []
  return [
    ...options.filter(option => !chosen.includes(option)).map(option => [...chosen, option]),
    ...chosen.map(option => chosen.filter(other => other !== option)),
  ]
}

function wordLevers(test: Test, fact: FactDefinition, holds: boolean, reading: Reading, advice: Advice): Lever[] {
  const wanted: Answered = holds ? 'yes' : 'no'
  const settles = (to: FactValue) => judge(test, whatIf(reading, { [fact.id]: to })).is === wanted
  const to = nearestWords(fact, reading).find(settles)
  const lever = to === undefined ? undefined : leverOf(fact, to, reading, advice)
  return lever ? [lever] : []
}

/** Every single fact that could settle a test, with the nearest value that does. */
export function leversFor(test: Test, holds: boolean, reading: Reading, advice: Advice): readonly Lever[] {
  const { subject } = test
  if (subject.kind === 'fact') return wordLevers(test, subject.fact, holds, reading, advice)
  return subject.kind === 'quantity' ? quantityLevers(test, holds, reading, advice) : []
}
