// 是 600 万不是 500 万; 营收不是 3200，是 3600: a value named as wrong and the one that takes its place. What was told before
// says which fact it is, and in which unit it was meant.
import { type Dossier, type FactDefinition, type FactValue, isNumeric } from '#engine'
import type { FoundFact } from '../scene/found.ts'
import type { Scene } from '../scene/scene.ts'
import { readingOf } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { sameKind } from '../values/repairs.ts'
import { takenBack } from './corrections.ts'

const CONFIDENCE = 0.9

/** Every value of the fact that the mention may stand for. */
function readings(fact: FactDefinition, found: Mention, today: number): readonly FactValue[] {
  const reading = readingOf(fact, found, today, true)
  if (!reading) return []
  return reading.is === 'value' ? [reading.value] : reading.candidates
}

/** The value that takes the place of `was`, read in the same unit; undefined when the mention does not say `was`. */
function inPlaceOf(
  fact: FactDefinition,
  was: FactValue,
  [from, to]: readonly [Mention, Mention],
  today: number,
): FactValue | undefined {
  const place = readings(fact, from, today).indexOf(was)
  if (place < 0) return undefined
  const next = readings(fact, to, today)
  return next.length === 1 ? next[0] : next[place]
}

/** The one fact told before whose value is taken back here, with its new value; undefined when there is none or several. */
export function readSwap({ lexicon, context, masked, mentions, text }: Scene, told: Dossier): FoundFact | undefined {
  const [from, ...backs] = mentions.filter(found => takenBack(masked, found))
  const [to, ...others] = mentions.filter(found => found !== from)
  if (!from || !to || backs.length > 0 || others.length > 0 || !sameKind(from, to)) return undefined
  const found = Object.entries(told).flatMap(([id, { value: was }]) => {
    const fact = lexicon.facts.get(id)
    const value = fact && isNumeric(fact.type) ? inPlaceOf(fact, was, [from, to], context.today) : undefined
    return value === undefined ? [] : [{ id, value }]
  })
  const [only] = found
  if (!only || found.length > 1) return undefined
  const span = [Math.min(from.start, to.start), Math.max(from.end, to.end)] as const
  return {
    fact: only.id,
    value: only.value,
    confidence: CONFIDENCE,
    approximate: to.approximate,
    correction: true,
    why: `«${text.slice(span[0], span[1])}» in place of what was told`,
    span,
  }
}
