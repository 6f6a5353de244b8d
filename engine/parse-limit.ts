// Reads what a written test wants of its subject: a comparison of quantities, one or some of the options, a place, a yes or
// no. A limit that says nothing about its subject is a fault and never overlooked.
import { z } from 'zod'
import type { Comparison, Limit, Subject, Vocabulary } from './condition.ts'
import type { FactDefinition, FactId } from './fact.ts'
import type { DataPath, Report } from './problem.ts'
import { EXAMPLES, parseQuantity, type QuantityKind, UNITS_PER_POINT } from './quantity.ts'
import { sourceSchema, type Words, wordsSchema } from './words.ts'

const OPPOSITE: Record<Comparison, Comparison> = {
  atLeast: 'below',
  above: 'atMost',
  atMost: 'above',
  below: 'atLeast',
}

const quantity = z.union([z.string(), z.number()])
const list = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).min(1)])
export const testSchema = z.strictObject({
  fact: z.string().optional(),
  value: z.unknown().optional(),
  score: z.string().optional(),
  grade: z.string().optional(),
  passes: z.string().optional(),
  knockedOut: z.string().optional(),
  atLeast: quantity.optional(),
  above: quantity.optional(),
  atMost: quantity.optional(),
  below: quantity.optional(),
  is: z.union([z.boolean(), z.string()]).optional(),
  oneOf: list.optional(),
  noneOf: list.optional(),
  within: list.optional(),
  title: wordsSchema.optional(),
  note: wordsSchema.optional(),
  source: sourceSchema.optional(),
})
export type WrittenTest = z.output<typeof testSchema>
const COMPARISONS = ['atLeast', 'above', 'atMost', 'below'] as const
const CHOOSING = ['is', 'oneOf', 'noneOf', 'atLeast', 'atMost'] as const
const LIMITS = [...COMPARISONS, 'is', 'oneOf', 'noneOf', 'within'] as const
const DIVISION_CODE = /^\d{6}$/

/** What a test looks at, read. */
export interface ReadSubject {
  readonly subject: Subject
  readonly title: Words
  readonly kind?: QuantityKind | undefined
  readonly facts: readonly FactId[]
}

/** The limit that holds exactly when this one does not. */
export function opposite(limit: Limit): Limit {
  switch (limit.op) {
    case 'oneOf':
      return { op: 'noneOf', options: limit.options }
    case 'noneOf':
      return { op: 'oneOf', options: limit.options }
    case 'within':
      return { op: 'outside', codes: limit.codes }
    case 'outside':
      return { op: 'within', codes: limit.codes }
    case 'is':
      return { op: 'is', value: !limit.value }
    default:
      return { op: OPPOSITE[limit.op], value: limit.value }
  }
}

const asList = (raw: WrittenTest['oneOf']): readonly string[] => (Array.isArray(raw) ? raw : [raw]).map(String)

/** Reads every limit of a test; faults are reported and no limit is answered. */
export function parseLimits(
  test: WrittenTest,
  { subject, kind }: ReadSubject,
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Limit[] {
  const fits = (allowed: readonly (typeof LIMITS)[number][], form: string): boolean => {
    const given = LIMITS.filter(key => test[key] !== undefined)
    const foreign = given.filter(key => !allowed.includes(key))
    if (foreign.length > 0) report('shape', path, `${foreign.join(', ')} says nothing here: write ${form}`)
    return foreign.length === 0
  }
  switch (subject.kind) {
    case 'quantity':
    case 'score':
      if (!fits(COMPARISONS, COMPARISONS.join(', '))) return []
      return comparisons(test, kind ?? 'points', path, report)
    case 'grade': {
      const grades = words.models.get(subject.model)?.grades ?? []
      return fits(CHOOSING, CHOOSING.join(', ')) ? optionLimits(test, grades, grades, path, report) : []
    }
    case 'passes':
    case 'knocked-out':
      if (!fits(['is'], 'is: true or is: false')) return []
      if (typeof test.is !== 'string') return [{ op: 'is', value: test.is ?? true }]
      report('shape', [...path, 'is'], 'write is: true or is: false')
      return []
    case 'fact':
      return factLimits(test, subject.fact, fits, path, report)
  }
}

function factLimits(
  test: WrittenTest,
  fact: FactDefinition,
  fits: (allowed: readonly (typeof LIMITS)[number][], form: string) => boolean,
  path: DataPath,
  report: Report,
): Limit[] {
  if (fact.type === 'flag') {
    if (!fits(['is'], 'is: true or is: false')) return []
    if (typeof test.is === 'boolean') return [{ op: 'is', value: test.is }]
    report('shape', path, `${fact.id} is a yes-or-no fact: write is: true or is: false`)
    return []
  }
  if (fact.type === 'region') {
    if (!fits(['within'], 'within: [division code]')) return []
    const codes = test.within === undefined ? [] : asList(test.within)
    const wrong = codes.filter(code => !DIVISION_CODE.test(code))
    if (codes.length === 0 || wrong.length > 0)
      report('shape', path, `${fact.id} is a place: write within: [six-digit division code]`)
    return wrong.length === 0 && codes.length > 0 ? [{ op: 'within', codes }] : []
  }
  if (fact.options) {
    if (!fits(CHOOSING, CHOOSING.join(', '))) return []
    return optionLimits(test, Object.keys(fact.options), fact.order ?? [], path, report)
  }
  report('unit-mismatch', path, `${fact.id} is free text and cannot be tested`)
  return []
}

function comparisons(test: WrittenTest, kind: QuantityKind, path: DataPath, report: Report): Limit[] {
  const limits: Limit[] = []
  for (const op of COMPARISONS) {
    const written = test[op]
    if (written === undefined) continue
    const value =
      kind === 'points' && typeof written === 'number'
        ? Math.round(written * UNITS_PER_POINT)
        : parseQuantity(written, kind)
    if (value === undefined)
      report('bad-quantity', [...path, op], `${written} is no ${kind}; write for instance ${EXAMPLES[kind]}`)
    else limits.push({ op, value })
  }
  if (limits.length === 0) report('shape', path, `a quantity needs one of ${COMPARISONS.join(', ')}`)
  return limits
}

/** `order` runs from best to worst; `atLeast` and `atMost` stand for the better or worse part of it. */
function optionLimits(
  test: WrittenTest,
  all: readonly string[],
  order: readonly string[],
  path: DataPath,
  report: Report,
): Limit[] {
  const [key, ...more] = CHOOSING.filter(one => test[one] !== undefined)
  const written = key && test[key]
  if (!key || more.length > 0 || written === undefined || typeof written === 'boolean') {
    report('shape', path, `an option needs one of ${CHOOSING.join(', ')}`)
    return []
  }
  const options = asList(written)
  const edge = key === 'atLeast' || key === 'atMost'
  const known = edge ? order : all
  const unknown = options.filter(option => !known.includes(option))
  for (const option of unknown)
    report('unknown-option', path, `${option} is none of ${known.join(', ')}${edge ? ', which have an order' : ''}`)
  if (unknown.length > 0) return []
  if (!edge) return [{ op: key === 'noneOf' ? 'noneOf' : 'oneOf', options }]
  const place = order.indexOf(String(written))
  return [{ op: 'oneOf', options: key === 'atLeast' ? order.slice(0, place + 1) : order.slice(place) }]
}
