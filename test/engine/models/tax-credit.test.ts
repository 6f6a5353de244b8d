// 纳税缴费信用级别: every number of points, age and kind of year against the rule written out by hand. The government credit
// grade, which uses the same letters, changes nothing here.
import { describe, expect, test } from 'vitest'
import { rated } from './vectors.ts'

interface Year {
  readonly points: number
  readonly months: number
  readonly income: boolean
  readonly zeroFilings: number
  readonly direct: boolean
}

function byHand({ points, months, income, zeroFilings, direct }: Year): string {
  if (direct) return 'D'
  const fresh = months < 12
  if (points >= 90 && income && months >= 36 && zeroFilings < 3) return 'A'
  if (points >= 70 && income && !fresh) return 'B'
  if (fresh || (!income && points >= 70)) return 'M'
  return points >= 40 ? 'C' : 'D'
}

const rating = ({ points, months, income, zeroFilings, direct }: Year) =>
  rated('tax-credit', {
    'credit.tax_points': points,
    'company.age': months,
    'finance.revenue_last_year': income ? 1 : 0,
    'credit.zero_filing_months': zeroFilings,
    'credit.tax_direct_d': direct,
  })

describe('纳税缴费信用', () => {
  test('every number of points with every kind of year', () => {
    const seen = new Set<string>()
    for (let points = 0; points <= 100; points++)
      for (const months of [0, 11, 12, 35, 36])
        for (const income of [true, false])
          for (const zeroFilings of [2, 3])
            for (const direct of [true, false]) {
              const year = { points, months, income, zeroFilings, direct }
              const wanted = byHand(year)
              seen.add(wanted)
              const { grades, score } = rating(year)
              expect([grades, score.low], JSON.stringify(year)).toEqual([[wanted], direct ? 0 : points * 100])
            }
    expect([...seen].toSorted()).toEqual(['A', 'B', 'C', 'D', 'M'])
  })
  test('without the points of the year the grades that remain are told', () => {
    const known = { 'company.age': 60, 'finance.revenue_last_year': 1, 'credit.zero_filing_months': 0 }
    expect(rated('tax-credit', { ...known, 'credit.tax_direct_d': false }).grades).toEqual(['A', 'B', 'C', 'D'])
    expect(rated('tax-credit', { ...known, 'credit.tax_points': 90 }).grades).toEqual(['A', 'D'])
    expect(rated('tax-credit', { 'company.age': 3, 'credit.tax_direct_d': false }).grades).toEqual(['M'])
  })
  test('the government credit grade is another thing', () => {
    const rating = rated('tax-credit', { 'credit.tax_points': 95, 'credit.government_grade': 'D' })
    expect(rating.lacks).not.toContain('credit.government_grade')
    expect(rating.grades).toContain('A')
    expect(rated('binjiang-points', { 'credit.tax_grade': 'D' }).noLoan.is).toBe('open')
  })
})
