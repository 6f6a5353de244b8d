// Shares whose noun was left out: 研发投了 180 万，占比 6 %; 占销售额的 12 %; 贷款最好 5 % 以下.
import { PPM_PER_PERCENT } from '#engine'
import type { NumberReading } from '../pairing/numbers.ts'
import type { Role } from '../roles.ts'
import { type Assumption, CARRIED } from '../scene/assumption.ts'
import { clauseOf, factFor, roleOf, type Scene, sentenceAround, wordsOf, wordsUpTo } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'

const SHARED = 0.7
const SHARE_OF_REVENUE =
  /(?:占|相当于)[^，。；,;]{0,6}(?:收入|营收|营业额|销售额|销售)的?(?:比例|比重)?(?:是|为|约|大概|差不多)?$|of (?:our |the |total )?(?:revenue|sales|turnover)/
const TOPICS: readonly (readonly [RegExp, Role])[] = [
  [/研发|r&d/g, 'intensity'],
  [/高新|high-tech/g, 'hightechShare'],
  [/主营|主业|main business/g, 'mainShare'],
]
/** I won't pay more than 4 % a year, up to 5 % all in, 4 % tops: what a loan may cost. */
const ENGLISH_COST =
  /(?:won't|can't|cannot|will not|not|don't want to|wouldn't) pay (?:more|over|above)|pay (?:up to|at most|no more)|go up to|\ball[ -]in\b|\btops\b|(?:below|under|within|up to|less than|max(?:imum)?|no more than) [\d.]+ ?% (?:a year|per year|annual|yearly|interest)|% ?(?:max|at most|per annum|p\.?a\.?)\b/
/** What else a share may be of. */
const OTHER_SHARE =
  /占|毛利|净利率|增长|增幅|涨|跌|下滑|负债|研发|股份|股权|份额|市占|良率|税|首付|折|回款|出让|持股|工资|提成|share|margin|grow|equity|stake/
/** 4 个点也行, 5% 也能接受, 4.5 我们就满足了 */
const ACCEPTED_AFTER =
  /^(?:左右|以内)?(?:我们?|咱们?|也|都|就|还|觉得)*(?:能接受|可以接受|接受得了|行|可以|成|满足|知足|划算|扛得住|才?谈|才?考虑|[才就]做|[才就]贷|[才就]借|[才就]签)(?!不)/
const WISHED_BEFORE = /(?:只想|就想|想要|希望|最好|争取|控制在|压到|降到|谈到)(?:要|是|在|能|给|到)*(?:大概)?$/
const OF_INTEREST = /利率|利息|年化|年息|融资成本|\d个?点|[一二三四五六七八九]个?点|%|再高|太高/
/** 4 % would be ok, we can live with 5 % */
const ENGLISH_ACCEPTED =
  /\b(?:accept|live with|afford|manage|happy with|prefer|hop(?:e|ing) for|aim(?:ing)? for|take)\b[^.;]{0,12}[\d.]+ ?(?:%|percent|per cent)|(?:%|percent|per cent)(?: interest| a year| per year| annual(?:ly)?| all in)? (?:would be|is|was|sounds|seems) (?:ok|okay|fine|acceptable|good|possible)|(?:%|percent|per cent) (?:a year |per year |interest )?(?:at most|at the most|maximum|or (?:less|lower|below))/
/** about 9 % of the national market */
const OF_MARKET = /^ ?(?:share )?of (?:the |our )?(?:[a-z-]+ ){0,3}market\b/
const GROWTH_BEFORE = /(?:grew|grow|grown|growth|up|increase[sd]?)(?: by| of| about| around)* $/
const RATE_REACH = 40
const RATE_MAX = 24
const ACCEPTED_BEFORE = /(?:接受|扛得住|承受|给到|谈到)(?:得了|不超过|到|的)?$/
const TOPIC_REACH = 80
const TWIN_REACH = 10

/** A share of revenue, or the interest that is hoped for. */
export function shareOf(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  if (OF_MARKET.test(scene.masked.slice(mention.end)) && !GROWTH_BEFORE.test(scene.masked.slice(0, mention.start)))
    return [factFor(scene, 'marketShare'), SHARED, 'a share of the market']
  const role =
    shareTopic(scene, mention) ?? (isRate(scene, mention) || isBareRate(scene, numbers, mention) ? 'rate' : undefined)
  if (role) return [factFor(scene, role), SHARED, 'a share']
  // 研发投了 180 万，占比 6 %: the share of the sum just named
  const last = numbers.pairs.findLast(pair => pair.mention.end <= mention.start)
  const twin = last?.fact.type === 'money' ? scene.lexicon.twins.get(last.fact.id) : undefined
  const near = last !== undefined && mention.start - last.mention.end <= TWIN_REACH
  const said = /(?:占比?|比例|比重)(?:是|为|大?约|大概|差不多|在|有|将近|接近| )*$/
  return twin && near && said.test(scene.masked.slice(0, mention.start)) ? [twin, CARRIED, 'its share'] : undefined
}

/** 我最多接受 3.8, where points or interest were spoken of: what a loan may cost. */
export function acceptedRate(scene: Scene, mention: Mention): Assumption | undefined {
  const sentence = scene.masked.slice(Math.max(0, mention.start - RATE_REACH), mention.end + RATE_REACH)
  const accepted = ACCEPTED_BEFORE.test(scene.masked.slice(Math.max(0, mention.start - 8), mention.start))
  const isNamed = /利率|利息|年化|年息|报的?\d/.test(sentence)
  const isLimited = mention.bound === 'most' && (isNamed || !Number.isInteger(mention.high))
  const wouldDo = ACCEPTED_AFTER.test(scene.masked.slice(mention.end)) && isNamed
  const said = accepted || isLimited || wouldDo
  return said && mention.high <= RATE_MAX && (isNamed || OF_INTEREST.test(sentence)) && !OTHER_SHARE.test(sentence)
    ? [factFor(scene, 'rate'), SHARED, 'a rate that is accepted']
    : undefined
}

/** 占销售额的 12 %: of what, the words before it say. */
function shareTopic(scene: Scene, mention: Mention): Role | undefined {
  const before = scene.masked.slice(Math.max(0, mention.start - TOPIC_REACH), mention.start)
  const around = `${before.slice(-16)}${scene.masked.slice(mention.end, mention.end + 20)}`
  if (!SHARE_OF_REVENUE.test(before) && !SHARE_OF_REVENUE.test(around)) return undefined
  let nearest: Role | undefined
  let place = -1
  for (const [pattern, fact] of TOPICS) {
    for (const match of before.matchAll(pattern)) if (match.index > place) [nearest, place] = [fact, match.index]
  }
  return nearest
}

/** 贷款 500 万，一年，4% 以内: a limit by itself beside a wanted sum. */
function isBareRate(scene: Scene, numbers: NumberReading, mention: Mention): boolean {
  const clause = clauseOf(scene, mention.start)
  if (!clause || (mention.bound !== 'most' && mention.bound !== 'under') || mention.high > RATE_MAX * PPM_PER_PERCENT)
    return false
  const rest = scene.masked.slice(clause.start, mention.start) + scene.masked.slice(mention.end, clause.end)
  const words = rest.replace(
    /\b(?:under|below|within|less than|at most|max|up to|no more than|interest|rate|a year|per year|please)\b/g,
    '',
  )
  if (
    /^[^一-龥a-z]*$/.test(words) &&
    /unsecured|collateral|\bloans?\b|borrow|working capital/.test(sentenceAround(scene, mention.start))
  )
    return true
  return /^[^一-龥a-z]*$/.test(rest) && numbers.pairs.some(pair => roleOf(scene, pair.fact) === 'amount')
}

/** 不要超过 4 个点; 现在那笔 6.2%，想降到 4%: a share that is a limit or a wish, and of nothing else that is named. */
function isToldLimit(scene: Scene, mention: Mention): boolean {
  if (mention.high > RATE_MAX * PPM_PER_PERCENT || OTHER_SHARE.test(sentenceAround(scene, mention.start, 1)))
    return false
  const clause = clauseOf(scene, mention.start)
  if (!clause || clause.others || clause.supposed) return false
  const before = scene.masked.slice(Math.max(clause.start, mention.start - 12), mention.start)
  const near = scene.masked.slice(Math.max(0, mention.start - RATE_REACH), mention.end + RATE_REACH)
  const wouldDo = ACCEPTED_AFTER.test(scene.masked.slice(mention.end)) && /利率|利息|年化|年息/.test(near)
  return mention.bound === 'most' || WISHED_BEFORE.test(before) || ACCEPTED_BEFORE.test(before) || wouldDo
}

/** 贷款最好 5% 以下: what it may cost. */
function isRate(scene: Scene, mention: Mention): boolean {
  // 现在 4.35%，想降到 3.5%
  if (/[降压]到$/.test(scene.masked.slice(0, mention.start)) && /利率|利息|年化/.test(scene.masked)) return true
  if (isToldLimit(scene, mention)) return true
  const clause = clauseOf(scene, mention.start)
  const words = wordsOf(scene, clause)
  const sentence = scene.masked.slice(Math.max(0, mention.start - RATE_REACH), mention.end + RATE_REACH)
  if (
    (ENGLISH_COST.test(words) || ENGLISH_ACCEPTED.test(words)) &&
    !/revenue|sales|share|growth|grew|r&d|margin|market|equity|stake/.test(sentence)
  )
    return true
  // 能不能做到 3.5 % 以内
  if (
    /(?:能不能|能否|可不可以|可以|能|想|希望|最好|争取|要求)(?:能|把它)?(?:做|给|降|压|谈|控制)[到在][^，。]{0,3}$/.test(
      wordsUpTo(scene, mention.start),
    ) &&
    mention.bound !== undefined &&
    !/毛利|占比|增长|研发/.test(sentence)
  )
    return true
  if (/(?:可以|能|都)接受/.test(words) && (mention.bound === 'most' || mention.bound === 'under')) return true
  return (
    /贷|借|利|息|年化|成本|loan|borrow|interest/.test(words) &&
    (mention.bound === 'most' || mention.bound === 'under' || /最好|能接受|控制在/.test(words))
  )
}
