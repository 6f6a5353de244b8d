// Sums whose noun was told before: 去年 2300 万，前年 1900 万; 有出口，一年八百万; 贷款余额说少了，总共 480 万.
import type { FactDefinition } from '#engine'
import type { NumberReading } from '../pairing/numbers.ts'
import { isShareBase } from '../pairing/share-of-else.ts'
import { ASSUMED, type Assumption, CARRIED } from '../scene/assumption.ts'
import { isClaimed, isWish } from '../scene/claims.ts'
import type { Sign } from '../scene/lexicon.ts'
import { clauseOf, factFor, onlyAsked, roleOf, type Scene, wordsUpTo } from '../scene/scene.ts'
import type { Clause } from '../text/clauses.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { hasFamily, inPeriod, periodAt } from '../values/periods.ts'

/** A clause of a year, a sum and these leaves the noun out; any other noun owns the sum. */
const SMALL_WORDS =
  /单位(?:都|均|全)?是?(?:[百千]?万|亿|千)?元?|都是?|我们|公司|大前年|前年|去年|上年|今年|全年|年度?|大概|大约|差不多|估计|左右|上下|约|一共|总共|也就|做到?了?|卖了?|实际上?|最后|最终|结果|达到|恢复到?|回升到?|回到|完成|是|有|就|才|也|还|的|了|到|那|\d+|last (?:year|yr)|(?:the )?(?:year|yr) before(?: last)?|two years ago|\b(?:closed|ended|finished|came|at|in|but|actual|actually|real|really|however|then|about|around|it|was|were|we|did|made|had|and|just|only|roughly|nearly|fy|rmb|yuan)\b|[^一-龥a-z]/g
/** One year is hardly so many times another. */
const FAR = 6
const NEAR = 3
const OTHER_WORDS_MAX = 1
const RETOLD_REACH = 10
const RETOLD_AFTER =
  /^[^，。；\d]{0,4}(?:[说写报填输记算弄打看](?:错|少|多|串|岔|漏)|(?:错|少|多|漏)[说写报填输打算]了?)/
/** Nouns of no fact that only name a time. */
const TIMES = /季度|每?月|全年/
const EXPORT_REACH = 40
/** 有出口，一年八百万; we export about 10 million. */
const EXPORTED_BEFORE =
  /(?:出口|外贸|外销|报关|海外|国外)[^。；]{0,24}[，,][^，。；\d]{0,8}(?:出|走|卖|发)了?(?:大概|差不多|约|有)?$|(?:出口|外贸|外销)(?:业务|生意)?(?:的|了)?[，, ]?(?:一年|每年|年均|去年|全年|大概|大约|差不多|有|做|也就|约|个)*$|export(?:ing|s)?(?: our products)?(?: to [a-z ,]{2,24}?)?[, ]*(?:roughly|about|around|some|nearly|worth| )*$/
/** What a clause may begin with whose sum was spent on what the clause before speaks of. */
const SPENT_HERE =
  /^(?:去年|前年|一共|总共|大概|也|还|就|差不多|光|合计)*(?:花|投|砸|烧|用|搭|归|归集|记|列|入账)(?:了|进去|掉)+(?:大概|差不多|约|有)?$/
/** 年会花了 8 万 is no revenue. */
const SPENT = /[花付买租罚赔欠费税亏奖]|坏账|库存|补贴|补助|成本|分红|工资|利润|交了|spent|paid|bought/

/** 前年 1500 万，去年 2300 万: the noun of the number before, in another year; without any noun it is revenue. */
export function otherYear(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const period = periodAt(scene.periods, scene.clauses, mention.start, mention.end)
  if (!period?.own || period.offset > -1) return undefined
  if (isOfAnotherLine(scene, numbers, mention)) return undefined
  const money = numbers.pairs.filter(pair => pair.fact.type === 'money' && pair.mention.start < mention.start)
  const topic = lastFact(scene, mention.start, numbers)
  const told = money.findLast(pair => inPeriod(scene.lexicon, pair.fact, period))
  const before = told ?? ofPartOfYear(scene, topic, mention)
  const revenue = factFor(scene, 'revenue')
  const role = topic && roleOf(scene, topic)
  const only = topic ? undefined : onlyAsked(scene)
  const ofExports = role === 'exporter' || (only !== undefined && roleOf(scene, only) === 'exporter')
  const abroad = ofExports ? factFor(scene, 'exports') : undefined
  const ofRevenue = role === 'revenue' || role === 'growth'
  // 利润三百万，前年 280: still of the profit; 研发占 8 %，去年 400 万: the research cost
  const twin = topic && scene.lexicon.twins.get(topic.id)
  // 近三年研发 650 万，去年是 260 万
  const ofThree =
    before && roleOf(scene, before.fact) === 'researchThreeYears'
      ? factFor(scene, 'researchCost')
      : before && roleOf(scene, before.fact) === 'taxAverage'
        ? factFor(scene, 'taxPaid')
        : undefined
  // asked for the revenue of that year among other things: 研发两百万，资产两千万，前年一千八百万
  const yearly = revenue && inPeriod(scene.lexicon, revenue, period)
  const ofAsked =
    yearly && scene.context.pending.length > 1 && scene.context.pending.includes(yearly.id) ? revenue : undefined
  const carried = abroad ?? ofAsked ?? ofThree ?? nearer(scene, numbers, mention, told) ?? before?.fact
  if (!carried && twin?.type === 'money' && topic?.type === 'percent') {
    const cost = inPeriod(scene.lexicon, twin, period)
    return cost && [cost, CARRIED, 'the sum of the share before']
  }
  const plan = carried ? undefined : ofPlan(scene, numbers, mention)
  if (plan) {
    const fact = inPeriod(scene.lexicon, plan, period)
    return fact && [fact, CARRIED, 'what came of a plan']
  }
  // asked for the tax, 96 万，前年 80 万: of the same
  const asked = carried || topic ? undefined : onlyAsked(scene)
  if (asked && !isWish(asked) && roleOf(scene, asked) !== 'revenue') {
    const fact = asked.type === 'money' ? inPeriod(scene.lexicon, asked, period) : undefined
    return fact && fact !== asked ? [fact, CARRIED, 'another year of what was asked'] : undefined
  }
  if (!carried && !ofRevenue && topic?.type === 'money' && !isWish(topic)) return undefined
  if (!carried && !isBare(scene, mention, ofRevenue)) return undefined
  const base = carried ?? revenue
  const fact = base && inPeriod(scene.lexicon, base, period)
  return fact && [fact, carried ? CARRIED : ASSUMED, 'a year without its noun']
}

/** 利润总额 210 万，去年 150 万: of a line of the accounts that no fact asks for. */
function isOfAnotherLine(scene: Scene, numbers: NumberReading, mention: Mention): boolean {
  const near = numbers.all.findLast(pair => pair.mention.end <= mention.start)
  return (
    near?.sign.is === 'decoy' &&
    near.sign.decoy === 'none' &&
    near.mention.kind === 'money' &&
    !TIMES.test(scene.masked.slice(near.anchor.start, near.anchor.end)) &&
    clauseOf(scene, near.mention.start)?.sentence === clauseOf(scene, mention.start)?.sentence &&
    isBare(scene, mention)
  )
}

/** 研发费用前三季度 210 万，去年 290 万; 净利润 23 年 120 万，25 年 210 万: told of another time first, or of a year nobody asks for. */
function ofPartOfYear(
  scene: Scene,
  topic: FactDefinition | undefined,
  mention: Mention,
): { readonly fact: FactDefinition } | undefined {
  if (topic?.type !== 'money' || isWish(topic) || !isBare(scene, mention)) return undefined
  const sign = lastSign(scene, mention.start)
  const year = periodAt(scene.periods, scene.clauses, mention.start, mention.end)
  const isEarlier = (each: Scene['periods'][number]): boolean =>
    each.at < mention.start && (each.offset === 0 || (each.at >= (sign?.end ?? 0) && each.offset !== year?.offset))
  return scene.periods.some(isEarlier) ? { fact: topic } : undefined
}

/** 去年 1.3 个亿，研发花了 890 万，前年 9800 万: of the sum that is near, where the last one told is far off. */
function nearer(
  scene: Scene,
  numbers: NumberReading,
  mention: Mention,
  last: NumberReading['pairs'][number] | undefined,
): FactDefinition | undefined {
  const isNear = (each: Mention, times: number): boolean =>
    each.high * times >= mention.low && mention.high * times >= each.low
  if (!last || isNear(last.mention, FAR)) return undefined
  const revenue = factFor(scene, 'revenue')
  const pair = numbers.pairs.findLast(each => each.fact === revenue && each.mention.end <= mention.start)
  const nounless = numbers.leftover.findLast(each => each.kind === 'money' && each.end <= last.mention.start)
  const other = pair?.mention ?? nounless
  return other && isNear(other, NEAR) && (pair || isBare(scene, other)) ? revenue : undefined
}

/** We export, roughly 8 million yuan over the last 12 months: what is exported, right behind the word for it. */
export function exported(scene: Scene, mention: Mention): Assumption | undefined {
  const topic = lastFact(scene, mention.start)
  if (!topic || roleOf(scene, topic) !== 'exporter') return undefined
  const words = scene.masked.slice(Math.max(0, mention.start - EXPORT_REACH), mention.start)
  const ofNow = !scene.periods.some(period => period.offset < -1 || period.offset > 0)
  return ofNow && EXPORTED_BEFORE.test(words) ? [factFor(scene, 'exports'), CARRIED, 'a sum beside exports'] : undefined
}

/** 研发倒没省，花了 180 万: what was spent on the research that was spoken of. */
export function spentOnResearch(scene: Scene, mention: Mention): Assumption | undefined {
  const topic = lastFact(scene, mention.start)
  const isTopic = topic !== undefined && roleOf(scene, topic) === 'researchCost'
  if (!isTopic || !SPENT_HERE.test(wordsUpTo(scene, mention.start))) return undefined
  const fact = inPeriod(scene.lexicon, topic, periodAt(scene.periods, scene.clauses, mention.start, mention.end))
  return fact && [fact, ASSUMED, 'spent on research']
}

/** 去年 2300 万: a clause that names a year and a sum and hardly anything else; `isNamed` where the noun was told before. */
function isBare(scene: Scene, mention: Mention, isNamed = false): boolean {
  const clause = clauseOf(scene, mention.start)
  if (!clause) return false
  const words = wordsBeside(scene, mention, clause)
  if (SPENT.test(words) || isOfLineBefore(scene, mention, clause)) return false
  return isNamed || words.replace(SMALL_WORDS, '').length <= OTHER_WORDS_MAX
}

/** 差旅费去年是 30 万: a line of the accounts that nobody asks for, right before its year. */
const LINE_BEFORE =
  /(?:[费税款金息率]|(?<!票|销售|营业|成交)额)用?(?:总额|合计)?(?:我们)?$|(?:支出|成本|开支|开销|补贴|补助|奖励|收益|账)$/

function isOfLineBefore(scene: Scene, mention: Mention, clause: Clause): boolean {
  const year = scene.periods.findLast(({ at }) => at >= clause.start && at < mention.start)
  return year !== undefined && LINE_BEFORE.test(scene.masked.slice(clause.start, year.at))
}

/** The words of the clause but its values; where the year stands right before, only those from the value before to the next noun. */
function wordsBeside(scene: Scene, mention: Mention, clause: Clause): string {
  const { masked, mentions, periods, signs } = scene
  const year = periods.findLast(({ valueAt }) => valueAt !== undefined && Math.abs(valueAt - mention.start) <= 1)
  const next = signs.find(
    sign => sign.start >= mention.end && sign.values.some(value => value.is === 'fact' && value.fact.type === 'money'),
  )
  const from = year ? year.at : clause.start
  const until = year && next && next.start < clause.end ? next.start : clause.end
  const nextYear = year ? periods.find(({ at }) => at >= mention.end && at < until)?.at : undefined
  let words = ''
  let at = from
  const last = nextYear ?? until
  for (const { start, end } of mentions.filter(each => each.start >= at && each.end <= last)) {
    words += masked.slice(at, start)
    at = end
  }
  return words + masked.slice(at, last)
}

/** 贷款余额说少了，还有一笔，总共 480 万: the noun that was told wrongly, a few clauses before. */
export function retold(scene: Scene, mention: Mention): Assumption | undefined {
  const sentence = clauseOf(scene, mention.start)?.sentence
  const topic = scene.signs.findLast(
    each =>
      each.end <= mention.start &&
      clauseOf(scene, each.start)?.sentence === sentence &&
      RETOLD_AFTER.test(scene.masked.slice(each.end, each.end + RETOLD_REACH)),
  )
  const fact = topic?.values.flatMap(value =>
    value.is === 'fact' && suits(value.fact, mention) === 1 ? [value.fact] : [],
  )[0]
  const isAnother = (value: Sign): boolean =>
    value.is === 'fact' && value.fact.id !== fact?.id && suits(value.fact, mention) === 1
  const named = scene.signs.some(
    each => each.start > (topic?.end ?? 0) && each.end <= mention.start && each.values.some(isAnother),
  )
  const own = fact && inPeriod(scene.lexicon, fact, periodAt(scene.periods, scene.clauses, mention.start, mention.end))
  return own && !named ? [own, CARRIED, 'told wrongly before'] : undefined
}

/** The fact of the noun last named in the sentence before a place: of 研发三十五 the one that the number is of. */
function lastFact(scene: Scene, place: number, numbers?: NumberReading): FactDefinition | undefined {
  const sign = lastSign(scene, place)
  const pair = numbers?.all.find(({ anchor }) => anchor.start === sign?.start)
  const facts = factsOf(sign)
  return pair?.fact ?? facts.find(fact => fact.type === 'money') ?? facts[0]
}

type SignFound = Scene['signs'][number]

const factsOf = (sign: SignFound | undefined): readonly FactDefinition[] =>
  sign?.values.flatMap(value => (value.is === 'fact' ? [value.fact] : [])) ?? []

/** The last sign before a place; 实际 and 一共 name nothing. */
function lastSign(scene: Scene, place: number): SignFound | undefined {
  const sentence = clauseOf(scene, place)?.sentence
  const namesNothing = (sign: SignFound): boolean =>
    sign.values.every(value => value.is === 'fact' && value.weak && roleOf(scene, value.fact) === 'headcount')
  return scene.signs.findLast(
    each =>
      each.end <= place &&
      clauseOf(scene, each.start)?.sentence === sentence &&
      !namesNothing(each) &&
      !isShareBase(scene, each, scene.mentions) &&
      !TIMES.test(scene.masked.slice(each.start, each.end)),
  )
}

/** 今年研发打算花 400 万，去年实际 280 万: what was planned for another year names the sum of this one. */
function ofPlan(scene: Scene, numbers: NumberReading, mention: Mention): FactDefinition | undefined {
  const sign = lastSign(scene, mention.start)
  const told = numbers.all.findLast(pair => pair.fact?.type === 'money' && pair.mention.end <= mention.start)
  const isPlan = told?.fact !== undefined && !isClaimed(scene, told.fact, told.mention.start)
  const hasNone = sign !== undefined && !numbers.all.some(({ anchor }) => anchor.start === sign.start)
  const clause = sign && clauseOf(scene, sign.start)
  const fact = isPlan
    ? told.fact
    : hasNone && clause?.plan
      ? factsOf(sign).find(each => each.type === 'money')
      : undefined
  return fact?.type === 'money' && hasFamily(scene.lexicon.facts, fact) ? fact : undefined
}
