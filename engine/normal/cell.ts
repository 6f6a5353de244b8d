// From a value to the codes it still allows, for one column. Everything that can be looked up is laid out once.
import { subtreeOf } from '../division.ts'
import { compare, type Exact } from '../exact.ts'
import { bitOf, type Codes, type Column, type Cut, codesBelow, NEITHER } from './form.ts'
import { allOf } from './normalise.ts'
import type { Seen } from './row.ts'

export type CellOf = (seen: Seen) => Codes
type Word = string | boolean | readonly string[]

const wordsOf = (word: Word): readonly string[] =>
  typeof word === 'string' ? [word] : typeof word === 'boolean' ? [String(word)] : word

function passed(cuts: readonly Cut[], x: Exact): number {
  let count = 0
  for (const { value, above } of cuts) {
    // nearly every quantity is a whole number, and those need no exact comparison
    const over = typeof x === 'number' ? x - value : compare(x, value)
    if (over < 0 || (over === 0 && above)) break
    count++
  }
  return count
}

/** The codes of a quantity between two ends. */
export function codesBetween(cuts: readonly Cut[], low: Exact, high: Exact): Codes {
  const from = passed(cuts, low)
  const to = low === high ? from : passed(cuts, high)
  return from === to ? bitOf(from) : codesBelow(to + 1) & ~codesBelow(from)
}

function optionCodes(options: readonly string[]): (mine: readonly string[]) => Codes {
  const bits = new Map(options.map((option, index) => [option, bitOf(index)]))
  const other = bitOf(options.length)
  return mine => mine.reduce((codes, one) => codes | (bits.get(one) ?? other), 0)
}

function choiceCodes(options: readonly string[]): (mine: readonly string[]) => Codes {
  const bits = new Map(options.map((option, index) => [option, bitOf(index)]))
  return mine => mine.reduce((codes, one) => codes | (bits.get(one) ?? 0), 0)
}

/** The innermost division that holds the place, and every one that lies inside it, for it may be known only broadly. */
function placeCodes(places: readonly string[]): (mine: readonly string[]) => Codes {
  const bits = new Map(places.map((place, index) => [place, bitOf(index)]))
  const lengths = [...new Set(places.map(place => place.length))].sort((a, b) => b - a)
  const [longest = 0] = lengths
  const elsewhere = bitOf(places.length)
  return ([place = '']) => {
    const own = subtreeOf(place)
    let codes = 0
    for (const length of lengths) {
      const found = length <= own.length ? bits.get(own.slice(0, length)) : undefined
      if (found === undefined) continue
      codes = found
      break
    }
    if (codes === 0) codes = elsewhere
    if (own.length < longest)
      for (const [index, one] of places.entries()) if (one.startsWith(own)) codes |= bitOf(index)
    return codes
  }
}

function wordCodes(column: Column): (mine: readonly string[]) => Codes {
  switch (column.is) {
    case 'options':
      return optionCodes(column.options)
    case 'choices':
      return choiceCodes(column.options)
    case 'places':
      return placeCodes(column.places)
    case 'cuts':
      return () => NEITHER
  }
}

/** How a column takes what was seen. */
export function cellOf(column: Column): CellOf {
  const everything = allOf(column) | NEITHER
  const untold = column.is === 'choices' ? NEITHER : everything
  const words = wordCodes(column)
  return ({ value, among }) => {
    if (among) return among.length > 0 ? words(among) : NEITHER
    switch (value.is) {
      case 'none':
        return value.lacks.length > 0 ? everything : NEITHER
      case 'unknown':
        return untold
      case 'known':
        return words(wordsOf(value.value))
      case 'range': {
        const codes = column.is === 'cuts' ? codesBetween(column.cuts, value.low, value.high) : untold
        return value.orNone ? codes | NEITHER : codes
      }
    }
  }
}
