// The forms of the model language around the points: classes by condition, passing by grade, credit ranges, gates alone,
// evidence and sources.
import { describe, expect, test } from 'vitest'
import { type Fields, faults, OFFICIAL, one, rate, words } from './toy.ts'

const SOURCE = { title: 'made up', mark: '示意' }
const STAGES = {
  of: 'm.one',
  source: OFFICIAL,
  list: [
    { id: 'small', title: words('s'), below: '50 万元' },
    { id: 'large', title: words('l') },
  ],
}

describe('classes by condition', () => {
  const grades = {
    source: OFFICIAL,
    list: [
      {
        id: 'large',
        title: words('large'),
        when: {
          all: [
            { fact: 'c.people', atLeast: 300 },
            { fact: 'm.one', atLeast: '1 亿元' },
          ],
        },
      },
      { id: 'middle', title: words('middle'), when: { fact: 'c.people', atLeast: 100 } },
      { id: 'rest', title: words('rest') },
    ],
  }
  const model = { kind: 'classes', dimensions: [], characteristics: [], grades }
  test.each([
    [{ 'c.people': 300, 'm.one': '1 亿元' }, ['large']],
    [{ 'c.people': 300, 'm.one': '0.99 亿元' }, ['middle']],
    [{ 'c.people': 300 }, ['large', 'middle']],
    [{ 'c.people': 99 }, ['rest']],
    [{ 'm.one': '0 元' }, ['middle', 'rest']],
    [{}, ['large', 'middle', 'rest']],
  ])('%j may be %j', (facts, classes) => {
    const rating = rate(model, facts)
    expect(rating.grades).toEqual(classes)
    expect(rating.lacks.length > 0).toBe(classes.length > 1)
    expect(rating.score).toEqual({ low: 0, high: 0 })
  })
  test('the class says what it rests on', () => {
    const [only] = rate(model, { 'c.people': 300, 'm.one': '1 亿元' }).gradeVerdicts
    expect(only?.verdict.findings.map(one => [one.is, one.test.facts.join()])).toEqual([
      ['yes', 'c.people'],
      ['yes', 'm.one'],
    ])
  })
  test('points and a condition may both be asked for', () => {
    const both = {
      grades: {
        source: SOURCE,
        list: [
          { id: 'A', title: words('A'), atLeast: 6, when: { fact: 'f.yes', is: true } },
          { id: 'B', title: words('B'), atLeast: 6 },
          { id: 'C', title: words('C') },
        ],
      },
    }
    expect(rate(both, { 'c.ideas': 10, 'f.yes': true }).grades).toEqual(['A'])
    expect(rate(both, { 'c.ideas': 10, 'f.yes': false }).grades).toEqual(['B'])
    expect(rate(both, { 'c.ideas': 10 }).grades).toEqual(['A', 'B'])
    expect(rate(both, { 'c.ideas': 1, 'f.yes': true }).grades).toEqual(['C'])
    expect(rate(both, { 'f.yes': true }).grades).toEqual(['A', 'C'])
  })
  test('points without characteristics, two last grades, and a model that asks for its own grade are faults', () => {
    const [large, middle, rest] = grades.list
    const listed = (...list: unknown[]) => faults({ ...model, grades: { source: OFFICIAL, list } })
    expect(listed(large, { ...middle, when: undefined, atLeast: 3 }, rest)).toEqual([
      'points-mismatch grades.list.1.atLeast',
    ])
    expect(listed(large, rest, { ...rest, id: 'other' })).toEqual(['bands-disorder grades.list.1'])
    expect(listed({ ...large, when: { grade: 'toy', is: 'rest' } }, rest)).toEqual(['cycle grades.list.0.when'])
    expect(faults({ ...model, grades: undefined })).toEqual(['shape '])
  })
})

describe('what a grade opens', () => {
  const grades = {
    source: SOURCE,
    list: [
      { id: 'A', title: words('A'), atLeast: 10, limit: { to: '1000 万元', source: OFFICIAL } },
      { id: 'B', title: words('B'), atLeast: 6, limit: { from: '50 万元', to: '100 万元' } },
      { id: 'C', title: words('C') },
    ],
  }
  test('a credit range has its own source, or its grade’s', () => {
    const [a, b] = rate({ grades }, {}).gradeVerdicts.map(one => one.grade)
    expect(a?.limit).toMatchObject({ from: undefined, to: 1_000_000_000, source: OFFICIAL })
    expect(b?.limit).toMatchObject({ from: 50_000_000, to: 100_000_000, source: SOURCE })
  })
  test('a pass from a grade on is decided by the grades still possible', () => {
    const model = { grades, pass: { atLeast: 'B', source: SOURCE } }
    expect(rate(model, { 'c.ideas': 5 }).passes.is).toBe('yes')
    expect(rate(model, { 'c.ideas': 4 }).passes.is).toBe('no')
    const open = rate(model, {}).passes
    expect(open).toMatchObject({ is: 'open', lacks: ['c.ideas'] })
    expect(open.findings[0]?.test.limit).toEqual({ op: 'oneOf', options: ['A', 'B'] })
  })
  test.each([
    [{ limit: {} }, 'shape grades.list.0.limit'],
    [{ limit: { from: '5 %' } }, 'bad-quantity grades.list.0.limit.from'],
    [{ limit: { from: '2 元', to: '1 元' } }, 'bands-disorder grades.list.0.limit'],
  ])('%j is refused', (limit, fault) => {
    const list = grades.list.map((grade, index) => (index === 0 ? { ...grade, ...limit } : grade))
    expect(faults({ grades: { source: SOURCE, list } })).toEqual([fault])
  })
  test('a pass from an unknown grade on, or above a grade, is a fault', () => {
    expect(faults({ grades, pass: { atLeast: 'E', source: SOURCE } })).toEqual(['unknown-name pass.atLeast'])
    expect(faults({ grades, pass: { atLeast: 'B', above: true, source: SOURCE } })).toEqual(['shape pass.above'])
  })
})

describe('gates alone', () => {
  const model = { kind: 'self-check', dimensions: [], characteristics: [], gates: { fact: 'c.people', atLeast: 10 } }
  test('decide who passes, and what is still missing', () => {
    expect(rate(model, { 'c.people': 10 }).passes.is).toBe('yes')
    expect(rate(model, { 'c.people': 9 }).passes.is).toBe('no')
    expect(rate(model, {})).toMatchObject({ passes: { is: 'open' }, lacks: ['c.people'] })
  })
})

describe('evidence and sources', () => {
  test('evidence is judged and earns nothing', () => {
    const evidence = [
      { id: 'known', title: words('known'), when: { fact: 'f.yes', is: true }, source: OFFICIAL },
      { id: 'other', title: words('other'), when: { fact: 'f.other', is: true }, source: SOURCE },
    ]
    const rating = rate({ evidence }, { 'f.yes': true, 'c.ideas': 10 })
    expect(rating.score).toEqual({ low: 1_000, high: 1_000 })
    expect(rating.evidence.map(each => [each.evidence.id, each.verdict.is])).toEqual([
      ['known', 'yes'],
      ['other', 'open'],
    ])
  })
  test('a part names the source of the table that gave its points', () => {
    const table = { of: 'c.ideas', each: 1, points: 1, max: 10 }
    const parts = (score: unknown, more: Fields = {}) =>
      rate(one(score, more), { 'c.ideas': 1 }).partials.map(each => each.source)
    expect(parts(table)).toEqual([SOURCE])
    expect(parts(table, { source: OFFICIAL })).toEqual([OFFICIAL])
    expect(parts({ ...table, source: OFFICIAL })).toEqual([OFFICIAL])
  })
  test('while the stage is open an illustrative table makes the part illustrative', () => {
    const table = { of: 'c.ideas', each: 1, points: 1, max: 10 }
    const score = { byStage: { small: { ...table, source: OFFICIAL }, large: table }, score: undefined }
    const model = { ...one(table, score), stages: STAGES, dimensions: [{ id: 'all', title: words('a'), max: 10 }] }
    const mark = (facts: Fields) => rate(model, facts).partials[0]?.source.mark
    expect(mark({ 'm.one': '1 万元' })).toBe('★★★')
    expect(mark({ 'm.one': '50 万元' })).toBe('示意')
    expect(mark({})).toBe('示意')
  })
})
