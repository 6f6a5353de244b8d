// The pre-offer list: who is on it, with what limit, in what order, and why the others are not.
import { describe, expect, test } from 'vitest'
import { whitelist } from '../../matching/whitelist.ts'
import { applicant, catalogue, rulebook, TODAY } from '../support/rulebook.ts'
import { answersOf, BOOK, marketOf, productOf, repairsOf, TODAY as TOY_DAY } from './toy-market.ts'

const firm = (id: string, facts: Readonly<Record<string, unknown>>) => ({ id, dossier: answersOf(facts) })
const toy = (fields: Readonly<Record<string, unknown>>, firms: Parameters<typeof whitelist>[3], model?: string) => {
  const product = productOf('p', fields)
  return whitelist(marketOf([product]), BOOK, product, firms, { today: TOY_DAY, model })
}

describe('a whitelist', () => {
  test('takes the sure before the open, the higher limit first, then the name', () => {
    const product = {
      eligible: {
        all: [
          { fact: 't.few', atLeast: 2 },
          { fact: 't.title', is: true },
        ],
      },
      amount: { shareOf: { share: '20 %', of: 't.whole' } },
    }
    const found = toy(product, [
      firm('open', { 't.few': 5, 't.whole': '9000 万元' }),
      firm('b', { 't.few': 3, 't.title': true, 't.whole': '1000 万元' }),
      firm('a', { 't.few': 3, 't.title': true, 't.whole': '1000 万元' }),
      firm('rich', { 't.few': 2, 't.title': true, 't.whole': '2000 万元' }),
      firm('shut', { 't.few': 1, 't.title': true }),
    ])
    expect(found.offers.map(one => [one.rank, one.firm, one.standing, (one.preLimit?.high ?? 0) / 1_000_000])).toEqual([
      [1, 'rich', 'can', 400],
      [2, 'a', 'can', 200],
      [3, 'b', 'can', 200],
      [4, 'open', 'answer', 1800],
    ])
    expect(found.offers.at(-1)?.lacks).toEqual(['t.title'])
    expect(found.refused.map(one => [one.firm, one.verdict.findings[0]?.test.facts])).toEqual([['shut', ['t.few']]])
  })

  test('does not ask whether the company wants it, but never calls unpublished terms certain', () => {
    const wants = toy({ serves: { fact: 't.kinds', oneOf: ['loan'] } }, [
      firm('a', { 't.few': 1, 't.kinds': ['equity'] }),
    ])
    expect(wants.offers.map(one => one.standing)).toEqual(['can'])
    expect(toy({ terms: 'ask' }, [firm('a', { 't.few': 1 })]).offers.map(one => one.standing)).toEqual(['answer'])
  })

  test('is empty when the product is not in force', () => {
    expect(toy({ valid: { to: '2020-01-01' } }, [firm('a', { 't.few': 1 })]).offers).toEqual([])
  })

  test('counts a title that has run out as gone', () => {
    const product = productOf('p', { eligible: { fact: 't.title', is: true } })
    const lapse = { fact: 't.title', until: 't.until', source: { title: 'toy', mark: '示意' } }
    const market = marketOf([product], { repairs: repairsOf({ lapses: [lapse] }) })
    const firms = [
      firm('gone', { 't.title': true, 't.until': '2024-10-03' }),
      firm('last-day', { 't.title': true, 't.until': '2024-10-04' }),
    ]
    const found = whitelist(market, BOOK, product, firms, { today: TOY_DAY })
    expect(found.offers.map(one => one.firm)).toEqual(['last-day'])
  })

  test('ranks real firms by the points of a model', () => {
    const base = {
      'company.region': '130400',
      'qualification.innovation_points': 60,
      'credit.dishonest': false,
      'credit.executed': false,
      'need.purpose': ['working-capital'],
      'finance.revenue_last_year': '1000 万元',
      'people.total': 40,
    }
    const strong = { ...base, 'rd.cost_last_year': '100 万元', 'people.tech_staff': 30, 'ip.invention': 6 }
    const weak = { ...base, 'rd.cost_last_year': '1 万元', 'people.tech_staff': 1, 'ip.invention': 0 }
    const product = catalogue().products.get('bocom-handan/kechuang-digital-loan')
    if (!product) throw new Error('the product is gone')
    const firms = [
      { id: '弱', dossier: applicant(weak) },
      { id: '强', dossier: applicant(strong) },
    ]
    const found = whitelist(catalogue(), rulebook(), product, firms, { today: TODAY, model: 'binjiang-points' })
    expect(found.offers.map(one => [one.rank, one.firm])).toEqual([
      [1, '强'],
      [2, '弱'],
    ])
  })
})
