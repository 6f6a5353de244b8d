// 科技型中小企业评价 against a calculation of its own: the golden vectors, every edge of the three indicators from both
// sides, and who passes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rating, UNITS_PER_POINT } from '#engine'
import { ratingOf } from '../support/rulebook.ts'
import { type Firm, rdPoints, rightsPoints, staffPoints, WAN } from './tech-sme-by-hand.ts'

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`

/** The three conditions outside the score, all met, and no direct pass. */
const CLEAN = {
  'finance.total_assets': '1000 万元',
  'credit.prohibited': false,
  'credit.accident': false,
  'credit.abnormal': false,
  'credit.dishonest': false,
  'qualification.high_tech': false,
  'rd.award': 'none',
  'rd.platform': 'none',
  'rd.standards': 0,
}

const factsOf = (firm: Firm) => ({
  'people.tech_staff': firm.tech,
  'people.total': firm.staff,
  'rd.cost_last_year': yuan(firm.rd),
  'finance.revenue_last_year': yuan(firm.revenue),
  'finance.cost_last_year': yuan(firm.costs),
  'ip.invention': firm.class1,
  'ip.other_class1': 0,
  'ip.utility': firm.class2,
  'ip.design': 0,
  'ip.software': 0,
})

const rate = (firm: Firm, more: Record<string, unknown> = CLEAN) => ratingOf('tech-sme', { ...factsOf(firm), ...more })

function pointsOf(rating: Rating): Record<string, number> {
  return Object.fromEntries(
    rating.partials.map(({ characteristic, low, high }) => {
      expect(low, characteristic.id).toBe(high)
      return [characteristic.id, low / UNITS_PER_POINT]
    }),
  )
}

/** Engine and calculation agree on every figure and on who passes. */
function agree(firm: Firm): void {
  const rating = rate(firm)
  const [staff, rd, rights] = [staffPoints(firm), rdPoints(firm), rightsPoints(firm)]
  const total = staff + rd + rights
  expect(pointsOf(rating), JSON.stringify(firm)).toEqual({
    'tech-staff-share': staff,
    'rd-spending': rd,
    'intellectual-property': rights,
  })
  expect(rating.score).toEqual({ low: total * UNITS_PER_POINT, high: total * UNITS_PER_POINT })
  const within = firm.staff <= 500 && firm.revenue <= 20_000 * WAN
  expect(rating.passes.is, JSON.stringify(firm)).toBe(within && total >= 60 && staff > 0 ? 'yes' : 'no')
}

const firm = (
  tech: number,
  staff: number,
  rd: number,
  revenue: number,
  costs: number,
  class1: number,
  class2: number,
) => ({
  tech,
  staff,
  rd: rd * WAN,
  revenue: revenue * WAN,
  costs: costs * WAN,
  class1,
  class2,
})

describe('golden vectors', () => {
  test.each([
    [firm(12, 40, 180, 3_000, 2_700, 0, 5), [20, 50, 24], 94, 'yes'],
    [firm(4, 50, 60, 1_200, 1_100, 1, 0), [0, 40, 30], 70, 'no'],
    [firm(3, 40, 300, 2_000, 1_900, 2, 6), [0, 50, 30], 80, 'no'],
    [firm(5, 20, 90, 0, 200, 0, 2), [16, 50, 12], 78, 'yes'],
    [firm(10, 40, 100, 5_000, 4_800, 0, 3), [16, 10, 18], 44, 'no'],
  ] as const)('%j', (one, parts, total, passes) => {
    const rating = rate(one)
    expect(Object.values(pointsOf(rating))).toEqual(parts)
    expect(rating.score).toEqual({ low: total * UNITS_PER_POINT, high: total * UNITS_PER_POINT })
    expect(rating.passes.is).toBe(passes)
    expect([staffPoints(one), rdPoints(one), rightsPoints(one)]).toEqual(parts)
  })

  test('the second fails by the technical staff alone', () => {
    const failed = rate(firm(4, 50, 60, 1_200, 1_100, 1, 0)).passes.findings
    expect(failed.map(one => one.test.title.zh)).toEqual(['科技人员占职工总数比例'])
  })
})

describe('every edge from both sides', () => {
  const base = firm(12, 40, 180, 3_000, 2_700, 0, 5)
  const staffEdge = fc.record({
    staff: fc.integer({ min: 1, max: 700 }),
    percent: fc.constantFrom(10, 15, 20, 25, 30),
    off: fc.integer({ min: -1, max: 1 }),
  })
  test('technical staff: 10, 15, 20, 25, 30 %', () => {
    for (const percent of [10, 15, 20, 25, 30])
      for (const off of [-1, 0, 1]) agree({ ...base, staff: 200, tech: 2 * percent + off })
    fc.assert(
      fc.property(staffEdge, ({ staff, percent, off }) => {
        const tech = Math.min(staff, Math.max(0, Math.ceil((staff * percent) / 100) + off))
        agree({ ...base, staff, tech })
      }),
      { numRuns: 300 },
    )
  })

  test('research of revenue 2–6 % and of costs 10–30 %, to the fen', () => {
    const edge = fc.record({
      money: fc.integer({ min: 1, max: 25_000 * WAN }),
      step: fc.integer({ min: 0, max: 4 }),
      off: fc.integer({ min: -1, max: 1 }),
      byRevenue: fc.boolean(),
      other: fc.integer({ min: 0, max: 30_000 * WAN }),
    })
    fc.assert(
      fc.property(edge, ({ money, step, off, byRevenue, other }) => {
        const percent = BigInt(byRevenue ? step + 2 : (step + 2) * 5)
        const rd = Math.max(0, Number((BigInt(money) * percent + 99n) / 100n) + off)
        agree(byRevenue ? { ...base, rd, revenue: money, costs: other } : { ...base, rd, revenue: other, costs: money })
      }),
      { numRuns: 500 },
    )
  })

  test('rights: one of class I, or 0 to 5 of class II', () => {
    for (const class1 of [0, 1, 2]) for (const class2 of [0, 1, 2, 3, 4, 5]) agree({ ...base, class1, class2 })
  })

  test('any firm', () => {
    const any = fc.record({
      tech: fc.nat(300),
      staff: fc.integer({ min: 300, max: 600 }),
      rd: fc.nat(3_000 * WAN),
      revenue: fc.oneof(fc.constant(0), fc.nat(25_000 * WAN)),
      costs: fc.oneof(fc.constant(0), fc.nat(25_000 * WAN)),
      class1: fc.nat(2),
      class2: fc.nat(6),
    })
    fc.assert(fc.property(any, agree), { numRuns: 500 })
  })
})

describe('the conditions beside the score', () => {
  const good = firm(12, 40, 180, 3_000, 2_700, 0, 5)
  test.each([
    ['500 people', { 'people.total': 500, 'people.tech_staff': 200 }, 'yes'],
    ['501 people', { 'people.total': 501, 'people.tech_staff': 200 }, 'no'],
    ['2 亿元 of assets', { 'finance.total_assets': '2 亿元' }, 'yes'],
    ['1 fen more', { 'finance.total_assets': '200000000.01 元' }, 'no'],
    ['2 亿元 of revenue', { 'finance.revenue_last_year': '2 亿元', 'rd.cost_last_year': '1200 万元' }, 'yes'],
    ['1 fen more', { 'finance.revenue_last_year': '200000000.01 元', 'rd.cost_last_year': '1300 万元' }, 'no'],
    ['a prohibited product', { 'credit.prohibited': true }, 'no'],
    ['an accident', { 'credit.accident': true }, 'no'],
    ['abnormal operation', { 'credit.abnormal': true }, 'no'],
    ['dishonesty', { 'credit.dishonest': true }, 'no'],
  ])('%s: %s', (_, facts, passes) => {
    expect(rate(good, { ...CLEAN, ...facts }).passes.is).toBe(passes)
  })

  test('a missing condition keeps it open, whatever the score', () => {
    const { 'credit.abnormal': _, ...rest } = CLEAN
    const rating = rate(good, rest)
    expect(rating.passes).toMatchObject({ is: 'open', lacks: ['credit.abnormal'] })
    expect(rating.lacks).toEqual(['credit.abnormal'])
  })

  test.each([
    [{ 'qualification.high_tech': true }],
    [{ 'rd.award': 'national' }],
    [{ 'rd.platform': 'provincial' }],
    [{ 'rd.standards': 1 }],
  ])('%j passes directly, without the points', direct => {
    const poor = firm(0, 40, 0, 3_000, 2_700, 0, 0)
    expect(rate(poor).passes.is).toBe('no')
    expect(rate(poor, { ...CLEAN, ...direct }).passes.is).toBe('yes')
    expect(rate(poor, { ...CLEAN, ...direct, 'credit.dishonest': true }).passes.is).toBe('no')
  })
})

describe('while answers are missing', () => {
  test('no revenue: research is measured by costs, and until they are known it is open', () => {
    const { 'finance.cost_last_year': _, ...facts } = factsOf(firm(5, 20, 90, 0, 200, 0, 2))
    const rating = ratingOf('tech-sme', facts)
    const rd = rating.partials.find(one => one.characteristic.id === 'rd-spending')
    expect(rd).toMatchObject({ low: 0, high: 5_000, lacks: ['finance.cost_last_year'] })
  })

  test('a revenue between nothing and 50 万元 is no certain share', () => {
    const facts = { ...factsOf(firm(5, 20, 90, 0, 2_000, 0, 2)), 'finance.revenue_last_year': '0 元 ~ 50 万元' }
    const rd = ratingOf('tech-sme', facts).partials.find(one => one.characteristic.id === 'rd-spending')
    // with any revenue 50 points, without one only what the costs give
    expect(rd).toMatchObject({ low: 0, high: 5_000, lacks: ['finance.revenue_last_year'] })
  })

  test('what the owner says about right is enough when every number in it lies in one band', () => {
    const facts = { ...factsOf(firm(12, 40, 180, 3_000, 2_700, 0, 5)), 'people.tech_staff': '12 ~ 20' }
    expect(ratingOf('tech-sme', facts).score).toEqual({ low: 9_400, high: 9_400 })
    expect(ratingOf('tech-sme', { ...facts, 'people.tech_staff': '11 ~ 20' }).score).toEqual({
      low: 9_000,
      high: 9_400,
    })
  })
})
