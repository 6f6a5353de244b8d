// How one characteristic earns points: every form exact, as a range while something is missing, and refused when written
// wrongly.
import { describe, expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { collect } from '../../engine/problem.ts'
import { type Earned, parseScoring } from '../../engine/scoring.ts'
import { BANDS, readingOfSmall, SMALL } from './small-rulebook.ts'

type Fields = Record<string, unknown>

function parse(raw: unknown) {
  const problems: DataProblem[] = []
  return { scoring: parseScoring(raw, SMALL.vocabulary, ['score'], collect('a.yaml', problems)), problems }
}

function earn(raw: unknown, facts: Fields): Earned {
  const { scoring, problems } = parse(raw)
  if (!scoring) throw new Error(problems.map(one => one.message).join())
  return scoring.earn(readingOfSmall(facts))
}

/** Points as `6`, or `2…6 (what is missing)`. */
function shown(raw: unknown, facts: Fields): string {
  const { low, high, lacks } = earn(raw, facts)
  const points = low === high ? `${low / 100}` : `${low / 100}…${high / 100}`
  return lacks.length > 0 ? `${points} (${lacks.join(', ')})` : points
}

describe('bands', () => {
  const ratio = {
    of: { ratio: ['m.one', 'm.two'] },
    bands: [
      { atLeast: '6 %', points: 5 },
      { above: '0 %', points: 1 },
    ],
    otherwise: -1,
  }
  test.each([
    [BANDS, { 'c.ideas': 10 }, '10'],
    [BANDS, { 'c.ideas': 9 }, '6'],
    [BANDS, { 'c.ideas': 1 }, '2'],
    [BANDS, { 'c.ideas': 0 }, '0'],
    [BANDS, { 'c.ideas': '5 ~ 9' }, '6'],
    [BANDS, { 'c.ideas': '4 ~ 12' }, '2…10 (c.ideas)'],
    [BANDS, {}, '0…10 (c.ideas)'],
    [ratio, { 'm.one': '6 元', 'm.two': '100 元' }, '5'],
    [ratio, { 'm.one': '0.01 元', 'm.two': '1 亿元' }, '1'],
    [ratio, { 'm.one': '0 元', 'm.two': '100 元' }, '-1'],
    // a share of nothing, and of what may be nothing
    [ratio, { 'm.one': '6 元', 'm.two': '0 元' }, '-1'],
    [ratio, { 'm.one': '6 元', 'm.two': '0 元 ~ 100 元' }, '-1…5 (m.two)'],
    [ratio, { 'm.one': '6 元', 'm.two': '0.01 元 ~ 100 元' }, '5'],
    // bands that do not rise with the quantity
    [
      {
        of: 'c.ideas',
        bands: [
          { atLeast: 10, points: 1 },
          { atLeast: 5, points: 9 },
        ],
        otherwise: 3,
      },
      { 'c.ideas': '0 ~ 50' },
      '1…9 (c.ideas)',
    ],
  ])('%j with %j: %s', (raw, facts, points) => {
    expect(shown(raw, facts)).toBe(points)
  })
  test('the band is told only when it is certain', () => {
    expect(earn(BANDS, { 'c.ideas': 7 }).reached).toEqual({ kind: 'band', op: 'atLeast', value: 5 })
    expect(earn(BANDS, { 'c.ideas': 0 }).reached).toEqual({ kind: 'otherwise' })
    expect(earn(BANDS, { 'c.ideas': '4 ~ 7' }).reached).toBeUndefined()
    expect(earn(ratio, { 'm.one': '6 元', 'm.two': '0 元 ~ 100 元' }).reached).toBeUndefined()
  })
})

describe('steps', () => {
  const steps = { of: 'm.one', each: '30 万元', points: 1.5, max: 6 }
  test.each([
    ['0 元', '0'],
    ['299999.99 元', '0'],
    ['30 万元', '1.5'],
    ['89.99 万元', '3'],
    ['90 万元', '4.5'],
    ['120 万元', '6'],
    ['10 亿元', '6'],
    ['20 万元 ~ 70 万元', '0…3 (m.one)'],
    ['120 万元 ~ 200 万元', '6'],
  ])('%s: %s', (money, points) => {
    expect(shown(steps, { 'm.one': money })).toBe(points)
  })
  test('a negative quantity takes nothing, a share of nothing gives nothing', () => {
    expect(shown({ ...steps, of: 'm.net' }, { 'm.net': '-90 万元' })).toBe('0')
    const share = { of: { ratio: ['m.one', 'm.two'] }, each: '10 %', points: 1, max: 5 }
    expect(shown(share, { 'm.one': '35 元', 'm.two': '100 元' })).toBe('3')
    expect(shown(share, { 'm.one': '35 元', 'm.two': '0 元' })).toBe('0')
    expect(shown(share, { 'm.one': '35 元', 'm.two': '0 元 ~ 100 元' })).toBe('0…5 (m.two)')
  })
})

describe('options', () => {
  const rank = { fact: 'o.rank', points: { gold: 5, silver: 2 }, otherwise: -1 }
  const tags = { fact: 's.tags', points: { x: 1, y: 4, z: 2 } }
  test.each([
    [rank, { 'o.rank': 'gold' }, '5'],
    [rank, { 'o.rank': 'none' }, '-1'],
    [rank, {}, '-1…5 (o.rank)'],
    [tags, { 's.tags': ['x', 'z'] }, '2'], // the best one counts
    [tags, { 's.tags': [] }, '1'],
    [tags, {}, '1…4 (s.tags)'],
    [{ fact: 'o.colour', points: { red: 2, green: 2, blue: 2 } }, {}, '2'],
  ])('%j with %j: %s', (raw, facts, points) => {
    expect(shown(raw, facts)).toBe(points)
  })
})

describe('cases', () => {
  const cases = {
    cases: [
      {
        when: {
          any: [
            { fact: 'o.rank', is: 'none' },
            { fact: 'f.yes', is: true },
          ],
        },
        points: -10,
      },
      { when: { fact: 'o.rank', is: 'gold' }, points: 10 },
    ],
    otherwise: 3,
  }
  test.each([
    [{ 'f.yes': true }, '-10'], // the first that holds decides, whatever comes after
    [{ 'f.yes': false, 'o.rank': 'gold' }, '10'],
    [{ 'f.yes': false, 'o.rank': 'silver' }, '3'],
    [{ 'f.yes': false }, '-10…10 (o.rank)'],
    [{ 'o.rank': 'gold' }, '-10…10 (f.yes)'],
    [{ 'o.rank': 'silver' }, '-10…3 (f.yes)'],
    [{}, '-10…10 (o.rank, f.yes)'],
  ])('%j: %s', (facts, points) => {
    expect(shown(cases, facts)).toBe(points)
  })
  test('a single case', () => {
    const one = { when: { fact: 'f.yes', is: true }, points: 4, otherwise: 1 }
    expect([{ 'f.yes': true }, { 'f.yes': false }, {}].map(facts => shown(one, facts))).toEqual([
      '4',
      '1',
      '1…4 (f.yes)',
    ])
  })
})

describe('the best and the sum of several', () => {
  const rank = { fact: 'o.rank', points: { gold: 7, silver: 2, bronze: 1, none: 0 } }
  test.each([
    [{ bestOf: [BANDS, rank] }, { 'c.ideas': 5, 'o.rank': 'silver' }, '6'],
    [{ bestOf: [BANDS, rank] }, { 'c.ideas': 5 }, '6…7 (o.rank)'],
    [{ bestOf: [BANDS, rank] }, { 'c.ideas': 10 }, '10'], // nothing can beat it
    [{ bestOf: [BANDS, rank] }, { 'o.rank': 'gold' }, '7…10 (c.ideas)'],
    [{ sumOf: [BANDS, rank] }, { 'c.ideas': 5, 'o.rank': 'silver' }, '8'],
    [{ sumOf: [BANDS, rank] }, { 'c.ideas': 5 }, '6…13 (o.rank)'],
    [{ sumOf: [BANDS, rank], max: 9 }, { 'c.ideas': 5, 'o.rank': 'gold' }, '9'],
    [{ sumOf: [BANDS, rank], max: 9 }, { 'c.ideas': 10 }, '9'], // the cap is reached without it
    [{ sumOf: [BANDS, rank], max: 9 }, { 'c.ideas': 5 }, '6…9 (o.rank)'],
  ])('%j with %j: %s', (raw, facts, points) => {
    expect(shown(raw, facts)).toBe(points)
  })
})

describe('a scoring is refused for', () => {
  const bands = (...list: readonly Fields[]) => ({ of: 'c.ideas', bands: list, otherwise: 0 })
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ['bands that overlap', bands({ atLeast: 5, points: 6 }, { atLeast: 5, points: 4 }), 'bands-disorder', `bands.1`],
    [
      'bands from low to high',
      bands({ atLeast: 5, points: 4 }, { atLeast: 10, points: 6 }),
      'bands-disorder',
      `bands.1`,
    ],
    [
      'a band twice over the same end',
      bands({ atLeast: 5, points: 4 }, { above: 5, points: 3 }),
      'bands-disorder',
      `bands.1`,
    ],
    ['a band with two ends', bands({ atLeast: 5, above: 5, points: 4 }), 'shape', `bands.0`],
    ['a band with no end', bands({ points: 4 }), 'shape', `bands.0`],
    ['a band in another unit', bands({ atLeast: '5 %', points: 4 }), 'bad-quantity', `bands.0`],
    ['a gap below the last band', { of: 'c.ideas', bands: [{ atLeast: 5, points: 6 }] }, 'shape', ''],
    ['an unknown fact', { of: 'c.gone', bands: [{ atLeast: 5, points: 6 }], otherwise: 0 }, 'unknown-fact', `of`],
    ['an unknown fact in a share', { ...BANDS, of: { ratio: ['c.ideas', 'c.gone'] } }, 'unknown-fact', `of.ratio.1`],
    ['two kinds of quantity', { ...BANDS, of: { ratio: ['c.ideas', 'm.one'] } }, 'unit-mismatch', `of`],
    ['steps that give nothing', { of: 'c.ideas', each: 1, points: 0, max: 5 }, 'points-mismatch', ''],
    ['steps that take points', { of: 'c.ideas', each: 1, points: -1, max: 5 }, 'points-mismatch', ''],
    ['steps of nothing', { of: 'c.ideas', each: 0, points: 1, max: 5 }, 'bad-quantity', `each`],
    ['steps of an unknown fact', { of: 'c.gone', each: 1, points: 1, max: 5 }, 'unknown-fact', `of`],
    [
      'points for an unknown option',
      { fact: 'o.rank', points: { platinum: 3 }, otherwise: 0 },
      'unknown-option',
      `points.platinum`,
    ],
    ['an option without points', { fact: 'o.colour', points: { red: 3, green: 1 } }, 'bands-disorder', `points`],
    ['points by a fact without options', { fact: 'c.ideas', points: { red: 3 }, otherwise: 0 }, 'unknown-fact', `fact`],
    [
      'a case on an unknown fact',
      { cases: [{ when: { fact: 'f.gone', is: true }, points: 1 }], otherwise: 0 },
      'unknown-fact',
      `cases.0.when.fact`,
    ],
    ['a single case', { when: { fact: 'f.gone', is: true }, points: 1, otherwise: 0 }, 'unknown-fact', `when.fact`],
    ['the best of one', { bestOf: [BANDS] }, 'shape', ''],
    [
      'a fault deep inside',
      { bestOf: [BANDS, { sumOf: [BANDS, { ...BANDS, of: 'c.gone' }] }] },
      'unknown-fact',
      `bestOf.1.sumOf.1.of`,
    ],
  ]
  test.each(cases)('%s', (_, raw, code, path) => {
    const { problems } = parse(raw)
    expect(problems.map(one => [one.code, one.path.join('.')])).toContainEqual([
      code,
      path === '' ? 'score' : `score.${path}`,
    ])
  })
})
