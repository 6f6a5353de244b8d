// Values that stand beside the right noun and are still not its value: the sum of many years, one part of a sum, rights that
// have lapsed.
import type { FactDefinition } from '#engine'
import { GRANTED } from '../roles.ts'
import { clauseOf, roleOf, type Scene, sentenceAround, wordsUpTo } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import { hasFamily } from '../values/periods.ts'
import { type Pair, spanOf } from './pairing.ts'

/** 有两个专利是买的: so many of them, and not all. */
const BOUGHT_AFTER = /^(?:是|都是)?(?:从[^，。]{1,6})?(?:买来?的|受让|转让来?的|收购)/

/** 平均一台 3.5 万, 每吨 8000 块: what one of it costs. */
const UNIT_PRICE =
  /(?:一|每)[台套件只条辆吨瓶盒箱斤米](?:的)?(?:卖|价|均价|大概|差不多|也就|是|要|能卖|才|就){0,3}$|均价[^，。\d]{0,3}$/

/** Whether a sum is what one of many costs. */
export const isUnitPrice = (scene: Scene, { start }: Mention): boolean =>
  UNIT_PRICE.test(scene.masked.slice(Math.max(0, start - 8), start))

/** 委外研发 80 万，自己研发 240 万: parts of it. */
const isPartOfResearch = (scene: Scene, { anchor, mention }: Pair): boolean =>
  /(?:委外|委托|外包|外协|合作|自主|自己)的?$/.test(scene.masked.slice(Math.max(0, anchor.start - 4), anchor.start)) &&
  /委外|委托|外包|外协|合作研发/.test(sentenceAround(scene, mention.start))

/** 增值税交了 60 万，所得税 25 万: one tax of several. */
function isOneTax(scene: Scene, { mention }: Pair): boolean {
  const words = wordsUpTo(scene, mention.start)
  return /增值税|所得税|附加税|个税|印花税/.test(words) && !/[和加跟与、]|一共|总共|合计|各项|所有/.test(words)
}

/** 三年一共缴税 300 万: of several years together. */
function isOfYears(scene: Scene, { mention }: Pair): boolean {
  const words = wordsUpTo(scene, mention.start)
  return (
    /[两三四五几]年(?:里|来|间|内)?(?:一共|总共|合计|加起来|累计|下来|拢共)/.test(words) &&
    !/平均|每年|年均/.test(words)
  )
}

/** 三年转化了 15 项: asked is how many in a year. */
export function isOfSeveralYears(scene: Scene, { start, end }: Mention): boolean {
  const words = scene.masked.slice(clauseOf(scene, start)?.start ?? 0, end)
  return /[两三几二]年|累计|以来|一共|总共|合计/.test(words) && !/年均|每年|平均|一年|去年/.test(words)
}

/** 成立以来累计投入研发 2000 万 is more than a year's, 研发费用里头人工 200 万 is a part; 失效了两个 are no rights any more. */
export function isPartOrMore(scene: Scene, pair: Pair, fact: FactDefinition): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  const [, end] = spanOf(pair)
  const role = roleOf(scene, fact)
  const behind = scene.masked.slice(pair.anchor.end, pair.anchor.end + 3)
  // 立项 8 个研发项目
  if (
    role === 'techStaff' &&
    pair.mention.start < pair.anchor.end &&
    /^(?:项目|课题|平台|中心|机构|基地|方向|成果|产品)/.test(behind)
  )
    return true
  if (role === 'conversions' && isOfSeveralYears(scene, pair.mention)) return true
  if (role !== undefined && GRANTED.has(role))
    return (
      (role === 'patents' && BOUGHT_AFTER.test(scene.masked.slice(end, end + 10))) ||
      /(?:失效|作废|放弃|驳回|无效|押)了?$|(?:pledged|lapsed|abandoned|sold) $/.test(
        scene.masked.slice(Math.max(0, pair.mention.start - 10), pair.mention.start),
      )
    )
  if (role === 'researchCost' && isPartOfResearch(scene, pair)) return true
  if (role === 'taxPaid' && isOneTax(scene, pair)) return true
  if (fact.type === 'money' && isUnitPrice(scene, pair.mention)) return true
  if ((role === 'taxPaid' || role === 'netProfit' || role === 'exports') && isOfYears(scene, pair)) return true
  if (fact.type !== 'money' || !hasFamily(scene.lexicon.facts, fact)) return false
  const words = clause ? scene.masked.slice(clause.start, end) : ''
  return (
    /累计|以来|历年|这些年|(?:成立|开业|创业)(?:到现在|至今|到今天)|前前后后|双十一|双11|618|国庆|一场|直播|一天|单日|每天|一单|一场|cumulative|in total since/.test(
      words,
    ) || /^[^，。]{0,6}(?:里头|里面|当中|其中)/.test(scene.masked.slice(pair.anchor.end, pair.mention.start))
  )
}
