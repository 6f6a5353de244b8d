// Tables whose points are looked up: every company has a number for what is still possible, and a number has its least and its
// most points in each stage. A table that several stages weigh differently is read once a block for all of them.
import { type Points, spread } from '../points.ts'
import type { ScoringForm } from '../score-table.ts'
import { bandPlaces, type Places, placeOf } from './band-places.ts'
import { addPoints, hullOf, type Kernel, opinionOf, type Selection, type Sums, scaled, type Weight } from './kernel.ts'
import { BLOCK_ROWS, type Program } from './program.ts'
import type { Track } from './track.ts'

type Form<Is extends ScoringForm['is']> = Extract<ScoringForm, { readonly is: Is }>

/** Least and most points of every number, side by side: of number 3 they stand at 6 and 7. */
export interface Worth {
  points: Float64Array
}

/** The worth of a list of rows, in the order of their numbers. */
export function worthOf(rows: readonly Points[], weight: Weight): Float64Array {
  return Float64Array.from(rows.flatMap(row => [scaled(row.low, weight), scaled(row.high, weight)]))
}

/** The places of a table that several stages share, filled for the whole block before any of them. */
export interface SharedPlaces extends Places {
  uses: number
  isStep: boolean
}

const EVERY_ROW: Selection = { rows: Uint16Array.from({ length: BLOCK_ROWS }, (_, i) => i), count: 0 }

/** The places of a table, made once however many stages weigh it. */
export function shared(program: Program, form: ScoringForm, make: () => Places): SharedPlaces {
  const known = program.places.get(form)
  if (known) {
    known.uses += 1
    return known
  }
  const places = { ...make(), uses: 1, isStep: false }
  program.places.set(form, places)
  return places
}

/** Pushes the step that fills every table which several stages read. */
export function pushSharedPlaces(program: Program): void {
  const list = [...program.places.values()].filter(one => one.uses > 1 && !one.isStep)
  for (const one of list) one.isStep = true
  program.steps.push(() => {
    const all = { rows: EVERY_ROW.rows, count: program.block.count }
    for (const one of list) one.fill(all)
  })
}

/** A table whose points are only looked up. */
export interface Table {
  readonly places: SharedPlaces
  readonly worth: Worth
  /** brings both up to date for a selection */
  ready(selection: Selection): void
}

function addOne({ places: { index }, worth }: Table, { rows, count }: Selection, { low, high }: Sums): void {
  const { points } = worth
  for (let p = 0; p < count; p++) {
    const place = 2 * (index[rows[p] as number] as number)
    low[p] = (low[p] as number) + (points[place] as number)
    high[p] = (high[p] as number) + (points[place + 1] as number)
  }
}

/** Tables that are added together: each sum is read and written once for all of them. */
const TOGETHER = 4

function addFour([a, b, c, d]: readonly Table[], { rows, count }: Selection, { low, high }: Sums): void {
  if (!a || !b || !c || !d) return
  const [ia, ib, ic, id] = [a.places.index, b.places.index, c.places.index, d.places.index]
  const [wa, wb, wc, wd] = [a.worth.points, b.worth.points, c.worth.points, d.worth.points]
  for (let p = 0; p < count; p++) {
    const row = rows[p] as number
    const pa = 2 * (ia[row] as number)
    const pb = 2 * (ib[row] as number)
    const pc = 2 * (ic[row] as number)
    const pd = 2 * (id[row] as number)
    low[p] = (low[p] as number) + (wa[pa] as number) + (wb[pb] as number) + (wc[pc] as number) + (wd[pd] as number)
    high[p] =
      (high[p] as number) +
      (wa[pa + 1] as number) +
      (wb[pb + 1] as number) +
      (wc[pc + 1] as number) +
      (wd[pd + 1] as number)
  }
}

/** The kernel of a table whose points are only looked up. `learn` is called before every use. */
export function worthKernel(places: SharedPlaces, worth: Worth, learn?: () => void): Kernel {
  const table: Table = {
    places,
    worth,
    ready(selection) {
      learn?.()
      if (!places.isStep) places.fill(selection)
    },
  }
  return {
    table,
    add(selection, into) {
      table.ready(selection)
      addOne(table, selection, into)
    },
  }
}

/** The same kernels in the same order, tables next to each other in fours. */
export function together(kernels: readonly Kernel[]): readonly Kernel[] {
  const tables = kernels.flatMap(kernel => kernel.table ?? [])
  if (tables.length < kernels.length) return kernels
  const fours = Math.floor(tables.length / TOGETHER) * TOGETHER
  const grouped = Array.from({ length: fours / TOGETHER }, (_, index): Kernel => {
    const four = tables.slice(index * TOGETHER, (index + 1) * TOGETHER)
    return {
      add(selection, into) {
        for (const one of four) one.ready(selection)
        addFour(four, selection, into)
      },
    }
  })
  return [...grouped, ...kernels.slice(fours)]
}

/** Least and most over every stretch of rows, without and with "otherwise" besides. */
function worthOfBands(rows: readonly Points[], weight: Weight): Worth {
  const width = rows.length
  const all: Points[] = Array.from({ length: 2 * width * width }, () => ({ low: 0, high: 0 }))
  for (let from = 0; from < width; from++)
    for (let to = from; to < width; to++)
      for (const maybe of [false, true]) {
        const { lowest, highest } = spread([...rows.slice(from, to + 1), ...(maybe ? rows.slice(0, 1) : [])])
        all[placeOf(width, from, to, maybe)] = { low: lowest, high: highest }
      }
  return { points: worthOf(all, weight) }
}

/** Bands over a quantity. */
export function bandKernel(program: Program, form: Form<'bands'>, track: Track, weight: Weight): Kernel {
  const rising = [...form.bands].reverse()
  const rows: readonly Points[] = [form.otherwise, ...rising.map(band => band.points)]
  const places = shared(program, form, () => bandPlaces(program.block, rising, track))
  const opinion = opinionOf(program, form.expert)
  if (!opinion) return worthKernel(places, worthOfBands(rows, weight))
  const width = rows.length
  const add = (selection: Selection, into: Sums) => {
    if (!places.isStep) places.fill(selection)
    for (let p = 0; p < selection.count; p++) {
      const row = selection.rows[p] as number
      const place = places.index[row] as number
      const span = place % (width * width)
      const possible = rows.slice(Math.floor(span / width), (span % width) + 1)
      const [floor] = rows
      if (place >= width * width && floor) possible.push(floor)
      const { low, high } = hullOf(possible, opinion, row)
      addPoints(into, p, scaled(low, weight), scaled(high, weight))
    }
  }
  return { add }
}
