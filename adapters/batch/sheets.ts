// What is written at the end: named sheets, one after the other, each with its rows as they come.
import type { Cell } from './result-columns.ts'

export interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly count: number
  rows(): AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/** The result, the faults, and what to know about both. */
export interface Sheets {
  readonly results: Sheet
  readonly faults: Sheet
  readonly notes: Sheet
}
