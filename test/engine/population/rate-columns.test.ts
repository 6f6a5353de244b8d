// What is rated over columns is what each company alone would be told, for every model, however much is unknown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnRater, type Dossier, type FactValue, startColumns } from '#engine'
import { firms } from '../../support/firms.ts'
import { rulebook, TODAY } from '../../support/rulebook.ts'
import { DERIVED } from '../random-conditions.ts'
import { models } from '../random-models.ts'
import { modelOf, SMALL_TODAY, small } from '../small-rulebook.ts'
import { tales } from '../worlds.ts'
import { compareRatings } from './as-columns.ts'

const book = rulebook()
const IDS = [...book.models.keys()]
/** More than one block, and the last one not full. */
const FIRMS = 1_100
const answers = (values: Readonly<Record<string, FactValue>>): Dossier =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, source: 'stated' as const, at: '2026-11-20T08:00:00Z' }]),
  )

describe('the models of this house', () => {
  test.each([
    [1, 0],
    [0.8, 0.35],
    [0.5, 0.35],
    [0.1, 0.1],
  ])('%d of the answers known: every figure is the same', (known, exactMost) => {
    const dossiers = firms(book, FIRMS, known, 11)
    for (const id of IDS) {
      const { faults, exact } = compareRatings(book, id, dossiers, TODAY)
      expect(faults).toEqual([])
      // the columns do the work, not the exact path behind them
      expect(exact).toBeLessThanOrEqual(FIRMS * exactMost)
    }
  })

  test('answers told only about right: every figure is the same', () => {
    const told = fc.sample(tales(book, TODAY), { numRuns: 60, seed: 5 }).flatMap(({ early, late }) => [early, late])
    for (const id of IDS) expect(compareRatings(book, id, told, TODAY).faults).toEqual([])
  })

  test('a company that answered everything lacks nothing, and the columns say so', () => {
    const { settled } = compareRatings(book, 'handan-points', firms(book, 50, 1, 3), TODAY)
    expect(settled).toBe(50)
  })
})

describe('rules nobody has written yet', () => {
  const told = tales(small({ facts: DERIVED, models: [modelOf({})] }), SMALL_TODAY)

  test('every figure is the same', () => {
    let exact = 0
    let rows = 0
    fc.assert(
      fc.property(models, fc.array(told, { minLength: 4, maxLength: 4 }), (model, some) => {
        const rules = small({ facts: DERIVED, models: [model] })
        const dossiers = some.flatMap(({ early, late, truth }) => [early, late, truth])
        const compared = compareRatings(rules, 'toy', dossiers, SMALL_TODAY)
        expect(compared.faults).toEqual([])
        exact += compared.exact
        rows += dossiers.length
      }),
      { numRuns: 300 },
    )
    expect(exact).toBeLessThan(rows)
  })
})

describe('edges', () => {
  const SHARE = {
    of: { ratio: ['m.one', 'm.two'] },
    bands: [
      { above: '30 %', points: 8 },
      { atLeast: '30 %', points: 6 },
      { atLeast: '0.0001 %', points: 2 },
    ],
    otherwise: 0,
  }
  const rules = small({
    models: [modelOf({ characteristics: [{ ...characteristic('one'), score: SHARE }] })],
  })
  function characteristic(id: string) {
    return { id, title: { zh: id, en: id }, dimension: 'all', max: 10 }
  }
  const company = (one: number, two: number) => answers({ 'm.one': one, 'm.two': two })
  const near = [12, 1_200_000_000, 299_999_999_999_700].flatMap(top =>
    [-1, 0, 1].map(step => company(top * 3 + step, top * 10)),
  )

  test('a share is told from its edge by one fen', () => {
    const { faults } = compareRatings(rules, 'toy', near.slice(0, 6), SMALL_TODAY)
    expect(faults).toEqual([])
    const rater = columnRater(rules, ['toy'], SMALL_TODAY)
    expect(rater.facts.map(fact => fact.id).sort()).toEqual(['m.one', 'm.two'])
  })

  test('numbers too large for columns are rated exactly', () => {
    const { faults, exact } = compareRatings(rules, 'toy', near, SMALL_TODAY)
    expect(faults).toEqual([])
    expect(exact).toBe(3)
  })

  test('products that doubles would take for equal are rated exactly', () => {
    // tops and bottoms are held, their cross-products with 33.3333 % are not
    const prime = small({
      models: [
        modelOf({
          characteristics: [
            { ...characteristic('one'), score: { ...SHARE, bands: [{ atLeast: '33.3333 %', points: 6 }] } },
          ],
        }),
      ],
    })
    const some = [-1, 0, 1].map(step => company(33_333_300_000_000 + step, 100_000_000_000_000))
    const { faults, exact } = compareRatings(prime, 'toy', some, SMALL_TODAY)
    expect(faults).toEqual([])
    expect(exact).toBeGreaterThan(0)
  })

  test('an answer of another type than its fact is left to the exact path', () => {
    const strange = [answers({ 'm.one': 'much', 'm.two': 5 }), answers({ 'm.one': 7, 'm.two': true })]
    const { faults, exact } = compareRatings(rules, 'toy', strange, SMALL_TODAY)
    expect(faults).toEqual([])
    expect(exact).toBe(2)
  })

  test('no companies give no ratings, and no model in force is refused', () => {
    const rater = columnRater(rules, ['toy'], SMALL_TODAY)
    expect(rater.rate(startColumns(rater.facts, 0)).ratings[0]?.low).toHaveLength(0)
    expect(() => columnRater(rules, ['none'], SMALL_TODAY)).toThrow('no model none is in force')
  })
})
