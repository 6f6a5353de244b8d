// The real vocabulary for the tests of understanding, and a short way of writing what was understood: `people.total 45`,
// `need.amount 300万..500万`, `? need.amount unit-missing`.
import { createRequire } from 'node:module'
import { type FactDefinition, type FactId, type FactValue, isoOf, isRange, type Language } from '#engine'
import { type AnswerReading, type Context, extract, prepare, readAnswer } from '../../../bot/language/index.ts'
import { day, rulebook } from '../../support/rulebook.ts'

const places = createRequire(import.meta.url)('lcn/data/data.json') as { code: string; name: string }[]

/** The day on which all these conversations take place. */
export const TODAY = day('2026-03-10')
/** Below this the bot asks before it stores. */
const USABLE = 0.6

export const lexicon = prepare([...rulebook().facts.values()], places)

export function fact(id: FactId): FactDefinition {
  const found = rulebook().facts.get(id)
  if (!found) throw new Error(`no fact is called ${id}`)
  return found
}

export function context(pending: readonly FactId[] = [], language: Language = 'zh'): Context {
  for (const id of pending) fact(id)
  return { today: TODAY, pending, language }
}

const FEN_PER_WAN = 1_000_000
const PPM_PER_PERCENT = 10_000

function one(value: number, type: FactDefinition['type']): string {
  if (type === 'money') return `${value / FEN_PER_WAN}万`
  if (type === 'percent') return `${value / PPM_PER_PERCENT}%`
  if (type === 'months') return `${value}个月`
  if (type === 'days') return `${value}天`
  return type === 'date' ? isoOf(value) : String(value)
}

/** 2019-01-01..2019-12-31 is 2019, 2019-03-01..2019-03-31 is 2019-03; what is cut off by today counts as whole. */
function dates(low: string, high: string): string {
  const last = new Date(Date.UTC(Number(low.slice(0, 4)), Number(low.slice(5, 7)), 0)).toISOString().slice(0, 10)
  const whole = high === isoOf(TODAY)
  if (low.endsWith('-01-01') && (high === `${low.slice(0, 4)}-12-31` || whole)) return low.slice(0, 4)
  return low.endsWith('-01') && (high === last || whole) ? low.slice(0, 7) : `${low}..${high}`
}

/** A value as the tests write it. */
export function written(id: FactId, value: FactValue): string {
  const { type } = fact(id)
  if (typeof value === 'number') return one(value, type)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (!isRange(value)) return [...value].sort().join('+')
  const [low, high] = [one(value.low, type), one(value.high, type)]
  return type === 'date' ? dates(low, high) : `${low}..${high}`
}

/** Everything understood in a message, sorted; what would be asked is marked with a question mark. */
export function heard(text: string, pending: readonly FactId[] = []): string[] {
  const { found, unclear } = extract(lexicon, text, context(pending))
  const stated = found.map(
    each => `${each.confidence < USABLE ? '? ' : ''}${each.fact} ${written(each.fact, each.value)}`,
  )
  return [...stated, ...unclear.map(each => `? ${each.fact} ${each.problem}`)].sort()
}

/** The gold of a table row in the same form: facts separated by semicolons. */
export function gold(row: string): string[] {
  const lines = row.split(';').flatMap(part => (part.trim() === '' ? [] : [part.trim()]))
  for (const line of lines) fact(line.replace(/^\? /, '').split(' ')[0] ?? '')
  return lines.sort()
}

/** `text | gold` lines of a table, comments and blank lines left out. */
export function rows(table: string): (readonly [text: string, gold: string])[] {
  return table.split('\n').flatMap(line => {
    const bar = line.lastIndexOf('|')
    return line.trim() === '' || line.startsWith('#')
      ? []
      : [[line.slice(0, bar).trim(), line.slice(bar + 1).trim()] as const]
  })
}

/** The answer to one question in the same short form; a problem is `?code` with its candidates. */
export function answered(id: FactId, text: string): string {
  const reading: AnswerReading = readAnswer(lexicon, fact(id), text, context([id]))
  if (reading.is === 'value') return `${written(id, reading.value)}${reading.approximate ? ' ~' : ''}`
  const candidates = reading.candidates.map(value => written(id, value)).join(' or ')
  return candidates === '' ? `?${reading.code}` : `?${reading.code} ${candidates}`
}
