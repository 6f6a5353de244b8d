// Reads one cell as its fact's value, in the same words as every other file of facts, or says what is wrong with it.
import { type FactDefinition, type FactValue, isNumeric, isRange, readWritten, showValue, type Words } from '#engine'
import type { FactColumn } from './columns.ts'
import type { PlaceNames } from './place-names.ts'
import { LIMITS } from './table.ts'

export type CellReading = { readonly value: FactValue } | { readonly fault: Words }

const fault = (zh: string, en: string): CellReading => ({ fault: { zh, en } })
const REPLACEMENT = '\uFFFD'
const BARE_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
const SPREADSHEET_ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA)$/
const LIST = /[、,，;；|]/
const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[ T]00:00(?::00(?:\.0+)?)?)?$/
const MONTH = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})月?$/
/** Kinds whose units are powers of ten, so that cutting a decimal off leaves less than one base unit. */
const DECIMAL = new Set(['money', 'percent'])

/** 2019/3/5, 2019年3月 and the like, as data files write them. */
function dateText(text: string): string {
  const [, year, month, day] = DAY.exec(text) ?? MONTH.exec(text) ?? []
  if (year === undefined || month === undefined) return /^\d{4}年$/.test(text) ? text.slice(0, -1) : text
  const two = (digits: string) => digits.padStart(2, '0')
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}

/**
 * A share that a spreadsheet computed has more decimals than are kept: it lies between two neighbouring values, and is
 * taken as that range rather than rounded over an edge.
 */
function betweenNeighbours(text: string, fact: FactDefinition): FactValue | undefined {
  const [, digits = '', unit = ''] = /^([+-]?[\d,]+\.\d+)\s*(\S*)$/.exec(text) ?? []
  for (let cut = digits.slice(0, -1); cut.includes('.'); cut = cut.slice(0, -1)) {
    const value = readWritten(`${cut.endsWith('.') ? cut.slice(0, -1) : cut} ${unit}`.trim(), fact)
    if (typeof value !== 'number') continue
    return text.startsWith('-') ? { low: value - 1, high: value } : { low: value, high: value + 1 }
  }
  return undefined
}

function readNumber(column: FactColumn, written: string): CellReading {
  const { fact, unit = '' } = column
  const text = written.normalize('NFKC')
  if (fact.type === 'date') {
    const value = readWritten(dateText(text), fact)
    return value === undefined ? fault('不是日期，例如 2019-03-05 或 2019-03', 'is no date like 2019-03-05') : { value }
  }
  const ends = text.split('~').map(end => end.trim())
  const whole = ends.map(end => (BARE_NUMBER.test(end) && unit !== '' ? `${end} ${unit}` : end)).join(' ~ ')
  const value = readWritten(whole, fact) ?? (DECIMAL.has(fact.type) ? betweenNeighbours(whole, fact) : undefined)
  if (value !== undefined) return { value }
  if (BARE_NUMBER.test(text) && unit === '')
    return fact.type === 'money'
      ? fault(
          '缺少单位：写成 500 万元，或在表头注明（万元）',
          'has no unit: write 500 万元, or put (万元) in the header',
        )
      : fault('缺少单位，或不是整数；单位也可写在表头', 'has no unit or is not whole; a unit may stand in the header')
  return fault('看不懂这个数', `cannot be read as ${fact.type}`)
}

function readFlag(text: string): CellReading {
  const word = text.toLowerCase()
  if (['是', 'yes', 'true'].includes(word)) return { value: true }
  if (['否', 'no', 'false'].includes(word)) return { value: false }
  return fault('请写 是 或 否', 'write yes or no')
}

function readWords(fact: FactDefinition, text: string, places: PlaceNames): CellReading {
  if (fact.type === 'flag') return readFlag(text)
  if (fact.type === 'region') {
    const code = places.codeOf(text)
    return code === undefined ? fault('不是行政区划代码或名称', 'is no division code or place name') : { value: code }
  }
  const raw =
    fact.type === 'choices'
      ? text
          .split(LIST)
          .map(one => one.trim())
          .filter(Boolean)
      : text
  const value = readWritten(raw, fact)
  if (value !== undefined) return { value }
  const options = Object.values(fact.options ?? {})
  const list = (language: 'zh' | 'en') =>
    options.map(option => option.title[language]).join(language === 'zh' ? '、' : ', ')
  return fault(`不在选项里：${list('zh')}`, `is none of: ${list('en')}`)
}

/** The two ends of a quantity. */
export const endsOf = (value: FactValue): readonly [number, number] | undefined =>
  typeof value === 'number' ? [value, value] : isRange(value) ? [value.low, value.high] : undefined

function checkBounds(fact: FactDefinition, value: FactValue, today: number): CellReading {
  const ends = endsOf(value)
  const limit = (bound: number | 'today' | undefined) => (bound === 'today' ? today : bound)
  const [min, max] = [limit(fact.min), limit(fact.max)]
  if (!ends) return { value }
  const show = (bound: number, language: 'zh' | 'en') => showValue(bound, fact, language)
  if (min !== undefined && ends[0] < min) return fault(`低于 ${show(min, 'zh')}`, `is below ${show(min, 'en')}`)
  if (max !== undefined && ends[1] > max) return fault(`超过 ${show(max, 'zh')}`, `is above ${show(max, 'en')}`)
  return { value }
}

/** The value of a cell that is not empty. `today` is in days since 1970. */
export function readCell(column: FactColumn, text: string, places: PlaceNames, today: number): CellReading {
  const { fact } = column
  if (text.includes(REPLACEMENT)) return fault('含有乱码（不是 UTF-8）', 'holds bytes that are not UTF-8')
  if (text.length > LIMITS.cell) return fault(`超过 ${LIMITS.cell} 字`, `is longer than ${LIMITS.cell} characters`)
  if (SPREADSHEET_ERROR.test(text)) return fault('公式出错', 'is the error of a formula')
  const read = isNumeric(fact.type) ? readNumber(column, text) : readWords(fact, text, places)
  return 'fault' in read ? read : checkBounds(fact, read.value, today)
}
