// What a sheet needs from the rest of its workbook: where the first visible sheet is, its shared texts, and which styles show
// a number as a date or as a percentage.
import { TableFault } from './table.ts'
import { readWholeXml } from './xml-events.ts'
import type { ZipEntries } from './zip-file.ts'

/** Shared texts stay in memory while the sheet is read: this many characters at most. */
const SHARED_CHARACTERS_MAX = 128_000_000
const WORKBOOK = 'xl/workbook.xml'

/** How a style shows a number. */
export type NumberForm = 'plain' | 'date' | 'percent'

export interface WorkbookParts {
  readonly sheet: string
  /** days are counted from 1904 */
  readonly since1904: boolean
  readonly texts: readonly string[]
  /** by style index */
  readonly forms: readonly NumberForm[]
}

async function firstSheet(zip: ZipEntries): Promise<{ id: string; since1904: boolean }> {
  let id: string | undefined
  let since1904 = false
  await readWholeXml(await zip.stream(WORKBOOK), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') id ??= attributes['r:id']
    },
    close: () => {},
  })
  if (id === undefined) throw new TableFault('工作簿里没有可见的工作表 · the workbook has no visible sheet')
  return { id, since1904 }
}

async function targetOf(zip: ZipEntries, id: string): Promise<string> {
  let target: string | undefined
  await readWholeXml(await zip.stream('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === id) target = attributes['Target']
    },
    close: () => {},
  })
  if (target === undefined) throw new TableFault('工作簿内容损坏 · the workbook names no file for its sheet')
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function sharedTexts(zip: ZipEntries): Promise<readonly string[]> {
  const name = 'xl/sharedStrings.xml'
  if (!zip.has(name)) return []
  const texts: string[] = []
  let characters = 0
  let current = ''
  let [inText, inReading] = [false, false]
  await readWholeXml(await zip.stream(name), {
    open: element => {
      if (element === 'si') current = ''
      // rPh holds how a text is read aloud, which is no part of it
      if (element === 'rPh') inReading = true
      if (element === 't') inText = !inReading
    },
    text: text => {
      if (inText) current += text
    },
    close: element => {
      if (element === 't') inText = false
      if (element === 'rPh') inReading = false
      if (element !== 'si') return
      characters += current.length
      if (characters > SHARED_CHARACTERS_MAX)
        throw new TableFault('工作簿里的文字太多，请改用 CSV · the workbook holds too much text; use CSV')
      texts.push(current)
    },
  })
  return texts
}

/** Numbers of the built-in formats (ECMA-376 part 1, 18.8.30) that show dates, Chinese ones included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10

function formOf(id: number, codes: ReadonlyMap<number, string>): NumberForm {
  // what stands in quotes, brackets or after a backslash is shown as it is
  const code = codes.get(id)?.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (code === undefined) return isBuiltInDate(id) ? 'date' : isBuiltInPercent(id) ? 'percent' : 'plain'
  if (code.includes('%')) return 'percent'
  return /[ymd]/i.test(code) ? 'date' : 'plain'
}

async function numberForms(zip: ZipEntries): Promise<readonly NumberForm[]> {
  const name = 'xl/styles.xml'
  if (!zip.has(name)) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  await readWholeXml(await zip.stream(name), {
    open: (element, attributes) => {
      if (element === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (element === 'cellXfs') inCells = true
      if (element === 'xf' && inCells) ids.push(Number(attributes['numFmtId'] ?? 0))
    },
    close: element => {
      if (element === 'cellXfs') inCells = false
    },
  })
  return ids.map(id => formOf(id, codes))
}

/** Reads everything but the sheet itself. */
export async function readParts(zip: ZipEntries): Promise<WorkbookParts> {
  const { id, since1904 } = await firstSheet(zip)
  return {
    sheet: await targetOf(zip, id),
    since1904,
    texts: await sharedTexts(zip),
    forms: await numberForms(zip),
  }
}
