// Kinds of quantity, how people and data files write them, and how they are shown. Inside, every quantity is an integer
// in its base unit: money in fen, percent in parts per million, durations in months or days, dates in days since 1970.
import { type Exact, toNumber } from './exact.ts'
import type { Language } from './words.ts'

export const QUANTITY_KINDS = ['money', 'percent', 'count', 'months', 'days', 'date', 'points'] as const
export type QuantityKind = (typeof QUANTITY_KINDS)[number]

export const FEN_PER_YUAN = 100
export const FEN_PER_WAN = 1_000_000
export const PPM_PER_PERCENT = 10_000
export const PPM_PER_ONE = 1_000_000
/** Points are kept in hundredths, so that half and quarter points add exactly. */
export const UNITS_PER_POINT = 100

const SCALES: Record<Exclude<QuantityKind, 'date'>, Record<string, number>> = {
  money: { 亿元: 10_000 * FEN_PER_WAN, 万元: FEN_PER_WAN, 元: FEN_PER_YUAN },
  percent: { '%': PPM_PER_PERCENT, 个百分点: PPM_PER_PERCENT, '‰': PPM_PER_PERCENT / 10, bp: PPM_PER_PERCENT / 100 },
  count: { '': 1, 人: 1, 件: 1, 项: 1, 家: 1, 次: 1, 级: 1, 笔: 1, 名: 1, 年度: 1 },
  months: { 个月: 1, 月: 1, 年: 12 },
  days: { 天: 1, 日: 1, 个工作日: 1 },
  points: { '': UNITS_PER_POINT, 分: UNITS_PER_POINT },
}

const MS_PER_DAY = 86_400_000

/** ISO date → days since 1970-01-01, or undefined when there is no such day. */
export function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return undefined
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(time).toISOString().slice(0, 10) === iso ? time / MS_PER_DAY : undefined
}

/** Days since 1970-01-01 → ISO date. */
export function isoOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Whole months from one day to another; negative when `to` lies before `from`. */
export function monthsBetween(from: number, to: number): number {
  const a = new Date(from * MS_PER_DAY)
  const b = new Date(to * MS_PER_DAY)
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months
}

/**
 * Reads a quantity as a data file writes it: `500 万元`, `30 %`, `3 年`, `2026-03-01`, `12`.
 * Returns the integer in base units, or undefined when it is not one of this kind.
 */
export function parseQuantity(written: string | number, kind: QuantityKind): number | undefined {
  const text = String(written).trim()
  if (kind === 'date') return dayOf(text)
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(\S*)$/.exec(text.replaceAll(',', ''))
  const unit = match?.[2] ?? ''
  const scale = Object.hasOwn(SCALES[kind], unit) ? SCALES[kind][unit] : undefined
  if (!match || scale === undefined) return undefined
  return scaleDecimal(match[1] ?? '', scale)
}

/** A decimal in digits times an integer scale, exactly; undefined when it is no whole number of base units. */
export function scaleDecimal(digits: string, scale: number): number | undefined {
  const negative = digits.startsWith('-')
  const [whole = '', part = ''] = digits.replace(/^[+-]/, '').split('.')
  const numerator = BigInt(whole + part) * BigInt(scale)
  const divisor = 10n ** BigInt(part.length)
  if (numerator % divisor !== 0n) return undefined
  const value = Number(numerator / divisor)
  if (!Number.isSafeInteger(value)) return undefined
  return negative ? 0 - value : value
}

const formats = new Map<number, Intl.NumberFormat>()

/** A format is dear to make and is made once for each number of decimals. */
function formatOf(decimals: number): Intl.NumberFormat {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format
}

const trim = (value: number, decimals: number): string => formatOf(decimals).format(Number(value.toFixed(decimals)))

function showMoney(fen: number, language: Language): string {
  const wan = fen / FEN_PER_WAN
  if (language === 'en') {
    if (Math.abs(fen) >= 100 * FEN_PER_WAN) return `RMB ${trim(wan / 100, 4)} million`
    return `RMB ${trim(fen / FEN_PER_YUAN, 2)}`
  }
  if (Math.abs(wan) >= 10_000) return `${trim(wan / 10_000, 4)} 亿元`
  return Math.abs(wan) >= 1 || fen === 0 ? `${trim(wan, 2)} 万元` : `${trim(fen / FEN_PER_YUAN, 2)} 元`
}

function showMonths(months: number, language: Language): string {
  const whole = Number.isInteger(months / 12) && months !== 0
  if (language === 'en')
    return whole ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${trim(months, 1)} months`
  return whole ? `${months / 12} 年` : `${trim(months, 1)} 个月`
}

/** A quantity for people. `unit` is the fact's own unit word for counts (人, 件 …). */
export function showQuantity(value: Exact, kind: QuantityKind, language: Language, unit = ''): string {
  const x = toNumber(value)
  switch (kind) {
    case 'money':
      return showMoney(x, language)
    case 'percent':
      return `${trim(x / PPM_PER_PERCENT, 2)}%`
    case 'months':
      return showMonths(x, language)
    case 'days':
      return language === 'en' ? `${trim(x, 0)} days` : `${trim(x, 0)} 天`
    case 'date':
      return isoOf(Math.round(x))
    case 'points':
      return trim(x / UNITS_PER_POINT, 2)
    case 'count':
      return unit ? `${trim(x, 2)} ${unit}` : trim(x, 2)
  }
}

/** How a data file writes each kind, for the messages that ask for it. */
export const EXAMPLES: Record<QuantityKind, string> = {
  money: '500 万元',
  percent: '30 %',
  count: '12',
  months: '3 年',
  days: '30 天',
  date: '2026-03-01',
  points: '60',
}
