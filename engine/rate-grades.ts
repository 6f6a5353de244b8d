// Which grades or classes are still possible. They are read from best to worst and the first that holds is the grade; one
// that is still open leaves the way to the next.
import type { FactId } from './fact.ts'
import { combineVerdicts, judge, type Verdict } from './judge.ts'
import type { RatingModel } from './model.ts'
import type { GradeVerdict, ScoreRange } from './rating.ts'
import type { Reading } from './reading.ts'
import { NO_LACKS } from './value.ts'

const SURE: Verdict = { is: 'yes', findings: [], lacks: NO_LACKS }

/**
 * The grades still possible, best first, each with what it rests on. A knocked-out company has the lowest. A better grade
 * whose condition surely holds takes every score from its points on away from those below it.
 */
export function gradesOf(
  model: RatingModel,
  score: ScoreRange & { readonly lacks: readonly FactId[] },
  knockedOut: Verdict,
  reading: Reading,
): readonly GradeVerdict[] {
  const list = model.grades?.list ?? []
  const possible: GradeVerdict[] = []
  let ceiling = knockedOut.is === 'yes' ? Number.NEGATIVE_INFINITY : score.high
  for (const grade of list) {
    const { atLeast = Number.NEGATIVE_INFINITY } = grade
    if (Math.max(score.low, atLeast) > ceiling) continue
    const condition = grade.when ? judge(grade.when, reading) : SURE
    if (condition.is === 'no') continue
    const points: Verdict = score.low >= atLeast ? SURE : { is: 'open', findings: [], lacks: score.lacks }
    possible.push({ grade, verdict: combineVerdicts([points, condition], 2) })
    if (condition.is === 'yes') ceiling = Math.min(ceiling, atLeast - 1)
  }
  const lowest = list.at(-1)
  if (knockedOut.is !== 'no' && lowest && possible.at(-1)?.grade !== lowest)
    possible.push({ grade: lowest, verdict: knockedOut })
  return possible
}
