// Short forms that only the question makes clear, written out before an answer is read: 一二年 for a day, 后年 for a day to
// come, 3y and 18m for a time, 4点5 for a share, 两起 for lawsuits, 小写a for a grade.
import type { FactDefinition } from '#engine'
import { partsOf } from '../values/calendar.ts'
import { readNumeral } from '../values/numeral.ts'
import { DIGITS } from '../values/numeral-state.ts'
import { dayAhead, withItsMonth } from './asked-days.ts'
import { sumInFull } from './asked-sums.ts'

const MONTHS = 12

const YEAR_AHEAD = /^(?:要?到)?(大后年|后年|明年)(?=$|到期|底|初|年底|年初|[的吧，,。])/
const AHEAD: Readonly<Record<string, number>> = { 明年: 1, 后年: 2, 大后年: 3 }
const LATIN_TIME = /^(about |around |~ ?)?(\d{1,3}(?:\.5)?) ?(y|yr|yrs|m|mo|mos|mth|mths)\.?$/i
const LATIN_DAYS = /^(about |around |~ ?|within )?(\d{1,3}) ?(d|w|wk|wks|m|mo)\.?$/i
const YEAR_AND_HALF = /\b(?:a|one|1) year and a half\b/i
const A_TIME = /(?<!half )\b(?:a|an|one) (?=(year|month|week|day)\b)(?:year|month|week|day)/i
/** 俩月; but 三月 may be March. */
const FEW_MONTHS = /([俩两仨])月(?!底|初|份)/
/** 信用贷: without any security, where that is asked for. */
const ON_CREDIT = /^(?:走|要|做|想要|想做)?信用(?:贷款?|类|的)(?:吧|就行|可以吗|行吗)?$/
/** 专利行不: offered, and asked whether it will do. */
const OFFERED = /(?:行不行?|可以[吗不]|可不可以|行吗|能不能[押抵]?|能[押抵]吗|中不中?|成不成?)[？?]?$/
/** 一起, 两起，都没判: open cases. */
const CASES = /(?<![\d.一二两三四五六七八九十百千万])([\d一二两三四五六七八九十]{1,2})起(?=$|[，,。 ])/
/** 全市第37名: a rank. */
const PLACE = /(?<![\d一二三四五六七八九十])第(?=[\d一二三四五六七八九十百]{1,6}(?:名|位|吧|左右|[。.，,！!]|$))/
/** 45ish */
const ISH = /^(?:(?:maybe|say|it's) )?(\d[\d,.]*)[ -]?ish\b/i
/** 还要招几个人 */
const HIRES = /(?:还|也|再)?(?:想|要|得)?招(?:几|两|三|些|点|一批|多|俩|仨)个?(?=人)人/g
/** PhD from Fudan */
const PHD = /^(?:an? |my |his |her )?ph\.?d\.?(?= (?:from|in|at)\b|[.,]|$)/i
/** 小写a, 大写的B */
const SPELT_LETTER = /[大小]写?的? ?([a-em])(?![a-z])/i
const DAY_UNITS: Readonly<Record<string, string>> = { d: '天', w: '周', m: '个月' }

/** The answer with its short form written out; `today` in days since 1970. */
export function inFull(fact: FactDefinition, told: string, today: number): string {
  const text = told.replace(ISH, 'about $1')
  switch (fact.type) {
    case 'date':
      return fact.max === 'today'
        ? eitherYear(written(withItsMonth(text, today)))
        : yearAhead(untilFrom(written(withItsMonth(text, today))), today)
    case 'months':
      return text
        .replace(FEW_MONTHS, '$1个月')
        .replace(/(?<=[到至-])半年/, '6个月')
        .replace(YEAR_AND_HALF, '18 months')
        .replace(A_TIME, '1 $1')
        .replace(LATIN_TIME, (_, lead, number, unit) => `${lead ?? ''}${number}${/^y/i.test(unit) ? '年' : '个月'}`)
    case 'days':
      return dayAhead(text, today)
        .replace(FEW_MONTHS, '$1个月')
        .replace(A_TIME, '1 $1')
        .replace(
          LATIN_DAYS,
          (_, lead, number, unit) => `${lead ?? ''}${number}${DAY_UNITS[unit[0].toLowerCase()] ?? '天'}`,
        )
    case 'percent':
      return text
        .replace(POINTS_AT_MOST, '$1到$2个点')
        .replace(/(\d)点(\d)/, '$1.$2')
        .replace(/^(大概|约|差不多|也就|就)?半成/, '$15%')
    case 'count':
      if (fact.unit?.zh === '名') return text.replace(PLACE, '')
      if (fact.unit?.zh === '人') return withFew(text)
      return fact.measure.some(each => each.startsWith('起')) ? text.replace(CASES, '$1件') : text
    case 'money':
      return sumInFull(text)
    case 'choices':
      return text.replace(HIRES, '招人').replace(ON_CREDIT, '纯信用').replace(OFFERED, '').replace(/[+＋]/g, '、')
    case 'choice':
      return text.replace(SPELT_LETTER, '$1').replace(PHD, 'doctorate')
    default:
      return text
  }
}

/** 五个点，顶天六个点 */
const POINTS_AT_MOST =
  /([\d.]+|[一二三四五六七八九十])个?点[，, ]?(?:顶天|最多|最高|顶多|至多)(?:到|是)?([\d.]+|[一二三四五六七八九十])个?点/
const KIN = '老婆|老公|爱人|媳妇|太太|弟弟|哥哥|姐姐|妹妹|儿子|女儿|爸爸?|妈妈?|合伙人|同学|朋友|会计'
const ME = '(?:目前|现在|暂时|公司|就|只有|只|是)*'
const ALONE = new RegExp(
  `^${ME}(?:我|老板)(?:自己|本人)?(?:一个人?|一人|自己|光杆司令)*[。.!！]?$|^(?:it's )?(?:just|only) (?:me|myself)[.!]?$`,
)
/** 我跟我老婆加一个会计: two, and those who are added. */
const US_TWO = new RegExp(
  `^${ME}(?:我(?:和|跟|加上?|与|带)(?:我|一个)?(?:${KIN})(?:俩|两个?人?|2个?人)?|夫妻俩?|夫妻两个?人?|两口子|我们俩|咱俩|兄弟俩)(?:[，, ]?(?:和|跟|加上?|再加|还有|带|雇了?|请了?)了?([一两三四五六七八九1-9])个?[^，。\\d]{1,4})?[。.!！]?$`,
)

/** 就我自己, 夫妻俩加三个工人: few people, told one by one. */
function withFew(text: string): string {
  if (ALONE.test(text)) return '1人'
  const two = US_TWO.exec(text)
  const more = two?.[1] === undefined ? 0 : readNumeral(two[1], 0)?.low
  // 我跟我老公: whether that is all of them, nobody says
  const isAll = two !== null && (two[1] !== undefined || /俩|两|2/.test(two[0]))
  return isAll && more !== undefined ? `${2 + more}人` : text
}

/** 24 年 12 月发的，管三年: a certificate runs for three years from the day it was given. */
const GIVEN =
  /^(?:是|好像|应该|证书?|上面?|写的?)*(?:20)?([0-4]\d)年(?:(\d{1,2})月份?)?(?:\d{1,2}[号日])?(?:才|刚)?(?:发|拿|颁|下|评上?|认定|领)(?:的|了|证|到|下来)*(?:[，, ]*(?:管|有效|有效期|是)*三年(?:有效|的|吧)*)?[。.]?$/
const VALID_YEARS = 3
const untilFrom = (text: string): string =>
  text.replace(GIVEN, (_, year: string, month: string | undefined) => {
    const until = `${2000 + Number(year) + VALID_YEARS}年`
    return month === undefined ? until : `${until}${month}月`
  })

/** 17、18 年吧: one of the two. */
const EITHER_YEAR =
  /^(?:大概|应该|好像|约)?(?:20)?([0-4]\d)年? ?(?:、|,|，|到|至|-|~|或者?|还是) ?(?:20)?([0-4]\d)年(?=(?:吧|来着|左右|之间|的?样子|那会儿?|那时候?|[。.？?])*$)/
const eitherYear = (text: string): string => text.replace(EITHER_YEAR, '20$1年到20$2年')

/** 两千零八年 and 21.3 as 2008年 and 2021年3月. */
function written(told: string): string {
  // 2019 下半年
  const text = told.replace(/^((?:19|20)\d{2})(?=[上下]半年|[底初末]|年?[底初末])/, '$1年').replace('年年', '年')
  const short = /^([0-4]\d)\.(\d{1,2})$/.exec(text)
  const numeral = /^[一二两]千/.test(text) ? readNumeral(text, 0) : undefined
  if (numeral && numeral.low === numeral.high && text[numeral.end] === '年')
    return `${numeral.low}${text.slice(numeral.end)}`
  return short && Number(short[2]) <= MONTHS ? `20${short[1]}年${short[2]}月` : yearInDigits(text)
}

/** 一二年 is 2012 and not one or two years. */
function yearInDigits(text: string): string {
  const year = /^([零一二])([零一二三四五六七八九])(?=年(?!前|多|了))/.exec(text)
  return year ? `20${DIGITS.get(year[1] ?? '')}${DIGITS.get(year[2] ?? '')}${text.slice(2)}` : text
}

/** 下个月就到期 */
const MONTH_AHEAD = /^(?:就|还有)?(这个月|本月|下个?月)(?:就|要|底|初|中旬|快|，|,| )*(?:到期|过期|到)?(?:了|的)?$/
function monthAhead(word: string, today: number): string {
  const { year, month } = partsOf(today)
  const ahead = word.startsWith('下') ? month + 1 : month
  return ahead > MONTHS ? `${year + 1}年1月` : `${year}年${ahead}月`
}

/** 后年: a year to come, where such a day was asked. */
function yearAhead(text: string, today: number): string {
  const near = MONTH_AHEAD.exec(text)?.[1]
  if (near !== undefined) return monthAhead(near, today)
  const ahead = AHEAD[YEAR_AHEAD.exec(text)?.[1] ?? '']
  return ahead ? text.replace(YEAR_AHEAD, `${partsOf(today).year + ahead}年`).replace('年年', '年') : text
}
