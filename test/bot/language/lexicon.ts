// The real vocabulary for the tests of understanding, and a short way of writing what was understood: `people.total 45`,
// `need.amount 300万..500万`, `? need.amount unit-missing`.
import { createRequire } from 'node:module'
import type { FactDefinition, FactId, FactValue, Language } from '#engine'
import { writtenValue } from '../../../adapters/nlp/written-value.ts'
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

/** A value as the tests write it. */
export const written = (id: FactId, value: FactValue): string => writtenValue(fact(id), value, TODAY)

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
