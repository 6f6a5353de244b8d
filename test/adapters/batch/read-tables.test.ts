// Rows read from CSV, .xlsx and parquet, and what is refused. Workbooks and parquet files are written by other libraries, so
// that the readers are not judged by themselves.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, describe, expect, test } from 'vitest'
import { openTable } from '../../../adapters/batch/open-table.ts'
import type { TableRow } from '../../../adapters/batch/table.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'yinqi-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Cell {
  readonly t: string
  readonly v: unknown
  readonly z?: string
}
/** What these tests use of SheetJS, which is installed with node-nlp. */
interface SheetJs {
  readonly utils: {
    book_new(): unknown
    aoa_to_sheet(rows: readonly (readonly unknown[])[]): Record<string, Cell>
    book_append_sheet(book: unknown, sheet: unknown, name: string): void
  }
  writeFile(book: unknown, file: string): void
}
const fromHere = createRequire(import.meta.url)
const sheetJs = createRequire(fromHere.resolve('node-nlp'))('xlsx') as SheetJs

async function contentOf(file: string): Promise<{ header: readonly string[]; rows: TableRow[] }> {
  const table = await openTable(file)
  try {
    return { header: table.header, rows: await Array.fromAsync(table.rows) }
  } finally {
    await table.close()
  }
}

function put(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('CSV', () => {
  test('quotes, line breaks in cells, blank rows, a byte order mark; rows are numbered as a spreadsheet does', async () => {
    const file = put('a.csv', '\uFEFF企业名称,备注\r\n"甲,公司","一\n二 ""三"""\r\n\r\n 乙 ,\r\n')
    expect(await contentOf(file)).toEqual({
      header: ['企业名称', '备注'],
      rows: [
        { number: 2, cells: ['甲,公司', '一\n二 "三"'] },
        { number: 4, cells: ['乙', ''] },
      ],
    })
  })

  test.each([';', '\t'])('separated by %j', async delimiter => {
    const file = put('d.csv', `a${delimiter}b\n1${delimiter}"2,5"\n`)
    expect((await contentOf(file)).rows).toEqual([{ number: 2, cells: ['1', '2,5'] }])
  })

  test('a quotation mark that never closes is named; what came before it is kept', async () => {
    const file = put('q.csv', 'a,b\n1,2\n"3,4\n5,6\n')
    const { rows } = await contentOf(file)
    expect(rows).toEqual([
      { number: 2, cells: ['1', '2'] },
      { number: 3, cells: [], fault: 'quote' },
    ])
  })

  test('GBK is refused with the way to save it anew', async () => {
    // 企业名称,去年营业收入（万元） in GBK
    const header = Buffer.from('c6f3d2b5c3fbb3c62cc8a5c4ead3aad2b5cac8eba3a8cdf2d4aaa3a90a', 'hex')
    await expect(openTable(put('gbk.csv', header))).rejects.toThrow(/CSV UTF-8/)
  })

  test('UTF-16 is refused', async () => {
    await expect(openTable(put('u16.csv', Buffer.from('\uFEFF企业名称\n甲\n', 'utf16le')))).rejects.toThrow(/UTF-16/)
  })

  test('a stray byte spoils only its own cell', async () => {
    const good = '企业名称,备注\n'.concat('武汉中科锐择光电科技有限公司,好\n'.repeat(50))
    const file = put('stray.csv', Buffer.concat([Buffer.from(good), Buffer.from([0xff]), Buffer.from('甲,\n')]))
    const { rows } = await contentOf(file)
    expect(rows).toHaveLength(51)
    expect(rows.filter(row => row.cells.some(cell => cell.includes('\uFFFD')))).toEqual([
      { number: 52, cells: ['\uFFFD甲', ''] },
    ])
  })

  test('an empty file has no header', async () => {
    await expect(openTable(put('empty.csv', ''))).rejects.toThrow(/header/)
  })
})

describe('.xlsx', () => {
  test('dates, percentages, noise of arithmetic, texts, yes and no, formula errors, gaps', async () => {
    const sheet = sheetJs.utils.aoa_to_sheet([
      ['企业名称', '成立日期', '比例', '收入', '高企', '空', '错'],
      ['甲 & <乙>', 0, 0, 0.1 + 0.2, true, null, null],
    ])
    sheet['B2'] = { t: 'n', v: 43_529, z: 'yyyy/m/d' }
    sheet['C2'] = { t: 'n', v: 0.07, z: '0.00%' }
    sheet['G2'] = { t: 'e', v: 42 }
    const book = sheetJs.utils.book_new()
    sheetJs.utils.book_append_sheet(book, sheet, '企业')
    sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([['另一张']]), '另一张')
    const file = path.join(folder, 'a.xlsx')
    sheetJs.writeFile(book, file)
    expect(await contentOf(file)).toEqual({
      header: ['企业名称', '成立日期', '比例', '收入', '高企', '空', '错'],
      rows: [{ number: 2, cells: ['甲 & <乙>', '2019-03-05', '7%', '0.3', 'true', '', '#N/A'] }],
    })
  })

  test('what is no workbook is refused', async () => {
    await expect(openTable(put('bad.xlsx', 'no zip at all'))).rejects.toThrow(/xlsx/)
  })
})

describe('parquet', () => {
  test('texts, whole and broken numbers, dates, yes and no, what is missing; over several row groups', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: '企业名称', data: ['甲', '乙', '丙'], type: 'STRING' },
        { name: '去年营业收入（万元）', data: [3000.5, undefined, 0.1 + 0.2], type: 'DOUBLE' },
        { name: '职工总数', data: [60n, 7n, 8n], type: 'INT64' },
        { name: '成立日期', data: [new Date('2019-03-05'), undefined, undefined], type: 'TIMESTAMP' },
        { name: '高新技术企业', data: [true, false, undefined], type: 'BOOLEAN' },
      ],
      rowGroupSize: 2,
    })
    expect(await contentOf(put('a.parquet', Buffer.from(buffer)))).toEqual({
      header: ['企业名称', '去年营业收入（万元）', '职工总数', '成立日期', '高新技术企业'],
      rows: [
        { number: 1, cells: ['甲', '3000.5', '60', '2019-03-05', 'true'] },
        { number: 2, cells: ['乙', '', '7', '', 'false'] },
        { number: 3, cells: ['丙', '0.3', '8', '', ''] },
      ],
    })
  })

  test('what is no parquet is refused', async () => {
    await expect(openTable(put('bad.parquet', 'no parquet at all, not even close'))).rejects.toThrow(/parquet/)
  })
})

test('other endings and missing files are refused', async () => {
  await expect(openTable(path.join(folder, 'a.txt'))).rejects.toThrow(/\.csv, \.xlsx or \.parquet/)
  await expect(openTable(path.join(folder, 'none.csv'))).rejects.toThrow(/no file/)
})
