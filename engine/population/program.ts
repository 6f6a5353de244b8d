// A model compiled for many companies: a list of steps, each filling typed arrays for one block of rows. What several parts
// of a model look at is computed once a block.
import type { Condition } from '../condition.ts'
import type { FactId } from '../fact.ts'
import type { Rulebook } from '../rulebook.ts'
import type { ScoringForm } from '../score-table.ts'
import type { ColumnRatings } from './column-ratings.ts'
import type { Column, Columns } from './columns.ts'
import type { SharedPlaces } from './table-kernel.ts'
import type { Track, WordTrack } from './track.ts'

/** Rows that are worked on together: few enough that what they need stays near the processor. */
export const BLOCK_ROWS = 1_024

/** The rows under work; the same object for every block. */
export interface Block {
  columns: Columns
  start: number
  count: number
  /** rows of this block whose numbers do not fit: they are rated by the exact path */
  readonly odd: Uint8Array
}

export interface Program {
  readonly rulebook: Rulebook
  /** days since 1970 */
  readonly today: number
  readonly block: Block
  readonly steps: (() => void)[]
  readonly tracks: Map<string, Track>
  readonly words: Map<FactId, WordTrack>
  /** what shares are taken of, and whether every row of the block has some */
  readonly aboveZero: Map<Track, { is: boolean }>
  readonly verdicts: Map<Condition, Uint8Array>
  /** where companies stand in each score table */
  readonly places: Map<ScoringForm, SharedPlaces>
  /** models by id, each compiled once; undefined while none of that id is in force */
  readonly models: Map<string, ColumnRatings | undefined>
  /** every fact that something looks at */
  readonly facts: Set<FactId>
}

export function startProgram(rulebook: Rulebook, today: number): Program {
  const columns: Columns = { capacity: 0, byFact: new Map(), count: 0 }
  return {
    rulebook,
    today,
    block: { columns, start: 0, count: 0, odd: new Uint8Array(BLOCK_ROWS) },
    steps: [],
    tracks: new Map(),
    words: new Map(),
    aboveZero: new Map(),
    verdicts: new Map(),
    places: new Map(),
    models: new Map(),
    facts: new Set(),
  }
}

/** The column of a fact in the rows under work; undefined when nobody was asked. */
export const columnOf = ({ block }: Program, fact: FactId): Column | undefined => block.columns.byFact.get(fact)
