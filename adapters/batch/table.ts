// A table as batch rating reads it: a header, then rows of text one after the other, whatever the file's format was.
import path from 'node:path'

/** The table cannot be used as it is; the message says what to change. */
export class TableFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TableFault'
  }
}

export interface TableRow {
  /** as a spreadsheet counts: the header is row 1; in parquet, which has no header row, the first record is 1 */
  readonly number: number
  /** trimmed; empty is unknown */
  readonly cells: readonly string[]
  /** nothing of this row, or after it, could be read: why */
  readonly fault?: 'quote' | undefined
}

export interface Table {
  readonly header: readonly string[]
  readonly rows: AsyncIterable<TableRow>
  /** how much of the file has been read, 0…1 */
  progress(): number
  close(): Promise<void>
}

export const LIMITS = {
  columns: 1_000,
  /** characters of one cell that mean something */
  cell: 2_000,
  /** characters of one CSV record; a quote that never closes would swallow the rest of the file */
  record: 1_000_000,
} as const

export const TABLE_FORMATS = ['csv', 'xlsx', 'parquet'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** The format that a file name tells; undefined when it is no table. */
export function formatOf(file: string): TableFormat | undefined {
  const extension = path.extname(file).slice(1).toLowerCase()
  return TABLE_FORMATS.find(format => format === extension)
}

/**
 * A number as a spreadsheet shows it: at most fifteen digits, as a double that came from arithmetic has noise beyond them,
 * and never in powers of ten.
 */
export function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
}
