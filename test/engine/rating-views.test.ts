// Radar, credit range and what is illustrative: what a reader of a rating must see.
import { describe, expect, test } from 'vitest'
import { gradesUnlessKnockedOut, illustrativeOf, limitOf, radarOf } from '#engine'
import { ratingOf } from '../support/rulebook.ts'
import { modelOf, readingOfSmall, small } from './small-rulebook.ts'

const words = (text: string) => ({ zh: text, en: text })
const toy = (fields: Record<string, unknown>, facts: Record<string, unknown>) => {
  const rating = readingOfSmall(facts, small({ models: [modelOf(fields)] })).rating('toy')
  if (!rating) throw new Error('not in force')
  return rating
}

describe('radar', () => {
  test('every block as a share of its full points, both ends', () => {
    const rating = ratingOf('suzhou-index', {
      'company.age': '5 年',
      'credit.tax_grade': 'B',
      'people.total': 3,
      'people.tech_staff': 1,
    })
    expect(radarOf(rating)).toHaveLength(8)
    expect(radarOf(rating)[0]).toMatchObject({ dimension: { id: 'standing' }, low: 900_000, high: 900_000 })
    expect(radarOf(rating)[3]).toMatchObject({ dimension: { id: 'talent' }, low: 400_000, high: 800_000 })
  })
  test('what cannot be told exactly is floored; deductions are nothing; a block without points is left out', () => {
    const score = (points: number) => ({ when: { fact: 'f.yes', is: true }, points, otherwise: 0 })
    const dimensions = [
      { id: 'thirds', title: words('t'), max: 3 },
      { id: 'minus', title: words('m'), max: 0 },
      { id: 'mixed', title: words('x'), max: 4 },
    ]
    const characteristics = [
      { id: 'one', title: words('1'), dimension: 'thirds', max: 3, score: { ...score(1), otherwise: 3 } },
      { id: 'two', title: words('2'), dimension: 'minus', max: 0, score: score(-5) },
      { id: 'three', title: words('3'), dimension: 'mixed', max: 4, score: { ...score(-2), otherwise: 4 } },
    ]
    const rays = radarOf(toy({ dimensions, characteristics }, { 'f.yes': true }))
    expect(rays.map(ray => [ray.dimension.id, ray.low, ray.high])).toEqual([
      ['thirds', 333_333, 333_333],
      ['mixed', 0, 0],
    ])
  })
})

describe('credit range', () => {
  const published = { mark: '★★' }
  test('one grade gives its own range, with its source', () => {
    const a = ratingOf('hubei-knowledge', {
      'company.region': '420100',
      'people.tech_staff': 30,
      'people.total': 40,
      'people.postgraduate': 8,
      'rd.cost_last_year': '900 万元',
      'finance.revenue_last_year': '3000 万元',
      'rd.projects': 3,
      'rd.platform': 'national',
      'ip.invention': 12,
      'ip.other_class1': 0,
      'finance.hightech_share': '90 %',
      'rd.conversions': 5,
      'rd.contracts': '200 万元',
    })
    expect(a.grades).toEqual(['A'])
    expect(limitOf(a)).toMatchObject({ from: undefined, to: 1_000_000_000, illustrative: false, sources: [published] })
  })
  test('while several grades are possible it runs to the best of them and is illustrative as soon as one is', () => {
    const open = ratingOf('hubei-knowledge', { 'company.region': '420100' })
    expect(limitOf(open)).toMatchObject({ to: 1_000_000_000, illustrative: true })
    expect(limitOf(open)?.grades.map(one => one.id)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })
  test('a floor holds only when every grade still possible has one and banks would lend', () => {
    const grade = (id: string, more: Record<string, unknown>) => ({ id, title: words(id), ...more })
    const source = { title: 's', mark: '★★★' }
    const grades = {
      source,
      list: [
        grade('A', { atLeast: 6, limit: { from: '50 万元' } }),
        grade('B', { atLeast: 2, limit: { from: '20 万元' } }),
        grade('C', {}),
      ],
    }
    const knockouts = [{ id: 'no', title: words('no'), when: { fact: 'f.yes', is: true }, effect: 'no-loan', source }]
    const model = { grades, knockouts }
    const [fine, out] = [{ 'f.yes': false }, { 'f.yes': true }]
    expect(limitOf(toy(model, { ...fine, 'c.ideas': 10 }))).toMatchObject({ from: 50_000_000, to: undefined })
    expect(limitOf(toy(model, { ...fine, 'c.ideas': '1 ~ 10' }))).toMatchObject({ from: 20_000_000 })
    expect(limitOf(toy(model, fine))).toMatchObject({ from: undefined })
    expect(limitOf(toy(model, { 'c.ideas': 10 }))?.from).toBeUndefined()
    expect(limitOf(toy(model, { ...out, 'c.ideas': 10 }))).toBeUndefined()
    expect(limitOf(toy(model, { ...fine, 'c.ideas': 0 }))).toBeUndefined()
  })
})

describe('what is illustrative', () => {
  const NONE = { parts: [], stages: false, grades: false, pass: false, limit: false, any: false }
  test.each([
    'tech-sme',
    'innovative-sme',
    'specialised-sme',
    'little-giant',
    'high-tech',
    'size-class',
    'tax-credit',
    'handan-points',
  ])('nothing of %s', id => {
    expect(illustrativeOf(ratingOf(id, {}))).toEqual(NONE)
  })
  test('of a mixed model exactly the parts whose numbers nobody published', () => {
    expect(illustrativeOf(ratingOf('binjiang-points', {}))).toEqual({
      ...NONE,
      parts: ['rd-intensity', 'tech-staff', 'invention-patents', 'other-ip', 'revenue-growth', 'recognition'],
      grades: true,
      any: true,
    })
  })
  test('of the national frame the weights and the stages; of a pass by grade, the pass too', () => {
    const national = illustrativeOf(ratingOf('national-points', {}))
    expect([national.parts.length, national.stages, national.grades]).toEqual([18, true, false])
    expect(illustrativeOf(ratingOf('shandong-enhancement', {}))).toMatchObject({
      grades: true,
      pass: true,
      limit: true,
    })
  })
})

describe('grades as long as no open knockout comes true', () => {
  const GOOD = {
    'finance.revenue_last_year': '3000 万元',
    'finance.revenue_year_before': '2000 万元',
    'rd.cost_last_year': '400 万元',
    'people.total': 40,
    'people.tech_staff': 25,
    'ip.invention': 6,
    'ip.other_class1': 0,
    'ip.utility': 20,
    'ip.design': 0,
    'ip.software': 5,
    'credit.government_grade': 'A',
    'credit.executed': false,
    'qualification.high_tech': true,
    'qualification.specialised': 'none',
    'qualification.tech_sme': true,
  }
  const ids = (facts: Readonly<Record<string, unknown>>) => {
    const rating = ratingOf('binjiang-points', facts)
    return { possible: rating.grades, unless: gradesUnlessKnockedOut(rating).map(grade => grade.id) }
  }
  test('leave out the lowest grade that only the knockout would give', () => {
    expect(ids(GOOD)).toEqual({ possible: ['A', 'D'], unless: ['A'] })
  })
  test('are the rating’s own when the knockout is settled either way', () => {
    expect(ids({ ...GOOD, 'credit.zero_filing_months': '0 个月' })).toEqual({ possible: ['A'], unless: ['A'] })
    expect(ids({ ...GOOD, 'credit.zero_filing_months': '3 个月' })).toEqual({ possible: ['D'], unless: ['D'] })
  })
})
