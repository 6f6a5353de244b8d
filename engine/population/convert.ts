// Quotients where integers are wanted, and sums of quotients: what fits is kept, the rest is marked for the exact path.
import { gatherFlags } from './combine.ts'
import type { Program } from './program.ts'
import {
  FLAG,
  flagsOf,
  type NearTrack,
  nearTrack,
  type RatioTrack,
  type Track,
  type WholeTrack,
  wholeTrack,
} from './track.ts'

/** Relative error of a handful of additions and divisions, well above what doubles make. */
export const ERROR = 2 ** -48

/** The value of one end if it is an integer that was computed without rounding; NaN otherwise. */
function wholeEnd({ scale, offset }: RatioTrack, top: number, bottom: number): number {
  if (bottom === scale) return top + offset
  const product = scale * top
  const value = product / bottom
  return Number.isInteger(value) && Math.abs(product) <= Number.MAX_SAFE_INTEGER ? value + offset : Number.NaN
}

/** The same quantity in integers; rows where it is none are odd. */
export function asWhole(program: Program, from: Track): WholeTrack {
  if (from.shape === 'whole') return from
  const track = wholeTrack()
  const { low, high, flags } = track
  const set = (i: number, a: number, b: number) => {
    low[i] = a
    high[i] = b
    if (Number.isNaN(a) || Number.isNaN(b)) flags[i] = (flags[i] as number) | FLAG.odd
  }
  program.steps.push(() => {
    const { count } = program.block
    flags.set(flagsOf(from))
    for (let i = 0; i < count; i++) {
      if (from.shape === 'near') flags[i] = (flags[i] as number) | FLAG.odd
      else
        set(
          i,
          wholeEnd(from, from.low[i] as number, from.lowBottom[i] as number),
          wholeEnd(from, from.high[i] as number, from.highBottom[i] as number),
        )
    }
    track.plain = from.plain && flags.subarray(0, count).every(own => own === 0)
    track.high = track.plain ? low : high
  })
  return track
}

/** The mean of several quotients, with a bound on its error. */
export function meanOf(program: Program, parts: readonly RatioTrack[]): NearTrack {
  const track = nearTrack()
  const { low, high, flags, lowError, highError } = track
  const fill = (i: number, ends: Float64Array, errors: Float64Array, isLow: boolean) => {
    let [sum, size] = [0, 0]
    for (const { scale, offset, ...part } of parts) {
      const top = (isLow ? part.low : part.high)[i] as number
      const value = (scale * top) / ((isLow ? part.lowBottom : part.highBottom)[i] as number) + offset
      sum += value
      size += Math.abs(value) + Math.abs(offset)
    }
    ends[i] = sum / parts.length
    errors[i] = Number.isFinite(size) ? size * ERROR : 0
    if (Number.isNaN(sum)) flags[i] = (flags[i] as number) | FLAG.odd
  }
  program.steps.push(() => {
    const { count } = program.block
    if (gatherFlags(parts, flags, count)) flags.fill(0, 0, count)
    for (let i = 0; i < count; i++) {
      if ((flags[i] as number) === FLAG.none) continue
      fill(i, low, lowError, true)
      fill(i, high, highError, false)
    }
  })
  return track
}
