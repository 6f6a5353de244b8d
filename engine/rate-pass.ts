// Who passes: the gates, and then a direct pass or enough points, blocks and characteristics. Every threshold on points is
// explained like any other test.
import type { FactId } from './fact.ts'
import { combineVerdicts, type Finding, judge, type Verdict } from './judge.ts'
import type { Pass, RatingModel } from './model.ts'
import type { EarnedPoints } from './rate-stages.ts'
import type { GradeVerdict, Rating, ScoreRange } from './rating.ts'
import type { Reading } from './reading.ts'
import { joinLacks, NO_LACKS, range, type Value } from './value.ts'
import type { Words } from './words.ts'

const TOTAL: Words = { zh: '总分', en: 'Total score' }

/** A threshold on points, explained like any other test. */
function threshold(
  model: RatingModel,
  title: Words,
  score: ScoreRange,
  limit: number,
  above: boolean,
  lacks: readonly FactId[],
): Verdict {
  const reached = (points: number) => (above ? points > limit : points >= limit)
  const is = reached(score.low) ? 'yes' : reached(score.high) ? 'open' : 'no'
  const own: Value = range(score.low, score.high, lacks)
  const finding: Finding = {
    test: {
      is: 'test',
      subject: { kind: 'score', model: model.id },
      limit: { op: above ? 'above' : 'atLeast', value: limit },
      title,
      kind: 'points',
      facts: [],
      source: model.pass?.source ?? model.source,
    },
    is,
    own,
    lacks: is === 'open' ? lacks : NO_LACKS,
  }
  return { is, findings: [finding], lacks: finding.lacks }
}

/** The worst grade that passes, as a test of the grades still possible. */
function gradeThreshold(
  model: RatingModel,
  pass: Pass,
  worst: string,
  possible: readonly GradeVerdict[],
  lacks: readonly FactId[],
): Verdict {
  const order = model.grades?.list.map(grade => grade.id) ?? []
  const options = order.slice(0, order.indexOf(worst) + 1)
  const hits = possible.filter(one => options.includes(one.grade.id)).length
  const is = hits === 0 ? 'no' : hits === possible.length ? 'yes' : 'open'
  const [only] = possible
  const own: Value = possible.length === 1 && only ? { is: 'known', value: only.grade.id } : { is: 'unknown', lacks }
  const finding: Finding = {
    test: {
      is: 'test',
      subject: { kind: 'grade', model: model.id },
      limit: { op: 'oneOf', options },
      title: model.title,
      facts: [],
      source: pass.source,
    },
    is,
    own,
    lacks: is === 'open' ? lacks : NO_LACKS,
  }
  return { is, findings: [finding], lacks: finding.lacks }
}

function byScore(
  model: RatingModel,
  pass: Pass,
  score: ScoreRange & { readonly lacks: readonly FactId[] },
  { partials, dimensions, stageLacks }: EarnedPoints,
  possible: readonly GradeVerdict[],
): Verdict {
  const lacksIn = (dimension: string) =>
    joinLacks(stageLacks, ...partials.filter(p => p.characteristic.dimension === dimension).map(p => p.lacks))
  const total =
    typeof pass.atLeast === 'string'
      ? gradeThreshold(model, pass, pass.atLeast, possible, joinLacks(...possible.map(one => one.verdict.lacks)))
      : threshold(model, TOTAL, score, pass.atLeast, pass.above, score.lacks)
  const blocks = dimensions.flatMap(one =>
    one.dimension.atLeast === undefined
      ? []
      : [threshold(model, one.dimension.title, one, one.dimension.atLeast, false, lacksIn(one.dimension.id))],
  )
  const nonZero = partials
    .filter(p => pass.nonZero.includes(p.characteristic.id))
    .map(p => threshold(model, p.characteristic.title, p, 0, true, joinLacks(stageLacks, p.lacks)))
  return combineVerdicts([total, ...blocks, ...nonZero], 1 + blocks.length + nonZero.length)
}

/** Gates, direct pass and points of a reading by a model. */
export function passOf(
  model: RatingModel,
  reading: Reading,
  gates: Verdict,
  score: ScoreRange & { readonly lacks: readonly FactId[] },
  points: EarnedPoints,
  possible: readonly GradeVerdict[],
): Pick<Rating, 'passes' | 'ways'> {
  const { pass } = model
  const direct = model.directPass && judge(model.directPass, reading)
  if (!pass) return { passes: direct ? combineVerdicts([gates, direct], 2) : gates, ways: { direct } }
  const enough = byScore(model, pass, score, points, possible)
  const way = direct ? combineVerdicts([direct, enough], 1) : enough
  // a failed "any" would list the direct passes too; what an owner can work on is the score
  const explained = way.is === 'no' ? { ...way, findings: enough.findings } : way
  return { passes: combineVerdicts([gates, explained], 2), ways: { direct, score: enough } }
}
