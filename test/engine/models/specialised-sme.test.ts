// 专精特新中小企业: 13 indicators, four required conditions and the direct passes against a calculation by hand, from both
// sides of every line; the 15 points of the province stay a range until they are given.
import { describe, expect, test } from 'vitest'
import { type Axis, agree, amount, type Company, near, rated, reaches, sides, WAN } from './vectors.ts'

// chosen so that every line falls on a whole fen: exactly on it, and one fen below
const REVENUE = 3_000 * WAN + 700
const MAIN = 2_400 * WAN
const ASSETS = 2_222 * WAN + 300
const MONTHS_A_YEAR = 12

const BASE: Company = {
  'rd.niche_years': 2 * MONTHS_A_YEAR,
  'finance.revenue_last_year': REVENUE,
  'finance.revenue_year_before': REVENUE,
  'finance.revenue_two_years_before': REVENUE,
  'finance.main_revenue': MAIN,
  'finance.main_revenue_year_before': MAIN,
  'finance.main_revenue_two_years_before': MAIN,
  'finance.net_profit': 0,
  'finance.total_assets': ASSETS,
  'finance.liabilities': ASSETS,
  'rd.cost_last_year': 100 * WAN,
  'rd.cost_year_before': 0,
  'finance.equity_raised': 9_000 * WAN,
  'finance.equity_two_years': 0,
  'company.chain_role': 'none',
  'rd.digital_level': 'level1',
  'qualification.quality': ['none'],
  'rd.standards': 0,
  'assessment.local_features': 0,
  'ip.invention': 0,
  'ip.other_class1': 0,
  'ip.high_value': 0,
  'ip.acquired': 'self-developed',
  'ip.utility': 0,
  'ip.design': 0,
  'ip.software': 0,
  'people.total': 200,
  'people.tech_staff': 0,
  'rd.platform': 'none',
  'rd.own_centre': false,
  'rd.award': 'none',
  'rd.maker_contest': 'none',
}

/** Two equal steps of growth, and just below: M₀ = k²·c, M₁ = k·(k + g)·c, M₂ = (k + g)²·c is g/k in both years. */
const growths: Axis = [10, 8, 6, 4, 0].flatMap(percent => {
  const [k, c] = [100, 1_357]
  const years = {
    'finance.main_revenue_two_years_before': k * k * c,
    'finance.main_revenue_year_before': k * (k + percent) * c,
  }
  const last = (k + percent) * (k + percent) * c
  return [
    { ...years, 'finance.main_revenue': last },
    { ...years, 'finance.main_revenue': last - 1 },
    // a bad year made good by the next one: the mean is what counts
    {
      'finance.main_revenue_two_years_before': k * c,
      'finance.main_revenue_year_before': (k - percent) * c,
      'finance.main_revenue': Math.ceil(((k - percent) * (k + 3 * percent) * c) / k),
    },
  ]
})

const AXES: readonly Axis[] = [
  sides([80, 70, 60], REVENUE).map(main => ({ 'finance.main_revenue': main })),
  growths,
  near(24, 48, 72, 96, 120, 144).map(months => ({ 'rd.niche_years': months })),
  ['breakthrough', 'key-link', 'none'].map(role => ({ 'company.chain_role': role })),
  ['level4', 'level3', 'level2', 'level1'].map(level => ({ 'rd.digital_level': level })),
  [
    { 'qualification.quality': ['award'] },
    { 'qualification.quality': ['award', 'own-brand'] },
    { 'qualification.quality': ['overseas-product'] },
    { 'qualification.quality': ['management-system'], 'rd.standards': 1 },
    { 'rd.standards': 1 },
  ],
  sides([10, 8, 6, 4, 2], REVENUE).map(profit => ({ 'finance.net_profit': profit })),
  [50, 60, 70].flatMap(percent => {
    const most = Math.floor((ASSETS * percent) / 100)
    return [{ 'finance.liabilities': most }, { 'finance.liabilities': most + 1 }]
  }),
  near(0, 15).map(points => ({ 'assessment.local_features': Math.min(15, Math.max(0, points)) })),
  [
    { 'ip.invention': 1, 'ip.high_value': 1 },
    { 'ip.invention': 1 },
    { 'ip.invention': 1, 'ip.acquired': 'acquired' },
    { 'ip.design': 1 },
    {},
  ],
  [...near(500 * WAN, 400 * WAN, 300 * WAN, 200 * WAN, 100 * WAN), ...sides([10, 8, 6, 4, 3], REVENUE)].map(cost => ({
    'rd.cost_last_year': cost,
  })),
  // amounts alone: the share is too small to count
  near(500 * WAN, 400 * WAN, 300 * WAN, 200 * WAN).map(cost => ({
    'finance.revenue_last_year': 100_000 * WAN,
    'rd.cost_last_year': cost,
  })),
  near(40, 20, 10).map(staff => ({ 'people.tech_staff': staff })),
  [
    { 'rd.platform': 'national' },
    { 'rd.platform': 'provincial' },
    { 'rd.platform': 'municipal' },
    { 'rd.own_centre': true },
    {},
  ],
  [
    ...near(1_000 * WAN).map(revenue => ({ 'finance.revenue_last_year': revenue })),
    ...near(2_000 * WAN).map(equity => ({
      'finance.revenue_last_year': 900 * WAN,
      'finance.equity_two_years': equity,
    })),
    ...near(6_000 * WAN).map(equity => ({ 'finance.equity_two_years': equity })),
    ...near(1_700 * WAN).map(cost => ({ 'rd.cost_last_year': 300 * WAN, 'rd.cost_year_before': cost })),
    { 'rd.award': 'provincial' },
    { 'rd.maker_contest': 'top500' },
    {},
  ],
]

function innovation(company: Company) {
  const of = (fact: string) => amount(company, fact)
  const classOne = of('ip.invention') + of('ip.other_class1')
  const classTwo = of('ip.utility') + of('ip.design') + of('ip.software')
  let rights = 0
  if (of('ip.high_value') > 0) rights = 10
  else if (classOne > 0) rights = company['ip.acquired'] === 'acquired' ? 6 : 8
  else if (classTwo > 0) rights = 2
  const [cost, revenue] = [of('rd.cost_last_year'), of('finance.revenue_last_year')]
  let rd = 0
  if (cost >= 500 * WAN || reaches(cost, revenue, 10)) rd = 10
  else if (cost >= 400 * WAN || reaches(cost, revenue, 8)) rd = 8
  else if (cost >= 300 * WAN || reaches(cost, revenue, 6)) rd = 6
  else if (cost >= 200 * WAN || reaches(cost, revenue, 4)) rd = 4
  const staff = of('people.tech_staff')
  const people = staff * 5 >= 200 ? 5 : staff * 10 >= 200 ? 3 : staff * 20 >= 200 ? 1 : 0
  const centre = { national: 10, provincial: 8, municipal: 4 }[String(company['rd.platform'])]
  return [rights, rd, people, centre ?? (company['rd.own_centre'] === true ? 2 : 0)]
}

function refinement(company: Company) {
  const of = (fact: string) => amount(company, fact)
  const digital = { level4: 5, level3: 5, level2: 3, level1: 0 }[String(company['rd.digital_level'])] ?? 0
  const marks = company['qualification.quality']
  const counted = ['award', 'management-system', 'own-brand'].filter(
    mark => Array.isArray(marks) && (marks as readonly string[]).includes(mark),
  ).length
  const quality = Math.min(5, 3 * (counted + (of('rd.standards') > 0 ? 1 : 0)))
  const [profit, revenue] = [of('finance.net_profit'), of('finance.revenue_last_year')]
  let margin = 0
  for (const percent of [2, 4, 6, 8, 10]) if (reaches(profit, revenue, percent)) margin = percent
  const [owed, assets] = [of('finance.liabilities'), of('finance.total_assets')]
  const debt = owed * 10 <= 5 * assets ? 5 : owed * 10 <= 6 * assets ? 3 : owed * 10 <= 7 * assets ? 1 : 0
  return [digital, quality, margin, debt]
}

function focus(company: Company) {
  const of = (fact: string) => amount(company, fact)
  const [main, revenue] = [of('finance.main_revenue'), of('finance.revenue_last_year')]
  const share = reaches(main, revenue, 80) ? 5 : reaches(main, revenue, 70) ? 3 : reaches(main, revenue, 60) ? 1 : 0
  // ½ (b/a + c/b) − 1 ≥ p  ⇔  100·(b² + a·c) ≥ 2·(100 + p)·a·b
  const [a, b, c] = [of('finance.main_revenue_two_years_before'), of('finance.main_revenue_year_before'), main].map(
    BigInt,
  ) as [bigint, bigint, bigint]
  const grows = (percent: number) => 100n * (b * b + a * c) >= 2n * BigInt(100 + percent) * a * b
  let growth = 0
  if (grows(10)) growth = 10
  else if (grows(8)) growth = 8
  else if (grows(6)) growth = 6
  else if (grows(4)) growth = 4
  else if (grows(0)) growth = 2
  const years = Math.min(5, Math.floor(of('rd.niche_years') / (2 * MONTHS_A_YEAR)))
  const role = { breakthrough: 5, 'key-link': 3, none: 0 }[String(company['company.chain_role'])] ?? 0
  return [share, growth, years, role]
}

function passes(company: Company, total: number): 'yes' | 'no' {
  const of = (fact: string) => amount(company, fact)
  const [cost, revenue, equity] = [
    of('rd.cost_last_year'),
    of('finance.revenue_last_year'),
    of('finance.equity_two_years'),
  ]
  const required =
    of('rd.niche_years') >= 24 &&
    cost >= 100 * WAN &&
    reaches(cost, revenue, 3) &&
    (revenue >= 1_000 * WAN || equity >= 2_000 * WAN)
  const direct =
    company['rd.award'] !== 'none' ||
    cost + of('rd.cost_year_before') >= 2_000 * WAN ||
    equity >= 6_000 * WAN ||
    company['rd.maker_contest'] !== 'none'
  return required && (total >= 60 || direct) ? 'yes' : 'no'
}

describe('专精特新中小企业', () => {
  test('every line from both sides, alone and together', () => {
    const { vectors, unreached } = agree('specialised-sme', BASE, AXES, (rating, company) => {
      const parts = [
        ...focus(company),
        ...refinement(company),
        amount(company, 'assessment.local_features'),
        ...innovation(company),
      ]
      const total = parts.reduce((a, b) => a + b, 0)
      expect(rating.partials.map(one => [one.low, one.high])).toEqual(parts.map(x => [x * 100, x * 100]))
      expect(rating.score).toEqual({ low: total * 100, high: total * 100 })
      expect(rating.passes.is).toBe(passes(company, total))
    })
    expect(unreached.filter(row => !row.startsWith('local-features'))).toEqual([])
    expect(vectors).toBeGreaterThan(100)
  })
  test('the points of the province stay a range until they are given', () => {
    const { 'assessment.local_features': _, ...silent } = BASE
    const [open, least] = [rated('specialised-sme', silent), rated('specialised-sme', BASE)]
    expect(open.score).toEqual({ low: least.score.low, high: least.score.high + 1_500 })
    expect(open.lacks).toContain('assessment.local_features')
  })
})
