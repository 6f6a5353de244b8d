// Reads a CSV file row by row. It must be UTF-8: a file in GBK, which Excel writes unless told otherwise, is refused with the
// way to save it anew, because guessing would turn names and units into other characters.
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { LIMITS, type Table, TableFault, type TableRow } from './table.ts'

const PEEK_BYTES = 64 * 1024
const DELIMITERS = [',', ';', '\t'] as const
const REPLACEMENT = '\uFFFD'
/** A stray byte spoils its own cell; when one non-ASCII character in this many is broken, the whole file is not UTF-8. */
const BROKEN_SHARE = 10

async function peek(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PEEK_BYTES), 0, PEEK_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function refuseOtherEncodings(start: Buffer): void {
  const wide = start[0] === 0xff && start[1] === 0xfe ? true : start[0] === 0xfe && start[1] === 0xff
  const text = new TextDecoder('utf-8').decode(start, { stream: true })
  const strange = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const broken = text.split(REPLACEMENT).length - 1
  if (!wide && broken * BROKEN_SHARE <= strange) return
  const what = wide ? 'UTF-16' : 'GBK'
  throw new TableFault(
    `文件不是 UTF-8 编码（像是 ${what}）。请在 Excel 里选“另存为 → CSV UTF-8（逗号分隔）”，或直接用 .xlsx。\n` +
      `the file is not UTF-8 (it looks like ${what}); save it as "CSV UTF-8" or use .xlsx`,
  )
}

/** The separator that the first line uses most. */
function delimiterOf(start: Buffer): string {
  const [line = ''] = start
    .toString('utf8')
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1)
  const count = (delimiter: string) => line.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best))
}

async function* recordsOf(file: string, delimiter: string, seen: { bytes: number }): AsyncGenerator<TableRow> {
  const input = createReadStream(file)
  const parser = parse({
    bom: true,
    delimiter,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LIMITS.record,
  })
  input.on('data', chunk => {
    seen.bytes += chunk.length
  })
  input.on('error', error => parser.destroy(error))
  input.pipe(parser)
  let number = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1
      if (cells.some(cell => cell !== '')) yield { number, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield { number: number + 1, cells: [], fault: 'quote' }
  } finally {
    input.destroy()
  }
}

/** Opens a CSV file. */
export async function openCsv(file: string): Promise<Table> {
  const start = await peek(file)
  refuseOtherEncodings(start)
  const { size } = await stat(file)
  const seen = { bytes: 0 }
  const records = recordsOf(file, delimiterOf(start), seen)
  const first = await records.next()
  if (first.done || first.value.fault) throw new TableFault('文件里没有表头行 · the file has no header row')
  return {
    header: first.value.cells,
    rows: records,
    progress: () => (size === 0 ? 1 : Math.min(1, seen.bytes / size)),
    close: async () => void (await records.return(undefined)),
  }
}
