// Slips mended in the same breath: 员工五十，不对，五十三; 营收 3500 万，哦不，3800 万; 纳税 A 级说错了，是 B 级. What was said
// first is gone, and what follows takes its place beside the noun.
import { FEN_PER_WAN, PPM_PER_PERCENT } from '#engine'
import type { Mention } from './mention.ts'

const SLIP = `[^，。；;!！]{0,2}[，,。.!！ -]{0,2}(?:哦|啊|呃|额|哎呀?|唉|噢|嗨|等等)?[，, ]?(?:不对|(?<=哎呀|呀|哦|啊)不是|不不+|不是不是|哦不|啊不|噢不|哎不|[说讲报打写记填弄搞算数看输按]错了?|错了|…* ?算了(?=[ ，,])|口误|手误|更正一?下?|纠正一?下?|no,? wait|wait|sorry|no,? no|i mean|i meant|correction)`
const LEAD = `[，,。:： ]{0,2}(?:应该|应当|实际上?|其实|准确地?说)?(?:是|为|有)?(?:i meant?|it's|it is|make that|rather)?[ ,，]?(?:大概|约|about )?`
/** 研发9个，不对，小李走了，8个 */
const REASON = `(?:(?:加上?|算上|连|连上|扣掉|去掉|减掉|除去|不算)[^，。；;\\d]{1,8}(?:一共|总共|就|共)?|[^，。；;\\d一二三四五六七八九十百千万]{1,10}[，, ])?`
const SLIP_THEN = new RegExp(`^${SLIP}[，, ]?${REASON}${LEAD}$`)
const SLIPPED = new RegExp(`^${SLIP}`)
/** 大几百万，具体 970 万: the exact one follows the rough one. */
const EXACT_THEN =
  /^[^，。；;\d]{0,4}[，,、 ]{0,2}(?:具体[^，。；\\d]{0,3}[，,]?就?按|就按|具体|准确地?(?:说|讲)?|精确|确切|to be exact|exactly|precisely)(?:地?(?:说|讲))?(?:是|为|数是)? ?$/
/** 营收说成 4600 了，其实是 4060 万. */
const MISSAID_BEFORE = /[说报写打填弄记看]成了?$/
const MISSAID_THEN =
  /^(?:[万亿元个人件])?了?[，, ]{0,2}(?:其实|实际|应该|应当|正确|真正|我?[是要]|得)上?(?:的)?(?:是|为|有)?(?:大概|约)?$/
/** From the end of a slip to what takes its place. */
const REACH = 24
export const NUMBERS: ReadonlySet<Mention['kind']> = new Set(['number', 'money', 'count'])

/** 3000 and 3500万 are the same kind of thing, said less and more fully. */
export const replaces = (first: Mention, second: Mention): boolean =>
  first.kind === second.kind ||
  (NUMBERS.has(first.kind) && NUMBERS.has(second.kind)) ||
  (first.kind === 'number' && first.year === undefined && second.kind === 'percent')

/** Whether a value is a year or a day. */
export const isTime = (found: Mention): boolean => found.kind === 'date' || found.year !== undefined
/** Whether two values are of one kind, or both tell a time. */
export const sameKind = (a: Mention, b: Mention): boolean => replaces(a, b) || (isTime(a) && isTime(b))

/** 研发不是二百六，是一百六十万. */
const NOT_BEFORE = /(?:不是|并非|\bnot) ?$/
const BUT_THEN = /^[，, ]{0,2}(?:而|应该|应当|其实)?(?:是|为|but|it's|it is)(?:大概|约|有)? ?$/

/** 刚才发明我说 8 项，翻了下证书是 7 项; 前面写的净利润 900 万是毛利，净利是 210 万: said before, and how it really is. */
const SAID_BEFORE =
  /(?:刚才|刚刚|前面|上面|之前|上[一]?[回次条])[^。；\d]{0,12}(?:说|写|报|填|讲)[^。；\d]{0,6}$|我(?:说|写|报|填)(?:的|了|成)?[^。；\d]{0,3}$/
const REALLY_THEN = /^[^。；\d]{0,12}[，,][^。；\d]{0,14}(?:是|为|按|实际|用了|才)[^。；，\d]{0,3}$/
const isSaidBefore = (text: string, { start }: Mention, between: string): boolean =>
  SAID_BEFORE.test(text.slice(Math.max(0, start - 22), start)) && REALLY_THEN.test(between) && !/不是/.test(between)

const isMissaid = (text: string, slip: Mention, between: string): boolean =>
  SLIP_THEN.test(between) ||
  isSaidBefore(text, slip, between) ||
  (NOT_BEFORE.test(text.slice(Math.max(0, slip.start - 5), slip.start)) && BUT_THEN.test(between)) ||
  (MISSAID_BEFORE.test(text.slice(Math.max(0, slip.start - 4), slip.start)) && MISSAID_THEN.test(between))

/** 六成多，六成五吧; 两三千万，两千六: the rough one, and at once the exact one inside it. */
const ROUGH_THEN = /^[，, ]{1,2}(?:我?想想|嗯|就|也就|大概|应该|算|按|是|那|准确点?)*$/
const EXACT_ENDS = /^(?:吧|的样子|好了|算了?|左右|整)?(?:[。.！!，,]|$)/
/** 六成多 is no more than half as much again. */
const ROUGH_MAX = 1.5

/** The exact value inside a rough one that stands before it, in the unit of the rough one; undefined when it is none. */
function exactOf(text: string, rough: Mention, each: Mention): Mention | undefined {
  if (!rough.approximate || rough.bound !== undefined || each.low !== each.high || each.approximate || each.vague)
    return undefined
  if (!ROUGH_THEN.test(text.slice(rough.end, each.start)) || !EXACT_ENDS.test(text.slice(each.end))) return undefined
  const high = Math.max(rough.high, rough.low * ROUGH_MAX)
  const factor = rough.kind === each.kind ? 1 : rough.kind === 'money' && each.kind === 'number' ? FEN_PER_WAN : 0
  const exact = each.low * factor
  return exact >= rough.low && exact <= high ? { ...each, kind: rough.kind, low: exact, high: exact } : undefined
}

const SHARE_MAX = 100
/** 4 个点，算了，4.5 以内: the sign is said once. */
const shareOf = (slip: Mention, each: Mention): Mention | undefined =>
  slip.kind === 'percent' && each.kind === 'number' && each.year === undefined && each.high <= SHARE_MAX
    ? { ...each, kind: 'percent', low: each.low * PPM_PER_PERCENT, high: each.high * PPM_PER_PERCENT }
    : undefined

/** The values of a text with each slip replaced by its mended value, which stands where the slip stood. */
export function mendSlips(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const mended: Mention[] = []
  for (const each of mentions) {
    const slip = mended.at(-1)
    const between = slip && each.start - slip.end <= REACH ? text.slice(slip.end, each.start) : ''
    const share = slip && shareOf(slip, each)
    const isExact = slip !== undefined && (slip.vague || slip.approximate) && EXACT_THEN.test(between)
    const exact = slip && exactOf(text, slip, each)
    if (slip && exact) {
      mended[mended.length - 1] = { ...exact, start: slip.start }
    } else if (slip && between !== '' && replaces(slip, each) && (isExact || isMissaid(text, slip, between))) {
      mended[mended.length - 1] = { ...each, start: slip.start, end: slip.end }
    } else if (slip && share && SLIP_THEN.test(between)) {
      mended[mended.length - 1] = { ...share, start: slip.start, end: slip.end }
    } else mended.push(each)
  }
  return mended
}

const DIGIT = '[\\d一二两三四五六七八九十百千]'
/** 去年有没有两千万？没有没有，也就 1400 万: a question that the speaker answers at once with another number. */
const OWN_QUESTION = new RegExp(
  `([^，。；;？?！!\\n]{0,10}?${DIGIT}[^，。；;？?！!\\n]{0,8}?)([吗吧么嘛]?[？?]|[，, ])((?:没有|没到|哪有|哪里有|哪来|没那么多|没这么多|不到|没得|不对|不是|没(?=[，,]))(?:没有|啊|呢|的|那么多|这么多){0,2}(?:[，,。！!… ]{1,3}|(?=也?[就才只])))(?=(?:也|就|才|只|是|有|应该|大概|差不多|[顶最]多|做|了|估计|去年|实际|到|个|的|我们|[一总]共){0,4}${DIGIT})`,
  'g',
)
const WHETHER = /有没有|是不是|([到过够达])没\1/

/** The text, of the same length, with each question that its speaker answers told as a slip that is mended. */
export const withOwnAnswers = (text: string): string =>
  text.replace(OWN_QUESTION, (whole, told: string, mark: string, denial: string) => {
    if (!WHETHER.test(told) && !/[？?]/.test(mark)) return whole
    const said = told.replace(WHETHER, asked => (asked === '是不是' ? '大概是' : '大概有'))
    return said + '，不对'.padEnd(mark.length + denial.length, '，')
  })

/** Whether what ends at `end` is taken back at once; the caller makes sure that something follows to take its place. */
export const isSlip = (text: string, end: number): boolean => SLIPPED.test(text.slice(end, end + REACH))
