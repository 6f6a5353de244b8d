// Many companies at a time: bit rows ("planes"), a bit a company, the same companies in the same order. A column of options
// has a plane for every code; a column of cuts has one for "maybe past it" and one for "maybe not" of every cut, so that a
// limit is a plane and not a union. Sets of companies are then compared by whole words.
import { bitsIn, CODES_MAX, type Codes, type Column, codesBelow, NEITHER, type NormalForm } from './form.ts'
import { allOf } from './normalise.ts'
import type { Row } from './row.ts'

/** One bit a company. */
export type Plane = Uint32Array

export interface Planes {
  readonly form: NormalForm
  /** companies */
  readonly count: number
  /** words of a plane */
  readonly words: number
  /** by column: the number of its first plane */
  readonly first: Uint32Array
  /** all planes, one after the other */
  readonly bits: Uint32Array
}

const lowestBit = (x: number): number => CODES_MAX - Math.clz32(x & -x)

/** The cells that each plane of a column holds: those with any of these codes. The first is NEITHER. */
export function holdsOf(column: Column): readonly Codes[] {
  const all = allOf(column)
  if (column.is !== 'cuts') return [NEITHER, ...bitsIn(all).map(bit => (1 << bit) >>> 0)]
  const below = column.cuts.map((_, index) => codesBelow(index + 1))
  return [NEITHER, ...below, ...below.map(codes => all & ~codes)]
}

/** By column: the number of its first plane; and last the number of all planes. */
export function firstPlanes(form: NormalForm): Uint32Array {
  const first = new Uint32Array(form.columns.length + 1)
  for (const [index, column] of form.columns.entries()) first[index + 1] = (first[index] ?? 0) + holdsOf(column).length
  return first
}

/** Planes in which nothing is set yet: every column still has to be filled. */
function emptyPlanes(form: NormalForm, count: number): Planes {
  const words = Math.ceil(count / 32)
  const first = firstPlanes(form)
  return { form, count, words, first, bits: new Uint32Array((first.at(-1) ?? 0) * words) }
}

/** Fills one empty column from the cells of all companies, in order. */
function fillColumn(planes: Planes, column: number, cells: Uint32Array): void {
  const { words, first, form, bits } = planes
  const one = form.columns[column]
  if (!one) throw new RangeError(`no column ${column}`)
  const cuts = one.is === 'cuts' ? one.cuts.length : 0
  const base = (first[column] ?? 0) * words
  for (let firm = 0; firm < cells.length; firm++) {
    const word = base + (firm >>> 5)
    const bit = 1 << (firm & 31)
    for (let codes = cells[firm] ?? 0; codes !== 0; codes &= codes - 1) {
      const code = lowestBit(codes)
      // of cuts, code c stands in "below cut c + 1" and in "past cut c" until the planes are added up
      if (code === 0 || cuts === 0 || code <= cuts) bits[word + code * words] = (bits[word + code * words] ?? 0) | bit
      if (code > 1 && cuts > 0) {
        const past = word + (cuts + code - 1) * words
        bits[past] = (bits[past] ?? 0) | bit
      }
    }
  }
  if (cuts > 1) addUp(bits, base + words, cuts, words)
}

/** What lies below a cut lies below the next; what is past a cut is past the one before. */
function addUp(bits: Uint32Array, below: number, cuts: number, words: number): void {
  for (let at = below + words; at < below + cuts * words; at++) bits[at] = (bits[at] ?? 0) | (bits[at - words] ?? 0)
  const past = below + cuts * words
  for (let at = past + (cuts - 1) * words - 1; at >= past; at--) bits[at] = (bits[at] ?? 0) | (bits[at + words] ?? 0)
}

/** The planes of companies whose rows are at hand. */
export function planesOf(form: NormalForm, rows: readonly Row[]): Planes {
  const planes = emptyPlanes(form, rows.length)
  const cells = new Uint32Array(rows.length)
  for (let column = 0; column < form.columns.length; column++) {
    for (let firm = 0; firm < rows.length; firm++) cells[firm] = rows[firm]?.cells[column] ?? 0
    fillColumn(planes, column, cells)
  }
  return planes
}

/** How many companies a plane holds. */
export function countOf(plane: Plane): number {
  let count = 0
  for (let word of plane) for (; word !== 0; word &= word - 1) count++
  return count
}

/** Is the company at this place in the plane? */
export const holds = (plane: Plane, firm: number): boolean => (((plane[firm >>> 5] ?? 0) >>> (firm & 31)) & 1) === 1

/** The companies that are in the first plane and not in the second. */
export const without = (plane: Plane, other: Plane): Plane => plane.map((word, index) => word & ~(other[index] ?? 0))

/** The companies of a plane, by their place in the order. */
export function* firmsIn(plane: Plane): Generator<number> {
  for (const [index, all] of plane.entries())
    for (let word = all; word !== 0; word &= word - 1) yield index * 32 + lowestBit(word)
}
