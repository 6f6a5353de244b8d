// From a value to the codes it still allows, for one column. Everything that can be looked up is laid out once.
import { subtreeOf } from '../division.ts'
import { compare, type Exact } from '../exact.ts'
import { bitOf, type Codes, type Column, type Cut, codesBelow, NEITHER } from './form.ts'
import { allOf } from './normalise.ts'
import type { Seen } from './row.ts'

/** How one column takes a company: an exact quantity, a known word, or whatever else was seen. */
export interface CellOf {
  readonly number: (x: number) => Codes
  readonly word: (word: Word) => Codes
  readonly seen: (seen: Seen) => Codes
}
export type Word = string | boolean | readonly string[]

/** Cuts passed by an exact whole number; `starts` are the first whole numbers past each. */
function passedBy(starts: Float64Array, x: number): number {
  let count = 0
  while (count < starts.length && x >= (starts[count] ?? 0)) count++
  return count
}

function passed(cuts: readonly Cut[], x: Exact): number {
  const first = cuts.findIndex(cut => {
    const over = compare(x, cut.value)
    return over < 0 || (over === 0 && cut.above)
  })
  return first < 0 ? cuts.length : first
}

/** The codes of a quantity between two ends. */
export function codesBetween(cuts: readonly Cut[], low: Exact, high: Exact): Codes {
  const from = passed(cuts, low)
  const to = low === high ? from : passed(cuts, high)
  return from === to ? bitOf(from) : codesBelow(to + 1) & ~codesBelow(from)
}

type WordCodes = (word: Word) => Codes

/** The codes of some options; `other` stands for what the column does not keep apart. */
function optionCodes(options: readonly string[], other: Codes): WordCodes {
  const bits = new Map(options.map((option, index) => [option, bitOf(index)]))
  const [yes, no] = [bits.get('true') ?? other, bits.get('false') ?? other]
  return word => {
    if (typeof word === 'boolean') return word ? yes : no
    if (typeof word === 'string') return bits.get(word) ?? other
    let codes = 0
    for (const one of word) codes |= bits.get(one) ?? other
    return codes
  }
}

/** The innermost division that holds the place, and every one that lies inside it, for it may be known only broadly. */
function placeCodes(places: readonly string[]): WordCodes {
  const bits = new Map(places.map((place, index) => [place, bitOf(index)]))
  const lengths = [...new Set(places.map(place => place.length))].sort((a, b) => b - a)
  const [longest = 0] = lengths
  const elsewhere = bitOf(places.length)
  return place => {
    const own = subtreeOf(String(place))
    const holding = lengths.find(length => length <= own.length && bits.has(own.slice(0, length)))
    let codes = holding === undefined ? elsewhere : (bits.get(own.slice(0, holding)) ?? elsewhere)
    if (own.length < longest)
      for (const [index, one] of places.entries()) if (one.startsWith(own)) codes |= bitOf(index)
    return codes
  }
}

function wordCodes(column: Column): WordCodes {
  switch (column.is) {
    case 'options':
      return optionCodes(column.options, bitOf(column.options.length))
    case 'choices':
      return optionCodes(column.options, 0)
    case 'places':
      return placeCodes(column.places)
    case 'cuts':
      return () => NEITHER
  }
}

/** How a column takes what is known. */
export function cellOf(column: Column): CellOf {
  const everything = allOf(column) | NEITHER
  const untold = column.is === 'choices' ? NEITHER : everything
  const word = wordCodes(column)
  const cuts = column.is === 'cuts' ? column.cuts : []
  const starts = Float64Array.from(cuts, cut => (cut.above ? cut.value + 1 : cut.value))
  return {
    number: x => (cuts.length > 0 ? bitOf(passedBy(starts, x)) : untold),
    word,
    seen({ value, among }) {
      if (among) return among.length > 0 ? word(among) : NEITHER
      switch (value.is) {
        case 'none':
          return value.lacks.length > 0 ? everything : NEITHER
        case 'unknown':
          return untold
        case 'known':
          return word(value.value)
        case 'range': {
          const codes = cuts.length > 0 ? codesBetween(cuts, value.low, value.high) : untold
          return value.orNone ? codes | NEITHER : codes
        }
      }
    },
  }
}
