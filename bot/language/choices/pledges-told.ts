// What can be pledged, by the parts of an answer: 两台加工中心 全款买的 offers machines; what is leased, mortgaged, private or not to be
// touched is not offered, and if nothing else is, the fact is asked again.
import { beginsWithNothing } from '../text/nothing.ts'
import { answerParts } from './answer-parts.ts'
import { SOME_OF } from './asked-words.ts'
import { OPEN } from './lists-told.ts'

const NONE = 'none'
const NOT_FREE =
  /按揭|租(?!出|给)|(?<!可以|能|想|愿意|没|没有|未)(?:抵押|质押)(?:了|出去|掉|给|着|在)|已经?(?:抵押|质押|押)|押(?:出去|掉|着|在)|产权(?:是|在|归|不)|(?<!可以|能|想|愿意)抵(?:给(?!你|贵)|出去|掉|了)|证(?:书)?[^，。]{0,3}(?:在办|没办|没下|办着|还没)|没(?:有)?(?:证|产证|房产证|产权)|小产权|集体|宅基地|违建|查封|冻结|个人|老[板婆公]|我(?:自己|名下|爸|妈|家)|自家|家里|父母|亲戚|leased?|rented|mortgaged|pledged already|personal|my own/
const REFUSED = /不想|不愿|不(?:抵|押|让|拿|动|肯|行)|没有?|无|别|除了|\b(?:no|not|don't|without|won't)\b/
const CREDIT = /(?:纯|做|走|想要|只要|要|就)?信用(?:贷|的|方式|类)?(?!证|评级|等级|记录|卡|好)|unsecured|on credit/
const NOTHING =
  /(?:啥|什么|任何|一样)[^，。]{0,4}(?:没|不|无)|没(?:有)?(?:啥|什么|任何|可|得|东西)|不(?:想|愿|打算)[^，。]{0,2}[抵押]+(?:任何|什么|啥|东西)|两手空空|空空|nothing|none/
const OFFERS = /[抵押质]|(?:可以|能|行)(?:拿|用|做|吧|$)|pledge|offer|mortgag/
const DOUBT = /不(?:太)?(?:清楚|知道|晓得|确定)|算不算|哪|吗$|[？?]|你[说看]|not sure|don't know|\bor\b/

/** What is offered, `none` where credit alone is wanted; undefined where it is not told part by part. */
export function pledgesTold(text: string): readonly string[] | typeof OPEN | undefined {
  const parts = answerParts(text)
  let taken = false
  const told = parts.flatMap((part, i) => {
    const options = (SOME_OF.collateral ?? []).flatMap(([option, words]) => (words.test(part.text) ? [option] : []))
    if (options.length === 0) return []
    const next = parts[i + 1]
    const isBehind =
      next !== undefined &&
      NOT_FREE.test(next.text) &&
      !(SOME_OF.collateral ?? []).some(([, words]) => words.test(next.text))
    if (NOT_FREE.test(part.text) || isBehind || REFUSED.test(part.text)) {
      taken ||= NOT_FREE.test(part.text) || isBehind
      return []
    }
    return options
  })
  const isNone = beginsWithNothing(text) || /^(?:没有?|无|no)(?=[，, ])/.test(text)
  if (isNone && (told.length === 0 || !OFFERS.test(text))) return told.length === 0 ? [NONE] : undefined
  if (told.length > 0) return [...new Set(told)]
  if (CREDIT.test(text) || NOTHING.test(text)) return [NONE]
  if (DOUBT.test(text)) return undefined
  return taken ? OPEN : undefined
}
