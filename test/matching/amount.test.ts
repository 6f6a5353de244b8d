// The indicative amount: every published limit in order, the smallest wins, and each step is shown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '#engine'
import { type AmountRange, amountOf, match, showAmount } from '#matching'
import { tales } from '../engine/worlds.ts'
import { applicant, catalogue, day, rulebook, TODAY } from '../support/rulebook.ts'
import { BOOK, both, type Fields, smallCatalogue } from './small-catalogue.ts'

const WAN = 1_000_000
const reading = (facts: Fields) => read(BOOK, applicant(facts, BOOK), day('2024-06-01'))

function amount(
  fields: Fields,
  facts: Fields = {},
  needWan?: number,
  by: readonly Fields[] = [],
): AmountRange | undefined {
  const modifiers = Object.fromEntries(by.map((one, index) => [`by-${index}`, { kind: 'service', ...one }]))
  const { products } = smallCatalogue({ products: { one: { amount: fields }, ...modifiers } })
  const [product, ...rest] = [...products.values()]
  if (!product) throw new Error('no product')
  const need = needWan === undefined ? undefined : { low: needWan * WAN, high: needWan * WAN }
  return amountOf(product, reading(facts), need, rest)
}
const shown = (range: AmountRange | undefined) => (range ? showAmount(range, 'zh') : 'nothing')
const steps = (range: AmountRange | undefined) => range?.steps.map(one => `${one.what.zh} ${one.amount / WAN}`)

describe('limits', () => {
  const byGrade = { model: 'toy', limits: { A: '500 万元', B: '200 万元' } }
  const shareOf = { share: '20 %', of: 'm.one' }
  const cases: readonly (readonly [Fields, Fields, number | undefined, string])[] = [
    [{ max: '500 万元' }, {}, undefined, '不超过 500 万元'],
    [{ max: '500 万元', min: '50 万元' }, {}, undefined, '50 万元～500 万元'],
    [{ min: '50 万元' }, {}, undefined, '50 万元 起'],
    [{ min: '50 万元' }, {}, 300, '50 万元 起'], // the need is no offer
    [{ max: '500 万元' }, {}, 300, '不超过 300 万元'],
    [{ max: '500 万元' }, {}, 800, '不超过 500 万元'],
    [{ max: '500 万元', min: '50 万元' }, {}, 20, '50 万元'],
    [{ max: '500 万元', shareOf }, { 'm.one': '1000 万元' }, undefined, '不超过 200 万元'],
    [{ max: '500 万元', shareOf }, { 'm.one': '1 亿元' }, undefined, '不超过 500 万元'],
    [{ max: '500 万元', shareOf }, {}, undefined, '不超过 500 万元'], // a share of what nobody told limits nothing
    [{ max: '500 万元', shareOf }, { 'm.one': '10 万元 ~ 90 万元' }, undefined, '不超过 500 万元'],
    [{ shareOf: { share: '20 %', of: 'm.net' } }, { 'm.net': '-90 万元' }, undefined, '不超过 0 万元'],
    [{ byGrade }, { 'c.ideas': 5 }, undefined, '不超过 500 万元'],
    [{ byGrade }, { 'c.ideas': 4 }, undefined, '不超过 200 万元'],
    [{ byGrade }, {}, undefined, '不超过 500 万元'], // the best grade still possible
    [{ byGrade, max: '300 万元' }, { 'c.ideas': 5 }, undefined, '不超过 300 万元'],
    [{}, {}, 300, 'nothing'],
  ]
  test.each(cases)('%j with %j, need %s: %s', (fields, facts, need, wanted) => {
    expect(shown(amount(fields, facts, need))).toBe(wanted)
  })

  test('every step is told in the order it was taken', () => {
    const all = { max: '500 万元', min: '50 万元', byGrade, shareOf }
    expect(steps(amount(all, { 'm.one': '800 万元', 'c.ideas': 4 }, 30))).toEqual([
      '公开上限 500',
      'B 级对应额度 200',
      'm.one × 20% 160',
      '您的需求 30',
      '公开保底 50',
    ])
  })

  test('a share is floored to the fen, never rounded up', () => {
    expect(amount({ shareOf: { share: '33.3333 %', of: 'm.one' } }, { 'm.one': '0.01 元' })?.high).toBe(0)
    expect(amount({ shareOf: { share: '33.3333 %', of: 'm.one' } }, { 'm.one': '100 元' })?.high).toBe(3_333)
  })
})

describe('modifiers', () => {
  const zheke = { title: both('浙科贷'), modifies: { kinds: ['loan'], amountTimes: '130 %' } }
  test('raise the cap, and never beyond the need', () => {
    expect(shown(amount({ max: '500 万元' }, {}, undefined, [zheke]))).toBe('不超过 650 万元')
    expect(shown(amount({ max: '500 万元' }, {}, 300, [zheke]))).toBe('不超过 300 万元')
    expect(shown(amount({ max: '500 万元' }, {}, 600, [zheke]))).toBe('不超过 600 万元')
    expect(steps(amount({ max: '500 万元' }, {}, 600, [zheke]))).toEqual([
      '公开上限 500',
      '浙科贷 × 130% 650',
      '您的需求 600',
    ])
  })
  test('without a published cap there is nothing to raise', () => {
    expect(shown(amount({ min: '50 万元' }, {}, undefined, [zheke]))).toBe('50 万元 起')
  })
  test('that change the term alone leave the amount', () => {
    expect(
      shown(amount({ max: '500 万元' }, {}, undefined, [{ modifies: { kinds: ['loan'], extraTerm: '1 年' } }])),
    ).toBe('不超过 500 万元')
  })
})

describe('the real catalogue', () => {
  test('amounts are whole fen, ordered, and the last binding step is the figure shown', () => {
    fc.assert(
      fc.property(tales(rulebook(), TODAY), ({ early }) => {
        for (const { product, amount: range } of match(catalogue(), read(rulebook(), early, TODAY)).offers) {
          if (!range) continue
          const { low, high } = range
          for (const one of [low, high, ...range.steps.map(step => step.amount)])
            if (one !== undefined) expect(Number.isSafeInteger(one) && one >= 0, product.id).toBe(true)
          if (low !== undefined && high !== undefined) expect(low, product.id).toBeLessThanOrEqual(high)
          if (high !== undefined)
            expect(
              range.steps.map(step => step.amount),
              product.id,
            ).toContain(high)
          expect(showAmount(range, 'zh')).not.toBe('')
          expect(showAmount(range, 'en')).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })
})
