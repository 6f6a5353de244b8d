// Which grades or classes are still possible. They are read from best to worst and the first that holds is the grade; one
// that is still open leaves the way to the next.
import type { FactId } from './fact.ts'
import { combineVerdicts, judge, type Verdict } from './judge.ts'
import type { Grade, RatingModel } from './model.ts'
import type { GradeVerdict, ScoreRange } from './rating.ts'
import type { Reading } from './reading.ts'
import { NO_LACKS } from './value.ts'

const SURE: Verdict = { is: 'yes', findings: [], lacks: NO_LACKS }
const SURELY_NOT: Verdict = { is: 'no', findings: [], lacks: NO_LACKS }

function byPoints(grade: Grade, score: ScoreRange, lacks: readonly FactId[]): Verdict {
  if (grade.atLeast === undefined || score.low >= grade.atLeast) return SURE
  return score.high >= grade.atLeast ? { is: 'open', findings: [], lacks } : SURELY_NOT
}

/** Does one grade hold, given the score? */
export function gradeVerdict(
  grade: Grade,
  score: ScoreRange & { readonly lacks: readonly FactId[] },
  reading: Reading,
): Verdict {
  const points = byPoints(grade, score, score.lacks)
  if (!grade.when || points.is === 'no') return points
  return combineVerdicts([points, judge(grade.when, reading)], 2)
}

/** The grades still possible, best first, each with what it rests on. A knocked-out company has the lowest. */
export function gradesOf(
  model: RatingModel,
  score: ScoreRange & { readonly lacks: readonly FactId[] },
  knockedOut: Verdict,
  reading: Reading,
): readonly GradeVerdict[] {
  const list = model.grades?.list ?? []
  const possible: GradeVerdict[] = []
  if (knockedOut.is !== 'yes')
    for (const grade of list) {
      const verdict = gradeVerdict(grade, score, reading)
      if (verdict.is === 'no') continue
      possible.push({ grade, verdict })
      if (verdict.is === 'yes') break
    }
  const lowest = list.at(-1)
  if (knockedOut.is !== 'no' && lowest && possible.at(-1)?.grade !== lowest)
    possible.push({ grade: lowest, verdict: knockedOut })
  return possible
}
