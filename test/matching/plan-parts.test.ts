// What stands in one plan, piece by piece: papers, steps, time, places, and what the owner asked for besides credit.
import { describe, expect, test } from 'vitest'
import { match } from '#matching'
import { allPlans, plansOf } from '../../matching/plan.ts'
import { marketOf, productOf, readingOf } from './toy-market.ts'

const WAN = 1_000_000
const NOW = { 't.few': 1, 't.need': '400 万元', 't.term': '2 年' }
const reading = readingOf(NOW)
const both = (text: string) => ({ zh: text, en: text })
const l1 = productOf('l1', {
  rate: { from: '4 %', to: '4 %' },
  amount: { max: '300 万元' },
  time: { days: '10 天', note: both('ten') },
  collateral: ['none'],
  documents: ['licence', 'accounts'],
  steps: [both('apply')],
})
const s1 = productOf('s1', {
  kind: 'subsidy',
  benefit: { ratePoints: '1 %' },
  documents: ['licence', 'contract'],
  steps: [both('claim')],
})

describe('a plan', () => {
  test('lists papers once with what they are for, and steps in order', () => {
    const [plan] = allPlans(marketOf([s1, l1]), reading)
    expect(plan?.documents.map(one => [one.id, one.for.map(product => product.id)])).toEqual([
      ['licence', ['l1', 's1']],
      ['accounts', ['l1']],
      ['contract', ['s1']],
    ])
    expect(plan?.steps.map(one => [one.time, one.text.en])).toEqual([
      ['first', 'apply'],
      ['after', 'claim'],
    ])
    expect(plan).toMatchObject({ certain: true, uncovered: 100 * WAN, termMonths: 24, time: { days: 10, unknown: [] } })
  })

  test('waits for its guarantee unless the guarantee follows the loan', () => {
    const guarantee = (id: string) =>
      productOf(id, {
        kind: 'guarantee',
        time: { days: '7 天', note: both('seven') },
        riskShare: [{ by: 'guarantor', share: '80 %' }],
        fees: [{ title: both('fee'), yearly: '1 %' }],
      })
    const days = (id: string) =>
      allPlans(marketOf([l1, guarantee(id)]), reading).find(plan => plan.others.length === 1)?.time.days
    expect(days('g1')).toBe(17)
    expect(days('g2')).toBe(10)
  })

  test('never puts together what is for different places', () => {
    const here = productOf('l1', { eligible: { fact: 'r.place', within: [370100] } })
    const there = productOf('s1', {
      kind: 'subsidy',
      benefit: { ratePoints: '1 %' },
      eligible: { fact: 'r.place', within: [330100] },
    })
    const wide = productOf('s2', {
      kind: 'subsidy',
      benefit: { ratePoints: '1 %' },
      eligible: { fact: 'r.place', within: [370000] },
    })
    const keys = allPlans(marketOf([here, there, wide]), readingOf({}), undefined, { lacking: 1 }).map(plan => plan.key)
    expect(keys).toEqual(['l1 + s2'])
  })

  test('is certain only when nothing in it is missing an answer', () => {
    const open = productOf('s1', {
      kind: 'subsidy',
      benefit: { ratePoints: '1 %' },
      eligible: { fact: 't.title', is: true },
    })
    const market = marketOf([l1, open])
    expect(allPlans(market, reading).map(plan => [plan.key, plan.certain])).toEqual([['l1', true]])
    const [probable] = allPlans(market, reading, undefined, { lacking: 1 })
    expect(probable).toMatchObject({ key: 'l1 + s1', certain: false, lacks: ['t.title'] })
  })

  test('carries the equity and the insurance the owner asked for', () => {
    const asked = { fact: 't.kinds', oneOf: ['equity', 'insurance'] }
    const fund = productOf('f1', { kind: 'fund', serves: asked })
    const insurance = productOf('i1', { kind: 'insurance', serves: asked })
    const market = marketOf([l1, fund, insurance])
    const of = (kinds: readonly string[]) =>
      allPlans(market, readingOf({ ...NOW, 't.kinds': kinds })).map(plan => plan.key)
    expect(of(['loan', 'equity'])).toEqual(['l1 + f1 + i1'])
    expect(of(['loan'])).toEqual(['l1'])
    expect(allPlans(marketOf([fund]), readingOf({ ...NOW, 't.kinds': ['equity'] })).map(plan => plan.key)).toEqual([
      'f1',
    ])
  })

  test('leaves help that is no credit beside the plans', () => {
    const visit = productOf('v1', { kind: 'service' })
    const lease = productOf('x1', { kind: 'lease', serves: { fact: 't.kinds', oneOf: ['loan'] } })
    const found = plansOf(marketOf([l1, visit, lease]), readingOf({ ...NOW, 't.kinds': ['loan'] }))
    const shown = found.plans.map(one => one.plan.main.id)
    expect(found.alongside.map(one => one.product.id)).toEqual(['x1', 'v1'].filter(id => !shown.includes(id)))
    expect(found.alongside.map(one => one.product.id)).toContain('v1')
  })

  test('does not exist where nothing can be applied for', () => {
    const shut = productOf('l1', { eligible: { fact: 't.few', atLeast: 5 } })
    expect(plansOf(marketOf([shut]), reading)).toEqual({ plans: [], alongside: [] })
    expect(match(marketOf([shut]), reading).refused).toHaveLength(1)
  })
})
