// Which counting words go with a fact: 人 with 名, 位 and 号人; 件 with 项 and 个; patents with patents.
import type { FactDefinition } from '#engine'

/** What 第 17 名 is counted in: a place in a row, never people. */
export const RANK = '第名'

const PEOPLE = new Set([
  '人',
  '名',
  '位',
  '个',
  '号人',
  '口人',
  '口子人',
  '口子',
  '来人',
  '个人',
  '号',
  'people',
  'person',
  'persons',
  'employees',
  'workers',
  'heads',
  'ppl',
  'folks',
  'staff',
  'full-time employees',
  'engineers',
])
const THINGS = new Set([
  '件',
  '项',
  '个',
  '份',
  '篇',
  '款',
  '台',
  '套',
  '条',
  '种',
  '本',
  '次',
  '起',
  '宗',
  '桩',
  '场',
  'patent',
  'patents',
])
const MEASURES: Readonly<Record<string, ReadonlySet<string>>> = {
  人: PEOPLE,
  件: THINGS,
  项: THINGS,
  家: new Set(['家', '个', '所']),
  次: new Set(['次', '笔', '条']),
  名: new Set(['名', '位', RANK]),
  分: new Set(['分', '个']),
}

const COUNTS_PEOPLE = /人$|口子$|^名|people|staff|employees|person|workers|heads|ppl|folks/

/** Whether a counting word can count nothing but people: 人, 名, staff; never the place in a row, 第 29 名. */
export const isOfPeople = (measure: string): boolean => measure !== RANK && COUNTS_PEOPLE.test(measure)

/** Whether a counting word may count what the fact counts. */
export function allows(fact: FactDefinition, measure: string): boolean {
  const unit = fact.unit?.zh ?? ''
  return measure === unit || (MEASURES[unit] ?? THINGS).has(measure)
}
