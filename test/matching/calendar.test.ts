// The eligibility calendar against looking at every single day.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, isoOf, read } from '#engine'
import type { Catalogue, Product } from '#matching'
import { calendarOf, nextTurnings, type Standing, standingOf } from '../../matching/calendar.ts'
import { applicant, catalogue, day, TODAY as REAL_TODAY, rulebook } from '../support/rulebook.ts'
import { answersOf, BOOK, marketOf, productOf, repairsOf, TODAY } from './toy-market.ts'

const YEARS = 3 * 365
const LAPSE = { fact: 't.title', until: 't.until', source: { title: 'toy', mark: '示意' } }

/** Answers on a day, worked out again: a title is gone from the day after its last. */
function heldOn(dossier: Dossier, at: number, title: string, until: string): Dossier {
  const last = dossier[until]?.value
  const own = dossier[title]
  return typeof last === 'number' && at > last && own?.value === true
    ? { ...dossier, [title]: { ...own, value: false } }
    : dossier
}

interface Seen {
  readonly id: string
  readonly on: string
  readonly before: Standing
  readonly after: Standing
}

function dayByDay(
  market: Catalogue,
  book: typeof BOOK,
  dossier: Dossier,
  today: number,
  days: number,
  [title, until]: readonly [string, string],
): Seen[] {
  const seen: Seen[] = []
  const last = new Map<Product, Standing>()
  for (let at = today; at <= today + days; at++) {
    const reading = read(book, heldOn(dossier, at, title, until), at)
    for (const product of market.products.values()) {
      if (product.bankSide) continue
      const now = standingOf(product, reading)
      const before = last.get(product) ?? now
      if (before !== now) seen.push({ id: product.id, on: isoOf(at), before, after: now })
      last.set(product, now)
    }
  }
  return seen.sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
}

const shown = (turnings: ReturnType<typeof calendarOf>): Seen[] =>
  turnings
    .map(one => ({ id: one.product.id, on: isoOf(one.day), before: one.before, after: one.after }))
    .sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))

const dayNear = (spread: number) => fc.integer({ min: TODAY - spread, max: TODAY + spread })
const limits = fc.oneof(
  fc
    .tuple(fc.constantFrom('atLeast', 'above', 'atMost', 'below'), fc.integer({ min: 0, max: 60 }))
    .map(([op, months]) => ({ fact: 't.age', [op]: `${months} 个月` }) as unknown),
  fc
    .tuple(fc.constantFrom('atLeast', 'above', 'atMost', 'below'), dayNear(900))
    .map(([op, at]) => ({ fact: 't.born', [op]: isoOf(at) }) as unknown),
  fc.boolean().map(is => ({ fact: 't.title', is }) as unknown),
  fc.integer({ min: 0, max: 5 }).map(few => ({ fact: 't.few', atLeast: few }) as unknown),
)
const conditions: fc.Arbitrary<unknown> = fc.oneof(
  limits,
  fc
    .tuple(fc.constantFrom('all', 'any'), fc.array(limits, { minLength: 1, maxLength: 3 }))
    .map(([is, of]) => ({ [is]: of })),
)
const products = fc
  .array(
    fc.record({
      eligible: conditions,
      valid: fc.option(
        fc.tuple(dayNear(900), fc.integer({ min: 0, max: 400 })).map(([from, length]) => ({
          from: isoOf(from),
          to: isoOf(from + length),
        })),
        { nil: {} },
      ),
      terms: fc.constantFrom('stated', 'stated', 'ask'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(list => list.map((fields, index) => productOf(`p${index}`, fields)))
const born = fc.oneof(
  fc.integer({ min: TODAY - 1_500, max: TODAY }),
  fc
    .tuple(fc.integer({ min: TODAY - 1_500, max: TODAY - 31 }), fc.nat(30))
    .map(([low, more]) => ({ low, high: low + more })),
)
const companies = fc
  .record(
    { 't.born': born, 't.title': fc.boolean(), 't.until': dayNear(900), 't.few': fc.nat(5) },
    { requiredKeys: [] },
  )
  .map(
    (values): Dossier =>
      Object.fromEntries(
        Object.entries(values).map(([id, value]) => [id, { value, source: 'stated' as const, at: '' }]),
      ),
  )

describe('the calendar', () => {
  test('finds exactly the changes that looking at every day of three years finds', () => {
    let changes = 0
    fc.assert(
      fc.property(products, companies, (list, dossier) => {
        const market = marketOf(list, { repairs: repairsOf({ lapses: [LAPSE] }) })
        const found = shown(calendarOf(market, BOOK, dossier, TODAY, TODAY + YEARS))
        expect(found).toEqual(dayByDay(market, BOOK, dossier, TODAY, YEARS, ['t.title', 't.until']))
        changes += found.length
      }),
      { numRuns: 60 },
    )
    expect(changes).toBeGreaterThan(30)
  })

  test('does so for the real catalogue', () => {
    const facts = applicant({
      'company.region': '330108',
      'company.founded_on': '2025-01-31',
      'qualification.high_tech': true,
      'qualification.high_tech_until': '2027-06-30',
      'qualification.tech_sme': false,
      'credit.dishonest': false,
      'credit.executed': false,
      'credit.government_grade': 'A',
      'credit.tax_grade': 'A',
      'finance.tax_average': '3 万元',
      'finance.revenue_last_year': '500 万元',
      'credit.lenders': 1,
      'need.purpose': ['working-capital'],
    })
    const year = 365
    const found = shown(calendarOf(catalogue(), rulebook(), facts, REAL_TODAY, REAL_TODAY + year))
    const slow = dayByDay(catalogue(), rulebook(), facts, REAL_TODAY, year, [
      'qualification.high_tech',
      'qualification.high_tech_until',
    ])
    expect(found).toEqual(slow)
    expect(found.find(one => one.id === 'boc/kechuang-loan')).toMatchObject({ on: '2027-01-31', before: 'no' })
  }, 240_000)
})

const turns = (fields: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, unknown>>) =>
  calendarOf(
    marketOf([productOf('p', fields)], { repairs: repairsOf({ lapses: [LAPSE] }) }),
    BOOK,
    answersOf(facts),
    TODAY,
    TODAY + YEARS,
  )

describe('a turning', () => {
  test('says why: a birthday, an opening, an end, a title that runs out', () => {
    const age = turns({ eligible: { fact: 't.age', atLeast: '24 个月' } }, { 't.born': '2023-03-31' })
    expect(age).toMatchObject([{ day: day('2025-03-31'), before: 'no', after: 'can', because: 'time' }])
    const opening = turns({ valid: { from: '2025-01-01', to: '2025-06-30' } }, { 't.few': 1 })
    expect(opening).toMatchObject([
      { day: day('2025-01-01'), after: 'can', because: 'opens' },
      { day: day('2025-07-01'), after: 'no', because: 'closes' },
    ])
    const title = turns({ eligible: { fact: 't.title', is: true } }, { 't.title': true, 't.until': '2025-02-28' })
    expect(title).toMatchObject([{ day: day('2025-03-01'), before: 'can', after: 'no', because: 'lapse' }])
    expect(title[0]?.verdict.is).toBe('no')
  })

  test('on the 31st comes on the 1st where the month is short', () => {
    const age = turns({ eligible: { fact: 't.age', atLeast: '13 个月' } }, { 't.born': '2024-01-31' })
    expect(age[0]?.day).toBe(day('2025-03-01'))
  })

  test('of a range comes when it becomes possible and again when it is sure', () => {
    const age = turns({ eligible: { fact: 't.age', atLeast: '24 个月' } }, { 't.born': '2023-03-01 ~ 2023-03-31' })
    expect(age.map(one => [isoOf(one.day), one.before, one.after])).toEqual([
      ['2025-03-01', 'no', 'answer'],
      ['2025-03-31', 'answer', 'can'],
    ])
    expect(nextTurnings(age).get(age[0]?.product as Product)?.after).toBe('answer')
  })

  test('leaves money for banks out', () => {
    expect(turns({ bankSide: true, valid: { from: '2025-01-01' } }, {})).toEqual([])
  })
})
