// Answers as people write them in a file: fact ids or Chinese titles as keys, quantities with their unit. Used for the
// command line's input files and for the examples beside every model and product.

import type { Dossier } from './dossier.ts'
import type { Facts } from './expression.ts'
import { type FactDefinition, type FactValue, isNumeric, isRange, type NumericFactType } from './fact.ts'
import type { Report } from './problem.ts'
import { dayOf, EXAMPLES, isoOf, parseQuantity, showQuantity } from './quantity.ts'
import type { Language } from './words.ts'

/** `500 万元 ~ 800 万元` is a range; a bare year or month is the range of its days. */
function readQuantity(raw: string | number, type: NumericFactType): FactValue | undefined {
  const text = String(raw).trim()
  if (type === 'date') {
    const month = /^(\d{4})(?:-(\d{2}))?$/.exec(text)
    if (month) {
      const low = dayOf(`${month[1]}-${month[2] ?? '01'}-01`)
      const year = Number(month[1])
      const next =
        month[2] === undefined || month[2] === '12'
          ? `${year + 1}-01-01`
          : `${year}-${String(Number(month[2]) + 1).padStart(2, '0')}-01`
      const after = dayOf(next)
      return low === undefined || after === undefined ? undefined : { low, high: after - 1 }
    }
  }
  const [low, high, ...more] = text.split(/\s*[~～]\s*/).map(part => parseQuantity(part, type))
  if (more.length > 0 || low === undefined) return undefined
  if (!/[~～]/.test(text)) return low
  return high === undefined || high < low ? undefined : { low, high }
}

function readWord(raw: unknown, fact: FactDefinition): FactValue | undefined {
  if (fact.type === 'flag')
    return raw === true || raw === '是' || raw === 'yes'
      ? true
      : raw === false || raw === '否' || raw === 'no'
        ? false
        : undefined
  const option = (written: unknown) =>
    Object.entries(fact.options ?? {}).find(([key, { title }]) =>
      [key, title.zh, title.en].includes(String(written)),
    )?.[0]
  if (fact.type === 'choice') return option(raw)
  if (fact.type === 'choices') {
    const keys = (Array.isArray(raw) ? raw : [raw]).map(option)
    return keys.every(key => key !== undefined) ? keys : undefined
  }
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : undefined
}

/** One written value in its fact's own type; undefined when it cannot be read as one. */
export function readWritten(raw: unknown, fact: FactDefinition): FactValue | undefined {
  if (!isNumeric(fact.type)) return readWord(raw, fact)
  return typeof raw === 'string' || typeof raw === 'number' ? readQuantity(raw, fact.type) : undefined
}

/** Is a value inside the fact's hard bounds? Without `today` (days since 1970) a bound of "today" is not checked. */
export function withinBounds(fact: FactDefinition, value: FactValue, today = Number.POSITIVE_INFINITY): boolean {
  const [low, high] = typeof value === 'number' ? [value, value] : isRange(value) ? [value.low, value.high] : []
  if (low === undefined || high === undefined) return true
  const limit = (bound: number | 'today' | undefined, other: number) => (bound === 'today' ? today : (bound ?? other))
  return low >= limit(fact.min, Number.NEGATIVE_INFINITY) && high <= limit(fact.max, Number.POSITIVE_INFINITY)
}

/** Reads a file's answers into a dossier, `stated` at the given instant. Unknown keys and unreadable values are reported. */
export function readAnswers(raw: Readonly<Record<string, unknown>>, facts: Facts, at: string, report: Report): Dossier {
  const byTitle = new Map(
    [...facts.values()].flatMap(
      fact =>
        [
          [fact.title.zh, fact],
          [fact.title.en, fact],
        ] as const,
    ),
  )
  const answers: Record<string, Dossier[string]> = {}
  for (const [key, written] of Object.entries(raw)) {
    const fact = facts.get(key) ?? byTitle.get(key)
    if (!fact) {
      report('unknown-fact', [key], `no fact is called ${key}`)
      continue
    }
    const value = readWritten(written, fact)
    if (value !== undefined && !withinBounds(fact, value))
      report('bad-quantity', [key], `${JSON.stringify(written)} lies outside what ${fact.title.en} can be`)
    else if (value === undefined)
      report('bad-quantity', [key], `${JSON.stringify(written)} is no ${fact.type}; ${hint(fact)}`)
    else answers[fact.id] = { value, source: 'stated', at }
  }
  return answers
}

function hint(fact: FactDefinition): string {
  if (fact.options) return `write one of ${Object.keys(fact.options).join(', ')}`
  return isNumeric(fact.type)
    ? `write for instance ${EXAMPLES[fact.type]}`
    : fact.type === 'flag'
      ? 'write true or false'
      : 'write a text'
}

/** A value for people. `place` names a division code, when the caller knows the names. */
export function showValue(
  value: FactValue,
  fact: FactDefinition,
  language: Language,
  place?: (code: string) => string | undefined,
): string {
  const quantity = (x: number) =>
    isNumeric(fact.type) ? showQuantity(x, fact.type, language, fact.unit?.[language]) : String(x)
  if (isRange(value)) return showRange(value.low, value.high, fact, quantity)
  if (typeof value === 'number') return quantity(value)
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  const option = (key: string) => fact.options?.[key]?.title[language] ?? key
  if (Array.isArray(value)) return value.map(option).join(language === 'zh' ? '、' : ', ')
  if (fact.type === 'region') return place?.(String(value)) ?? String(value)
  return option(String(value))
}

function showRange(low: number, high: number, fact: FactDefinition, quantity: (x: number) => string): string {
  if (low === high) return quantity(low)
  if (fact.type !== 'date') return `${quantity(low)}～${quantity(high)}`
  const [from, to] = [isoOf(low), isoOf(high)]
  if (from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : `${from}～${to}`
}
