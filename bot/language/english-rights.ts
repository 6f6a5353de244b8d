// Rights told in English: 4 inventions and 1 PCT were applied for together; none granted so far.
import type { Found } from './found.ts'
import { clauseOf, factFor, type Scene } from './scene.ts'

const TOGETHER = /^[a-z ]{0,24}\b(?:and|plus|\+) (?:another |also )?[a-z0-9 ]{0,10}$/
const NONE_GRANTED =
  /\b(?:none|nothing)(?: of (?:them|these|those))?(?: (?:is|are|was|were|has been|have been|been|got|yet|so far))* granted\b|\bnot (?:yet )?granted(?: yet)?\b|\bno(?:ne)? grants?(?: yet| so far)\b/g
const SURE = 0.85
const REACH = 60

/** Whether what stands between inventions and international filings tells them side by side, not the one among the other. */
export const isToldTogether = (between: string): boolean => TOGETHER.test(between)

/** Filed five inventions, none granted so far: no invention is granted. */
export function noneGranted(scene: Scene, found: readonly Found[]): readonly Found[] {
  const fact = factFor(scene, 'invention')
  if (!fact || found.some(each => each.fact === fact.id)) return []
  return [...scene.masked.matchAll(NONE_GRANTED)].slice(0, 1).flatMap(match => {
    const clause = clauseOf(scene, match.index)
    const before = scene.masked.slice(Math.max(0, match.index - REACH), match.index)
    if (!clause || clause.question || clause.others || clause.supposed || !/\binventions?\b/.test(before)) return []
    const span = [match.index, match.index + match[0].length] as const
    return [{ fact: fact.id, value: 0, confidence: SURE, approximate: false, why: `«${match[0]}»`, span }]
  })
}
