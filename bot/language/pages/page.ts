// A pasted page (registry, tax summary, statement) brought into lines that read like talk: `营业收入：39,200,000 元`. Labels
// and values on separate lines are joined, columns of two years become two lines, what is no fact of ours is left out.
import { lower } from '../text/normalise.ts'
import { partsOf } from '../values/calendar.ts'
import { PAGE_LABELS } from './page-labels.ts'

/** So many labels in a text make it a page; fewer are talk. */
const LABELS_MIN = 3
const LABEL_LENGTH_MAX = 24
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]|[-•·●*▪])? ?/
/** Grouped, so that a pattern built from it keeps its anchors and stays linear. */
const AMOUNT = /(?:-?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|-?\d{1,15}(?:\.\d{1,2})?)/
const ONE_AMOUNT = new RegExp(`^(${AMOUNT.source})(?![\\d年月日号%])$`)
const TWO_AMOUNTS = new RegExp(`^(${AMOUNT.source}) (${AMOUNT.source})$`)
const UNIT = /(?:金额)?单位(?:是|为|[:：])? ?(?:人民币)?(亿元|万元|千元|元)/
const UNIT_IN_LABEL = /[(（](?:单位[:：]?)?(亿元|万元|千元|元)[)）]$/
const YEAR_OF_PAGE =
  /(?:所属(?:期|时期|期间)[^\d\n]{0,8}|会计年度[^\d\n]{0,4}|年度[:：] ?)(20\d\d)|(20\d\d) ?(?:年度|年12月|-12-31|年年报|年报)/
/** Rows and headings of a table that no fact of ours stands in. */
const OTHER_ROW = new RegExp(
  `^[^，。,]{1,40} ${AMOUNT.source}(?: ${AMOUNT.source})*$|^(?:项目|编制单位|会计年度|所属期)`,
)
const MONEY_NAMES = new Set(['净利润', '营业收入', '总资产', '负债总额', '净资产', '研发费用', '纳税总额'])

interface Page {
  readonly unit: string
  /** the year the statement is of, when it says so */
  readonly year: number | undefined
}

type Label = { readonly name: string | undefined; readonly unit: string | undefined }

/** The label that a piece of text is, or undefined. */
function labelOf(piece: string): Label | undefined {
  if (piece.length > LABEL_LENGTH_MAX) return undefined
  const unit = UNIT_IN_LABEL.exec(piece)?.[1]
  const key = lower(piece.replace(UNIT_IN_LABEL, '').replace(/[:： ]/g, ''))
  return PAGE_LABELS.has(key) ? { name: PAGE_LABELS.get(key), unit } : undefined
}

interface Row {
  readonly label: Label
  /** undefined when the value stands on the next line */
  readonly value: string | undefined
}

/** 住所：杭州市…; 营业收入 39,200,000.00 33,000,000.00; or a label alone. */
function rowOf(line: string): Row | undefined {
  const plain = line.replace(NUMBERING, '')
  const colon = /^([^:：]{1,24})[:：] ?(.*)$/.exec(plain)
  const named = colon && labelOf(colon[1] ?? '')
  if (named) return { label: named, value: colon?.[2] === '' ? undefined : colon?.[2] }
  const alone = labelOf(plain)
  if (alone) return { label: alone, value: undefined }
  const blank = plain.indexOf(' ')
  const first = blank > 0 ? labelOf(plain.slice(0, blank)) : undefined
  return first && { label: first, value: plain.slice(blank + 1).trim() }
}

/** Several `label：value` on one line, as pages give them when copied: each gets its own. */
const split = (line: string): readonly string[] => line.split(/ (?=[^:： ]{2,12}[:：])|[；;|｜] ?(?=[^:：]{2,12}[:：])/)

/**
 * The page in lines of talk, or undefined when the text is no page. The work grows with the length only.
 * @param today days since 1970
 * @example readPage('企业名称\n甲公司\n成立日期\n2016-08-12\n…', today) // '公司名称：甲公司\n成立于：2016-08-12\n…'
 */
export function readPage(text: string, today: number): string | undefined {
  const lines = text.split('\n').flatMap(split)
  const year = YEAR_OF_PAGE.exec(text)
  const page: Page = { unit: UNIT.exec(text)?.[1] ?? '', year: year ? Number(year[1] ?? year[2]) : undefined }
  const out: string[] = []
  let labels = 0
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? ''
    const row = rowOf(line)
    if (!row) {
      if (!UNIT.test(line) && !OTHER_ROW.test(line)) out.push(line)
      continue
    }
    labels += 1
    const next = lines[at + 1]?.trim() ?? ''
    const below = row.value === undefined && next !== '' && !rowOf(next)
    if (below) at += 1
    const value = row.value ?? (below ? next : '')
    out.push(...written(row.label, value, page, today))
  }
  return labels >= LABELS_MIN ? out.join('\n') : undefined
}

/** One row as lines of talk: with the unit of the page, and for two columns one line a year. */
function written({ name, unit }: Label, value: string, page: Page, today: number): readonly string[] {
  if (name === undefined || value === '' || /^[-—/]+$/.test(value)) return []
  if (!MONEY_NAMES.has(name)) return [`${name}：${value}`]
  const unitHere = unit ?? page.unit
  const two = TWO_AMOUNTS.exec(value)
  const one = ONE_AMOUNT.exec(value)
  const thisYear = partsOf(today).year
  const of = (year: number | undefined): string => (year === undefined ? '' : `${year}年`)
  if (two)
    return page.year === undefined
      ? [`${name}：${amount(two[1] ?? '', unitHere)}`]
      : [page.year, page.year - 1].map((year, i) => `${of(year)}${name}：${amount(two[i + 1] ?? '', unitHere)}`)
  const year = page.year === thisYear - 1 ? undefined : page.year
  return [`${of(year)}${name}：${one ? amount(one[1] ?? '', unitHere) : value}`]
}

/** 千元 is no unit people speak in; it becomes 元. */
function amount(digits: string, unit: string): string {
  return unit === '千元' ? `${digits.replaceAll(',', '')}千元` : `${digits}${unit}`
}
