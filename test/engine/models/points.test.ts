// The forms of the model language beyond plain points: experts' scores, stage weights, caps and floors, knockouts with
// effects.
import { describe, expect, test } from 'vitest'
import { faults, OFFICIAL, one, rate, words } from './toy.ts'

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
