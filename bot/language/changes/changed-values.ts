// Minds changed in one message, with what changed them told in between: 员工八十，不是，八十是过年前的，走了一拨现在六十六;
// 发明八个，等等我问下，是六个; 前两年 120 人，现在剩 76. The last value takes the place of the first beside its noun; what only
// says how much went or came counts nothing.
import { FEN_PER_WAN } from '#engine'
import type { Sign } from '../scene/lexicon.ts'
import { type Clause, clauseAt } from '../text/clauses.ts'
import type { TrieMatch } from '../text/trie.ts'
import { suits } from '../values/fit.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import { isTime, sameKind } from '../values/repairs.ts'
import {
  AHEAD,
  AT_PEAK,
  BYGONE,
  countsOwn,
  isDecided,
  isEnough,
  isExtra,
  isLeft,
  isLeftOwed,
  isNow,
  isPart,
  isRest,
  isSameYearAnew,
  isWithThose,
  LOST,
  OF_A_YEAR,
  OTHER_EVENT,
  OTHER_TIME,
  PLANNED,
  SOMEBODY,
  turns,
  wasBefore,
  wasMeant,
  wasOnce,
} from './change-words.ts'
import { inPlace } from './replaced.ts'

/** What of a laid-out message is looked at. */
export interface Told {
  readonly masked: string
  readonly clauses: readonly Clause[]
  readonly signs: readonly TrieMatch<Sign>[]
}

const REACH = 64
const BEFORE_REACH = 26
const AFTER_REACH = 16
/** So many values may be told between the first and the one that holds. */
const BETWEEN_MAX = 3
const NOUN_AFTER = 3

const lasts = (each: Mention): boolean => each.kind === 'months' || each.kind === 'days'
const sameSort = (a: Mention, b: Mention): boolean => sameKind(a, b) || (lasts(a) && lasts(b))

/** 两个官司 and 五次 are not one count. */
const countAlike = (a: Mention, b: Mention): boolean =>
  b.measure === '' ||
  b.measure === '个' ||
  b.measure === a.measure ||
  (isOfPeople(a.measure) && isOfPeople(b.measure)) ||
  (/^个?$/.test(a.measure) && /^[件项人名位口号]/.test(b.measure))

/** 八十，不是，八十是过年前的: the same number again; 260 again for 260 万. */
function isSame(a: Mention, b: Mention): boolean {
  return (
    (a.low === b.low && a.high === b.high) ||
    (a.kind === 'money' && b.kind === 'number' && b.low * FEN_PER_WAN === a.low)
  )
}

/** The words of the clause of a value before it, and behind it. */
function leadOf({ masked }: Told, { start }: Mention, from: number): string {
  const said = masked.slice(from, start)
  return said.slice(
    Math.max(...['，', ',', '。', '…', '：', ':', '？', '?', '. '].map(mark => said.lastIndexOf(mark))) + 1,
  )
}
const tailOf = ({ masked }: Told, { end }: Mention): string => masked.slice(end, end + AFTER_REACH)

/** A noun that wants this value for itself stands beside it, and none of the first value's. */
function hasOwnNoun({ masked, clauses, signs }: Told, first: Mention, each: Mention, lead: string): boolean {
  const home = clauseAt(clauses, first.start)
  const beside = signs.filter(sign => clauseAt(clauses, sign.start) === home && sign.start <= first.end + NOUN_AFTER)
  const led = beside.filter(sign => sign.end <= first.start)
  // 发明 6 实用新型 18，实用新型应该是 19: what is named behind a value that has its noun before it is of the next
  const ofFirst = (led.length > 0 ? led : beside).flatMap(sign =>
    sign.values.flatMap(value => (value.is === 'decoy' ? [] : [value.fact.id])),
  )
  return signs.some(sign => {
    const isBefore = sign.start >= each.start - lead.length && sign.end <= each.start
    const isAfter = sign.start >= each.start && sign.end > each.end && sign.start - each.end <= NOUN_AFTER
    if (!isBefore && !(isAfter && !/[，,。；;]/.test(masked.slice(each.end, sign.start)))) return false
    const isClose = first.kind === 'money' && sign.end === each.start
    // 走了一批剩 38 个: of those that are left
    const isLeftOver = /剩下?$/.test(lead)
    return sign.values.some(value =>
      value.is === 'decoy'
        ? !isLeftOver
        : value.is !== 'option' &&
          (isClose || !(value.is === 'fact' && value.weak)) &&
          suits(value.fact, each) > 0.5 &&
          !ofFirst.includes(value.fact.id),
    )
  })
}

/** 去年一个亿，现在想借点过冬，五百万: what is wanted takes no value's place. */
const WANTS = /[想要需](?:再|先|来)?(?:借|贷|融|申请)|(?:借|贷)(?:点|一?笔)|资金缺口/
const APPLIED = /(?:申?报|申请|递交|提交|受理)(?:了|过|的)?$/

type Verdict = 'stop' | 'skip' | 'again' | 'takes'

function judge(told: Told, first: Mention, each: Mention, strayed: boolean): Verdict {
  const between = told.masked.slice(first.end, each.start)
  if (each.start - first.end > REACH) return 'stop'
  if (each.vague || !sameSort(first, each) || isYearWord(told, each)) return 'skip'
  if (strayed && each.kind !== first.kind) return 'stop'
  if (!countAlike(first, each)) return 'stop'
  if (/[。；;!！\n]/.test(between) && !turns(between.slice(between.search(/[。；;!！\n]/) + 1), '', '', '', false))
    return 'stop'
  const lead = leadOf(told, each, first.end)
  const tail = tailOf(told, each)
  const before = told.masked.slice(Math.max(0, first.start - BEFORE_REACH), first.start)
  if (isSame(first, each) && /^[个件人万]?(?:是|那|的时候|包括|含|太|不够|有点|was|is )/.test(tail)) return 'again'
  if (countsOwn(lead) || isPart(lead, tail)) return 'skip'
  if (isRest(between, lead) || isLeftOwed(between, tail, before)) return 'takes'
  if (
    (isExtra(lead) && !isWithThose(between, lead)) ||
    (isTime(each) && OTHER_EVENT.test(tail)) ||
    hasOwnNoun(told, first, each, lead)
  )
    return 'stop'
  const ownWish = /要|想|贷|借|需|缺|need|want|loan/.test(before)
  if ((PLANNED.test(lead) || WANTS.test(between)) && !ownWish) return 'stop'
  // 去年报了 6 件，今年授权 2 件
  if (APPLIED.test(before) && /授权|下证|拿证|批/.test(lead)) return 'stop'
  if (OTHER_TIME.test(lead) || (first.kind === 'money' && OF_A_YEAR.test(lead) && !isSameYearAnew(before, between)))
    return 'stop'
  if (turns(between, before, tail, lead, isTime(first))) return 'takes'
  if ((isDecided(lead, tail) || isEnough(before, tail)) && ownWish) return 'takes'
  return wasOnce(first, before, between, lead) || isLeft(between, lead) || (isNow(lead) && AHEAD.test(before))
    ? 'takes'
    : 'skip'
}

/** 去年, 今年 are no values that change. */
const isYearWord = ({ masked }: Told, { kind, start }: Mention): boolean =>
  kind === 'date' && /^[去前今明后上大本这]/.test(masked.slice(start, start + 1))

/** What went or came, what is only planned and what others have is not what changed. */
function mayChange({ masked, clauses }: Told, { kind, start }: Mention): boolean {
  const clause = clauses[clauseAt(clauses, start)]
  const lead = masked.slice(clause?.start ?? 0, start)
  return (
    (kind === 'percent' || !countsOwn(lead)) &&
    !clause?.others &&
    !clause?.customers &&
    !clause?.supposed &&
    !SOMEBODY.test(lead)
  )
}

/** 原来 45 个，还剩 38: what is left has a reader of its own. */
const PLACELESS = /^个?$/
const isNounless = ({ clauses, signs }: Told, first: Mention): boolean =>
  !signs.some(sign => clauseAt(clauses, sign.start) === clauseAt(clauses, first.start))

/** 高峰期 90 个人, 前年只有 3 个: nothing there speaks of now. */
const isPast = ({ clauses }: Told, { start }: Mention, lead: string): boolean =>
  clauses[clauseAt(clauses, start)]?.past === true || BYGONE.test(lead)

/** The values of a message, each that changed with what it became in its place. */
export function withChanges(told: Told, mentions: readonly Mention[]): readonly Mention[] {
  const kept = [...mentions]
  for (let i = 0; i < kept.length; i += 1) {
    const first = kept[i]
    if (!first || first.vague || first.article || isYearWord(told, first) || !mayChange(told, first)) continue
    let last = 0
    let takes: Mention | undefined
    for (let j = i + 1; j < kept.length && j - i <= BETWEEN_MAX + 1; j += 1) {
      const each = kept[j]
      const strayed = kept.slice(i + 1, j).some(other => other.kind !== 'date' && !sameSort(first, other))
      const verdict = each ? judge(told, first, each, strayed) : 'stop'
      if (verdict === 'stop') break
      if (verdict === 'takes' && each) [last, takes] = [j, each]
      if (takes) break
    }
    if (!takes) continue
    const lead = leadOf(told, first, 0)
    const since = leadOf(told, takes, first.end)
    if (PLACELESS.test(first.measure) && isNounless(told, first) && isNow(since)) {
      kept.splice(i, last - i)
      continue
    }
    const isAhead = AHEAD.test(lead) && !wasMeant(lead)
    if (isAhead || isPast(told, first, lead)) {
      const isPresent = isNow(since, first.kind === 'count')
      if (isPresent) kept.splice(i, last - i + 1, inPlaceOf(first, takes, takes))
      // 前年的收入 is of its year, and may be put right
      if (isPresent || isAhead || first.kind !== 'money' || AT_PEAK.test(lead)) continue
    }
    const between = kept.slice(i + 1, last)
    // 一千八是前年的: it tells another year
    const stays = between.filter(each => LOST.test(tailOf(told, each)))
    const now = wasMeant(lead) && wasBefore(lead) ? takes : inPlaceOf(first, takes)
    kept.splice(i, last - i + 1, now, ...stays)
  }
  return kept
}

/** 66 in the place of 80 人 counts people as well. */
function inPlaceOf(first: Mention, takes: Mention, place = first): Mention {
  const isCount =
    first.kind === 'count' && (takes.kind === 'number' || (takes.kind === 'count' && takes.measure === '个'))
  const counted = isCount ? { kind: first.kind, measure: first.measure, year: undefined } : {}
  return { ...inPlace(first, takes), ...counted, start: place.start, end: place.end }
}
