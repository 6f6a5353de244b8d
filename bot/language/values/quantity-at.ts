// Reads the number at one place together with what it counts: 300-500万元, 两三成, 三厘五, 四十来号人, 一年半. A number
// without a suffix stays a bare number, to be understood by the question or the noun beside it.
import { FEN_PER_YUAN } from '#engine'
import { hedgeAfter, hedgeBefore } from './hedge.ts'
import { RANK } from './measures.ts'
import { type Mention, mention } from './mention.ts'
import { readNumeral } from './numeral.ts'
import { readEnglishNumeral } from './numeral-english.ts'
import type { Numeral } from './numeral-state.ts'
import { type CurrencyBefore, currencyBefore, type Suffix, suffixAt } from './suffix.ts'

interface Interval {
  readonly low: number
  readonly high: number
  readonly first: Numeral
  readonly last: Numeral
  readonly end: number
}

const CONNECTOR = / ?(?:、?或者?|到|至|-|~| to | or ) ?/iy
const BETWEEN_AND = / and /y
/** went from 40 to 65: two values, of which the second holds. */
const CHANGED_BEFORE =
  /\b(?:went|gone|grew|grown|rose|risen|jumped|fell|dropped|shrank|increased|decreased|expanded|declined|changed|corrected|doubled|down|up|cut|moved|improved) (?:[a-z]{1,12} ){0,2}from (?:about |around |rmb |¥)?$/i
const CHANGED_REACH = 48
const IN_YEAR = /\bin (?:19|20)\d\d$/i
/** Something numbered rather than counted: 第五批, A4, ISO9001, 3.1.4, 500强, 一流. */
const NUMBERED_BEFORE = /[第A-Za-z_./\\\d]$/
/** 第 17 名 is a rank that somebody may ask for. */
const RANK_AFTER = /^[\d一二三四五六七八九十百]{1,4}[名位]/
/** 积分排名第 12 */
const RANKED_REACH = 18
const RANKED_BEFORE = /积分[^。；]{0,14}(?:排名?|名次)(?:到|在|是|为|了)?(?:[全县区市省园镇]{1,2}里?)?(?:是|排)?第$/
const NUMBERED_AFTER = /^(?:强|开(?![的始了办张业])|路|街|类|期|代|班|线城市|[A-Za-z_\\@]|\.\d)/
/** 一 and 五 that only begin a word: 一起, 一般, 一流, 五险一金. */
const ADVERB =
  /^(?:一(?:[流样些下般直定起共致旦切向金]|点(?![零一二三四五六七八九])|方面|体化|站式)|[五六]险|四舍|十分(?!之))/
/** 前三, top 5, no. 2: a place in a row. */
const RANKED_HERE = /(?:(?<![目之以提当])前|\b(?:top|no\.?|number|ranked) ?|#)$/
/** 3 字头 is anything that begins with it. */
const BEGINS_WITH = /^(?:字头|字?开头|打头|字当头)/
/** A lone Chinese digit in the middle of words counts nothing: 第一, 三农, 四新. */
const LONE_DIGIT_AFTER = /^(?![左上吧以到至或多和])[一-龥]/
const BASIS_POINTS = /^ ?个?(?:bps?|基点|basis points)(?![a-z])/i
const WEEKDAY_BEFORE = /(?:(?:^|[^一二两三四五六七八九十\d几半])周|星期|礼拜)$/
/** Nicknames of universities. */
const NOT_NUMBERS = /^(?:985|211)(?!\d|万|亿|人|件|项|个)/

const isRank = (text: string, at: number): boolean =>
  RANK_AFTER.test(text.slice(at, at + 6)) || RANKED_BEFORE.test(text.slice(Math.max(0, at - RANKED_REACH), at))

const numeralAt = (text: string, at: number): Numeral | undefined =>
  readNumeral(text, at) ?? readEnglishNumeral(text, at)

/** The quantity that begins exactly at `at`, or undefined. */
export function readQuantity(text: string, at: number): Mention | undefined {
  const currency = currencyBefore(text, at)
  const before = text.slice(Math.max(0, at - 1), at)
  if (!currency && NUMBERED_BEFORE.test(before) && !(before === '第' && isRank(text, at))) return undefined
  const head = text.slice(at, at + 4)
  if (NOT_NUMBERS.test(head) || ADVERB.test(head) || (before === '队' && head.startsWith('伍'))) return undefined
  // 多写了个零
  if (head.startsWith('零') && /[多少漏][^，。\d]{0,4}个$/.test(text.slice(Math.max(0, at - 7), at))) return undefined
  // 上半年还清的: a part of a year, and no length
  if (head.startsWith('半年') && /(?:^|[^一])[上下]$/.test(text.slice(Math.max(0, at - 2), at))) return undefined
  const interval = readInterval(text, at)
  // 90年代 names no year
  if (interval && text.startsWith('年代', interval.end)) return undefined
  if (!interval || overlong(interval)) return undefined
  // LPR 加 60 个基点 is no rate by itself
  if (BASIS_POINTS.test(text.slice(interval.end, interval.end + 14))) return undefined
  const suffix = suffixOf(text, interval)
  // 4点几: somewhere between four and five
  if (!suffix && /^[点.][几多]/.test(text.slice(interval.end, interval.end + 2)))
    return mention('number', interval.low, interval.high, [at, interval.end + 2], { approximate: true, vague: true })
  const isPlain = !suffix && interval.last.scale === 1
  if (isPlain && NUMBERED_AFTER.test(text.slice(interval.end, interval.end + 3))) return undefined
  if (
    isPlain &&
    (BEGINS_WITH.test(text.slice(interval.end, interval.end + 3)) ||
      RANKED_HERE.test(text.slice(Math.max(0, at - 8), at)))
  )
    return undefined
  // 周四上午 is a day
  if (isPlain && interval.end === at + 1 && WEEKDAY_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return undefined
  const isLone = isPlain && interval.last.chinese && interval.end === at + 1 && !/[十俩仨]/.test(text[at] ?? '')
  if (isLone && LONE_DIGIT_AFTER.test(text.slice(interval.end, interval.end + 1))) return undefined
  // 前三名 is a rank
  if (/(?:^|[^目之以提当])前$/.test(text.slice(Math.max(0, at - 2), at)) && /^[名位甲强]/.test(suffix?.measure ?? ''))
    return undefined
  // 前两年, 近三年 are times that are past, and no length
  if (suffix?.kind === 'months' && isPastTime(text, at, interval.end)) return undefined
  if (suffix?.measure === '位' && text[interval.end + 1] === '数') return magnitude(at, interval)
  const found = build(text, at, interval, suffix, currency)
  return before === '第' ? { ...found, measure: RANK } : found
}

const isPastTime = (text: string, at: number, end: number): boolean =>
  text[end] === '年' &&
  (/(?:^|[^提目])前$/.test(text.slice(Math.max(0, at - 2), at)) ||
    (/(?:^|[^最立办开干做用附])(?:近|这|过去|最近)$/.test(text.slice(Math.max(0, at - 3), at)) &&
      !/^年(?:了|的?历史|的?时间|多)/.test(text.slice(end))))

/** What the number counts; 80万 is no number of weeks, whatever follows. */
function suffixOf(text: string, interval: Interval): Suffix | undefined {
  const suffix = suffixAt(text, interval.end)
  const isTime = suffix?.kind === 'months' || suffix?.kind === 'days'
  if (isTime && interval.last.scale > 1) return undefined
  // 800万分五年, 2200万分三家: no ten thousand points
  if ((suffix?.measure === '分' || suffix?.kind === 'rate') && interval.last.scale > 1) return undefined
  // 上二期 is a second stage of building
  if (suffix?.kind === 'months' && text[interval.end] === '期' && interval.high < INSTALMENTS_MIN) return undefined
  // 半个月 is fifteen days, not a whole month
  const isHalf = suffix?.kind === 'months' && suffix.scale === 1 && !Number.isInteger(interval.low)
  return isHalf ? { ...suffix, kind: 'days', scale: DAYS_PER_MONTH } : suffix
}

const DOZEN = 12
/** Nobody repays in fewer monthly instalments. */
const INSTALMENTS_MIN = 6
const DIGITS_MAX = 12
const DAYS_PER_MONTH = 30
const overlong = ({ first }: Interval): boolean =>
  (first.digits.split('.')[0] ?? '').replaceAll(',', '').length > DIGITS_MAX

/** 300到500: both ends, the left one lent the unit of the right where it has none. */
function readInterval(text: string, at: number): Interval | undefined {
  const first = numeralAt(text, at)
  if (!first) return undefined
  const alone = { low: first.low, high: first.high, first, last: first, end: first.end }
  // 10%到15%, 300万元-500万元: the first unit is only repeated
  const unit = suffixAt(text, first.end)
  const from = connectorEnd(text, at, first.end + (unit?.length ?? 0))
  if (from === undefined) return alone
  const second = numeralAt(text, text.startsWith('百分之', from) ? from + 3 : from)
  if (!second || second.vague || /^[-/.]\d/.test(text.slice(second.end, second.end + 2))) return alone
  const unitAfter = suffixAt(text, second.end)
  if (unit && unitAfter && unit.kind !== unitAfter.kind) return alone
  // from 21m in 2024 to 26m in 2025
  if (IN_YEAR.test(text.slice(Math.max(0, at - 3), first.end)) && second.scale > 1) return alone
  // dropped 10% to 18 million
  if (unit && unit.kind !== 'money' && second.scale > 1) return alone
  const low = lend(first, second)
  return low < second.high ? { low, high: second.high, first, last: second, end: second.end } : alone
}

/** Past 到, -, to; past `and` only after `between`. */
function connectorEnd(text: string, start: number, end: number): number | undefined {
  if (CHANGED_BEFORE.test(text.slice(Math.max(0, start - CHANGED_REACH), start))) return undefined
  const between = /between (?:rmb |¥)?$/i.test(text.slice(Math.max(0, start - 12), start))
  const pattern = between ? BETWEEN_AND : CONNECTOR
  pattern.lastIndex = end
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** 三到五百万 is 3 to 5 million, 300到500万 the same, 八到十万 eighty to a hundred thousand. */
function lend(left: Numeral, right: Numeral): number {
  if (left.scale > 1) return left.low
  const whole = left.low * right.step
  if (left.low < 10 && right.step > 1 && whole < right.high && right.low / right.step < 10) return whole
  return right.scale > 1 && left.low * right.scale < right.high ? left.low * right.scale : left.low
}

function build(
  text: string,
  at: number,
  interval: Interval,
  suffix: Suffix | undefined,
  currency: CurrencyBefore | undefined,
): Mention {
  const { first, last } = interval
  const scale = Math.max(first.scale, last.scale)
  const isMoney = suffix ? suffix.kind === 'money' : currency !== undefined || scale >= 1_000
  const end = interval.end + (suffix?.length ?? 0)
  const negative = isNegative(text, at, isMoney)
  const before = hedgeBefore(text, at - (negative ? 1 : 0) - (currency?.length ?? 0), scale > 1)
  const after = hedgeAfter(text, end)
  const factor = isMoney ? FEN_PER_YUAN : (suffix?.scale ?? 1)
  const sign = negative ? -1 : 1
  // a bare number keeps its decimals, for 百分之 may stand before it
  const round = suffix || isMoney ? Math.round : (value: number) => value
  const low = round(sign * interval.low * factor + (suffix?.extra ?? 0))
  const high = round(sign * interval.high * factor + (suffix?.extra ?? 0) + (suffix?.slack ?? 0))
  return mention(
    isMoney ? 'money' : (suffix?.kind ?? 'number'),
    Math.min(low, high),
    Math.max(low, high),
    [at, end + after.length],
    {
      approximate:
        first.approximate ||
        last.approximate ||
        before.approximate ||
        after.approximate ||
        suffix?.approximate === true ||
        low !== high,
      // 1-2 dozen is anything from a dozen to two
      vague: first.vague || last.vague || (last.scale === DOZEN && low !== high),
      bound: after.bound ?? before.bound,
      foreign: suffix?.foreign ?? currency?.foreign,
      measure: suffix?.measure ?? (/[俩仨]$/.test(text.slice(at, interval.end)) ? '个' : ''),
      article:
        suffix?.kind !== 'days' &&
        suffix?.kind !== 'months' &&
        interval.low === 1 &&
        interval.high === 1 &&
        text[at] === '一' &&
        first.end === at + 1,
      year: !suffix && /^(?:19[89]|20[0-4])\d$/.test(first.digits) && first === last ? Number(first.digits) : undefined,
    },
  )
}

/** 两位数, 八位数: only how many digits. */
function magnitude(at: number, interval: Interval): Mention {
  const digits = Math.min(DIGITS_MAX, Math.max(1, interval.low))
  return mention('number', 10 ** (digits - 1), 10 ** digits - 1, [at, interval.end + 2], {
    approximate: true,
    vague: true,
  })
}

/** 负50万, -30万; a dash after a word only makes money negative: 利润-30万, but not 员工-45人. */
function isNegative(text: string, at: number, isMoney: boolean): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  if (/(?:利润|净利|资产|增长|增速)-$/.test(text.slice(Math.max(0, at - 4), at))) return true
  return before.endsWith('负') || (isMoney ? /(?:^|[^\d])-$/ : /(?:^|[^\d一-龥])-$/).test(before)
}
