// What one quantity or word is in every row of a block. A quantity keeps its two ends as integers, or as integers over
// integers, so that an edge is decided by whole numbers and never by how a division was rounded.
import { BLOCK_ROWS } from './program.ts'

/** What a row's quantity is besides its two ends. */
export const FLAG = {
  /** it does not apply */
  none: 1,
  /** it may turn out not to apply */
  maybe: 2,
  /** further answers could narrow it */
  open: 4,
  /** some of these answers are missing altogether */
  stray: 8,
  /** its numbers do not fit: the exact path decides, if anything looks at them */
  odd: 16,
} as const

interface Ends {
  low: Float64Array
  /** the same array as `low` where every row is certain */
  high: Float64Array
  flags: Uint8Array
  /** every row of the block is one certain number; flags say nothing then */
  plain: boolean
}
/** Integers in base units. */
export interface WholeTrack extends Ends {
  readonly shape: 'whole'
}
/** `scale × top ÷ bottom + offset`; a bottom of 0 under a top that is not 0 is an end without bound. */
export interface RatioTrack extends Ends {
  readonly shape: 'ratio'
  readonly scale: number
  readonly offset: number
  lowBottom: Float64Array
  highBottom: Float64Array
}
/** Doubles, each with the most it can be wrong. */
export interface NearTrack extends Ends {
  readonly shape: 'near'
  readonly lowError: Float64Array
  readonly highError: Float64Array
}
export type Track = WholeTrack | RatioTrack | NearTrack

/** Codes of a word in the dictionary of its column; −1 where nobody told it, −2 where the exact path must look. */
export interface WordTrack {
  readonly codes: Int32Array
}
export const UNTOLD = -1
export const ODD_WORD = -2

/** Flags of a block in which every row is certain. */
const CLEAR = new Uint8Array(BLOCK_ROWS)
export const flagsOf = (track: Track): Uint8Array => (track.plain ? CLEAR : track.flags)

export const numbers = (): Float64Array => new Float64Array(BLOCK_ROWS)
const ends = (): Ends => ({ low: numbers(), high: numbers(), flags: new Uint8Array(BLOCK_ROWS), plain: false })

export const wholeTrack = (): WholeTrack => ({ shape: 'whole', ...ends() })
export const nearTrack = (): NearTrack => ({ shape: 'near', ...ends(), lowError: numbers(), highError: numbers() })
export const ratioTrack = (scale: number, offset: number): RatioTrack => ({
  shape: 'ratio',
  scale,
  offset,
  ...ends(),
  lowBottom: numbers(),
  highBottom: numbers(),
})

/** A quantity of one row out of several: nothing if one does not apply, else all that is open or odd. */
export const joinFlags = (all: number): number => ((all & FLAG.none) > 0 ? FLAG.none : all)
