// Days that only the question makes clear: 2018 年底吧 12 月 for one month, 去年国庆后 for a season of a year, 月底前 and
// 6 月 15 号 for the days until then.
import { dayFrom, monthsOf, partsOf } from '../values/calendar.ts'
import { readNumeral } from '../values/numeral.ts'

const MONTHS = 12
const YEAR = '(?:(?:19|20)\\d{2}|[0-4]\\d(?=年))年?|大?前年|去年|今年|明年|大?后年'
const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?'
/** 2015 吧，应该是 3 月; 2018 年底 12 月; 去年国庆后 十月份: the month that is told a little after its year. */
const THEN_MONTH = new RegExp(
  `^([^\\d]{0,6}?)(${YEAR})((?:的?(?:年)?(?:[底初末]|上半年|下半年|[春夏秋冬]天?|国庆|五一|元旦|中秋|春节|过年)(?:[前后]|左右|那会儿?)?)?(?:吧|来着|左右)?[，, ]{0,2}(?:我?想想|应该|大概|好像|可能|具体)?(?:是|在)?)${MONTH}(?!内|以内|前)`,
)
/** 一九年夏天, 今年国庆: what is named after the year, by its first and last month. */
const SEASONS: readonly (readonly [RegExp, number, number])[] = [
  [/春天|春季|开春/, 3, 5],
  [/夏天|夏季/, 6, 8],
  [/秋天|秋季|入秋/, 9, 11],
  [/五一/, 5, 5],
  [/国庆/, 10, 10],
  [/元旦/, 1, 1],
]
const IN_SEASON = new RegExp(
  `^([^\\d]{0,6}?)(${YEAR})的?(春天|春季|开春|夏天|夏季|秋天|秋季|入秋|五一|国庆|元旦)(?:节|的时候|那会儿?|左右|期间)?(?:吧|成立的?|注册的?|办的?)?$`,
)

/** The answer with a month brought next to its year, and a season written as its months. */
export function withItsMonth(text: string, today: number): string {
  const joined = text.replace(THEN_MONTH, (_, lead: string, year: string, between: string, month: string) =>
    between === '' ? `${lead}${year}${month}月` : `${lead}${full(year, today)}${month}月`,
  )
  const season = IN_SEASON.exec(joined)
  const [, from, to] = SEASONS.find(([word]) => word.test(season?.[3] ?? '')) ?? []
  if (!season || from === undefined || to === undefined) return joined
  const year = full(season[2] ?? '', today)
  return from === to ? `${year}${from}月` : `${year}${from}月到${year}${to}月`
}

const OFFSETS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  今年: 0,
  明年: 1,
  后年: 2,
  大后年: 3,
}

/** 去年 as 2025年, 2015 as 2015年. */
function full(year: string, today: number): string {
  const offset = OFFSETS[year]
  return offset === undefined ? `${year.replace('年', '')}年` : `${partsOf(today).year + offset}年`
}

const A_DAY = new RegExp(
  `^(?:最[晚迟]|[得要]|希望|争取|在|赶在|到|就|急[，,]?)*${MONTH}(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[号日]?|([底初中]))(?!授权|拿)`,
)
const MONTH_END =
  /^(?:最[晚迟]|[得要]|希望|争取|在|赶在|到|就|急[，,]?)*(年底|这个?月底|本月底|月底|下个?月底)(?=[之以]?前|就?要|用|吧|左右|$|[，,。 ])/
const YEAR_ENDS = /年底/

/** 月底前, 最迟六月十五号: the days from today until then. */
export function dayAhead(text: string, today: number): string {
  const { year, month } = partsOf(today)
  const end = MONTH_END.exec(text)
  if (end) {
    const word = end[1] ?? ''
    const last = YEAR_ENDS.test(word) ? MONTHS : word.startsWith('下') ? month + 1 : month
    const range = monthsOf(last > MONTHS ? year + 1 : year, ((last - 1) % MONTHS) + 1, ((last - 1) % MONTHS) + 1)
    return range ? until(text, end[0], range.high, today) : text
  }
  const named = A_DAY.exec(text)
  const which = readNumeral(named?.[1] ?? '', 0)?.low
  if (!named || which === undefined) return text
  const told = readNumeral(named[2] ?? '', 0)?.low ?? (named[3] === '初' ? 5 : named[3] === '中' ? 15 : undefined)
  const ahead = which < month ? year + 1 : year
  const day = told === undefined ? monthsOf(ahead, which, which)?.high : dayFrom(ahead, which, told)
  return day === undefined ? text : until(text, named[0], day, today)
}

const until = (text: string, said: string, day: number, today: number): string =>
  day > today ? `${day - today}天${text.slice(said.length)}` : text
