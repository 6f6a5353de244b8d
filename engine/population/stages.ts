// The points of every row: its stage, the sums of its characteristics by block with their caps, and the span over all stages
// that are still possible, as in rate-stages.ts.
import { fullBlock } from '../check-model.ts'
import type { Characteristic, Dimension, RatingModel, Stage } from '../model.ts'
import { compareEnd, sidesOfBlock } from './cut.ts'
import { factTrack } from './facts.ts'
import { type Kernel, type Selection, type Sums, sums } from './kernel.ts'
import { BLOCK_ROWS, type Program } from './program.ts'
import { expressionTrack } from './quantities.ts'
import { kernelOf } from './scorings.ts'
import { pushSharedPlaces, together } from './table-kernel.ts'
import { FLAG, flagsOf, numbers } from './track.ts'
import type { ModelOf } from './verdicts.ts'

/** Two ends for every row of a block. */
export interface Span {
  readonly low: Float64Array
  readonly high: Float64Array
}
export const span = (): Span => ({ low: numbers(), high: numbers() })

export interface PointTracks {
  readonly total: Span
  /** blocks and characteristics that the pass looks at, by id */
  readonly dimensions: ReadonlyMap<string, Span>
  readonly partials: ReadonlyMap<string, Span>
  readonly firstStage: Uint8Array
  readonly lastStage: Uint8Array
  /** 1 where some characteristic is still a range */
  readonly open: Uint8Array
}

/** Places of the stages still possible; every stage where the quantity says nothing. */
function stagePlaces(program: Program, model: RatingModel): { first: Uint8Array; last: Uint8Array } {
  const [first, last] = [new Uint8Array(BLOCK_ROWS), new Uint8Array(BLOCK_ROWS)]
  if (!model.stages) return { first, last }
  const { list, of } = model.stages
  const { track } = expressionTrack(program, of.shape, id => factTrack(program, id))
  const { block } = program
  const sides = sidesOfBlock()
  const place = (out: Uint8Array, isLow: boolean) => {
    out.fill(0, 0, block.count)
    for (const { below } of list) {
      if (below === undefined) return
      compareEnd(track, isLow, below, sides, block)
      for (let i = 0; i < block.count; i++) if ((sides[i] as number) >= 0) out[i] = (out[i] as number) + 1
    }
  }
  program.steps.push(() => {
    const flags = flagsOf(track)
    place(first, true)
    if (track.plain) last.set(first)
    else place(last, false)
    for (let i = 0; i < block.count; i++) {
      const own = flags[i] as number
      if ((own & FLAG.odd) > 0) block.odd[i] = 1
      if ((own & (FLAG.none | FLAG.maybe)) === 0) continue
      first[i] = 0
      last[i] = list.length - 1
    }
  })
  return { first, last }
}

interface BlockKernels {
  readonly dimension: Dimension
  readonly kernels: readonly { readonly kernel: Kernel; readonly own: Sums | undefined; readonly id: string }[]
  readonly sums: Sums
  readonly max: number
}

const scoringOf = (one: Characteristic, stage: Stage | undefined) => (stage && one.byStage.get(stage.id)) ?? one.score

function compileStage(
  program: Program,
  model: RatingModel,
  stage: Stage | undefined,
  watched: ReadonlySet<string>,
  modelOf: ModelOf,
) {
  return model.dimensions.map((dimension): BlockKernels => {
    const kernels = model.characteristics
      .filter(one => one.dimension === dimension.id)
      .map(one => {
        const scoring = scoringOf(one, stage)
        if (!scoring) throw new Error(`${model.id}: ${one.id} has no score`) // checkModel refuses such a model
        return {
          kernel: kernelOf(program, scoring, modelOf),
          own: watched.has(one.id) ? sums() : undefined,
          id: one.id,
        }
      })
    const isWatched = kernels.some(one => one.own)
    const joined = isWatched
      ? kernels
      : together(kernels.map(one => one.kernel)).map(kernel => ({ kernel, own: undefined, id: '' }))
    return { dimension, kernels: joined, sums: sums(), max: fullBlock(dimension, stage) }
  })
}

/** Spreads what one stage gives over what earlier stages of the same row gave. */
function widen({ low, high }: Span, from: Span, { rows, count }: Selection, first: Uint8Array, stage: number): void {
  for (let p = 0; p < count; p++) {
    const row = rows[p] as number
    const [a, b] = [from.low[p] as number, from.high[p] as number]
    const isFirst = (first[row] as number) === stage
    if (isFirst || a < (low[row] as number)) low[row] = a
    if (isFirst || b > (high[row] as number)) high[row] = b
  }
}

function empty({ low, high }: Sums, count: number): void {
  low.fill(0, 0, count)
  high.fill(0, 0, count)
}

function clamp(ends: Float64Array, least: number, most: number, count: number): void {
  for (let p = 0; p < count; p++) {
    const x = ends[p] as number
    ends[p] = Math.max(least, Math.min(most, x))
  }
}

/** Runs the kernels of one stage over its rows. */
function runStage(
  blocks: readonly BlockKernels[],
  selection: Selection,
  total: Sums,
  cap: number,
  open: Uint8Array,
): void {
  const { count } = selection
  empty(total, count)
  for (const { dimension, kernels, sums: own, max } of blocks) {
    empty(own, count)
    for (const { kernel, own: alone } of kernels) {
      if (!alone) kernel.add(selection, own)
      else {
        empty(alone, count)
        kernel.add(selection, alone)
        add(own, alone, count)
      }
    }
    // every part has its least at or below its most, so the sums differ where any part is still open
    for (let p = 0; p < count; p++) if (own.low[p] !== own.high[p]) open[selection.rows[p] as number] = 1
    const least = dimension.notBelow ?? Number.NEGATIVE_INFINITY
    clamp(own.low, least, max, count)
    clamp(own.high, least, max, count)
    add(total, own, count)
  }
  clamp(total.low, 0, cap, count)
  clamp(total.high, 0, cap, count)
}

function add(into: Sums, own: Sums, count: number): void {
  for (let p = 0; p < count; p++) {
    into.low[p] = (into.low[p] as number) + (own.low[p] as number)
    into.high[p] = (into.high[p] as number) + (own.high[p] as number)
  }
}

/** The points of a model, compiled for every stage. `watched` are characteristics whose own points are asked for. */
export function pointTracks(
  program: Program,
  model: RatingModel,
  watched: ReadonlySet<string>,
  modelOf: ModelOf,
): PointTracks {
  const { first, last } = stagePlaces(program, model)
  const stages = (model.stages?.list ?? [undefined]).map(stage => compileStage(program, model, stage, watched, modelOf))
  pushSharedPlaces(program)
  const total = span()
  const dimensions = new Map(model.dimensions.map(one => [one.id, span()]))
  const partials = new Map([...watched].map(id => [id, span()]))
  const open = new Uint8Array(BLOCK_ROWS)
  const selection: Selection = { rows: new Uint16Array(BLOCK_ROWS), count: 0 }
  const sum = sums()
  const { block } = program
  const cap = model.cap ?? Number.POSITIVE_INFINITY
  const choose = (stage: number) => {
    selection.count = 0
    for (let i = 0; i < block.count; i++)
      if ((first[i] as number) <= stage && stage <= (last[i] as number)) selection.rows[selection.count++] = i
  }
  program.steps.push(() => {
    open.fill(0, 0, block.count)
    for (const [stage, blocks] of stages.entries()) {
      choose(stage)
      if (selection.count === 0) continue
      runStage(blocks, selection, sum, cap, open)
      widen(total, sum, selection, first, stage)
      for (const { dimension, kernels, sums: own } of blocks) {
        const wide = dimensions.get(dimension.id)
        if (wide && dimension.atLeast !== undefined) widen(wide, own, selection, first, stage)
        for (const { id, own: alone } of kernels) {
          const part = partials.get(id)
          if (part && alone) widen(part, alone, selection, first, stage)
        }
      }
    }
  })
  return { total, dimensions, partials, firstStage: first, lastStage: last, open }
}
