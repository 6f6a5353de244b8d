// Whether what a message says at a place is claimed of this company now, rather than wished, supposed or said of others.
import type { FactDefinition } from '#engine'
import { ABOUT_CUSTOMERS, WISH_CHAPTERS } from '../roles.ts'
import { clauseOf, isPlanned, roleOf, type Scene } from './scene.ts'

/** Whether a fact may be stated by a wish. */
export const isWish = (fact: FactDefinition): boolean => WISH_CHAPTERS.some(chapter => fact.id.startsWith(chapter))

/** Whether a clause about somebody else may state the fact: 下游都是央企 speaks of customers, and of us. */
export const isForeign = (scene: Scene, fact: FactDefinition, place: number): boolean => {
  const clause = clauseOf(scene, place)
  if (!clause) return true
  const role = roleOf(scene, fact)
  return clause.others || (clause.customers && !(role !== undefined && ABOUT_CUSTOMERS.has(role)))
}

/** 前面说没贷过款，其实 21 年贷过一笔: what was said before is named to be taken back. */
const TOLD_BEFORE = /^ ?(?:我|你们?)?(?:前面|前头|刚才|刚刚|之前|上面|上次)我?(?:说|讲|填|报|写)(?!错)/
const IN_TRUTH = /其实|实际|不对|才想起|[问查]了|(?:会计|财务|老板)说|漏了|忘了/
const IN_TRUTH_REACH = 30
/** Whether a place is in what somebody said before and now puts right. */
export function isTakenBack(scene: Scene, place: number): boolean {
  const clause = clauseOf(scene, place)
  if (!clause || !TOLD_BEFORE.test(scene.masked.slice(clause.start, place))) return false
  return IN_TRUTH.test(scene.masked.slice(clause.end, clause.end + IN_TRUTH_REACH))
}

const PEAK = /最好的(?:时候|时期|那年|一年)|巅峰|高峰期/

/** What is asked as it stands today: heads, rights, marks in the register; a day or a place stays what it was. */
const isPresent = (fact: FactDefinition): boolean =>
  fact.type === 'count' || fact.type === 'flag' || fact.type === 'months'

/** Spun out of a university two years ago: how it began, and so it stays. */
const isOfBeginning = (scene: Scene, fact: FactDefinition): boolean => roleOf(scene, fact) === 'spinout'

/** Whether what stands at a place is claimed of this company now. */
export function isClaimed(scene: Scene, fact: FactDefinition, place: number): boolean {
  const clause = clauseOf(scene, place)
  if (!clause || clause.supposed || isForeign(scene, fact, place)) return false
  if (clause.past && !isOfBeginning(scene, fact) && (isPresent(fact) || roleOf(scene, fact) === 'loanBalance'))
    return false
  // 最好的时候做到一个亿，去年只有 5600 万: what once was is no year's that is asked for
  if (fact.type === 'money' && PEAK.test(scene.masked.slice(clause.start, place))) return false
  // 证书明年 11 月到期: what is to come is no plan
  const mayCome = fact.type === 'date' && fact.max !== 'today'
  // 打算押 3 个专利: what may be pledged is a wish, too
  const isOffer = roleOf(scene, fact) === 'pledgeable'
  return isWish(fact) || isOffer || mayCome || !isPlanned(scene, place)
}
