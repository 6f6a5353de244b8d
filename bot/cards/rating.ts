// A rating for its owner: total or range, grade, sub-scores, the few reasons, what is still open, and how sure it is.
import {
  declaredAndVerified,
  gradesUnlessKnockedOut,
  illustrativeOf,
  isIllustrative,
  limitOf,
  type Rating,
  type Reason,
  reasonsOf,
  type ScoreRange,
  UNITS_PER_POINT,
  verifiedOnly,
} from '#engine'
import { showAmount } from '#matching'
import { type Card, field, head, item, type Line, text } from '../card.ts'
import { press } from '../press.ts'
import { findingText, ownText, points, reachedText, type Showing, sourceText, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { wayUpLines } from './way-up.ts'

type Speaking = Showing & Pick<Turn, 't' | 'w' | 'comma' | 'reading'>

const REACHABLE_SHOWN = 4
/** A score range wider than this part of the full score is too early to grade. */
const TOO_WIDE = 0.6

/** Says so beside what rests on made-up figures. */
const marked = (turn: Pick<Turn, 't'>, what: string, illustrative: boolean): string =>
  illustrative ? turn.t('rating.illustrative', { what }) : what

const openKnockouts = (rating: Rating) =>
  rating.knockedOut.is === 'open' ? rating.knockouts.filter(one => one.verdict.is === 'open') : []

/** The points to show: a knockout that is still open is named beside them instead of making the range useless. */
const shownScore = (rating: Rating): ScoreRange => (openKnockouts(rating).length > 0 ? rating.earned : rating.score)

/** A range that says nearly nothing is said so, not printed as if it were a result. */
export function tooEarly(rating: Rating): boolean {
  const { low, high } = shownScore(rating)
  const full = rating.dimensions.reduce((sum, one) => sum + one.max, 0)
  return high - low > TOO_WIDE * full
}

/** "82–90 分 · A/B 级 · 壮大期". A knockout that is still open is named beside the points it would take away. */
export function ratingLine(turn: Speaking, rating: Rating): string {
  const shown = points(shownScore(rating))
  if (tooEarly(rating)) return turn.t('rating.too-early', { points: shown })
  const parts = [turn.t('rating.score', { points: shown })]
  if (rating.model.grades) {
    const grades = gradesUnlessKnockedOut(rating)
      .map(grade => turn.w(grade.title))
      .join(' / ')
    parts.push(marked(turn, grades, illustrativeOf(rating).grades))
  }
  if (rating.stages.length === 1 && rating.stages[0]) parts.push(turn.w(rating.stages[0].title))
  if (rating.model.pass) parts.push(turn.t(`rating.pass.${rating.passes.is}`))
  const [first] = openKnockouts(rating)
  return first
    ? turn.t('rating.unless', { line: parts.join(' · '), what: turn.w(first.knockout.title) })
    : parts.join(' · ')
}

/** The same in short, where it stands beside a newer one: too early to grade is said once. */
export const ratingShort = (turn: Speaking, rating: Rating): string =>
  tooEarly(rating) ? turn.t('rating.score', { points: points(shownScore(rating)) }) : ratingLine(turn, rating)

function partText(turn: Speaking, partial: Rating['partials'][number]): string {
  const name = turn.w(partial.characteristic.title)
  const reached = reachedText(turn, partial)
  const own =
    partial.own && partial.expression ? ownText(turn, { own: partial.own, test: ownTest(partial) }) : undefined
  const detail = [own, reached].filter(Boolean).join('，')
  const part = turn.t('rating.part', { name, points: points(partial), max: String(partial.max / UNITS_PER_POINT) })
  const shown = marked(turn, part, isIllustrative(partial.source))
  return detail ? turn.t('rating.part-detail', { part: shown, detail }) : shown
}

/** A partial score's own value, shown like a tested one. */
function ownTest(partial: Rating['partials'][number]) {
  const { expression } = partial
  if (!expression) throw new Error('only a measured characteristic has an own value to show')
  return {
    is: 'test' as const,
    subject: { kind: 'quantity' as const, expression },
    limit: { op: 'atLeast' as const, value: 0 },
    title: expression.title,
    kind: expression.kind,
    facts: expression.facts,
  }
}

function reasonLine(turn: Speaking, reason: Reason): Line {
  if (reason.kind === 'knockout') return item(turn.w(reason.knockout.title), sourceText(reason.knockout.source))
  const values = { what: partText(turn, reason.partial), points: String(reason.points / UNITS_PER_POINT) }
  return item(turn.t(`reason.${reason.kind}`, values))
}

function gateLines(turn: Speaking, rating: Rating): Line[] {
  if (!rating.model.pass || rating.passes.is !== 'no') return []
  return rating.passes.findings
    .slice(0, REACHABLE_SHOWN)
    .map(finding => item(findingText(turn, finding), finding.test.source && sourceText(finding.test.source)))
}

const anyVerified = ({ reading }: Speaking): boolean => Object.keys(verifiedOnly(reading.dossier)).length > 0

/** The same score from verified answers alone. */
function verifiedLines(turn: Speaking, { model }: Rating): Line[] {
  const both = anyVerified(turn) ? declaredAndVerified(turn.reading, model.id) : undefined
  return both ? [text(turn.t('rating.verified', { line: ratingLine(turn, both.verified) }))] : []
}

/** What the grades still possible may open; an early range opens nothing that could be told. */
function limitLines(turn: Speaking, rating: Rating): Line[] {
  const limit = tooEarly(rating) ? undefined : limitOf(rating)
  if (!limit || (limit.from === undefined && limit.to === undefined)) return []
  const amount = showAmount({ low: limit.from, high: limit.to, steps: [] }, turn.language)
  return [text(turn.t('rating.limit', { amount: marked(turn, amount, limit.illustrative) }))]
}

/** The short form: line, sub-scores, at most four reasons, the way up, and which facts are still missing. */
export function ratingLines(turn: Speaking, rating: Rating): Line[] {
  const lines: Line[] = [
    head(turn.w(rating.model.title)),
    text(ratingLine(turn, rating)),
    ...verifiedLines(turn, rating),
    ...limitLines(turn, rating),
  ]
  if (rating.knockedOut.is !== 'yes')
    lines.push(
      ...rating.dimensions.map(one =>
        field(turn.w(one.dimension.title), `${points(one)} / ${one.max / UNITS_PER_POINT}`),
      ),
    )
  lines.push(...reasonsOf(rating).map(reason => reasonLine(turn, reason)), ...gateLines(turn, rating))
  if (!tooEarly(rating)) lines.push(...wayUpLines(turn, rating))
  if (rating.lacks.length > 0 && rating.knockedOut.is !== 'yes')
    lines.push(
      text(
        turn.t('rating.open', {
          facts: rating.lacks
            .map(fact => title(turn, fact))
            .slice(0, REACHABLE_SHOWN)
            .join(turn.comma),
          count: rating.lacks.length,
        }),
      ),
    )
  return lines
}

/** Every rating of the script, in one card. */
export function ratingCard(turn: Speaking, ratings: readonly Rating[]): Card {
  const illustrative = ratings.some(rating => illustrativeOf(rating).any)
  return {
    title: turn.t('rating.title'),
    lines: [
      ...ratings.flatMap(rating => ratingLines(turn, rating)),
      ...(ratings.length === 0 || anyVerified(turn) ? [] : [text(turn.t('rating.declared-only'))]),
    ],
    buttons: [
      ratings.map(rating => ({
        text: turn.t('button.rating-detail', { name: turn.w(rating.model.title) }),
        press: press('sc', rating.model.id),
      })),
    ],
    note: turn.t(illustrative ? 'rating.note-illustrative' : 'rating.note'),
  }
}

/** The whole calculation of one rating, with its sources. */
export function ratingDetail(turn: Speaking, rating: Rating): Card {
  const lines: Line[] = [text(turn.w(rating.model.summary)), text(ratingLine(turn, rating))]
  for (const { dimension, ...score } of rating.dimensions) {
    lines.push(head(`${turn.w(dimension.title)} ${points(score)} / ${score.max / UNITS_PER_POINT}`))
    for (const partial of rating.partials.filter(one => one.characteristic.dimension === dimension.id))
      lines.push(item(partText(turn, partial), sourceText(partial.characteristic.source)))
  }
  for (const { knockout, verdict } of rating.knockouts)
    lines.push(item(turn.t(`knockout.${verdict.is}`, { what: turn.w(knockout.title) }), sourceText(knockout.source)))
  return {
    title: turn.w(rating.model.title),
    lines,
    note: turn.t('rating.version', { version: rating.model.version, source: sourceText(rating.model.source) }),
  }
}
