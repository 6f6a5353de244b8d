// One reading of a dossier: what is answered, what follows from answers, and what is only bounded. Deriving in a circle
// gives nothing, and a vague answer is narrowed by what else is known.
import { describe, expect, test } from 'vitest'
import type { Value } from '#engine'
import { readingOf, TODAY } from '../support/rulebook.ts'
import { DERIVED } from './random-conditions.ts'
import { readingOfSmall, small } from './small-rulebook.ts'

const book = small({ facts: DERIVED })
const of = (facts: Record<string, unknown>, id: string): Value => readingOfSmall(facts, book).value(id)
const WAN = 1_000_000

describe('what was not answered', () => {
  test('lies within its bounds', () => {
    expect(of({}, 'c.people')).toEqual({ is: 'range', low: 1, high: 1_000, lacks: ['c.people'] })
    expect(of({}, 'd.born')).toMatchObject({ low: 7_305, high: 20_000 }) // 1990-01-01 to today
    expect(of({}, 'f.yes')).toEqual({ is: 'unknown', lacks: ['f.yes'] })
  })
  test('is limited by what it cannot exceed', () => {
    expect(of({ 'c.people': 40 }, 'c.experts')).toMatchObject({ low: 0, high: 40, lacks: ['c.experts'] })
    expect(of({ 'c.people': '30 ~ 40' }, 'c.experts')).toMatchObject({ low: 0, high: 40 })
  })
  test('a fact nobody defined is a fault of the program', () => {
    expect(() => of({}, 'x.gone')).toThrow('x.gone')
  })
})

describe('what follows from answers', () => {
  test('in both directions of a circle', () => {
    expect(of({ 'm.one': '200 万元', 'm.part': '50 万元' }, 'p.part')).toMatchObject({
      low: 250_000,
      high: 250_000,
      lacks: [],
    })
    expect(of({ 'm.one': '200 万元', 'p.part': '25 %' }, 'm.part')).toMatchObject({
      low: 50 * WAN,
      high: 50 * WAN,
      lacks: [],
    })
    expect(of({ 'm.one': '200 万元' }, 'm.part')).toMatchObject({ low: 0, high: 200 * WAN, lacks: ['m.part'] })
    expect(of({ 'm.one': '200 万元' }, 'p.part')).toMatchObject({ low: 0, high: 1_000_000, lacks: ['p.part'] })
  })
  test('about right, when the answers are', () => {
    expect(of({ 'm.one': '200 万元 ~ 400 万元', 'm.part': '100 万元' }, 'p.part')).toMatchObject({
      low: 250_000,
      high: 500_000,
    })
  })
  test('a share of what may be nothing is asked for itself', () => {
    expect(of({ 'm.one': '0 元 ~ 100 万元', 'm.part': '0 元' }, 'p.part')).toMatchObject({
      low: 0,
      high: 1_000_000,
      lacks: ['p.part'],
    })
  })
  test('what is only ever computed lacks what it is computed from', () => {
    expect(of({ 'm.one': '3 万元' }, 'm.total')).toMatchObject({ low: 3 * WAN, lacks: ['m.two'] })
    expect(of({ 'm.one': '3 万元', 'm.two': '4 万元' }, 'm.total')).toMatchObject({
      low: 7 * WAN,
      high: 7 * WAN,
      lacks: [],
    })
  })
})

describe('a vague answer', () => {
  test('is narrowed by what follows from other answers', () => {
    const vague = { 'm.total': '5 万元 ~ 9 万元' }
    expect(of(vague, 'm.total')).toMatchObject({ low: 5 * WAN, high: 9 * WAN, lacks: ['m.one', 'm.two'] })
    expect(of({ ...vague, 'm.one': '6 万元' }, 'm.total')).toMatchObject({
      low: 6 * WAN,
      high: 9 * WAN,
      lacks: ['m.two'],
    })
    expect(of({ ...vague, 'm.one': '6 万元', 'm.two': '1 万元' }, 'm.total')).toMatchObject({
      low: 7 * WAN,
      high: 7 * WAN,
      lacks: [],
    })
    const share = { 'p.part': '20 % ~ 40 %', 'm.one': '100 万元', 'm.part': '30 万元' }
    expect(of(share, 'p.part')).toMatchObject({ low: 300_000, high: 300_000, lacks: [] })
  })
  test('stands where the others contradict it', () => {
    expect(of({ 'm.total': '5 万元 ~ 9 万元', 'm.one': '20 万元', 'm.two': '0 元' }, 'm.total')).toMatchObject({
      low: 5 * WAN,
      high: 9 * WAN,
    })
  })
  test('an exact answer always stands', () => {
    expect(of({ 'm.total': '5 万元', 'm.one': '20 万元', 'm.two': '0 元' }, 'm.total')).toMatchObject({
      low: 5 * WAN,
      high: 5 * WAN,
    })
  })
})

describe('the real vocabulary', () => {
  const real = (facts: Record<string, unknown>, id: string) => readingOf(facts, TODAY).value(id)
  test.each([
    [{ 'company.founded_on': '2023-11-20' }, 'company.age', 36],
    [{ 'finance.total_assets': '900 万元', 'finance.liabilities': '300 万元' }, 'finance.net_assets', 600 * WAN],
    [{ 'finance.total_assets': '900 万元', 'finance.debt_ratio': '40 %' }, 'finance.net_assets', 540 * WAN],
    [{ 'rd.intensity': '6 %', 'finance.revenue_last_year': '3000 万元' }, 'rd.cost_last_year', 180 * WAN],
    [{ 'rd.cost_last_year': '180 万元', 'finance.revenue_last_year': '3000 万元' }, 'rd.intensity', 60_000],
    [{ 'ip.invention': 3, 'ip.utility': 6, 'ip.design': 1 }, 'ip.patents_total', 10],
    [{ 'ip.invention': 3, 'ip.other_class1': 1 }, 'ip.class1', 4],
    [
      { 'finance.revenue_year_before': '2400 万元', 'finance.revenue_last_year': '3000 万元' },
      'finance.revenue_growth',
      250_000,
    ],
  ])('%j gives %s', (facts, id, value) => {
    expect(real(facts, id)).toMatchObject({ is: 'range', low: value, high: value, lacks: [] })
  })
  test('growth from nothing does not apply', () => {
    expect(
      real(
        { 'finance.revenue_year_before': '0 元', 'finance.revenue_last_year': '3000 万元' },
        'finance.revenue_growth',
      ).is,
    ).toBe('none')
  })
})
