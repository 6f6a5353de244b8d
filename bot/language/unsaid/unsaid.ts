// Values whose noun was left out: 去年 2300 万，前年 1900 万; 一共 45 人; 借 300 万，一年; or a lone answer to the open question.
import { type FactDefinition, isNumeric } from '#engine'
import { elided } from '../pairing/elided.ts'
import { moneyInEnglish } from '../pairing/english-money.ts'
import { confidenceOf, type NumberReading, put, signedBy } from '../pairing/numbers.ts'
import { isAside } from '../scene/aside.ts'
import { ASSUMED, type Assumption, CARRIED } from '../scene/assumption.ts'
import { isClaimed, isWish } from '../scene/claims.ts'
import type { Found, Harvest, UnclearFact } from '../scene/found.ts'
import { oursAfterTheirs } from '../scene/ours.ts'
import { clauseOf, factFor, onlyAsked, roleOf, type Scene, wordsUpTo } from '../scene/scene.ts'
import { isOfSomethingElse } from '../scene/something-else.ts'
import { asksWhether } from '../scene/survives-question.ts'
import { readingOf, suits } from '../values/fit.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { bareYear } from './bare-year.ts'
import { owed, term, wanted } from './implied-loan.ts'
import { acceptedRate, shareOf } from './implied-share.ts'
import { isNoAnswer, isOfOthers } from './no-answer.ts'
import { exported, otherYear, retold, spentOnResearch } from './told-before.ts'
import { isPartOfKind } from './which-value.ts'

type Findings = { readonly found: Found[]; readonly unclear: UnclearFact[] }

/** How far before a sum 负的 or 亏 may stand. */
const SIGN_REACH = 12
const ANSWERED = 0.95
/** 研发 12 人，销售 5 人，其他 8 人: a part of the people. */
const DEPARTMENT_BEFORE =
  /(?:(?:裁|走|辞|跑|招|流失|减少|新增|新进|离职)了|[一每]班|班组|[白夜晚早]班|测试|运维|管理层|高管|中层|销售|生产|管理|行政|财务|市场|后勤|其他|其余|普工|客服|售后|运营|采购|质检|品控|车间|仓库|工厂|产线|一线|文职|办公室|高工|职称|技师|专家|顾问|院士|外包|兼职|sales|production|admin|support|marketing)(?:人员|员工|团队|部门?|岗|线上?|方面)?(?:大概|大约|约|有|是|的|in|:|：| )*$/
const RESEARCH_BEFORE = /(?:研发|技术)(?:中心|部门?|院|团队|这边|那边)(?:有|共|一共|总共|现有|大概|是)*$/
const DEPARTMENT_REACH = 16
/** Reads what `readNumbers` left over; facts found already are left alone, unless the message corrects itself. */
export function readUnsaid(scene: Scene, numbers: NumberReading, corrected: boolean): Harvest {
  const findings: Findings = { found: [], unclear: [] }
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
    // 营收一千六，更正，去年是两千一百万: told again, and meant so
    if (fact && score !== undefined && (!taken.has(fact.id) || (corrected && fact.type === 'money' && !isWish(fact)))) {
      // 打算再招 15 个人，现在 47 个: what was not claimed leaves room for what is
      if (state(scene, findings, fact, mention, score, false, why ?? '')) taken.add(fact.id)
    }
  }
  return findings
}

/** Files the value as the fact's, where it is claimed and can be read; whether it was. */
function state(
  scene: Scene,
  into: Findings,
  fact: FactDefinition,
  mention: Mention,
  score: number,
  bare: boolean,
  why: string,
): boolean {
  if (!isClaimed(scene, fact, mention.start)) return false
  const plain = readingOf(fact, mention, scene.context.today, bare)
  const said = scene.masked.slice(Math.max(0, mention.start - SIGN_REACH), mention.end)
  const reading = plain && signedBy(scene, fact, said, plain)
  if (!reading) return false
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
  return true
}

/** Values that answer what was asked: exactly one left-over value suits, and it suits one asked fact best. */
function answers(
  scene: Scene,
  leftover: readonly Mention[],
  taken: ReadonlySet<string>,
): readonly (readonly [Mention, FactDefinition])[] {
  const { pending: asked, alsoOpen = [] } = scene.context
  const pending = [...asked, ...alsoOpen].flatMap(id => {
    const fact = scene.lexicon.facts.get(id)
    return fact && isNumeric(fact.type) && !taken.has(id) ? [fact] : []
  })
  const [first, ...others] = pending.filter(fact => !alsoOpen.includes(fact.id))
  // 去年两千六 counts no people
  const isOfAnother = (fact: FactDefinition, each: Mention): boolean =>
    fact.type === 'count' && pending.some(other => isOfItsYear(scene, other, each))
  const used = new Set<Mention>()
  const found: [Mention, FactDefinition][] = []
  for (const fact of pending) {
    const alone = fact === (first ?? pending[0]) && others.length === 0
    const fitting = leftover.filter(
      each =>
        !used.has(each) &&
        suits(fact, each) > (alone || isOfItsYear(scene, fact, each) || isOnlySum(pending, fact, each) ? 0 : 0.7) &&
        !(each.article && leftover.length > 1) &&
        !isPartOfKind(scene, each) &&
        !isAside(scene, fact, each) &&
        !(fact.type === 'count' && leftover.length > 1 && isOfOthers(scene, fact, each)) &&
        !isOfOtherYear(scene, fact, each) &&
        !isOfAnother(fact, each) &&
        !(fact.type === 'date' && isYearOfValue(scene, each, asked.length < 2)) &&
        !(alsoOpen.includes(fact.id) && !standsAlone(scene, each)),
    )
    const rivals = pending.filter(
      other => other !== fact && fitting.some(each => suits(other, each) > 0.7 && !isOfAnother(other, each)),
    )
    const [answer] = fitting
    // with several numbers a lone one cannot be told from the others
    if (!answer || fitting.length > 1 || rivals.length > 0) continue
    if (isNoAnswer(scene, fact, answer)) continue
    used.add(answer)
    found.push([answer, fact])
  }
  return found
}

/** 500 一年 周转: a bare number, where of all that is asked only one thing is a sum and nothing is counted. */
const isOnlySum = (pending: readonly FactDefinition[], fact: FactDefinition, { kind, year }: Mention): boolean =>
  kind === 'number' &&
  year === undefined &&
  fact.type === 'money' &&
  pending.every(other => other === fact || (other.type !== 'money' && other.type !== 'count'))

/** 去年两千六: a bare number of the year whose money is asked for; its unit is asked about. */
function isOfItsYear(scene: Scene, fact: FactDefinition, found: Mention): boolean {
  if (fact.type !== 'money' || found.kind !== 'number' || found.year !== undefined || isWish(fact)) return false
  const period = periodAt(scene.periods, scene.clauses, found.start)
  return period?.own === true && inPeriod(scene.lexicon, fact, period) === fact
}

/** What goes with a year word that tells when a company began: 去年才注册的, 前年底. */
const BEGINNING_BESIDE =
  /^(?:我们|公司|就|是|才|刚|也|大概|应该|年?[底初中末]|[上下]半年|\d{1,2}月份?|成立|注册|开始?|办|创立|搞|做|干|起步|起来|出来|来着|的|了|吧|[，,。.!！ ])*$/

/** 去年两千六百万, 去年不太好，就 1800: the year of a sum or of what else is told, and no day; `alone` where only one thing was asked. */
function isYearOfValue(scene: Scene, found: Mention, alone: boolean): boolean {
  if (found.kind !== 'date' && found.kind !== 'months') return false
  const clause = clauseOf(scene, found.start)
  const isOfMoney = scene.mentions.some(
    each => each.kind === 'money' && each.start >= (clause?.start ?? 0) && each.end <= (clause?.end ?? 0),
  )
  if (isOfMoney || alone || found.kind === 'months' || !/^[去前今上大]/.test(scene.masked.slice(found.start)))
    return isOfMoney
  const rest = wordsUpTo(scene, found.start) + scene.masked.slice(found.end, clause?.end)
  return !BEGINNING_BESIDE.test(rest)
}

/** What may stand beside a value that nobody asked for. */
const NOTHING_BESIDE =
  /^(?:就|还是|大概|差不多|先|最好|吧|左右|期限?|的|用|借|贷|想|要|可以|能|行|够了?|[，,。.!！ ])*$/
/** 一年吧, where the term of the loan was not asked for; 高企 22 年拿的 tells another thing. */
const standsAlone = ({ masked }: Scene, { start, end }: Mention): boolean =>
  NOTHING_BESIDE.test(masked.slice(0, start) + masked.slice(end))

function isOfOtherYear(scene: Scene, fact: FactDefinition, found: Mention): boolean {
  const period = periodAt(scene.periods, scene.clauses, found.start)
  if (period?.own !== true) return false
  return isWish(fact) ? period.offset < 0 : inPeriod(scene.lexicon, fact, period) !== fact
}

/** Asked for researchers: 12人，总共70人. */
function leadsTheWhole(scene: Scene, { start, end, measure, low }: Mention): boolean {
  const asked = onlyAsked(scene)
  if (asked?.unit?.zh !== '人' || roleOf(scene, asked) === 'headcount' || !isOfPeople(measure)) return false
  return (
    /^(?:就|有|大概|差不多|也就)?$/.test(scene.masked.slice(0, start)) &&
    /^[，,。； ]*(?:我们|公司)?(?:总共|一共|总数|总人数|全公司|全厂|公司|合计)/.test(scene.masked.slice(end)) &&
    scene.mentions.some(other => other.start >= end && isOfPeople(other.measure) && other.low > low)
  )
}

function assume(
  scene: Scene,
  numbers: NumberReading,
  mention: Mention,
  taken: ReadonlySet<string>,
): Assumption | undefined {
  if (asksWhether(scene, mention.start)) return undefined
  const carried =
    oursAfterTheirs(scene, numbers.all, mention) ?? elided(scene, numbers, mention) ?? retold(scene, mention)
  if (carried) return carried
  switch (mention.kind) {
    case 'money':
      return mention.foreign !== undefined && /出口|外销|export/.test(scene.masked)
        ? [factFor(scene, 'exports'), CARRIED, 'foreign money beside exports']
        : (otherYear(scene, numbers, mention) ??
            spentOnResearch(scene, mention) ??
            exported(scene, mention) ??
            moneyInEnglish(scene, mention) ??
            owed(scene, mention) ??
            wanted(scene, mention, numbers))
    case 'number':
      return mention.unit === undefined
        ? (bareYear(scene, mention) ?? acceptedRate(scene, mention))
        : otherYear(scene, numbers, mention)
    case 'percent':
      return shareOf(scene, numbers, mention)
    case 'count':
      if (leadsTheWhole(scene, mention)) return [onlyAsked(scene), CARRIED, 'the part that was asked, before the whole']
      // 研发中心二十四人
      if (isOfPeople(mention.measure) && !mention.article && RESEARCH_BEFORE.test(scene.masked.slice(0, mention.start)))
        return [factFor(scene, 'techStaff'), CARRIED, 'people of the department of research']
      return isOfPeople(mention.measure) &&
        !mention.article &&
        !isOfSomethingElse(scene, mention, 'headcount') &&
        !DEPARTMENT_BEFORE.test(scene.masked.slice(Math.max(0, mention.start - DEPARTMENT_REACH), mention.start)) &&
        !/^(?:一起)?(?:合伙|合开|持股|出资)/.test(scene.masked.slice(mention.end)) &&
        !taken.has(factFor(scene, 'headcount')?.id ?? '')
        ? [factFor(scene, 'headcount'), ASSUMED, 'a number of people']
        : undefined
    case 'months':
      return term(scene, numbers, mention)
    case 'date':
      return bareYear(scene, mention)
    default:
      return undefined
  }
}
