// 创新型中小企业: the official table against a calculation by hand, from both sides of every line.
import { describe, expect, test } from 'vitest'
import { type Axis, agree, amount, around, type Company, near, rated, reaches, sides, WAN } from './vectors.ts'

// chosen so that every line falls on a whole fen: exactly on it, and one fen below
const REVENUE = 123_456_700
const MAIN = 531_300 * 171
const ASSETS = 87_654_300
/** The most of the year before from which MAIN is still so many percent more, and one fen more. */
const before = (percent: number): readonly number[] => {
  const most = Math.floor((MAIN * 100) / (100 + percent))
  return [most, most + 1]
}

const BASE: Company = {
  'finance.revenue_last_year': REVENUE,
  'finance.main_revenue': MAIN,
  'finance.main_revenue_year_before': MAIN,
  'rd.cost_last_year': around(2, REVENUE)[0],
  'finance.total_assets': ASSETS,
  'finance.liabilities': 0,
  'company.strategic_industry': false,
  'ip.invention': 0,
  'ip.other_class1': 0,
  'ip.high_value': 0,
  'ip.acquired': 'acquired',
  'ip.utility': 0,
  'ip.design': 0,
  'ip.software': 1,
  'rd.award': 'none',
  'qualification.high_tech': false,
  'rd.platform': 'none',
  'finance.equity_raised': 0,
}

const AXES: readonly Axis[] = [
  [
    { 'ip.invention': 1, 'ip.high_value': 1 },
    { 'ip.invention': 1, 'ip.acquired': 'self-developed' },
    { 'ip.other_class1': 1, 'ip.acquired': 'both' },
    { 'ip.other_class1': 1 },
    { 'ip.software': 0, 'ip.utility': 1 },
    { 'ip.software': 0 },
  ],
  sides([5, 3, 2, 1], REVENUE).map(cost => ({ 'rd.cost_last_year': cost })),
  [15, 10, 5, 0].flatMap(before).map(main => ({ 'finance.main_revenue_year_before': main })),
  [55, 75].flatMap(percent => {
    const most = Math.floor((ASSETS * percent) / 100)
    return [{ 'finance.liabilities': most }, { 'finance.liabilities': most + 1 }]
  }),
  [{ 'company.strategic_industry': true }, { 'company.strategic_industry': false }],
  sides([70, 60, 55, 50], REVENUE).map(main => ({
    'finance.main_revenue': main,
    'finance.main_revenue_year_before': Math.floor(main / 1.2),
  })),
  [
    ...near(500 * WAN).map(equity => ({ 'finance.equity_raised': equity })),
    { 'rd.award': 'provincial' },
    { 'rd.award': 'municipal' },
    { 'rd.platform': 'national' },
    { 'rd.platform': 'municipal' },
    { 'qualification.high_tech': true },
  ],
]

function byHand(company: Company) {
  const of = (fact: string) => amount(company, fact)
  const classOne = of('ip.invention') + of('ip.other_class1')
  const classTwo = of('ip.utility') + of('ip.design') + of('ip.software')
  let rights = 0
  if (of('ip.high_value') > 0) rights = 20
  else if (classOne > 0 && company['ip.acquired'] !== 'acquired') rights = 15
  else if (classOne > 0) rights = 10
  else if (classTwo > 0) rights = 5
  const [cost, revenue] = [of('rd.cost_last_year'), of('finance.revenue_last_year')]
  let rd = 0
  if (reaches(cost, revenue, 5)) rd = 20
  else if (reaches(cost, revenue, 3)) rd = 15
  else if (reaches(cost, revenue, 2)) rd = 10
  else if (reaches(cost, revenue, 1)) rd = 5
  const [main, old] = [of('finance.main_revenue'), of('finance.main_revenue_year_before')]
  let growth = 0
  if (reaches(main, old, 115)) growth = 20
  else if (reaches(main, old, 110)) growth = 15
  else if (reaches(main, old, 105)) growth = 10
  else if (reaches(main, old, 100)) growth = 5
  const [owed, assets] = [of('finance.liabilities'), of('finance.total_assets')]
  const debt = owed * 100 <= 55 * assets ? 10 : owed * 100 <= 75 * assets ? 5 : 0
  const field = company['company.strategic_industry'] === true ? 10 : 5
  let share = 0
  if (reaches(main, revenue, 70)) share = 20
  else if (reaches(main, revenue, 60)) share = 15
  else if (reaches(main, revenue, 55)) share = 10
  else if (reaches(main, revenue, 50)) share = 5
  const blocks = [rights + rd, growth + debt, field + share]
  const total = blocks.reduce((a, b) => a + b, 0)
  const enough = total >= 60 && (blocks[0] ?? 0) >= 20 && (blocks[1] ?? 0) >= 15 && (blocks[2] ?? 0) >= 15
  const direct =
    ['national', 'provincial'].includes(String(company['rd.award'])) ||
    company['qualification.high_tech'] === true ||
    ['national', 'provincial'].includes(String(company['rd.platform'])) ||
    of('finance.equity_raised') >= 500 * WAN
  return { parts: [rights, rd, growth, debt, field, share], blocks, total, passes: enough || direct ? 'yes' : 'no' }
}

describe('创新型中小企业', () => {
  test('every line from both sides, alone and together', () => {
    const { vectors, unreached } = agree('innovative-sme', BASE, AXES, (rating, company) => {
      const own = byHand(company)
      expect(rating.partials.map(one => [one.low, one.high])).toEqual(own.parts.map(x => [x * 100, x * 100]))
      expect(rating.dimensions.map(one => one.low)).toEqual(own.blocks.map(x => x * 100))
      expect(rating.score).toEqual({ low: own.total * 100, high: own.total * 100 })
      expect(rating.passes.is).toBe(own.passes)
    })
    expect(unreached).toEqual([])
    expect(vectors).toBeGreaterThan(40)
  })
  test('a main business that did not exist before has no growth, and no growth is no points', () => {
    const rating = rated('innovative-sme', { ...BASE, 'finance.main_revenue_year_before': 0 })
    expect(rating.partials[2]).toMatchObject({ low: 0, high: 0, own: { is: 'none' } })
  })
})
