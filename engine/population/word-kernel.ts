// Points by option, by the first case that holds, by steps, and as experts give them, for the rows of one stage.

import { NO, YES } from '../normal/closures.ts'
import { type Points, spread } from '../points.ts'
import type { ScoringForm } from '../score-table.ts'
import type { Word } from './columns.ts'
import { wordTrack } from './facts.ts'
import { addPoints, heard, hullOf, type Kernel, type Opinion, opinionOf, scaled, type Weight } from './kernel.ts'
import { columnOf, type Program } from './program.ts'
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

/** Points by option. What every word of the dictionary gives is looked up once. */
export function optionKernel(program: Program, form: Form<'options'>, weight: Weight): Kernel {
  const { codes } = wordTrack(program, form.fact)
  const { block } = program
  const opinion = opinionOf(program, form.expert)
  const all = [...form.worth.values()]
  const { lowest, highest } = spread(all)
  const [floor, ceiling] = [scaled(lowest, weight), scaled(highest, weight)]
  let seen: readonly unknown[] = []
  let choices: Points[][] = []
  let lows: number[] = []
  let highs: number[] = []
  const learn = (words: readonly Word[]): void => {
    if (words !== seen) [choices, lows, highs] = [[], [], []]
    seen = words
    for (const word of words.slice(choices.length)) {
      const mine = listOf(word).flatMap(option => form.worth.get(option) ?? [])
      const { low, high } = bestOf(mine, lowest, undefined, 0)
      choices.push(mine)
      lows.push(scaled(low, weight))
      highs.push(scaled(high, weight))
    }
  }
  return ({ rows, count }, into) => {
    learn(columnOf(program, form.fact)?.words ?? [])
    for (let p = 0; p < count; p++) {
      const row = rows[p] as number
      const code = codes[row] as number
      if (code === ODD_WORD) block.odd[row] = 1
      if (opinion) {
        const own = code < 0 ? hullOf(all, opinion, row) : bestOf(choices[code] ?? [], lowest, opinion, row)
        addPoints(into, p, scaled(own.low, weight), scaled(own.high, weight))
      } else if (code <= UNTOLD) addPoints(into, p, floor, ceiling)
      else addPoints(into, p, lows[code] as number, highs[code] as number)
    }
  }
}

/** The first case that holds; one that is still open leaves the way to the next. */
export function caseKernel(
  program: Program,
  form: Form<'cases'>,
  verdicts: readonly Uint8Array[],
  weight: Weight,
): Kernel {
  const opinion = opinionOf(program, form.expert)
  const rows: readonly Points[] = [...form.cases.map(one => one.points), form.otherwise]
  const own = rows.map(({ low, high }) => ({ low: scaled(low, weight), high: scaled(high, weight) }))
  const possible: Points[] = []
  const gather = (table: readonly Points[], row: number): void => {
    possible.length = 0
    for (const [index, points] of table.entries()) {
      const is = verdicts[index]?.[row] ?? YES
      if (is !== NO) possible.push(points)
      if (is === YES) return
    }
  }
  return (selection, into) => {
    for (let p = 0; p < selection.count; p++) {
      const row = selection.rows[p] as number
      gather(opinion ? rows : own, row)
      if (opinion) {
        const { low, high } = hullOf(possible, opinion, row)
        addPoints(into, p, scaled(low, weight), scaled(high, weight))
        continue
      }
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
      for (const one of possible) {
        if (one.low < low) low = one.low
        if (one.high > high) high = one.high
      }
      addPoints(into, p, low, high)
    }
  }
}

/** So many points for every full step. */
export function stepKernel(program: Program, form: Form<'steps'>, track: Track, weight: Weight): Kernel {
  const { each, step, max } = form
  const { block } = program
  const isWhole = track.shape === 'whole'
  const count = (x: number) => scaled(Math.min(max, Math.max(0, Math.floor(x / each)) * step), weight)
  const floor = scaled(0, weight)
  return ({ rows, count: selected }, into) => {
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
}

/** A score that experts give between two ends. */
export function expertKernel(program: Program, form: Form<'expert'>, weight: Weight): Kernel {
  const opinion = opinionOf(program, form.expert)
  return ({ rows, count }, into) => {
    for (let p = 0; p < count; p++) {
      const { low, high } = opinion ? heard(form.row, opinion, rows[p] as number) : form.row
      addPoints(into, p, scaled(low, weight), scaled(high, weight))
    }
  }
}
