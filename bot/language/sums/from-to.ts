// A sum that changed, told by both ends: 营收从 3000 万涨到 3600 万 is the year before's and the last one's, 贷款从 500 万降到 300 万
// what stood and what stands.
import type { FactDefinition } from '#engine'
import type { Found } from '../scene/found.ts'
import { clauseOf, factFor, roleOf, type Scene, wordsOf } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { inFen, isSum, type Summed } from './sums.ts'

const WISHED = /[想要需]|希望|打算|能不能/
const FROM = /从(?:亏了?|[去前]年的?|原来的?|之前的?|大概|差不多|约)?$/
const TO =
  /^(?:元|块)?(?:左右|多)?[，, ]?(?:一路|直接|一下子?|慢慢|又|就|给|都)?(?:[涨升增提加降掉跌减缩滑干冲砍压][长加高升降落少缩到]?)(?:到|至|成)了?(?:[今去]年的?|现在的?|目前的?|大概|差不多|约|只有)*$/
const SURE = 0.85
/** 三年时间从 500 万做到 2000 万: more than one year lies between. */
const LONG = /[两三四五六七八九十几\d]年|疫情|以前|当初|刚开始|起步/
const NOUN_REACH = 8

/** The money fact whose noun stands right before 从, in the period it is told of. */
function nounBefore(scene: Scene, first: Mention): FactDefinition | undefined {
  const at = scene.masked.lastIndexOf('从', first.start)
  const sign = scene.signs.findLast(each => each.end <= at && at - each.end <= NOUN_REACH)
  if (!sign || clauseOf(scene, sign.start)?.sentence !== clauseOf(scene, first.start)?.sentence) return undefined
  const fact = sign.values.flatMap(value =>
    value.is === 'fact' && value.fact.type === 'money' && suits(value.fact, first) > 0 ? [value.fact] : [],
  )[0]
  // 贷款从 500 万降到 300 万 is owed
  return fact && roleOf(scene, fact) === 'amount' ? factFor(scene, 'loanBalance') : fact
}

/** Both ends of each change, each as the year's it is of; what is used no other reader may take. */
export function readFromTo(scene: Scene, mentions: readonly Mention[]): Summed {
  const found: Found[] = []
  const used = new Set<Mention>()
  for (const [i, first] of mentions.entries()) {
    const last = mentions[i + 1]
    if (!last || !isSum(first) || !isSum(last) || !TO.test(scene.masked.slice(first.end, last.start))) continue
    if (!FROM.test(scene.masked.slice(Math.max(0, first.start - NOUN_REACH), first.start))) continue
    const clause = clauseOf(scene, first.start)
    const fact = nounBefore(scene, first)
    if (!fact || !isTold(clause) || clause.customers) continue
    used.add(first)
    const period = periodAt(scene.periods, scene.clauses, last.start, last.end)
    const isLong = LONG.test(wordsOf(scene, clause).replace(/[今去]年/g, ''))
    const now = inPeriod(scene.lexicon, fact, period)
    used.add(last)
    if (clause.plan || !now || WISHED.test(wordsOf(scene, clause))) continue
    found.push(foundOf(now, last, 'what it became'))
    const before = period?.offset === -1 || !period ? { offset: -2, own: true } : undefined
    const earlier = before && !isLong ? inPeriod(scene.lexicon, fact, before) : undefined
    if (earlier && earlier !== now) found.push(foundOf(earlier, first, 'what it had been'))
  }
  return { found, used }
}

const foundOf = (fact: FactDefinition, sum: Mention, why: string): Found => ({
  fact: fact.id,
  value: inFen([sum], 'low'),
  confidence: SURE,
  approximate: sum.approximate,
  why,
  span: [sum.start, sum.end],
})
