// When the present company began, where the words beside a date say so by grammar rather than by a name: 现在这家是 2021 年新开的,
// 公司 13 年才注册, 我们 2020 年才起步; and how old it is: 做了五年, 公司才两岁. An earlier company's day is not this one's.
import { isClaimed } from '../scene/claims.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { clauseOf, factFor, roleOf, type Scene } from '../scene/scene.ts'
import { MONTH_SAID, monthsOf, partsOf } from '../values/calendar.ts'
import type { Mention } from '../values/mention.ts'
import { readNumeral } from '../values/numeral.ts'

const MONTHS_PER_YEAR = 12
/** Surer than what stands beside a mere word of beginning. */
const THIS_ONE_SURE = 0.98
const TOLD = 0.95
const BEFORE_REACH = 18
const AFTER_REACH = 14
/** An earlier company, another thing that is registered. */
export const EARLIER_FIRM =
  /(?:上一?[家个]|前一?[家个]|(?:原来|以前|之前|原先)的?那?[家个]|老|个体户?|商标|专利|软著|域名|厂房|车间|厂区|新厂|[一二三]期|产线|生产线|仓库|实验室|办公楼|网站|品牌|分公司|(?<!这[家个]|本)子公司|办事处|项目|产品)(?:的|公司|厂子?|企业)*(?:是|在)?$/
export const ENDED_AFTER = /^(?:就|才|已经|给|被|都)*(?:注销|关了?|卖|转让|停|倒闭|散|不做|收购)/
const THIS_ONE =
  /(?:(?:现在|目前|如今|眼下)的?(?:公司|厂子?|企业)|(?:现在|目前|如今)?的?(?:这|本)(?:一?[家个])(?:子?公司|厂子?|企业)?)(?:是|才是|就是|，|,)?$/
const LICENCE = /执照(?:上的?)?(?:写的?|登记的?|显示|注明)?的?(?:日期|时间)?(?:是|为)?$/
const LICENCE_THEN = /^(?:$|[，。,;； ]|的|拿|下来|办|领|批)/
const REGISTERED_AFTER =
  /^(?:才|就|刚|正式)*(?:(?:注册|登记)(?:的|了|公司)?(?=$|[，。,;； ])|(?:拿|领|办)(?:到|下来?)?(?:的|了)?(?:营业)?执?照)/
const REGISTERED_SUBJECT = /^(?:[^，。]{0,4}(?:公司|厂子?|企业|执照|我们)(?:是|到|直到)?|是|到|直到)?$/
const BEGAN_AFTER =
  /^(?:才|就|刚|又|重新|自己|正式|新|出来)*(?:(?:起步|起家|创业|开业|[干做搞办开]起来)的?|开始(?:[做干]的?|的)?|(?:成立|注册|创立|创办|组建|办|开|搞|弄|建)(?:的|了)?(?:(?:现在)?这[个家])?(?:公司|厂子?|企业)?的?)(?:了)?(?=$|[，。,;； ])/
/** 我 18 年接手重新注册的公司 */
const ANEW_AFTER = /^(?:接手|接班|接过来|改制)?(?:以?后|之后|才|就|又)*(?:重新|另外|新)(?:注册|登记|成立|办|领)/
/** 15年5月8号的执照, 零七年的照. */
const LICENCE_AFTER = /^的(?:营业)?执?照(?!片|常|样|旧|相)/
const OUR_SUBJECT = /^(?:(?:我们?|咱们?|俺们?|公司|厂子?|企业|这家|自己|也|是|才|就|都|晚|直到|到)+)$/
/** Words of beginning that need no subject. */
const PLAIN_BEGIN = /^(?:才|就|刚)*(?:起步|起家|开始(?=$|[，。,;； ])|[干做搞办开]起来)/
const THEN_MONTH = new RegExp(`(?:^|[，,。 ])${MONTH_SAID}(?:才|刚)?(?:成立|注册|拿的?照|办的?照|办的|开业)`)
const AGE_BEFORE =
  /^(?:我们?|咱们?|公司|厂子?|到现在|也|都|已经|一共|大概|差不多|刚|快|才|满|有|[，, ])*(?:做|搞|弄|创业)(?:了|有|满)*(?:大概|差不多|快|将近|整整)?$/
const AGE_AFTER = /^(?:了|多|啦|吧|左右|的样子|整|[，。,;； ])*$/
/** 做了十八年，市场第三: years in a trade. */
const OF_A_TRADE = /市场|细分|品类|份额|占有率|这行|行业/
const YEARS_OLD =
  /(?:公司|厂子?|企业)(?:今年|现在|也|都|才|刚|就|满|有|[，, ])*([\d一二两三四五六七八九十]{1,3})(?:周)?岁(?!以|的)/

/** The founding and the age that a message tells by grammar. */
export function readFounding(scene: Scene): Harvest {
  const fact = factFor(scene, 'founded')
  if (!fact) return { found: [], unclear: [] }
  const days = scene.mentions.flatMap(each => {
    const confidence = isDay(each) ? sureness(scene, each) : 0
    return confidence > 0 ? [{ mention: each, confidence }] : []
  })
  const found = days.map(({ mention, confidence }): Found => {
    const { low, high } = dayOf(mention, scene.context.today)
    return {
      fact: fact.id,
      value: low === high ? low : { low, high },
      confidence,
      approximate: mention.approximate,
      why: `began: «${scene.text.slice(mention.start, mention.end)}»`,
      span: [mention.start, mention.end],
    }
  })
  return { found: [...found, ...monthLater(scene), ...ages(scene)], unclear: [] }
}

const isDay = (each: Mention): boolean => each.kind === 'date' || (each.kind === 'number' && each.year !== undefined)

function dayOf(mention: Mention, today: number): { readonly low: number; readonly high: number } {
  const range = mention.kind === 'date' ? mention : (monthsOf(mention.year ?? 0, 1, MONTHS_PER_YEAR) ?? mention)
  return { low: range.low, high: Math.min(range.high, today) }
}

/** How sure it is that the company began on this day; 0 where nothing says so. */
function sureness(scene: Scene, each: Mention): number {
  const fact = factFor(scene, 'founded')
  const clause = clauseOf(scene, each.start)
  if (!fact || !clause || clause.question || clause.supposed || each.low > scene.context.today) return 0
  const subject = scene.masked.slice(clause.start, each.start).replace(/^[ ]+/, '')
  const before = subject.slice(-BEFORE_REACH)
  const after = scene.masked.slice(each.end, Math.min(clause.end, each.end + AFTER_REACH))
  if (EARLIER_FIRM.test(before) || ENDED_AFTER.test(after)) return 0
  if (ANEW_AFTER.test(after)) return THIS_ONE_SURE
  const begins = BEGAN_AFTER.test(after)
  if ((LICENCE.test(before) && LICENCE_THEN.test(after)) || LICENCE_AFTER.test(after)) return THIS_ONE_SURE
  if (THIS_ONE.test(before) && (begins || LICENCE_THEN.test(after))) return THIS_ONE_SURE
  if (/公司|执照/.test(subject) && REGISTERED_SUBJECT.test(subject) && REGISTERED_AFTER.test(after))
    return THIS_ONE_SURE
  if (!isClaimed(scene, fact, each.start)) return 0
  if (begins && OUR_SUBJECT.test(subject)) return TOLD
  // 上城区，2020 开的
  const isBare = begins && (each.kind === 'number' || /^[才就]?(?:出来|自己)/.test(after))
  return subject === '' && (isBare || PLAIN_BEGIN.test(after)) && isIntroduced(scene, each.start) ? TOLD : 0
}

/** A place, a trade or the people of the company are told as well, or we are named in the sentence. */
function isIntroduced(scene: Scene, at: number): boolean {
  const sentence = clauseOf(scene, at)?.sentence
  const named = scene.clauses.some(each => each.sentence === sentence && each.ours)
  const trade = scene.signs.some(sign =>
    sign.values.some(value => value.is === 'option' && roleOf(scene, value.fact) === 'industry'),
  )
  return named || trade || scene.regions.length > 0
}

/** 今年刚办的公司，6 月成立: the month of the only year that is told. */
function monthLater(scene: Scene): readonly Found[] {
  const fact = factFor(scene, 'founded')
  const match = THEN_MONTH.exec(scene.masked)
  const years = scene.mentions.filter(each => each.kind === 'date')
  const [only] = years
  const month = readNumeral(match?.[1] ?? '', 0)?.low
  if (!fact || !match || !only || years.length > 1 || month === undefined || only.end > match.index) return []
  if (!isClaimed(scene, fact, match.index + 1) || !/[开办成立注册]/.test(scene.masked.slice(only.end, match.index)))
    return []
  const { year } = partsOf(only.low)
  const range = year === partsOf(only.high).year && only.high - only.low > 31 ? monthsOf(year, month, month) : undefined
  if (!range || range.low > scene.context.today) return []
  const value = { low: range.low, high: Math.min(range.high, scene.context.today) }
  const span = [only.start, match.index + match[0].length] as const
  return [{ fact: fact.id, value, confidence: THIS_ONE_SURE, approximate: false, why: 'its month told later', span }]
}

function ages(scene: Scene): readonly Found[] {
  const fact = factFor(scene, 'age')
  if (!fact) return []
  const old = YEARS_OLD.exec(scene.masked)
  const years = readNumeral(old?.[1] ?? '', 0)?.low
  if (old && years !== undefined && isClaimed(scene, fact, old.index))
    return [told(fact.id, years * MONTHS_PER_YEAR, [old.index, old.index + old[0].length])]
  if (OF_A_TRADE.test(scene.masked)) return []
  return scene.mentions.flatMap(each => {
    const clause = clauseOf(scene, each.start)
    if (each.kind !== 'months' || each.approximate || !clause || !isClaimed(scene, fact, each.start)) return []
    const fits =
      AGE_BEFORE.test(scene.masked.slice(clause.start, each.start)) &&
      AGE_AFTER.test(scene.masked.slice(each.end, clause.end))
    return (fits || isLone(scene, each)) && !clause.question && isIntroduced(scene, each.start)
      ? [told(fact.id, each.low, [each.start, each.end])]
      : []
  })
}

/** 在园区开的公司，做试剂，四年了: so long, where the sentence speaks of the company and of nobody it works with. */
function isLone(scene: Scene, each: Mention): boolean {
  const clause = clauseOf(scene, each.start)
  const sentence = scene.clauses.find(one => one.sentence === clause?.sentence)
  if (!clause || !sentence) return false
  const around = scene.masked.slice(clause.start, each.start) + scene.masked.slice(each.end, clause.end)
  const before = scene.masked.slice(sentence.start, clause.start)
  return (
    /^ ?(?:也|都|已经|整整|有|快|[，,。；; ])*了[，,。；; ]*$/.test(around) &&
    /[开办]的(?:公司|厂)|公司[是在开]|[开办]了?[个家](?:公司|厂)/.test(before) &&
    !/合作|配套|供|客户|贷|跟|借|租/.test(before)
  )
}

const told = (fact: string, value: number, span: readonly [number, number]): Found => ({
  fact,
  value,
  confidence: 0.8,
  approximate: false,
  why: 'how old it is',
  span,
})
