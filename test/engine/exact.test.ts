// Exact arithmetic against plain BigInt rationals: every operation, every comparison, and the ends without a bound.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  divide,
  type Exact,
  floor,
  least,
  most,
  multiply,
  negate,
  subtract,
  toNumber,
} from '../../engine/exact.ts'

type Rational = readonly [bigint, bigint]
const LARGEST = 3_000_000_000_000_000 // 30,000 亿元 in fen: beyond any real sum

const whole = fc.integer({ min: -LARGEST, max: LARGEST })
const notZero = whole.filter(x => x !== 0)
/** Whole numbers and quotients of them, beside the same number as a rational. */
const pair: fc.Arbitrary<{ exact: Exact; rational: Rational }> = fc.oneof(
  whole.map(x => ({ exact: x as Exact, rational: [BigInt(x), 1n] as const })),
  fc.tuple(whole, notZero).map(([n, d]) => ({ exact: divide(n, d), rational: [BigInt(n), BigInt(d)] as const })),
)

const sign = (x: bigint): -1 | 0 | 1 => (x < 0n ? -1 : x > 0n ? 1 : 0)
const order = ([a, b]: Rational, [c, d]: Rational) => sign((a * d - c * b) * b * d)
const rationalOf = (x: Exact): Rational => (typeof x === 'number' ? [BigInt(x), 1n] : [x.n, x.d])
const same = (x: Exact, y: Rational) => order(rationalOf(x), y) === 0

describe('arithmetic', () => {
  test('adds, subtracts, multiplies and divides like rationals', () => {
    fc.assert(
      fc.property(pair, pair, (x, y) => {
        const [a, b] = x.rational
        const [c, d] = y.rational
        expect(same(add(x.exact, y.exact), [a * d + c * b, b * d])).toBe(true)
        expect(same(subtract(x.exact, y.exact), [a * d - c * b, b * d])).toBe(true)
        expect(same(multiply(x.exact, y.exact), [a * c, b * d])).toBe(true)
        expect(same(negate(x.exact), [-a, b])).toBe(true)
        if (c !== 0n) expect(same(divide(x.exact, y.exact), [a * d, b * c])).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('compares like rationals, also where doubles cannot tell them apart', () => {
    fc.assert(
      fc.property(pair, pair, (x, y) => {
        expect(compare(x.exact, y.exact)).toBe(order(x.rational, y.rational))
        expect(compare(x.exact, x.exact)).toBe(0)
        expect(same(least(x.exact, y.exact), order(x.rational, y.rational) <= 0 ? x.rational : y.rational)).toBe(true)
        expect(same(most(x.exact, y.exact), order(x.rational, y.rational) >= 0 ? x.rational : y.rational)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
    const big = 9_007_199_254_740_881
    const almost = divide(big, big + 2)
    expect(toNumber(almost)).toBe(toNumber(divide(big - 2, big)))
    expect(compare(almost, divide(big - 2, big))).toBe(1)
    expect(compare(divide(1, 3), 0)).toBe(1)
  })

  test('a whole result is a plain number again', () => {
    expect(divide(6, 3)).toBe(2)
    expect(divide(6, -3)).toBe(-2)
    expect(divide(0, 7)).toBe(0)
    expect(multiply(divide(1, 3), 3)).toBe(1)
    expect(divide(1, -3)).toEqual({ n: -1n, d: 3n })
  })

  test('floors without rounding up what a double would', () => {
    fc.assert(
      fc.property(pair, ({ exact, rational: [n, d] }) => {
        const down = BigInt(floor(exact))
        expect(order([down, 1n], [n, d])).toBeLessThanOrEqual(0)
        expect(order([down + 1n, 1n], [n, d])).toBe(1)
      }),
      { numRuns: 500 },
    )
    const justBelowThree = divide(3 * 9_007_199_254_740_991 - 1, 9_007_199_254_740_991)
    expect(toNumber(justBelowThree)).toBe(3)
    expect(floor(divide(subtract(multiply(3, 9_007_199_254_740_991), 1), 9_007_199_254_740_991))).toBe(2)
  })
})

describe('ends without a bound', () => {
  const inf = Number.POSITIVE_INFINITY
  test('stay what they are', () => {
    expect(add(inf, divide(1, 3))).toBe(inf)
    expect(subtract(divide(1, 3), inf)).toBe(-inf)
    expect(multiply(inf, -2)).toBe(-inf)
    expect(multiply(inf, divide(-1, 3))).toBe(-inf)
    expect(divide(inf, -2)).toBe(-inf)
    expect(floor(inf)).toBe(inf)
    expect(compare(inf, divide(1, 3))).toBe(1)
    expect(compare(-inf, divide(-1, 3))).toBe(-1)
    expect(compare(inf, inf)).toBe(0)
  })
  test('times nothing is nothing, and a share of the boundless is nothing', () => {
    expect(multiply(inf, 0)).toBe(0)
    expect(multiply(0, -inf)).toBe(0)
    expect(divide(5, inf)).toBe(0)
  })
  test('a division by zero is thrown, never guessed', () => {
    expect(() => divide(5, 0)).toThrow(RangeError)
  })
})
