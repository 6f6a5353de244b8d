// Writes sheets as CSV files: the result, and beside it the faults when there are any. UTF-8 with a byte order mark, so that
// Excel shows Chinese; a text that a spreadsheet would run as a formula gets an apostrophe in front.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Cell } from './result-columns.ts'
import type { Sheet, Sheets } from './sheets.ts'

const BOM = '\uFEFF'
/** A spreadsheet takes these as the beginning of a formula, in either width; leading blanks do not stop it. */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/
/** Programs guess what stands between cells; what may be guessed stands in quotes, or the cell would fall apart behind its apostrophe. */
const DELIMITER = /[",;|\t\r\n]/
const BATCH_CHARACTERS = 64 * 1024

/** One cell as CSV writes it. Numbers are ours and are no texts. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return DELIMITER.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

async function* textOf(sheet: Sheet): AsyncGenerator<string> {
  let batch = BOM + csvLine(sheet.header)
  for await (const row of sheet.rows()) {
    batch += csvLine(row)
    if (batch.length < BATCH_CHARACTERS) continue
    yield batch
    batch = ''
  }
  yield batch
}

/** The file of faults that belongs to a result. */
export const faultsFile = (output: string): string => `${output}.errors.csv`

/** Where both files are written before they are whole: a run that is stopped leaves an earlier result as it was. */
export const draftsOf = (output: string) => ({ results: `${output}.part`, faults: `${faultsFile(output)}.part` })

const writeCsv = (file: string, sheet: Sheet): Promise<void> =>
  pipeline(Readable.from(textOf(sheet)), createWriteStream(file))

/** Writes the result and, when there are any, the faults; faults of an earlier run are removed. */
export async function writeCsvSheets(output: string, { results, faults }: Sheets): Promise<void> {
  const drafts = draftsOf(output)
  if (faults.count > 0) await writeCsv(drafts.faults, faults)
  await writeCsv(drafts.results, results)
  if (faults.count > 0) await rename(drafts.faults, faultsFile(output))
  else await rm(faultsFile(output), { force: true })
  await rename(drafts.results, output)
}
