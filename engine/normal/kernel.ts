// The kernel of the bit program: a handful of loops over words, and nothing else. This is where a whole province is judged, so
// it is written for the machine: plain indexes, several operands a pass, no allocation within a block.
import { BLOCK, type Planes } from './planes.ts'
import { ALL, ANY, COUNT, HEAD, HERE, NONE_OF, type Program, UNION, type Verdicts } from './program.ts'

/**
 * Indexes inside the kernel never leave their arrays, so what is read there is always a number. One function for each kind of
 * array: shared by two kinds it would be several times as slow.
 */
const at = (words: Uint32Array, index: number): number => words[index] as number
const rowAt = (rows: readonly Uint32Array[], index: number): Uint32Array => rows[index] as Uint32Array
const placeAt = (places: Int32Array, index: number): number => places[index] as number

/** Operands of a step: the arrays they lie in, and where each begins there. Filled up to four by the last one again. */
interface Operands {
  readonly words: Uint32Array[]
  readonly from: Int32Array
}

/** One run over one block. */
interface Work {
  readonly planes: Planes
  readonly program: Program
  readonly rows: Uint32Array
  readonly operands: Operands
  /** by node: where its "sure" row lies in this block */
  readonly sure: Int32Array
  readonly reached: Uint32Array
  /** the first word of the block, and how many there are */
  offset: number
  size: number
}

/** Puts the row that lies at a place among the operands. */
function take({ planes, rows, operands, offset }: Work, place: number, index: number): void {
  operands.words[index] = place >= 0 ? planes.bits : rows
  operands.from[index] = place >= 0 ? place * planes.words + offset : ~place * BLOCK
}

/** Operands beyond the last are the last again, which changes no "and" and no "or". */
const PADDING = 3

function pad({ words, from }: Operands, count: number): void {
  if (count === 0) return
  for (let index = count; index < count + PADDING; index++) {
    words[index] = rowAt(words, count - 1)
    from[index] = placeAt(from, count - 1)
  }
}

function takePlanes(work: Work, first: number, count: number): void {
  const { steps } = work.program
  for (let index = 0; index < count; index++) take(work, at(steps, first + index), index)
  pad(work.operands, count)
}

function takeRows(work: Work, places: Int32Array, first: number, count: number): void {
  const { steps } = work.program
  for (let index = 0; index < count; index++) take(work, placeAt(places, at(steps, first + index)), index)
  pad(work.operands, count)
}

/** The union of the operands, or with all bits in `flip` what lies in none of them. */
function unite(
  rows: Uint32Array,
  to: number,
  { words, from }: Operands,
  count: number,
  size: number,
  flip: number,
): void {
  if (count === 0) {
    rows.fill(flip, to, to + size)
    return
  }
  const [a, b, c, d] = [rowAt(words, 0), rowAt(words, 1), rowAt(words, 2), rowAt(words, 3)]
  const [ai, bi, ci, di] = [placeAt(from, 0), placeAt(from, 1), placeAt(from, 2), placeAt(from, 3)]
  if (count <= 2) {
    for (let i = 0; i < size; i++) rows[to + i] = (at(a, ai + i) | at(b, bi + i)) ^ flip
    return
  }
  const early = count <= 4 ? flip : 0
  for (let i = 0; i < size; i++) rows[to + i] = (at(a, ai + i) | at(b, bi + i) | at(c, ci + i) | at(d, di + i)) ^ early
  for (let next = 4; next < count; next += 3) {
    const late = next + 3 >= count ? flip : 0
    const [x, y, z] = [rowAt(words, next), rowAt(words, next + 1), rowAt(words, next + 2)]
    const [xi, yi, zi] = [placeAt(from, next), placeAt(from, next + 1), placeAt(from, next + 2)]
    for (let i = 0; i < size; i++)
      rows[to + i] = (at(rows, to + i) | at(x, xi + i) | at(y, yi + i) | at(z, zi + i)) ^ late
  }
}

function meet(rows: Uint32Array, to: number, { words, from }: Operands, count: number, size: number): void {
  if (count === 0) {
    rows.fill(0xffffffff, to, to + size)
    return
  }
  const [a, b, c, d] = [rowAt(words, 0), rowAt(words, 1), rowAt(words, 2), rowAt(words, 3)]
  const [ai, bi, ci, di] = [placeAt(from, 0), placeAt(from, 1), placeAt(from, 2), placeAt(from, 3)]
  for (let i = 0; i < size; i++) rows[to + i] = at(a, ai + i) & at(b, bi + i) & at(c, ci + i) & at(d, di + i)
  for (let next = 4; next < count; next += 3) {
    const [x, y, z] = [rowAt(words, next), rowAt(words, next + 1), rowAt(words, next + 2)]
    const [xi, yi, zi] = [placeAt(from, next), placeAt(from, next + 1), placeAt(from, next + 2)]
    for (let i = 0; i < size; i++) rows[to + i] = at(rows, to + i) & at(x, xi + i) & at(y, yi + i) & at(z, zi + i)
  }
}

/** At least `wanted` of the operands, counted word by word in `reached`: bit row n holds those that reached n so far. */
function reach({ rows, operands, reached, size }: Work, to: number, count: number, wanted: number): void {
  for (let i = 0; i < size; i++) {
    reached.fill(0, 0, wanted + 1)
    reached[0] = 0xffffffff
    for (let next = 0; next < count; next++) {
      const word = at(rowAt(operands.words, next), placeAt(operands.from, next) + i)
      for (let n = wanted; n > 0; n--) reached[n] = at(reached, n) | (at(reached, n - 1) & word)
    }
    rows[to + i] = at(reached, wanted)
  }
}

/** Makes one row of a node from the operands taken. */
function make(work: Work, how: number, place: number, count: number, wanted: number): void {
  const { rows, operands, size } = work
  const to = ~place * BLOCK
  switch (how) {
    case UNION:
    case ANY:
      return unite(rows, to, operands, count, size, 0)
    case NONE_OF:
      return unite(rows, to, operands, count, size, 0xffffffff)
    case ALL:
      return meet(rows, to, operands, count, size)
    case COUNT:
      return reach(work, to, count, wanted)
  }
}

/** Is what may hold of a leaf's column the same as what surely holds, for all companies of this block? */
function isDecided({ planes, offset }: Work, column: number): boolean {
  const blocks = Math.ceil(planes.words / BLOCK)
  return planes.open[column * blocks + offset / BLOCK] === 0
}

function areDecided({ program, sure }: Work, first: number, count: number): boolean {
  for (let index = first; index < first + count; index++) {
    const node = at(program.steps, index)
    if (placeAt(sure, node) !== placeAt(program.may, node)) return false
  }
  return true
}

function runBlock(work: Work): void {
  const { steps, may, sure: own } = work.program
  let node = 0
  for (let step = 0; step < steps.length; node++) {
    const column = at(steps, step + 2)
    const wanted = at(steps, step + 3)
    const mayCount = at(steps, step + 4)
    const sureCount = at(steps, step + 5)
    const first = step + HEAD
    if (column > 0) {
      if (at(steps, step) !== HERE) {
        takePlanes(work, first, mayCount)
        make(work, at(steps, step), placeAt(may, node), mayCount, wanted)
      }
      const decided = isDecided(work, column - 1)
      work.sure[node] = decided ? placeAt(may, node) : placeAt(own, node)
      if (!decided && at(steps, step + 1) !== HERE) {
        takePlanes(work, first + mayCount, sureCount)
        make(work, at(steps, step + 1), placeAt(own, node), sureCount, wanted)
      }
    } else {
      takeRows(work, may, first, mayCount)
      make(work, at(steps, step), placeAt(may, node), mayCount, wanted)
      const decided = areDecided(work, first, mayCount)
      work.sure[node] = decided ? placeAt(may, node) : placeAt(own, node)
      if (!decided) {
        takeRows(work, work.sure, first, mayCount)
        make(work, at(steps, step + 1), placeAt(own, node), mayCount, wanted)
      }
    }
    step = first + mayCount + sureCount
  }
}

/** Copies a row of this block into a plane. */
function store(work: Work, place: number, plane: Uint32Array): void {
  take(work, place, 0)
  const [words, from] = [rowAt(work.operands.words, 0), placeAt(work.operands.from, 0)]
  for (let i = 0; i < work.size; i++) plane[work.offset + i] = at(words, from + i)
}

/** Runs a program over all companies of its planes. */
export function run(planes: Planes, program: Program): Verdicts {
  const { words, count } = planes
  const { results, may } = program
  const work: Work = {
    planes,
    program,
    rows: new Uint32Array(program.rows * BLOCK),
    operands: { words: [], from: new Int32Array(program.steps.length + PADDING) },
    sure: new Int32Array(program.may.length),
    reached: new Uint32Array(program.counts + 1),
    offset: 0,
    size: 0,
  }
  const yes = Array.from(results, () => new Uint32Array(words))
  const possible = Array.from(results, () => new Uint32Array(words))
  for (let offset = 0; offset < words; offset += BLOCK) {
    work.offset = offset
    work.size = Math.min(BLOCK, words - offset)
    runBlock(work)
    for (let index = 0; index < results.length; index++) {
      const node = at(results, index)
      store(work, placeAt(work.sure, node), rowAt(yes, index))
      store(work, placeAt(may, node), rowAt(possible, index))
    }
  }
  // the last word has bits beyond the last company
  const rest = count % 32
  if (rest > 0)
    for (const plane of [...yes, ...possible]) plane[words - 1] = at(plane, words - 1) & (bitsBelow(rest) >>> 0)
  return { yes, possible }
}

const bitsBelow = (count: number): number => 2 ** count - 1
