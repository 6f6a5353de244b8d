// Where a quantity stands against a limit, in integers: scale × top ÷ bottom + offset ≥ limit is a comparison of two
// products once the common factor is taken out.
import { BLOCK_ROWS, type Block } from './program.ts'
import type { NearTrack, RatioTrack, Track } from './track.ts'

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The two factors that a ratio's top and bottom are multiplied with to be compared with a limit. */
export function factorsOf({ scale, offset }: RatioTrack, limit: number): { top: number; bottom: number } {
  const rest = limit - offset
  const common = gcd(scale, Math.abs(rest))
  return { top: scale / common, bottom: rest / common }
}

/**
 * Two products that come out equal are equal only while doubles hold them exactly: rounding keeps the order of unequal
 * ones, but may make them meet.
 */
export const meets = (a: number, b: number): boolean => a === b && Math.abs(a) > Number.MAX_SAFE_INTEGER

function compareWhole(ends: Float64Array, limit: number, sides: Int8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = ends[i] as number
    sides[i] = x < limit ? -1 : x > limit ? 1 : 0
  }
}

function compareRatio(track: RatioTrack, isLow: boolean, limit: number, sides: Int8Array, block: Block): void {
  const { top, bottom } = factorsOf(track, limit)
  const tops = isLow ? track.low : track.high
  const bottoms = isLow ? track.lowBottom : track.highBottom
  for (let i = 0; i < block.count; i++) {
    const own = (tops[i] as number) * top
    const wanted = (bottoms[i] as number) * bottom
    if (meets(own, wanted)) block.odd[i] = 1
    sides[i] = own < wanted ? -1 : own > wanted ? 1 : 0
  }
}

function compareNear(track: NearTrack, isLow: boolean, limit: number, sides: Int8Array, block: Block): void {
  const ends = isLow ? track.low : track.high
  const errors = isLow ? track.lowError : track.highError
  for (let i = 0; i < block.count; i++) {
    const x = ends[i] as number
    const error = errors[i] as number
    if (!(Math.abs(x - limit) > error) && error > 0) block.odd[i] = 1
    sides[i] = x < limit ? -1 : x > limit ? 1 : 0
  }
}

/** −1, 0 or 1 for one end of every row against a limit; what is too close to tell is marked for the exact path. */
export function compareEnd(track: Track, isLow: boolean, limit: number, sides: Int8Array, block: Block): void {
  if (track.shape === 'whole') compareWhole(isLow ? track.low : track.high, limit, sides, block.count)
  else if (track.shape === 'ratio') compareRatio(track, isLow, limit, sides, block)
  else compareNear(track, isLow, limit, sides, block)
}

export const sidesOfBlock = (): Int8Array => new Int8Array(BLOCK_ROWS)
