// Quantities as SQL: every expression becomes a lateral step that gives both ends, whether it applies and whether it is known,
// by the same interval arithmetic as expression.ts. NULL in a fact's column is "not told", and stands for its widest bounds.

import type { Expression } from '../expression.ts'
import type { FactDefinition } from '../fact.ts'
import { isoOf, PPM_PER_ONE } from '../quantity.ts'
import { boundsOf } from '../reading.ts'
import type { Operator, Shape } from '../shape.ts'
import { factColumn, named, type SqlColumn } from './names.ts'

/** What the steps are written for. */
export interface SqlScope {
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly derivations: ReadonlyMap<string, readonly Expression[]>
  /** days since 1970 */
  readonly today: number
  readonly steps: Map<string, string>
  readonly columns: Map<string, SqlColumn>
}

/** SQL for the ends, for "does not apply", "may not apply" and "nothing is missing". */
export interface SqlQuantity {
  readonly low: string
  readonly high: string
  readonly none: string
  readonly maybe: string
  readonly known: string
}

/** Decimals that a division keeps: enough that two different shares of real quantities never look alike. */
const DECIMALS = 60
const ONE = `${PPM_PER_ONE}.${'0'.repeat(DECIMALS)}`

/** A column of the table, noted as one that the query reads. */
export function columnOf(scope: Pick<SqlScope, 'columns'>, column: SqlColumn): string {
  scope.columns.set(column.name, column)
  return named(column.name)
}

/** Days since 1970 or base units of a fact's column. */
const units = (scope: SqlScope, fact: FactDefinition): string => {
  const column = columnOf(scope, factColumn(fact))
  return fact.type === 'date' ? `(${column} - date '1970-01-01')` : column
}

/** Writes a step once and names its columns. */
function step(scope: SqlScope, key: string, make: () => SqlQuantity): SqlQuantity {
  const known = [...scope.steps.keys()].indexOf(key)
  const name = (index: number): SqlQuantity => {
    const of = (column: string) => `v${index}.${column}`
    return { low: of('low'), high: of('high'), none: of('none'), maybe: of('maybe'), known: of('known') }
  }
  if (known >= 0) return name(known + 1)
  const { low, high, none, maybe, known: sure } = make()
  scope.steps.set(
    key,
    `select (${low})::numeric as low, (${high})::numeric as high, ${none} as none, ${maybe} as maybe, ${sure} as known`,
  )
  return name(scope.steps.size)
}

function unknown(scope: SqlScope, fact: FactDefinition, open: readonly string[]): SqlQuantity {
  const [low, high] = boundsOf(fact, scope.today)
  const above = fact.notAbove === undefined ? undefined : scope.facts.get(fact.notAbove)
  const limit = above && factSql(scope, above, open)
  const capped = limit
    ? `greatest(${low}, case when ${limit.none} then ${high} else least(${high}, ${limit.high}) end)`
    : String(high)
  return { low: String(low), high: capped, none: 'false', maybe: 'false', known: 'false' }
}

/** What the reading makes of a fact; `open` are facts being worked out, for a circle gives nothing. */
function factSql(scope: SqlScope, fact: FactDefinition, open: readonly string[] = []): SqlQuantity {
  const circle = open.includes(fact.id)
  return step(scope, `fact ${fact.id} ${open.join(' ')}`, () => {
    const own = units(scope, fact)
    const inner = [...open, fact.id]
    const ways = circle ? [] : (scope.derivations.get(fact.id) ?? []).map(way => shapeSql(scope, way.shape, inner))
    const fallback = unknown(scope, fact, open)
    const [first] = ways
    // a way that is known beats asking; what is never asked is computed from bounds as well
    const pick = (of: (one: SqlQuantity) => string): string => {
      const sure = ways.map(way => `when ${way.known} and not ${way.maybe} then ${of(way)}`)
      const last = first && !fact.asked ? of(first) : of(fallback)
      return sure.length === 0 ? last : `case ${sure.join(' ')} else ${last} end`
    }
    const told = (then: string, of: (one: SqlQuantity) => string) =>
      `case when ${own} is not null then ${then} else ${pick(of)} end`
    return {
      low: told(own, one => one.low),
      high: told(own, one => one.high),
      none: told('false', one => one.none),
      maybe: told('false', one => one.maybe),
      known: told('true', one => one.known),
    }
  })
}

const either = (parts: readonly string[]): string => {
  const real = parts.filter(part => part !== 'false')
  return real.length === 0 ? 'false' : `(${real.join(' or ')})`
}
type Ends = Pick<SqlQuantity, 'low' | 'high'>

/** As `quotient` in expression.ts: the ends of a share, and when it does not apply or may not. */
function quotient(top: Ends, bottom: Ends): Ends & { readonly none: string; readonly maybe: string } {
  const end = (n: string, d: string) => `${n} * ${ONE} / nullif(${d}, 0)`
  const zero = `${bottom.low} <= 0`
  const small = (n: string) =>
    `case when ${zero} then case when ${n} = 0 then 0 when ${n} > 0 then 'Infinity'::numeric else '-Infinity'::numeric end else ${end(n, bottom.low)} end`
  return {
    low: `(case when ${top.low} >= 0 then ${end(top.low, bottom.high)} else ${small(top.low)} end)`,
    high: `(case when ${top.high} >= 0 then ${small(top.high)} else ${end(top.high, bottom.high)} end)`,
    none: `(${bottom.high} <= 0)`,
    maybe: `(${zero})`,
  }
}

/** As `growth` in expression.ts. */
function growth([first, second, third]: readonly SqlQuantity[]): Ends {
  if (!first || !second || !third) throw new RangeError('growth takes three years')
  const last = quotient(third, second)
  const before = quotient(second, first)
  const mean = (end: 'low' | 'high') =>
    `(case when ${before.none} then ${last[end]} else (${before[end]} + ${last[end]}) / 2.0 end)`
  const sure = `${first.low} > 0`
  const low = `(case when ${sure} then ${mean('low')} else least(${mean('low')}, ${last.low}) end)`
  const high = `(case when ${sure} then ${mean('high')} else greatest(${mean('high')}, ${last.high}) end)`
  const grown = (x: string) => `greatest(${x} - ${PPM_PER_ONE}, 0)`
  return {
    low: `(case when ${last.none} or ${last.maybe} then 0 else ${grown(low)} end)`,
    high: `(case when ${last.none} then 0 else ${grown(high)} end)`,
  }
}

function combine(operator: Operator, parts: readonly SqlQuantity[]): Ends & Partial<SqlQuantity> {
  const [a, b] = parts
  const list = (end: 'low' | 'high', glue: string) => parts.map(part => part[end]).join(glue)
  const pair = (): readonly [SqlQuantity, SqlQuantity] => {
    if (!a || !b) throw new RangeError(`${operator} takes two quantities`)
    return [a, b]
  }
  switch (operator) {
    case 'sum':
      return { low: list('low', ' + '), high: list('high', ' + ') }
    case 'average':
      return {
        low: `(${list('low', ' + ')}) * 1.${'0'.repeat(DECIMALS)} / ${parts.length}`,
        high: `(${list('high', ' + ')}) * 1.${'0'.repeat(DECIMALS)} / ${parts.length}`,
      }
    case 'largest':
    case 'smallest': {
      const pick = operator === 'largest' ? 'greatest' : 'least'
      return { low: `${pick}(${list('low', ', ')})`, high: `${pick}(${list('high', ', ')})` }
    }
    case 'difference': {
      const [x, y] = pair()
      return { low: `${x.low} - ${y.high}`, high: `${x.high} - ${y.low}` }
    }
    case 'times': {
      const [x, y] = pair()
      const ends = [x.low, x.high].flatMap(m => [y.low, y.high].map(n => `${m} * ${n} / ${ONE}`)).join(', ')
      return { low: `least(${ends})`, high: `greatest(${ends})` }
    }
    case 'ratio':
      return quotient(...pair())
    case 'change': {
      const [before, now] = pair()
      const ratio = quotient(now, before)
      return { ...ratio, low: `${ratio.low} - ${PPM_PER_ONE}`, high: `${ratio.high} - ${PPM_PER_ONE}` }
    }
    case 'growth':
      return growth(parts)
  }
}

/** Whole months from a day to today, never negative; as `monthsBetween`. */
function monthsTo(today: number, day: string): string {
  const [year = 0, month = 0, date = 0] = isoOf(today).split('-').map(Number)
  const on = `(date '1970-01-01' + (${day})::integer)`
  const part = (name: string) => `extract(${name} from ${on})::integer`
  const short = `case when ${date} < ${part('day')} then 1 else 0 end`
  return `greatest(0, ${year * 12 + month} - ${part('year')} * 12 - ${part('month')} - (${short}))`
}

/** An expression as SQL. */
export function shapeSql(scope: SqlScope, shape: Shape, open: readonly string[] = []): SqlQuantity {
  if (shape.is === 'literal') {
    // two literals multiplied as integers would leave the range of integers
    const value = `${shape.value}::numeric`
    return { low: value, high: value, none: 'false', maybe: 'false', known: 'true' }
  }
  if (shape.is === 'fact') return factSql(scope, shape.fact, open)
  if (shape.is === 'months-since') {
    const day = factSql(scope, shape.fact, open)
    return { ...day, low: monthsTo(scope.today, day.high), high: monthsTo(scope.today, day.low), maybe: 'false' }
  }
  const parts = shape.of.map(part => shapeSql(scope, part, open))
  return step(scope, `${JSON.stringify(parts)} ${shape.is}`, () => {
    const value = combine(shape.is, parts)
    const none = either([...parts.map(part => part.none), value.none ?? 'false'])
    const known = [...parts.map(part => part.known), ...(none === 'false' ? [] : [`not ${none}`])].join(' and ')
    return {
      ...value,
      none,
      maybe: either([...parts.map(part => part.maybe), value.maybe ?? 'false']),
      known: `(${known})`,
    }
  })
}
