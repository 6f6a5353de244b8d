// The vocabulary of facts is checked against itself, and each day has its version of a model.
import { describe, expect, test } from 'vitest'
import { modelInForce } from '#engine'
import { day, rulebook } from '../support/rulebook.ts'
import { modelOf, parseSmall, small } from './small-rulebook.ts'

type Fields = Record<string, unknown>
const faults = (facts: Record<string, Fields>, requests = {}) => {
  const parsed = parseSmall({ facts, requests })
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => [code, path.join('.')])
}

describe('a fact is refused for', () => {
  const cases: readonly (readonly [string, Record<string, Fields>, string, string])[] = [
    ['an id without a chapter', { single: { type: 'flag' } }, 'shape', 'facts.single'],
    ['a type nobody knows', { 'x.y': { type: 'colour' } }, 'shape', 'facts.x.y.type'],
    ['a row outside the domain table', { 'x.y': { type: 'flag', row: 63 } }, 'shape', 'facts.x.y.row'],
    ['a misspelt key', { 'x.y': { type: 'flag', minimum: 3 } }, 'shape', 'facts.x.y'],
    ['a bound that cannot be read', { 'x.y': { type: 'money', min: '5 %' } }, 'bad-quantity', 'facts.x.y.min'],
    ['a bound on a word', { 'x.y': { type: 'flag', max: 3 } }, 'bad-quantity', 'facts.x.y.max'],
    ['today as an amount', { 'x.y': { type: 'money', max: 'today' } }, 'bad-quantity', 'facts.x.y.max'],
    [
      'a usual range that cannot be read',
      { 'x.y': { type: 'count', typical: [1, '10 %'] } },
      'bad-quantity',
      'facts.x.y.typical',
    ],
    ['bounds the wrong way round', { 'x.y': { type: 'count', min: 5, max: 4 } }, 'date-order', 'facts.x.y.min'],
    ['a choice without options', { 'x.y': { type: 'choice' } }, 'shape', 'facts.x.y.options'],
    [
      'options of a number',
      { 'x.y': { type: 'count', options: { a: { title: { zh: 'a', en: 'a' } } } } },
      'shape',
      'facts.x.y.options',
    ],
    [
      'an order of unknown options',
      { 'x.y': { type: 'choice', options: { a: { title: { zh: 'a', en: 'a' } } }, order: ['b'] } },
      'unknown-option',
      'facts.x.y.order',
    ],
    ['a limit of another kind', { 'x.y': { type: 'count', notAbove: 'm.one' } }, 'unknown-fact', 'facts.x.y.notAbove'],
    ['a limit nobody knows', { 'x.y': { type: 'count', notAbove: 'x.gone' } }, 'unknown-fact', 'facts.x.y.notAbove'],
    [
      'being its own limit',
      { 'x.y': { type: 'count', notAbove: 'x.z' }, 'x.z': { type: 'count', notAbove: 'x.y' } },
      'cycle',
      'facts.x.y.notAbove',
    ],
    ['an unknown request', { 'x.y': { type: 'flag', request: 'gone' } }, 'unknown-name', 'facts.x.y.request'],
    [
      'following from an unknown fact',
      { 'x.y': { type: 'money', derive: [{ sum: ['m.gone'] }] } },
      'unknown-fact',
      'facts.x.y.derive.0.sum.0',
    ],
    [
      'following from another kind',
      { 'x.y': { type: 'money', derive: [{ ratio: ['m.one', 'm.two'] }] } },
      'unit-mismatch',
      'facts.x.y.derive.0',
    ],
    [
      'a word that follows from numbers',
      { 'x.y': { type: 'flag', derive: ['m.one'] } },
      'unit-mismatch',
      'facts.x.y.derive.0',
    ],
    ['never being asked nor computed', { 'x.y': { type: 'money', asked: false } }, 'shape', 'facts.x.y.derive'],
  ]
  test.each(cases)('%s', (_, facts, code, path) => {
    expect(faults(facts)).toContainEqual([code, path])
  })
  test('nothing, when it is sound', () => {
    expect(faults({ 'x.y': { type: 'flag', request: 'all' } }, { all: { zh: '?', en: '?' } })).toEqual([])
  })
})

describe('versions of a model', () => {
  const book = small({
    models: [
      modelOf({ effectiveFrom: '2024-07-01' }),
      modelOf({ effectiveFrom: '2020-01-01' }),
      modelOf({ effectiveFrom: '2022-01-01', effectiveTo: '2024-06-30' }),
    ],
  })
  test.each([
    ['2019-12-31', undefined],
    ['2020-01-01', '2020-01-01'],
    ['2021-12-31', '2020-01-01'],
    ['2022-01-01', '2022-01-01'],
    ['2024-06-30', '2022-01-01'],
    ['2024-07-01', '2024-07-01'],
    ['2030-01-01', '2024-07-01'],
  ])('on %s it is that of %s', (date, version) => {
    expect(modelInForce(book, 'toy', day(date))?.version).toBe(version)
  })
  test('an unknown model is in force on no day', () => {
    expect(modelInForce(book, 'gone', day('2024-01-01'))).toBeUndefined()
  })
})

describe('the real vocabulary', () => {
  const { facts, requests, vocabulary, models } = rulebook()
  test('places follow the files, and ids stand for themselves', () => {
    const places = [...facts.values()].map(fact => fact.place)
    expect(places).toEqual(places.map((_, index) => index))
    for (const [id, fact] of facts) expect(fact.id).toBe(id)
  })
  test('a request asks for at least two facts', () => {
    for (const request of requests.keys())
      expect([...facts.values()].filter(fact => fact.request === request).length, request).toBeGreaterThan(1)
  })
  test('a limit is no narrower than its fact needs, and never asked after it', () => {
    for (const fact of facts.values())
      if (fact.notAbove) expect(facts.get(fact.notAbove)?.place, fact.id).toBeLessThan(fact.place)
  })
  test('usual values lie within the bounds', () => {
    for (const { id, min, max, typical } of facts.values()) {
      if (!typical) continue
      expect(typical[0], id).toBeLessThanOrEqual(typical[1])
      if (typeof min === 'number') expect(typical[0], id).toBeGreaterThanOrEqual(min)
      if (typeof max === 'number') expect(typical[1], id).toBeLessThanOrEqual(max)
    }
  })
  test('every model is named in the vocabulary with its grades', () => {
    for (const [id, versions] of models)
      expect(vocabulary.models.get(id)?.grades).toEqual(versions.at(-1)?.grades?.list.map(grade => grade.id) ?? [])
  })
})
