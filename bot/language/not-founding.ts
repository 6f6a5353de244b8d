// Days and times beside a word of beginning that do not tell when the company began: 2015 年搬到龙游, certified since 2022,
// 去年公司年会花了 8 万, we are registered as one this year.
import type { Pair } from './pairing.ts'
import { clauseOf, type Scene, wordsOf } from './scene.ts'

const NOT_YET_BEFORE = /(?:[没未]|真正|正式|实际|真)$/
const MOVED_AFTER = /^(?:[才就]|[从把将][^，。；,;\d]{1,8})?[搬迁]/
const REACH = 12

/** Whether a value beside a word of beginning is no founding. */
export function isNoFounding(scene: Scene, pair: Pair): boolean {
  const { anchor, mention } = pair
  if (NOT_YET_BEFORE.test(scene.masked.slice(0, anchor.start))) return true
  const after = scene.masked.slice(mention.end, mention.end + REACH)
  if (isYearOfSomething(scene, pair)) return true
  // 半年起步: at least so long
  if (mention.kind === 'months' && after.startsWith('起步')) return true
  // 2015 年搬到龙游
  if (MOVED_AFTER.test(after)) return true
  const isOurs = /^we(?:'re| are)$/.test(scene.masked.slice(anchor.start, anchor.end))
  // we are registered as one this year
  if (isOurs && mention.kind === 'date') return true
  return isSinceSomething(scene, pair) || isDateOfMoney(scene, pair)
}

/** 公司今年被列为被执行人, 今年 1 月开的罚单: the year of what befell the company. */
function isYearOfSomething(scene: Scene, { anchor, mention, sign }: Pair): boolean {
  if (mention.kind !== 'date' || sign.is !== 'fact' || !sign.weak) return false
  const said = scene.masked.slice(anchor.start, anchor.end)
  const behind = scene.masked.slice(Math.max(anchor.end, mention.end))
  if (/[开办建]的$/.test(said)) return /^[^，。；的]{0,3}(?:单|票|会|户|证明|发票|罚|课|庭|药|价)/.test(behind)
  const isNamed = /^(?:公司|厂子|满|刚满|公司刚满|企业)$/.test(said)
  const ofYear = /^[去前今上]年|^[去前今上]/.test(scene.masked.slice(mention.start, mention.end))
  const clause = clauseOf(scene, mention.start)
  const begins = /成立|注册|创|开张|开业|开始|开的|办|建|设立|起步|新公司|的公司/.test(wordsOf(scene, clause))
  return (
    isNamed &&
    !begins &&
    (ofYear || /^[^，。；]{0,3}(?:注销|关|倒|卖|转让|并|搬|被|罚|评|拿|通过|认定|入)/.test(behind))
  )
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
