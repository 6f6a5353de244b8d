// Reads the first visible sheet of an .xlsx row by row. Numbers come out as the sheet shows them: a date as a date, a
// percentage with its sign; formulas give their last value.
import { LIMITS, plainNumber, type Table, TableFault, type TableRow } from './table.ts'
import { type NumberForm, readParts, type WorkbookParts } from './xlsx-parts.ts'
import { readXml } from './xml-events.ts'
import { openZipFile, type ZipEntries } from './zip-file.ts'

/** Serial day of 1970-01-01. */
const EPOCH = { since1900: 25_569, since1904: 24_107 } as const
/** 1900 has a 29 February in spreadsheets; before it every day is one off. */
const FIRST_TRUE_SERIAL = 61
const MS_PER_DAY = 86_400_000

function dateText(serial: number, since1904: boolean): string {
  const shift = !since1904 && serial < FIRST_TRUE_SERIAL ? 1 : 0
  const days = Math.floor(serial) + shift - (since1904 ? EPOCH.since1904 : EPOCH.since1900)
  const date = new Date(days * MS_PER_DAY)
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10)
}

/** A number cell as the sheet shows it. */
export function shownNumber(written: string, form: NumberForm, since1904: boolean): string {
  const value = Number(written)
  if (written === '' || !Number.isFinite(value)) return written
  if (form === 'date') return dateText(value, since1904)
  return form === 'percent' ? `${plainNumber(value * 100)}%` : plainNumber(value)
}

/** `BC12` → 54. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function cellText(type: string, written: string, style: number, parts: WorkbookParts): string {
  switch (type) {
    case 's':
      return parts.texts[Number(written)] ?? ''
    case 'b':
      return written === '1' ? 'true' : 'false'
    case 'n':
      return shownNumber(written, parts.forms[style] ?? 'plain', parts.since1904)
    default:
      // str, inlineStr, d, and e: an error like #N/A, which is no value of anything and is named as such
      return written
  }
}

/** Rows found so far wait in `found`. */
function sheetHandlers(parts: WorkbookParts, found: TableRow[]) {
  let number = 0
  let cells: string[] = []
  let column = -1
  let [type, style, written] = ['n', 0, '']
  let taking = false
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r'])
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        if (column >= LIMITS.columns)
          throw new TableFault(`列数超过 ${LIMITS.columns} · more than ${LIMITS.columns} columns`)
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        written = ''
      } else if (name === 'v' || (name === 't' && type === 'inlineStr')) taking = true
    },
    text: (text: string) => {
      if (taking) written += text
    },
    close: (name: string) => {
      if (name === 'v' || name === 't') taking = false
      if (name === 'c' && column >= 0) {
        while (cells.length < column) cells.push('')
        cells[column] = cellText(type, written, style, parts).trim()
      }
      if (name === 'row' && cells.some(cell => cell !== '')) found.push({ number, cells })
    },
  }
}

async function* rowsOf(zip: ZipEntries, parts: WorkbookParts, seen: { bytes: number }): AsyncGenerator<TableRow> {
  const found: TableRow[] = []
  const stream = await zip.stream(parts.sheet)
  try {
    for await (const bytes of readXml(stream, sheetHandlers(parts, found))) {
      seen.bytes += bytes
      yield* found.splice(0)
    }
    yield* found.splice(0)
  } finally {
    stream.destroy()
  }
}

/** Opens the first visible sheet of an .xlsx file. */
export async function openXlsx(file: string): Promise<Table> {
  const zip = await openZipFile(file)
  try {
    const parts = await readParts(zip)
    const size = zip.sizeOf(parts.sheet)
    const seen = { bytes: 0 }
    const rows = rowsOf(zip, parts, seen)
    const first = await rows.next()
    if (first.done) throw new TableFault('工作表是空的 · the sheet is empty')
    return {
      header: first.value.cells,
      rows,
      progress: () => (size === 0 ? 1 : Math.min(1, seen.bytes / size)),
      close: async () => {
        await rows.return(undefined)
        zip.close()
      },
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
