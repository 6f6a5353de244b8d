// Kernels: loops that add what one table gives to the sums of the rows of one stage. A table that is worth something else in
// a stage is scaled as it is compiled.
import type { FactId } from '../fact.ts'
import type { Points } from '../points.ts'
import { UNITS_PER_POINT } from '../quantity.ts'
import { share } from '../score-several.ts'
import { factTrack } from './facts.ts'
import { BLOCK_ROWS, type Block, type Program } from './program.ts'
import type { Table } from './table-kernel.ts'
import { FLAG, flagsOf, type Track } from './track.ts'

/** The rows of a block that are in one stage. */
export interface Selection {
  readonly rows: Uint16Array
  count: number
}

/** Points of the selected rows, by place in the selection. */
export interface Sums {
  readonly low: Float64Array
  readonly high: Float64Array
}
export const sums = (): Sums => ({
  low: new Float64Array(BLOCK_ROWS),
  high: new Float64Array(BLOCK_ROWS),
})

/** Adds a table's points to the sums. */
export interface Kernel {
  add(selection: Selection, into: Sums): void
  /** the table itself, where its points are only looked up: several such are added together */
  readonly table?: Table | undefined
}

/** What a table's points are multiplied with in a stage: weight ÷ highest. */
export interface Weight {
  readonly weight: number
  readonly highest: number
}
export const AS_WRITTEN: Weight = { weight: 1, highest: 1 }
export const scaled = (points: number, { weight, highest }: Weight): number =>
  weight === 1 && highest === 1 ? points : share(points, weight, highest)

export function addPoints(into: Sums, place: number, low: number, high: number): void {
  into.low[place] = (into.low[place] as number) + low
  into.high[place] = (into.high[place] as number) + high
}

/** The experts' score of a row, inside the rows of a table that are still possible. */
export interface Opinion {
  readonly track: Track
  readonly block: Block
}

export function opinionOf(program: Program, expert: FactId | undefined): Opinion | undefined {
  return expert === undefined ? undefined : { track: factTrack(program, expert).track, block: program.block }
}

const within = (score: number, row: Points): number => Math.min(row.high, Math.max(row.low, score * UNITS_PER_POINT))

/** One row of a table once the experts have been heard: as settled in points.ts. */
export function heard(row: Points, { track, block }: Opinion, place: number): Points {
  if (row.low === row.high) return row
  const flags = flagsOf(track)[place] as number
  if (flags === FLAG.none) return row
  if ((flags & FLAG.odd) > 0 || track.shape !== 'whole') block.odd[place] = 1
  return { low: within(track.low[place] as number, row), high: within(track.high[place] as number, row) }
}

/** The least and the most that several possible rows give, once the experts have been heard. */
export function hullOf(possible: readonly Points[], opinion: Opinion, place: number): Points {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of possible) {
    const own = heard(row, opinion, place)
    if (own.low < low) low = own.low
    if (own.high > high) high = own.high
  }
  return { low, high }
}
