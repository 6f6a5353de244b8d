// The scorecard of 24 indicators written by hand, as straight TypeScript for this one model: the floor for anything that is
// driven by data. Once for companies that told everything, and once with ranges.
import { CUTS, indicators, STAGE_ENDS, ZERO_MONTHS } from './scorecard.ts'
import type { Row } from './scorecard-firms.ts'

const [W0 = [], W1 = [], W2 = [], W3 = [], W4 = []] = [0, 1, 2, 3, 4].map(stage =>
  // hundredths of a point for each level
  Float64Array.from(indicators(24), one => (one.weights[stage] ?? 0) * 20),
)
const [E0 = 0, E1 = 0, E2 = 0, E3 = 0] = STAGE_ENDS
const [A5 = 0, A4 = 0, A3 = 0, A2 = 0, A1 = 0] = CUTS.amount

const amount = (x: number): number => (x >= A5 ? 5 : x >= A4 ? 4 : x >= A3 ? 3 : x >= A2 ? 2 : x >= A1 ? 1 : 0)
const count = (x: number): number => (x >= 50 ? 5 : x >= 20 ? 4 : x >= 10 ? 3 : x >= 4 ? 2 : x >= 1 ? 1 : 0)
const months = (x: number): number => (x >= 120 ? 5 : x >= 84 ? 4 : x >= 60 ? 3 : x >= 36 ? 2 : x >= 24 ? 1 : 0)

function share(x: number, whole: number): number {
  if (whole <= 0) return 0
  const y = x * 100
  return y >= 15 * whole ? 5 : y >= 10 * whole ? 4 : y >= 6 * whole ? 3 : y >= 4 * whole ? 2 : y >= 2 * whole ? 1 : 0
}
function staffShare(x: number, whole: number): number {
  if (whole <= 0) return 0
  const y = x * 100
  return y >= 50 * whole ? 5 : y >= 30 * whole ? 4 : y >= 20 * whole ? 3 : y >= 10 * whole ? 2 : y >= 5 * whole ? 1 : 0
}
function change(before: number, x: number): number {
  if (before <= 0) return 0
  const y = x * 100
  if (y >= 140 * before) return 5
  return y >= 125 * before ? 4 : y >= 115 * before ? 3 : y >= 105 * before ? 2 : x >= before ? 1 : 0
}
const option = (x: string): number =>
  x === 'A' ? 5 : x === 'B' ? 4 : x === 'C' ? 3 : x === 'D' ? 2 : x === 'E' ? 1 : 0

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type Quantity = `n00${Digit}` | `n01${Exclude<Digit, 9>}` | `n01${6 | 7 | 8}b` | 'revenue' | 'staff' | 'months' | 'zero'
type Fields = Readonly<
  Record<Quantity, number> & Record<'n019' | 'n020' | 'n021', string> & Record<'n022' | 'banned', boolean>
>

/** Hundredths of a point of a company that told everything. */
export function handScore(row: Row): number {
  const x = row as unknown as Fields
  if (x.zero >= ZERO_MONTHS || x.banned) return 0
  const { revenue, staff } = x
  const w = revenue < E0 ? W0 : revenue < E1 ? W1 : revenue < E2 ? W2 : revenue < E3 ? W3 : W4
  return (
    amount(x.n000) * (w[0] as number) +
    amount(x.n001) * (w[1] as number) +
    amount(x.n002) * (w[2] as number) +
    amount(x.n003) * (w[3] as number) +
    count(x.n004) * (w[4] as number) +
    count(x.n005) * (w[5] as number) +
    count(x.n006) * (w[6] as number) +
    count(x.n007) * (w[7] as number) +
    share(x.n008, revenue) * (w[8] as number) +
    share(x.n009, revenue) * (w[9] as number) +
    share(x.n010, revenue) * (w[10] as number) +
    share(x.n011, revenue) * (w[11] as number) +
    staffShare(x.n012, staff) * (w[12] as number) +
    staffShare(x.n013, staff) * (w[13] as number) +
    staffShare(x.n014, staff) * (w[14] as number) +
    staffShare(x.n015, staff) * (w[15] as number) +
    change(x.n016b, x.n016) * (w[16] as number) +
    change(x.n017b, x.n017) * (w[17] as number) +
    change(x.n018b, x.n018) * (w[18] as number) +
    option(x.n019) * (w[19] as number) +
    option(x.n020) * (w[20] as number) +
    option(x.n021) * (w[21] as number) +
    (x.n022 ? 5 : 0) * (w[22] as number) +
    months(x.months) * (w[23] as number)
  )
}

/** Levels that are still possible of one indicator, as low × 8 + high. */
const ANY = 5
const one = (level: number): number => level * 9
const told = (x: number | undefined, level: (x: number) => number): number => (x === undefined ? ANY : one(level(x)))
function part(x: number | undefined, whole: number | undefined, level: (x: number, whole: number) => number): number {
  if (whole !== undefined && whole <= 0) return 0
  if (x === undefined) return ANY
  if (whole === undefined) return x === 0 ? 0 : ANY
  return one(level(x, whole))
}
const grown = (before: number | undefined, x: number | undefined): number => part(x, before, (a, b) => change(b, a))
const word = (x: string | undefined): number => (x === undefined ? ANY : one(option(x)))

type Partly = { readonly [Field in keyof Fields]: Fields[Field] | undefined }
const levels = new Uint8Array(24)

/** Every level of a company that told only some things. */
function fillLevels(x: Partly): void {
  const { revenue, staff } = x
  levels[0] = told(x.n000, amount)
  levels[1] = told(x.n001, amount)
  levels[2] = told(x.n002, amount)
  levels[3] = told(x.n003, amount)
  levels[4] = told(x.n004, count)
  levels[5] = told(x.n005, count)
  levels[6] = told(x.n006, count)
  levels[7] = told(x.n007, count)
  levels[8] = part(x.n008, revenue, share)
  levels[9] = part(x.n009, revenue, share)
  levels[10] = part(x.n010, revenue, share)
  levels[11] = part(x.n011, revenue, share)
  levels[12] = part(x.n012, staff, staffShare)
  levels[13] = part(x.n013, staff, staffShare)
  levels[14] = part(x.n014, staff, staffShare)
  levels[15] = part(x.n015, staff, staffShare)
  levels[16] = grown(x.n016b, x.n016)
  levels[17] = grown(x.n017b, x.n017)
  levels[18] = grown(x.n018b, x.n018)
  levels[19] = word(x.n019)
  levels[20] = word(x.n020)
  levels[21] = word(x.n021)
  levels[22] = x.n022 === undefined ? ANY : x.n022 ? one(5) : 0
  levels[23] = told(x.months, months)
}

const STAGES = [W0, W1, W2, W3, W4]

/** The range of a company that told only some things; the ends are left in `RANGE`. */
export const RANGE = { low: 0, high: 0 }
export function handRange(row: Row): void {
  const x = row as unknown as Partly
  const { revenue } = x
  fillLevels(x)
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  const stage =
    revenue === undefined ? -1 : revenue < E0 ? 0 : revenue < E1 ? 1 : revenue < E2 ? 2 : revenue < E3 ? 3 : 4
  for (let s = Math.max(stage, 0); s <= (stage < 0 ? 4 : stage); s++) {
    const w = STAGES[s] as Float64Array
    let [low, high] = [0, 0]
    for (let i = 0; i < 24; i++) {
      const own = levels[i] as number
      low += (own >> 3) * (w[i] as number)
      high += (own & 7) * (w[i] as number)
    }
    if (low < least) least = low
    if (high > most) most = high
  }
  const isOut = (x.zero !== undefined && x.zero >= ZERO_MONTHS) || x.banned === true
  const mayBeOut = x.zero === undefined || x.banned === undefined
  RANGE.low = isOut || mayBeOut ? 0 : least
  RANGE.high = isOut ? 0 : most
}
