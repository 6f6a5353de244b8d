// Quantities computed from facts, as data files write them: a fact's id, or one operator over others. Every expression
// knows its kind of quantity, so money is never compared with a percentage, and computes on ranges, so a missing answer
// widens the result instead of breaking it.
import { z } from 'zod'
import { add, compare, divide, type Exact, least, most, multiply, subtract, toNumber } from './exact.ts'
import { type FactDefinition, type FactId, isNumeric } from './fact.ts'
import type { DataPath, Report } from './problem.ts'
import { monthsBetween, PPM_PER_ONE, parseQuantity, type QuantityKind } from './quantity.ts'
import type { Reading } from './reading.ts'
import type { Operator, Shape } from './shape.ts'
import { hull, joinLacks, maybe, NO_LACKS, point, range, type Value } from './value.ts'
import type { Words } from './words.ts'

export interface Expression {
  readonly kind: QuantityKind
  readonly title: Words
  /** counting word, when the expression is one counted fact */
  readonly unit?: Words | undefined
  readonly facts: readonly FactId[]
  readonly shape: Shape
  evaluate(reading: Reading): Value
}

export type Facts = ReadonlyMap<FactId, FactDefinition>

const OPERATORS = [
  'ratio',
  'sum',
  'difference',
  'times',
  'growth',
  'change',
  'largest',
  'smallest',
  'average',
  'monthsSince',
] as const
const operatorSchema = z.partialRecord(z.enum(OPERATORS), z.union([z.string(), z.array(z.unknown()).min(1)]))

type Quantity = Extract<Value, { is: 'range' }>
type Ends = Pick<Quantity, 'low' | 'high'>
type Combine = (values: readonly Quantity[], lacks: readonly FactId[]) => Value

const NONE: Value = { is: 'none', lacks: NO_LACKS }
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  if (found === undefined) throw new RangeError(`no operand ${index}`)
  return found
}

/** A share of nothing does not apply; a share of what may be nothing may not apply. */
function quotient(top: Ends, bottom: Ends, lacks: readonly FactId[]): Value {
  if (compare(bottom.high, 0) <= 0) return NONE
  const zero = compare(bottom.low, 0) <= 0
  const end = (n: Exact, d: Exact): Exact => divide(multiply(n, PPM_PER_ONE), d)
  const small = (n: Exact): Exact =>
    zero ? (compare(n, 0) === 0 ? 0 : toNumber(n) * Number.POSITIVE_INFINITY) : end(n, bottom.low)
  const low = compare(top.low, 0) >= 0 ? end(top.low, bottom.high) : small(top.low)
  const high = compare(top.high, 0) >= 0 ? small(top.high) : end(top.high, bottom.high)
  return zero ? maybe(range(low, high, lacks)) : range(low, high, lacks)
}

/**
 * 高企 growth: ½ (Y2/Y1 + Y3/Y2) − 1, never below 0; Y1 ≤ 0 → the last two years alone; Y2 ≤ 0 → 0. Each quotient
 * stands at its own extreme, so the range surely holds the growth of every point in it.
 */
const growth: Combine = (values, lacks) => {
  const [first, second, third] = [at(values, 0), at(values, 1), at(values, 2)]
  const last = quotient(third, second, NO_LACKS)
  if (last.is !== 'range') return point(0)
  const before = quotient(second, first, NO_LACKS)
  const mean = (end: 'low' | 'high') => (before.is === 'range' ? divide(add(before[end], last[end]), 2) : last[end])
  const means = { low: mean('low'), high: mean('high') }
  const { low, high } = compare(first.low, 0) > 0 ? means : hull(means, last)
  const grown = (end: Exact) => most(subtract(end, PPM_PER_ONE), 0)
  return range(last.orNone ? 0 : grown(low), grown(high), lacks)
}

const change: Combine = (values, lacks) => {
  const ratio = quotient(at(values, 1), at(values, 0), lacks)
  if (ratio.is !== 'range') return ratio
  return { ...ratio, low: subtract(ratio.low, PPM_PER_ONE), high: subtract(ratio.high, PPM_PER_ONE) }
}

const sum: Combine = (values, lacks) =>
  range(values.map(v => v.low).reduce(add), values.map(v => v.high).reduce(add), lacks)

const average: Combine = (values, lacks) => {
  const total = sum(values, lacks) as Quantity
  return range(divide(total.low, values.length), divide(total.high, values.length), lacks)
}

const times: Combine = (values, lacks) => {
  const [a, b] = [at(values, 0), at(values, 1)]
  const ends = [multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)]
  const scaled = ends.map(end => divide(end, PPM_PER_ONE))
  return range(scaled.reduce(least), scaled.reduce(most), lacks)
}

const COMBINE: Record<Operator, { operands: number; combine: Combine }> = {
  ratio: { operands: 2, combine: (v, lacks) => quotient(at(v, 0), at(v, 1), lacks) },
  sum: { operands: 0, combine: sum },
  difference: {
    operands: 2,
    combine: (v, lacks) => range(subtract(at(v, 0).low, at(v, 1).high), subtract(at(v, 0).high, at(v, 1).low), lacks),
  },
  times: { operands: 2, combine: times },
  growth: { operands: 3, combine: growth },
  change: { operands: 2, combine: change },
  largest: {
    operands: 0,
    combine: (v, lacks) => range(v.map(x => x.low).reduce(most), v.map(x => x.high).reduce(most), lacks),
  },
  smallest: {
    operands: 0,
    combine: (v, lacks) => range(v.map(x => x.low).reduce(least), v.map(x => x.high).reduce(least), lacks),
  },
  average: { operands: 0, combine: average },
}

const SIGNS: Record<string, string> = { ratio: ' ÷ ', sum: ' + ', difference: ' − ', times: ' × ' }
const NAMES: Record<string, Words> = {
  growth: { zh: '三年平均增长率', en: 'three-year average growth' },
  change: { zh: '增长率', en: 'growth' },
  largest: { zh: '较大者', en: 'larger of' },
  smallest: { zh: '较小者', en: 'smaller of' },
  average: { zh: '平均', en: 'average' },
  monthsSince: { zh: '距今', en: 'time since' },
}

function titleOf(operator: string, parts: readonly Expression[]): Words {
  const sign = SIGNS[operator]
  const name = NAMES[operator]
  const join = (language: 'zh' | 'en', glue: string) => parts.map(part => part.title[language]).join(glue)
  if (sign) return { zh: join('zh', sign), en: join('en', sign) }
  return { zh: `${name?.zh ?? operator}（${join('zh', '、')}）`, en: `${name?.en ?? operator} (${join('en', ', ')})` }
}

function combined(operator: Operator, parts: readonly Expression[], kind: QuantityKind): Expression {
  const { combine } = COMBINE[operator]
  return {
    kind,
    title: titleOf(operator, parts),
    facts: joinLacks(...parts.map(part => part.facts)),
    shape: { is: operator, of: parts.map(part => part.shape) },
    evaluate(reading) {
      const values = parts.map(part => part.evaluate(reading))
      const quantities = values.filter(value => value.is === 'range')
      // what does not apply stays so, whatever else is still missing
      if (quantities.length < values.length) return NONE
      const value = combine(quantities, joinLacks(...quantities.map(one => one.lacks)))
      return quantities.some(one => one.orNone) ? maybe(value) : value
    },
  }
}

function factExpression(fact: FactDefinition, kind: QuantityKind): Expression {
  const evaluate = (reading: Reading) => reading.value(fact.id)
  return { kind, title: fact.title, unit: fact.unit, facts: [fact.id], shape: { is: 'fact', fact }, evaluate }
}

function monthsSince(fact: FactDefinition): Expression {
  return {
    kind: 'months',
    title: { zh: `${fact.title.zh}至今`, en: `time since ${fact.title.en.toLowerCase()}` },
    facts: [fact.id],
    shape: { is: 'months-since', fact },
    evaluate(reading) {
      const value = reading.value(fact.id)
      if (value.is !== 'range') return NONE
      const ago = (day: Exact) => Math.max(0, monthsBetween(toNumber(day), reading.today))
      return range(ago(value.high), ago(value.low), value.lacks)
    },
  }
}

/** The kind of quantity an operator gives, or undefined when its operands do not go together. */
function kindOf(operator: string, kinds: readonly QuantityKind[]): QuantityKind | undefined {
  if (operator === 'times') {
    if (!kinds.includes('percent')) return undefined
    return kinds.find(kind => kind !== 'percent') ?? 'percent'
  }
  const first = kinds[0]
  if (first === undefined || kinds.some(kind => kind !== first)) return undefined
  return operator === 'ratio' || operator === 'growth' || operator === 'change' ? 'percent' : first
}

/** Reads an expression; reports what is wrong and answers undefined. A literal is written with its unit: `30 %`. */
export function parseExpression(raw: unknown, facts: Facts, path: DataPath, report: Report): Expression | undefined {
  if (typeof raw === 'string') return parseOperand(raw, facts, path, report)
  const shape = operatorSchema.safeParse(raw)
  const entries = shape.success ? Object.entries(shape.data) : []
  const [entry] = entries
  if (!entry || entries.length !== 1) {
    report('shape', path, `an expression is a fact id or one of: ${OPERATORS.join(', ')}`)
    return undefined
  }
  const [operator, operands] = entry
  const list = typeof operands === 'string' ? [operands] : (operands ?? [])
  if (operator === 'monthsSince') return parseMonthsSince(list, facts, [...path, operator], report)
  const parts = list.map((part, index) => parseExpression(part, facts, [...path, operator, index], report))
  const known = parts.filter(part => part !== undefined)
  if (known.length < parts.length) return undefined
  const wanted = COMBINE[operator as Operator].operands
  if (wanted > 0 && known.length !== wanted) {
    report('shape', path, `${operator} takes ${wanted} operands, not ${known.length}`)
    return undefined
  }
  const kind = kindOf(
    operator,
    known.map(part => part.kind),
  )
  if (!kind) {
    report('unit-mismatch', path, `${operator} cannot combine ${known.map(part => part.kind).join(' and ')}`)
    return undefined
  }
  return combined(operator as Operator, known, kind)
}

function parseOperand(raw: string, facts: Facts, path: DataPath, report: Report): Expression | undefined {
  const fact = facts.get(raw)
  if (fact) {
    if (isNumeric(fact.type)) return factExpression(fact, fact.type)
    report('unit-mismatch', path, `${raw} is a ${fact.type}, not a quantity`)
    return undefined
  }
  for (const kind of ['money', 'percent', 'months', 'date', 'days'] as const) {
    const value = /\d/.test(raw) ? parseQuantity(raw, kind) : undefined
    const shape = value !== undefined && ({ is: 'literal', value } as const)
    if (shape) return { kind, title: { zh: raw, en: raw }, facts: [], shape, evaluate: () => point(shape.value) }
  }
  report('unknown-fact', path, `no fact is called ${raw}`)
  return undefined
}

function parseMonthsSince(
  list: readonly unknown[],
  facts: Facts,
  path: DataPath,
  report: Report,
): Expression | undefined {
  const fact = typeof list[0] === 'string' ? facts.get(list[0]) : undefined
  if (fact?.type === 'date') return monthsSince(fact)
  report('unknown-fact', path, 'monthsSince takes the id of a date')
  return undefined
}
