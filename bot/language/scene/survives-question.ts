// What a question states in passing: 我们营收三千万可以贷到多少 tells the revenue, 7 天内能到账不 how soon it is needed.
import type { FactDefinition } from '#engine'
import type { Pair } from '../pairing/pairing.ts'
import type { Reading } from '../values/fit.ts'
import { periodAt } from '../values/periods.ts'
import { isWish } from './claims.ts'
import { clauseOf, roleOf, type Scene, wordsOf } from './scene.ts'

/** What a bank is asked to do. */
const GRANTS = /^(?!.*(?:不是说|都说|说是|听)).*(?:能|可不可以|可以|来得及|赶得上)/

/** 去年有没有三千万？没有: whether it was so much is what is asked. */
const WHETHER = /^(?!.*(?:[能贷借批给行办算]|可以|支持))[^，。]*(?:有没有|是不是|([到过够达])没\1|[到了过有]吗)/

/** Whether a question asks if the value is so much, and states nothing by it. */
export function asksWhether(scene: Scene, place: number): boolean {
  const clause = clauseOf(scene, place)
  return clause?.question === true && WHETHER.test(wordsOf(scene, clause))
}

/** 我们营收三千万可以贷到多少 states the revenue; 利率会超过 5% 吗 states nothing. */
export function survivesQuestion(scene: Scene, pair: Pair, fact: FactDefinition, reading: Reading): boolean {
  if (scene.context.pending.includes(fact.id)) return true
  if (asksWhether(scene, pair.mention.start)) return false
  const role = roleOf(scene, fact)
  const { mention } = pair
  // 7 天内能到账不, 能不能做到 4 个点以内: what is asked for
  const isLimit = mention.bound === 'most' || /^[以之]?内/.test(scene.masked.slice(mention.end))
  if (isLimit && reading.is === 'value' && (role === 'urgency' || role === 'rate'))
    return GRANTS.test(wordsOf(scene, clauseOf(scene, mention.start)))
  if (reading.is === 'problem')
    return role === 'amount' && /借我|贷我|贷给我|[想要需]/.test(wordsOf(scene, clauseOf(scene, pair.mention.start)))
  if (role === 'amount' || role === 'term')
    return /[想要需]|借我/.test(wordsOf(scene, clauseOf(scene, pair.mention.start)))
  if (isWish(fact) || (pair.sign.is === 'fact' && pair.sign.weak) || pair.anchor.start > pair.mention.start)
    return false
  const period = periodAt(scene.periods, scene.clauses, pair.mention.start)
  return clauseOf(scene, pair.mention.start)?.ours === true || period?.own === true
}
