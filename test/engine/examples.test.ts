// Examples beside a model are run, and one that does not come out says what came out instead.
import { describe, expect, test } from 'vitest'
import { checkModelExamples } from '#engine'
import { rulebook } from '../support/rulebook.ts'
import { modelOf, small } from './small-rulebook.ts'

const check = (...examples: readonly unknown[]) => {
  const book = small({
    models: [
      modelOf({
        examples,
        grades: {
          source: { title: 'made up', mark: '示意' },
          list: [
            { id: 'A', title: { zh: 'A', en: 'A' }, atLeast: 6 },
            { id: 'B', title: { zh: 'B', en: 'B' } },
          ],
        },
      }),
    ],
  })
  const [model] = book.models.get('toy') ?? []
  if (!model) throw new Error('no model')
  return checkModelExamples(model, 'toy.yaml', book).map(one => [one.code, one.path.join('.'), one.message])
}

describe('examples', () => {
  test('that come out are no faults', () => {
    expect(
      check({
        name: 'five',
        facts: { 'c.ideas': 5 },
        expect: { score: 6, grade: 'A', parts: { one: 6 }, knockouts: [] },
      }),
    ).toEqual([])
    expect(check({ name: 'open', facts: {}, expect: { score: { low: 0, high: 10 }, grade: 'A or B' } })).toEqual([])
  })
  test('that do not come out say what did', () => {
    expect(
      check({
        name: 'four',
        facts: { 'c.ideas': 4 },
        expect: { score: 6, grade: 'A', passes: 'no', parts: { one: 6, two: 1 }, stage: 'x' },
      }),
    ).toEqual([
      ['example-failed', 'examples.0', 'four: score: expected 6, came out 2'],
      ['example-failed', 'examples.0', 'four: grade: expected A, came out B'],
      ['example-failed', 'examples.0', 'four: stage: expected x, came out '],
      ['example-failed', 'examples.0', 'four: passes: expected no, came out yes'],
      ['example-failed', 'examples.0', 'four: points of one: expected 6, came out 2'],
      ['example-failed', 'examples.0', 'four: points of two: expected 1, came out no such characteristic'],
    ])
    expect(check({ name: 'open', facts: {}, expect: { score: 0 } })).toEqual([
      ['example-failed', 'examples.0', 'open: score: expected 0, came out 0…10'],
    ])
  })
  test('that cannot be read are faults of the file', () => {
    expect(check({ name: 'x', facts: { 'c.gone': 1 }, expect: {} })[0]).toMatchObject([
      'unknown-fact',
      'examples.0.facts.c.gone',
      expect.any(String),
    ])
    expect(check({ name: 'x', facts: { 'c.ideas': 'many' }, expect: {} })[0]).toMatchObject([
      'bad-quantity',
      'examples.0.facts.c.ideas',
      expect.any(String),
    ])
    expect(check({ name: 'x', facts: {}, expect: { points: 3 } })[0]).toMatchObject([
      'shape',
      'examples.0.expect',
      expect.any(String),
    ])
  })
})

describe('the real models', () => {
  test.each([...rulebook().models.values()].flat().map(model => [`${model.id} ${model.version}`, model] as const))(
    '%s: every example comes out',
    (_, model) => {
      expect(checkModelExamples(model, 'model.yaml', rulebook())).toEqual([])
    },
  )
})
