// One row of a table: read as a dossier and rated, or every cell that stands in the way. A row with one broken cell is not
// rated at all, because a rating without it would look like a rating with it.
import { type Dossier, type FactId, type FactValue, type Rating, type Rulebook, read, type Words } from '#engine'
import { endsOf, readCell } from './cell.ts'
import type { Column, FactColumn } from './columns.ts'
import type { PlaceNames } from './place-names.ts'
import type { TableRow } from './table.ts'

export interface RowFault {
  readonly row: number
  /** the column as its header writes it; empty when it is the whole row */
  readonly column: string
  readonly written: string
  readonly reason: Words
}

export type RowResult =
  | { readonly ratings: readonly Rating[]; readonly dossier: Dossier }
  | { readonly faults: readonly RowFault[] }

export interface RowContext {
  readonly rulebook: Rulebook
  readonly columns: readonly Column[]
  /** cells of the header, empty ones too */
  readonly width: number
  readonly places: PlaceNames
  readonly models: readonly string[]
  /** ISO instant, and the same in days since 1970 */
  readonly at: string
  readonly today: number
}

const QUOTE: Words = {
  zh: '这里有一个引号没有闭合，这一行和后面的内容都没有读到',
  en: 'a quotation mark is never closed; this row and all after it could not be read',
}

/** A part that is larger than its whole: 研发人员 above 职工总数. */
function contradictions(row: number, columns: ReadonlyMap<FactId, FactColumn>, values: ReadonlyMap<FactId, FactValue>) {
  const faults: RowFault[] = []
  for (const [id, value] of values) {
    const column = columns.get(id)
    const whole = column?.fact.notAbove
    const limit = whole === undefined ? undefined : values.get(whole)
    const [ends, most] = [endsOf(value), limit === undefined ? undefined : endsOf(limit)]
    if (!column || !ends || !most || ends[0] <= most[1]) continue
    const other = columns.get(whole ?? '')?.title ?? ''
    faults.push({
      row,
      column: column.title,
      written: '',
      reason: { zh: `大于“${other}”`, en: `is more than “${other}”` },
    })
  }
  return faults
}

/** Makes the reader of rows for one table. */
export function rowRater(context: RowContext): (row: TableRow) => RowResult {
  const { rulebook, columns, width, places, models, at, today } = context
  const factColumns = columns.filter(column => column.kind === 'fact')
  const byFact = new Map(factColumns.map(column => [column.fact.id, column]))
  return ({ number: row, cells, fault }) => {
    if (fault === 'quote') return { faults: [{ row, column: '', written: '', reason: QUOTE }] }
    if (cells.length > width && cells.slice(width).some(cell => cell !== ''))
      return {
        faults: [
          {
            row,
            column: '',
            written: '',
            reason: {
              zh: `有 ${cells.length} 格，表头只有 ${width} 格`,
              en: `has ${cells.length} cells, the header only ${width}`,
            },
          },
        ],
      }
    const faults: RowFault[] = []
    const values = new Map<FactId, FactValue>()
    for (const column of factColumns) {
      const written = cells[column.index] ?? ''
      if (written === '') continue
      const reading = readCell(column, written, places, today)
      if ('fault' in reading) faults.push({ row, column: column.title, written, reason: reading.fault })
      else values.set(column.fact.id, reading.value)
    }
    faults.push(...contradictions(row, byFact, values))
    if (faults.length > 0) return { faults }
    const dossier: Record<FactId, Dossier[string]> = {}
    for (const [id, value] of values) dossier[id] = { value, source: 'stated', at }
    const reading = read(rulebook, dossier, today)
    return { dossier, ratings: models.flatMap(model => reading.rating(model) ?? []) }
  }
}
