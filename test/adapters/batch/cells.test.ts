// One header and one cell at a time: units in headers, spellings of dates and places, bounds, and every way to be broken.
import { describe, expect, test } from 'vitest'
import { dayOf, FEN_PER_WAN, PPM_PER_PERCENT } from '#engine'
import { readCell } from '../../../adapters/batch/cell.ts'
import { columnsOf, type FactColumn } from '../../../adapters/batch/columns.ts'
import { placeNames } from '../../../adapters/batch/place-names.ts'
import { loadPlaces } from '../../../adapters/files/load.ts'
import { rulebook } from '../../support/rulebook.ts'

const { facts } = rulebook()
const places = placeNames(loadPlaces())
const today = dayOf('2026-11-22') ?? 0

function columnOf(title: string): FactColumn {
  const [column] = columnsOf([title], facts)
  if (column?.kind !== 'fact') throw new Error(`${title} is no fact`)
  return column
}

const reading = (title: string, text: string) => readCell(columnOf(title), text, places, today)
const value = (title: string, text: string) => {
  const read = reading(title, text)
  return 'value' in read ? read.value : read.fault
}
const fault = (title: string, text: string): string => {
  const read = reading(title, text)
  return 'fault' in read ? read.fault.en : `read as ${JSON.stringify(read.value)}`
}

describe('headers', () => {
  test.each([
    ['finance.revenue_last_year', undefined],
    ['去年营业收入', undefined],
    ['Revenue last year', undefined],
    ['去年营业收入（万元）', '万元'],
    ['去年营业收入 (万)', '万元'],
    ['Revenue last year（亿元）', '亿元'],
  ])('%s', (title, unit) => {
    const column = columnOf(title)
    expect(column.fact.id).toBe('finance.revenue_last_year')
    expect(column.unit).toBe(unit)
  })

  test('parentheses that belong to a title are no unit', () => {
    expect(columnOf('科技（研发）人员数').fact.id).toBe('people.tech_staff')
    expect(columnOf('科技(研发)人员数（人）').unit).toBe('人')
  })

  test('a column that is no fact is carried along', () => {
    expect(columnsOf(['去年营业收入', '序号'], facts)[1]).toEqual({ kind: 'own', index: 1, title: '序号' })
  })

  test.each([
    [['去年营业收入（吨）'], /单位/],
    [['去年营业收入', 'finance.revenue_last_year'], /same column/],
    [['序号', '备注'], /no column is a known fact/],
    [['去年营业收入（吨）', '职工总数（万元）'], /吨[\s\S]*职工总数/],
  ])('%j is refused', (header, message) => {
    expect(() => columnsOf(header, facts)).toThrow(message)
  })
})

describe('cells', () => {
  test.each([
    ['去年营业收入（万元）', '3000', 3000 * FEN_PER_WAN],
    ['去年营业收入（万元）', '3,000.5', 3000.5 * FEN_PER_WAN],
    ['去年营业收入（万元）', '1.2 亿元', 12_000 * FEN_PER_WAN],
    ['去年营业收入（万元）', '３０００', 3000 * FEN_PER_WAN],
    ['去年营业收入（万元）', '300~400', { low: 300 * FEN_PER_WAN, high: 400 * FEN_PER_WAN }],
    ['去年营业收入', '3000 万元', 3000 * FEN_PER_WAN],
    ['研发费用占营收比例', '6%', 6 * PPM_PER_PERCENT],
    ['研发费用占营收比例（%）', '6', 6 * PPM_PER_PERCENT],
    ['职工总数', '60 人', 60],
    ['成立日期', '2019-03-05', dayOf('2019-03-05')],
    ['成立日期', '2019/3/5', dayOf('2019-03-05')],
    ['成立日期', '2019年3月5日', dayOf('2019-03-05')],
    ['成立日期', '2019年3月', { low: dayOf('2019-03-01'), high: dayOf('2019-03-31') }],
    ['高新技术企业', '是', true],
    ['高新技术企业', 'FALSE', false],
    ['注册地', '420111', '420111'],
    ['注册地', '武汉市', '420100'],
    ['注册地', '湖北省武汉市洪山区', '420111'],
  ])('%s: %s', (title, text, expected) => {
    expect(value(title, text)).toEqual(expected)
  })

  test('a computed share lies between two neighbours and is never rounded over an edge', () => {
    expect(value('研发费用占营收比例', '5.99999999%')).toEqual({ low: 59_999, high: 60_000 })
    expect(value('去年净利润（万元）', '-1.23456789')).toEqual({ low: -1_234_568, high: -1_234_567 })
  })

  test.each([
    ['去年营业收入', '3000', /no unit/],
    ['去年营业收入（万元）', '三千', /cannot be read/],
    ['去年营业收入（万元）', '#N/A', /formula/],
    ['去年营业收入（万元）', '-5', /is below/],
    ['成立日期', '2019-02-30', /no date/],
    ['成立日期', '2030-01-01', /is above/],
    ['高新技术企业', '也许', /yes or no/],
    ['注册地', '火星', /no division/],
    ['所属行业', '炼金术', /none of: /],
    ['去年营业收入（万元）', '3\uFFFD', /UTF-8/],
    ['企业名称', '长'.repeat(2001), /longer/],
  ])('%s: %s is a fault', (title, text, reason) => {
    expect(fault(title, text)).toMatch(reason)
  })

  test('a name that several places share is none of them', () => {
    expect(fault('注册地', '鼓楼区')).toMatch(/no division/)
    expect(value('注册地', '南京市鼓楼区')).toBe('320106')
  })
})
