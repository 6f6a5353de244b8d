// A value somewhere in a text, typed and in base units: money in fen, shares in parts per million, durations in months or
// days, dates as days since 1970. What it is the value of is decided elsewhere.

export type MentionKind = 'money' | 'percent' | 'rate' | 'count' | 'months' | 'days' | 'date' | 'number'

export interface Mention {
  readonly kind: MentionKind
  readonly low: number
  readonly high: number
  readonly start: number
  readonly end: number
  /** said roughly, or as a range */
  readonly approximate: boolean
  /** too wide to record: 几百万, 上亿, 大半 */
  readonly vague: boolean
  /** 不到 (strictly under), 以内 (at most), 以上 (at least) */
  readonly bound: 'under' | 'most' | 'least' | undefined
  /** the currency, when it is not yuan */
  readonly foreign: string | undefined
  /** the counting word that follows: 人, 件, 个 … */
  readonly measure: string
  /** 一家, 一个: more often an article than a number */
  readonly article: boolean
  /** 10年 may be the year 2010 or ten years; here the ten years, in months */
  readonly months: number | undefined
  /** fen in one of it, where the message states the unit once for all: 单位都是万 */
  readonly unit: number | undefined
  /** the last day a date may name, were it not cut at today: 今年底 said in November; days since 1970 */
  readonly lastDay: number | undefined
  /** a bare number that is also a year: 2019 */
  readonly year: number | undefined
}

const NOTHING: Omit<Mention, 'kind' | 'low' | 'high' | 'start' | 'end'> = {
  approximate: false,
  vague: false,
  bound: undefined,
  foreign: undefined,
  measure: '',
  article: false,
  months: undefined,
  unit: undefined,
  lastDay: undefined,
  year: undefined,
}

/** A mention with the usual particulars. */
export function mention(
  kind: MentionKind,
  low: number,
  high: number,
  span: readonly [number, number],
  more: Partial<Mention> = {},
): Mention {
  return { ...NOTHING, kind, low, high, start: span[0], end: span[1], ...more }
}
