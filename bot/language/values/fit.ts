// Turns a mention into the value of a given fact, or says why it cannot be: unit missing, too vague, foreign money, out of
// bounds. It never guesses between two readings; it returns both.
import {
  type FactDefinition,
  type FactValue,
  FEN_PER_WAN,
  FEN_PER_YUAN,
  isRange,
  PPM_PER_ONE,
  PPM_PER_PERCENT,
  type Range,
} from '#engine'
import { WISH_CHAPTERS } from '../roles.ts'
import { monthsBefore, monthsOf, partsOf } from './calendar.ts'
import { allows } from './measures.ts'
import type { Mention } from './mention.ts'

export type ValueProblem = 'unit-missing' | 'monthly-rate' | 'vague' | 'foreign-currency' | 'out-of-bounds'

export type Reading =
  | { readonly is: 'value'; readonly value: FactValue; readonly approximate: boolean }
  | { readonly is: 'problem'; readonly code: ValueProblem; readonly candidates: readonly FactValue[] }

const DAYS_PER_MONTH = 30
const MONTHS_PER_YEAR = 12
/** 不到 1000 万 is a little less, not nothing. */
const UNDER_FACTOR = 0.9
/** A bare number up to this can stand for 万元 as well as 元. */
const WAN_LIKELY_MAX = 100_000
/** So many digits are written by people who mean yuan. */
const YUAN_MIN = 1_000_000
const LOAN_YEARS_MAX = 10

/** How well a mention suits a fact: 0 not at all, 1 exactly. */
export function suits(fact: FactDefinition, found: Mention): number {
  switch (fact.type) {
    case 'money':
      if (found.kind === 'money') return 1
      if (found.kind === 'number') return found.unit !== undefined ? 1 : found.year === undefined ? 0.6 : 0.2
      return found.kind === 'count' && found.measure === '个' && !found.article ? 0.45 : 0
    case 'percent':
      if (found.kind === 'percent') return 1
      return found.kind === 'rate' ? 0.9 : found.kind === 'number' && found.year === undefined ? 0.4 : 0
    case 'count':
      // with 单位万 said once for all, a bare number is money rather than heads
      if (found.kind === 'number') return found.unit !== undefined ? 0.6 : found.year === undefined ? 0.85 : 0.5
      return found.kind === 'count' && allows(fact, found.measure) ? 1 : 0
    case 'months':
      if (found.kind === 'months') return 1
      if (found.kind === 'days') return 0.8
      // 2021年9月刚成立: an age is told by its date
      if (found.kind === 'date' && countsFromDate(fact)) return 0.9
      return found.months !== undefined ? 0.7 : 0
    case 'days':
      return found.kind === 'days' ? 1 : found.kind === 'months' ? 0.8 : 0
    case 'date':
      if (found.kind === 'date') return 1
      return found.kind === 'months' ? 0.8 : found.year !== undefined ? 0.8 : 0
    default:
      return 0
  }
}

const countsFromDate = (fact: FactDefinition): boolean =>
  fact.derive.some(rule => typeof rule === 'object' && rule !== null && 'monthsSince' in rule)

/** The value of the fact that the mention states. `bare`: the fact itself was asked, so a number without a unit may do. */
export function readingOf(fact: FactDefinition, found: Mention, today: number, bare: boolean): Reading | undefined {
  const reading = convert(fact, found, today, bare)
  return reading?.is === 'value' ? withinBounds(fact, reading, today) : reading
}

const problem = (code: ValueProblem, candidates: readonly FactValue[] = []): Reading => ({
  is: 'problem',
  code,
  candidates,
})
const stated = (value: FactValue, approximate: boolean): Reading => ({ is: 'value', value, approximate })

function convert(fact: FactDefinition, found: Mention, today: number, bare: boolean): Reading | undefined {
  if (found.vague) return problem('vague')
  switch (fact.type) {
    case 'money':
      return money(fact, found, bare)
    case 'percent':
      return percent(fact, found)
    case 'count':
      return found.kind === 'count' || found.kind === 'number' ? whole(spread(found, 1), found.approximate) : undefined
    case 'months':
      return months(fact, found, bare)
    case 'days':
      return days(found, bare)
    case 'date':
      // a certificate of this year's end may expire after today
      return date(fact.max === 'today' ? found : { ...found, high: found.lastDay ?? found.high }, today)
    default:
      return undefined
  }
}

/** The interval a mention allows, as one number where it is one. `step` is the smallest difference. */
function spread(found: Mention, step: number): number | Range {
  const { low, high } = found
  if (found.bound === 'under') return { low: Math.min(high - step, Math.floor(high * UNDER_FACTOR)), high: high - step }
  if (found.bound === 'least') return low
  if (found.bound === 'most') return high
  return low === high ? low : { low, high }
}

function whole(value: number | Range, approximate: boolean): Reading | undefined {
  const ends = typeof value === 'number' ? [value] : [value.low, value.high]
  return ends.every(Number.isInteger) ? stated(value, approximate) : undefined
}

function money(fact: FactDefinition, found: Mention, bare: boolean): Reading | undefined {
  if (found.foreign !== undefined) return problem('foreign-currency')
  if (found.kind === 'money') return stated(spread(found, FEN_PER_YUAN), found.approximate)
  if (found.kind !== 'number' && !(found.kind === 'count' && found.measure === '个')) return undefined
  if (found.low === 0 && found.high === 0) return stated(0, false)
  if (found.unit !== undefined) return stated(times(spread(found, 1), found.unit), found.approximate)
  const inWan = times(spread(found, 1), FEN_PER_WAN)
  const inYuan = times(spread(found, 1), FEN_PER_YUAN)
  const both = found.high <= WAN_LIKELY_MAX ? [inWan, inYuan] : [inYuan, inWan]
  const possible = both.filter(
    value => withinBounds(fact, { is: 'value', value, approximate: false }, 0)?.is === 'value',
  )
  // asked for, 32,000,000: as 万元 it would be beyond all bounds
  const [only, ...others] = possible
  if (bare && only !== undefined && others.length === 0 && only === inYuan && found.low >= YUAN_MIN)
    return stated(only, found.approximate)
  return problem('unit-missing', possible.length > 0 ? possible : both)
}

const times = (value: number | Range, factor: number): number | Range =>
  typeof value === 'number'
    ? Math.round(value * factor)
    : { low: Math.round(value.low * factor), high: Math.round(value.high * factor) }

/** What may be paid at most: below 4 % names the limit, not a rate somewhere under it. */
const isLimit = (fact: FactDefinition): boolean => WISH_CHAPTERS.some(chapter => fact.id.startsWith(chapter))

function percent(fact: FactDefinition, told: Mention): Reading | undefined {
  const found: Mention = told.bound === 'under' && isLimit(fact) ? { ...told, bound: 'most' } : told
  if (found.kind === 'percent') return stated(spread(found, 1), found.approximate)
  // 3厘 a month is 3.6 % a year; those who mean yearly say 3 %
  if (found.kind === 'rate') {
    const value = spread(found, 1)
    return problem('monthly-rate', [times(value, MONTHS_PER_YEAR), times(value, 10)])
  }
  if (found.kind !== 'number') return undefined
  // 0.3 as a share is 30 %, 15 is 15 %
  const factor = found.high < 1 ? PPM_PER_ONE : PPM_PER_PERCENT
  return stated(times(spread(found, 0), factor), found.approximate)
}

function months(fact: FactDefinition, found: Mention, bare: boolean): Reading | undefined {
  if (found.kind === 'months') return stated(spread(found, 1), found.approximate)
  if (found.kind === 'days') {
    const [low, high] = [found.low, found.high].map(each => Math.max(1, Math.round(each / DAYS_PER_MONTH)))
    return low !== undefined && high !== undefined && low < high ? stated({ low, high }, true) : stated(high ?? 1, true)
  }
  if (found.months !== undefined) return stated(found.months, found.approximate)
  if (found.kind !== 'number' || !bare) return undefined
  // asked in years, 8 is eight years
  if (fact.unit?.zh === '年') return stated(times(spread(found, 1), MONTHS_PER_YEAR), found.approximate)
  const value = found.high
  return problem('unit-missing', value <= LOAN_YEARS_MAX ? [value * MONTHS_PER_YEAR, value] : [value])
}

function days(found: Mention, bare: boolean): Reading | undefined {
  if (found.kind === 'days') return stated(spread(found, 1), found.approximate)
  if (found.kind === 'months') return stated(times(spread(found, 1), DAYS_PER_MONTH), true)
  return found.kind === 'number' && bare
    ? problem('unit-missing', [found.high, found.high * DAYS_PER_MONTH])
    : undefined
}

function date(found: Mention, today: number): Reading | undefined {
  if (found.kind === 'date')
    return stated(found.low === found.high ? found.low : { low: found.low, high: found.high }, found.approximate)
  if (found.year !== undefined) return year(monthsOf(found.year, 1, 12), today, found.approximate)
  if (found.kind !== 'months') return undefined
  return ago(found, today)
}

function year(range: Range | undefined, today: number, approximate: boolean): Reading | undefined {
  if (!range) return undefined
  return stated(range.low <= today ? { low: range.low, high: Math.min(range.high, today) } : range, approximate)
}

/** 五年了, 三年前, 五六年: calendar years; 半年, 8 个月: about half a month around the day. */
function ago(found: Mention, today: number): Reading | undefined {
  // 三年不到: after the day three years ago, and not much after
  if (found.bound === 'under')
    return stated(
      {
        low: monthsBefore(today, found.high) + 1,
        high: monthsBefore(today, Math.max(0, found.high - MONTHS_PER_YEAR)),
      },
      true,
    )
  const whole = found.low % MONTHS_PER_YEAR === 0 && found.low > 0
  if (whole && found.high % MONTHS_PER_YEAR === 0) {
    const now = partsOf(today).year
    const first = monthsOf(now - found.high / MONTHS_PER_YEAR, 1, 12)
    const last = monthsOf(now - found.low / MONTHS_PER_YEAR, 1, 12)
    return first && last ? year({ low: first.low, high: last.high }, today, true) : undefined
  }
  const half = DAYS_PER_MONTH / 2
  if (whole) return stated({ low: monthsBefore(today, found.high), high: monthsBefore(today, found.low) }, true)
  return stated(
    { low: monthsBefore(today, found.high) - half, high: Math.min(today, monthsBefore(today, found.low) + half) },
    true,
  )
}

/** Cuts a range to the fact's bounds; wholly outside them it is a problem. */
export function withinBounds(fact: FactDefinition, reading: Reading, today: number): Reading {
  if (reading.is !== 'value') return reading
  const { value } = reading
  const min = fact.min === 'today' ? today : (fact.min ?? Number.NEGATIVE_INFINITY)
  const max = fact.max === 'today' ? today : (fact.max ?? Number.POSITIVE_INFINITY)
  if (typeof value === 'number') return value < min || value > max ? problem('out-of-bounds') : reading
  if (typeof value !== 'object' || !isRange(value)) return reading
  if (value.high < min || value.low > max) return problem('out-of-bounds')
  const low = Math.max(value.low, min)
  const high = Math.min(value.high, max)
  return { ...reading, value: low === high ? low : { low, high } }
}
