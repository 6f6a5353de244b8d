// Every kind of condition found in the catalogue is written here once as an officer would, and comes out yes and no. A product
// that brings a kind of its own fails this test until the kind is written down beside the others.
import { describe, expect, test } from 'vitest'
import { type Condition, testsOf } from '#engine'

import { modelOf, small, verdictOf } from '../engine/small-rulebook.ts'
import { catalogue } from '../support/rulebook.ts'

type Kind = readonly [written: unknown, yes: Record<string, unknown>, no: Record<string, unknown>]
const SOURCE = { title: 'made up', mark: '示意' }
const word = (id: string) => ({ id, title: { zh: id, en: id } })
const RULES = small({
  models: [
    modelOf({
      grades: { source: SOURCE, list: [{ ...word('A'), atLeast: 6 }, word('B')] },
      knockouts: [{ ...word('out'), when: { fact: 'f.yes', is: true }, source: SOURCE }],
      pass: { atLeast: 6, source: SOURCE },
    }),
  ],
})
const BAD = { 'c.ideas': 1, 'f.yes': false }
const GOOD = { 'c.ideas': 5, 'f.yes': false }

/** By kind: what is looked at (a computed quantity, a fact by its type, an aspect of a rating) and what is wanted. */
const KINDS: Readonly<Record<string, Kind>> = {
  'money atLeast': [{ fact: 'm.one', atLeast: '5 万元' }, { 'm.one': '5 万元' }, { 'm.one': '4 万元' }],
  'money above': [{ fact: 'm.one', above: '5 万元' }, { 'm.one': '6 万元' }, { 'm.one': '5 万元' }],
  'money atMost': [{ fact: 'm.one', atMost: '5 万元' }, { 'm.one': '5 万元' }, { 'm.one': '6 万元' }],
  'money below': [{ fact: 'm.one', below: '5 万元' }, { 'm.one': '4 万元' }, { 'm.one': '5 万元' }],
  'percent atLeast': [{ fact: 'p.share', atLeast: '6 %' }, { 'p.share': '6 %' }, { 'p.share': '5 %' }],
  'percent atMost': [{ fact: 'p.share', atMost: '6 %' }, { 'p.share': '6 %' }, { 'p.share': '7 %' }],
  'count atLeast': [{ fact: 'c.ideas', atLeast: 5 }, { 'c.ideas': 5 }, { 'c.ideas': 4 }],
  'count above': [{ fact: 'c.ideas', above: 5 }, { 'c.ideas': 6 }, { 'c.ideas': 5 }],
  'count atMost': [{ fact: 'c.ideas', atMost: 5 }, { 'c.ideas': 5 }, { 'c.ideas': 6 }],
  'count below': [{ fact: 'c.ideas', below: 5 }, { 'c.ideas': 4 }, { 'c.ideas': 5 }],
  'months atLeast': [
    { value: { monthsSince: 'd.born' }, atLeast: '2 年' },
    { 'd.born': '2022-01-01' },
    { 'd.born': '2024-01-01' },
  ],
  'months atMost': [
    { value: { monthsSince: 'd.born' }, atMost: '2 年' },
    { 'd.born': '2024-01-01' },
    { 'd.born': '2022-01-01' },
  ],
  'months below': [
    { value: { monthsSince: 'd.born' }, below: '2 年' },
    { 'd.born': '2024-01-01' },
    { 'd.born': '2022-01-01' },
  ],
  'date atLeast': [{ fact: 'd.born', atLeast: '2020-01-01' }, { 'd.born': '2020-01-01' }, { 'd.born': '2019-12-31' }],
  'date atMost': [{ fact: 'd.born', atMost: '2020-01-01' }, { 'd.born': '2020-01-01' }, { 'd.born': '2020-01-02' }],
  'flag is': [{ fact: 'f.yes', is: true }, { 'f.yes': true }, { 'f.yes': false }],
  'choice oneOf': [{ fact: 'o.rank', atLeast: 'silver' }, { 'o.rank': 'gold' }, { 'o.rank': 'bronze' }],
  'choice noneOf': [{ fact: 'o.colour', noneOf: ['red'] }, { 'o.colour': 'blue' }, { 'o.colour': 'red' }],
  'choices oneOf': [{ fact: 's.tags', oneOf: ['x'] }, { 's.tags': ['x', 'y'] }, { 's.tags': ['y'] }],
  'choices noneOf': [{ fact: 's.tags', noneOf: ['x'] }, { 's.tags': ['y'] }, { 's.tags': ['x', 'y'] }],
  'region within': [{ fact: 'r.place', within: ['330100'] }, { 'r.place': '330108' }, { 'r.place': '330200' }],
  'region outside': [
    { not: { fact: 'r.place', within: ['330100'] } },
    { 'r.place': '330200' },
    { 'r.place': '330108' },
  ],
  'score atLeast': [{ score: 'toy', atLeast: 6 }, GOOD, BAD],
  'grade oneOf': [{ grade: 'toy', atLeast: 'A' }, GOOD, BAD],
  'grade noneOf': [{ grade: 'toy', noneOf: ['B'] }, GOOD, BAD],
  'passes is': [{ passes: 'toy' }, GOOD, BAD],
  'knocked-out is': [{ knockedOut: 'toy', is: false }, GOOD, { 'f.yes': true }],
  all: [
    {
      all: [
        { fact: 'f.yes', is: true },
        { fact: 'f.other', is: true },
      ],
    },
    { 'f.yes': true, 'f.other': true },
    { 'f.yes': false },
  ],
  any: [
    {
      any: [
        { fact: 'f.yes', is: true },
        { fact: 'f.other', is: true },
      ],
    },
    { 'f.yes': true },
    { 'f.yes': false, 'f.other': false },
  ],
  'at-least': [
    {
      atLeast: 2,
      of: [
        { fact: 'f.yes', is: true },
        { fact: 'f.other', is: true },
        { fact: 'c.ideas', atLeast: 5 },
      ],
    },
    { 'f.yes': true, 'c.ideas': 5 },
    { 'f.yes': false, 'c.ideas': 4 },
  ],
}

function groupsIn(condition: Condition): readonly string[] {
  return condition.is === 'test' ? [] : [condition.is, ...condition.of.flatMap(groupsIn)]
}

function kindsIn(condition: Condition): readonly string[] {
  const tests = testsOf(condition).map(({ subject, limit }) => {
    const what =
      subject.kind === 'quantity' ? subject.expression.kind : subject.kind === 'fact' ? subject.fact.type : subject.kind
    return `${what} ${limit.op}`
  })
  return [...tests, ...groupsIn(condition)]
}

describe('the language of conditions', () => {
  test.each(Object.entries(KINDS))('can say: %s', (kind, [written, yes, no]) => {
    expect(verdictOf(written, yes, RULES).is, kind).toBe('yes')
    expect(verdictOf(written, no, RULES).is, kind).toBe('no')
    expect(verdictOf(written, {}, RULES).is, kind).toBe('open')
  })

  test('every kind that a product of the catalogue asks for is among these', () => {
    const asked = new Set(
      [...catalogue().products.values()].flatMap(({ eligible, serves }) => [
        ...kindsIn(eligible),
        ...(serves ? kindsIn(serves) : []),
      ]),
    )
    expect([...asked].filter(kind => !Object.hasOwn(KINDS, kind))).toEqual([])
    expect(asked.size).toBeGreaterThan(10)
  })
})
