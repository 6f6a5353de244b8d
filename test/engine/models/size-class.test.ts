// 中小企业划型标准: every industry, every limit from both sides, against the table of the regulation.
import { describe, expect, test } from 'vitest'
import { rulebook } from '../../support/rulebook.ts'
import { type Company, near, rated, WAN } from './vectors.ts'

/** 人 people, 收 revenue, 资 assets (万元): [the cap of 中小微, the line of 中型, the line of 小型]. */
type Lines = readonly [number, number, number]
interface Row {
  readonly industries: readonly string[]
  readonly people?: Lines
  readonly revenue?: Lines
  readonly assets?: Lines
}
const TABLE: readonly Row[] = [
  { industries: ['agriculture'], revenue: [20_000, 500, 50] },
  {
    industries: ['equipment', 'electronics', 'materials', 'biomedicine', 'energy', 'vehicles', 'other'].map(
      kind => `manufacturing-${kind}`,
    ),
    people: [1_000, 300, 20],
    revenue: [40_000, 2_000, 300],
  },
  { industries: ['construction'], revenue: [80_000, 6_000, 300], assets: [80_000, 5_000, 300] },
  { industries: ['wholesale'], people: [200, 20, 5], revenue: [40_000, 5_000, 1_000] },
  { industries: ['retail'], people: [300, 50, 10], revenue: [20_000, 500, 100] },
  { industries: ['transport'], people: [1_000, 300, 20], revenue: [30_000, 3_000, 200] },
  { industries: ['warehousing'], people: [200, 100, 20], revenue: [30_000, 1_000, 100] },
  { industries: ['postal'], people: [1_000, 300, 20], revenue: [30_000, 2_000, 100] },
  { industries: ['hotel'], people: [300, 100, 10], revenue: [10_000, 2_000, 100] },
  { industries: ['catering'], people: [300, 100, 10], revenue: [10_000, 2_000, 100] },
  { industries: ['information-transmission'], people: [2_000, 100, 10], revenue: [100_000, 1_000, 100] },
  { industries: ['software'], people: [300, 100, 10], revenue: [10_000, 1_000, 50] },
  { industries: ['real-estate'], revenue: [200_000, 1_000, 100], assets: [10_000, 5_000, 2_000] },
  { industries: ['property-management'], people: [1_000, 300, 100], revenue: [5_000, 1_000, 500] },
  { industries: ['leasing-business'], people: [300, 100, 10], assets: [120_000, 8_000, 100] },
  { industries: ['research-services', 'other'], people: [300, 100, 10] },
]

const MEASURES = [
  ['people', 'people.total', 1],
  ['revenue', 'finance.revenue_last_year', WAN],
  ['assets', 'finance.total_assets', WAN],
] as const

const CLASSES = ['large', 'medium', 'small', 'micro'] as const

/** Large only when every measure reaches the cap; medium and small when every one reaches its line; otherwise micro. */
function byHand(row: Row, company: Company): string {
  const reached = (line: 0 | 1 | 2) =>
    MEASURES.every(([measure, fact, unit]) => {
      const lines = row[measure]
      return !lines || Number(company[fact]) >= lines[line] * unit
    })
  return reached(0) ? 'large' : reached(1) ? 'medium' : reached(2) ? 'small' : 'micro'
}

/** Every combination of amounts on both sides of all lines of one row. */
function companies(row: Row): Company[] {
  const values = MEASURES.map(([measure, fact, unit]) => {
    const lines = row[measure]
    return lines ? near(...lines.map(line => line * unit)).map(value => ({ [fact]: value })) : [{}]
  })
  return values.reduce<Company[]>(
    (all, more) => all.flatMap(one => more.map((other): Company => ({ ...one, ...other }))),
    [{}],
  )
}

describe('大中小微', () => {
  test('every industry of the vocabulary has its row', () => {
    const options = Object.keys(rulebook().facts.get('company.industry')?.options ?? {})
    expect(TABLE.flatMap(row => row.industries).toSorted()).toEqual(options.toSorted())
  })
  test.each(TABLE)('$industries', row => {
    const seen = new Set<string>()
    for (const industry of row.industries)
      for (const company of companies(row)) {
        const wanted = byHand(row, company)
        seen.add(wanted)
        expect(
          rated('size-class', { 'company.industry': industry, ...company }).grades,
          JSON.stringify(company),
        ).toEqual([wanted])
      }
    expect([...seen].toSorted()).toEqual([...CLASSES].toSorted())
  })
  test('while a measure is missing every class it may still be is possible, and no other', () => {
    const row = TABLE.find(one => one.industries.includes('software')) ?? { industries: [] }
    for (const people of near(10, 100, 300)) {
      const known = { 'company.industry': 'software', 'people.total': people }
      const possible = new Set(companies(row).map(one => byHand(row, { ...one, 'people.total': people })))
      expect(rated('size-class', known).grades).toEqual(CLASSES.filter(one => possible.has(one)))
    }
  })
  test('the class names the tests it rests on', () => {
    const rating = rated('size-class', {
      'company.industry': 'software',
      'people.total': 100,
      'finance.revenue_last_year': 1_000 * WAN,
    })
    expect(rating.gradeVerdicts[0]?.verdict.findings.map(one => one.test.facts.join())).toEqual([
      'company.industry',
      'people.total',
      'finance.revenue_last_year',
    ])
  })
})
