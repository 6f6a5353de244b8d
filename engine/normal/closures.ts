// One company and one condition at a time: each condition of a form becomes a function over the company's cells, which stops
// as soon as the verdict is certain. The verdict is that of `judge`, without the explanation.
import type { Answered } from '../judge.ts'
import { NEITHER, type NormalForm } from './form.ts'

/** Ordered, so that "all" is the least of its parts and "any" the greatest. */
export const NO = 0
export const OPEN = 1
export const YES = 2
export type Level = typeof NO | typeof OPEN | typeof YES
export const ANSWERED: Record<Level, Answered> = { 0: 'no', 1: 'open', 2: 'yes' }

type Judge = (cells: Uint32Array) => Level

/** Functions of a row's cells, one for each condition of the form. */
export type Closures = readonly ((cells: Uint32Array) => Level)[]

function leaf(column: number, codes: number): Judge {
  const others = ~codes
  return cells => {
    const cell = cells[column] ?? 0
    return (cell & codes) === 0 ? NO : (cell & others) === 0 ? YES : OPEN
  }
}

function chosen(column: number, codes: number, none: boolean): Judge {
  return cells => {
    const cell = cells[column] ?? 0
    return (cell & NEITHER) !== 0 ? OPEN : ((cell & codes) === 0) === none ? YES : NO
  }
}

function allOf(parts: readonly Judge[]): Judge {
  return cells => {
    let least: Level = YES
    for (let i = 0; i < parts.length; i++) {
      const level = parts[i]?.(cells) ?? NO
      if (level === NO) return NO
      if (level < least) least = level
    }
    return least
  }
}

function anyOf(parts: readonly Judge[]): Judge {
  return cells => {
    let most: Level = NO
    for (let i = 0; i < parts.length; i++) {
      const level = parts[i]?.(cells) ?? NO
      if (level === YES) return YES
      if (level > most) most = level
    }
    return most
  }
}

function atLeast(count: number, parts: readonly Judge[]): Judge {
  if (count === parts.length) return allOf(parts)
  if (count === 1) return anyOf(parts)
  return cells => {
    let sure = 0
    let possible = 0
    for (let i = 0; i < parts.length; i++) {
      const level = parts[i]?.(cells) ?? NO
      if (level === YES) sure++
      if (level !== NO) possible++
    }
    return sure >= count ? YES : possible < count ? NO : OPEN
  }
}

/** Functions for every condition of a form. */
export function closuresOf(form: NormalForm): Closures {
  const judges: Judge[] = []
  for (const node of form.nodes) {
    if (node.is === 'leaf') judges.push(leaf(node.column, node.codes))
    else if (node.is === 'chosen') judges.push(chosen(node.column, node.codes, node.none))
    else
      judges.push(
        atLeast(
          node.count,
          node.of.flatMap(child => judges[child] ?? []),
        ),
      )
  }
  return form.roots.flatMap(root => judges[root] ?? [])
}
