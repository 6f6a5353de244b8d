// Rates one reading by one model. Where answers are missing the score is a range; the true score always lies inside it.
import { combineVerdicts, judge, type Verdict } from './judge.ts'
import type { RatingModel } from './model.ts'
import { gradesOf } from './rate-grades.ts'
import { passOf } from './rate-pass.ts'
import { pointsOf } from './rate-stages.ts'
import type { Rating } from './rating.ts'
import type { Reading } from './reading.ts'
import { joinLacks, NO_LACKS } from './value.ts'

const NOTHING: Verdict = { is: 'no', findings: [], lacks: NO_LACKS }

/** Does any knockout of one effect hold? */
function anyOf(knockouts: Rating['knockouts'], effect: 'zero' | 'no-loan'): Verdict {
  const own = knockouts.filter(one => one.knockout.effect === effect).map(one => one.verdict)
  return own.length > 0 ? combineVerdicts(own, 1) : NOTHING
}

/** Rates a reading by a model: score range, grades still possible, knockouts, gates, pass and evidence. */
export function rateBy(model: RatingModel, reading: Reading): Rating {
  const points = pointsOf(model, reading)
  const { partials, stageLacks, total } = points
  const knockouts = model.knockouts.map(knockout => ({ knockout, verdict: judge(knockout.when, reading) }))
  const knockedOut = anyOf(knockouts, 'zero')
  const score =
    knockedOut.is === 'yes' ? { low: 0, high: 0 } : knockedOut.is === 'open' ? { low: 0, high: total.high } : total
  const earnedLacks = joinLacks(stageLacks, ...partials.map(p => p.lacks))
  const scoreLacks = knockedOut.is === 'yes' ? NO_LACKS : joinLacks(earnedLacks, knockedOut.lacks)
  const possible = gradesOf(model, { ...total, lacks: scoreLacks }, knockedOut, reading)
  const gradeLacks = possible.length > 1 ? joinLacks(...possible.map(one => one.verdict.lacks)) : NO_LACKS
  const gates = judge(model.gates, reading)
  const { passes, ways } = passOf(model, reading, gates, { ...score, lacks: scoreLacks }, points, possible)
  // without points it is the gates alone that decide who passes
  const decidesPass = model.pass ?? model.directPass ?? (model.characteristics.length === 0 ? model.gates : undefined)
  return {
    model,
    applies: judge(model.scope, reading),
    stages: points.stages,
    score,
    earned: total,
    dimensions: points.dimensions,
    partials,
    knockouts,
    knockedOut,
    noLoan: anyOf(knockouts, 'no-loan'),
    gates,
    passes,
    ways,
    evidence: model.evidence.map(evidence => ({ evidence, verdict: judge(evidence.when, reading) })),
    grades: possible.map(one => one.grade.id),
    gradeVerdicts: possible,
    lacks: joinLacks(scoreLacks, gradeLacks, decidesPass ? passes.lacks : NO_LACKS),
  }
}
