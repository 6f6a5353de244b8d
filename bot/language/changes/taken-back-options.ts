// Options taken back as soon as said: 小巨人，哎呀不是，是省里那个; 写流动资金，改一下，买设备; 抵押用厂房，算了，用专利质押.
import { clauseOf, type Scene } from '../scene/scene.ts'
import { isSlip } from '../values/repairs.ts'

/** From an option to the one that holds instead. */
const REACH = 30
const TAKEN_BACK =
  /^[^，。；]{0,4}[，,。.…？? -]{0,3}(?:哦|啊|哎呀?|哎哟|噢|呃|诶|等等)?[，, ]?(?:不对|不是(?=[，, ])|不不|[说讲写记填搞弄报]错|错了|口误|作废|算了|改一下|改成|换成|no[, ]|sorry|wait|scratch|hmm|i mean|rather)/
/** 小巨人是隔壁的, little giant is next door's: said to be another's. */
const LOOKED_UP = /^[^，。；]{0,4}[，,。.… -]{1,3}[^，。；]{0,4}(?:翻|查|看|问)(?:了|过)?一?下|just checked|turns out/

/** Whether the option of a sign is taken back, with another of its fact behind it. */
export function isTakenBack(scene: Scene, { start, end, values }: Scene['signs'][number], index: number): boolean {
  const facts = values.flatMap(value => (value.is === 'option' ? [value.fact.id] : []))
  const another = scene.signs
    .slice(index + 1)
    .find(next => next.values.some(value => value.is === 'option' && facts.includes(value.fact.id)))
  if (!another) return false
  const between = scene.masked.slice(end, Math.min(another.start, end + REACH))
  if (isSlip(scene.masked, end) || TAKEN_BACK.test(between)) return !/还有|也有|另外/.test(between)
  const sameSentence = clauseOf(scene, start)?.sentence === clauseOf(scene, another.start)?.sentence
  const isOne = values.every(value => value.is === 'option' && value.fact.type === 'choice')
  return sameSentence && isOne && LOOKED_UP.test(between)
}
