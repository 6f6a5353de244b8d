// The fewest further answers that could make an open condition a yes. Where one of several would do, only the shortest way
// counts: a product that wants "any qualification" is one answer away, not seven.
import type { Condition } from './condition.ts'
import type { FactId } from './fact.ts'
import { judge } from './judge.ts'
import type { Reading } from './reading.ts'
import { joinLacks, NO_LACKS } from './value.ts'

const shortest = (ways: readonly (readonly FactId[])[]): readonly (readonly FactId[])[] =>
  [...ways].sort((a, b) => a.length - b.length)

/** What a self-check still needs: its gates, and a direct pass or the score, whichever is shorter and still possible. */
function settleModel(model: string, reading: Reading): readonly FactId[] {
  const rating = reading.rating(model)
  if (!rating) return NO_LACKS
  const { direct, score } = rating.ways
  const ways: (readonly FactId[])[] = []
  if (rating.model.directPass && direct && direct.is !== 'no') ways.push(settle(rating.model.directPass, reading))
  if (score && score.is !== 'no') ways.push(score.lacks)
  return joinLacks(settle(rating.model.gates, reading), shortest(ways)[0] ?? NO_LACKS)
}

/**
 * A smallest set of unanswered facts whose right answers would turn an open condition into a yes; empty when it is
 * decided. The set is a way, not a promise: the answers may also turn it into a no.
 */
export function settle(condition: Condition, reading: Reading): readonly FactId[] {
  const verdict = judge(condition, reading)
  if (verdict.is !== 'open') return NO_LACKS
  if (condition.is === 'test')
    return condition.subject.kind === 'passes' ? settleModel(condition.subject.model, reading) : verdict.lacks
  const children = condition.of.map(child => ({ is: judge(child, reading).is, ways: settle(child, reading) }))
  const met = children.filter(child => child.is === 'yes').length
  const wanted = condition.is === 'at-least' ? condition.count : condition.is === 'all' ? condition.of.length : 1
  const open = children.filter(child => child.is === 'open').map(child => child.ways)
  return joinLacks(...shortest(open).slice(0, wanted - met))
}
