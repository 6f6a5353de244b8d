// 高企 growth over all rows of a block: half the sum of two quotients. Its bottoms multiply beyond what doubles hold, so it is
// computed with a bound on its error; a row too close to an edge goes to the exact path.
import { PPM_PER_ONE } from '../quantity.ts'
import { gatherFlags } from './combine.ts'
import { ERROR } from './convert.ts'
import type { Program } from './program.ts'
import { FLAG, type NearTrack, nearTrack, type WholeTrack } from './track.ts'

interface Quotient {
  low: number
  high: number
  isNone: boolean
  mayBeNone: boolean
}

/** Fills a quotient in parts per million, as the exact path defines it. */
function divideInto(out: Quotient, lowTop: number, highTop: number, least: number, most: number): void {
  out.isNone = most <= 0
  out.mayBeNone = least <= 0
  const small = (n: number) => (least > 0 ? (n * PPM_PER_ONE) / least : n === 0 ? 0 : n * Number.POSITIVE_INFINITY)
  out.low = lowTop >= 0 ? (lowTop * PPM_PER_ONE) / most : small(lowTop)
  out.high = highTop >= 0 ? small(highTop) : (highTop * PPM_PER_ONE) / most
}

const errorOf = (a: number, b: number): number => {
  const error = (Math.abs(a) + Math.abs(b) + PPM_PER_ONE) * ERROR
  return Number.isFinite(error) ? error : 0
}

/** Three years' average growth; see `growth` in expression.ts for the cases. */
export function growthOf(
  program: Program,
  [first, second, third]: readonly [WholeTrack, WholeTrack, WholeTrack],
): NearTrack {
  const track = nearTrack()
  const { low, high, flags, lowError, highError } = track
  const last: Quotient = { low: 0, high: 0, isNone: false, mayBeNone: false }
  const before: Quotient = { ...last }
  const set = (i: number, from: number, to: number, fromError: number, toError: number) => {
    low[i] = Math.max(from - PPM_PER_ONE, 0)
    high[i] = Math.max(to - PPM_PER_ONE, 0)
    // what surely lies below 0 is 0 to the last digit
    lowError[i] = from - PPM_PER_ONE + fromError < 0 ? 0 : fromError
    highError[i] = to - PPM_PER_ONE + toError < 0 ? 0 : toError
    if (Number.isNaN(from) || Number.isNaN(to)) flags[i] = (flags[i] as number) | FLAG.odd
  }
  program.steps.push(() => {
    const { count } = program.block
    if (gatherFlags([first, second, third], flags, count)) flags.fill(0, 0, count)
    for (let i = 0; i < count; i++) {
      if ((flags[i] as number) === FLAG.none) continue
      const [one, most] = [first.low[i] as number, first.high[i] as number]
      const [two, twoMost] = [second.low[i] as number, second.high[i] as number]
      divideInto(last, third.low[i] as number, third.high[i] as number, two, twoMost)
      divideInto(before, two, twoMost, one, most)
      if (last.isNone) {
        // a point of nothing, whatever is still missing
        flags[i] = (flags[i] as number) & (FLAG.maybe | FLAG.odd)
        set(i, 0, 0, 0, 0)
        continue
      }
      let [from, to] = before.isNone
        ? [last.low, last.high]
        : [(before.low + last.low) / 2, (before.high + last.high) / 2]
      if (one <= 0) {
        from = Math.min(from, last.low)
        to = Math.max(to, last.high)
      }
      const [fromError, toError] = before.isNone
        ? [errorOf(last.low, 0), errorOf(last.high, 0)]
        : [errorOf(before.low, last.low), errorOf(before.high, last.high)]
      set(i, from, to, fromError, toError)
      if (last.mayBeNone) set(i, 0, to, 0, toError)
    }
    track.plain = isPlain(track, count)
  })
  return track
}

function isPlain({ low, high, flags }: NearTrack, count: number): boolean {
  for (let i = 0; i < count; i++) if ((flags[i] as number) !== 0 || low[i] !== high[i]) return false
  return true
}
