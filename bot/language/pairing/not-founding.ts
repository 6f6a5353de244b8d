// Days and times beside a word of beginning that do not tell when the company began: 2015 年搬到龙游, certified since 2022,
// 去年公司年会花了 8 万, we are registered as one this year.
import { clauseOf, type Scene, wordsUpTo } from '../scene/scene.ts'
import { EARLIER_FIRM, ENDED_AFTER } from './founding.ts'
import type { Pair } from './pairing.ts'

const NOT_YET_BEFORE = /(?:[没未]|真正|正式|实际|真)$/
const MOVED_AFTER =
  /^(?:才|就|把|将)?(?:注册地址?|执照|地址|工商)[^，。；,;\d]{0,3}[搬迁改换变]|^(?:[才就]|[从把将][^，。；,;\d]{1,8})?[搬迁]/
const OTHER_SUBJECT =
  /\b(?:loan|lease|project|products?|contract|line|exports?|exporting|certificate|certification|production|sales|r&d|branch|subsidiary|lab)(?: was| were| is| has| had)? $/
/** What an owner did before there was a company. */
const BEFORE_US =
  /(?:个体户?|个体工商户|作坊|夫妻店|摆摊|地摊|打工|上班|学徒|当兵|部队|[国央外私民]企|大厂|体制内|机关|事业单位|银行|学校|高校|大学|研究[院所]|[老前]东家|原单位|老单位|前公司|给(?:人家?|别人)|职业经理人|自由职业|跑业务|跑销售)[^，。；,;\d]{0,5}$/
const TO_NOW = /(?:到|至)(?:现在|如今|今天|今)|这家|我们(?:公司|厂)|公司/
/** 前十个月, 头八个月: a part of this year. */
const OF_A_YEAR_BEFORE = /(?:(?<!目|以|之)前|头|这|近|过去|最近|[上下]半年|今年)$/
const OLD_FIRM_AFTER =
  /^的?(?:老)?(?:厂子?|国[企营]|集体|店|企业|作坊|单位|品牌|牌子)[^，。；]{0,3}(?:改|转|翻|拆|重组|[出分]来|演变)/
const REACH = 12
const FULL_AFTER = /^(?:才|刚好?|就|正好|已经?)*满/
const OPENED = /[开办拿][的了]$/
const OPENED_WHAT = /^(?:一?[张份])?(?:单|票|发票|罚|处罚|决定|会|证明|户|卡|课|分|新厂|门店)/
/** 2022 年开始做出口 begins that, and not the company. */
const STARTED = /^开始做?$/
const STARTED_WHAT = /^做?(?:出口|外贸|研发|内销|电商|线上|直播|跨境|申报|高企|这块|这个|贴牌|代工|盈利|赚)/
/** A noun that by itself says nothing of a beginning. */
const NAMED_ONLY = /^(?:公司|厂子|公司是)$/
const BEGINS_AFTER =
  /^(?:$|[，。,;； ]|的(?!营|收|利|销)|成立|注册|设立|创|开(?!始[^的，。,; ])|办|建|起|才|刚|就|不是|[到至干做搞弄]|在[一-龥]{2,9}(?:成立|注册|[办开创]))/

/** Whether a value beside a word of beginning is no founding. */
export function isNoFounding(scene: Scene, pair: Pair): boolean {
  const { anchor, mention } = pair
  if (NOT_YET_BEFORE.test(scene.masked.slice(0, anchor.start))) return true
  // the loan started in March 2024
  if (OTHER_SUBJECT.test(scene.masked.slice(Math.max(0, anchor.start - 2 * REACH), anchor.start))) return true
  const after = scene.masked.slice(mention.end, mention.end + REACH)
  if (mention.kind === 'months' && isOtherSpan(scene, pair)) return true
  // 半年起步: at least so long
  if (mention.kind === 'months' && after.startsWith('起步')) return true
  if (mention.kind === 'date' && isOtherwiseDated(scene, pair, after)) return true
  // 2015 年搬到龙游
  if (MOVED_AFTER.test(after)) return true
  const isOurs = /^we(?:'re| are)$/.test(scene.masked.slice(anchor.start, anchor.end))
  // we are registered as one this year
  if (isOurs && mention.kind === 'date') return true
  return isSinceSomething(scene, pair) || isDateOfMoney(scene, pair)
}

/** 个体户干了十年，公司是去年注册的; 在外企干了八年; 今年前十个月干了 4800 万: no years of the company. */
function isOtherSpan(scene: Scene, { mention }: Pair): boolean {
  const before = wordsUpTo(scene, mention.start)
  if (OF_A_YEAR_BEFORE.test(before)) return true
  // 三十年的老厂改的，有限公司是 2008 年
  if (OLD_FIRM_AFTER.test(scene.masked.slice(mention.end, mention.end + REACH))) return true
  return BEFORE_US.test(before) && !TO_NOW.test(before)
}

/** 上家公司 2014 年开的, 公司今年被列了被执行人, 今年 1 月开的单子, 公司今年刚满五年. */
function isOtherwiseDated(scene: Scene, { anchor, mention }: Pair, after: string): boolean {
  const before = scene.masked.slice(Math.max(0, mention.start - REACH), mention.start)
  if (EARLIER_FIRM.test(before) || ENDED_AFTER.test(after) || FULL_AFTER.test(after)) return true
  const word = scene.masked.slice(anchor.start, anchor.end)
  if (OPENED.test(word) && OPENED_WHAT.test(scene.masked.slice(anchor.end, anchor.end + 5))) return true
  if (STARTED.test(word) && STARTED_WHAT.test(scene.masked.slice(anchor.end, anchor.end + 4))) return true
  return NAMED_ONLY.test(word) && anchor.end <= mention.start && !BEGINS_AFTER.test(after)
}

/** 去年公司年会花了 8 万: a year beside 公司 and a sum is the sum's. */
function isDateOfMoney(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  if (!clause || pair.mention.kind !== 'date' || pair.sign.is !== 'fact') return false
  // 去年开了 2800 万的票
  const loose = pair.sign.weak || /^[开办干]了$/.test(scene.masked.slice(pair.anchor.start, pair.anchor.end))
  if (!loose) return false
  return scene.mentions.some(each => each.kind === 'money' && each.start >= clause.start && each.end <= clause.end)
}

/** certified since 2022; yes, since 2021: since then something else, not the company, has been. */
function isSinceSomething(scene: Scene, pair: Pair): boolean {
  if (scene.masked.slice(pair.anchor.start, pair.anchor.end) !== 'since') return false
  const sentence = clauseOf(scene, pair.anchor.start)?.sentence
  const titled = scene.signs.some(
    sign =>
      clauseOf(scene, sign.start)?.sentence === sentence &&
      sign.values.some(value => value.is !== 'decoy' && /^qualification\./.test(value.fact.id)),
  )
  return titled || /^(?:yes|yeah|yep|no)\b/.test(scene.masked)
}
