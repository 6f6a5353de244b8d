// Conditions as written in data files: every operator from both sides, what negation makes of each, and every fault with
// its place.
import { describe, expect, test } from 'vitest'
import { type Answered, factsOf, parseCondition, testsOf } from '#engine'
import { collect, type DataProblem } from '../../engine/problem.ts'
import { modelOf, SMALL, small, verdictOf } from './small-rulebook.ts'

type Case = readonly [condition: unknown, facts: Record<string, unknown>, is: Answered]
const OPPOSITE: Record<Answered, Answered> = { yes: 'no', no: 'yes', open: 'open' }

const RULES = small({
  models: [
    modelOf({
      grades: {
        source: { title: 'made up', mark: '示意' },
        list: [
          { id: 'A', title: { zh: 'A', en: 'A' }, atLeast: 6 },
          { id: 'B', title: { zh: 'B', en: 'B' }, atLeast: 2 },
          { id: 'C', title: { zh: 'C', en: 'C' } },
        ],
      },
      knockouts: [
        {
          id: 'out',
          title: { zh: 'out', en: 'out' },
          when: { fact: 'f.yes', is: true },
          source: { title: 'made up', mark: '示意' },
        },
      ],
      pass: { atLeast: 6, source: { title: 'made up', mark: '示意' } },
    }),
  ],
})

describe('operators', () => {
  const cases: readonly Case[] = [
    [{ fact: 'c.ideas', atLeast: 5 }, { 'c.ideas': 5 }, 'yes'],
    [{ fact: 'c.ideas', atLeast: 5 }, { 'c.ideas': 4 }, 'no'],
    [{ fact: 'c.ideas', atLeast: 5 }, {}, 'open'],
    [{ fact: 'c.ideas', atLeast: 5 }, { 'c.ideas': '4 ~ 5' }, 'open'],
    [{ fact: 'c.ideas', atLeast: 5 }, { 'c.ideas': '5 ~ 9' }, 'yes'],
    [{ fact: 'c.ideas', above: 5 }, { 'c.ideas': 5 }, 'no'],
    [{ fact: 'c.ideas', above: 5 }, { 'c.ideas': 6 }, 'yes'],
    [{ fact: 'c.ideas', above: 5 }, { 'c.ideas': '5 ~ 6' }, 'open'],
    [{ fact: 'c.ideas', atMost: 5 }, { 'c.ideas': 5 }, 'yes'],
    [{ fact: 'c.ideas', atMost: 5 }, { 'c.ideas': 6 }, 'no'],
    [{ fact: 'c.ideas', atMost: 5 }, { 'c.ideas': '5 ~ 6' }, 'open'],
    [{ fact: 'c.ideas', below: 5 }, { 'c.ideas': 5 }, 'no'],
    [{ fact: 'c.ideas', below: 5 }, { 'c.ideas': 4 }, 'yes'],
    [{ fact: 'c.ideas', below: 5 }, { 'c.ideas': '5 ~ 9' }, 'no'],
    [{ fact: 'c.ideas', atLeast: 5, below: 8 }, { 'c.ideas': 8 }, 'no'],
    [{ fact: 'c.ideas', atLeast: 5, below: 8 }, { 'c.ideas': 7 }, 'yes'],
    [{ value: { ratio: ['m.one', 'm.two'] }, atLeast: '6 %' }, { 'm.one': '6 元', 'm.two': '100 元' }, 'yes'],
    [{ value: { ratio: ['m.one', 'm.two'] }, atLeast: '6 %' }, { 'm.one': '5.99 元', 'm.two': '100 元' }, 'no'],
    [{ fact: 'f.yes', is: true }, { 'f.yes': true }, 'yes'],
    [{ fact: 'f.yes', is: true }, { 'f.yes': false }, 'no'],
    [{ fact: 'f.yes', is: false }, {}, 'open'],
    [{ fact: 'o.colour', is: 'red' }, { 'o.colour': 'red' }, 'yes'],
    [{ fact: 'o.colour', oneOf: ['red', 'blue'] }, { 'o.colour': 'green' }, 'no'],
    [{ fact: 'o.colour', noneOf: ['red', 'blue'] }, { 'o.colour': 'green' }, 'yes'],
    [{ fact: 'o.colour', noneOf: 'red' }, {}, 'open'],
    [{ fact: 'o.rank', atLeast: 'silver' }, { 'o.rank': 'gold' }, 'yes'],
    [{ fact: 'o.rank', atLeast: 'silver' }, { 'o.rank': 'silver' }, 'yes'],
    [{ fact: 'o.rank', atLeast: 'silver' }, { 'o.rank': 'bronze' }, 'no'],
    [{ fact: 'o.rank', atLeast: 'silver' }, { 'o.rank': 'none' }, 'no'],
    [{ fact: 'o.rank', atMost: 'silver' }, { 'o.rank': 'bronze' }, 'yes'],
    [{ fact: 'o.rank', atMost: 'silver' }, { 'o.rank': 'gold' }, 'no'],
    // an option outside the order is neither better nor worse
    [{ fact: 'o.rank', atMost: 'bronze' }, { 'o.rank': 'none' }, 'no'],
    [{ fact: 's.tags', oneOf: ['x', 'y'] }, { 's.tags': ['y', 'z'] }, 'yes'],
    [{ fact: 's.tags', oneOf: ['x', 'y'] }, { 's.tags': ['z'] }, 'no'],
    [{ fact: 's.tags', oneOf: ['x'] }, { 's.tags': [] }, 'no'],
    [{ fact: 's.tags', noneOf: ['x', 'y'] }, { 's.tags': ['z'] }, 'yes'],
    [{ fact: 'r.place', within: ['330100'] }, { 'r.place': '330108' }, 'yes'],
    [{ fact: 'r.place', within: ['330108'] }, { 'r.place': '330106' }, 'no'],
    [{ fact: 'r.place', within: ['330000', '370000'] }, { 'r.place': '370102' }, 'yes'],
    [{ fact: 'r.place', within: ['331000'] }, { 'r.place': '331002' }, 'yes'],
    [{ fact: 'r.place', within: ['331000'] }, { 'r.place': '330108' }, 'no'],
    // only the province is known: the district is still open
    [{ fact: 'r.place', within: ['330108'] }, { 'r.place': '330000' }, 'open'],
    [{ fact: 'r.place', within: ['370000'] }, { 'r.place': '330000' }, 'no'],
    [{ fact: 'r.place', within: ['330000'] }, { 'r.place': '330000' }, 'yes'],
    [{ fact: 'd.born', atMost: '2020-01-01' }, { 'd.born': '2019' }, 'yes'],
    [{ fact: 'd.born', atMost: '2020-01-01' }, { 'd.born': '2020' }, 'open'],
    [{ score: 'toy', atLeast: 6 }, { 'c.ideas': 5, 'f.yes': false }, 'yes'],
    [{ score: 'toy', atLeast: 6 }, { 'c.ideas': 4, 'f.yes': false }, 'no'],
    [{ score: 'toy', atLeast: 6 }, { 'c.ideas': 5 }, 'open'],
    [{ score: 'toy', below: '6 分' }, { 'c.ideas': 4 }, 'yes'],
    [{ grade: 'toy', atLeast: 'B' }, { 'c.ideas': 1, 'f.yes': false }, 'yes'],
    [{ grade: 'toy', atLeast: 'B' }, { 'c.ideas': '1 ~ 20', 'f.yes': false }, 'yes'],
    [{ grade: 'toy', atLeast: 'B' }, { 'c.ideas': 1, 'f.yes': true }, 'no'],
    [{ grade: 'toy', is: 'A' }, { 'c.ideas': '4 ~ 5', 'f.yes': false }, 'open'],
    [{ grade: 'toy', noneOf: ['C'] }, { 'c.ideas': 0 }, 'no'],
    [{ passes: 'toy' }, { 'c.ideas': 5, 'f.yes': false }, 'yes'],
    [{ passes: 'toy', is: false }, { 'c.ideas': 4 }, 'yes'],
    [{ passes: 'toy' }, {}, 'open'],
    [{ knockedOut: 'toy' }, { 'f.yes': true }, 'yes'],
    [{ knockedOut: 'toy', is: false }, { 'f.yes': true }, 'no'],
    [{ knockedOut: 'toy' }, {}, 'open'],
  ]
  test.each(cases)('%j with %j: %s', (condition, facts, is) => {
    expect(verdictOf(condition, facts, RULES).is).toBe(is)
    expect(verdictOf({ not: condition }, facts, RULES).is, 'negated').toBe(OPPOSITE[is])
  })
})

describe('groups', () => {
  const yes = { fact: 'f.yes', is: true }
  const other = { fact: 'f.other', is: true }
  const ideas = { fact: 'c.ideas', atLeast: 5 }
  const cases: readonly Case[] = [
    [{ all: [yes, other] }, { 'f.yes': true, 'f.other': true }, 'yes'],
    [{ all: [yes, other] }, { 'f.yes': true }, 'open'],
    [{ all: [yes, other] }, { 'f.yes': false }, 'no'],
    [{ any: [yes, other] }, { 'f.yes': true }, 'yes'],
    [{ any: [yes, other] }, { 'f.yes': false }, 'open'],
    [{ any: [yes, other] }, { 'f.yes': false, 'f.other': false }, 'no'],
    [{ atLeast: 2, of: [yes, other, ideas] }, { 'f.yes': true, 'c.ideas': 5 }, 'yes'],
    [{ atLeast: 2, of: [yes, other, ideas] }, { 'f.yes': true }, 'open'],
    [{ atLeast: 2, of: [yes, other, ideas] }, { 'f.yes': false, 'c.ideas': 1 }, 'no'],
    [{ not: { all: [yes, { not: other }] } }, { 'f.yes': true, 'f.other': true }, 'yes'],
  ]
  test.each(cases)('%j with %j: %s', (condition, facts, is) => {
    expect(verdictOf(condition, facts, RULES).is).toBe(is)
    expect(verdictOf({ not: condition }, facts, RULES).is, 'negated').toBe(OPPOSITE[is])
  })

  test('what is read names its facts in the order written', () => {
    const parsed = parseCondition({ any: [ideas, { all: [yes, ideas] }] }, SMALL.vocabulary, [], () => {})
    if (!parsed) throw new Error('not read')
    expect(factsOf(parsed)).toEqual(['c.ideas', 'f.yes'])
    expect(testsOf(parsed)).toHaveLength(3)
  })

  test('a share of nothing meets neither a test nor its opposite', () => {
    const share = { value: { ratio: ['m.one', 'm.two'] }, atLeast: '5 %' }
    const facts = { 'm.one': '5 元', 'm.two': '0 元' }
    expect(verdictOf(share, facts).is).toBe('no')
    expect(verdictOf({ not: share }, facts).is).toBe('no')
    const maybe = { 'm.one': '5 元', 'm.two': '0 元 ~ 10 元' }
    expect(verdictOf(share, maybe).is).toBe('open')
    expect(verdictOf({ not: share }, maybe).is).toBe('no')
  })
})

describe('faults', () => {
  test.each([
    [{ fact: 'c.gone', atLeast: 1 }, 'unknown-fact', ['fact']],
    [
      { all: [{ fact: 'f.yes', is: true }, { any: [{ fact: 'c.gone', atLeast: 1 }] }] },
      'unknown-fact',
      ['all', 1, 'any', 0, 'fact'],
    ],
    [{ not: { fact: 'c.gone', atLeast: 1 } }, 'unknown-fact', ['not', 'fact']],
    [{ score: 'gone', atLeast: 1 }, 'unknown-model', ['score']],
    [{ fact: 'm.one', atLeast: '30 %' }, 'bad-quantity', ['atLeast']],
    [{ fact: 'm.one', atLeast: 500 }, 'bad-quantity', ['atLeast']],
    [{ fact: 'd.born', atMost: '2026-02-30' }, 'bad-quantity', ['atMost']],
    [{ fact: 'o.colour', is: 'pink' }, 'unknown-option', []],
    [{ fact: 'o.colour', oneOf: ['red', 'pink'] }, 'unknown-option', []],
    [{ grade: 'toy', atLeast: 'Z' }, 'unknown-option', []],
    [{ fact: 't.name', is: 'x' }, 'unit-mismatch', []],
    [{ value: { ratio: ['m.one', 'c.ideas'] }, atLeast: '5 %' }, 'unit-mismatch', ['value']],
    // limits that say nothing about their subject are never overlooked
    [{ fact: 'c.ideas', is: true }, 'shape', []],
    [{ fact: 'c.ideas', atLeast: 1, oneOf: ['a'] }, 'shape', []],
    [{ fact: 'c.ideas' }, 'shape', []],
    [{ fact: 'f.yes', is: 'yes' }, 'shape', []],
    [{ fact: 'f.yes', is: true, atLeast: 1 }, 'shape', []],
    [{ fact: 'o.colour', oneOf: ['red'], noneOf: ['blue'] }, 'shape', []],
    [{ fact: 'o.colour', is: true }, 'shape', []],
    [{ fact: 'o.colour', atLeast: 'red' }, 'unknown-option', []], // it has no order
    [{ fact: 'o.rank', atLeast: 'none' }, 'unknown-option', []], // none stands outside the order
    [{ fact: 'r.place', within: ['杭州'] }, 'shape', []],
    [{ fact: 'r.place', within: [33] }, 'shape', []],
    [{ fact: 'r.place', is: '330108' }, 'shape', []],
    [{ passes: 'toy', atLeast: 60 }, 'shape', []],
    [{ passes: 'toy', is: 'no' }, 'shape', ['is']],
    [{ fact: 'c.ideas', score: 'toy', atLeast: 1 }, 'shape', []],
    [{ atLeast: 5 }, 'shape', []],
    [{ all: [] }, 'shape', ['all']],
    [{ all: { fact: 'f.yes', is: true } }, 'shape', ['all']],
    [{ all: [{ fact: 'f.yes', is: true }], any: [{ fact: 'f.yes', is: true }] }, 'shape', []],
    [{ atLeast: 3, of: [{ fact: 'f.yes', is: true }] }, 'shape', []],
    [{ atLeast: 0, of: [{ fact: 'f.yes', is: true }] }, 'shape', []],
    [{ of: [{ fact: 'f.yes', is: true }] }, 'shape', []],
    [{ fact: 'c.ideas', atleast: 5 }, 'shape', []],
    ['c.ideas > 5', 'shape', []],
    [null, 'shape', []],
    [[{ fact: 'f.yes', is: true }], 'shape', []],
  ])('%j is refused', (raw, code, path) => {
    const problems: DataProblem[] = []
    parseCondition(raw, RULES.vocabulary, ['eligible'], collect('a.yaml', problems))
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatchObject({ code, file: 'a.yaml', path: ['eligible', ...path] })
  })

  test('who passes is not asked of a model that does not say', () => {
    const silent = small({ models: [modelOf({})] })
    const problems: DataProblem[] = []
    parseCondition({ passes: 'toy' }, silent.vocabulary, [], collect('a.yaml', problems))
    expect(problems).toMatchObject([{ code: 'unknown-name', path: ['passes'] }])
  })
})
