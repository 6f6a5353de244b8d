// Exact arithmetic for rules. A quantity is an integer in its base unit; what a division or a percentage leaves over is
// kept as a fraction, so that "≥ 6 %" is decided by the numbers and never by how a float happened to round.

/** n / d with d > 0. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}
/** An integer in base units (also ±Infinity for "no bound"), or an exact fraction of one. */
export type Exact = number | Fraction

function fraction(n: bigint, d: bigint): Exact {
  const [num, den] = d < 0n ? [-n, -d] : [n, d]
  if (num % den === 0n) {
    const whole = num / den
    if (whole >= -9007199254740991n && whole <= 9007199254740991n) return Number(whole)
  }
  return { n: num, d: den }
}

function parts(x: Exact): Fraction {
  return typeof x === 'number' ? { n: BigInt(x), d: 1n } : x
}

const finite = (x: Exact): boolean => typeof x !== 'number' || Number.isFinite(x)

export function toNumber(x: Exact): number {
  if (typeof x === 'number') return x
  // Number(bigint) keeps 53 bits of each part: enough for showing, never used for deciding a close call
  return Number(x.n) / Number(x.d)
}

/** -1, 0 or 1. Doubles decide when they are clearly apart; otherwise the fractions are cross-multiplied. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  const x = toNumber(a)
  const y = toNumber(b)
  if (!Number.isFinite(x) || !Number.isFinite(y) || Math.abs(x - y) > 1e-9 * Math.max(1, Math.abs(x), Math.abs(y)))
    return x < y ? -1 : x > y ? 1 : 0
  const p = parts(a)
  const q = parts(b)
  const left = p.n * q.d
  const right = q.n * p.d
  return left < right ? -1 : left > right ? 1 : 0
}

export const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b)
export const most = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b)

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  if (!finite(a) || !finite(b)) return toNumber(a) + toNumber(b)
  const p = parts(a)
  const q = parts(b)
  return fraction(p.n * q.d + q.n * p.d, p.d * q.d)
}

export const negate = (a: Exact): Exact => (typeof a === 'number' ? 0 - a : { n: -a.n, d: a.d })
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b))

export function multiply(a: Exact, b: Exact): Exact {
  if (!finite(a) || !finite(b)) {
    const product = toNumber(a) * toNumber(b)
    return Number.isNaN(product) ? 0 : product
  }
  const p = parts(a)
  const q = parts(b)
  return fraction(p.n * q.n, p.d * q.d)
}

/** The whole number at or below x: counted steps and whole fen are never rounded up. */
export function floor(x: Exact): number {
  if (typeof x === 'number') return Math.floor(x)
  const down = x.n / x.d
  return Number(x.n < 0n && down * x.d !== x.n ? down - 1n : down)
}

/** a / b; a division by zero has no value here and must be handled by the caller. */
export function divide(a: Exact, b: Exact): Exact {
  if (!finite(b)) return 0
  if (!finite(a)) return toNumber(a) * (compare(b, 0) < 0 ? -1 : 1)
  const p = parts(a)
  const q = parts(b)
  if (q.n === 0n) throw new RangeError('division by zero')
  return fraction(p.n * q.d, p.d * q.n)
}
