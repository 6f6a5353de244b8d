// Money from investors: paid in over two years or three, wanted and not yet raised, signed and not yet paid, or other money that
// came in.
import type { FactDefinition } from '#engine'
import { clauseOf, factFor, type Scene, sentenceAround, wordsOf, wordsUpTo } from '../scene/scene.ts'
import type { Pair } from './pairing.ts'

/** 想引进股权，大概三千万 is wanted, and not there yet. */
const ROUND_WANTED =
  /(?:^|还|正)在(?:谈|找|接触|对接)[^，。；了过]{0,4}$|(?:想|打算|准备|计划|希望|考虑)(?:再|要|先)?(?:引进?|融|找|谈|走|做|用|拿)[^，。；了过]{0,4}$/
/** B 轮四千万签了，还没打款 */
const NOT_PAID_IN =
  /^(?:(?!轮|[今去明]年)[^。；\d]){0,10}(?:还|都|暂时?|尚|钱)(?:都|还|也)?[没未](?:有)?(?:打款|打钱|打过来|打进来|到账|到位|进来|进账|到|交割|下来|签|谈妥|谈成|定)(?!的)/

/** Money from investors: of two years, or wanted and not yet raised, or other money that came in. */
export function moneyRaised(scene: Scene, pair: Pair, equity: FactDefinition): FactDefinition | undefined {
  if (/^ (?:the|our|my) (?:ask|amount|request|price|rate)/.test(scene.masked.slice(pair.anchor.end)))
    return factFor(scene, 'amount')
  if (isOtherMoneyIn(scene, pair) || NOT_PAID_IN.test(scene.masked.slice(pair.mention.end))) return undefined
  if (isRoundWanted(scene, pair)) return factFor(scene, 'amount')
  return isOfTwoYears(scene, pair) ? factFor(scene, 'equityTwoYears') : equity
}

const isRoundWanted = (scene: Scene, { anchor }: Pair): boolean => ROUND_WANTED.test(wordsUpTo(scene, anchor.start))

/** 补贴去年到账 80 万: money that came in, and no investor's. */
function isOtherMoneyIn(scene: Scene, { anchor, mention }: Pair): boolean {
  if (!/到账|到位|实到|又到|进来/.test(scene.masked.slice(anchor.start, anchor.end))) return false
  const words = sentenceAround(scene, mention.start)
  return !/投资|融资|股权|[轮輪]|投资?人|基金|创投|风投|资本/.test(words) || /补贴|补助|贷|货款|奖|拨款/.test(words)
}

/** 近两年股权融资到账 1200 万: told of two years, not of three. */
function isOfTwoYears(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  return /[近这]两年|两年(?:内|里)|(?:past|last) two years/.test(wordsOf(scene, clause))
}
