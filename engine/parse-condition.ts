// Reads conditions as data files write them: a test, or all, any, not, or atLeast with of. Faults are reported with their
// place; nothing is guessed.
import { z } from 'zod'
import type { Comparison, Condition, Limit, Subject, Test, Vocabulary } from './condition.ts'
import { parseExpression } from './expression.ts'
import { type FactDefinition, type FactId, isNumeric } from './fact.ts'
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
const testSchema = z.strictObject({
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
type WrittenTest = z.output<typeof testSchema>
const GROUPS = ['all', 'any', 'not', 'of'] as const
const COMPARISONS = ['atLeast', 'above', 'atMost', 'below'] as const

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** Reads a condition, pushing `not` down to its tests. Faults are reported and the faulty part is left out. */
export function parseCondition(
  raw: unknown,
  words: Vocabulary,
  path: DataPath,
  report: Report,
  negated = false,
): Condition | undefined {
  if (!isRecord(raw)) {
    report('shape', path, 'a condition is a test, or all, any, not, or atLeast with of')
    return undefined
  }
  const group = GROUPS.find(key => Object.hasOwn(raw, key))
  if (!group) return parseTest(raw, words, path, report, negated)
  const foreign = Object.keys(raw).filter(key => key !== group && !(group === 'of' && key === 'atLeast'))
  if (foreign.length > 0) report('shape', path, `${group} cannot stand beside ${foreign.join(', ')}`)
  if (group === 'not') return parseCondition(raw['not'], words, [...path, 'not'], report, !negated)
  const children = raw[group]
  if (!Array.isArray(children) || children.length === 0) {
    report('shape', [...path, group], `${group} needs a list of conditions`)
    return undefined
  }
  const of = children.map((child, index) => parseCondition(child, words, [...path, group, index], report, negated))
  const known = of.filter(child => child !== undefined)
  if (known.length < of.length) return undefined
  if (group !== 'of') return { is: (group === 'all') === negated ? 'any' : 'all', of: known }
  const count = raw['atLeast']
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > known.length) {
    report('shape', path, `atLeast is a whole number from 1 to ${known.length}`)
    return undefined
  }
  // not (at least n of m) = at least m − n + 1 of the negations
  return { is: 'at-least', count: negated ? known.length - count + 1 : count, of: known }
}

function parseTest(
  raw: Record<string, unknown>,
  words: Vocabulary,
  path: DataPath,
  report: Report,
  negated: boolean,
): Condition | undefined {
  const shape = testSchema.safeParse(raw)
  if (!shape.success) {
    for (const issue of shape.error.issues)
      report('shape', [...path, ...(issue.path as (string | number)[])], issue.message)
    return undefined
  }
  const subject = parseSubject(shape.data, words, path, report)
  if (!subject) return undefined
  const limits = parseLimits(shape.data, subject, words, path, report)
  if (limits.length === 0) return undefined
  const base = {
    is: 'test' as const,
    subject: subject.subject,
    title: shape.data.title ?? subject.title,
    kind: subject.kind,
    facts: subject.facts,
    note: shape.data.note,
    source: shape.data.source,
  }
  const tests = limits.map((limit): Test => ({ ...base, limit: negated ? opposite(limit) : limit }))
  return tests.length === 1 ? tests[0] : { is: negated ? 'any' : 'all', of: tests }
}

function opposite(limit: Limit): Limit {
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

interface ReadSubject {
  readonly subject: Subject
  readonly title: Words
  readonly kind?: QuantityKind | undefined
  readonly facts: readonly FactId[]
}

function parseSubject(test: WrittenTest, words: Vocabulary, path: DataPath, report: Report): ReadSubject | undefined {
  const named = (['score', 'grade', 'passes', 'knockedOut'] as const).find(key => test[key] !== undefined)
  if (named) {
    const id = test[named] ?? ''
    const model = words.models.get(id)
    if (!model) {
      report('unknown-model', [...path, named], `no rating model is called ${id}`)
      return undefined
    }
    const kind = named === 'knockedOut' ? 'knocked-out' : named
    return {
      subject: { kind, model: id },
      title: model.title,
      facts: [],
      kind: named === 'score' ? 'points' : undefined,
    }
  }
  if (test.fact !== undefined) {
    const fact = words.facts.get(test.fact)
    if (!fact) {
      report('unknown-fact', [...path, 'fact'], `no fact is called ${test.fact}`)
      return undefined
    }
    if (!isNumeric(fact.type)) return { subject: { kind: 'fact', fact }, title: fact.title, facts: [fact.id] }
  }
  const expression = parseExpression(
    test.fact ?? test.value,
    words.facts,
    [...path, test.fact === undefined ? 'value' : 'fact'],
    report,
  )
  if (!expression) return undefined
  return {
    subject: { kind: 'quantity', expression },
    title: expression.title,
    kind: expression.kind,
    facts: expression.facts,
  }
}

const asList = (raw: WrittenTest['oneOf']): readonly string[] => (Array.isArray(raw) ? raw : [raw]).map(String)

function parseLimits(test: WrittenTest, read: ReadSubject, words: Vocabulary, path: DataPath, report: Report): Limit[] {
  const { subject } = read
  if (subject.kind === 'quantity' || subject.kind === 'score')
    return comparisons(test, read.kind ?? 'points', path, report)
  if (subject.kind === 'fact') return factLimits(test, subject.fact, path, report)
  if (subject.kind === 'grade') return optionLimits(test, words.models.get(subject.model)?.grades ?? [], path, report)
  return [{ op: 'is', value: test.is !== false }]
}

function factLimits(test: WrittenTest, fact: FactDefinition, path: DataPath, report: Report): Limit[] {
  if (fact.type === 'flag') {
    if (typeof test.is === 'boolean') return [{ op: 'is', value: test.is }]
    report('shape', path, `${fact.id} is a yes-or-no fact: write is: true or is: false`)
    return []
  }
  if (fact.type === 'region') {
    if (test.within !== undefined) return [{ op: 'within', codes: asList(test.within) }]
    report('shape', path, `${fact.id} is a place: write within: [division code]`)
    return []
  }
  if (fact.options)
    return optionLimits(test, fact.order ?? Object.keys(fact.options), path, report, Object.keys(fact.options))
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
  order: readonly string[],
  path: DataPath,
  report: Report,
  all = order,
): Limit[] {
  const written = test.oneOf ?? test.noneOf ?? (typeof test.is === 'string' ? test.is : undefined)
  const edge = test.atLeast ?? test.atMost
  const options = written !== undefined ? asList(written) : edge !== undefined ? [String(edge)] : []
  if (options.length === 0) report('shape', path, 'an option needs is, oneOf, noneOf, atLeast or atMost')
  const unknown = options.filter(option => !all.includes(option))
  for (const option of unknown) report('unknown-option', path, `${option} is none of ${all.join(', ')}`)
  if (options.length === 0 || unknown.length > 0) return []
  if (written === undefined) {
    const place = order.indexOf(String(edge))
    return [{ op: 'oneOf', options: test.atLeast !== undefined ? order.slice(0, place + 1) : order.slice(place) }]
  }
  return [{ op: test.noneOf !== undefined ? 'noneOf' : 'oneOf', options }]
}
