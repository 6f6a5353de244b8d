// How a line of the accounts is told apart from the one beside it: the tax that a deduction saves from the deduction itself, the
// whole year of taxes from a year of sales.
import type { FactDefinition } from '#engine'
import { isWish } from '../scene/claims.ts'
import { asksFor, clauseOf, factFor, roleOf, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import { hasFamily, inPeriod, periodAt } from '../values/periods.ts'
import { yearsSpanned } from '../values/span-of-years.ts'
import type { Pair } from './pairing.ts'

/** 1-8 月纳税 90 万，去年全年 132 万: the whole year of what was told of a part of it. */
export function isYearOfOther(scene: Scene, { anchor, mention }: Pair): boolean {
  if (scene.masked.slice(anchor.start, anchor.end) !== '全年') return false
  if (!scene.periods.some(each => each.offset === 0 && each.at < mention.start)) return false
  const sentence = clauseOf(scene, anchor.start)?.sentence
  return scene.signs.some(
    each =>
      each.end <= anchor.start &&
      clauseOf(scene, each.start)?.sentence === sentence &&
      !/季度|月$/.test(scene.masked.slice(each.start, each.end)) &&
      each.values.some(value =>
        value.is === 'fact'
          ? value.fact.type === 'money' && roleOf(scene, value.fact) !== 'revenue'
          : value.is === 'decoy' && value.decoy === 'none',
      ),
  )
}

const RELIEVED = /省|减了?(?!值|少)|免|少[交缴]|抵|节税|退税|优惠|\bsav(?:ed|es|ing|e)\b|reduc/
const OF_RESEARCH = /加计|研发|deduction|r&d/

/** 加计扣除给我们省了 46 万的税: the tax that was saved, not what was spent. */
export function isRelief(scene: Scene, pair: Pair): boolean {
  const words = wordsOf(scene, clauseOf(scene, pair.mention.start))
  return /加计/.test(sentenceAround(scene, pair.mention.start, 1)) && RELIEVED.test(words)
}

/** The super deduction itself was 6.1m: what is deducted is no tax; 减免所得税 50 万 may be another relief. */
export function isTaxSaved(scene: Scene, pair: Pair): boolean {
  if (asksFor(scene, 'taxRelief')) return true
  const around = sentenceAround(scene, pair.mention.start, 1)
  return OF_RESEARCH.test(around) && (RELIEVED.test(around) || /relief/.test(around))
}

/** 可弥补亏损余额, 存款余额: what is left of something that is no loan. */
const NO_LOAN_BEFORE =
  /(?:亏损|票据|存款|账户|账上|资金|现金|担保|存货|库存|理财|保证金|预[收付]|账款|应[收付]款?|往来款?|信用卡|授信|额度|保函|信用证)(?:的|期末|期初|年末|账面)*$/

/** Whether a word only looks like a noun of a number: 余额 of what is no loan, 申请 before 主体, 子公司 that we are ourselves. */
export function isNoNoun({ masked }: Scene, { start, end }: Scene['signs'][number]): boolean {
  const said = masked.slice(start, end)
  if (said === '余额') return NO_LOAN_BEFORE.test(masked.slice(Math.max(0, start - 8), start))
  if (/^比[去前上]年$/.test(said)) return masked[start - 1] === '占'
  // 外销多，一共 1.1 亿; 利润表上是 3360 万
  if (/^(?:出口|外销|外贸)$/.test(said)) return /^(?:多|为主|居多|比较多|好做)/.test(masked.slice(end))
  if (/利润$/.test(said)) return masked[end] === '表'
  if (said === '子公司') return /(?:我们|我司|咱们?|本|这家|我这)$/.test(masked.slice(Math.max(0, start - 3), start))
  return /^(?:申请|借款|贷款|融资)$/.test(said) && /^主体/.test(masked.slice(end))
}

const THREE = 3

/** 2023-2025年研发合计 1560 万: the fact of all the years together, which few have; undefined where one year is told. */
export function ofYearsTogether(
  scene: Scene,
  { mention }: Pair,
  fact: FactDefinition,
): { readonly fact: FactDefinition | undefined } | undefined {
  if (fact.type !== 'money' || isWish(fact) || !hasFamily(scene.lexicon.facts, fact)) return undefined
  const years = yearsSpanned(scene.masked, mention.start)
  if (years === undefined) return undefined
  const ofThree = roleOf(scene, fact) === 'researchCost' && years === THREE
  return { fact: ofThree ? factFor(scene, 'researchThreeYears') : undefined }
}

/** So many people in research are called people. */
const BARE_SUM_MIN = 100

/** 研发一年花个三百多 */
const SPENT_BETWEEN = /花|投|砸|烧|用掉|支出|一年|每年|年均/

/** 净利一千六百万，研发一千二: a bare number after sums is money, and is asked for its unit. */
export function isAmongSums(scene: Scene, { anchor, mention }: Pair): boolean {
  if (mention.kind !== 'number' || mention.measure !== '' || mention.low < BARE_SUM_MIN) return false
  if (SPENT_BETWEEN.test(scene.masked.slice(anchor.end, mention.start))) return true
  const sentence = clauseOf(scene, mention.start)?.sentence
  const before = scene.mentions.findLast(
    each => each.end <= mention.start && clauseOf(scene, each.start)?.sentence === sentence,
  )
  return before?.kind === 'money' || (before?.kind === 'number' && before.low >= BARE_SUM_MIN)
}

/** 近三年研发：2023 年 110 万，2024 年 130 万: each of its own year; 近三年研发每年 80 万 is told of each. */
export function ofOneYear(
  scene: Scene,
  { anchor, mention }: Pair,
): { readonly fact: FactDefinition | undefined } | undefined {
  const cost = factFor(scene, 'researchCost')
  const between = scene.masked.slice(anchor.end, mention.start)
  if (/每年|年均|平均/.test(scene.masked.slice(anchor.start, mention.start))) return { fact: cost }
  const isDated = scene.periods.some(({ at, offset }) => offset < 0 && at >= anchor.end && at < mention.start)
  if (!isDated || !cost || /加起来|合计|总共|一共/.test(between)) return undefined
  return { fact: inPeriod(scene.lexicon, cost, periodAt(scene.periods, scene.clauses, mention.start, mention.end)) }
}
