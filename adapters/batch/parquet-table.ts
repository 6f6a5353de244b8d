// Reads a parquet file one slice of a row group at a time. Columns carry their names in the file; there is no header row.
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet'
import { LIMITS, plainNumber, type Table, TableFault, type TableRow } from './table.ts'

/** A row group may hold a million rows; only so many are unpacked at once. */
const SLICE_ROWS = 10_000

const COMPRESSORS = {
  GZIP: (input: Uint8Array) => new Uint8Array(gunzipSync(input)),
  BROTLI: (input: Uint8Array) => new Uint8Array(brotliDecompressSync(input)),
  ZSTD: (input: Uint8Array) => new Uint8Array(zstdDecompressSync(input)),
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (typeof value === 'number') return plainNumber(value)
  if (Array.isArray(value)) return value.map(textOf).join('、')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

type Buffer = Awaited<ReturnType<typeof asyncBufferFromFile>>

async function* rowsOf(
  file: Buffer,
  metadata: FileMetaData,
  header: readonly string[],
  seen: { rows: number },
): AsyncGenerator<TableRow> {
  let start = 0
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows)
    for (let from = start; from < end; from += SLICE_ROWS) {
      const to = Math.min(end, from + SLICE_ROWS)
      const records = await parquetReadObjects({ file, metadata, rowStart: from, rowEnd: to, compressors: COMPRESSORS })
      for (const [index, record] of records.entries()) {
        seen.rows += 1
        const cells = header.map(name => textOf(record[name]).trim())
        if (cells.some(cell => cell !== '')) yield { number: from + index + 1, cells }
      }
    }
    start = end
  }
}

/** Opens a parquet file. */
export async function openParquet(name: string): Promise<Table> {
  const file = await asyncBufferFromFile(name)
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw new TableFault(`文件不是有效的 parquet · the file is no valid parquet: ${String(error)}`)
  })
  const header = parquetSchema(metadata).children.map(child => child.element.name)
  if (header.length > LIMITS.columns)
    throw new TableFault(`列数超过 ${LIMITS.columns} · more than ${LIMITS.columns} columns`)
  const seen = { rows: 0 }
  const rows = rowsOf(file, metadata, header, seen)
  const total = Number(metadata.num_rows)
  return {
    header,
    rows,
    progress: () => (total === 0 ? 1 : seen.rows / total),
    close: async () => void (await rows.return(undefined)),
  }
}
