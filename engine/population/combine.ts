// Sums, differences, extremes and shares of whole quantities, over all rows of a block.
import { PPM_PER_ONE } from '../quantity.ts'
import type { Program } from './program.ts'
import {
  FLAG,
  flagsOf,
  joinFlags,
  type RatioTrack,
  ratioTrack,
  type Track,
  type WholeTrack,
  wholeTrack,
} from './track.ts'

type Fold = (a: number, b: number) => number

/** Gathers the flags of several quantities; answers whether every row is certain. */
export function gatherFlags(parts: readonly Track[], flags: Uint8Array, count: number): boolean {
  if (parts.every(part => part.plain)) return true
  flags.fill(0, 0, count)
  for (const part of parts) {
    const own = flagsOf(part)
    for (let i = 0; i < count; i++) flags[i] = (flags[i] as number) | (own[i] as number)
  }
  for (let i = 0; i < count; i++) flags[i] = joinFlags(flags[i] as number)
  return false
}

/** Folds the parts from first to last; `crossed` takes the other end of all but the first (a difference). */
export function folded(program: Program, parts: readonly WholeTrack[], fold: Fold, crossed = false): WholeTrack {
  const track = wholeTrack()
  const [low, high] = [track.low, track.high]
  const run = (out: Float64Array, end: 'low' | 'high', other: 'low' | 'high', count: number) => {
    for (const [index, part] of parts.entries()) {
      const own = part[index === 0 ? end : other]
      if (index === 0) for (let i = 0; i < count; i++) out[i] = own[i] as number
      else for (let i = 0; i < count; i++) out[i] = fold(out[i] as number, own[i] as number)
    }
  }
  program.steps.push(() => {
    const { count } = program.block
    track.plain = gatherFlags(parts, track.flags, count)
    run(low, 'low', crossed ? 'high' : 'low', count)
    if (!track.plain) run(high, 'high', crossed ? 'low' : 'high', count)
    track.high = track.plain ? low : high
  })
  return track
}

/** A sum over a fixed number of parts, as a ratio that is never rounded. */
export function averaged(program: Program, total: WholeTrack, parts: number): RatioTrack {
  const track = ratioTrack(1, 0)
  track.lowBottom.fill(parts)
  track.highBottom = track.lowBottom
  program.steps.push(() => {
    track.low = total.low
    track.high = total.high
    track.plain = total.plain
    if (!total.plain) track.flags.set(total.flags)
  })
  return track
}

/** One end of a share with a bottom that may be 0: 0 over anything is 0, anything over 0 has no bound. */
const bottomOr = (top: number, bottom: number): number => (bottom > 0 ? bottom : top === 0 ? 1 : 0)

/** Whether every row of a block is above 0, found once for all the shares of one quantity. */
function aboveZero(program: Program, bottom: WholeTrack): { is: boolean } {
  const known = program.aboveZero.get(bottom)
  if (known) return known
  const above = { is: false }
  program.aboveZero.set(bottom, above)
  program.steps.push(() => {
    const { low } = bottom
    above.is = true
    for (let i = 0; i < program.block.count; i++) if ((low[i] as number) <= 0) above.is = false
  })
  return above
}

/** `top ÷ bottom` in parts per million, plus `offset`. A share of nothing does not apply. */
export function shareOf(program: Program, top: WholeTrack, bottom: WholeTrack, offset: number): RatioTrack {
  const track = ratioTrack(PPM_PER_ONE, offset)
  const own = { low: track.low, high: track.high, lowBottom: track.lowBottom, highBottom: track.highBottom }
  const above = aboveZero(program, bottom)
  program.steps.push(() => {
    const { count } = program.block
    const bottoms = bottom.low
    track.plain = gatherFlags([top, bottom], track.flags, count)
    if (track.plain && !above.is) {
      track.plain = false
      track.flags.fill(0, 0, count)
    }
    if (track.plain) {
      track.low = track.high = top.low
      track.lowBottom = track.highBottom = bottoms
      return
    }
    Object.assign(track, own)
    spread(track, top, bottom, count)
  })
  return track
}

function spread(track: RatioTrack, top: WholeTrack, bottom: WholeTrack, count: number): void {
  const { flags } = track
  for (let i = 0; i < count; i++) {
    const least = bottom.low[i] as number
    const most = bottom.high[i] as number
    const low = top.low[i] as number
    const high = top.high[i] as number
    const own = flags[i] as number
    if ((own & (FLAG.odd | FLAG.none)) === 0) flags[i] = most <= 0 ? FLAG.none : least <= 0 ? own | FLAG.maybe : own
    track.low[i] = low
    track.lowBottom[i] = low >= 0 ? most : bottomOr(low, least)
    track.high[i] = high
    track.highBottom[i] = high >= 0 ? bottomOr(high, least) : most
  }
}

/**
 * A share of a whole, in its base units: a product over a million. A product beyond what doubles hold is rounded once, which
 * keeps its order to any limit.
 */
export function timesOf(program: Program, a: WholeTrack, b: WholeTrack): RatioTrack {
  const track = ratioTrack(1, 0)
  const { low, high, flags } = track
  track.lowBottom.fill(PPM_PER_ONE)
  track.highBottom = track.lowBottom
  program.steps.push(() => {
    const { count } = program.block
    track.plain = gatherFlags([a, b], flags, count)
    track.high = track.plain ? low : high
    if (track.plain) for (let i = 0; i < count; i++) low[i] = (a.low[i] as number) * (b.low[i] as number)
    else multiplyEnds(a, b, low, high, count)
  })
  return track
}

function multiplyEnds(a: WholeTrack, b: WholeTrack, low: Float64Array, high: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const [p, q] = [a.low[i] as number, a.high[i] as number]
    const [r, s] = [b.low[i] as number, b.high[i] as number]
    low[i] = Math.min(p * r, p * s, q * r, q * s)
    high[i] = Math.max(p * r, p * s, q * r, q * s)
  }
}
