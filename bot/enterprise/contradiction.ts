// Whether a value told now can be true beside what was told before: a part above its whole, a share above its bound, or one
// of the rules in bot/contradictions.yaml.
import {
  type FactDefinition,
  type FactId,
  type FactValue,
  isRange,
  type Reading,
  record,
  toNumber,
  type Words,
} from '#engine'
import { brokenBy } from '../contradictions.ts'
import type { Turn } from '../turn-state.ts'

export interface Conflict {
  /** the earlier answer that does not agree */
  readonly other: FactId
  /** why, where a rule says so */
  readonly say?: Words
}

const ends = (value: FactValue): readonly [number, number] | undefined =>
  typeof value === 'number' ? [value, value] : isRange(value) ? [value.low, value.high] : undefined

/** The earlier answer that a value contradicts, or undefined. */
export function contradiction(turn: Turn, fact: FactDefinition, value: FactValue): Conflict | undefined {
  const trial = turn.readingOf(record(turn.case.answers, fact.id, { value, source: 'stated', at: turn.incoming.at }))
  const other = aboveItsWhole(turn, fact, value) ?? (ends(value) && shareOverLimit(turn, fact, trial))
  return other === undefined ? ofRule(turn, fact, trial) : { other }
}

function aboveItsWhole(turn: Turn, fact: FactDefinition, value: FactValue): FactId | undefined {
  const span = ends(value)
  if (!span) return undefined
  const known = (id: FactId) =>
    Object.hasOwn(turn.case.answers, id) ? ends(turn.case.answers[id]?.value ?? false) : undefined
  const whole = fact.notAbove === undefined ? undefined : known(fact.notAbove)
  if (fact.notAbove !== undefined && whole && span[0] > whole[1]) return fact.notAbove
  for (const part of turn.knowledge.rulebook.facts.values()) {
    const mine = part.notAbove === fact.id ? known(part.id) : undefined
    if (mine && mine[0] > span[1]) return part.id
  }
  return undefined
}

/** A share computed from this value that would leave its own bounds: R&D above revenue. */
function shareOverLimit(turn: Turn, fact: FactDefinition, trial: Reading): FactId | undefined {
  const { facts, derivations } = turn.knowledge.rulebook
  for (const share of facts.values()) {
    if (share.type !== 'percent' || typeof share.max !== 'number' || Object.hasOwn(turn.case.answers, share.id))
      continue
    const expression = derivations.get(share.id)?.find(one => one.facts.includes(fact.id))
    const computed = expression?.evaluate(trial)
    if (computed?.is !== 'range' || computed.lacks.length > 0 || toNumber(computed.low) <= share.max) continue
    return expression?.facts.find(other => other !== fact.id)
  }
  return undefined
}

function ofRule(turn: Turn, fact: FactDefinition, trial: Reading): Conflict | undefined {
  const rule = brokenBy(turn.knowledge.contradictions, turn.reading, trial)
  const other = rule?.between.find(id => id !== fact.id && Object.hasOwn(turn.case.answers, id))
  return rule && other !== undefined ? { other, say: rule.say } : undefined
}
