// Rights that their owner would pledge, rather than all there are: 拿 3 件发明质押, 核心的有两件可以押, pledge our plant and also two patents.
import { clauseOf, type Scene, sentenceAround } from '../scene/scene.ts'

/** 有 3 件愿意质押, 两个可以拿去质押; what is pledged already is another matter. */
const PLEDGED_AFTER =
  /^(?:个|件|项)?(?:发明|专利|实用新型|核心|的)*(?:是|都|可以|能|愿意|打算|想|准备|肯)*(?:拿去|拿来|用来|拿)?(?:出来|出去|去|来)?(?:可以|能|愿意)*(?:做|作)?(?:质押|抵?押|to pledge)(?!给|在|了|过)/
const WILLING_BEFORE = /[拿用把]|愿意|可以|能|肯|打算|准备/
const PLEDGED_BEFORE =
  /(?:\bpledge|\bpledging|质押|抵押) $|(?:质押|拿出|押上)$|(?:愿意|打算|想|可以|能|准备|肯)[^，。；\d]{0,3}押(?:上|出)?$/
const IN_ENGLISH = /\b(?:pledge|put up|offer) (?:(?!have|hold|own|with)[a-z]{1,10} ){0,5}$/
/** 核心的有两件, 3 件核心发明, three core ones: the best of them, where a pledge is spoken of. */
const CORE_BEFORE = /(?:核心的?|\bcore )(?:发明|专利|就|有|是|才|只|也)*$/
const CORE_AFTER = /^ ?(?:个|件|项)?(?:是|的)?(?:核心|core\b)/
const PLEDGE = /质押|抵押专利|[可愿想能]意?以?押|押(?:专利|发明)|pledge/
const CORE_REACH = 2
const REACH = 40

/** Whether the words around a number between `start` and `end` say that so many rights may be pledged. */
export function isToPledge(scene: Scene, start: number, end: number): boolean {
  const { masked } = scene
  const words = masked.slice(Math.max(0, start - REACH), start)
  const before = words.slice(-10)
  const after = masked.slice(end, end + 16)
  if (PLEDGED_BEFORE.test(before) || IN_ENGLISH.test(words)) return true
  if (PLEDGED_AFTER.test(after) && (WILLING_BEFORE.test(before) || WILLING_BEFORE.test(after.slice(0, 8)))) return true
  const isCore = CORE_BEFORE.test(before) || CORE_AFTER.test(after) || /核心|core/.test(masked.slice(start, end))
  if (!isCore) return false
  return PLEDGE.test(sentenceAround(scene, start, CORE_REACH)) && clauseOf(scene, start)?.question !== true
}
