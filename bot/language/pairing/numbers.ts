// The numeric facts of a message: nouns and values paired, moved to the year they speak of, and read in the fact's kind.
import { type FactDefinition, type FactValue, isNumeric, isRange } from '#engine'
import { GRANTED } from '../roles.ts'
import { isAside } from '../scene/aside.ts'
import { isClaimed } from '../scene/claims.ts'
import type { Found, Harvest, UnclearFact } from '../scene/found.ts'
import type { Sign } from '../scene/lexicon.ts'
import { clauseOf, factFor, onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { survivesQuestion } from '../scene/survives-question.ts'
import { readLists } from '../sums/respectively.ts'
import { isJoinedPct } from '../sums/rights-together.ts'
import { addedUp } from '../sums/sums.ts'
import { type Reading, readingOf, withinBounds } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { isNoNoun } from './accounts.ts'
import { destination } from './destination.ts'
import { ownsNoNumber } from './owns-no-number.ts'
import { type Pair, pairUp, spanOf } from './pairing.ts'
import { behindTheirWholes, isBareWhole } from './part-of-whole.ts'
import { isOfAll, withoutPeople } from './whole-words.ts'

export interface NumberReading {
  readonly harvest: Harvest
  /** the pairs that became facts, for the readers of what is left unsaid */
  readonly pairs: readonly (Pair & { readonly fact: FactDefinition })[]
  /** all pairs as they stood, whether claimed of us or not */
  readonly all: readonly Pair[]
  readonly leftover: readonly Mention[]
}

const SURE = 0.97
const WEAK_MAX = 0.84
const APPROXIMATE_MAX = 0.82
const LISTED = 0.75
const QUESTION_LOSS = 0.12
/** Asked about rather than stored. */
const IN_REVIEW = 0.55
const REVIEWED =
  /在审|实审|受理|审查|在申请|申请中|[没未](?:有)?(?:一[个件项])?(?:授权|下证|下来|批下)|pending|none (?:of them |is |are |has been |have been )?granted/
const LOSS = /minus |negative |亏(?!一?点也?没|本?也没)|蚀|赔|倒贴|负(?![责债])|\bloss\b|\blost\b/
const FALL = /降|下滑|减少|[少跌掉缩]了|缩水|萎缩|负增长|declin|fell|fall|drop|down|shrank|decreas|(?<![\d%])-\d/

/** How sure a reading is, by how well noun and value stood together. */
export function confidenceOf(score: number, reading: Reading, weak: boolean, question: boolean): number {
  let confidence = Math.min(SURE, 0.55 + 0.42 * score)
  if (weak) confidence = Math.min(confidence, WEAK_MAX)
  if (reading.is === 'value' && reading.approximate) confidence = Math.min(confidence, APPROXIMATE_MAX)
  return Math.max(0, Math.round((confidence - (question ? QUESTION_LOSS : 0)) * 100) / 100)
}

/** The nouns that may own a number. */
function nounsOf(scene: Scene, mentions: readonly Mention[]): Scene['signs'] {
  const signs = scene.signs.map(sign => withoutPeople(scene, sign))
  return signs.filter(
    (sign, i) =>
      sign.values.some(isNumericSign) &&
      !ownsNoNumber(scene, mentions, sign, signs[i - 1]) &&
      !isJoinedPct(scene, sign) &&
      !isOfAll(scene, sign) &&
      !(sign.end - sign.start === 2 && scene.masked.startsWith('up to ', sign.start)) &&
      !isNoNoun(scene, sign) &&
      !yieldsToAsked(scene, sign),
  )
}

/** Reads all paired numbers; `mentions` are those of the scene that still count (corrections have removed some). */
export function readNumbers(scene: Scene, mentions: readonly Mention[]): NumberReading {
  const anchors = nounsOf(scene, mentions)
  const lists = readLists(scene, mentions)
  const asked = onlyAsked(scene)
  const free = behindTheirWholes(
    scene,
    mentions.filter(each => !lists.used.has(each)),
  )
  const pairs = pairUp({
    text: scene.masked,
    clauses: scene.clauses,
    mentions: free.filter(each => !isBareWhole(scene, each)),
    anchors,
    twins: scene.lexicon.twins,
  })
  const found: Found[] = []
  const unclear: UnclearFact[] = []
  for (const { fact, mention, start } of lists.pairs) {
    const reading = isClaimed(scene, fact, start) ? readingOf(fact, mention, scene.context.today, false) : undefined
    const why = `listed: «${scene.text.slice(mention.start, mention.end)}»`
    if (reading)
      put(
        { fact, reading, confidence: confidenceOf(LISTED, reading, false, false), span: [start, mention.end], why },
        found,
        unclear,
      )
  }
  let applied: Pair | undefined
  const kept: (Pair & { readonly fact: FactDefinition })[] = []
  for (const pair of pairs) {
    if (pair.sign.is === 'decoy') decoyed(scene, pair, unclear)
    else if (pair.fact) {
      const fact = destination(scene, pair, pair.fact)
      if (!fact || !isClaimed(scene, fact, pair.mention.start)) continue
      if (fact === asked && isAside(scene, fact, pair.mention)) continue
      // 去年申请发明 8 件，实用新型 12 件: what follows in the list was applied for too
      if (roleOf(scene, fact) === 'applications') applied = pair
      else if (applied && continues(scene, applied, pair, fact)) {
        applied = pair
        continue
      }
      const reading = signed(scene, pair, fact, readingOf(fact, pair.mention, scene.context.today, false))
      if (!reading) continue
      const weak = pair.sign.is === 'fact' && pair.sign.weak
      const question = clauseOf(scene, pair.mention.start)?.question === true
      if (question && !survivesQuestion(scene, pair, fact, reading)) continue
      kept.push({ ...pair, fact })
      const sure = confidenceOf(pair.score, reading, weak, question)
      const confidence = isInReview(scene, pair, fact) ? Math.min(sure, IN_REVIEW) : sure
      const why = `«${scene.text.slice(pair.anchor.start, pair.anchor.end)}» with «${scene.text.slice(pair.mention.start, pair.mention.end)}»`
      put({ fact, reading, confidence, span: spanOf(pair), why }, found, unclear)
    }
  }
  const paired = new Set(pairs.map(pair => pair.mention))
  return {
    harvest: { found: addedUp(scene, found), unclear },
    pairs: kept,
    all: pairs,
    leftover: free.filter(each => !paired.has(each)),
  }
}

/** 还有 2 件在审: what is under review now is not what was applied for last year, unless 去年 says so. */
function isInReview(scene: Scene, pair: Pair, fact: FactDefinition): boolean {
  const [start, end] = spanOf(pair)
  return (
    roleOf(scene, fact) === 'applications' &&
    REVIEWED.test(scene.masked.slice(start, end + 12)) &&
    periodAt(scene.periods, scene.clauses, pair.mention.start)?.offset !== -1
  )
}

/** Whether a granted right only goes on with a list of applications. */
function continues(scene: Scene, applied: Pair, pair: Pair, fact: FactDefinition): boolean {
  const role = roleOf(scene, fact)
  const between = scene.masked.slice(applied.mention.end, Math.min(pair.anchor.start, pair.mention.start))
  return (
    role !== undefined &&
    GRANTED.has(role) &&
    /^ ?[，,、和及与 ] ?(?:其中|含|包括)? ?$/.test(between) &&
    /[申提递]|报/.test(scene.masked.slice(applied.anchor.start, applied.anchor.end))
  )
}

/** Asked for patents, 总共三十六 counts them and not people; asked for engineers, 5 个全职 are those. */
function yieldsToAsked(scene: Scene, sign: Scene['signs'][number]): boolean {
  const fact = onlyAsked(scene)
  // 总共 40 人，研发占一半
  if (fact?.unit?.zh === '人' && scene.mentions.some(each => each.kind === 'percent')) return false
  const words = scene.masked.slice(sign.start, sign.end)
  const yields =
    (fact?.type === 'count' && /^(?:总共|一共|总数|共|实际|加起来)$/.test(words)) ||
    (fact?.unit?.zh === '人' && /^(?:连我|加上我|算上我|全职|在职|在岗|正式工|正式的)$/.test(words)) ||
    (fact?.type === 'money' && /^(?:还剩|就剩|只剩|一共|总共|实际)$/.test(words)) ||
    // 硬要算 14: asked for heads, a bare number is no money
    (fact?.type === 'count' && isOfMoney(sign) && scene.mentions.every(each => each.kind !== 'money')) ||
    // 执照上是 2016 实际 14 年就干了
    (fact?.type === 'date' && words === '实际')
  return yields && sign.values.every(value => value.is === 'fact' && value.fact.id !== fact?.id)
}

const isOfMoney = ({ values }: Scene['signs'][number]): boolean =>
  values.every(value => value.is === 'fact' && value.fact.type === 'money')

const isNumericSign = (sign: Sign): boolean =>
  sign.is === 'decoy' || (sign.is !== 'option' && isNumeric(sign.fact.type))

export interface Heard {
  readonly fact: FactDefinition
  readonly reading: Reading
  readonly confidence: number
  readonly span: readonly [number, number]
  readonly why: string
}

/** Files one reading under found or unclear. */
export function put(heard: Heard, found: Found[], unclear: UnclearFact[]): void {
  const { fact, reading, confidence, span, why } = heard
  if (reading.is === 'value')
    found.push({ fact: fact.id, value: reading.value, confidence, approximate: reading.approximate, why, span })
  else unclear.push({ fact: fact.id, problem: reading.code, candidates: reading.candidates, span, why })
}

/** 亏了 200 万 is −200 万; 下降 5 % is −5 %. */
function signed(scene: Scene, pair: Pair, fact: FactDefinition, reading: Reading | undefined): Reading | undefined {
  const said = scene.masked.slice(Math.min(pair.anchor.start, pair.mention.start), pair.mention.end)
  const result = reading && signedBy(scene, fact, said, reading)
  return result !== reading && /[没不未]$/.test(scene.masked.slice(0, pair.anchor.start)) ? undefined : result
}

/** The reading with the sign that the words `said` with it give. */
export function signedBy(scene: Scene, fact: FactDefinition, said: string, reading: Reading): Reading {
  const role = roleOf(scene, fact)
  const negative =
    role === 'netProfit'
      ? LOSS.test(said)
      : role === 'growth'
        ? FALL.test(said)
        : role === 'netAssets' && /负的|资不抵债/.test(said)
  if (!negative || reading.is !== 'value') return reading
  return withinBounds(fact, { ...reading, value: negated(reading.value) }, scene.context.today)
}

function negated(value: FactValue): FactValue {
  if (typeof value === 'number') return value > 0 ? -value : value
  return typeof value === 'object' && isRange(value) && value.low >= 0 ? { low: -value.high, high: -value.low } : value
}

/** 开票 3000 万 is not net revenue, 社保 26 人 is not the head count: both are asked about. */
function decoyed(scene: Scene, pair: Pair, unclear: UnclearFact[]): void {
  if (pair.sign.is !== 'decoy' || pair.sign.decoy === 'none') return
  const gross = pair.sign.decoy === 'gross-sales'
  const named = factFor(scene, gross ? 'revenue' : 'headcount')
  const fact = named && inPeriod(scene.lexicon, named, periodAt(scene.periods, scene.clauses, pair.mention.start))
  const reading =
    fact && isClaimed(scene, fact, pair.mention.start)
      ? readingOf(fact, pair.mention, scene.context.today, false)
      : undefined
  if (!fact || !reading) return
  const candidates = reading.is === 'value' ? [reading.value] : reading.candidates
  if (candidates.length === 0) return
  unclear.push({
    fact: fact.id,
    problem: gross ? 'not-net-revenue' : 'social-insurance',
    candidates,
    span: spanOf(pair),
    why: `«${scene.text.slice(pair.anchor.start, pair.anchor.end)}»`,
  })
}
