// Facts a visitor may confirm on site: those of the topics that were answered but not yet seen.
import type { FactId } from '#engine'
import type { Turn } from '../turn-state.ts'

const CHECKS_MAX = 8

export function checksOf(turn: Turn, topics: readonly string[]): FactId[] {
  const { checks } = turn.knowledge.script.visit
  const chosen = topics.length > 0 ? topics.flatMap(topic => checks[topic] ?? []) : Object.values(checks).flat()
  const answered = (fact: FactId) => {
    const answer = turn.case.answers[fact]
    return answer !== undefined && answer.source !== 'visited'
  }
  return [...new Set(chosen)].filter(answered).slice(0, CHECKS_MAX)
}
