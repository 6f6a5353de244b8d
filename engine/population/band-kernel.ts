// Bands and steps over a quantity, for the rows of one stage. Where every row is certain one end is enough.
import type { Points } from '../points.ts'
import type { ScoringForm } from '../score-table.ts'
import { factorsOf, meets } from './cut.ts'
import {
  addPoints,
  hullOf,
  type Kernel,
  type Opinion,
  opinionOf,
  type Selection,
  type Sums,
  scaled,
  type Weight,
} from './kernel.ts'
import type { Block, Program } from './program.ts'
import { FLAG, flagsOf, type NearTrack, type RatioTrack, type Track, type WholeTrack } from './track.ts'

type Form<Is extends ScoringForm['is']> = Extract<ScoringForm, { readonly is: Is }>

/** How many bands, from the lowest up, one end of a row reaches. */
type Reach = (row: number, isLow: boolean) => number

/** The bands as numbers, lowest first: band 0 is "otherwise". */
interface Table {
  readonly count: number
  /** what the ends are compared with; a share's bottom is multiplied with it */
  readonly cuts: Float64Array
  /** what a share's top is multiplied with */
  readonly tops: Float64Array
  /** 1 where the lower end is not included */
  readonly strict: Uint8Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** least and most over the bands from `a` to `b`, at a × (count + 1) + b */
  readonly least: Float64Array
  readonly most: Float64Array
}

function tableOf({ bands, otherwise }: Form<'bands'>, track: Track, weight: Weight): Table {
  const rising = [...bands].reverse()
  const rows = [otherwise, ...rising.map(band => band.points)]
  const [low, high] = [rows.map(row => scaled(row.low, weight)), rows.map(row => scaled(row.high, weight))]
  const factors = rising.map(({ value }) =>
    track.shape === 'ratio' ? factorsOf(track, value) : { top: 1, bottom: value },
  )
  // of whole numbers "above 5" is "at least 6"
  const isWhole = track.shape === 'whole'
  const cuts = rising.map(({ op }, i) => (factors[i]?.bottom ?? 0) + (isWhole && op === 'above' ? 1 : 0))
  const over = (pick: (...values: number[]) => number, of: readonly number[]) =>
    Float64Array.from({ length: rows.length ** 2 }, (_, i) => {
      const [a, b] = [Math.floor(i / rows.length), i % rows.length]
      return a <= b ? pick(...of.slice(a, b + 1)) : 0
    })
  return {
    count: bands.length,
    cuts: Float64Array.from(cuts),
    tops: Float64Array.from(factors, one => one.top),
    strict: Uint8Array.from(rising, band => (band.op === 'above' && !isWhole ? 1 : 0)),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    least: over(Math.min, low),
    most: over(Math.max, high),
  }
}

function addWhole(
  track: WholeTrack,
  { count, cuts, low }: Table,
  { rows, count: selected }: Selection,
  into: Sums,
): void {
  const { low: lows, high: highs } = into
  const own = track.low
  for (let p = 0; p < selected; p++) {
    const x = own[rows[p] as number] as number
    let k = 0
    while (k < count && x >= (cuts[k] as number)) k++
    const points = low[k] as number
    lows[p] = (lows[p] as number) + points
    highs[p] = (highs[p] as number) + points
  }
}

function addRatio(
  track: RatioTrack,
  table: Table,
  { rows, count: selected }: Selection,
  into: Sums,
  block: Block,
): void {
  const { count, cuts, tops, strict, low } = table
  const { low: lows, high: highs } = into
  const [top, bottom] = [track.low, track.lowBottom]
  for (let p = 0; p < selected; p++) {
    const row = rows[p] as number
    const [x, y] = [top[row] as number, bottom[row] as number]
    let k = 0
    while (k < count) {
      const own = x * (tops[k] as number)
      const wanted = y * (cuts[k] as number)
      if (own < wanted) break
      if (own === wanted) {
        if (meets(own, wanted)) block.odd[row] = 1
        if ((strict[k] as number) === 1) break
      }
      k++
    }
    const points = low[k] as number
    lows[p] = (lows[p] as number) + points
    highs[p] = (highs[p] as number) + points
  }
}

function reachWhole(track: WholeTrack, { count, cuts }: Table): Reach {
  return (row, isLow) => {
    const x = (isLow ? track.low : track.high)[row] as number
    let k = 0
    while (k < count && x >= (cuts[k] as number)) k++
    return k
  }
}

function reachRatio(track: RatioTrack, { count, cuts, tops, strict }: Table, block: Block): Reach {
  return (row, isLow) => {
    const x = (isLow ? track.low : track.high)[row] as number
    const y = (isLow ? track.lowBottom : track.highBottom)[row] as number
    let k = 0
    for (; k < count; k++) {
      const [own, wanted] = [x * (tops[k] as number), y * (cuts[k] as number)]
      if (meets(own, wanted)) block.odd[row] = 1
      if (own < wanted || (own === wanted && (strict[k] as number) === 1)) break
    }
    return k
  }
}

function reachNear(track: NearTrack, { count, cuts, strict }: Table, block: Block): Reach {
  return (row, isLow) => {
    const x = (isLow ? track.low : track.high)[row] as number
    const error = (isLow ? track.lowError : track.highError)[row] as number
    let k = 0
    for (; k < count; k++) {
      const cut = cuts[k] as number
      if (error > 0 && !(Math.abs(x - cut) > error)) block.odd[row] = 1
      if (x < cut || (x === cut && (strict[k] as number) === 1)) break
    }
    return k
  }
}

const reachOf = (track: Track, table: Table, block: Block): Reach =>
  track.shape === 'whole'
    ? reachWhole(track, table)
    : track.shape === 'ratio'
      ? reachRatio(track, table, block)
      : reachNear(track, table, block)

/** Ranges: the bands between the two ends, and "otherwise" too where the quantity may not apply. */
function addRanges(
  track: Track,
  table: Table,
  reach: Reach,
  { rows, count }: Selection,
  into: Sums,
  block: Block,
): void {
  const { least, most } = table
  const flags = flagsOf(track)
  const width = table.count + 1
  const [floor, ceiling] = [table.low[0] as number, table.high[0] as number]
  for (let p = 0; p < count; p++) {
    const row = rows[p] as number
    const own = flags[row] as number
    if ((own & FLAG.odd) > 0) block.odd[row] = 1
    if (own === FLAG.none) {
      addPoints(into, p, floor, ceiling)
      continue
    }
    const from = reach(row, true)
    const span = from * width + (own === 0 ? from : reach(row, false))
    const [low, high] = [least[span] as number, most[span] as number]
    if ((own & FLAG.maybe) === 0) addPoints(into, p, low, high)
    else addPoints(into, p, Math.min(low, floor), Math.max(high, ceiling))
  }
}

/** Bands whose rows leave something to experts. */
function judgedBands(form: Form<'bands'>, track: Track, weight: Weight, opinion: Opinion): Kernel {
  const table = tableOf(form, track, weight)
  const reach = reachOf(track, table, opinion.block)
  const rising: readonly Points[] = [form.otherwise, ...[...form.bands].reverse().map(band => band.points)]
  return ({ rows, count }, into) => {
    const flags = flagsOf(track)
    for (let p = 0; p < count; p++) {
      const row = rows[p] as number
      const own = flags[row] as number
      if ((own & FLAG.odd) > 0) opinion.block.odd[row] = 1
      const possible = own === FLAG.none ? [form.otherwise] : rising.slice(reach(row, true), reach(row, false) + 1)
      if ((own & FLAG.maybe) > 0) possible.push(form.otherwise)
      const { low, high } = hullOf(possible, opinion, row)
      addPoints(into, p, scaled(low, weight), scaled(high, weight))
    }
  }
}

/** Bands over a quantity. */
export function bandKernel(program: Program, form: Form<'bands'>, track: Track, weight: Weight): Kernel {
  const opinion = opinionOf(program, form.expert)
  if (opinion) return judgedBands(form, track, weight, opinion)
  const table = tableOf(form, track, weight)
  const { block } = program
  const reach = reachOf(track, table, block)
  return (selection, into) => {
    if (track.plain && track.shape === 'whole') addWhole(track, table, selection, into)
    else if (track.plain && track.shape === 'ratio') addRatio(track, table, selection, into, block)
    else addRanges(track, table, reach, selection, into, block)
  }
}
