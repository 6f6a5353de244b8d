// Where a quantity stands among the bands of a table: the lowest and the highest band still possible, as one number a row.
import type { Band } from '../score-table.ts'
import { factorsOf, meets } from './cut.ts'
import type { Selection } from './kernel.ts'
import { BLOCK_ROWS, type Block } from './program.ts'
import { FLAG, flagsOf, type NearTrack, type RatioTrack, type Track, type WholeTrack } from './track.ts'

/** One number a row, filled for the rows of a selection. */
export interface Places {
  readonly index: Uint32Array
  fill(selection: Selection): void
}

/** The lower ends as numbers, lowest band first. */
interface Cuts {
  readonly count: number
  /** what the ends are compared with; a share's bottom is multiplied with it */
  readonly limits: Float64Array
  /** what a share's top is multiplied with */
  readonly tops: Float64Array
  /** 1 where the lower end is not included */
  readonly strict: Uint8Array
}

function cutsOf(rising: readonly Band[], track: Track): Cuts {
  const factors = rising.map(({ value }) =>
    track.shape === 'ratio' ? factorsOf(track, value) : { top: 1, bottom: value },
  )
  // of whole numbers "above 5" is "at least 6"
  const isWhole = track.shape === 'whole'
  return {
    count: rising.length,
    limits: Float64Array.from(rising, ({ op }, i) => (factors[i]?.bottom ?? 0) + (isWhole && op === 'above' ? 1 : 0)),
    tops: Float64Array.from(factors, one => one.top),
    strict: Uint8Array.from(rising, band => (band.op === 'above' && !isWhole ? 1 : 0)),
  }
}

/**
 * The number of a row: `from` and `to` count the bands that its two ends reach, 0 is "otherwise"; `maybe` when "otherwise" is
 * possible besides.
 */
export const placeOf = (width: number, from: number, to: number, maybe: boolean): number =>
  (maybe ? width * width : 0) + from * width + to

function fillWhole(
  track: WholeTrack,
  { count, limits }: Cuts,
  { rows, count: selected }: Selection,
  index: Uint32Array,
) {
  const { low, high } = track
  const width = count + 1
  if (track.plain) {
    for (let p = 0; p < selected; p++) {
      const row = rows[p] as number
      const x = low[row] as number
      let k = 0
      while (k < count && x >= (limits[k] as number)) k++
      index[row] = k * (width + 1)
    }
    return
  }
  for (let p = 0; p < selected; p++) {
    const row = rows[p] as number
    const x = low[row] as number
    let k = 0
    while (k < count && x >= (limits[k] as number)) k++
    const from = k
    const y = high[row] as number
    while (k < count && y >= (limits[k] as number)) k++
    index[row] = from * width + k
  }
}

/** Bands reached by top ÷ bottom, counted from `start`. */
function reachRatio(cuts: Cuts, start: number, top: number, bottom: number, odd: Uint8Array, row: number): number {
  const { count, limits, tops, strict } = cuts
  let k = start
  while (k < count) {
    const own = top * (tops[k] as number)
    const wanted = bottom * (limits[k] as number)
    if (own < wanted) break
    if (own === wanted) {
      if (meets(own, wanted)) odd[row] = 1
      if ((strict[k] as number) === 1) break
    }
    k++
  }
  return k
}

function fillRatio(
  track: RatioTrack,
  cuts: Cuts,
  { rows, count: selected }: Selection,
  index: Uint32Array,
  block: Block,
) {
  const { low, high, lowBottom, highBottom } = track
  const { odd } = block
  const width = cuts.count + 1
  if (track.plain) {
    for (let p = 0; p < selected; p++) {
      const row = rows[p] as number
      index[row] = (width + 1) * reachRatio(cuts, 0, low[row] as number, lowBottom[row] as number, odd, row)
    }
    return
  }
  for (let p = 0; p < selected; p++) {
    const row = rows[p] as number
    const from = reachRatio(cuts, 0, low[row] as number, lowBottom[row] as number, odd, row)
    index[row] = from * width + reachRatio(cuts, from, high[row] as number, highBottom[row] as number, odd, row)
  }
}

function fillNear(
  track: NearTrack,
  cuts: Cuts,
  { rows, count: selected }: Selection,
  index: Uint32Array,
  block: Block,
) {
  const { count, limits, strict } = cuts
  const width = count + 1
  const reach = (x: number, error: number, row: number): number => {
    let k = 0
    for (; k < count; k++) {
      const cut = limits[k] as number
      if (error > 0 && !(Math.abs(x - cut) > error)) block.odd[row] = 1
      if (x < cut || (x === cut && (strict[k] as number) === 1)) break
    }
    return k
  }
  for (let p = 0; p < selected; p++) {
    const row = rows[p] as number
    const from = reach(track.low[row] as number, track.lowError[row] as number, row)
    const to = reach(track.high[row] as number, track.highError[row] as number, row)
    index[row] = from * width + Math.max(from, to)
  }
}

/** What does not apply stands at "otherwise", what may not apply may stand there too. */
function applyFlags(track: Track, { rows, count }: Selection, index: Uint32Array, width: number, block: Block): void {
  const flags = flagsOf(track)
  for (let p = 0; p < count; p++) {
    const row = rows[p] as number
    const own = flags[row] as number
    if ((own & (FLAG.none | FLAG.maybe | FLAG.odd)) === 0) continue
    if ((own & FLAG.odd) > 0) block.odd[row] = 1
    if ((own & FLAG.none) > 0) index[row] = 0
    else if ((own & FLAG.maybe) > 0) index[row] = (index[row] as number) + width * width
  }
}

/** The places of a quantity among bands, lowest first. */
export function bandPlaces(block: Block, rising: readonly Band[], track: Track): Places {
  const cuts = cutsOf(rising, track)
  const index = new Uint32Array(BLOCK_ROWS)
  return {
    index,
    fill(selection) {
      if (track.shape === 'whole') fillWhole(track, cuts, selection, index)
      else if (track.shape === 'ratio') fillRatio(track, cuts, selection, index, block)
      else fillNear(track, cuts, selection, index, block)
      if (!track.plain) applyFlags(track, selection, index, cuts.count + 1, block)
    },
  }
}
