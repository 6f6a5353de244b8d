// Reads a date as owners say it: 2018-03-15, 2018年3月, 18年, 零八年底, 去年三月, March 2019. A date that names no day is
// the range of the days it may be; what lies after today is cut off, for it cannot have happened.
import type { Range } from '#engine'
import { dayFrom, monthsOf, partsOf } from './calendar.ts'
import { type Mention, mention } from './mention.ts'
import { readNumeral } from './numeral.ts'
import { DIGITS } from './numeral-state.ts'

const YEAR_MIN = 1950
const YEAR_MAX = 2099
const FULL = /(\d{4}) ?([-/.年]) ?(\d{1,2})(?:([-/.月]) ?(\d{1,2})[日号]?|月份?)?(?![\d.%万千亿])/y
const RELATIVE: readonly (readonly [string, number])[] = [
  ['大前年', -3],
  ['前年', -2],
  ['去年', -1],
  ['上年', -1],
  ['今年', 0],
  ['本年', 0],
  ['明年', 1],
  ['后年', 2],
  ['last year', -1],
  ['this year', 0],
]
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH = `(${MONTH_NAMES.join('|')})[a-z]{0,6}\\.?`
const ENGLISH_MONTH = new RegExp(`${MONTH},? (?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(\\d{4})(?!\\d)`, 'iy')
/** 10年 is a year in 10年成立 and a time in 干了10年, 10年了. */
const TIME_BEFORE =
  /(?:了|有|满|近|快|整|用|借|贷|期|干|做|办|开|开厂|建厂|办厂|开业|成立|做这行|干这行|超过|已经|至少|不到|深耕|专注|将近|大概|of|for) ?$/
const TIME_AFTER = /^年(?:了|多|以上|左右|前|来|期|以内|之内|的?历史|的?经验|的?时间|出头|半|利|年(?![底初末]))/
/** 在老东家干 14年自己出来注册的: the year of a beginning, whatever stands before it. */
const BEGINS_AFTER =
  /^年就有(?:公司|厂|这)|^年(?:我|自己|才|出来)*(?:出来|独立|自己)(?:注册|成立|创业|单干|开|办|做|干)/
const DATED = /^(?:的)?(?:[一二三四五六七八九十]{1,2}|\d{1,2})月|^[年]?[底末初]/
/** 八月份到期: the next time that month comes. */
const MONTH_OF_EXPIRY =
  /((?:[一二三四五六七八九十]{1,2}|\d{1,2}))月份?(?:底|末|初|[上中下]旬)?(?=[就才会要]?(?:到期|过期|届满|失效)(?!了))/y
const PART =
  /(?:的?年)?(?:(底|末)|(初)|(上半年)|(下半年)|(?:的)?([一二三四五六七八九十]{1,2}|\d{1,2})月份?(?:([一二三四五六七八九十]{1,3}|\d{1,2})[日号]|(十[一二三四五六七八九]|二十[一二三四五六七八九]?|三十一?)(?=$|[，。, 到])|(\d{1,2})$)?)/y

const LAST_MONTH = new RegExp(`last ${MONTH}(?![a-z])(?! ?\\d)`, 'iy')

/** 15 Aug 2017 */
const ENGLISH_DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (\\d{4})(?!\\d)`, 'iy')
/** early 2019, end of 2019 */
const ENGLISH_PART = /(early|beginning of|mid-?|middle of|late|end of) ?(?:in )?(\d{4})(?!\d)/iy
const PART_MONTHS: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:early|beginning)/i, 1, 4],
  [/^mid/i, 4, 9],
  [/^late/i, 7, 12],
  [/^end/i, 10, 12],
]
/** 20120305 */
const COMPACT = /(19[5-9]\d|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\d.%万千亿元])/y

/** The date that begins exactly at `at`, or undefined. */
export function readDate(text: string, at: number, today: number): Mention | undefined {
  if (/\d[.,]?$|\.$/.test(text.slice(Math.max(0, at - 2), at))) return undefined
  return (
    fullDate(text, at, today) ??
    compactDate(text, at) ??
    dayFirst(text, at) ??
    spokenYear(text, at, today) ??
    yearDate(text, at, today) ??
    relativeDate(text, at, today) ??
    monthOfExpiry(text, at, today) ??
    englishDate(text, at, today) ??
    englishPart(text, at, today) ??
    lastMonth(text, at, today)
  )
}

function made(
  range: Range | undefined,
  at: number,
  end: number,
  today: number,
  more: Partial<Mention> = {},
): Mention | undefined {
  if (!range) return undefined
  const high = range.low <= today ? Math.min(range.high, today) : range.high
  return mention('date', range.low, high, [at, end], { ...more, lastDay: range.high })
}

function fullDate(text: string, at: number, today: number): Mention | undefined {
  FULL.lastIndex = at
  const found = FULL.exec(text)
  if (!found) return undefined
  const [year, month, date] = [
    Number(found[1]),
    Number(found[3]),
    found[5] === undefined ? undefined : Number(found[5]),
  ]
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return undefined
  if (found[2] === '年' && found[4] === undefined && !found[0].includes('月')) return undefined
  if (date === undefined) return made(monthsOf(year, month, month), at, FULL.lastIndex, today)
  const day = dayFrom(year, month, date)
  return day === undefined ? undefined : mention('date', day, day, [at, FULL.lastIndex])
}

/** 一二年成立的: two digits that elsewhere mean one or two years; 十六年六月: the year of a month. */
const SPOKEN_YEAR =
  /(?:([零一二])([零一二三四五六七八九])年(?=(?:就)?(?:成立|注册|开|办|创|建)|[底初]|(?:[一二三四五六七八九十]{1,2}|\d{1,2})月)|(二?十[一二三四五六七八九]?)年(?=(?:[一二三四五六七八九十]{1,2}|1?\d)月))/y

function spokenYear(text: string, at: number, today: number): Mention | undefined {
  SPOKEN_YEAR.lastIndex = at
  const found = /[零一二三四五六七八九十百]$/.test(text.slice(0, at)) ? null : SPOKEN_YEAR.exec(text)
  if (!found) return undefined
  const [, tens = '', ones = '', spoken] = found
  const short = spoken ? (readNumeral(spoken, 0)?.low ?? 0) : 10 * (DIGITS.get(tens) ?? 0) + (DIGITS.get(ones) ?? 0)
  const year = 2000 + short
  return year <= partsOf(today).year ? part(text, at, SPOKEN_YEAR.lastIndex, year, today) : undefined
}

/** 2018年, 二零一八年, 18年, 零八年, each with 底, 初 or a month. */
function yearDate(text: string, at: number, today: number): Mention | undefined {
  const numeral = readNumeral(text, at)
  if (!numeral || text[numeral.end] !== '年' || text[numeral.end + 1] === '代') return undefined
  // 两千零二十一年
  if (/^[一两二]千/.test(text.slice(at, at + 2)) && numeral.low === numeral.high)
    return part(text, at, numeral.end + 1, numeral.low, today)
  if (!/^\d{1,4}$/.test(numeral.digits)) return undefined
  const { digits } = numeral
  if (digits.length === 4) return part(text, at, numeral.end + 1, Number(digits), today)
  if (digits.length !== 2) return undefined
  const year = centuryOf(Number(digits), partsOf(today).year)
  if (year === undefined) return undefined
  const isTime =
    !BEGINS_AFTER.test(text.slice(numeral.end, numeral.end + 10)) &&
    (TIME_BEFORE.test(text.slice(Math.max(0, at - 6), at)) || TIME_AFTER.test(text.slice(numeral.end, numeral.end + 5)))
  if (isTime && !numeral.chinese && !digits.startsWith('0')) return undefined
  const months = digits.startsWith('0') || numeral.chinese ? undefined : Number(digits) * 12
  return part(text, at, numeral.end + 1, year, today, { months })
}

function centuryOf(short: number, thisYear: number): number | undefined {
  if (short <= (thisYear % 100) + 2) return 2000 + short
  return short >= 80 ? 1900 + short : undefined
}

function monthOfExpiry(text: string, at: number, today: number): Mention | undefined {
  MONTH_OF_EXPIRY.lastIndex = at
  const found = /[年\d一二三四五六七八九十]/.test(text[at - 1] ?? '') ? null : MONTH_OF_EXPIRY.exec(text)
  const named = found?.[1]
  if (!found || named === undefined) return undefined
  const numeral = readNumeral(named, 0)
  const { year, month } = partsOf(today)
  if (!numeral || numeral.low < 1 || numeral.low > 12) return undefined
  const then = numeral.low < month ? year + 1 : year
  return made(monthsOf(then, numeral.low, numeral.low), at, at + found[0].length, today)
}

function relativeDate(text: string, at: number, today: number): Mention | undefined {
  const { year, month } = partsOf(today)
  // 到今年整整十年: up to now, no date of anything
  if (text[at - 1] === '到' && /^今年(?![底末初\d]|[一二三四五六七八九十])/.test(text.slice(at, at + 3)))
    return undefined
  if (text.startsWith('千禧年', at)) return made(monthsOf(2000, 1, 12), at, at + 3, today)
  if (text.startsWith('上个月', at)) {
    const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
    return made(monthsOf(y, m, m), at, at + 3, today)
  }
  const found = RELATIVE.find(([word]) => text.startsWith(word, at))
  // 明年 alone begins a plan; 明年三月 is a date
  if (found && found[1] > 0 && !DATED.test(text.slice(at + 2, at + 6))) return undefined
  return found ? part(text, at, at + found[0].length, year + found[1], today) : undefined
}

/** The part of the year that is named after it: 底, 初, 上半年, 3月, 3月5号. */
function part(
  text: string,
  at: number,
  end: number,
  year: number,
  today: number,
  more: Partial<Mention> = {},
): Mention | undefined {
  if (year < YEAR_MIN || year > YEAR_MAX) return undefined
  PART.lastIndex = end
  const found = PART.exec(text)
  const whole = made(monthsOf(year, 1, 12), at, end, today, more)
  if (!found) return whole
  const [, late, early, firstHalf, secondHalf, monthText, numberedDay, spokenDay, lastDay] = found
  const dayText = numberedDay ?? spokenDay ?? lastDay
  if (late) return made(monthsOf(year, 10, 12), at, PART.lastIndex, today)
  if (early) return made(monthsOf(year, 1, 3), at, PART.lastIndex, today)
  if (firstHalf) return made(monthsOf(year, 1, 6), at, PART.lastIndex, today)
  if (secondHalf) return made(monthsOf(year, 7, 12), at, PART.lastIndex, today)
  const month = readNumeral(monthText ?? '', 0)?.low ?? 0
  if (month < 1 || month > 12) return whole
  const date = dayText === undefined ? undefined : dayFrom(year, month, readNumeral(dayText, 0)?.low ?? 0)
  if (date !== undefined) return mention('date', date, date, [at, PART.lastIndex])
  return made(monthsOf(year, month, month), at, PART.lastIndex, today)
}

function compactDate(text: string, at: number): Mention | undefined {
  if (/[\dA-Za-z]/.test(text[at - 1] ?? '')) return undefined
  COMPACT.lastIndex = at
  const found = COMPACT.exec(text)
  const day = found ? dayFrom(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
  return day === undefined ? undefined : mention('date', day, day, [at, COMPACT.lastIndex])
}

function dayFirst(text: string, at: number): Mention | undefined {
  ENGLISH_DAY_FIRST.lastIndex = at
  const found = ENGLISH_DAY_FIRST.exec(text)
  const month = MONTH_NAMES.indexOf((found?.[2] ?? '').toLowerCase()) + 1
  const day = found ? dayFrom(Number(found[3]), month, Number(found[1])) : undefined
  return day === undefined ? undefined : mention('date', day, day, [at, ENGLISH_DAY_FIRST.lastIndex])
}

function englishPart(text: string, at: number, today: number): Mention | undefined {
  if (/[a-z]/i.test(text[at - 1] ?? '')) return undefined
  ENGLISH_PART.lastIndex = at
  const found = ENGLISH_PART.exec(text)
  const [, from, to] = PART_MONTHS.find(([word]) => word.test(found?.[1] ?? '')) ?? []
  const year = Number(found?.[2])
  if (!found || from === undefined || to === undefined || year < YEAR_MIN || year > YEAR_MAX) return undefined
  return made(monthsOf(year, from, to), at, ENGLISH_PART.lastIndex, today)
}

/** last November, said in November or before it in the year, is of last year; last March, said later, of this one. */
function lastMonth(text: string, at: number, today: number): Mention | undefined {
  LAST_MONTH.lastIndex = at
  const found = /[a-z]/i.test(text[at - 1] ?? '') ? null : LAST_MONTH.exec(text)
  const named = MONTH_NAMES.indexOf((found?.[1] ?? '').toLowerCase()) + 1
  const { year, month } = partsOf(today)
  return found
    ? made(monthsOf(named >= month ? year - 1 : year, named, named), at, LAST_MONTH.lastIndex, today)
    : undefined
}

function englishDate(text: string, at: number, today: number): Mention | undefined {
  if (/[a-z]/i.test(text[at - 1] ?? '')) return undefined
  ENGLISH_MONTH.lastIndex = at
  const found = ENGLISH_MONTH.exec(text)
  if (!found) return undefined
  const [month, year] = [MONTH_NAMES.indexOf((found[1] ?? '').toLowerCase()) + 1, Number(found[3])]
  const day = found[2] === undefined ? undefined : dayFrom(year, month, Number(found[2]))
  if (day !== undefined) return mention('date', day, day, [at, ENGLISH_MONTH.lastIndex])
  return made(monthsOf(year, month, month), at, ENGLISH_MONTH.lastIndex, today)
}
