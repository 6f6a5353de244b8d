// Which year a number belongs to: 去年, 前年, 2024年, 今年上半年. Counted back from the present year: -1 is last year.
import type { FactDefinition } from '#engine'
import { STANDING } from '../roles.ts'
import type { Lexicon } from '../scene/lexicon.ts'
import { type Clause, clauseAt } from '../text/clauses.ts'
import { partsOf } from './calendar.ts'

export interface Period {
  readonly at: number
  /** years from now; 0 is this year, parts of it and single months included; 1 any future year */
  readonly offset: number
  readonly end?: number
  /** 前年才三千六: nothing but the year and its sum, of what was spoken of before */
  readonly bare?: boolean
  /** where the number right behind a bare year begins */
  readonly valueAt?: number
  /** 那是前年的: said of the value before, whatever year stood there */
  readonly retold?: boolean
  /** in 2025, last year: may be said after its value */
  readonly follows?: boolean
}

const CARRY_CLAUSES_MAX = 2
const LIST_REACH = 24
/** More years than this from one to another are no list. */
const SPAN_MAX = 4
/** 18m RMB in 2025: how far behind its value a year may stand. */
const FOLLOWS_MAX = 6
const BESIDE_MAX = 6
const WORDS: readonly (readonly [string, number])[] = [
  ['大前年', -3],
  ['前年|前一年', -2],
  ['去年|上一?年度?|上个?年度', -1],
  [
    '(?:今|本|这一)年|上半年|下半年|本季度|[一二三四]季度|每个?月|月均|本月|这个月|上个?月(?!成立|注册|创|刚)|年初(?:至今|到现在)|目前为止|截[至止]到?(?:上个?|本)?月底?|截[至止]到?(?:20)?(?:2[6-9])?年?[一二三四五六七八九十\\d]{1,2}月(?:末|底|份)?|(?<![\\d.年])(?:1|一)月?[-~至到](?:1[01]|[2-9]|[二三四五六七八九]|十一?)月(?:份|末|底)?|前[一二三]个?季度?|前[一二三四五六七八九十\\d]{1,2}个?月|三季报|半年报|中报',
    0,
  ],
  // a year that no fact asks for
  ['疫情(?:那年|期间|的时候)|头一年|第一年|最[好差]的?(?:一年|那年)', -9],
  ['明年|后年|来年|未来|今后', 1],
  ['two years before last|three years ago', -3],
  ['the year before last|the year before|(?:the )?(?:year|yr) before|two years ago', -2],
  ['last year|last yr|previous year|past year', -1],
  [
    'this year|last month|last quarter|this quarter|\\bh[12]\\b|\\bq[1-4]\\b|second half|(?:second|third|fourth) quarter|so far|(?:the )?same (?:period|time|months)(?: of| in)? (?:last year|the year before|20\\d\\d)|per month|a month|each month|monthly|ytd|year[ -]to[ -]date|(?:the )?first (?:half|quarter|(?:two|three|[23]) quarters|(?:[a-z]{3,6}|\\d{1,2}) months)|(?:[a-z]{3,5}|\\d{1,2}) months to (?:january|february|march|april|may|june|july|august|september|october|november)',
    0,
  ],
  ['next year', 1],
]
const PATTERN = new RegExp(WORDS.map(([word]) => `(${word})`).join('|'), 'gi')
/** 2024年, 24年度, in 2024, FY2024; but not 10年期 or 成立. */
const YEAR =
  /(?<!\b(?:h[12]|q[1-4]|half of|quarter of) )(?:(?<![\d.])(?:(20[0-4]\d)|([0-4]\d))年(?![期前后内多间以建开办创起就]|成立|注册|拿|评|认定|通过|入|获|的?高企|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:成立|注册|创|建|开|办))|(?<![\d.])(20[0-4]\d)(?:'s)?(?= ?[:：]? ?(?:(?:was|were|is|came to|(?:closed|ended|finished|came) (?:in )?at|we did|we made|we had|we sold|actual|only|just|about|around) ){0,3}(?:rmb |cny |¥)?\d[\d.,]{0,12} ?(?:m|mn|million|k|w|万|亿)(?![a-z]))|(?<![\d.])(20[0-4]\d)(?= (?:(?:revenue|sales|turnover|profit|net|total|r&d|taxe?s?|exports?)\b|营业?收入?|收入|销售|净利|利润|研发|纳税))|(?<!(?:founded|established|set up|registered|incorporated|started|launched|certified) )(?:in|fy|for) ?(20[0-4]\d)(?!\d)|(?<![\d.])(20[0-4]\d)(?=这?[两三]个?年))|\bfy ?'?([0-4]\d)(?!\d)/gi

/** 去年同期, 去年三季度: part of a year is no year. */
const PART_AFTER =
  /^(?:同期|(?:的)?(?:上半年|下半年|第?[一二三四]季度|前[一二三]个?季度|q[1-4]|前[一二三四五六七八九十\d]+个?月)|[一二三四五六七八九十\d]{1,2}月份?(?![成注创开拿评获通]))/

const BARE_AFTER =
  /^(?:才|就|只|是|有|也|那年|大概|大约|差不多|约|做了?|卖了?|嘛|呢|的|was|it was|about|[ ，,])*[\d一二两三四五六七八九十百千]/
/** 哦看错了那是前年的 */
const RETOLD_BEFORE = /(?:那|这|其实|应该)是$/
const RETOLD_REACH = 14
const BARE_REACH = 12
const WHOLE = /全年|整年|一整年/
const WHOLE_REACH = 40

const COMPARED = /\b(?:on|over|than|versus|vs\.?|against|compared (?:with|to)) $/

/** 25 年营收 5600 万(上年 4800 万): told after last year's, the year before that one. */
function beforeLast(text: string, period: Period, earlier: Period | undefined): Period {
  const isAfter =
    earlier?.offset === -1 && period.at - earlier.at <= LIST_REACH && /\d/.test(text.slice(earlier.at + 4, period.at))
  const said = text.slice(period.at, period.at + 4)
  return isAfter && /^上(?:一?年|年同期)/.test(said) && !/^上/.test(text.slice(earlier.at))
    ? { ...period, offset: -2 }
    : period
}

/** All periods named in a text, left to right. */
export function findPeriods(text: string, today: number): readonly Period[] {
  const found: Period[] = []
  for (const match of text.matchAll(PATTERN)) {
    // 比前年增长两成 compares, and what follows is not of that year
    if (
      /[比较](?:起)?$/.test(text.slice(Math.max(0, match.index - 2), match.index)) &&
      /前|去|上/.test(match[0]) &&
      !/^的?[\d一二两三四五六七八九十百千]/.test(text.slice(match.index + match[0].length))
    )
      continue
    // sales grew 31 % on the year before
    if (
      COMPARED.test(text.slice(Math.max(0, match.index - 16), match.index)) &&
      /^the|^last|^previous|^prior/.test(match[0])
    )
      continue
    const index = match.slice(1).findIndex(group => group !== undefined)
    const isPart = PART_AFTER.test(text.slice(match.index + match[0].length, match.index + match[0].length + 8))
    const offset = WORDS[index]?.[1] ?? -1
    const end = match.index + match[0].length
    // 一千六是前年的: said behind its value
    const isOf = text[match.index - 1] === '是' && text[end] === '的'
    const number = BARE_AFTER.exec(text.slice(end, end + BARE_REACH))?.[0]
    found.push({
      at: match.index,
      end,
      offset: isPart ? 0 : offset,
      bare: number !== undefined,
      follows: isOf || /^[a-z]/i.test(match[0]),
      ...(number === undefined ? {} : { valueAt: end + number.length - 1 }),
      ...(isOf && RETOLD_BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index)) ? { retold: true } : {}),
    })
    // 去年前三季度 1900 万，全年 2600 万: the whole of the year that was named in part
    const whole = isPart ? WHOLE.exec(text.slice(match.index, match.index + WHOLE_REACH)) : null
    const otherYear = whole && /[去前今明]年/.test(text.slice(end, match.index + whole.index))
    if (whole && !otherYear) found.push({ at: match.index + whole.index, offset })
  }
  const now = partsOf(today).year
  for (const match of text.matchAll(YEAR)) {
    const year = Number(match[1] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? 2000 + Number(match[2] ?? match[7]))
    found.push({ at: match.index, offset: Math.min(1, year - now), follows: match[5] !== undefined })
    found.push(...yearsListed(text, match.index, now))
  }
  return found.sort((a, b) => a.at - b.at).map((period, i, all) => beforeLast(text, period, all[i - 1]))
}

/** 22、23、24年, 2023-2025年: only the last of a list or a span carries the word for year. */
function yearsListed(text: string, end: number, now: number): readonly Period[] {
  const before = text.slice(Math.max(0, end - LIST_REACH), end)
  const list = /(?:(?<!\d)(?:20)?\d{2}年?[、,，和/]){1,4}$/.exec(before)
  const first = /(?<!\d)(?:20)?(\d{2})年?[-~至到]$/.exec(before)
  const last = Number(/^(?:20)?(\d{2})/.exec(text.slice(end))?.[1])
  const from = end - before.length
  if (first) {
    const years = Math.max(0, Math.min(SPAN_MAX, last - Number(first[1])))
    return Array.from({ length: years }, (_, i) => ({
      at: from + first.index,
      offset: Math.min(1, 2000 + Number(first[1]) + i - now),
    }))
  }
  if (!list) return []
  return [...list[0].matchAll(/(?<!\d)(?:20)?(\d{2})(?!\d|年)/g)].map(each => ({
    at: from + list.index + each.index,
    offset: Math.min(1, 2000 + Number(each[1]) - now),
  }))
}

/** The period a value at `place` (to `end`) speaks of: right behind it, the nearest before it in its clause, else after it, else from the clauses just before. */
export function periodAt(
  periods: readonly Period[],
  clauses: readonly Clause[],
  place: number,
  end = Number.POSITIVE_INFINITY,
): { readonly offset: number; readonly own: boolean } | undefined {
  const index = clauseAt(clauses, place)
  const clause = clauses[index]
  if (!clause) return undefined
  const inside = periods.filter(period => period.at >= clause.start && period.at < clause.end)
  const after = inside.find(period => period.follows && period.at >= end && period.at - end <= FOLLOWS_MAX)
  const before = inside.findLast(period => period.at <= place)
  // last year 30 million and the year before 24 million: each year stands right before its own value
  const beside =
    before?.end !== undefined &&
    place - before.end <= BESIDE_MAX &&
    // 4 million last year and 3.2 million the year before: the nearer of the two
    !(after && after.at - end < place - before.end)
  const retold = periods.find(({ retold: isRetold, at }) => isRetold && at >= end && at - end <= RETOLD_REACH)
  if (retold) return { offset: retold.offset, own: true }
  const nearest = (beside ? before : undefined) ?? after ?? before ?? inside[0]
  // 去年 3300 万前年 2700 万净利润 210 万: past the sum of a bare year, a new noun is again of the year spoken of first
  const isPast = nearest === before && before?.valueAt !== undefined && place - before.valueAt > 1 && before.offset < -1
  if (isPast && firstOf(periods, clauses, clause.sentence)?.offset === -1) return { offset: -1, own: false }
  if (nearest) return { offset: nearest.offset, own: true }
  for (let back = 1; back <= CARRY_CLAUSES_MAX; back += 1) {
    const earlier = clauses[index - back]
    if (earlier?.sentence !== clause.sentence) return undefined
    const carried = periods.findLast(period => period.at >= earlier.start && period.at < earlier.end)
    // 去年 4800 万，前年 3600 万，研发投了 700 万: a new noun is again of the year that was spoken of first
    if (
      carried &&
      (carried.bare || carried.follows) &&
      carried.offset < -1 &&
      firstOf(periods, clauses, clause.sentence)?.offset === -1
    )
      return { offset: -1, own: false }
    if (carried) return { offset: carried.offset, own: false }
  }
  return undefined
}

const firstOf = (periods: readonly Period[], clauses: readonly Clause[], sentence: number): Period | undefined =>
  periods.find(period => clauses[clauseAt(clauses, period.at)]?.sentence === sentence)

const EQUITY_YEARS = -3
const FAMILY = /_(?:last_year|year_before|two_years_before)$/
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  '-1': ['_last_year', ''],
  '-2': ['_year_before'],
  '-3': ['_two_years_before'],
}

/** The same thing in another year: finance.revenue_last_year → finance.revenue_year_before; undefined when not asked. */
function sibling(facts: Lexicon['facts'], fact: FactDefinition, offset: number): FactDefinition | undefined {
  const base = fact.id.replace(FAMILY, '')
  for (const ending of ENDINGS[String(offset)] ?? []) {
    const found = facts.get(base + ending)
    if (found) return found
  }
  return undefined
}

/** Of the same thing in several years the one that was asked, when it was only one: 那年卖了 37 万. */
export function askedYear(
  lexicon: Lexicon,
  fact: FactDefinition,
  pending: readonly string[],
): FactDefinition | undefined {
  const base = fact.id.replace(FAMILY, '')
  const asked = pending.filter(id => id === base || id.replace(FAMILY, '') === base)
  return asked.length === 1 ? lexicon.facts.get(asked[0] ?? '') : undefined
}

/** Whether the fact is asked for several years. */
export const hasFamily = (facts: Lexicon['facts'], fact: FactDefinition): boolean =>
  facts.has(`${fact.id.replace(FAMILY, '')}_year_before`)

/** The fact that a value of this period belongs to, or undefined when no fact wants that period. */
export function inPeriod(
  lexicon: Lexicon,
  fact: FactDefinition,
  period: { readonly offset: number; readonly own: boolean } | undefined,
): FactDefinition | undefined {
  if (period === undefined) return fact
  const { facts, cast } = lexicon
  const role = cast.roleOf.get(fact.id)
  const stands = role !== undefined && STANDING.has(role)
  // money of investors is told of the last three years together
  if (role === 'equity' && period.offset >= EQUITY_YEARS && period.offset <= 0) return fact
  if (hasFamily(facts, fact)) return sibling(facts, fact, period.offset)
  // 1-9 月同比增 22 % is no growth of last year
  const flows = (fact.type === 'money' && /^(?:finance|rd|trade)\./.test(fact.id) && !stands) || role === 'growth'
  if (flows) return period.offset === -1 ? fact : undefined
  // people and rights are counted today; what they were years ago is another number
  // 近三年 asks for three years together
  if (role === 'equity' && period.offset >= -3 && period.offset <= 0) return fact
  const counted = fact.type === 'count' || stands
  return counted && period.own && period.offset !== 0 && period.offset !== -1 ? undefined : fact
}
