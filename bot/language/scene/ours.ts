// 隔壁厂去年做了八千万，我们才三千; 行业负债率六成，我们两成五: what is told of others first names what the second number counts,
// and only the second is ours.
import type { Pair } from '../pairing/pairing.ts'
import { type Clause, isTold } from '../text/clauses.ts'
import { suits } from '../values/fit.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { type Assumption, CARRIED } from './assumption.ts'
import { isWish } from './claims.ts'
import { clauseOf, factFor, type Scene, wordsUpTo } from './scene.ts'

const OURS_BEFORE =
  /(?:我们?|咱们?|俺们?|我司|本公司|我家|自己|\b(?:we|ours?(?: (?:own )?(?:company|firm|plant|subsidiary|unit))?|this (?:one|company|firm|subsidiary|plant|entity)))(?:这边|这里|这个|家|公司|子公司|厂|[一-龥]{0,6}的(?:这家|这个)?|独立法人)*(?:呢|就|去年|也|才|就|只|大概|约|有|做了?|是|卖了?|差不多|不过|only|did|made|have|just|are|at| )*$/
const REACH = 20

/** Whether a value was told of others before a clause, in its sentence. */
function isToldOfOthers(scene: Scene, clause: Clause, { start, end }: Mention): boolean {
  const theirs = clauseOf(scene, start)
  if (!theirs || end > clause.start || theirs.sentence !== clause.sentence) return false
  return theirs.others || theirs.customers
}

/** Whether people of others were counted in the clause before, and this number may count ours. */
const isCountOfPeople = (scene: Scene, clause: Clause, mention: Mention): boolean =>
  (mention.kind === 'number' || mention.kind === 'count') &&
  scene.mentions.some(each => isOfPeople(each.measure) && isToldOfOthers(scene, clause, each))

/** 同行去年做三个亿，我们就五千万: a year's sum of others without its noun is what they sold. */
function ofTheirYear(scene: Scene, clause: Clause): Assumption | undefined {
  const revenue = factFor(scene, 'revenue')
  const theirs = scene.mentions.findLast(each => each.kind === 'money' && isToldOfOthers(scene, clause, each))
  const period = theirs && periodAt(scene.periods, scene.clauses, theirs.start, theirs.end)
  const told = theirs && wordsUpTo(scene, theirs.start)
  const isOfSales =
    told !== undefined && /[年](?:能|也|就|都|大概|差不多|约)*(?:做|卖|干|搞)?(?:了|到)?(?:有)?$/.test(told)
  const fact = revenue && period?.own && isOfSales ? inPeriod(scene.lexicon, revenue, period) : undefined
  return fact && [fact, CARRIED, 'ours, after their year']
}

/** Whose value this is, where a like one was just told of others; undefined when none was. */
export function oursAfterTheirs(scene: Scene, pairs: readonly Pair[], mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  if (!isTold(clause)) return undefined
  if (!OURS_BEFORE.test(scene.masked.slice(Math.max(clause.start, mention.start - REACH), mention.start)))
    return undefined
  const theirs = pairs.findLast(
    pair => pair.fact !== undefined && isToldOfOthers(scene, clause, pair.mention) && suits(pair.fact, mention) > 0,
  )
  // 集团有两千人，我们就 86 个
  if (!theirs?.fact && isCountOfPeople(scene, clause, mention))
    return [factFor(scene, 'headcount'), CARRIED, 'our people, after theirs']
  if (!theirs) return mention.kind === 'money' ? ofTheirYear(scene, clause) : undefined
  if (!theirs.fact || isWish(theirs.fact)) return undefined
  const period = periodAt(scene.periods, scene.clauses, theirs.mention.start, theirs.mention.end)
  const fact = inPeriod(scene.lexicon, theirs.fact, period)
  return fact && [fact, CARRIED, 'ours, after theirs']
}
