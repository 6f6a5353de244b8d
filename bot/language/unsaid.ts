// Values whose noun was left out: 去年 2300 万，前年 1900 万; 一共 45 人; 借 300 万，一年; or a lone answer to the open question.
import { type FactDefinition, isNumeric } from '#engine'
import { ASSUMED, type Assumption, CARRIED } from './assumption.ts'
import { isClaimed, isWish } from './claims.ts'
import { isOfSomethingElse } from './destination.ts'
import { elided } from './elided.ts'
import { readingOf, suits } from './fit.ts'
import type { FoundFact, Harvest, UnclearFact } from './found.ts'
import { owed, term, wanted } from './implied-loan.ts'
import { shareOf } from './implied-share.ts'
import type { Mention } from './mention.ts'
import { confidenceOf, type NumberReading, put, signedBy } from './numbers.ts'
import { inPeriod, periodAt } from './periods.ts'
import type { Role } from './roles.ts'
import { clauseOf, factFor, roleOf, type Scene } from './scene.ts'

type Findings = { readonly found: Omit<FoundFact, 'correction'>[]; readonly unclear: UnclearFact[] }

/** How far before a sum 负的 or 亏 may stand. */
const SIGN_REACH = 12
const ANSWERED = 0.95
/** A clause of a year, a sum and these leaves the noun out; any other noun owns the sum. */
const SMALL_WORDS =
  /单位(?:都|均|全)?是?|都是?|我们|公司|大前年|前年|去年|上年|今年|全年|年度?|大概|大约|差不多|估计|左右|上下|约|一共|总共|也就|做到?了?|卖了?|达到|完成|是|有|就|才|也|还|的|了|到|那|\d+|last year|the year before(?: last)?|\b(?:in|about|around|it|was|were|we|did|made|had|and|fy|rmb|yuan)\b|[^一-龥a-z]/g
const OTHER_WORDS_MAX = 2
/** 年会花了 8 万 is no revenue. */
const SPENT = /[花付买租罚赔欠]|交了|spent|paid|bought/

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
  const plain = readingOf(fact, mention, scene.context.today, bare)
  const said = scene.masked.slice(Math.max(0, mention.start - SIGN_REACH), mention.end)
  const reading = plain && signedBy(scene, fact, said, plain)
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
    if (isNoAnswer(scene, fact, first)) continue
    const period = periodAt(scene.periods, scene.clauses, first.start)
    if (period?.own && inPeriod(scene.lexicon, fact, period) !== fact) continue
    used.add(first)
    found.push([first, fact])
  }
  return found
}

/** 先告诉我 500 万能不能批 asks; 去年十一月才拿的证 is no day of expiry; 一百来万，哦是一个月 is no year's. */
export function isNoAnswer(scene: Scene, fact: FactDefinition, found: Mention): boolean {
  const clause = clauseOf(scene, found.start)
  if (clause?.question && !isWish(fact)) return true
  if (roleOf(scene, fact) === 'titleUntil' && found.high < scene.context.today) return true
  return fact.type === 'money' && !isWish(fact) && PART_OF_YEAR.test(scene.masked.slice(found.end, found.end + 16))
}

/** Said behind a sum: so much in a month or a quarter. */
const PART_OF_YEAR =
  /^[^。；;\d]{0,4}(?:一个?月|每个?月|月均|一个?季度|每季度)|^[^.;\d]{0,8}(?:\b(?:a|per|each|every) (?:month|quarter)\b|monthly|quarterly)/i

function assume(
  scene: Scene,
  numbers: NumberReading,
  mention: Mention,
  taken: ReadonlySet<string>,
): Assumption | undefined {
  const carried = elided(scene, numbers, mention)
  if (carried) return carried
  switch (mention.kind) {
    case 'money':
      return mention.foreign !== undefined && /出口|外销|export/.test(scene.masked)
        ? [factFor(scene, 'exports'), CARRIED, 'foreign money beside exports']
        : (otherYear(scene, numbers, mention) ?? owed(scene, mention) ?? wanted(scene, mention))
    case 'number':
      return mention.unit === undefined ? undefined : otherYear(scene, numbers, mention)
    case 'percent':
      return shareOf(scene, numbers, mention)
    case 'count':
      return /人$|名|people|staff|employees|person/.test(mention.measure) &&
        !mention.article &&
        !isOfSomethingElse(scene, mention, 'headcount') &&
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
  const period = periodAt(scene.periods, scene.clauses, mention.start, mention.end)
  if (!period?.own || period.offset > -1) return undefined
  const money = numbers.pairs.filter(pair => pair.fact.type === 'money' && pair.mention.start < mention.start)
  const before = money.findLast(pair => inPeriod(scene.lexicon, pair.fact, period))
  const revenue = factFor(scene, 'revenue')
  const role = lastTopic(scene, mention.start)
  const abroad = role === 'exporter' ? factFor(scene, 'exports') : undefined
  const ofRevenue = role === 'revenue' || role === 'growth'
  if (!abroad && !before && !ofRevenue && !isBare(scene, mention)) return undefined
  const base = abroad ?? before?.fact ?? revenue
  const fact = base && inPeriod(scene.lexicon, base, period)
  return fact && [fact, before || abroad ? CARRIED : ASSUMED, 'a year without its noun']
}

/** 去年 2300 万: a clause that names a year and a sum and hardly anything else. */
function isBare(scene: Scene, mention: Mention): boolean {
  const clause = clauseOf(scene, mention.start)
  if (!clause) return false
  let words = ''
  let at = clause.start
  for (const { start, end } of scene.mentions.filter(each => each.start >= at && each.end <= clause.end)) {
    words += scene.masked.slice(at, start)
    at = end
  }
  words += scene.masked.slice(at, clause.end)
  if (SPENT.test(words)) return false
  return words.replace(SMALL_WORDS, '').length <= OTHER_WORDS_MAX
}

/** The role of the noun last named in the sentence before a place. */
function lastTopic(scene: Scene, place: number): Role | undefined {
  const sentence = clauseOf(scene, place)?.sentence
  const sign = scene.signs.findLast(each => each.end <= place && clauseOf(scene, each.start)?.sentence === sentence)
  const fact = sign?.values.flatMap(value => (value.is === 'fact' ? [value.fact] : []))[0]
  return fact && roleOf(scene, fact)
}
