// The forms of the model language beyond plain points: experts' scores, stage weights, caps and floors, knockouts with
// effects, classes by condition, passing by grade, credit ranges and evidence.
import { describe, expect, test } from 'vitest'
import type { DataProblem, Rating } from '#engine'
import { modelOf, parseSmall, readingOfSmall, small } from '../small-rulebook.ts'

type Fields = Record<string, unknown>
const words = (text: string) => ({ zh: text, en: text })
const SOURCE = { title: 'made up', mark: '示意' }
const OFFICIAL = { title: 'official', mark: '★★★' }
const EXPERT = { 'e.score': { type: 'count', min: 0, max: 30 } }

function rate(model: Fields, facts: Fields): Rating {
  const book = small({ facts: EXPERT, models: [modelOf(model)] })
  const rating = readingOfSmall(facts, book).rating('toy')
  if (!rating) throw new Error('not in force')
  return rating
}

function faults(model: Fields): string[] {
  const parsed = parseSmall({ facts: EXPERT, models: [modelOf(model)] })
  return parsed.ok ? [] : parsed.problems.map((one: DataProblem) => `${one.code} ${one.path.join('.')}`)
}

const one = (score: unknown, more: Fields = {}) => ({
  dimensions: [{ id: 'all', title: words('all'), max: 30 }],
  characteristics: [{ id: 'one', title: words('one'), dimension: 'all', max: 30, score, ...more }],
})

describe('points that experts give', () => {
  const RANGES = {
    of: 'c.ideas',
    bands: [
      { atLeast: 5, points: [25, 30] },
      { atLeast: 3, points: [13, 18] },
      { atLeast: 1, points: [1, 6] },
    ],
    otherwise: 0,
    expert: 'e.score',
  }
  test.each([
    [{ 'c.ideas': 5 }, [2_500, 3_000], ['e.score']],
    [{ 'c.ideas': 4 }, [1_300, 1_800], ['e.score']],
    [{ 'c.ideas': 0 }, [0, 0], []],
    [{ 'c.ideas': 5, 'e.score': 27 }, [2_700, 2_700], []],
    // an opinion outside the band ends at the band
    [{ 'c.ideas': 4, 'e.score': 27 }, [1_800, 1_800], []],
    [{ 'c.ideas': 5, 'e.score': 3 }, [2_500, 2_500], []],
    [{ 'e.score': 27 }, [0, 2_700], ['c.ideas']],
    [{ 'e.score': '14 ~ 16', 'c.ideas': 4 }, [1_400, 1_600], ['e.score']],
    [{}, [0, 3_000], ['c.ideas', 'e.score']],
  ])('%j earns %j', (facts, [low, high], lacks) => {
    const rating = rate(one(RANGES), facts)
    expect(rating.score).toEqual({ low, high })
    expect(rating.partials[0]?.lacks).toEqual(lacks)
  })
  test('a band that is certain is named even while the experts are silent', () => {
    expect(rate(one(RANGES), { 'c.ideas': 5 }).partials[0]?.reached).toEqual({ kind: 'band', op: 'atLeast', value: 5 })
  })
  test('options, cases and nothing else may be left to experts too', () => {
    const options = { fact: 'o.rank', points: { gold: [8, 10], silver: 5 }, otherwise: 0, expert: 'e.score' }
    expect(rate(one(options), { 'o.rank': 'gold', 'e.score': 9 }).score).toEqual({ low: 900, high: 900 })
    expect(rate(one(options), { 'o.rank': 'silver' }).score).toEqual({ low: 500, high: 500 })
    const when = { when: { fact: 'f.yes', is: true }, points: [1, 6], otherwise: 0, expert: 'e.score' }
    expect(rate(one(when), { 'f.yes': true }).score).toEqual({ low: 100, high: 600 })
    const free = { expert: 'e.score', points: [0, 8] }
    expect(rate(one(free), { 'e.score': 7 }).score).toEqual({ low: 700, high: 700 })
    expect(rate(one(free), { 'e.score': 12 }).score).toEqual({ low: 800, high: 800 })
    expect(rate(one(free), {}).partials[0]).toMatchObject({ low: 0, high: 800, lacks: ['e.score'] })
  })
  test('a range without an expert, an expert without a range, and a fact that cannot hold the score are faults', () => {
    const { expert: _, ...without } = RANGES
    expect(faults(one(without))).toEqual(['shape characteristics.0.score'])
    expect(faults(one({ ...RANGES, bands: [{ atLeast: 1, points: 3 }] }))).toEqual(['shape characteristics.0.score'])
    expect(faults(one({ ...RANGES, expert: 'm.one' }))).toEqual(['unknown-fact characteristics.0.score.expert'])
    expect(faults(one({ expert: 'c.people', points: [0, 8] }))).toEqual([
      'points-mismatch characteristics.0.score.expert',
    ])
    expect(faults(one({ ...RANGES, otherwise: [3, 1] }))).toEqual(['bands-disorder characteristics.0.score.otherwise'])
  })
})

const STAGES = {
  of: 'm.one',
  source: OFFICIAL,
  list: [
    { id: 'small', title: words('s'), below: '50 万元' },
    { id: 'large', title: words('l') },
  ],
}

describe('stage weights', () => {
  const percent = {
    of: 'c.ideas',
    bands: [
      { atLeast: 10, points: 100 },
      { atLeast: 5, points: 60 },
    ],
    otherwise: 0,
  }
  const weighed = {
    stages: STAGES,
    dimensions: [{ id: 'all', title: words('all'), max: 7, byStage: { large: 5 } }],
    characteristics: [
      { id: 'one', title: words('one'), dimension: 'all', max: 7, score: percent, byStage: { small: 7, large: 5 } },
    ],
  }
  test('the same table is worth what the stage says, exactly', () => {
    const small = rate(weighed, { 'm.one': '1 万元', 'c.ideas': 5 })
    expect(small).toMatchObject({
      score: { low: 420, high: 420 },
      partials: [{ max: 700 }],
      dimensions: [{ max: 700 }],
    })
    const large = rate(weighed, { 'm.one': '50 万元', 'c.ideas': 5 })
    expect(large).toMatchObject({
      score: { low: 300, high: 300 },
      partials: [{ max: 500 }],
      dimensions: [{ max: 500 }],
    })
    const open = rate(weighed, { 'c.ideas': 10 })
    expect(open).toMatchObject({ score: { low: 500, high: 700 }, partials: [{ max: 700 }] })
  })
  test('a weight that would need rounding, or weighs nothing, is a fault', () => {
    const [characteristic] = weighed.characteristics
    const with3 = {
      ...percent,
      bands: [
        { atLeast: 10, points: 3 },
        { atLeast: 5, points: 1 },
      ],
    }
    expect(faults({ ...weighed, characteristics: [{ ...characteristic, score: with3 }] })).toEqual([
      'points-mismatch characteristics.0.byStage.small',
      'points-mismatch characteristics.0.byStage.large',
    ])
    expect(faults({ ...weighed, characteristics: [{ ...characteristic, score: undefined }] })).toEqual([
      'shape characteristics.0.byStage.small',
      'shape characteristics.0.byStage.large',
    ])
    expect(faults({ ...weighed, dimensions: [{ id: 'all', title: words('a'), max: 7 }] })).toEqual([
      'points-mismatch dimensions.0.max',
    ])
    expect(faults({ ...weighed, dimensions: [{ ...weighed.dimensions[0], byStage: { large: 5, gone: 1 } }] })).toEqual([
      'unknown-name dimensions.0.byStage.gone',
    ])
  })
})

describe('caps and floors', () => {
  const bonus = { of: 'c.ideas', each: 1, points: 2, max: 30 }
  const malus = { fact: 'o.rank', points: { gold: 0, silver: -4, bronze: -20, none: -30 } }
  const model = {
    cap: 20,
    dimensions: [
      { id: 'base', title: words('base'), max: 30 },
      { id: 'changes', title: words('changes'), max: 0, notBelow: -10 },
    ],
    characteristics: [
      { id: 'one', title: words('one'), dimension: 'base', max: 30, score: bonus },
      { id: 'two', title: words('two'), dimension: 'changes', max: 0, score: malus },
    ],
  }
  test.each([
    [{ 'c.ideas': 15, 'o.rank': 'gold' }, 2_000],
    [{ 'c.ideas': 9, 'o.rank': 'silver' }, 1_400],
    [{ 'c.ideas': 9, 'o.rank': 'bronze' }, 800],
    [{ 'c.ideas': 9, 'o.rank': 'none' }, 800],
    [{ 'c.ideas': 1, 'o.rank': 'none' }, 0],
  ])('%j makes %d', (facts, points) => {
    expect(rate(model, facts).score).toEqual({ low: points, high: points })
  })
  test('a floor above nothing is a fault', () => {
    const [base, changes] = model.dimensions
    expect(faults({ ...model, dimensions: [base, { ...changes, notBelow: 1 }] })).toEqual([
      'points-mismatch dimensions.1.notBelow',
    ])
  })
})

describe('knockouts', () => {
  const knockout = (effect?: string) => ({
    id: 'out',
    title: words('out'),
    when: { fact: 'f.yes', is: true },
    source: OFFICIAL,
    ...(effect ? { effect } : {}),
  })
  test('no-loan leaves the score and says that banks do not lend', () => {
    const rating = rate({ knockouts: [knockout('no-loan')] }, { 'f.yes': true, 'c.ideas': 10 })
    expect(rating).toMatchObject({ score: { low: 1_000 }, knockedOut: { is: 'no' }, noLoan: { is: 'yes' } })
    expect(rate({ knockouts: [knockout('no-loan')] }, {}).noLoan.is).toBe('open')
  })
  test('zero is what is meant when nothing is said', () => {
    const rating = rate({ knockouts: [knockout()] }, { 'f.yes': true, 'c.ideas': 10 })
    expect(rating).toMatchObject({ score: { low: 0, high: 0 }, knockedOut: { is: 'yes' }, noLoan: { is: 'no' } })
  })
})

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
    expect(listed({ ...large, when: { grade: 'toy', is: 'rest' } }, rest)).toEqual(['cycle grades.0.when'])
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
