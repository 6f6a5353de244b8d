// All values of a text from left to right, without overlap. Every place is looked at once and a bounded way ahead, so the
// work grows with the length only.
import { FEN_PER_WAN, FEN_PER_YUAN } from '#engine'
import { readDate } from './date-at.ts'
import { AT_MOST } from './hedge.ts'
import type { Mention } from './mention.ts'
import { readQuantity } from './quantity-at.ts'
import { readShare } from './share-at.ts'

/** A message with more values than this is not talk; the rest is ignored. */
export const MENTIONS_MAX = 80

const MAY_BEGIN =
  /[\d零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几数半俩仨去前明后上今大小本过对多绝A-Za-z]/
const HALF_MONTH = 15
const MONTHS_PER_YEAR = 12
/** 一分 is a hundredth. */
const PPM_OF_A_FEN = 10_000
/** Sayings made of numbers that count nothing. */
const SAYING =
  /数一数二|三三两两|七七八八|一五一十|三天两头|乱七八糟|一清二楚|不三不四|说一不二|一来二去|三下五除二|接二连三|四面八方|五花八门|一心一意|十全十美|千方百计|九牛一毛|三番[五两]次|一是一|一个萝卜一个坑|[两俩]口子|小两口|五五开|[一两二三]个[0零](?!\d)|[多少漏](?:写|打|输|填|报)?了?个[0零](?!\d)|三七二十一/y
const LEAST = /(?:保底|最低|最少|起码|至少)(?:要|得)?$/
const EACH_REACH = 6
const RUN_OF_DIGITS = /\d[\d,.]*/y
/** More Chinese digits in a row than any number or year has. */
const LONG_RUN = /[零一二三四五六七八九壹贰叁肆伍陆柒捌玖两]{13,}/y

/** `text` is normalised; `masked` places (codes, names, phones) have been blanked by the caller. */
export function findMentions(text: string, today: number): readonly Mention[] {
  const found: Mention[] = []
  const unit = statedUnit(text)
  let at = 0
  while (at < text.length && found.length < MENTIONS_MAX) {
    SAYING.lastIndex = at
    if (SAYING.test(text)) {
      at = SAYING.lastIndex
      continue
    }
    LONG_RUN.lastIndex = at
    if (LONG_RUN.test(text)) {
      at = LONG_RUN.lastIndex
      continue
    }
    const next = MAY_BEGIN.test(text[at] ?? '')
      ? (readDate(text, at, today) ?? readShare(text, at) ?? readQuantity(text, at))
      : undefined
    if (next) {
      const whole = halfMonth(text, withUnit(text, unit, withRate(text, next)))
      const last = found.at(-1)
      // 二十八百万: two numbers with nothing between them are one that nobody can read
      const runsOn =
        last?.kind === 'number' &&
        whole.kind !== 'date' &&
        last.end === whole.start &&
        /[一-龥]$/.test(text.slice(0, last.end))
      if (runsOn) found.pop()
      found.push(runsOn ? joined(last, whole) : whole)
      at = Math.max(whole.end, at + 1)
    } else at = skip(text, at)
  }
  return fromTo(
    text,
    found.map((each, index) => unsure(text, ofEach(text, each, found[index - 1]))),
  )
}

/** 五个多点我记不准: nobody may count on it. */
const UNSURE = /^[^，。；,;\d]{0,2}[，, ]?我?(?:也)?(?:记不[准清太]|说不[准好清]|拿不准|吃不准|没把握|不确定|不太?敢说)/
const unsure = (text: string, found: Mention): Mention =>
  found.kind !== 'date' && UNSURE.test(text.slice(found.end, found.end + EACH_REACH * 2))
    ? { ...found, vague: true }
    : found

/** 三个单子各两百万: so much for each of them. */
function ofEach(text: string, found: Mention, before: Mention | undefined): Mention {
  if (found.kind !== 'money' || before?.kind !== 'count' || before.low !== before.high || before.low < 2) return found
  const between = text.slice(before.end, found.start)
  if (between.length > EACH_REACH || !/(?:各|每[个家笔份单])(?:是|有|要|自)?$/.test(between)) return found
  return { ...found, low: found.low * before.low, high: found.high * before.low }
}

/** 保底 200 万，最多 300 万: the least and the most of one amount. */
function fromTo(text: string, list: readonly Mention[]): readonly Mention[] {
  return list.flatMap((found, index) => {
    const [before, next] = [list[index - 1], list[index + 1]]
    if (before && isFromTo(text, before, found)) return []
    return next && isFromTo(text, found, next)
      ? [{ ...found, high: next.high, end: next.end, approximate: true, bound: undefined }]
      : [found]
  })
}

const THEN_AT_MOST = new RegExp(`^[，,、 ]{0,2}(?:最高|${AT_MOST})$`)
const isFromTo = (text: string, first: Mention, second: Mention): boolean =>
  first.kind === second.kind &&
  first.high < second.low &&
  (first.bound === 'least' || LEAST.test(text.slice(0, first.start))) &&
  second.bound === 'most' &&
  THEN_AT_MOST.test(text.slice(first.end, second.start))

/** 四十五十: the next ten after a ten makes a range; any other two numbers in a row are one that nobody can read. */
function joined(first: Mention, second: Mention): Mention {
  const ten = second.low - first.low
  const isRange = first.low === first.high && second.low === second.high && ten >= 10 && first.low % ten === 0
  return isRange && first.low < 10 * ten
    ? { ...second, low: first.low, start: first.start, approximate: true }
    : { ...second, vague: true }
}

/** 十天半个月: ten days to half a month. */
function halfMonth(text: string, found: Mention): Mention {
  if (found.kind !== 'days' || found.high >= HALF_MONTH || !text.startsWith('半个月', found.end)) return found
  return { ...found, high: HALF_MONTH, end: found.end + 3, approximate: true }
}

/** Past one character, or past a whole run of digits that is no number (a code, an account, a version). */
function skip(text: string, at: number): number {
  RUN_OF_DIGITS.lastIndex = at
  return RUN_OF_DIGITS.test(text) ? RUN_OF_DIGITS.lastIndex : at + 1
}

/** 单位都是万, 单位：人民币千元, 营收(万元) 3256, or 万元 alone at the end: for bare numbers that stand for money. */
const UNIT_NAMED =
  /单位[:： ]?(?:都|均|全部?|统一|是|为|按|用|以|人民币| )*(亿元?|百万元?|万元?|千元|元)(?![一-龥\d])|单位[:： ]?(?:都|均|全部?|统一|是|为|按|用|以|人民币| )*(亿元?|百万元?|万元?|千元|元)(?=[哈啊哦呢吧])|\((?:单位[:： ]?)?(?:人民币)?(亿元?|百万元|万元?|千元|元)\)/
const UNIT_STATED =
  /(?:单位(?:都|均|全)?(?:是|为|[:：])?|(?:都|均|全部?)(?:是以?|按|为)|以)(亿元?|万元?|千元|元)(?:为单位|计|$|[哈啊哦呢吧]|[，。,. )])|[，,。;；\n(](?:单位)?(亿元|万元|千元|万)\)?[。.]?$|[，,。;；\n( ](亿元?|万元?|千元)为单位/
const UNITS: readonly (readonly [string, number])[] = [
  ['亿', FEN_PER_WAN * 10_000],
  ['百万', FEN_PER_WAN * 100],
  ['万', FEN_PER_WAN],
  ['千', FEN_PER_YUAN * 1000],
  ['元', FEN_PER_YUAN],
]

function statedUnit(text: string): number | undefined {
  const word = (UNIT_NAMED.exec(text) ?? UNIT_STATED.exec(text))?.slice(1).find(group => group !== undefined)
  return word === undefined ? undefined : UNITS.find(([start]) => word.startsWith(start))?.[1]
}

/** 利润70 人25 高企 (万): heads told like the sums beside them, and never in their unit. */
const HEADS = /(?:^|[，,。 ])人 ?$/
const isOfHeads = (text: string, { start, end }: Mention): boolean =>
  HEADS.test(text.slice(Math.max(0, start - 3), start)) && /^(?:$|[，,。 ])/.test(text.slice(end, end + 1))

function withUnit(text: string, unit: number | undefined, found: Mention): Mention {
  const isPlain = found.kind === 'number' && found.year === undefined
  // 人58个 counts heads as 人58 does
  const isCounted = isPlain || (found.kind === 'count' && found.measure === '个' && !found.article && !found.bound)
  if (!isCounted) return found
  if (isOfHeads(text, found)) return { ...found, kind: 'count', measure: '人' }
  return unit === undefined || !isPlain ? found : { ...found, unit }
}

/** 年息六厘: said to be yearly, a hundredth each. */
const YEARLY = /年(?:化|利?息|利率|利)[^，。；,;]{0,3}$/
/** 一厘 is a thousandth, of a yearly rate a hundredth. */
const YEARLY_FACTOR = 10

/** 月息一分, 月利率0.5%, 三厘五的月息: said to be monthly, so twelve of it a year. */
function withRate(text: string, found: Mention): Mention {
  const before = text.slice(Math.max(0, found.start - 8), found.start)
  if (found.kind === 'rate' && YEARLY.test(before))
    return { ...found, kind: 'percent', low: found.low * YEARLY_FACTOR, high: found.high * YEARLY_FACTOR }
  const monthly =
    /月(?:息|利率|利(?!润))[^，。；,;]{0,3}$/.test(before) || /^的?月(?:息|利(?!润))/.test(text.slice(found.end))
  if (!monthly) return found
  const rate = found.kind === 'count' && found.measure === '分' ? PPM_OF_A_FEN : 1
  if (rate === 1 && found.kind !== 'percent' && found.kind !== 'rate') return found
  const yearly = rate * MONTHS_PER_YEAR
  return { ...found, kind: 'percent', low: found.low * yearly, high: found.high * yearly, approximate: true }
}
