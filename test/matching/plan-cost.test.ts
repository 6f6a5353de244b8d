// A plan's yearly cost against an independent account in whole fen, over every mixture of published and unpublished terms.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Product } from '#matching'
import { costOfPlan, isSaving } from '../../matching/plan-cost.ts'
import { costOf, savingOf, shareOf } from '../../matching/plan-money.ts'
import { accountOf } from './account.ts'
import { guarantees, loans, subsidies } from './random-products.ts'
import { productOf } from './toy-market.ts'

const WAN = 1_000_000
const loan = (fields: Readonly<Record<string, unknown>> = {}): Product =>
  productOf('l1', { kind: 'loan', rate: { from: '4 %', to: '4 %' }, collateral: ['none'], ...fields })
const subsidy = (benefit: Readonly<Record<string, unknown>>): Product => productOf('s1', { kind: 'subsidy', benefit })
const cost = (main: Product, others: readonly Product[], wan: number | undefined, termMonths = 12) =>
  costOfPlan({ main, others, principal: wan === undefined ? undefined : wan * WAN, termMonths })

describe('the yearly cost of a plan', () => {
  test('is what an independent account says, to the fen', () => {
    const parts = fc.record({
      main: loans('l1'),
      guarantee: fc.option(guarantees('g1'), { nil: undefined }),
      first: fc.option(subsidies('s1'), { nil: undefined }),
      second: fc.option(subsidies('s2'), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 1, max: 100_000_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (set, fen, months) => {
          const others = [set.guarantee, set.first, set.second].filter(one => one !== undefined)
          const found = costOfPlan({ main: set.main, others, principal: fen, termMonths: months })
          const account = accountOf(set.main, others, fen, months)
          expect(found.fen?.best).toBe(Number(account.best))
          expect(found.fen?.worst).toBe(account.worst === undefined ? undefined : Number(account.worst))
          const named = (saving: boolean) =>
            found.unknown
              .filter(item => isSaving(item) === saving)
              .map(item => `${item.code} ${item.product.id}`)
              .sort()
          expect(named(false)).toEqual([...account.unknownCosts].sort())
          expect(named(true)).toEqual([...account.unknownSavings].sort())
          expect(found.complete).toBe(account.unknownCosts.length === 0)
          // the percentage is the money shown, half up
          const half = (2n * account.best * 1_000_000n + BigInt(fen)) / (2n * BigInt(fen))
          const floored =
            2n * account.best * 1_000_000n + BigInt(fen) < 0n &&
            half * 2n * BigInt(fen) !== 2n * account.best * 1_000_000n + BigInt(fen)
          expect(found.ppm.best).toBe(Number(floored ? half - 1n : half))
        },
      ),
      { numRuns: 600 },
    )
  })

  test('never saves more interest than is paid', () => {
    fc.assert(
      fc.property(
        loans('l1'),
        fc.array(subsidies('s1'), { maxLength: 3 }),
        fc.integer({ min: 1, max: 10_000_000_000 }),
        (main, list, fen) => {
          const { items } = costOfPlan({ main, others: list, principal: fen, termMonths: 24 })
          const interest = items.find(item => item.code === 'interest')
          const saved = (end: 'best' | 'worst') =>
            items.filter(item => item.code === 'interest-saving').reduce((sum, item) => sum + (item.fen?.[end] ?? 0), 0)
          if (interest?.fen) expect(saved('best')).toBeLessThanOrEqual(interest.fen.best)
          if (interest?.fen?.worst !== undefined) expect(saved('worst')).toBeLessThanOrEqual(interest.fen.worst)
        },
      ),
    )
  })
})

describe('the account itemises', () => {
  test('interest, guarantee fee and subsidy as published', () => {
    const guarantee = productOf('g1', {
      kind: 'guarantee',
      fees: [{ title: { zh: '担保费', en: 'fee' }, yearly: '1 %' }],
    })
    const found = cost(loan(), [guarantee, subsidy({ ratePoints: '1.5 个百分点' })], 300)
    expect(found.items.map(item => [item.code, item.fen?.best])).toEqual([
      ['interest', 12 * WAN],
      ['guarantee-fee', 3 * WAN],
      ['interest-saving', 4.5 * WAN],
    ])
    expect(found).toMatchObject({ complete: true, fen: { best: 10.5 * WAN, worst: 10.5 * WAN }, ppm: { best: 35_000 } })
  })

  test('a rate "from" as a start without a worst case', () => {
    expect(cost(loan({ rate: { from: '3.2 %' } }), [], 100)).toMatchObject({
      fen: { best: 3.2 * WAN, worst: undefined },
    })
  })

  test('an unpublished rate as unknown and never as a number', () => {
    const found = cost(
      loan({ rate: { note: { zh: '以银行为准', en: 'ask' } } }),
      [subsidy({ interestShare: '30 %' })],
      100,
    )
    expect(found.complete).toBe(false)
    expect(found.unknown.map(item => item.code)).toEqual(['interest', 'interest-saving'])
    expect(found.fen).toEqual({ best: 0, worst: 0 })
  })

  test('what a subsidy leaves to pay, even when the bank’s rate is unknown', () => {
    const found = cost(loan({ rate: undefined }), [subsidy({ rateAfter: '2 %' })], 100)
    expect(found.items[0]).toMatchObject({ code: 'interest', fen: { best: 2 * WAN }, after: { id: 's1' } })
    expect(found.complete).toBe(true)
  })

  test('a cap over the whole loan spread over its years, and a yearly cap as it stands', () => {
    const whole = subsidy({ ratePoints: '2 %', max: '6 万元' })
    const each = subsidy({ ratePoints: '2 %', max: '6 万元', maxPer: 'year' })
    const saved = (by: Product, months: number) => cost(loan(), [by], 1000, months).items.at(-1)?.fen?.best
    expect(saved(whole, 12)).toBe(6 * WAN)
    expect(saved(whole, 36)).toBe(2 * WAN)
    expect(saved(each, 36)).toBe(6 * WAN)
  })

  test('an upper limit only in the best case', () => {
    const found = cost(loan(), [subsidy({ ratePoints: '1 %', atMost: true })], 100)
    expect(found.fen).toEqual({ best: 3 * WAN, worst: 4 * WAN })
  })

  test('without an amount only shares of the loan, and a capped saving as possible', () => {
    const found = cost(loan(), [subsidy({ ratePoints: '1 %', max: '1 万元' })], undefined)
    expect(found.fen).toBeUndefined()
    expect(found.ppm).toEqual({ best: 30_000, worst: 40_000 })
  })

  test('a guarantee fee only on what the guarantee covers', () => {
    const guarantee = productOf('g1', {
      kind: 'guarantee',
      amount: { max: '100 万元' },
      fees: [{ title: { zh: '担保费', en: 'fee' }, yearly: '1 %' }],
    })
    expect(cost(loan(), [guarantee], 400).items[1]).toMatchObject({ fen: { best: WAN }, ppm: { best: 2_500 } })
  })

  test('the fee of a guarantee that the loan wants and the plan lacks as unknown', () => {
    expect(cost(loan({ collateral: ['guarantee'] }), [], 100).unknown.map(item => item.code)).toEqual(['guarantee-fee'])
    expect(cost(loan({ collateral: ['none', 'guarantee'] }), [], 100).unknown).toEqual([])
  })

  test('a premium as unknown, with its refund', () => {
    const insurance = productOf('i1', {
      kind: 'insurance',
      fees: [{ title: { zh: '保费', en: 'premium' }, yearly: '2 %' }],
    })
    const found = cost(loan(), [insurance, subsidy({ premiumShare: '50 %' })], 100)
    expect(found.unknown.map(item => item.code)).toEqual(['premium', 'premium-saving'])
  })

  test('half of a guarantee fee refunded', () => {
    const guarantee = productOf('g1', {
      kind: 'guarantee',
      fees: [{ title: { zh: '担保费', en: 'fee' }, yearly: '1 %' }],
    })
    const found = cost(loan(), [guarantee, subsidy({ premiumShare: '50 %', max: '1 万元' })], 400)
    expect(found.items.at(-1)).toMatchObject({ code: 'premium-saving', fen: { best: WAN } })
  })
})

describe('whole fen', () => {
  test('costs are rounded up, savings down, shares half up', () => {
    expect([costOf(1, 1), savingOf(1, 1), costOf(0, 5), costOf(3_000_000, 1)]).toEqual([1, 0, 0, 3])
    expect([shareOf(1, 2_000_000), shareOf(1, 2_000_001), shareOf(-1, 2_000_000)]).toEqual([1, 0, 0])
  })
})
