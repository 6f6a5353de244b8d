// 滨江创新积分: what is published is exact — five stages by revenue, the credit table, zero for three months of zero
// filings. The rest of the file is illustrative and is held by its own examples.
import { describe, expect, test } from 'vitest'
import { type Rating, UNITS_PER_POINT } from '#engine'
import { day, ratingOf, readingOf } from '../support/rulebook.ts'

const MODEL = 'binjiang-points'
const rate = (facts: Record<string, unknown>) => ratingOf(MODEL, facts)
const part = (rating: Rating, id: string) => rating.partials.find(one => one.characteristic.id === id)
const stages = (rating: Rating) => rating.stages.map(one => one.title.zh)

describe('stages by revenue', () => {
  test.each([
    ['0 元', '种子期'],
    ['499999.99 元', '种子期'],
    ['50 万元', '苗木期'],
    ['4999999.99 元', '苗木期'],
    ['500 万元', '成长期'],
    ['19999999.99 元', '成长期'],
    ['2000 万元', '壮大期'],
    ['99999999.99 元', '壮大期'],
    ['1 亿元', '成熟期'],
    ['30 亿元', '成熟期'],
  ])('%s is %s', (revenue, stage) => {
    expect(stages(rate({ 'finance.revenue_last_year': revenue }))).toEqual([stage])
  })

  test('a revenue about right keeps every stage it touches, and no other', () => {
    const about = (revenue: string) => stages(rate({ 'finance.revenue_last_year': revenue }))
    expect(about('40 万元 ~ 500 万元')).toEqual(['种子期', '苗木期', '成长期'])
    expect(about('40 万元 ~ 499 万元')).toEqual(['种子期', '苗木期'])
    expect(about('60 万元 ~ 499 万元')).toEqual(['苗木期'])
    expect(stages(rate({}))).toHaveLength(5)
  })

  test('the goal of a stage is told with it', () => {
    expect(rate({ 'finance.revenue_last_year': '600 万元' }).stages[0]?.goal?.zh).toBe('国家高新技术企业')
  })
})

describe('government credit', () => {
  test.each([
    ['A', false, 10],
    ['M', false, 8],
    ['B', false, 5],
    ['C', false, 0],
    ['D', false, -10],
    ['A', true, -10],
    ['C', true, -10],
    ['D', true, -10],
  ])('grade %s, subject to enforcement %s: %d', (grade, executed, points) => {
    const credit = part(rate({ 'credit.government_grade': grade, 'credit.executed': executed }), 'credit')
    expect(credit).toMatchObject({ low: points * UNITS_PER_POINT, high: points * UNITS_PER_POINT, lacks: [] })
  })

  test('enforcement alone decides; a grade alone does not, but for D', () => {
    const credit = (facts: Record<string, unknown>) => part(rate(facts), 'credit')
    expect(credit({ 'credit.executed': true })).toMatchObject({ low: -1_000, high: -1_000, lacks: [] })
    expect(credit({ 'credit.government_grade': 'D' })).toMatchObject({ low: -1_000, high: -1_000, lacks: [] })
    expect(credit({ 'credit.government_grade': 'A' })).toMatchObject({
      low: -1_000,
      high: 1_000,
      lacks: ['credit.executed'],
    })
    expect(credit({ 'credit.executed': false })).toMatchObject({
      low: -1_000,
      high: 1_000,
      lacks: ['credit.government_grade'],
    })
    expect(credit({})).toMatchObject({ low: -1_000, high: 1_000 })
  })

  test('no company falls below zero', () => {
    const worst = {
      'finance.revenue_last_year': '3000 万元',
      'finance.revenue_year_before': '3000 万元',
      'rd.cost_last_year': '0 元',
      'people.total': 40,
      'people.tech_staff': 0,
      'ip.invention': 0,
      'ip.other_class1': 0,
      'ip.utility': 0,
      'ip.design': 0,
      'ip.software': 0,
      'credit.executed': true,
      'credit.zero_filing_months': '0 个月',
      'qualification.high_tech': false,
      'qualification.specialised': 'none',
      'qualification.tech_sme': false,
    }
    const rating = rate(worst)
    expect(rating.score).toEqual({ low: 0, high: 0 })
    expect(rating.lacks).toEqual([])
    // −10 takes points of the other dimensions away
    expect(rate({ ...worst, 'ip.invention': 1 }).score).toEqual({ low: 0, high: 0 })
    expect(rate({ ...worst, 'ip.invention': 3 }).score).toEqual({ low: 400, high: 400 })
  })
})

describe('zero filings', () => {
  const good = {
    'finance.revenue_last_year': '3000 万元',
    'finance.revenue_year_before': '2400 万元',
    'rd.cost_last_year': '240 万元',
    'people.total': 40,
    'people.tech_staff': 12,
    'ip.invention': 3,
    'ip.other_class1': 0,
    'ip.utility': 6,
    'ip.design': 0,
    'ip.software': 8,
    'credit.government_grade': 'A',
    'credit.executed': false,
    'qualification.high_tech': true,
    'qualification.specialised': 'none',
    'qualification.tech_sme': true,
  }
  test('two months keep the points, the third takes them all', () => {
    expect(rate({ ...good, 'credit.zero_filing_months': '2 个月' })).toMatchObject({
      score: { low: 8_600, high: 8_600 },
      grades: ['A'],
    })
    const out = rate({ ...good, 'credit.zero_filing_months': '3 个月' })
    expect(out).toMatchObject({ score: { low: 0, high: 0 }, grades: ['D'], knockedOut: { is: 'yes' }, lacks: [] })
    expect(out.knockouts.filter(one => one.verdict.is === 'yes').map(one => one.knockout.id)).toEqual(['zero-filing'])
  })
  test('an unknown number of months is neither', () => {
    const open = rate(good)
    expect(open).toMatchObject({ score: { low: 0, high: 8_600 }, knockedOut: { is: 'open' } })
    expect(open.grades).toEqual(['A', 'D'])
    expect(open.lacks).toEqual(['credit.zero_filing_months'])
  })
  test('three months decide alone, without any other answer', () => {
    expect(rate({ 'credit.zero_filing_months': '3 个月 ~ 5 个月' })).toMatchObject({
      score: { low: 0, high: 0 },
      lacks: [],
    })
  })
})

test('the model is in force from its day on', () => {
  expect(readingOf({}, day('2022-01-01')).rating(MODEL)?.model.version).toBe('2022-01-01')
  expect(readingOf({}, day('2021-12-31')).rating(MODEL)).toBeUndefined()
})
