// Writes sheets into one .xlsx as they come. Texts are stored in their cells and marked as text, so nothing is a formula, and
// no table of texts has to be kept.
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { draftsOf } from './csv-sheets.ts'
import type { Cell } from './result-columns.ts'
import type { Sheet, Sheets } from './sheets.ts'

/** What the format allows: rows of a sheet (with its header), characters of a cell. */
const LIMITS = { rows: 1_048_576, cell: 32_767 } as const
const BATCH_CHARACTERS = 64 * 1024
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** style 1 is bold */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`
const SHEET_START = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
const SHEET_END = '</sheetData></worksheet>'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML cannot hold these at all. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu

const xmlText = (text: string): string =>
  text
    .slice(0, LIMITS.cell)
    .replaceAll(UNWRITABLE, '')
    .replaceAll(/[&<>"]/g, sign => ENTITIES[sign] ?? sign)

function cellXml(cell: Cell, style: string): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return `<c${style}><v>${cell}</v></c>`
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
}

const rowXml = (cells: readonly Cell[], style = ''): string =>
  `<row>${cells.map(cell => cellXml(cell, style)).join('')}</row>`

type Rows = AsyncIterator<readonly Cell[]>

async function* sheetXml(header: readonly string[], rows: Rows, count: number): AsyncGenerator<string> {
  let batch = SHEET_START + rowXml(header, ' s="1"')
  for (let written = 0; written < count; written += 1) {
    const next = await rows.next()
    if (next.done) break
    batch += rowXml(next.value)
    if (batch.length < BATCH_CHARACTERS) continue
    yield batch
    batch = ''
  }
  yield batch + SHEET_END
}

async function* fromRows(sheet: Sheet): AsyncGenerator<readonly Cell[]> {
  yield* sheet.rows()
}

interface Part {
  readonly name: string
  stream(): Readable
}

/** More rows than a sheet holds go on in a second one. */
function partsOf(sheet: Sheet): Part[] {
  const most = LIMITS.rows - 1
  const number = Math.max(1, Math.ceil(sheet.count / most))
  let rows: Rows | undefined
  return Array.from({ length: number }, (_, index) => ({
    name: index === 0 ? sheet.name : `${sheet.name} ${index + 1}`,
    stream: () => {
      rows ??= fromRows(sheet)
      return Readable.from(sheetXml(sheet.header, rows, most))
    },
  }))
}

function frame(parts: readonly Part[]): Readonly<Record<string, string>> {
  const each = (line: (part: Part, number: number) => string) =>
    parts.map((part, index) => line(part, index + 1)).join('')
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((part, number) => `<sheet name="${xmlText(part.name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${parts.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
}

/** Writes result, faults and notes as sheets of one workbook. */
export async function writeXlsxSheets(output: string, { results, faults, notes }: Sheets): Promise<void> {
  const draft = draftsOf(output).results
  const parts = [results, faults, notes].flatMap(partsOf)
  const zip = new ZipFile()
  const written = Promise.withResolvers<void>()
  zip.on('error', written.reject)
  for (const [name, text] of Object.entries(frame(parts))) zip.addBuffer(Buffer.from(text), name)
  for (const [index, part] of parts.entries())
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, take => {
      const stream = part.stream()
      stream.on('error', written.reject)
      take(null, stream)
    })
  zip.end()
  const file = createWriteStream(draft)
  const piped = pipeline(zip.outputStream, file)
  try {
    await Promise.race([piped, written.promise])
  } catch (error) {
    file.destroy()
    await piped.catch(() => {})
    throw error
  }
  await rename(draft, output)
}
