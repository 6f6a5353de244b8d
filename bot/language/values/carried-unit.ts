// 去年 3200 万，前年 2800: people tell the unit once, and the sum of the next year is told in the same. A bare number beside a
// year takes the unit of a sum in its sentence where only one unit keeps the two years near each other.
import { FEN_PER_WAN, FEN_PER_YUAN } from '#engine'
import { type Clause, clauseAt } from '../text/clauses.ts'
import type { Mention } from './mention.ts'
import type { Period } from './periods.ts'

const FEN_PER_MILLION = FEN_PER_YUAN * 1_000_000
const FEN_PER_YI = FEN_PER_WAN * 10_000
/** Sales of two years may lie this far apart and still be told in one unit. */
const APART_MAX = 5
const GAP_MAX = 14
/** 24年, 2024年度 */
const YEAR_HERE = /^(?:20)?\d{2}年?度?/
const YEAR_LENGTH = 6
/** A sum with more numbers in between speaks of something else. */
const NEAR_MAX = 2
/** Between a year and its number: 前年是三千六, 前年营收大概 2800. */
const YEAR_THEN =
  /^(?:的|全年|营收|营业收入|营业额|收入|销售额|销售|流水|净?利润|研发费用?|研发|投了?|花了?|做了?|卖了?|做到|有|是|嘛|呢|啊|大概|大约|差不多|估计|约|才|就|只有|也|那年|实际上?|最后|最终|结果|真正|revenue|sales|about|around|was|were|it|we|did|had|made|[ ，,：:])*$/
/** 一千六是前年的, 16 was the year before. */
const THEN_YEAR = /^ ?(?:是|was|in|for|the)? ?$/

/** The mentions of a text, those beside a year with the unit that another year's sum states. */
export function withCarriedUnits(
  text: string,
  mentions: readonly Mention[],
  periods: readonly Period[],
  clauses: readonly Clause[],
): readonly Mention[] {
  const listed = withRemainders(text, withListUnits(text, mentions))
  return besideYears(text, listed, periods, clauses)
}

/** 一百六十万还剩七十没还: so much of the sum is left, told in its unit; what it was of is owed no more. */
const LEFT_BETWEEN =
  /^的?(?:贷款|借款|老贷款)?[，, ]?(?:现在|目前|到现在)?(?:还|就|只|就只)(?:剩下?|欠|欠着)(?:了|有|大概|差不多|约)?$/

function withRemainders(text: string, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((each, i) => {
    const whole = mentions[i - 1]
    const isLeft =
      whole?.kind === 'money' &&
      whole.foreign === undefined &&
      isBare(each) &&
      LEFT_BETWEEN.test(text.slice(whole.end, each.start)) &&
      /万/.test(text.slice(whole.start, whole.end)) &&
      each.high * FEN_PER_WAN < whole.low
    return isLeft ? { ...each, unit: FEN_PER_WAN } : each
  })
}

const LISTED = /^[、/]$|^ ?[和与及] ?$/

/** 1850、2210、2760 万元: the unit that stands behind the last holds for all of the list. */
function withListUnits(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const made: Mention[] = []
  for (const each of mentions.toReversed()) {
    const next = made.at(-1)
    const isListed = next !== undefined && isBare(each) && LISTED.test(text.slice(each.end, next.start))
    const unit = !isListed
      ? undefined
      : (next.unit ?? (next.kind === 'money' && next.foreign === undefined ? unitOf(text, next, each) : undefined))
    made.push(unit === undefined ? each : { ...each, unit })
  }
  return made.toReversed()
}

function besideYears(
  text: string,
  mentions: readonly Mention[],
  periods: readonly Period[],
  clauses: readonly Clause[],
): readonly Mention[] {
  const bare = mentions.filter(each => isBare(each) && isBesideYear(text, each, periods))
  if (bare.length === 0) return mentions
  return mentions.map(each => {
    if (!bare.includes(each)) return each
    const sentence = clauses[clauseAt(clauses, each.start)]?.sentence
    const sums = mentions.filter(
      other =>
        other.kind === 'money' &&
        other.foreign === undefined &&
        !other.vague &&
        clauses[clauseAt(clauses, other.start)]?.sentence === sentence,
    )
    const nearest = sums.findLast(other => other.end <= each.start) ?? sums.find(other => other.start >= each.end)
    const isNear = nearest !== undefined && sumsBetween(mentions, nearest, each) <= NEAR_MAX
    const unit = isNear ? unitOf(text, nearest, each) : undefined
    return unit === undefined ? each : { ...each, unit }
  })
}

/** How many sums and numbers stand between two. */
const sumsBetween = (mentions: readonly Mention[], a: Mention, b: Mention): number =>
  mentions.filter(
    ({ kind, start }) =>
      (kind === 'money' || kind === 'number') &&
      start > Math.min(a.start, b.start) &&
      start < Math.max(a.start, b.start),
  ).length

const isBare = (found: Mention): boolean =>
  found.kind === 'number' && found.unit === undefined && found.year === undefined && !found.vague && found.low > 0

function isBesideYear(text: string, { start, end }: Mention, periods: readonly Period[]): boolean {
  return periods.some(period => {
    const from =
      period.end ?? period.at + (YEAR_HERE.exec(text.slice(period.at, period.at + YEAR_LENGTH))?.[0].length ?? 0)
    if (from <= start && start - from <= GAP_MAX) return YEAR_THEN.test(text.slice(from, start))
    return period.at >= end && period.at - end <= GAP_MAX && THEN_YEAR.test(text.slice(end, period.at))
  })
}

/** The one unit, of those that the sum's own words allow, that brings the number near the sum. */
function unitOf(text: string, sum: Mention, bare: Mention): number | undefined {
  const words = text.slice(sum.start, sum.end)
  const units = /million|mn|\dm\b| m\b/.test(words)
    ? [FEN_PER_MILLION]
    : /亿/.test(words)
      ? [FEN_PER_YI, FEN_PER_WAN]
      : /万|w/.test(words)
        ? [FEN_PER_WAN]
        : []
  const near = units.filter(unit => {
    const ratio = (bare.high * unit) / Math.max(1, Math.abs(sum.high))
    return ratio >= 1 / APART_MAX && ratio <= APART_MAX
  })
  return near.length === 1 ? near[0] : undefined
}
