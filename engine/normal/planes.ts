// Many companies at a time: bit rows ("planes"), a bit a company, the same companies in the same order. A column of options
// has a plane for every code; a column of cuts has one for "maybe past it" and one for "maybe not" of every cut, so that a
// limit is a plane and not a union. Sets of companies are then compared by whole words.
import { bitsIn, CODES_MAX, type Codes, type Column, codesBelow, NEITHER, type NormalForm } from './form.ts'
import { allOf } from './normalise.ts'
import type { Row } from './row.ts'

/** Words of a plane that are worked on at a time: 32 companies each. */
export const BLOCK = 64

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
  /** by column and block: 1 where some company's answer is still open, so that what may hold need not surely hold */
  readonly open: Uint8Array
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
  const bits = new Uint32Array((first.at(-1) ?? 0) * words)
  return { form, count, words, first, bits, open: new Uint8Array(form.columns.length * Math.ceil(words / BLOCK)) }
}

/** Every index here comes from the form itself, so what is read is always a number. */
const get = (list: Uint32Array, index: number): number => list[index] as number

/** Where the columns of some planes begin, how many cuts each has (0 where it has none), and which are of choices (1). */
interface Places {
  readonly base: Uint32Array
  readonly cuts: Uint32Array
  readonly choices: Uint8Array
}

/** Codes of one column between which nothing is open: a single one, or of choices all that were told. */
function isOpen(codes: Codes, isOfChoices: boolean): boolean {
  return isOfChoices ? (codes & NEITHER) !== 0 : (codes & (codes - 1)) !== 0
}

/** Sets the bits of one company, column by column. */
function setFirm(
  { bits, words, open }: Planes,
  { base, cuts, choices }: Places,
  cells: Uint32Array,
  firm: number,
): void {
  const at = firm >>> 5
  const block = Math.floor(at / BLOCK)
  const blocks = Math.ceil(words / BLOCK)
  const bit = 1 << (firm & 31)
  for (let column = 0; column < base.length; column++) {
    const word = get(base, column) + at
    const cut = get(cuts, column)
    const cell = get(cells, column)
    if (isOpen(cell, choices[column] === 1)) open[column * blocks + block] = 1
    for (let codes = cell; codes !== 0; codes &= codes - 1) {
      const code = lowestBit(codes)
      // of cuts, code c stands in "below cut c + 1" and in "past cut c" until the planes are added up
      if (code === 0 || cut === 0 || code <= cut) {
        const below = word + code * words
        bits[below] = get(bits, below) | bit
      }
      if (code > 1 && cut > 0) {
        const past = word + (cut + code - 1) * words
        bits[past] = get(bits, past) | bit
      }
    }
  }
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
  const { words, bits } = planes
  const base = Uint32Array.from(form.columns, (_, column) => (planes.first[column] ?? 0) * words)
  const cuts = Uint32Array.from(form.columns, column => (column.is === 'cuts' ? column.cuts.length : 0))
  const choices = Uint8Array.from(form.columns, column => (column.is === 'choices' ? 1 : 0))
  let firm = 0
  for (const { cells } of rows) setFirm(planes, { base, cuts, choices }, cells, firm++)
  for (const [column, count] of cuts.entries()) if (count > 1) addUp(bits, get(base, column) + words, count, words)
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
