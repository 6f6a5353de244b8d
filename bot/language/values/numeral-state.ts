// What is known of a number half read, and how its groups close: 千 within 万 within 亿. The reading itself is in numeral.ts.

export interface Numeral {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
  /** said roughly: 两三百, 十几, 八十多, 两千来万 */
  readonly approximate: boolean
  /** too wide to use: 几百万, 上亿, 千万级 */
  readonly vague: boolean
  /** the largest of 万 and 亿 (or w, k, m) that was named, else 1: 1200万 is money without saying 元 */
  readonly scale: number
  /** what a lone digit before it would count: 三到五百万 → 1,000,000 */
  readonly step: number
  /** a plain run of digits as written: 2019, 二零一九; an empty string otherwise */
  readonly digits: string
  readonly chinese: boolean
}

export interface State {
  readonly text: string
  readonly start: number
  at: number
  /** closed 亿 and 万 groups */
  low: number
  high: number
  /** the open group below 万 */
  groupLow: number
  groupHigh: number
  /** a digit or decimal waiting for its unit */
  pending: readonly [number, number] | undefined
  pendingIsDigit: boolean
  /** the unit closed last, as a multiple of one: 万 → 10,000; 0 before any */
  last: number
  /** last within its group, so that 2千3百万 knows 百 stands under 千 */
  step: number
  scale: number
  approximate: boolean
  vague: boolean
  digits: string
  chinese: boolean
  /** the state right after the last unit, for a digit that turns out to begin the next expression */
  mark: Numeral | undefined
  afterZero: boolean
  /** 多 or 来 has been said: after its unit nothing more belongs to the number */
  rough: boolean
}

export const NUMERAL_LENGTH_MAX = 32
const DIGIT_ROWS = ['零', '一壹', '二贰两俩', '三叁仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
export const DIGITS = new Map(DIGIT_ROWS.flatMap((row, value) => [...row].map(char => [char, value] as const)))
export const UNITS = new Map([...'十拾百佰千仟'].map((char, i) => [char, 10 ** (1 + (i >> 1))] as const))
export const BIG = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])
/** A digit followed by one of these counts something: 两百万 五个人 is not 两百万五. */
const COUNTED = /[个人名位项件家次笔份篇款台套条年月日天号成点厘分%直共般定些起旦切样]/

export const isDigit = (char: string | undefined): boolean => char !== undefined && DIGITS.has(char)
export const isUnit = (char: string | undefined): boolean => char !== undefined && (UNITS.has(char) || BIG.has(char))

export function openScale(s: State): boolean {
  const rest = s.text.slice(s.at, s.at + 4)
  if (/^(?:百八十|千儿?八百)/.test(rest)) {
    // "a hundred, a hundred and eighty": nobody knows which
    s.vague = true
    return true
  }
  if (/^[百千][来把十]/.test(rest) && !rest.startsWith('百十分')) return true
  const before = s.text[s.at - 1] ?? ''
  const big = /^(?:[百千]?[万亿]|[百千](?=[多余]?[个人名项件家号]))/.exec(rest)?.[0]
  if (big === undefined) return false
  // 单位：万元, 营收(万元) name a unit and no sum
  if (/^[万亿]元/.test(rest) && !/[上过破近快超小逾]/.test(before)) return false
  if (
    /[上过破近快超小逾]/.test(before) ||
    /^(?:级|规模|元|多|出头|左右|上下|以上|把块)/.test(s.text.slice(s.at + big.length, s.at + big.length + 2))
  ) {
    if (before === '上' || s.text[s.at + big.length] === '级') s.vague = true
    return true
  }
  return false
}

export function big(s: State, value: number, length: number): boolean {
  if (s.last >= value && s.scale === value) return false
  if (s.scale > 1 && value > s.scale) return false
  if (!s.pending && s.groupLow === 0 && (s.last > 0 || !openScale(s))) return false
  const [low, high] = s.pending ?? [0, 0]
  const implied = !s.pending && s.groupLow === 0 ? 1 : 0
  s.low += (s.groupLow + low + implied) * value
  s.high += (s.groupHigh + high + implied) * value
  s.step = s.groupLow > 0 && !s.pending ? s.last * value : value
  s.groupLow = 0
  s.groupHigh = 0
  s.scale = Math.max(s.scale, value)
  return close(s, value, length)
}

export function close(s: State, value: number, length: number): boolean {
  s.pending = undefined
  s.pendingIsDigit = false
  s.afterZero = false
  s.last = value
  s.digits = ''
  if (value < 10_000) s.step = value
  s.at += length
  s.mark = finish(s)
  return true
}

export function finish(s: State): Numeral | undefined {
  let [low, high] = s.pending ?? [0, 0]
  const next = s.text[s.at] ?? ''
  // 三万三万 ends at the first 万
  if (s.pending && s.mark && isUnit(next)) return s.mark
  if (s.pending && s.last >= 100 && !s.afterZero && high < 10 && Number.isInteger(low)) {
    // 一千八 is 1,800 and 3亿5 is 350 million, but 两百万 五个人 ends at 万
    if (s.mark && COUNTED.test(next)) return s.mark
    low *= s.last / 10
    high *= s.last / 10
  }
  if (s.pending === undefined && s.last === 0) return undefined
  const total = s.low + s.groupLow + low
  const totalHigh = s.high + s.groupHigh + high
  return {
    start: s.start,
    end: s.at,
    low: total,
    high: s.vague && s.last > 0 && total === totalHigh ? total * 10 : totalHigh,
    approximate: s.approximate,
    vague: s.vague,
    scale: s.scale,
    step: s.step,
    digits: s.digits,
    chinese: s.chinese,
  }
}
