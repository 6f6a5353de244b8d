// Generated companies as the rows of a CSV file, with a share of broken rows whose faults are known: for batch tests and for
// measuring. The same seed gives the same file.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type FactDefinition, type FactValue, FEN_PER_WAN, isoOf, type Rulebook, showQuantity } from '#engine'
import { firm, seeded } from './firms.ts'

/** A column and what to write into it so that the row is broken. */
export interface Broken {
  readonly row: number
  readonly column: string
}

export interface FirmTable {
  readonly rows: number
  readonly broken: readonly Broken[]
}

/** One row in this many is broken. */
const BROKEN_EVERY = 100
const KNOWN = 0.7
const PLACES: Readonly<Record<string, string>> = { '420111': '湖北省武汉市洪山区', '330108': '浙江省杭州市滨江区' }

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function shown(fact: FactDefinition, value: FactValue): string {
  if (fact.type === 'date') return isoOf(value as number)
  if (fact.type === 'money') return String((value as number) / FEN_PER_WAN)
  if (fact.type === 'percent') return showQuantity(value as number, 'percent', 'zh')
  if (fact.type === 'months') return `${value} 个月`
  if (fact.type === 'days') return `${value} 天`
  if (fact.type === 'flag') return value ? '是' : '否'
  if (fact.type === 'region') return PLACES[String(value)] ?? String(value)
  if (Array.isArray(value)) return value.map(key => fact.options?.[key]?.title.zh ?? key).join('；')
  return fact.options?.[String(value)]?.title.zh ?? String(value)
}

/** Inside the fact's bounds, and money in whole 万元, as people write it. */
function written(fact: FactDefinition, value: FactValue): string {
  if (typeof value !== 'number') return shown(fact, value)
  const inside = Math.max(typeof fact.min === 'number' ? fact.min : value, value)
  return shown(fact, fact.type === 'money' ? Math.floor(inside / FEN_PER_WAN) * FEN_PER_WAN : inside)
}

const FAULTS: Readonly<Partial<Record<FactDefinition['type'], string>>> = {
  money: '三千',
  date: '2019-02-30',
  flag: '也许',
  region: '火星',
  choice: '不存在的选项',
}

/** Writes `rows` companies; every hundredth row is broken in one column, in turn of every type that can be. */
export async function writeFirmTable(file: string, rulebook: Rulebook, rows: number, seed = 7): Promise<FirmTable> {
  const facts = [...rulebook.facts.values()].filter(
    fact => fact.asked && !fact.personal && !['text', 'phone', 'choices'].includes(fact.type),
  )
  const header = facts.map(fact => (fact.type === 'money' ? `${fact.title.zh}（万元）` : fact.title.zh))
  const breakable = facts.flatMap((fact, index) => (FAULTS[fact.type] === undefined ? [] : [index]))
  const broken: Broken[] = []
  const random = seeded(seed)
  function* lines(): Generator<string> {
    yield `\uFEFF${header.map(quoted).join(',')}\r\n`
    for (let index = 0; index < rows; index += 1) {
      const dossier = firm(rulebook, random, KNOWN)
      const cells = facts.map(fact => {
        if (fact.type === 'company') return `测试科技${index + 1}有限公司`
        const value = dossier[fact.id]?.value
        return value === undefined ? '' : written(fact, value)
      })
      const place = breakable[broken.length % breakable.length]
      if (index % BROKEN_EVERY === BROKEN_EVERY / 2 && place !== undefined) {
        const fact = facts[place]
        cells[place] = (fact && FAULTS[fact.type]) ?? ''
        broken.push({ row: index + 2, column: header[place] ?? '' })
      }
      yield `${cells.map(quoted).join(',')}\r\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  return { rows, broken }
}
