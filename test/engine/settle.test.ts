// The fewest answers that could make an open condition a yes: never empty while it is open, never anything that is decided.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, type FactId, judge, parseCondition, read, settle } from '#engine'
import { readingOf } from '../support/rulebook.ts'
import { conditions, DERIVED, modelTests } from './random-conditions.ts'
import { models } from './random-models.ts'
import { modelOf, readingOfSmall, SMALL, SMALL_TODAY, small } from './small-rulebook.ts'
import { tales } from './worlds.ts'

const book = small({ facts: DERIVED, models: [modelOf({})] })
const condition = (raw: unknown, words = SMALL.vocabulary) => {
  const parsed = parseCondition(raw, words, [], (_code, path, message) => {
    throw new Error(`${path.join('.')}: ${message}`)
  })
  if (!parsed) throw new Error('not read')
  return parsed
}
const needed = (raw: unknown, facts: Record<string, unknown>): readonly FactId[] =>
  settle(condition(raw), readingOfSmall(facts))

const yes = { fact: 'f.yes', is: true }
const other = { fact: 'f.other', is: true }
const ideas = { fact: 'c.ideas', atLeast: 5 }
const share = { value: { ratio: ['m.one', 'm.two'] }, atLeast: '5 %' }

describe('the shortest way', () => {
  test.each([
    [{ all: [yes, ideas] }, {}, ['f.yes', 'c.ideas']],
    [{ all: [yes, ideas] }, { 'f.yes': true }, ['c.ideas']],
    [{ any: [share, yes, { all: [other, ideas] }] }, {}, ['f.yes']],
    [{ any: [share, { all: [yes, ideas] }] }, { 'f.yes': true }, ['c.ideas']],
    [{ any: [share, yes] }, { 'f.yes': false, 'm.one': '1 元' }, ['m.two']],
    [{ atLeast: 2, of: [share, yes, ideas] }, {}, ['f.yes', 'c.ideas']],
    [{ atLeast: 2, of: [share, yes, ideas] }, { 'f.yes': true }, ['c.ideas']],
    [{ all: [yes, ideas] }, { 'f.yes': false }, []],
    [{ any: [yes, ideas] }, { 'f.yes': true }, []],
  ])('%j with %j: %j', (raw, facts, wanted) => {
    expect(needed(raw, facts)).toEqual(wanted)
  })
})

describe('a pass', () => {
  const gates = {
    'people.total': 40,
    'finance.revenue_last_year': '3000 万元',
    'finance.total_assets': '1000 万元',
    'credit.prohibited': false,
    'credit.accident': false,
    'credit.abnormal': false,
    'credit.dishonest': false,
  }
  const passes = (facts: Record<string, unknown>) => {
    const reading = readingOf(facts)
    return settle(condition({ passes: 'tech-sme' }, reading.rulebook.vocabulary), reading)
  }
  test('wants one certificate rather than ten figures', () => {
    expect(passes(gates)).toEqual(['qualification.high_tech'])
    const { 'credit.abnormal': _, ...rest } = gates
    expect(passes(rest)).toEqual(['credit.abnormal', 'qualification.high_tech'])
  })
  test('by the score, once no direct way is left', () => {
    const none = { 'qualification.high_tech': false, 'rd.award': 'none', 'rd.platform': 'none', 'rd.standards': 0 }
    const known = { 'rd.cost_last_year': '180 万元', 'ip.invention': 1 }
    expect(passes({ ...gates, ...none, ...known })).toEqual(['people.tech_staff'])
  })
  test('directly, once the score is lost', () => {
    const lost = { 'people.tech_staff': 0 }
    expect(
      passes({ ...gates, ...lost, 'qualification.high_tech': false, 'rd.award': 'none', 'rd.standards': 0 }),
    ).toEqual(['rd.platform'])
  })
})

describe('any condition', () => {
  const told = tales(book, SMALL_TODAY)
  const holds = (raw: unknown, dossier: Dossier, rules = book) => {
    const parsed = condition(raw, rules.vocabulary)
    const reading = read(rules, dossier, SMALL_TODAY)
    const verdict = judge(parsed, reading)
    const wanted = settle(parsed, reading)
    expect(wanted.length > 0).toBe(verdict.is === 'open')
    for (const fact of wanted) expect(verdict.lacks).toContain(fact)
    expect(new Set(wanted).size).toBe(wanted.length)
  }
  test('open means something is wanted, decided means nothing is', () => {
    fc.assert(
      fc.property(conditions(true, modelTests), told, (raw, { early }) => holds(raw, early)),
      { numRuns: 400 },
    )
  })
  test('the same for a pass of any model', () => {
    fc.assert(
      fc.property(models, told, (model, { early }) => {
        const gated = { ...model, gates: model['gates'] ?? yes }
        holds({ passes: 'toy' }, early, small({ facts: DERIVED, models: [gated] }))
      }),
      { numRuns: 300 },
    )
  })
})
