// Values in the short form of test sets: 300万, 300万..500万, 6%, 18个月, 2019-03. One value has one form, so that what was meant
// and what was understood can be compared as text.
import { type FactDefinition, type FactValue, isoOf, isRange } from '#engine'

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
function dates(low: string, high: string, today: number): string {
  const last = new Date(Date.UTC(Number(low.slice(0, 4)), Number(low.slice(5, 7)), 0)).toISOString().slice(0, 10)
  const cut = high === isoOf(today)
  if (low.endsWith('-01-01') && (high === `${low.slice(0, 4)}-12-31` || cut)) return low.slice(0, 4)
  if (low.endsWith('-01') && (high === last || cut)) return low.slice(0, 7)
  return `${low}..${high}`
}

/** The short form of a value of the fact; `today` in days since 1970. */
export function writtenValue({ type }: FactDefinition, value: FactValue, today: number): string {
  if (typeof value === 'number') return one(value, type)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (!isRange(value)) return [...value].sort().join('+')
  const [low, high] = [one(value.low, type), one(value.high, type)]
  return type === 'date' ? dates(low, high, today) : `${low}..${high}`
}
