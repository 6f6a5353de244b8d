// What a company has come to, for the funnel 征集 → 认定 → 评级: each once a case, as a row of the audit log and in the case, for
// the answers themselves may change or go. Rated is who is shown points: a range that says nearly nothing is no rating.
import { judge } from '#engine'
import { tooEarly } from './cards/rating.ts'
import type { Case } from './case.ts'
import { ratingsFor } from './ratings.ts'
import type { Turn } from './turn-state.ts'

/** Notes what the answers of this turn have reached. Without new answers nothing can have changed. */
export function noteMilestones(turn: Turn, before: Case): void {
  if (turn.case.answers === before.answers) return
  const had = turn.case.reached ?? []
  const holds = {
    recognised: () => judge(turn.knowledge.script.funnel.recognised, turn.reading).is === 'yes',
    rated: () => ratingsFor(turn.knowledge, turn.reading).some(rating => !tooEarly(rating)),
  }
  const fresh = (['recognised', 'rated'] as const).filter(one => !had.includes(one) && holds[one]())
  if (fresh.length === 0) return
  turn.update({ reached: [...had, ...fresh] })
  for (const one of fresh) turn.note(`case-${one}`, 'case')
}
