// Judges a condition on one reading: yes, no with every failed test, or open with what is missing. An open test never
// counts as a yes or a no.
import type { Comparison, Condition, Limit, ModelAspect, Subject, Test } from './condition.ts'
import { subtreeOf } from './division.ts'
import { compare, type Exact } from './exact.ts'
import type { FactId } from './fact.ts'
import type { Reading } from './reading.ts'
import { joinLacks, NO_LACKS, range, type Value } from './value.ts'

export type Answered = 'yes' | 'no' | 'open'

/** One test with what it saw. */
export interface Finding {
  readonly test: Test
  readonly is: Answered
  readonly own: Value
  readonly lacks: readonly FactId[]
}

/** `findings` are those that decided: the failed ones of a no, the missing ones of an open, all met ones of a yes. */
export interface Verdict {
  readonly is: Answered
  readonly findings: readonly Finding[]
  readonly lacks: readonly FactId[]
}

const YES: Verdict = { is: 'yes', findings: [], lacks: NO_LACKS }

function compareRange(low: Exact, high: Exact, op: Comparison, limit: number): Answered {
  const l = compare(low, limit)
  const h = compare(high, limit)
  switch (op) {
    case 'atLeast':
      return l >= 0 ? 'yes' : h < 0 ? 'no' : 'open'
    case 'above':
      return l > 0 ? 'yes' : h <= 0 ? 'no' : 'open'
    case 'atMost':
      return h <= 0 ? 'yes' : l > 0 ? 'no' : 'open'
    case 'below':
      return h < 0 ? 'yes' : l >= 0 ? 'no' : 'open'
  }
}

/** Is a place inside the subtree of a division code? A broader place (only the city is known) is open. */
function within(place: string, codes: readonly string[]): Answered {
  const own = subtreeOf(place)
  if (codes.some(code => own.startsWith(subtreeOf(code)))) return 'yes'
  return codes.some(code => subtreeOf(code).startsWith(own)) ? 'open' : 'no'
}

const flip = (answer: Answered): Answered => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'open')

/** The answer of a known word to a limit on words. */
export function judgeWord(own: Extract<Value, { is: 'known' }>['value'], limit: Limit): Answered {
  switch (limit.op) {
    case 'is':
      return own === limit.value ? 'yes' : 'no'
    case 'within':
      return within(String(own), limit.codes)
    case 'outside':
      return flip(within(String(own), limit.codes))
    case 'oneOf':
    case 'noneOf': {
      const mine: readonly string[] = Array.isArray(own) ? own : [String(own)]
      const common = mine.some(option => limit.options.includes(option))
      return common === (limit.op === 'oneOf') ? 'yes' : 'no'
    }
    default:
      return 'no'
  }
}

function judgeSet(possible: readonly string[], limit: Limit): Answered {
  if (limit.op !== 'oneOf' && limit.op !== 'noneOf') return 'open'
  const hits = possible.filter(option => limit.options.includes(option) === (limit.op === 'oneOf'))
  return hits.length === 0 ? 'no' : hits.length === possible.length ? 'yes' : 'open'
}

function finding(test: Test, is: Answered, own: Value, lacks: readonly FactId[]): Finding {
  return { test, is, own, lacks: is === 'open' ? lacks : NO_LACKS }
}

function judgeModel(test: Test, kind: ModelAspect, model: string, reading: Reading): Finding {
  const rating = reading.rating(model)
  if (!rating) return finding(test, 'no', { is: 'none', lacks: NO_LACKS }, NO_LACKS)
  if (kind === 'score') {
    const { low, high } = rating.score
    const limit = test.limit
    const is =
      'value' in limit && typeof limit.value === 'number' ? compareRange(low, high, limit.op, limit.value) : 'open'
    return finding(test, is, range(low, high, rating.lacks), rating.lacks)
  }
  if (kind === 'grade') {
    const own: Value =
      rating.grades.length === 1
        ? { is: 'known', value: rating.grades[0] ?? '' }
        : { is: 'unknown', lacks: rating.lacks }
    return finding(test, judgeSet(rating.grades, test.limit), own, rating.lacks)
  }
  const state = kind === 'passes' ? rating.passes.is : rating.knockedOut.is
  const lacks = kind === 'passes' ? rating.passes.lacks : rating.knockedOut.lacks
  const wanted = test.limit.op === 'is' && test.limit.value
  const own: Value = state === 'open' ? { is: 'unknown', lacks } : { is: 'known', value: state === 'yes' }
  return finding(test, wanted ? state : flip(state), own, lacks)
}

/** Does a value meet a limit? */
function answerFor(own: Value, limit: Limit): Answered {
  switch (own.is) {
    case 'none':
      return own.lacks.length > 0 ? 'open' : 'no'
    case 'unknown':
      return 'open'
    case 'known':
      return judgeWord(own.value, limit)
    case 'range': {
      if (limit.op !== 'atLeast' && limit.op !== 'above' && limit.op !== 'atMost' && limit.op !== 'below') return 'open'
      const is = compareRange(own.low, own.high, limit.op, limit.value)
      // what may turn out not to apply is no yes yet
      return is === 'yes' && own.orNone ? 'open' : is
    }
  }
}

type Rated = Extract<Subject, { readonly model: string }>

const asksRating = (subject: Subject): subject is Rated => 'model' in subject

/** What a test looks at that asks no rating. */
const ownOf = (subject: Exclude<Subject, Rated>, reading: Reading): Value =>
  subject.kind === 'quantity' ? subject.expression.evaluate(reading) : reading.value(subject.fact.id)

/** What a single test finds: the one finding of `judge`. */
export function findingOf(test: Test, reading: Reading): Finding {
  const { subject, limit } = test
  if (asksRating(subject)) return judgeModel(test, subject.kind, subject.model, reading)
  const own = ownOf(subject, reading)
  // a place known too broadly is asked again
  return finding(test, answerFor(own, limit), own, own.is === 'known' ? test.facts : own.lacks)
}

/** The answer of a single test alone: always that of `findingOf`. */
export function answerTo(test: Test, reading: Reading): Answered {
  const { subject, limit } = test
  return asksRating(subject) ? findingOf(test, reading).is : answerFor(ownOf(subject, reading), limit)
}

function gather(is: Answered, verdicts: readonly Verdict[]): Verdict {
  const deciding = verdicts.filter(verdict => verdict.is === is)
  return {
    is,
    findings: deciding.flatMap(verdict => verdict.findings),
    lacks: is === 'open' ? joinLacks(...deciding.map(verdict => verdict.lacks)) : NO_LACKS,
  }
}

/** Judges a condition. Every failed test is named even when others are still open. */
export function judge(condition: Condition, reading: Reading): Verdict {
  if (condition.is === 'test') {
    const found = findingOf(condition, reading)
    return { is: found.is, findings: [found], lacks: found.lacks }
  }
  if (condition.of.length === 0) return YES
  return combineVerdicts(
    condition.of.map(child => judge(child, reading)),
    neededOf(condition),
  )
}

/** How many of its parts a group wants; of an empty group none. */
export function neededOf(group: Exclude<Condition, Test>): number {
  const { length } = group.of
  if (length === 0) return 0
  return group.is === 'at-least' ? group.count : group.is === 'all' ? length : 1
}

/** The answer alone, without its findings: always what `judge` says. `look` answers single tests, and no more of them than decide. */
export function answerOf(condition: Condition, look: (test: Test) => Answered): Answered {
  if (condition.is === 'test') return look(condition)
  if (condition.of.length === 0) return 'yes'
  const needed = neededOf(condition)
  let sure = 0
  let possible = condition.of.length
  for (const child of condition.of) {
    const is = answerOf(child, look)
    if (is === 'yes' && ++sure >= needed) return 'yes'
    if (is === 'no' && --possible < needed) return 'no'
  }
  return sure >= needed ? 'yes' : possible < needed ? 'no' : 'open'
}

/** At least `needed` of several verdicts, three-valued. */
export function combineVerdicts(verdicts: readonly Verdict[], needed: number): Verdict {
  const yes = verdicts.filter(verdict => verdict.is === 'yes').length
  const open = verdicts.filter(verdict => verdict.is === 'open').length
  return gather(yes >= needed ? 'yes' : yes + open < needed ? 'no' : 'open', verdicts)
}

/** What each finding of a verdict looked at: fact ids, or the model's id. */
export function failedSubjects(verdict: Verdict): string[] {
  return verdict.findings.flatMap(({ test }) =>
    test.facts.length > 0 ? test.facts : 'model' in test.subject ? [test.subject.model] : [],
  )
}
