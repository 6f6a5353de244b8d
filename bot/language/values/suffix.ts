// What the word after a number says it counts: 元 and 万 make money, % and 成 a share, 厘 a lender's rate, 年 and 天 a time,
// 人 and 件 a count.
import { FEN_PER_YUAN, PPM_PER_ONE, PPM_PER_PERCENT } from '#engine'
import type { MentionKind } from './mention.ts'

export interface Suffix {
  readonly kind: MentionKind
  /** one of it in base units */
  readonly scale: number
  readonly length: number
  readonly measure?: string
  readonly foreign?: string
  /** added to the number: 两年半, 三成五 */
  readonly extra?: number
  /** how far the true value may lie above: 一年多 */
  readonly slack?: number
  /** 6个多点 */
  readonly approximate?: boolean
}

const SUFFIX_LENGTH_MAX = 14
const THOUSANDTH = PPM_PER_ONE / 1000
const MONTHS_PER_YEAR = 12
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^ ?(?:美元|美金|美刀|刀|usd|us dollars?|dollars?)(?![a-z])/i, 'USD'],
  [/^ ?(?:欧元|欧(?![洲盟美亚])|eur|euros?)(?![a-z])/i, 'EUR'],
  [/^ ?(?:港币|港元|港纸|hkd)(?![a-z])/i, 'HKD'],
  [
    /^ ?(?:英镑|gbp|日元|日币|jpy|卢布|韩元|韩币|澳元|澳币|加元|加币|新币|新加坡元|台币|新台币|泰铢|卢比|越南盾|迪拉姆|里亚尔|雷亚尔|比索|瑞士法郎|法郎|外币|外汇|won|krw|yen|pounds?|baht|rupees?|roubles?|rubles?|francs?|pesos?|dirhams?|ringgit|dong|sgd|aud|cad|aed|twd|chf|inr|thb)(?![a-z])/i,
    'other',
  ],
]
const FOREIGN_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:hk\$|hkd ?)$/i, 'HKD'],
  [/(?:us\$|usd ?|\$|美元)$/i, 'USD'],
  [/(?:€|eur ?)$/i, 'EUR'],
  [/(?:£|gbp ?)$/i, 'other'],
]
const YUAN_BEFORE = /(?:¥ ?|rmb ?|cny ?|人民币 ?)$/i
const YUAN = /^ ?(?:元整?|块钱?|人民币|rmb|cny|yuan|renminbi|大洋)(?![a-z])/i
const PERCENT = /^ ?(?:%|个多?百分点|百分点|个多?点|percent|per cent|pct)(?![a-z])/i
const MEASURE =
  /^(?! 人\d) ?(?:多)?(号人|口子人|口子|口人|来人|个人(?![才字名])|人次|个|人|名|位|项|件|家|次|笔|份|篇|款|台|套|条|户|种|本(?![科地部月来土身市省人])|分|号|宗|桩|场(?=官|诉|仲)|起(?=[^，。\d]{0,4}(?:没判|没结|在打|在审|诉|官司|案|纠纷|事故|仲裁))|(?:full-time )?employees|staff|people|persons?|workers|heads|ppl|folks|engineers|patents?)(?![a-z])/i
/** Counted things that no fact asks about; naming them keeps 5万平米 from being money. */
const OTHER_MEASURE =
  /^ ?(平方米?|平米|平|亩|吨|公里|千米|米|小时|分钟|千瓦|兆瓦|公斤|斤|瓶|辆|头|倍|页|所(?![得有以属在])|座|层|栋|m²|kg|mw|kwh)/i
const DURATIONS: readonly (readonly [RegExp, MentionKind, number, number])[] = [
  [/^ ?(?:个多?月|個月|months?(?![a-z]))/i, 'months', 1, 0],
  [/^ ?(?:个?季度|quarters?(?![a-z]))/i, 'months', 3, 0],
  // 24期 are monthly instalments
  [/^期(?!货|间|望|限|刊|末|初)/, 'months', 1, 0],
  // 按两年来吧 is two years
  [/^(?:年多|年来(?!吧|算|定|的?话|说|贷|借|做|用|还))/, 'months', MONTHS_PER_YEAR, MONTHS_PER_YEAR - 1],
  [/^ ?(?:个?年头|周年|整年|年|years?(?![a-z])|yrs?(?![a-z]))/i, 'months', MONTHS_PER_YEAR, 0],
  [/^ ?(?:个?工作日|天|日|days?(?![a-z]))/i, 'days', 1, 0],
  [/^ ?(?:个?星期|个?礼拜|周(?![转边年到])|weeks?(?![a-z]))/i, 'days', 7, 0],
]
const DIGITS = '一二三四五六七八九'

/** 三, 两, 十一, 7: the months beside a year. */
function smallNumber(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word)
  const [tens, ones] = word.startsWith('十') ? [10, word.slice(1)] : [0, word]
  const digit = ones === '' ? 0 : ones === '两' ? 2 : DIGITS.indexOf(ones) + 1
  return ones !== '' && digit === 0 ? undefined : tens + digit
}

/** The suffix that begins at `end`. */
export function suffixAt(text: string, end: number): Suffix | undefined {
  const rest = text.slice(end, end + SUFFIX_LENGTH_MAX)
  // 3 PCT filings are no three per cent
  const isTreaty =
    /^ ?pct/i.test(rest) && /patent|invention|filed|filing|granted|application|专利|发明|申请/i.test(text)
  return money(rest) ?? (isTreaty ? undefined : share(rest)) ?? interest(rest) ?? duration(rest) ?? counted(rest)
}

/** A currency named right before the number, and how long its name is. */
export interface CurrencyBefore {
  /** undefined for yuan */
  readonly foreign: string | undefined
  readonly length: number
}

export function currencyBefore(text: string, start: number): CurrencyBefore | undefined {
  const before = text.slice(Math.max(0, start - 4), start)
  const yuan = YUAN_BEFORE.exec(before)
  if (yuan) return { foreign: undefined, length: yuan[0].length }
  for (const [pattern, foreign] of FOREIGN_BEFORE) {
    const found = pattern.exec(before)
    if (found) return { foreign, length: found[0].length }
  }
  return undefined
}

function money(rest: string): Suffix | undefined {
  for (const [pattern, foreign] of FOREIGN) {
    const found = pattern.exec(rest)
    if (found) return { kind: 'money', scale: FEN_PER_YUAN, length: found[0].length, foreign }
  }
  const yuan = YUAN.exec(rest)
  return yuan ? { kind: 'money', scale: FEN_PER_YUAN, length: yuan[0].length } : undefined
}

function share(rest: string): Suffix | undefined {
  const percent = PERCENT.exec(rest)
  if (percent) {
    const approximate = percent[0].includes('多')
    return { kind: 'percent', scale: PPM_PER_PERCENT, length: percent[0].length, approximate }
  }
  // 七个半点: seven and a half per cent
  if (/^个半(?:百分)?点/.test(rest))
    return {
      kind: 'percent',
      scale: PPM_PER_PERCENT,
      length: rest.indexOf('点') + 1,
      extra: PPM_PER_PERCENT / 2,
    }
  if (rest[0] === '‰') return { kind: 'percent', scale: THOUSANDTH, length: 1 }
  // 三成五, 一成半, 九成七八; but not 成立, 成功, 成果
  const tenths = /^成(?:(半)|([一二三四五六七八九])([一二三四五六七八九])?)?(?![立功果本熟交品员都])/.exec(rest)
  if (!tenths) return undefined
  const [said, half, first, second] = tenths
  const digit = (sign: string | undefined): number => (sign === undefined ? 0 : DIGITS.indexOf(sign) + 1)
  const part = half === undefined ? digit(first) : 5
  return {
    kind: 'percent',
    scale: PPM_PER_ONE / 10,
    length: said.length,
    extra: (part * PPM_PER_ONE) / 100,
    slack: (Math.max(0, digit(second) - part) * PPM_PER_ONE) / 100,
  }
}

/** 3厘, 三厘五, 一分二: monthly in the language of lenders, yearly for some; so it is never taken as it stands. */
function interest(rest: string): Suffix | undefined {
  const found =
    /^(厘|分(?=[一二三四五六七八九](?![个人件项百千万年月期次批笔])|[一二三四五六七八九]?的?[利息]))([一二三四五六七八九1-9](?!\d))?/.exec(
      rest,
    )
  if (!found) return undefined
  const unit = found[1] === '厘' ? THOUSANDTH : THOUSANDTH * 10
  const part = found[2] ? (smallNumber(found[2]) ?? 0) : 0
  return { kind: 'rate', scale: unit, length: found[0].length, extra: (part * unit) / 10 }
}

function duration(rest: string): Suffix | undefined {
  const half = /^(?:个半月|年半)/.exec(rest)?.[0]
  if (half === '年半') return { kind: 'months', scale: MONTHS_PER_YEAR, length: 2, extra: MONTHS_PER_YEAR / 2 }
  if (half) return { kind: 'days', scale: 30, length: 3, extra: 15 }
  // 一年零三个月, 1年3个月
  const more = /^年(?:零|又|加|and)?([一二两三四五六七八九十]{1,2}|\d{1,2})个月/.exec(rest)
  const extra = more?.[1] === undefined ? undefined : smallNumber(more[1])
  if (more && extra !== undefined) return { kind: 'months', scale: MONTHS_PER_YEAR, length: more[0].length, extra }
  for (const [pattern, kind, scale, slack] of DURATIONS) {
    const found = pattern.exec(rest)
    if (found) return { kind, scale, length: found[0].length, slack }
  }
  return undefined
}

function counted(rest: string): Suffix | undefined {
  const found = MEASURE.exec(rest) ?? OTHER_MEASURE.exec(rest)
  return found?.[1] ? { kind: 'count', scale: 1, length: found[0].length, measure: found[1].toLowerCase() } : undefined
}
