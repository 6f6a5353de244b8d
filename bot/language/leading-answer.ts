// A plain word of denial at the head of a message answers the one question that was asked, whatever is told after it:
// 没，实用新型有 5 个 says that there is no invention, and more.
import { isNumeric } from '#engine'
import { isWish } from './claims.ts'
import { type Harvest, NOTHING_FOUND } from './found.ts'
import { onlyAsked, type Scene } from './scene.ts'
import { mayBeZero } from './zeros.ts'

const NONE_FIRST =
  /^(?:没有?|无|冇|木有|暂时没有|还没有?|目前没有|none|no|nope)(?:的|呢|啊|呀|哦)?(?:[，,。.；;] ?| (?=[一-龥]{1,8}(?:也|都)没))/
const TAKES_BACK = /^(?:但|不过|只是|除|然而|可是|有|but|except|however)/
const CONFIDENCE = 0.88

/** What a leading denial says to the only fact that is asked for; nothing where what follows takes it back. */
export function readLeadingAnswer(scene: Scene): Harvest {
  const fact = onlyAsked(scene)
  const head = NONE_FIRST.exec(scene.masked)
  const rest = head ? scene.masked.slice(head[0].length) : ''
  if (!fact || !head || rest === '' || TAKES_BACK.test(rest) || isWish(fact)) return NOTHING_FOUND
  const countable = isNumeric(fact.type) && fact.type !== 'date' && fact.type !== 'percent'
  if (!(fact.type === 'flag' || countable) || !mayBeZero(scene, fact)) return NOTHING_FOUND
  const value = fact.type === 'flag' ? false : 0
  const span = [0, head[0].length] as const
  const found = { fact: fact.id, value, confidence: CONFIDENCE, approximate: false, why: 'denied at once', span }
  return { found: [found], unclear: [] }
}
