// How SQL text names what a query reads: a column for every fact, named by its id, and a few for every rating. Everything is
// quoted, so that no name can become a command.
import type { FactDefinition, FactType } from '../fact.ts'

export interface SqlColumn {
  readonly name: string
  readonly type: 'bigint' | 'date' | 'boolean' | 'text' | 'text[]'
  /** what it holds, for the people who fill it */
  readonly holds: string
}

/** An identifier, quoted. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`
/** A text, quoted. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
export const listOf = (texts: readonly string[]): string => texts.map(quoted).join(', ')

const TYPES: Record<FactType, SqlColumn['type']> = {
  money: 'bigint',
  percent: 'bigint',
  count: 'bigint',
  months: 'bigint',
  days: 'bigint',
  date: 'date',
  flag: 'boolean',
  choice: 'text',
  choices: 'text[]',
  region: 'text',
  text: 'text',
  company: 'text',
  uscc: 'text',
  phone: 'text',
}
const UNITS: Partial<Record<FactType, string>> = {
  money: 'fen (1/100 yuan)',
  percent: 'millionths (6 % = 60000)',
  months: 'months',
  days: 'days',
  region: 'six-digit division code',
}

export function factColumn(fact: FactDefinition): SqlColumn {
  const among = fact.options ? Object.keys(fact.options).join(' | ') : UNITS[fact.type]
  return {
    name: fact.id,
    type: TYPES[fact.type],
    holds: [fact.title.zh, fact.title.en, among].filter(Boolean).join(' · '),
  }
}
