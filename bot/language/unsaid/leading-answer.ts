// A plain word of denial at the head of a message answers the one question that was asked, whatever is told after it:
// 没，实用新型有 5 个 says that there is no invention, and more.
import { type FactId, type FactValue, isNumeric } from '#engine'
import type { Role } from '../roles.ts'
import { isWish } from '../scene/claims.ts'
import { type Harvest, NOTHING_FOUND } from '../scene/found.ts'
import { factFor, onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { isSlip } from '../values/repairs.ts'
import { mayBeZero } from './zeros.ts'

const NONE_FIRST =
  /^(?:没有?|无|木有|暂时没有|还没有?|目前没有|none|no|nope)(?:的|呢|啊|呀|哦|了)?(?:[，,。.；;] ?| (?=[一-龥]{1,8}(?:也|都)没|[一-龥]{0,6}(?:还清|结清|还完|还掉)))/
/** 没有，房子是我个人的不押: named only to be refused. */
const NONE_TO_PLEDGE =
  /^(?:没有?|无|没得)(?:的|啊|呢)?[，, ][^，。；]{0,16}(?:不(?:能|想|会|拿|给|肯)?[押抵]|租的|租来的|押(?:掉|出去)了)(?:了|的)?[。.]?$/
const NONE = 'none'
const TAKES_BACK = /^(?:但|不过|只是|除|然而|可是|有|but|except|however)/
const CONFIDENCE = 0.88

/** Asked what is owed, or who sues: 没有了，上半年还清的; 有一个，已经调解了. */
const OVER: Readonly<Partial<Record<Role, RegExp>>> = {
  loanBalance: /(?<!没|未|没有|才能|才)(?:还清|还完|结清|还光|清零)/,
  lenders: /(?<!没|未|没有|才能|才)(?:都还了|还清|还完|结清|还光|清零)/,
  lawsuits: /(?<!没|未|没有)(?:调解(?:好|完|结)?|结案?|了结|撤诉?|和解|判完|执行完)(?:了|掉)/,
}
const NOT_OVER =
  /[还就只]剩|剩下|还有|[还没]没|没(?:有)?(?:还|结)|未[结还]|但|除了|另外|[再又新]贷|又借|现在有|还欠|明年|准备|打算|想|要|[？?吗]|一部分|部分/
const EARLIER = /之前|以前|原来|[去前]年|[贷借]过|早|那笔|上半年|年初|上个?月/

/** Nothing is left of what was asked; who repaid a loan had one. */
function over(scene: Scene): Harvest {
  const fact = onlyAsked(scene)
  const role = fact && roleOf(scene, fact)
  const match = role && OVER[role]?.exec(scene.masked)
  if (!fact || !match || NOT_OVER.test(scene.masked)) return NOTHING_FOUND
  // 两件，一件已经撤诉了: one is left
  if (fact.type === 'count' && scene.mentions.filter(each => each.kind === 'count').length > 1) return NOTHING_FOUND
  const sums = scene.mentions.filter(each => each.kind === 'money')
  if (sums.length > 1 || (sums.length > 0 && !EARLIER.test(scene.masked))) return NOTHING_FOUND
  const span = [match.index, match.index + match[0].length] as const
  const told = { confidence: CONFIDENCE, approximate: false, why: 'over', span }
  const first = role === 'lawsuits' || !EARLIER.test(scene.masked) ? undefined : factFor(scene, 'firstLoan')
  return {
    found: [{ ...told, fact: fact.id, value: 0 }, ...(first ? [{ ...told, fact: first.id, value: false }] : [])],
    unclear: [],
  }
}

/** M, we only registered last November; yes, since 2022: the answer first, and more behind it. */
const LETTER_FIRST =
  /^(?:it's |it is |grade |still |level |a )?([a-em])(?:级|类| grade| class| level)?(?:[，,。；;]|\. )/
const YES_FIRST = /^(?:yes|yeah|yep|yup|sure|of course|we are|we do|we have)(?:[，,。；;]|\. | - )/

function affirmed(scene: Scene): Harvest {
  const fact = onlyAsked(scene)
  const letter = fact?.type === 'choice' ? LETTER_FIRST.exec(scene.masked) : null
  const option = letter?.[1]?.toUpperCase()
  const yes = fact?.type === 'flag' ? YES_FIRST.exec(scene.masked) : null
  const head = letter ?? yes
  const rest = head ? scene.masked.slice(head[0].length).trimStart() : ''
  if (!fact || !head || rest === '' || TAKES_BACK.test(rest) || scene.clauses[0]?.question === true)
    return NOTHING_FOUND
  if (letter && isSlip(scene.masked, (letter[0].match(/[a-z](?=\W)/)?.index ?? 0) + 1)) return NOTHING_FOUND
  if (letter && (option === undefined || fact.options?.[option] === undefined)) return NOTHING_FOUND
  const value = option ?? true
  const span = [0, head[0].length] as const
  const found = { fact: fact.id, value, confidence: CONFIDENCE, approximate: false, why: 'answered at once', span }
  return { found: [found], unclear: [] }
}

const answer = (fact: FactId, value: FactValue, end: number): Harvest => ({
  found: [{ fact, value, confidence: CONFIDENCE, approximate: false, why: 'denied at once', span: [0, end] }],
  unclear: [],
})

/** What a leading denial says to the only fact that is asked for; nothing where what follows takes it back. */
export function readLeadingAnswer(scene: Scene): Harvest {
  const done = over(scene)
  if (done.found.length > 0) return done
  const fact = onlyAsked(scene)
  const refused = NONE_TO_PLEDGE.exec(scene.masked)
  if (fact && refused && roleOf(scene, fact) === 'collateral' && fact.options?.[NONE])
    return answer(fact.id, [NONE], refused[0].length)
  const head = NONE_FIRST.exec(scene.masked)
  const rest = head ? scene.masked.slice(head[0].length) : ''
  if (!fact || !head) return affirmed(scene)
  if (rest === '' || TAKES_BACK.test(rest) || isWish(fact)) return NOTHING_FOUND
  const countable = isNumeric(fact.type) && fact.type !== 'date' && fact.type !== 'percent'
  if (!(fact.type === 'flag' || countable) || !mayBeZero(scene, fact)) return NOTHING_FOUND
  return answer(fact.id, fact.type === 'flag' ? false : 0, head[0].length)
}
