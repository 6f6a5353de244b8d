// Ratings of made-up models: caps, stages, knockouts, gates, direct passes, pass marks and grades, certain and open.
import { describe, expect, test } from 'vitest'
import type { Rating } from '#engine'
import { BANDS, modelOf, readingOfSmall, small } from './small-rulebook.ts'

type Fields = Record<string, unknown>
const words = (text: string) => ({ zh: text, en: text })
const SOURCE = { title: 'made up', mark: '示意' }
const YES = { fact: 'f.yes', is: true }
const OTHER = { fact: 'f.other', is: true }

function rate(model: Fields, facts: Fields): Rating {
  const rating = readingOfSmall(facts, small({ models: [modelOf(model)] })).rating('toy')
  if (!rating) throw new Error('not in force')
  return rating
}

const characteristic = (id: string, score: unknown, dimension = 'all') => ({
  id,
  title: words(id),
  dimension,
  max: 10,
  score,
})
const ideas = characteristic('ideas', BANDS)
const rank = characteristic('rank', { fact: 'o.rank', points: { gold: 10, silver: 4, bronze: 1, none: -5 } })
const all = (max: number, atLeast?: number) => [
  { id: 'all', title: words('all'), max, ...(atLeast === undefined ? {} : { atLeast }) },
]

describe('adding up', () => {
  const model = { dimensions: all(12), characteristics: [ideas, rank] }
  test('a dimension is capped, at both ends', () => {
    expect(rate(model, { 'c.ideas': 10, 'o.rank': 'gold' }).score).toEqual({ low: 1_200, high: 1_200 })
    expect(rate(model, { 'c.ideas': 10 }).score).toEqual({ low: 500, high: 1_200 })
  })
  test('the whole is never below zero', () => {
    expect(rate(model, { 'c.ideas': 0, 'o.rank': 'none' }).score).toEqual({ low: 0, high: 0 })
    expect(rate(model, { 'o.rank': 'none' }).score).toEqual({ low: 0, high: 500 })
  })
  test('dimensions tell their own ranges', () => {
    const two = {
      ...model,
      dimensions: [...all(12), { id: 'more', title: words('more'), max: 10 }],
      characteristics: [ideas, rank, characteristic('third', BANDS, 'more')],
    }
    expect(rate(two, { 'o.rank': 'gold' }).dimensions).toMatchObject([
      { low: 1_000, high: 1_200, max: 1_200 },
      { low: 0, high: 1_000, max: 1_000 },
    ])
  })
})

describe('stages', () => {
  const staged = {
    stages: {
      of: 'm.one',
      source: SOURCE,
      list: [
        { id: 'small', title: words('s'), below: '50 万元' },
        { id: 'large', title: words('l') },
      ],
    },
    characteristics: [{ ...ideas, score: undefined, byStage: { small: { ...BANDS, of: 'c.experts' }, large: BANDS } }],
    dimensions: all(10),
  }
  test('each stage scores its own way', () => {
    const facts = { 'c.ideas': 10, 'c.experts': 1, 'c.people': 10 }
    expect(rate(staged, { ...facts, 'm.one': '49 万元' }).score).toEqual({ low: 200, high: 200 })
    expect(rate(staged, { ...facts, 'm.one': '50 万元' }).score).toEqual({ low: 1_000, high: 1_000 })
  })
  test('while the stage is open the score spans the stages, and the stage is what is missing', () => {
    const open = rate(staged, { 'c.ideas': 10, 'c.experts': 1, 'c.people': 10 })
    expect(open).toMatchObject({ score: { low: 200, high: 1_000 }, lacks: ['m.one'] })
    expect(open.stages.map(one => one.id)).toEqual(['small', 'large'])
    expect(open.partials[0]?.reached).toBeUndefined()
  })
  test('a pass that hangs on the stage alone lacks it', () => {
    const model = { ...staged, pass: { atLeast: 5, nonZero: [], source: SOURCE } }
    const open = rate(model, { 'c.ideas': 10, 'c.experts': 1, 'c.people': 10 })
    expect(open.passes).toMatchObject({ is: 'open', lacks: ['m.one'] })
  })
})

describe('knockouts', () => {
  const out = { knockouts: [{ id: 'out', title: words('out'), when: YES, source: SOURCE }] }
  test('take every point away; while open, the score may be anything below', () => {
    expect(rate(out, { 'c.ideas': 10, 'f.yes': false }).score).toEqual({ low: 1_000, high: 1_000 })
    expect(rate(out, { 'c.ideas': 10, 'f.yes': true })).toMatchObject({ score: { low: 0, high: 0 }, lacks: [] })
    expect(rate(out, { 'c.ideas': 10 })).toMatchObject({ score: { low: 0, high: 1_000 }, lacks: ['f.yes'] })
  })
  test('an open pass lacks what may still knock out', () => {
    const rating = rate({ ...out, pass: { atLeast: 6, source: SOURCE } }, { 'c.ideas': 10 })
    expect(rating.passes).toMatchObject({ is: 'open', lacks: ['f.yes'] })
  })
})

describe('passing', () => {
  const pass = { atLeast: 6, source: SOURCE }
  test('at the mark or above it, as the file says', () => {
    expect(rate({ pass }, { 'c.ideas': 5 }).passes.is).toBe('yes')
    expect(rate({ pass: { ...pass, above: true } }, { 'c.ideas': 5 }).passes.is).toBe('no')
    expect(rate({ pass: { ...pass, above: true } }, { 'c.ideas': 10 }).passes.is).toBe('yes')
    expect(rate({ pass }, { 'c.ideas': '4 ~ 5' }).passes.is).toBe('open')
  })
  test('a block has a mark of its own, and a characteristic may not be zero', () => {
    const model = { pass, dimensions: all(20, 8), characteristics: [ideas, rank] }
    const failed = rate(model, { 'c.ideas': 5, 'o.rank': 'bronze' }).passes
    expect(failed.is).toBe('no')
    expect(failed.findings.map(one => one.test.title.zh)).toEqual(['all'])
    expect(rate(model, { 'c.ideas': 5, 'o.rank': 'silver' }).passes.is).toBe('yes')
    const strict = { ...model, dimensions: all(20), pass: { ...pass, nonZero: ['rank'] } }
    expect(rate(strict, { 'c.ideas': 10, 'o.rank': 'bronze' }).passes.is).toBe('yes')
    expect(rate(strict, { 'c.ideas': 10, 'o.rank': 'none' }).passes.is).toBe('no')
  })
  test('gates come first, a direct pass replaces the points and not the gates', () => {
    const model = { pass, gates: YES, directPass: OTHER }
    const passes = (facts: Fields) => rate(model, facts).passes.is
    expect(passes({ 'c.ideas': 0, 'f.yes': true, 'f.other': true })).toBe('yes')
    expect(passes({ 'c.ideas': 10, 'f.yes': true, 'f.other': false })).toBe('yes')
    expect(passes({ 'c.ideas': 0, 'f.yes': true, 'f.other': false })).toBe('no')
    expect(passes({ 'c.ideas': 10, 'f.yes': false, 'f.other': true })).toBe('no')
    expect(passes({ 'c.ideas': 0, 'f.yes': true })).toBe('open')
    expect(passes({ 'c.ideas': 10, 'f.other': true })).toBe('open')
  })
  test('a no explains the points, not the direct passes the firm never had', () => {
    const failed = rate({ pass, directPass: OTHER }, { 'c.ideas': 1, 'f.other': false }).passes
    expect(failed.findings.map(one => one.test.title.en)).toEqual(['Total score'])
  })
})

describe('grades', () => {
  const grades = {
    grades: {
      source: SOURCE,
      list: [
        { id: 'A', title: words('A'), atLeast: 6 },
        { id: 'B', title: words('B'), atLeast: 2 },
        { id: 'C', title: words('C') },
      ],
    },
  }
  test.each([
    [10, ['A']],
    [5, ['A']],
    [4, ['B']],
    [1, ['B']],
    [0, ['C']],
    ['4 ~ 5', ['A', 'B']],
    ['0 ~ 4', ['B', 'C']],
  ])('%s ideas: %j', (count, ids) => {
    expect(rate(grades, { 'c.ideas': count }).grades).toEqual(ids)
  })
  test('an open knockout leaves only the grade reached and the lowest', () => {
    const out = { ...grades, knockouts: [{ id: 'out', title: words('out'), when: YES, source: SOURCE }] }
    expect(rate(out, { 'c.ideas': 10 }).grades).toEqual(['A', 'C'])
    expect(rate(out, { 'c.ideas': 10, 'f.yes': true }).grades).toEqual(['C'])
  })
})

test('a model tells whether it is for this company at all', () => {
  const scoped = { scope: { fact: 'r.place', within: ['330000'] } }
  expect(rate(scoped, { 'r.place': '330108' }).applies.is).toBe('yes')
  expect(rate(scoped, { 'r.place': '370102' }).applies.is).toBe('no')
  expect(rate(scoped, {}).applies.is).toBe('open')
})
