// Points by option, by the first case that holds, by steps, and as experts give them, for the rows of one stage.

import { NO, YES } from '../normal/closures.ts'
import { type Points, spread } from '../points.ts'
import type { ScoringForm } from '../score-table.ts'
import type { Places } from './band-places.ts'
import type { Word } from './columns.ts'
import { wordTrack } from './facts.ts'
import {
  addPoints,
  heard,
  hullOf,
  type Kernel,
  type Opinion,
  opinionOf,
  type Selection,
  type Sums,
  scaled,
  type Weight,
} from './kernel.ts'
import { BLOCK_ROWS, type Block, columnOf, type Program } from './program.ts'
import { shared, type Worth, worthKernel, worthOf } from './table-kernel.ts'
import { FLAG, flagsOf, ODD_WORD, type Track, UNTOLD } from './track.ts'

type Form<Is extends ScoringForm['is']> = Extract<ScoringForm, { readonly is: Is }>

const listOf = (word: Word): readonly string[] => (Array.isArray(word) ? word : [String(word)])

/** The best of the chosen options; nothing chosen gives the least. */
function bestOf(mine: readonly Points[], least: number, opinion: Opinion | undefined, row: number): Points {
  if (mine.length === 0) return { low: least, high: least }
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of mine) {
    const own = opinion ? heard(one, opinion, row) : one
    if (own.low > low) low = own.low
    if (own.high > high) high = own.high
  }
  return { low, high }
}

/** Points by option: the number of a row is its word's code, 0 while nobody told it. */
export function optionKernel(program: Program, form: Form<'options'>, weight: Weight): Kernel {
  const { codes } = wordTrack(program, form.fact)
  const { block } = program
  const places = shared(program, form, () => wordPlaces(block, codes))
  const opinion = opinionOf(program, form.expert)
  const all = [...form.worth.values()]
  const { lowest, highest } = spread(all)
  const worth: Worth = { points: new Float64Array(0) }
  const choices: Points[][] = []
  let seen: readonly Word[] | undefined
  /** What every word of the dictionary gives is looked up once. */
  const learn = (words: readonly Word[]): void => {
    if (words === seen && choices.length === words.length) return
    if (words !== seen) choices.length = 0
    seen = words
    for (const word of words.slice(choices.length))
      choices.push(listOf(word).flatMap(option => form.worth.get(option) ?? []))
    const rows = [{ low: lowest, high: highest }, ...choices.map(mine => bestOf(mine, lowest, undefined, 0))]
    worth.points = worthOf(rows, weight)
  }
  const refresh = () => learn(columnOf(program, form.fact)?.words ?? [])
  if (!opinion) return worthKernel(places, worth, refresh)
  const add = (selection: Selection, into: Sums) => {
    refresh()
    for (let p = 0; p < selection.count; p++) {
      const row = selection.rows[p] as number
      const code = codes[row] as number
      if (code === ODD_WORD) block.odd[row] = 1
      const own = code < 0 ? hullOf(all, opinion, row) : bestOf(choices[code] ?? [], lowest, opinion, row)
      addPoints(into, p, scaled(own.low, weight), scaled(own.high, weight))
    }
  }
  return { add }
}

function wordPlaces(block: Block, codes: Int32Array): Places {
  const index = new Uint32Array(BLOCK_ROWS)
  return {
    index,
    fill({ rows, count }) {
      for (let p = 0; p < count; p++) {
        const row = rows[p] as number
        const code = codes[row] as number
        if (code === ODD_WORD) block.odd[row] = 1
        index[row] = code <= UNTOLD ? 0 : code + 1
      }
    },
  }
}

/** Cases up to which the possible ones are a set in one number; more are gone through one by one. */
const CASES_MAX = 9

/** The first case that holds; one that is still open leaves the way to the next. */
export function caseKernel(
  program: Program,
  form: Form<'cases'>,
  verdicts: readonly Uint8Array[],
  weight: Weight,
): Kernel {
  const opinion = opinionOf(program, form.expert)
  const rows: readonly Points[] = [...form.cases.map(one => one.points), form.otherwise]
  if (opinion || form.cases.length > CASES_MAX) return judgedCases(rows, verdicts, weight, opinion)
  const places = shared(program, form, () => casePlaces(verdicts))
  const sets = Array.from({ length: 2 ** rows.length }, (_, set): Points => {
    const possible = rows.filter((_row, index) => (set & (1 << index)) > 0)
    const { lowest, highest } = spread(possible.length > 0 ? possible : rows)
    return { low: lowest, high: highest }
  })
  const worth = { points: worthOf(sets, weight) }
  return worthKernel(places, worth)
}

/** The number of a row is the set of its possible cases, a bit each; the last bit is "otherwise". */
function casePlaces(verdicts: readonly Uint8Array[]): Places {
  const index = new Uint32Array(BLOCK_ROWS)
  const otherwise = 1 << verdicts.length
  return {
    index,
    fill({ rows, count }) {
      for (let p = 0; p < count; p++) {
        const row = rows[p] as number
        let [set, bit, is] = [0, 1, NO as number]
        for (let k = 0; k < verdicts.length && is !== YES; k++, bit <<= 1) {
          is = (verdicts[k] as Uint8Array)[row] as number
          if (is !== NO) set |= bit
        }
        index[row] = is === YES ? set : set | otherwise
      }
    },
  }
}

/** Cases that leave something to experts, or too many for a set in one number. */
function judgedCases(
  table: readonly Points[],
  verdicts: readonly Uint8Array[],
  weight: Weight,
  opinion: Opinion | undefined,
): Kernel {
  const gather = (row: number): Points[] => {
    const possible: Points[] = []
    for (const [index, points] of table.entries()) {
      const is = verdicts[index]?.[row] ?? YES
      if (is !== NO) possible.push(opinion ? heard(points, opinion, row) : points)
      if (is === YES) break
    }
    return possible
  }
  const add = ({ rows, count }: Selection, into: Sums) => {
    for (let p = 0; p < count; p++) {
      const { lowest, highest } = spread(gather(rows[p] as number))
      addPoints(into, p, scaled(lowest, weight), scaled(highest, weight))
    }
  }
  return { add }
}

/** So many points for every full step. */
export function stepKernel(program: Program, form: Form<'steps'>, track: Track, weight: Weight): Kernel {
  const { each, step, max } = form
  const { block } = program
  const isWhole = track.shape === 'whole'
  const count = (x: number) => scaled(Math.min(max, Math.max(0, Math.floor(x / each)) * step), weight)
  const floor = scaled(0, weight)
  const add = ({ rows, count: selected }: Selection, into: Sums) => {
    const flags = flagsOf(track)
    for (let p = 0; p < selected; p++) {
      const row = rows[p] as number
      const own = flags[row] as number
      // steps of a share are counted by the exact path
      if ((own & FLAG.odd) > 0 || !isWhole) block.odd[row] = 1
      if (own === FLAG.none) {
        addPoints(into, p, floor, floor)
        continue
      }
      const low = (own & FLAG.maybe) > 0 ? floor : count(track.low[row] as number)
      addPoints(into, p, low, count(track.high[row] as number))
    }
  }
  return { add }
}

/** A score that experts give between two ends. */
export function expertKernel(program: Program, form: Form<'expert'>, weight: Weight): Kernel {
  const opinion = opinionOf(program, form.expert)
  const add = ({ rows, count }: Selection, into: Sums) => {
    for (let p = 0; p < count; p++) {
      const { low, high } = opinion ? heard(form.row, opinion, rows[p] as number) : form.row
      addPoints(into, p, scaled(low, weight), scaled(high, weight))
    }
  }
  return { add }
}
