// 高新技术企业: eight conditions and 100 points against a calculation by hand, from both sides of every line; what experts
// decide is a range until they have decided, and 70 points are not enough.
import { describe, expect, test } from 'vitest'
import { TODAY } from '../../support/rulebook.ts'
import { type Axis, agree, amount, around, type Company, near, rated, reaches, sides, WAN } from './vectors.ts'

// chosen so that every line falls on a whole fen: exactly on it, and one fen below
const REVENUE = 4_321 * WAN + 100
const THREE_YEARS = 3 * REVENUE
const EXPERTS = {
  'assessment.ip_advance': 8,
  'assessment.ip_core_role': 8,
  'assessment.ip_number': 8,
  'assessment.ip_source': 6,
  'assessment.ip_standards': 2,
  'assessment.conversions': 30,
  'assessment.rd_system': 6,
  'assessment.rd_facilities': 6,
  'assessment.rd_incentives': 4,
  'assessment.rd_talent': 4,
  'assessment.net_assets_growth': 10,
  'assessment.revenue_growth': 10,
}

const BASE: Company = {
  'company.founded_on': TODAY - 4_000,
  'ip.invention': 1,
  'ip.other_class1': 0,
  'ip.utility': 0,
  'ip.design': 0,
  'ip.software': 0,
  'ip.acquired': 'self-developed',
  'rd.standards': 1,
  'company.hightech_field': true,
  'people.total': 200,
  'people.tech_staff': 20,
  'finance.revenue_last_year': REVENUE,
  'finance.revenue_year_before': REVENUE,
  'finance.revenue_two_years_before': REVENUE,
  'finance.net_assets': WAN,
  'finance.net_assets_year_before': WAN,
  'finance.net_assets_two_years_before': WAN,
  'rd.cost_three_years': around(5, THREE_YEARS)[0],
  'rd.domestic_share': 600_000,
  'finance.hightech_share': 600_000,
  'credit.accident': false,
  'rd.conversions': 5,
  ...EXPERTS,
}

/** Y₁, Y₂, Y₃ on both sides of a growth, and the zero cases. */
const growths = (facts: readonly [string, string, string]): Axis => {
  const years = (one: number, two: number, three: number): Company => ({
    [facts[0]]: one,
    [facts[1]]: two,
    [facts[2]]: three,
  })
  const c = 12_347 * WAN
  return [
    ...[35, 25, 15, 5, 0].flatMap(percent => {
      const third = ((100 + percent) * (100 + percent) * c) / 10_000
      const second = ((100 + percent) * c) / 100
      return [years(c, second, third), years(c, second, third - 1), years(c, second, third + 1)]
    }),
    years(0, c, 1.2 * c), // no first year: the last two decide
    years(c, 0, c), // no second year: no growth
    years(0, 0, c),
    years(c, 2 * c, 0),
  ]
}

const IP: Axis = [
  { 'ip.invention': 0, 'ip.other_class1': 1 },
  { 'ip.invention': 0 },
  ...near(5, 3, 1).map(rights => ({ 'ip.invention': 0, 'ip.utility': rights })),
  { 'ip.invention': 0, 'ip.software': 2, 'ip.design': 1, 'ip.acquired': 'acquired' },
  { 'ip.acquired': 'both', 'rd.standards': 0 },
  { 'ip.acquired': 'acquired' },
]

const AXES: readonly Axis[] = [
  IP,
  near(5, 4, 3, 2, 1).map(count => ({ 'rd.conversions': count })),
  growths(['finance.net_assets_two_years_before', 'finance.net_assets_year_before', 'finance.net_assets']),
  growths(['finance.revenue_two_years_before', 'finance.revenue_year_before', 'finance.revenue_last_year']),
  near(366, 365, 360).map(days => ({ 'company.founded_on': TODAY - days })),
  [{ 'company.hightech_field': false }, { 'credit.accident': true }, {}],
  near(20).map(staff => ({ 'people.tech_staff': staff })),
  near(600_000).map(share => ({ 'rd.domestic_share': share })),
  near(600_000).map(share => ({ 'finance.hightech_share': share })),
  [
    ...sides([5, 4, 3], THREE_YEARS).map(cost => ({ 'rd.cost_three_years': cost })),
    ...[5_000 * WAN, 20_000 * WAN].flatMap(limit =>
      near(limit).flatMap(revenue =>
        sides([5, 4, 3], revenue + 2 * REVENUE).map(cost => ({
          'finance.revenue_last_year': revenue,
          'finance.revenue_year_before': REVENUE,
          'finance.revenue_two_years_before': REVENUE,
          'rd.cost_three_years': cost,
        })),
      ),
    ),
  ],
  Object.entries(EXPERTS).flatMap(([fact, most]) => [{ [fact]: 0 }, { [fact]: Math.ceil(most / 2) }, { [fact]: most }]),
]

type Band = readonly [low: number, high: number]

function growthBand(y1: number, y2: number, y3: number): Band {
  const [a, b, c] = [BigInt(y1), BigInt(y2), BigInt(y3)]
  if (b <= 0n) return [0, 0]
  // with a first year ½ (b/a + c/b) − 1 ≥ p, without it c/b − 1 ≥ p; both sides times what stands below
  const [top, bottom] = a > 0n ? [b * b + a * c, 2n * a * b] : [c, b]
  const grows = (percent: number) => 100n * top >= BigInt(100 + percent) * bottom
  if (grows(35)) return [9, 10]
  if (grows(25)) return [7, 8]
  if (grows(15)) return [5, 6]
  if (grows(5)) return [3, 4]
  return top > bottom ? [1, 2] : [0, 0]
}

function bands(company: Company): readonly (readonly [string, Band])[] {
  const of = (fact: string) => amount(company, fact)
  const classOne = of('ip.invention') + of('ip.other_class1')
  const classTwo = of('ip.utility') + of('ip.design') + of('ip.software')
  const some = classOne + classTwo > 0
  const number: Band =
    classOne > 0 ? [7, 8] : classTwo >= 5 ? [5, 6] : classTwo >= 3 ? [3, 4] : classTwo >= 1 ? [1, 2] : [0, 0]
  const source: Band = !some ? [0, 0] : company['ip.acquired'] === 'acquired' ? [1, 3] : [1, 6]
  const count = of('rd.conversions')
  const conversions: Band = count >= 5 ? [25, 30] : count < 1 ? [0, 0] : [6 * count - 5, 6 * count]
  const years = (name: string, last: string) =>
    growthBand(of(`finance.${name}_two_years_before`), of(`finance.${name}_year_before`), of(`finance.${last}`))
  return [
    ['ip_advance', some ? [0, 8] : [0, 0]],
    ['ip_core_role', some ? [0, 8] : [0, 0]],
    ['ip_number', number],
    ['ip_source', source],
    ['ip_standards', of('rd.standards') > 0 ? [1, 2] : [0, 0]],
    ['conversions', conversions],
    ['rd_system', [0, 6]],
    ['rd_facilities', [0, 6]],
    ['rd_incentives', [0, 4]],
    ['rd_talent', [0, 4]],
    ['net_assets_growth', years('net_assets', 'net_assets')],
    ['revenue_growth', years('revenue', 'revenue_last_year')],
  ]
}

const total = (points: readonly number[]): number => {
  const sum = (from: number, to: number) => points.slice(from, to).reduce((a, b) => a + b, 0)
  return Math.min(30, sum(0, 5)) + Math.min(30, sum(5, 6)) + Math.min(20, sum(6, 10)) + Math.min(20, sum(10, 12))
}

function conditions(company: Company): boolean {
  const of = (fact: string) => amount(company, fact)
  const born = new Date(of('company.founded_on') * 86_400_000)
  const birthday = Date.UTC(born.getUTCFullYear() + 1, born.getUTCMonth(), born.getUTCDate()) / 86_400_000
  const last = of('finance.revenue_last_year')
  const sales = last + of('finance.revenue_year_before') + of('finance.revenue_two_years_before')
  const percent = last <= 5_000 * WAN ? 5 : last <= 20_000 * WAN ? 4 : 3
  const rights = ['invention', 'other_class1', 'utility', 'design', 'software'].map(kind => of(`ip.${kind}`))
  return (
    birthday <= TODAY &&
    rights.some(count => count > 0) &&
    company['company.hightech_field'] === true &&
    of('people.tech_staff') * 10 >= 200 &&
    reaches(of('rd.cost_three_years'), sales, percent) &&
    of('rd.domestic_share') >= 600_000 &&
    of('finance.hightech_share') >= 600_000 &&
    company['credit.accident'] === false
  )
}

describe('高新技术企业', () => {
  test('every line from both sides, alone and together, once the experts have decided', () => {
    const { vectors } = agree('high-tech', BASE, AXES, (rating, company) => {
      const points = bands(company).map(([name, [low, high]]) =>
        Math.min(high, Math.max(low, amount(company, `assessment.${name}`))),
      )
      expect(rating.partials.map(one => [one.low, one.high])).toEqual(points.map(x => [x * 100, x * 100]))
      expect(rating.score).toEqual({ low: total(points) * 100, high: total(points) * 100 })
      expect(rating.gates.is).toBe(conditions(company) ? 'yes' : 'no')
      expect(rating.passes.is).toBe(conditions(company) && total(points) > 70 ? 'yes' : 'no')
    })
    expect(vectors).toBeGreaterThan(120)
  })
  test('before the experts have decided every item is its band', () => {
    const silent = Object.fromEntries(Object.entries(BASE).filter(([fact]) => !Object.hasOwn(EXPERTS, fact)))
    agree('high-tech', silent, AXES.slice(0, 4), (rating, company) => {
      const own = bands(company).map(([, band]) => band)
      expect(rating.partials.map(one => [one.low, one.high])).toEqual(own.map(([low, high]) => [low * 100, high * 100]))
      expect(rating.score).toEqual({ low: total(own.map(([x]) => x)) * 100, high: total(own.map(([, x]) => x)) * 100 })
    })
  })
  test('70 points fail and 71 pass', () => {
    const points = (talent: number) => ({
      ...BASE,
      'rd.standards': 0,
      'assessment.ip_advance': 6,
      'assessment.ip_core_role': 6,
      'assessment.ip_source': 4,
      'rd.conversions': 4,
      'assessment.conversions': 24,
      'finance.revenue_last_year': Math.ceil(REVENUE * 1.5),
      'rd.cost_three_years': THREE_YEARS,
      'assessment.rd_system': 5,
      'assessment.rd_facilities': 4,
      'assessment.rd_incentives': 2,
      'assessment.revenue_growth': 7,
      'assessment.rd_talent': talent,
    })
    const [fails, just] = [
      rated('high-tech', points(4)),
      rated('high-tech', { ...points(4), 'assessment.ip_number': 7 }),
    ]
    expect([fails.score.low, fails.passes.is]).toEqual([7_000, 'no'])
    expect([just.score.low, just.passes.is]).toEqual([6_900, 'no'])
    const passes = rated('high-tech', { ...points(4), 'assessment.ip_source': 5 })
    expect([passes.score.low, passes.passes.is]).toEqual([7_100, 'yes'])
  })
})
