// Quantities as people write them and as they are shown: what is written comes back, and what cannot be read is refused.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOf,
  EXAMPLES,
  isoOf,
  monthsBetween,
  parseQuantity,
  QUANTITY_KINDS,
  scaleDecimal,
  showQuantity,
} from '../../engine/quantity.ts'

describe('reading', () => {
  test.each([
    ['500 万元', 'money', 500_000_000],
    ['1.5 亿元', 'money', 15_000_000_000],
    ['1,200 万元', 'money', 1_200_000_000],
    ['12.34 元', 'money', 1_234],
    ['-300 万元', 'money', -300_000_000],
    ['0 万元', 'money', 0],
    ['30 %', 'percent', 300_000],
    ['6%', 'percent', 60_000],
    ['4.35 %', 'percent', 43_500],
    ['2 个百分点', 'percent', 20_000],
    ['5 ‰', 'percent', 5_000],
    ['35 bp', 'percent', 3_500],
    ['12', 'count', 12],
    ['40 人', 'count', 40],
    ['3 年', 'months', 36],
    ['18 个月', 'months', 18],
    ['0.5 年', 'months', 6],
    ['15 天', 'days', 15],
    ['60', 'points', 6_000],
    ['7.5 分', 'points', 750],
    ['1970-01-02', 'date', 1],
    ['2026-03-01', 'date', 20_513],
  ] as const)('%s is a %s of %d', (written, kind, value) => {
    expect(parseQuantity(written, kind)).toBe(value)
  })

  test.each([
    ['500', 'money'],
    ['500 万', 'money'],
    ['0.001 元', 'money'],
    ['五百 万元', 'money'],
    ['30', 'percent'],
    ['1.5', 'count'],
    ['1.05 年', 'months'],
    ['3', 'months'],
    ['2026-02-29', 'date'],
    ['2026-3-1', 'date'],
    ['', 'count'],
    ['1 2', 'count'],
    ['1e3', 'count'],
    ['99999999999 亿元', 'money'],
    ['5 constructor', 'money'],
    ['5 toString', 'percent'],
    ['5 __proto__', 'count'],
  ] as const)('%j is no %s', (written, kind) => {
    expect(parseQuantity(written, kind)).toBeUndefined()
  })

  test('what the messages give as an example can be read', () => {
    for (const kind of QUANTITY_KINDS) expect(parseQuantity(EXAMPLES[kind], kind), kind).toBeTypeOf('number')
  })

  test('a minus before nothing is nothing', () => {
    expect(parseQuantity('-0 元', 'money')).toBe(0)
  })

  test('decimals are scaled exactly or not at all', () => {
    expect(scaleDecimal('1.005', 1_000)).toBe(1_005)
    expect(scaleDecimal('1.0055', 1_000)).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (units, decimals) => {
        const scale = 10 ** decimals
        const digits = `${Math.abs(units)}`.padStart(decimals + 1, '0')
        const cut = digits.length - decimals
        const written = `${units < 0 ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? '.' : ''}${digits.slice(cut)}`
        expect(scaleDecimal(written, scale)).toBe(units)
      }),
      { numRuns: 300 },
    )
  })
})

describe('round trips', () => {
  const runs = { numRuns: 300 }
  test('money to the 100 yuan below 1 亿元, to the 万元 above', () => {
    const shownAndRead = (fen: number) => parseQuantity(showQuantity(fen, 'money', 'zh'), 'money')
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -1e8, max: 1e8 }), (hundreds, wan) => {
        expect(shownAndRead(hundreds * 10_000)).toBe(hundreds * 10_000)
        expect(shownAndRead(wan * 1_000_000)).toBe(wan * 1_000_000)
      }),
      runs,
    )
  })
  test('small sums keep every fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), fen => {
        expect(parseQuantity(showQuantity(fen, 'money', 'zh'), 'money')).toBe(fen)
      }),
      runs,
    )
  })
  test('percent, counts, days and points', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), x => {
        expect(parseQuantity(showQuantity(x * 100, 'percent', 'zh'), 'percent')).toBe(x * 100)
        expect(parseQuantity(showQuantity(x, 'count', 'zh', '件'), 'count')).toBe(x)
        expect(parseQuantity(showQuantity(x, 'days', 'zh'), 'days')).toBe(x)
        expect(parseQuantity(showQuantity(x, 'points', 'zh'), 'points')).toBe(x)
      }),
      runs,
    )
  })
  test('months and dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_400 }), fc.integer({ min: -36_500, max: 73_000 }), (months, date) => {
        expect(parseQuantity(showQuantity(months, 'months', 'zh'), 'months')).toBe(months)
        expect(parseQuantity(showQuantity(date, 'date', 'zh'), 'date')).toBe(date)
        expect(dayOf(isoOf(date))).toBe(date)
      }),
      runs,
    )
  })
})

describe('showing', () => {
  test.each([
    [500_000_000, 'zh', '500 万元'],
    [15_000_000_000, 'zh', '1.5 亿元'],
    [123_456, 'zh', '1,234.56 元'],
    [0, 'zh', '0 万元'],
    [500_000_000, 'en', 'RMB 5 million'],
    [5_000_000, 'en', 'RMB 50,000'],
  ] as const)('%d fen in %s is %s', (fen, language, shown) => {
    expect(showQuantity(fen, 'money', language)).toBe(shown)
  })
  test('whole years are years', () => {
    expect(showQuantity(12, 'months', 'en')).toBe('1 year')
    expect(showQuantity(24, 'months', 'zh')).toBe('2 年')
    expect(showQuantity(18, 'months', 'zh')).toBe('18 个月')
    expect(showQuantity(0, 'months', 'zh')).toBe('0 个月')
  })
  test('a fraction is rounded only for the eye', () => {
    expect(showQuantity({ n: 200_000n, d: 3n }, 'percent', 'zh')).toBe('6.67%')
  })
})

describe('the calendar', () => {
  test('counts whole months, the last one only when its day is reached', () => {
    const months = (from: string, to: string) => monthsBetween(dayOf(from) ?? 0, dayOf(to) ?? 0)
    expect(months('2024-03-15', '2026-03-15')).toBe(24)
    expect(months('2024-03-15', '2026-03-14')).toBe(23)
    expect(months('2024-02-29', '2025-02-28')).toBe(11)
    expect(months('2024-02-29', '2025-03-01')).toBe(12)
    expect(months('2026-03-15', '2026-01-01')).toBeLessThan(0)
  })
  test('never goes back as time goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 30_000 }), (from, later) => {
        expect(monthsBetween(from, from + later + 1)).toBeGreaterThanOrEqual(monthsBetween(from, from + later))
        expect(monthsBetween(from + 1, from + later)).toBeLessThanOrEqual(monthsBetween(from, from + later))
      }),
      { numRuns: 300 },
    )
  })
})
