// What each column of a table is: a fact, named by its id or its Chinese or English title, perhaps with its unit in
// parentheses; or a column of the table's own, which is carried along.
import { type FactDefinition, isNumeric, parseQuantity, type Words } from '#engine'
import { LIMITS, TableFault } from './table.ts'

export interface FactColumn {
  readonly kind: 'fact'
  readonly index: number
  readonly title: string
  readonly fact: FactDefinition
  /** goes behind numbers that are written without one */
  readonly unit?: string | undefined
}
export interface OwnColumn {
  readonly kind: 'own'
  readonly index: number
  readonly title: string
}
export type Column = FactColumn | OwnColumn

/** Units people write in a header, as the engine spells them. */
const SPELLINGS: Readonly<Record<string, string>> = { 万: '万元', 亿: '亿元', yuan: '元', rmb: '元', cny: '元' }

/** Letters of either width, either case and any blanks are the same name. */
const nameOf = (written: string): string => written.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

function byName(facts: ReadonlyMap<string, FactDefinition>): ReadonlyMap<string, FactDefinition> {
  const names = new Map<string, FactDefinition>()
  for (const fact of facts.values())
    for (const name of [fact.id, fact.title.zh, fact.title.en]) names.set(nameOf(name), fact)
  return names
}

/** The unit as the engine spells it; empty when it is only the word that things are counted with. */
function unitOf(fact: FactDefinition, written: string): string | undefined {
  const unit = SPELLINGS[written] ?? written
  if (!isNumeric(fact.type) || fact.type === 'date') return undefined
  if (parseQuantity(`1 ${unit}`, fact.type) !== undefined) return unit
  return [fact.unit?.zh, fact.unit?.en].some(word => word !== undefined && nameOf(word) === unit) ? '' : undefined
}

function columnOf(title: string, index: number, names: ReadonlyMap<string, FactDefinition>): Column | Words {
  const whole = nameOf(title)
  const exact = names.get(whole)
  if (exact) return { kind: 'fact', index, title, fact: exact }
  const [, name = '', written = ''] = /^(.+?) ?\(([^()]+)\)$/.exec(whole) ?? []
  const fact = names.get(name)
  if (!fact) return { kind: 'own', index, title }
  const unit = unitOf(fact, written)
  if (unit !== undefined) return { kind: 'fact', index, title, fact, unit }
  return { zh: `表头“${title}”里的单位看不懂`, en: `the unit in the header “${title}” is none of ${fact.type}` }
}

/**
 * The columns of a header.
 * @throws TableFault with every fault of the header at once
 */
export function columnsOf(header: readonly string[], facts: ReadonlyMap<string, FactDefinition>): readonly Column[] {
  if (header.length > LIMITS.columns)
    throw new TableFault(`列数超过 ${LIMITS.columns} · more than ${LIMITS.columns} columns`)
  const names = byName(facts)
  const faults: Words[] = []
  const columns: Column[] = []
  const taken = new Map<string, string>()
  for (const [index, title] of header.entries()) {
    if (title === '') continue
    const column = columnOf(title, index, names)
    if (!('kind' in column)) {
      faults.push(column)
      continue
    }
    const key = column.kind === 'fact' ? column.fact.id : column.title
    const earlier = taken.get(key)
    if (earlier !== undefined)
      faults.push({ zh: `“${earlier}”和“${title}”是同一列`, en: `“${earlier}” and “${title}” are the same column` })
    taken.set(key, title)
    columns.push(column)
  }
  if (faults.length === 0 && !columns.some(column => column.kind === 'fact'))
    faults.push({
      zh: '表头里没有一列是已知的信息项：请用信息项的编号或名称作表头，例如 企业名称、去年营业收入（万元）',
      en: 'no column is a known fact; head the columns with fact ids or titles, for instance Company name, Revenue last year (万元)',
    })
  if (faults.length > 0) throw new TableFault(faults.map(({ zh, en }) => `${zh} · ${en}`).join('\n'))
  return columns
}
