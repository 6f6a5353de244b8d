// The way back from what stands in the way: what to do, who helps, how long, as matching/repairs.yaml says it.
import type { FactId } from '#engine'
import { repairFor } from '#matching'
import type { Turn } from '../turn-state.ts'

/** The way back for the first of these facts that has one. */
export function repairText(turn: Pick<Turn, 'knowledge' | 't' | 'w'>, facts: readonly FactId[]): string | undefined {
  const { repairs } = turn.knowledge.catalogue
  const [repair] = facts.flatMap(fact => repairFor(repairs, fact) ?? [])
  return repair && turn.t('repair', { way: turn.w(repair.way), who: turn.w(repair.who), time: turn.w(repair.time) })
}
