// The fewest further answers that could make an open condition a yes. Where one of several would do, only the shortest way
// counts: a product that wants "any qualification" is one answer away, not seven.
import type { Condition, Test } from './condition.ts'
import type { FactId } from './fact.ts'
import { answerOf, type Finding, findingOf, neededOf } from './judge.ts'
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
 * decided. The set is a way, not a promise: the answers may also turn it into a no. Whoever has judged the tests of this
 * reading already passes what was found.
 */
export function settle(
  condition: Condition,
  reading: Reading,
  found: (test: Test) => Pick<Finding, 'is' | 'lacks'> = test => findingOf(test, reading),
): readonly FactId[] {
  const is = (part: Condition) => answerOf(part, test => found(test).is)
  const ways = (open: Condition): readonly FactId[] => {
    if (open.is === 'test')
      return open.subject.kind === 'passes' ? settleModel(open.subject.model, reading) : found(open).lacks
    let met = 0
    const missing: (readonly FactId[])[] = []
    for (const child of open.of) {
      const answer = is(child)
      if (answer === 'yes') met++
      else if (answer === 'open') missing.push(ways(child))
    }
    const wanted = neededOf(open) - met
    return joinLacks(...shortest(missing).slice(0, wanted))
  }
  return is(condition) === 'open' ? ways(condition) : NO_LACKS
}
