// A yes or no that stands by itself right behind the name of what it answers, as in lists and in questions that their speaker
// answers: 失信：无, 被执行 0, High-tech enterprise: no, 逾期？没有的事. Whole lines and boxes of forms: forms.ts.
import { clauseOf, type Scene } from './scene.ts'

const NAME_ENDS = '(?:记录|信息|情况|企业|人|名单|名录|被执行人|次数|资质|证书)?'
const NO = new RegExp(
  `^${NAME_ENDS}(?: ?[:：=] ?(?:否|无|没有|没|0(?![\\d.])|零|×|no\\b|none\\b|not\\b)| ?(?:无|0(?![\\d.])[次件个起]?|零次?|×)(?=$|[，。；、,; \\n]))`,
)
const YES = new RegExp(`^${NAME_ENDS}(?: ?[:：=] ?(?:是|有|√|yes\\b)| ?√(?! ?否))`)
/** 逾期？没有的事, 有被执行吗，没有: the rest of a short question, and its answer. */
const ANSWERED_NO =
  /^[^，。；？?]{0,6}(?:[？?]|[吗么][，, ]|记录[，, ])[，, ]*(?:没有?|没得|从来?没有?|无|否|不是|没有没有)(?:的事?|过|啊|呢|哦|哈|这回事)*(?=$|[，。！!；,; ])/
const ANSWERED_YES = /^[^，。；？?]{0,6}(?:[？?]|[吗么][，, ])[，, ]*(?:有|是)(?:的|过|啊)(?=$|[，。！!；,; ])/
const REACH = 24

/** What is said right behind an expression, where that is all that is said of it. */
export function toldAfter(scene: Scene, start: number, end: number): 'affirmed' | 'denied' | undefined {
  const after = scene.masked.slice(end, end + REACH)
  if (NO.test(after)) return 'denied'
  if (YES.test(after)) return 'affirmed'
  if (clauseOf(scene, start)?.question !== true) return undefined
  if (ANSWERED_NO.test(after)) return 'denied'
  return ANSWERED_YES.test(after) ? 'affirmed' : undefined
}
