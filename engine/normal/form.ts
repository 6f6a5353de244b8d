// The normal form of conditions. Whatever a test looks at becomes a column with a few codes, and what is known of one company
// becomes the set of codes still possible. A leaf is a column and the set of codes it wants: yes when every possible code is
// wanted, no when none is, open otherwise. (Of several choices all are true at once, so their leaves ask for a common code.)
// Above the leaves stand only groups ("at least n of these"): negation was pushed
// down when the condition was read. Every fast way to judge is made from this one form.

import type { ModelAspect } from '../condition.ts'
import type { Expression } from '../expression.ts'
import type { FactDefinition, FactId } from '../fact.ts'

/** A set of codes, one bit each. */
export type Codes = number
/** Codes a column can have besides `NEITHER`, so that a set of them is one 32-bit word. */
export const CODES_MAX = 31
/** Possible where the question may not apply or a word is unknown; no leaf wants it, so nobody is called eligible by it. */
export const NEITHER: Codes = 1
/** The bit of a code, from 0. */
export const bitOf = (code: number): Codes => (2 << code) | 0
/** All codes below `count`. */
export const codesBelow = (count: number): Codes => (count >= CODES_MAX ? -2 : bitOf(count) - 2)

/** The bits of a set, lowest first. */
export const bitsIn = (codes: Codes): number[] =>
  Array.from({ length: CODES_MAX + 1 }, (_, bit) => bit).filter(bit => (codes >>> bit) & 1)

/** What is looked at, once for all the columns that look at it. */
export type Watched = {
  readonly key: string
  /** where a single fact is looked at as it was told: it, and it alone as what could narrow it */
  readonly fact?: FactDefinition | undefined
  readonly itself: readonly FactId[]
} & (
  | { readonly is: 'quantity'; readonly expression: Expression }
  | { readonly is: 'word'; readonly fact: FactDefinition }
  | { readonly is: ModelAspect; readonly model: string }
)

/** A place on the scale where answers begin to differ: passed by x ≥ value, or, with `above`, by x > value. */
export interface Cut {
  readonly value: number
  readonly above: boolean
}

/** `watched` is an index of the form's `watched`; `key` is the same wherever the same codes are made from the same thing. */
export type Column = { readonly watched: number; readonly key: string } & (
  | /** code = number of cuts passed */ { readonly is: 'cuts'; readonly cuts: readonly Cut[] }
  /** code = index of the option; one more for any other */
  | { readonly is: 'options'; readonly options: readonly string[] }
  /** code = index of the innermost of these divisions; one more for elsewhere */
  | { readonly is: 'places'; readonly places: readonly string[] }
  /** of several choices: the codes are those chosen, and `NEITHER` alone stands for "not told" */
  | { readonly is: 'choices'; readonly options: readonly string[] }
)

export type Node =
  | { readonly is: 'leaf'; readonly column: number; readonly codes: Codes }
  /** of several choices: at least one of these, or with `none` not a single one */
  | { readonly is: 'chosen'; readonly column: number; readonly codes: Codes; readonly none: boolean }
  /** at least `count` of the nodes with these indexes, which stand before it */
  | { readonly is: 'group'; readonly count: number; readonly of: readonly number[] }

export interface NormalForm {
  readonly watched: readonly Watched[]
  readonly columns: readonly Column[]
  /** children before parents; equal nodes stand once */
  readonly nodes: readonly Node[]
  /** the node of each condition, in the order given */
  readonly roots: readonly number[]
}
