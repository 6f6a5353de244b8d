// In which year a fine was: asked is the last one, so 前年罚过 tells nothing of it, and 去年罚过一次，今年没有 leaves it open.
import { type Scene, wordsUpTo } from '../scene/scene.ts'

const THIS_YEAR_NONE = /^[^。；;]{0,12}今年(?:就|倒|都|也|一次都|还)*没/
/** 被环保罚过，前年的事 */
const OLD_AFTER =
  /^[^。；;\d]{0,4}[，, ]?(?:那|这|不过|但)?(?:都)?(?:是|在)?(?:大?前年|以前|早几年|好几年前|[二两三四五六七八九3-9]年(?:以)?前)/
const REACH = 24

/** Whether the fine told from `start` to `end` may lie before the last twelve months. */
export function isOldFine(scene: Scene, start: number, end: number): boolean {
  const { masked } = scene
  const before = wordsUpTo(scene, start)
  if (/前年|以前|早些?年|[二两三四五六七八九十\d]年(?:以)?前/.test(before)) return true
  if (OLD_AFTER.test(masked.slice(end, end + REACH))) return true
  return /去年/.test(before + masked.slice(start, end)) && THIS_YEAR_NONE.test(masked.slice(end, end + REACH))
}
