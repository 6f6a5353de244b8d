// Values whose noun was left out: 去年 2300 万，前年 1900 万; 一共 45 人; 借 300 万，一年; or a lone answer to the open question.
import { type FactDefinition, isNumeric } from '#engine'
import { isClaimed } from './claims.ts'
import { clauseAt } from './clauses.ts'
import { readingOf, suits } from './fit.ts'
import type { FoundFact, Harvest, UnclearFact } from './found.ts'
import type { Mention } from './mention.ts'
import { confidenceOf, type NumberReading, put } from './numbers.ts'
import { inPeriod, periodAt } from './periods.ts'
import type { Role } from './roles.ts'
import { clauseOf, factFor, roleOf, type Scene } from './scene.ts'

type Findings = { readonly found: Omit<FoundFact, 'correction'>[]; readonly unclear: UnclearFact[] }

const CARRIED = 0.6
const ASSUMED = 0.45
const SHARED = 0.7
const ANSWERED = 0.95
const SHARE_OF_REVENUE =
  /占[^，。；,;]{0,6}(?:收入|营收|营业额|销售额|销售)的?(?:比例|比重)?(?:是|为|约|大概|差不多)?$|of (?:our |the |total )?(?:revenue|sales|turnover)/
const TOPICS: readonly (readonly [RegExp, Role])[] = [
  [/研发|r&d/g, 'intensity'],
  [/高新|high-tech/g, 'hightechShare'],
  [/主营|主业|main business/g, 'mainShare'],
]
const TOPIC_REACH = 80
const NOT_A_TERM =
  /流水|营收|收入|产值|税|利润|销售|赚|出口|成立|经验|历史|年限|干了|做了|开了|办了|注册|合作|质保|账期|\bago\b|experience/

/** Reads what `readNumbers` left over. `taken` facts have been found already and are left alone. */
export function readUnsaid(scene: Scene, numbers: NumberReading): Harvest {
  const findings: Findings = { found: [], unclear: [] }
  const rest: Mention[] = []
  const taken = new Set<string>(
    [...numbers.harvest.found, ...numbers.harvest.unclear.filter(each => each.problem !== 'social-insurance')].map(
      each => each.fact,
    ),
  )
  const asked = new Set<Mention>()
  for (const [mention, fact] of answers(scene, numbers.leftover, taken)) {
    asked.add(mention)
    state(scene, findings, fact, mention, ANSWERED, true, 'answers the open question')
    taken.add(fact.id)
  }
  for (const mention of numbers.leftover) {
    if (asked.has(mention)) continue
    const [fact, score, why] = assume(scene, numbers, mention, taken) ?? []
    if (fact && score !== undefined && !taken.has(fact.id)) {
      state(scene, findings, fact, mention, score, false, why ?? '')
      taken.add(fact.id)
    } else rest.push(mention)
  }
  return findings
}

function state(
  scene: Scene,
  into: Findings,
  fact: FactDefinition,
  mention: Mention,
  score: number,
  bare: boolean,
  why: string,
): void {
  if (!isClaimed(scene, fact, mention.start)) return
  const reading = readingOf(fact, mention, scene.context.today, bare)
  if (!reading) return
  const confidence = confidenceOf(score, reading, false, false)
  put(
    {
      fact,
      reading,
      confidence,
      span: [mention.start, mention.end],
      why: `${why}: «${scene.text.slice(mention.start, mention.end)}»`,
    },
    into.found,
    into.unclear,
  )
}

/** Values that answer what was asked: exactly one left-over value suits, and it suits one asked fact best. */
function answers(
  scene: Scene,
  leftover: readonly Mention[],
  taken: ReadonlySet<string>,
): readonly (readonly [Mention, FactDefinition])[] {
  const pending = scene.context.pending.flatMap(id => {
    const fact = scene.lexicon.facts.get(id)
    return fact && isNumeric(fact.type) && !taken.has(id) ? [fact] : []
  })
  const used = new Set<Mention>()
  const found: [Mention, FactDefinition][] = []
  for (const fact of pending) {
    const alone = pending.length === 1
    const fitting = leftover.filter(
      each => !used.has(each) && suits(fact, each) > (alone ? 0 : 0.7) && !(each.article && leftover.length > 1),
    )
    const rivals = pending.filter(other => other !== fact && fitting.some(each => suits(other, each) > 0.7))
    const [first] = fitting
    // with several numbers a lone one cannot be told from the others
    if (!first || fitting.length > 1 || rivals.length > 0) continue
    const period = periodAt(scene.periods, scene.clauses, first.start)
    if (period?.own && inPeriod(scene.lexicon, fact, period) !== fact) continue
    used.add(first)
    found.push([first, fact])
  }
  return found
}

type Assumption = readonly [fact: FactDefinition | undefined, score: number, why: string]

function assume(
  scene: Scene,
  numbers: NumberReading,
  mention: Mention,
  taken: ReadonlySet<string>,
): Assumption | undefined {
  switch (mention.kind) {
    case 'money':
      return mention.foreign !== undefined && /出口|外销|export/.test(scene.masked)
        ? [factFor(scene, 'exports'), CARRIED, 'foreign money beside exports']
        : (otherYear(scene, numbers, mention) ?? owed(scene, mention) ?? wanted(scene, mention))
    case 'number':
      return mention.unit === undefined ? undefined : otherYear(scene, numbers, mention)
    case 'percent':
      return shareOf(scene, mention)
    case 'count':
      return /人$|名|people|staff|employees|person/.test(mention.measure) &&
        !mention.article &&
        !taken.has(factFor(scene, 'headcount')?.id ?? '')
        ? [factFor(scene, 'headcount'), ASSUMED, 'a number of people']
        : undefined
    case 'months':
      return term(scene, numbers, mention)
    default:
      return undefined
  }
}

/** 前年 1500 万，去年 2300 万: the noun of the number before, in another year; without any noun it is revenue. */
function otherYear(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const period = periodAt(scene.periods, scene.clauses, mention.start)
  if (!period?.own || period.offset > -1) return undefined
  const money = numbers.pairs.filter(pair => pair.fact.type === 'money' && pair.mention.start < mention.start)
  const before = money.findLast(pair => inPeriod(scene.lexicon, pair.fact, period))
  const revenue = factFor(scene, 'revenue')
  const base = before?.fact ?? revenue
  const fact = base && inPeriod(scene.lexicon, base, period)
  return fact && [fact, before ? CARRIED : ASSUMED, 'a year without its noun']
}

/** 农商行有两笔，一共 430 万，都正常还款: a loan, though the word is not said. */
function owed(scene: Scene, mention: Mention): Assumption | undefined {
  const index = clauseAt(scene.clauses, mention.start)
  const near = scene.clauses
    .slice(Math.max(0, index - 1), index + 2)
    .filter(clause => clause.sentence === scene.clauses[index]?.sentence)
  const words = scene.masked.slice(near[0]?.start ?? 0, near.at(-1)?.end ?? 0)
  const isLoan = /(?:[工农中建交招商]行|银行|信用社)/.test(words) && /还款|还着|在还|逾期|还清|笔/.test(words)
  return isLoan && !/[想要需]|申请/.test(words)
    ? [factFor(scene, 'loanBalance'), CARRIED, 'money owed to a bank']
    : undefined
}

/** 打算把经营贷置换掉，大概 400 万: what is wanted, in the clause after the wish. */
function wanted(scene: Scene, mention: Mention): Assumption | undefined {
  // 差 150 万: too short a word to be searched for, since 差不多 begins with it
  if (/(?<![相误时偏])差个?$/.test(scene.masked.slice(Math.max(0, mention.start - 3), mention.start)))
    return [factFor(scene, 'amount'), CARRIED, 'the sum that lacks']
  const index = clauseAt(scene.clauses, mention.start)
  const [before, own] = [scene.clauses[index - 1], scene.clauses[index]]
  if (!own || before?.sentence !== own.sentence || own.start + 4 < mention.start) return undefined
  const words = scene.masked.slice(before.start, before.end)
  return /想|打算|需要|准备|希望/.test(words) && /贷|借|融资|缺口|资金|周转/.test(words)
    ? [factFor(scene, 'amount'), ASSUMED, 'a sum after a wish']
    : undefined
}

/** A share of revenue, or the interest that is hoped for. */
function shareOf(scene: Scene, mention: Mention): Assumption | undefined {
  const role = shareTopic(scene, mention) ?? (isRate(scene, mention) ? 'rate' : undefined)
  return role && [factFor(scene, role), SHARED, 'a share']
}

/** 占销售额的 12 %: of what, the words before it say. */
function shareTopic(scene: Scene, mention: Mention): Role | undefined {
  const before = scene.masked.slice(Math.max(0, mention.start - TOPIC_REACH), mention.start)
  const around = `${before.slice(-16)}${scene.masked.slice(mention.end, mention.end + 20)}`
  if (!SHARE_OF_REVENUE.test(before) && !SHARE_OF_REVENUE.test(around)) return undefined
  let nearest: Role | undefined
  let place = -1
  for (const [pattern, fact] of TOPICS) {
    for (const match of before.matchAll(pattern)) if (match.index > place) [nearest, place] = [fact, match.index]
  }
  return nearest
}

/** 贷款最好 5% 以下: what it may cost. */
function isRate(scene: Scene, mention: Mention): boolean {
  // 现在 4.35%，想降到 3.5%
  if (/[降压]到$/.test(scene.masked.slice(0, mention.start)) && /利率|利息|年化/.test(scene.masked)) return true
  const clause = clauseOf(scene, mention.start)
  const words = clause ? scene.masked.slice(clause.start, clause.end) : ''
  return (
    /贷|借|利|息|年化|成本|loan|interest/.test(words) &&
    (mention.bound === 'most' || mention.bound === 'under' || /最好|能接受|控制在/.test(words))
  )
}

/** A time beside a wanted sum is how long it is wanted. */
function term(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  const wanted = numbers.pairs.some(pair => roleOf(scene, pair.fact) === 'amount')
  if (!clause || !wanted || NOT_A_TERM.test(scene.masked.slice(clause.start, clause.end))) return undefined
  return [factFor(scene, 'term'), CARRIED, 'a time beside the wanted sum']
}
