// Several options that an answer names part by part: 只聊股权 不想背债, 技术和经济两项, 正在做9001 证没下来 其他没有. What is denied or only
// hoped for is not meant; where nothing else is, it is none or asked again.
import type { Role } from '../roles.ts'
import { type AnswerPart, answerParts } from './answer-parts.ts'
import { SOME_OF } from './asked-words.ts'

export const OPEN = 'open'
const NONE = 'none'
export type ListTold = readonly string[] | typeof OPEN | undefined

const DOUBT =
  /不(?:太|大)?(?:清楚|知道|晓得|确定|记得)|记不|说不|搞不|忘了|好像|可能|算不算|吗$|[？?]|not sure|don't know|maybe|\bor\b|还是(?=[一-龥])/
const isHad = (part: AnswerPart): boolean => !part.isDenied && !part.isLost && !part.isHoped
const named = (role: Role, parts: readonly AnswerPart[]): readonly string[] => [
  ...new Set(
    parts.flatMap(part => (SOME_OF[role] ?? []).flatMap(([option, words]) => (words.test(part.text) ? [option] : []))),
  ),
]

const ALL_FIVE =
  /(?:五|5)个?(?:方面|项|维度)?(?:都|全)|全(?:部|都)?(?:评|做|有|齐)|^都(?:评|做|有|齐)|五元(?:都|全)|all (?:five|of them)/
const NEVER = /(?:没|未)(?:有)?(?:做|评|搞|弄|参加|申请)过?|没听(?:说)?过|^(?:没有?|无)[^，。]{0,2}$|never|none|^not? /

/** The values that were assessed. */
export function assessedTold(text: string): ListTold {
  if (DOUBT.test(text)) return undefined
  const parts = answerParts(text)
  if (ALL_FIVE.test(text) && !parts.some(part => part.isDenied || part.isHoped))
    return (SOME_OF.fiveElements ?? []).map(([option]) => option)
  const told = named('fiveElements', parts.filter(isHad))
  if (told.length > 0) return told
  return NEVER.test(text) ? [NONE] : undefined
}

/** Certificates that are had; what is only under way leaves none, where nothing else is told. */
export function certificatesTold(text: string): ListTold {
  const parts = answerParts(text)
  const underWay = parts.map(
    (part, i) =>
      part.isHoped ||
      part.isLost ||
      /(?:正?在)(?:做|办|弄|搞|审|申|认证)/.test(part.text) ||
      /证(?:书)?(?:还)?没(?:下|拿|到)/.test(parts[i + 1]?.text ?? ''),
  )
  if (!underWay.includes(true) || DOUBT.test(text)) return undefined
  const told = named(
    'quality',
    parts.filter((part, i) => isHad(part) && underWay[i] !== true),
  )
  return told.length > 0 ? told : [NONE]
}

const EXCEPT = /除(?:了|开|去)?[^，。]{1,10}(?:都|啥|什么|其他|别的)|(?:anything|all|everything) (?:but|except)/
const REST_IS_WELCOME =
  /(?:别的|其他|其它|其余|剩下)[^，。]{0,4}(?:都|听|随|你|可以|行|再)|都(?:行|可以|成)|听你|随便|你(?:看|定|安排)|anything (?:else|but)|else is fine/

/** The kinds of money that are wanted, where readers of free talk heard none; all refused but one, which one is open. */
export function kindsTold(text: string, heard: readonly string[]): ListTold {
  if (EXCEPT.test(text)) return OPEN
  const parts = answerParts(text)
  const wanted = named('kinds', parts.filter(isHad))
  const refused = named(
    'kinds',
    parts.filter(part => part.isDenied),
  )
  if (
    wanted.length === 0 &&
    refused.length > 0 &&
    REST_IS_WELCOME.test(text) &&
    heard.every(each => refused.includes(each))
  )
    return OPEN
  return heard.length === 0 && wanted.length > 0 && !DOUBT.test(text) ? wanted : undefined
}

const FORBIDDEN = 'forbidden'
const FOR_OTHERS =
  /(?:帮|给|替|借给|转给|为)(?:我)?(?:小舅子|舅子|亲戚|朋友|兄弟|哥们|弟弟|哥哥|姐姐?|妹妹?|儿子|女儿|老婆|爸妈?|妈|别人|人家|同学|邻居|亲家|大舅|[我表堂](?:家)?[哥弟姐妹])[^，。]{0,4}(?:开|周转|用|借|急|还|买|盖|结婚|做生意|一下|救)/
const FORBIDDEN_WORDS = /炒[股房币]|股票|买房|购房|房子|转[贷借]|理财|赌|基金|房贷|信用卡/

const STOCKS = /股市|炒[股房币期]|赌|买[点些]?(?:股票|基金|彩票|比特币)/
const LATER = /不急|以后再|先不|缓(?:一|缓)|过(?:段|阵)/

/** 招人不急 先买设备: without what waits. */
function withoutLater(parts: readonly AnswerPart[], heard: readonly string[]): readonly string[] | undefined {
  const waits = named(
    'purpose',
    parts.filter(part => LATER.test(part.text)),
  )
  const now = named(
    'purpose',
    parts.filter(part => !LATER.test(part.text)),
  )
  const rest = heard.filter(each => !waits.includes(each) || now.includes(each))
  return rest.length > 0 && rest.length < heard.length ? [...new Set(rest)] : undefined
}

/** What the money is for: added to what was heard, without what a part denies. */
export function purposesTold(text: string, heard: readonly string[]): ListTold {
  if (FOR_OTHERS.test(text) && !DOUBT.test(text)) return [FORBIDDEN]
  const parts = answerParts(text)
  if (heard.length === 0 && parts.some(part => !part.isDenied && STOCKS.test(part.text))) return [FORBIDDEN]
  if (/(?:还没|没)(?:有)?(?:定|想好|决定)|定不下来|not decided|haven't decided/.test(text)) return OPEN
  const later = withoutLater(parts, heard)
  if (later) return later
  const denied = parts.some(part => part.isDenied && FORBIDDEN_WORDS.test(part.text))
  const meant = !parts.some(part => !part.isDenied && FORBIDDEN_WORDS.test(part.text))
  const rest = denied && meant ? heard.filter(each => each !== FORBIDDEN) : heard
  if (rest.length > 0) return rest.length < heard.length ? [...new Set(rest)] : undefined
  const own = named(
    'purpose',
    parts.filter(part => !part.isDenied && !part.isLost),
  )
  if (own.length > 0 && !DOUBT.test(text)) return own
  return heard.length > 0 ? OPEN : undefined
}
