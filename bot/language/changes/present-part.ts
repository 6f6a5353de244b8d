// Of an answer that tells how it was and how it is, the part that holds now: 去年B今年A, A 以前是B, was B, now A.

const NOW =
  /(?:今年|现在|目前|最新|如今|\bnow\b)(?:已经|又|刚刚?|才)?(?:是|变|评|升|降|掉|it's|we are)?(?:成|到|为|了|上)?(?:出来)?(?:的?是)? ?([^，。,;；]{1,12})$/
/** 从 B 升到 A 了 */
const CHANGED = /(?:升|降|调|变|掉|改)(?:到|成|为)了? ?([^，。,;；]{1,12})$/
const ONCE = /^(.{1,12}?)[，, ]*(?:以前|之前|原来|去年|前年|上年|before that|previously|used to|was)[^，。]{0,12}$/
/** A longer answer says more than a choice and when. */
const LENGTH_MAX = 40

/** The part of a short answer that speaks of today; the whole of any other. */
export function presentPart(text: string): string {
  if (text.length > LENGTH_MAX) return text
  return NOW.exec(text)?.[1] ?? CHANGED.exec(text)?.[1] ?? ONCE.exec(text)?.[1] ?? text
}
