// 专精特新“小巨人”: all six aspects at once, each limit from both sides, against the conditions written out by hand.
import { describe, expect, test } from 'vitest'
import { type Axis, agree, amount, around, type Company, near, rated, reaches, sides, WAN } from './vectors.ts'

const LARGE = 10_000 * WAN
const MAIN = { k: 100, c: 700_037 }

const BASE: Company = {
  'qualification.specialised': 'provincial',
  'rd.niche_years': 36,
  'finance.revenue_last_year': LARGE,
  'finance.revenue_year_before': LARGE,
  'finance.main_share': 700_000,
  'finance.main_revenue': 105 * 105 * MAIN.c,
  'finance.main_revenue_year_before': 100 * 105 * MAIN.c,
  'finance.main_revenue_two_years_before': 100 * 100 * MAIN.c,
  'rd.digital_level': 'level2',
  'qualification.quality': ['management-system'],
  'finance.debt_ratio': 700_000,
  'rd.market_share': 100_000,
  'company.chain_role': 'key-link',
  'rd.award': 'none',
  'rd.maker_contest': 'none',
  'ip.invention': 2,
  'ip.other_class1': 0,
  'rd.platform': 'none',
  'rd.own_centre': true,
  'rd.cost_last_year': around(3, LARGE)[0],
  'rd.cost_year_before': around(3, LARGE)[0],
  'finance.equity_raised': 20_000 * WAN,
  'finance.equity_two_years': 0,
  'people.total': 100,
  'people.tech_staff': 50,
}

/** Revenue, R&D of both years, equity and staff on both sides of the three tiers. */
const TIERS: Axis = [
  ...near(10_000 * WAN, 5_000 * WAN).flatMap(revenue =>
    [3, 6].flatMap(percent =>
      sides([percent], revenue).flatMap(cost => [
        { 'finance.revenue_last_year': revenue, 'rd.cost_last_year': cost, 'rd.cost_year_before': LARGE },
        { 'finance.revenue_last_year': revenue, 'rd.cost_last_year': revenue, 'rd.cost_year_before': cost },
      ]),
    ),
  ),
  ...near(8_000 * WAN).flatMap(equity =>
    near(3_000 * WAN).flatMap(cost =>
      near(50).map(staff => ({
        'finance.revenue_last_year': 4_999 * WAN,
        'finance.equity_two_years': equity,
        'rd.cost_last_year': cost,
        'people.tech_staff': staff,
      })),
    ),
  ),
]

const AXES: readonly Axis[] = [
  ['little-giant', 'provincial', 'none'].map(title => ({ 'qualification.specialised': title })),
  near(36).map(months => ({ 'rd.niche_years': months })),
  near(700_000).map(share => ({ 'finance.main_share': share })),
  near(105 * 105 * MAIN.c).map(main => ({ 'finance.main_revenue': main })),
  ['level4', 'level3', 'level2', 'level1'].map(level => ({ 'rd.digital_level': level })),
  [['management-system'], ['overseas-product'], ['award', 'own-brand'], ['none']].map(marks => ({
    'qualification.quality': marks,
  })),
  near(700_000).map(ratio => ({ 'finance.debt_ratio': ratio })),
  near(100_000).map(share => ({ 'rd.market_share': share })),
  ['breakthrough', 'key-link', 'none'].map(role => ({ 'company.chain_role': role })),
  TIERS,
  [
    ...near(2).map(rights => ({ 'ip.invention': rights })),
    { 'rd.own_centre': false },
    { 'rd.own_centre': false, 'rd.platform': 'municipal' },
    { 'ip.invention': 0, 'rd.award': 'national' },
    { 'ip.invention': 0, 'rd.award': 'provincial' },
    { 'ip.invention': 0, 'rd.maker_contest': 'top50' },
    { 'ip.invention': 0, 'rd.maker_contest': 'top500' },
    {},
  ],
]

function byHand(company: Company): boolean {
  const of = (fact: string) => amount(company, fact)
  const [a, b, c] = ['_two_years_before', '_year_before', ''].map(year =>
    BigInt(of(`finance.main_revenue${year}`)),
  ) as [bigint, bigint, bigint]
  const grows = 100n * (b * b + a * c) >= 2n * 105n * a * b
  const marks = company['qualification.quality'] as readonly string[]
  const six =
    company['qualification.specialised'] !== 'none' &&
    of('rd.niche_years') >= 36 &&
    of('finance.main_share') >= 700_000 &&
    grows &&
    company['rd.digital_level'] !== 'level1' &&
    (marks.includes('management-system') || marks.includes('overseas-product')) &&
    of('finance.debt_ratio') <= 700_000 &&
    of('rd.market_share') >= 100_000 &&
    company['company.chain_role'] !== 'none'
  const direct = company['rd.award'] === 'national' || company['rd.maker_contest'] === 'top50'
  const [revenue, old, cost, costOld] = [
    of('finance.revenue_last_year'),
    of('finance.revenue_year_before'),
    of('rd.cost_last_year'),
    of('rd.cost_year_before'),
  ]
  const both = (percent: number) => reaches(cost, revenue, percent) && reaches(costOld, old, percent)
  const tier =
    revenue >= 10_000 * WAN
      ? both(3)
      : revenue >= 5_000 * WAN
        ? both(6)
        : of('finance.equity_two_years') >= 8_000 * WAN &&
          cost >= 3_000 * WAN &&
          of('people.tech_staff') * 2 >= of('people.total')
  const centre = company['rd.platform'] !== 'none' || company['rd.own_centre'] === true
  return six && (direct || (of('ip.invention') + of('ip.other_class1') >= 2 && centre && tier))
}

describe('小巨人', () => {
  test('every limit from both sides, alone and together', () => {
    const { vectors } = agree('little-giant', BASE, AXES, (rating, company) => {
      expect(rating.passes.is, JSON.stringify(company)).toBe(byHand(company) ? 'yes' : 'no')
    })
    expect(vectors).toBeGreaterThan(80)
  })
  test('there are no points, and what is missing is told', () => {
    const open = rated('little-giant', { 'rd.niche_years': 40 })
    expect(open).toMatchObject({ score: { low: 0, high: 0 }, passes: { is: 'open' } })
    expect(open.lacks).toContain('rd.market_share')
  })
})
