// Points that are told beside a word too short to name them: 积分 78 分, 纳税信用 92 分, 数量 7 分. Other numbers beside such words are none.
import type { FactDefinition } from '#engine'
import { roleOf, type Scene, sentenceAround } from '../scene/scene.ts'
import type { Pair } from './pairing.ts'

/** Whether a value beside a word for points is no number of points. */
export function isNoScore(scene: Scene, { mention, sign }: Pair, fact: FactDefinition): boolean {
  const role = roleOf(scene, fact)
  const isTold = mention.measure === '分'
  const weak = sign.is === 'fact' && sign.weak
  if (role === 'innovationPoints') return weak && !isTold
  if (role === 'taxPoints') return weak && !(isTold && /税/.test(sentenceAround(scene, mention.start)))
  // 数量 7 分 is a score, 数量 7 个 is none
  if (!fact.id.startsWith('assessment.')) return false
  return mention.kind === 'count' ? !isTold : !/分|自评/.test(sentenceAround(scene, mention.start))
}
