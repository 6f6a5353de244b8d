// The kernel of the bit program: a handful of loops over words, and nothing else. This is where a whole province is judged, so
// it is written for the machine: plain indexes, several operands a pass, no allocation within a block.
import type { Planes } from './planes.ts'
import { ALL, ANY, BLOCK, HEAD, LEAF, NONE, type Program, SOME, type Verdicts } from './program.ts'

/** A row of a node: what surely holds, then what may hold. */
const ROW = 2 * BLOCK

/** Indexes inside the kernel never leave their arrays, so what is read there is always a number. */
const at = (words: Uint32Array, index: number): number => words[index] as number

function invert(rows: Uint32Array, to: number, size: number): void {
  for (let i = 0; i < size; i++) rows[to + i] = ~at(rows, to + i)
}

/** Puts the union of some planes into `to`. */
function unite(
  { bits, words }: Planes,
  rows: Uint32Array,
  to: number,
  steps: Uint32Array,
  from: number,
  end: number,
  offset: number,
  size: number,
): void {
  if (from === end) {
    for (let i = 0; i < size; i++) rows[to + i] = 0
    return
  }
  const a = at(steps, from) * words + offset
  for (let i = 0; i < size; i++) rows[to + i] = at(bits, a + i)
  let next = from + 1
  for (; next + 2 < end; next += 3) {
    const b = at(steps, next) * words + offset
    const c = at(steps, next + 1) * words + offset
    const d = at(steps, next + 2) * words + offset
    for (let i = 0; i < size; i++) rows[to + i] = at(rows, to + i) | at(bits, b + i) | at(bits, c + i) | at(bits, d + i)
  }
  for (; next < end; next++) {
    const b = at(steps, next) * words + offset
    for (let i = 0; i < size; i++) rows[to + i] = at(rows, to + i) | at(bits, b + i)
  }
}

function meet(rows: Uint32Array, to: number, steps: Uint32Array, from: number, end: number): void {
  const a = at(steps, from) * ROW
  for (let i = 0; i < ROW; i++) rows[to + i] = at(rows, a + i)
  let next = from + 1
  for (; next + 2 < end; next += 3) {
    const b = at(steps, next) * ROW
    const c = at(steps, next + 1) * ROW
    const d = at(steps, next + 2) * ROW
    for (let i = 0; i < ROW; i++) rows[to + i] = at(rows, to + i) & at(rows, b + i) & at(rows, c + i) & at(rows, d + i)
  }
  for (; next < end; next++) {
    const b = at(steps, next) * ROW
    for (let i = 0; i < ROW; i++) rows[to + i] = at(rows, to + i) & at(rows, b + i)
  }
}

function join(rows: Uint32Array, to: number, steps: Uint32Array, from: number, end: number): void {
  const a = at(steps, from) * ROW
  for (let i = 0; i < ROW; i++) rows[to + i] = at(rows, a + i)
  for (let next = from + 1; next < end; next++) {
    const b = at(steps, next) * ROW
    for (let i = 0; i < ROW; i++) rows[to + i] = at(rows, to + i) | at(rows, b + i)
  }
}

/** At least `count` of several rows, counted word by word in `reached`: bit row n holds those that reached n so far. */
function reach(
  rows: Uint32Array,
  to: number,
  steps: Uint32Array,
  from: number,
  end: number,
  count: number,
  reached: Uint32Array,
): void {
  for (let i = 0; i < ROW; i++) {
    reached.fill(0, 0, count + 1)
    reached[0] = 0xffffffff
    for (let next = from; next < end; next++) {
      const word = at(rows, at(steps, next) * ROW + i)
      for (let n = count; n > 0; n--) reached[n] = at(reached, n) | (at(reached, n - 1) & word)
    }
    rows[to + i] = at(reached, count)
  }
}

function runBlock(
  planes: Planes,
  steps: Uint32Array,
  rows: Uint32Array,
  reached: Uint32Array,
  offset: number,
  size: number,
): void {
  for (let step = 0; step < steps.length; ) {
    const to = at(steps, step + 1) * ROW
    const count = at(steps, step + 3)
    const from = step + HEAD
    const end = from + at(steps, step + 2)
    switch (steps[step]) {
      case LEAF:
      case SOME:
      case NONE:
        unite(planes, rows, to + BLOCK, steps, from, from + count, offset, size)
        unite(planes, rows, to, steps, from + count, end, offset, size)
        if (steps[step] !== SOME) invert(rows, to, size)
        if (steps[step] === NONE) invert(rows, to + BLOCK, size)
        break
      case ALL:
        if (from === end) rows.fill(0xffffffff, to, to + ROW)
        else meet(rows, to, steps, from, end)
        break
      case ANY:
        join(rows, to, steps, from, end)
        break
      default:
        reach(rows, to, steps, from, end, count, reached)
    }
    step = end
  }
}

/** Runs a program over all companies of its planes. */
export function run(planes: Planes, program: Program): Verdicts {
  const { words, count } = planes
  const { steps, results } = program
  const rows = new Uint32Array(program.rows * ROW)
  const reached = new Uint32Array(program.counts + 1)
  const yes = Array.from(results, () => new Uint32Array(words))
  const possible = Array.from(results, () => new Uint32Array(words))
  for (let offset = 0; offset < words; offset += BLOCK) {
    const size = Math.min(BLOCK, words - offset)
    runBlock(planes, steps, rows, reached, offset, size)
    for (const [index, row] of results.entries()) {
      const from = row * ROW
      yes[index]?.set(rows.subarray(from, from + size), offset)
      possible[index]?.set(rows.subarray(from + BLOCK, from + BLOCK + size), offset)
    }
  }
  // the last word has bits beyond the last company
  const rest = count % 32
  if (rest > 0)
    for (const plane of [...yes, ...possible]) plane[words - 1] = at(plane, words - 1) & (bitsBelow(rest) >>> 0)
  return { yes, possible }
}

const bitsBelow = (count: number): number => 2 ** count - 1
