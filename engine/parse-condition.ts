// Reads conditions as data files write them: a test, or all, any, not, or atLeast with of. Faults are reported with their
// place; nothing is guessed.
import type { Condition, Test, Vocabulary } from './condition.ts'
import { parseExpression } from './expression.ts'
import { isNumeric } from './fact.ts'
import { opposite, parseLimits, type ReadSubject, testSchema, type WrittenTest } from './parse-limit.ts'
import type { DataPath, Report } from './problem.ts'

const SUBJECTS = ['fact', 'value', 'score', 'grade', 'passes', 'knockedOut'] as const
const GROUPS = ['all', 'any', 'not', 'of'] as const
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

function parseSubject(test: WrittenTest, words: Vocabulary, path: DataPath, report: Report): ReadSubject | undefined {
  const subjects = SUBJECTS.filter(key => test[key] !== undefined)
  if (subjects.length !== 1) {
    report('shape', path, `a test looks at one of ${SUBJECTS.join(', ')}`)
    return undefined
  }
  const named = (['score', 'grade', 'passes', 'knockedOut'] as const).find(key => test[key] !== undefined)
  if (named) {
    const id = test[named] ?? ''
    const model = words.models.get(id)
    if (!model) {
      report('unknown-model', [...path, named], `no rating model is called ${id}`)
      return undefined
    }
    if (named === 'passes' && !model.passes) {
      report('unknown-name', [...path, named], `${id} does not say who passes`)
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
