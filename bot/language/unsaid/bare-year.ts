// 邵阳的 做印刷机械 06年 110人: a year by itself among the particulars of a company is the year in which it began.
import { ASSUMED, type Assumption } from '../scene/assumption.ts'
import { clauseOf, factFor, roleOf, type Scene } from '../scene/scene.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'

/** What may stand beside the year: 2006年到现在, 09年搞起. */
const NOTHING_ELSE =
  /^(?:到现在|至今|起|搞起|开始|办起|开起|干起|做起|的厂|的老厂|的|就有了?|年|于|in|since|[ ，,。、;；.])*$/
/** 25年 3600 万 begins with a year and goes on with its sum. */
const SUM_AFTER =
  /^[，, ]*(?:营收|收入|卖|做|利润|净利|研发)?(?![去前今]年|员工|职工)[^，。]{0,3}\d[\d,.]*(?:万|w|亿|million|m\b)/

/** The founding, for a clause that is nothing but a year, beside a trade, a place or a head count. */
export function bareYear(scene: Scene, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  const isYear = mention.kind === 'date' ? mention.high - mention.low > 27 : mention.year !== undefined
  // 一年交税 90 万，去年: the year of what was told
  if (mention.kind === 'date' && /[去前今上]/.test(scene.masked.slice(mention.start, mention.start + 1)))
    return undefined
  if (!clause || !isYear || (mention.kind === 'date' && mention.high >= scene.context.today)) return undefined
  const rest = scene.masked.slice(clause.start, mention.start) + scene.masked.slice(mention.end, clause.end)
  if (!NOTHING_ELSE.test(rest) || SUM_AFTER.test(scene.masked.slice(mention.end))) return undefined
  const trades = scene.signs.filter(sign =>
    sign.values.some(value => value.is === 'option' && roleOf(scene, value.fact) === 'industry'),
  )
  // 17 年的，六十几个人; 17 年的，去年两千六百万
  const told = scene.mentions.filter(
    each =>
      isOfPeople(each.measure) ||
      (each.kind === 'money' && /[去前今]年/.test(scene.masked.slice(mention.end, Math.max(mention.end, each.start)))),
  )
  const isCompany = scene.regions.length + trades.length + told.length > 0
  return isCompany ? [factFor(scene, 'founded'), ASSUMED, 'a year by itself'] : undefined
}
