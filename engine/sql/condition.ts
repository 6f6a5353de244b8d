// A condition as SQL for PostgreSQL, for those who keep firms in a warehouse. SQL's NULL is "unknown", and its and, or, not are
// the three-valued ones that `judge` uses; where a limit is decided although something is unknown, the text says so. A
// property test runs it on PostgreSQL and holds it equal to `judge`.
import type { Comparison, Condition, Limit, ModelAspect, Test } from '../condition.ts'
import { subtreeOf } from '../division.ts'
import { isoOf } from '../quantity.ts'
import { boundsOf } from '../reading.ts'
import { modelInForce, type Rulebook } from '../rulebook.ts'
import { factColumn, listOf, named, quoted, type SqlColumn } from './names.ts'
import { columnOf, type SqlScope, shapeSql } from './quantity.ts'

/** A query over a table of firms: `key` and the verdict as true, false or NULL; the columns it reads. */
export interface SqlQuery {
  readonly text: string
  readonly columns: readonly SqlColumn[]
}

const SIGN: Record<Comparison, string> = { atLeast: '>=', above: '>', atMost: '<=', below: '<' }
/** The rounded ends are compared: what a division leaves over is beyond any real difference. */
const DECIMALS_COMPARED = 40
const compared = (end: string): string => `round(${end}, ${DECIMALS_COMPARED})`

type Compared = Extract<Limit, { value: number }>
const isCompared = (limit: Limit): limit is Compared => typeof ('value' in limit && limit.value) === 'number'

/** Would the limit be open for every firm that has not told the fact? Then the column alone says it all. */
function plain({ subject, limit }: Test, scope: SqlScope): string | undefined {
  if (subject.kind !== 'quantity' || !isCompared(limit) || subject.expression.shape.is !== 'fact') return undefined
  const { fact } = subject.expression.shape
  if (fact.notAbove !== undefined || scope.derivations.has(fact.id)) return undefined
  const [low, high] = boundsOf(fact, scope.today)
  const passes = (x: number) => {
    const over = x - limit.value
    return { atLeast: over >= 0, above: over > 0, atMost: over <= 0, below: over < 0 }[limit.op]
  }
  if (passes(low) === passes(high)) return undefined
  const value = fact.type === 'date' ? `date '${isoOf(limit.value)}'` : String(limit.value)
  return `${columnOf(scope, factColumn(fact))} ${SIGN[limit.op]} ${value}`
}

function between(low: string, high: string, { op, value }: Compared, guard = ''): string {
  const rising = op === 'atLeast' || op === 'above'
  const [worst, best] = rising ? [low, high] : [high, low]
  return `case when not ${compared(best)} ${SIGN[op]} ${value} then false when ${compared(worst)} ${SIGN[op]} ${value}${guard} then true end`
}

function within(column: string, codes: readonly string[]): string {
  const own = `regexp_replace(${column}, '(00)+$', '')`
  const one = (code: string) => {
    const subtree = quoted(subtreeOf(code))
    return `case when starts_with(${own}, ${subtree}) then true when starts_with(${subtree}, ${own}) then null when ${column} is not null then false end`
  }
  return `(${codes.map(one).join(' or ')})`
}

function word(test: Test, column: string, several: boolean): string {
  const { limit } = test
  switch (limit.op) {
    case 'is':
      return limit.value ? column : `not ${column}`
    case 'oneOf':
    case 'noneOf': {
      const not = limit.op === 'noneOf' ? 'not ' : ''
      return several
        ? `${not}(${column} && array[${listOf(limit.options)}])`
        : `${not}(${column} in (${listOf(limit.options)}))`
    }
    case 'within':
      return within(column, limit.codes)
    case 'outside':
      return `not ${within(column, limit.codes)}`
    default:
      throw new RangeError(`${limit.op} cannot be asked of a word`)
  }
}

function rated({ limit }: Test, aspect: ModelAspect, model: string, scope: SqlScope): string {
  const column = (what: string, type: SqlColumn['type'], holds: string) =>
    columnOf(scope, { name: `${model} ${what}`, type, holds })
  if (aspect === 'score' && isCompared(limit))
    return between(
      column('score low', 'bigint', 'hundredths of a point, the least still possible'),
      column('score high', 'bigint', 'hundredths of a point, the most still possible'),
      limit,
    )
  if (aspect === 'grade' && 'options' in limit) {
    const grades = column('grades', 'text[]', 'grades still possible')
    const list = `array[${listOf(limit.options)}]`
    const [none, all] =
      limit.op === 'oneOf'
        ? [`not (${grades} && ${list})`, `${grades} <@ ${list}`]
        : [`${grades} <@ ${list}`, `not (${grades} && ${list})`]
    return `case when cardinality(${grades}) = 0 or ${none} then false when ${all} then true end`
  }
  const own = column(aspect, 'boolean', 'NULL while it is open')
  return limit.op === 'is' && !limit.value ? `not ${own}` : own
}

function testSql(test: Test, scope: SqlScope, book: Rulebook): string {
  const { subject, limit } = test
  if (subject.kind === 'fact') {
    const { fact } = subject
    return word(test, columnOf(scope, factColumn(fact)), fact.type === 'choices')
  }
  if (subject.kind !== 'quantity')
    return modelInForce(book, subject.model, scope.today) ? rated(test, subject.kind, subject.model, scope) : 'false'
  const simple = plain(test, scope)
  if (simple !== undefined) return simple
  if (!isCompared(limit)) throw new RangeError(`${limit.op} cannot be asked of a quantity`)
  const { low, high, none, maybe } = shapeSql(scope, subject.expression.shape)
  return `case when ${none} then false else ${between(low, high, limit, ` and not ${maybe}`)} end`
}

function conditionSql(condition: Condition, scope: SqlScope, book: Rulebook, indent: string): string {
  if (condition.is === 'test') return testSql(condition, scope, book)
  const parts = condition.of.map(child => conditionSql(child, scope, book, `${indent}  `))
  if (parts.length === 0) return 'true'
  const lines = (glue: string) => `(\n${indent}  ${parts.join(`\n${indent}  ${glue} `)}\n${indent})`
  if (condition.is === 'at-least') {
    const sure = parts.map(part => `((${part}) is true)::integer`).join(' + ')
    const possible = parts.map(part => `((${part}) is not false)::integer`).join(' + ')
    return `case when ${sure} >= ${condition.count} then true when ${possible} < ${condition.count} then false end`
  }
  return lines(condition.is === 'all' ? 'and' : 'or')
}

/**
 * The query for a condition on a day (days since 1970) over a table of firms. Quantities are columns of base units, and a
 * firm that told only a range leaves its column NULL: less is then decided, and nothing wrongly.
 */
export function sqlOf(condition: Condition, book: Rulebook, today: number, table = 'firms', key = 'firm'): SqlQuery {
  const { facts, derivations } = book
  const scope: SqlScope = { facts, derivations, today, steps: new Map(), columns: new Map() }
  const verdict = conditionSql(condition, scope, book, '  ')
  // `offset 0` keeps PostgreSQL from writing each step into every place that names it, which grows without end and runs out of memory
  const steps = [...scope.steps.values()].map((step, index) => `cross join lateral (${step} offset 0) as v${index + 1}`)
  const text = [`select ${named(key)},\n  ${verdict} as eligible`, `from ${named(table)}`, ...steps].join('\n')
  return { text, columns: [...scope.columns.values()] }
}
