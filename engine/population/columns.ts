// Many companies as columns: one column a fact, one row a company. Quantities stand in typed arrays and words as codes of a
// dictionary, so that a model compiled once can run over them; what is not told stays apart from every number.
import type { Answer, Dossier } from '../dossier.ts'
import { type FactDefinition, type FactId, type FactValue, isNumeric, isRange, type Range } from '../fact.ts'
import { boundsOf } from '../reading.ts'
import { FLAG } from './track.ts'

/** How a company answered: not at all, exactly, between two ends, or with what a column cannot hold. */
export const TOLD = { nothing: 0, exactly: 1, between: 2, oddly: 3 } as const

/**
 * No quantity beyond this (base units; 10,000 亿元 in fen) is computed in columns: sums and cross-products of smaller ones stay
 * where doubles hold every integer, or are noticed. A larger one is rated by the exact path.
 */
export const MAGNITUDE_MAX = 100_000_000_000_000

/** An answer that is no quantity. */
export type Word = Exclude<FactValue, number | Range>

const fits = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= MAGNITUDE_MAX

export interface Column {
  readonly fact: FactDefinition
  readonly told: Uint8Array
  /** what a quantity is besides its ends, as a track says it (track.ts); what is not told stands between its bounds */
  readonly flags: Uint8Array
  /** quantities: the lower end; words: their code */
  readonly low: Float64Array
  readonly high: Float64Array
  /** the word of each code */
  readonly words: Word[]
  readonly codes: Map<string | boolean, number>
  /** answers a column cannot hold, by row */
  readonly odd: Map<number, FactValue>
  /** the ends of a quantity that nobody told */
  readonly rest: readonly [number, number] | undefined
  /** rows that did not answer exactly */
  gaps: number
}

export interface Columns {
  readonly capacity: number
  readonly byFact: ReadonlyMap<FactId, Column>
  /** companies so far */
  count: number
}

/** Where a quantity stands that nobody told, unless that depends on the day or does not fit. */
export function boundsAtRest(fact: FactDefinition): readonly [number, number] | undefined {
  if (!isNumeric(fact.type) || fact.min === 'today' || fact.max === 'today') return undefined
  const [low, high] = boundsOf(fact, 0)
  return fits(low) && fits(high) && low <= high ? [low, high] : undefined
}

/** Empty columns for at most `capacity` companies. */
export function startColumns(facts: Iterable<FactDefinition>, capacity: number): Columns {
  const byFact = new Map<FactId, Column>()
  for (const fact of facts)
    byFact.set(fact.id, {
      fact,
      told: new Uint8Array(capacity),
      flags: new Uint8Array(capacity),
      low: new Float64Array(capacity),
      high: isNumeric(fact.type) ? new Float64Array(capacity) : new Float64Array(0),
      words: [],
      codes: new Map(),
      odd: new Map(),
      rest: boundsAtRest(fact),
      gaps: 0,
    })
  return { capacity, byFact, count: 0 }
}

/** Takes every company out again; the arrays and dictionaries are kept. */
export function clearColumns(columns: Columns): void {
  for (const column of columns.byFact.values()) {
    column.odd.clear()
    column.gaps = 0
  }
  columns.count = 0
}

function putNumber(column: Column, row: number, low: number, high: number): boolean {
  if (!isNumeric(column.fact.type) || !fits(low) || !fits(high)) return false
  column.told[row] = low === high ? TOLD.exactly : TOLD.between
  column.flags[row] = low === high ? 0 : FLAG.open
  column.low[row] = low
  column.high[row] = high
  return true
}

function putWord(column: Column, row: number, value: Word): boolean {
  if (isNumeric(column.fact.type)) return false
  const key = typeof value === 'object' ? `\u0000${value.join('\u0000')}` : value
  let code = column.codes.get(key)
  if (code === undefined) {
    code = column.words.push(value) - 1
    column.codes.set(key, code)
  }
  column.told[row] = TOLD.exactly
  column.low[row] = code
  return true
}

function put(column: Column, row: number, value: FactValue): void {
  const isHeld =
    typeof value === 'number'
      ? putNumber(column, row, value, value)
      : isRange(value)
        ? // two equal ends are kept as they were told, for the exact path to see
          value.low < value.high && putNumber(column, row, value.low, value.high)
        : putWord(column, row, value)
  if (!isHeld) {
    column.told[row] = TOLD.oddly
    column.flags[row] = FLAG.odd
    column.odd.set(row, value)
  }
  if (column.told[row] !== TOLD.exactly) column.gaps += 1
}

function leave(column: Column, row: number): void {
  const { rest } = column
  column.told[row] = TOLD.nothing
  column.gaps += 1
  if (!rest) return
  column.low[row] = rest[0]
  column.high[row] = rest[1]
  column.flags[row] = FLAG.open | FLAG.stray
}

/**
 * Adds one company with what it answered; facts without a column are left out. Answers its row.
 * @throws RangeError when the columns are full
 */
export function addCompany(columns: Columns, answers: Dossier): number {
  const row = columns.count
  if (row >= columns.capacity) throw new RangeError(`the columns hold ${columns.capacity} companies`)
  for (const [id, column] of columns.byFact) {
    const value = answers[id]?.value
    if (value !== undefined) put(column, row, value)
    else leave(column, row)
  }
  columns.count += 1
  return row
}

function valueAt(column: Column, row: number): FactValue | undefined {
  const [low = 0, high = 0] = [column.low[row], column.high[row]]
  switch (column.told[row]) {
    case TOLD.exactly:
      return isNumeric(column.fact.type) ? low : column.words[low]
    case TOLD.between:
      return { low, high }
    case TOLD.oddly:
      return column.odd.get(row)
    default:
      return undefined
  }
}

/** The answers of one row as a dossier, for the exact path. Sources and times are not kept in columns. */
export function dossierAt(columns: Columns, row: number): Dossier {
  const dossier: Record<FactId, Answer> = {}
  for (const [id, column] of columns.byFact) {
    const value = valueAt(column, row)
    if (value !== undefined) dossier[id] = { value, source: 'stated', at: '' }
  }
  return dossier
}
