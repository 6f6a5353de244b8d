// An interest rate that is told but not wished for: what a present loan costs, what another bank offers, what is too dear.
import { clauseOf, type Scene, wordsOf } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import { type Pair, spanOf } from './pairing.ts'

const REACH = 16
const TO_BE_REPLACED = /^的?[^，。；,;想要]{0,6}(?:贷|借款|贷款|款|钱)[^，。；,;]{0,4}(?:换掉|置换|替换|还掉|结清|倒掉)/
/** Per cent a year; more is no wish. */
const RATE_MAX = 20
/** we pay 5 % interest now; currently 6.5 % */
const PAYS_NOW =
  /\b(?:we|i)(?:'re| are| currently| now)? pay(?:ing)? [^.;,]{0,24}(?:%|percent)|\b(?:currently|at the moment|right now|at present|existing|existing loan)\b[^.;,]{0,16}(?:%|percent)|(?:%|percent)[^.;,]{0,12}\b(?:now|currently|at the moment|at present)\b/

/** 工行抵押贷 600 万，利率 3.9，明年到期: the rate of a loan that is there. */
function isOfPresentLoan(scene: Scene, pair: Pair): boolean {
  const [start, end] = spanOf(pair)
  const around = scene.masked.slice(Math.max(0, start - REACH), end + REACH)
  return (
    /[工农中建交招商]行|到期|余额|在还|欠着|没还|还剩|[贷借]了|贷着|过桥|小贷|网贷|民间|担保公司|[那这]笔|借呗/.test(
      around,
    ) && !/[想要希]|接受|最好|以内|以下|不超/.test(around)
  )
}

/** 有一笔过桥，年化 12%, 那笔年化 9% 的小贷: what the loan costs that shall be replaced. */
const isOfDearLoan = (scene: Scene, start: number): boolean =>
  /(?:过桥|小贷|网贷|民间|担保公司|借呗|高利贷?|那笔|这笔)[^。；想要希降最]{0,12}$/.test(
    scene.masked.slice(Math.max(0, start - REACH), start),
  )

/** 贷款利息最好 4 以内 */
const RATE_BEFORE = /(?:利息|利率|年化|息)[^，。；,;\d]{0,6}$/

/** We pay 5 % interest now, want 3.5 at most: a small bare number where interest is spoken of. */
export const isRateWished = (scene: Scene, { mention }: Pair): boolean =>
  mention.kind === 'number' &&
  mention.high <= RATE_MAX &&
  (RATE_BEFORE.test(scene.masked.slice(0, mention.start)) || isRateInEnglish(scene, mention))

const isRateInEnglish = (scene: Scene, mention: Mention): boolean =>
  /\b(?:interest|rate)\b/.test(scene.masked) &&
  /\d ?(?:%|percent)/.test(scene.masked) &&
  /^(?:$|[,.;!]| (?:at most|max|or less|would|please|all in|percent|a year)\b)/.test(scene.masked.slice(mention.end))

/** 现在 6 个点, 月息一分太高了: what is paid now or would not be paid. */
export function isRefusedOrPresent(scene: Scene, pair: Pair): boolean {
  const [start, end] = spanOf(pair)
  // 毛利率不超过 20%
  if (/[毛净]$/.test(scene.masked.slice(0, pair.anchor.start))) return true
  if (
    /那会儿|当时|那时|现在|目前|存量|现有|已有|在贷|原来|之前|[那这]笔(?:是|贷款)?(?:年化|利率|利息)?|报价?$|给我们?报/.test(
      scene.masked.slice(Math.max(0, start - 6), end),
    )
  )
    return true
  if (isOfDearLoan(scene, start)) return true
  // 把年化 8 % 的贷款换掉
  if (TO_BE_REPLACED.test(scene.masked.slice(end, end + REACH))) return true
  if (isOfPresentLoan(scene, pair)) return true
  if (PAYS_NOW.test(wordsOf(scene, clauseOf(scene, pair.mention.start)))) return true
  const clause = clauseOf(scene, pair.mention.start)
  return /^[^，。；,;]{0,2}(?:免谈|不谈|就算了)|肯定不要|不考虑|太高|太贵|受不了|吃不消|接受不了|不能接受|不接受|贵了|too (?:high|expensive|much)/.test(
    scene.masked.slice(end, (clause?.end ?? end) + REACH),
  )
}
