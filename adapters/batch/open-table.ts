// Opens a table by the ending of its name.
import { existsSync } from 'node:fs'
import { openCsv } from './csv-table.ts'
import { openParquet } from './parquet-table.ts'
import { formatOf, type Table, TableFault, type TableFormat } from './table.ts'
import { openXlsx } from './xlsx-table.ts'

const OPENERS: Readonly<Record<TableFormat, (file: string) => Promise<Table>>> = {
  csv: openCsv,
  xlsx: openXlsx,
  parquet: openParquet,
}

/**
 * Opens a table to be read once.
 * @throws TableFault when it is none, or cannot be used as it is
 */
export async function openTable(file: string): Promise<Table> {
  const format = formatOf(file)
  if (!format) throw new TableFault(`不认识的表格格式 · ${file} is no .csv, .xlsx or .parquet`)
  if (!existsSync(file)) throw new TableFault(`没有这个文件 · no file ${file}`)
  return OPENERS[format](file)
}
