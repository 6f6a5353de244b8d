// Values that suit the fact that was asked, and are no answer to it: 先告诉我 500 万能不能批 asks, 房贷还有八十万 is the owner's own, 外聘了两个 are
// no own doctors.
import type { FactDefinition } from '#engine'
import { isPaidBack } from '../pairing/loan-or-wish.ts'
import { isOfSeveralYears } from '../pairing/part-or-more.ts'
import { isWish } from '../scene/claims.ts'
import { clauseOf, roleOf, type Scene } from '../scene/scene.ts'
import { isOfSomethingElse } from '../scene/something-else.ts'
import type { Mention } from '../values/mention.ts'
import { isUnderReview } from './which-value.ts'

/** 有一个，已经调解了 */
const SETTLED_AFTER = /^[个件起]?[，, ]?(?:都|已经?|也|早就?)*(?:调解|结案|结了|了结|撤诉|撤了|和解|判完)/
/** Said behind a sum: so much in a month or a quarter. */
const PART_OF_YEAR =
  /^[^。；;\d]{0,4}(?:一个?月|每个?月|月均|一个?季度|每季度)|^[^.;\d]{0,8}(?:\b(?:a|per|each|every) (?:month|quarter)\b|monthly|quarterly)/i

/** 公司没有，我自己房贷一百多万; 房贷还有一百多万 */
const isPrivateLoan = ({ masked }: Scene, { start }: Mention): boolean =>
  /(?<![厂库])房贷[^，。；\d]{0,4}$|(?:我|老板|法人)(?:自己|个人)?的?房子(?:抵押?|押)了?[^，。；\d]{0,2}$/.test(
    masked.slice(0, start),
  ) ||
  /(?:我自己|本人|个人|老板|家里|私人)[^，。；\d]{0,3}(?:的|有)?(?:房贷|车贷|贷款?|借)[^，。；\d]{0,3}$/.test(
    masked.slice(0, start),
  )
/** 去年这会儿有 90，现在少了不少 */
const NO_LONGER = /^[^。；\d]{0,6}现在[^，。；\d]{0,4}(?:少|减|裁|走|多|增)[^\d]*$/

/** 去年 30 今年走了 5 个: nobody did the sum. */
const WENT_SINCE = /^[个人]?[，, ][^。；\d]{0,5}(?:走|离职|裁|辞)了(?!.*(?:剩|现在|目前|还有|招|补))/

/** 一天两万, 旺季 80 万: of a part of the year. */
const OF_A_DAY_BEFORE = /(?:一天|每天|日均|一单|每单|一台|单价|旺季|淡季)[^，。；\d]{0,4}$/
/** 除了我都是，一共 8 个人 */
const ALL_BUT = /除了?[^，。；]{1,6}(?:都|全)(?!.*(?:算下来|就是|剩|还有))/

/** 现在这笔是 4.35: what is paid, not what would be. */
const PAID_NOW =
  /(?:现在|目前|原来|之前|上一?)(?:这|那)?(?:笔|家)?(?:贷款|银行|[工农中建交招]行|农商行?)?(?:是|[给收批]的?(?:我们?|咱们?)?(?:的)?是?)?$/

/** 外聘了两个 are no own doctors; 我和两个合伙人 are three, or two. */
export function isOfOthers(scene: Scene, fact: FactDefinition, found: Mention): boolean {
  const role = roleOf(scene, fact)
  if (
    fact.unit?.zh === '人' &&
    /(?:我(?:[和跟]|带着?)|加上?)$/.test(scene.masked.slice(Math.max(0, found.start - 3), found.start))
  )
    return true
  return role !== undefined && isOfSomethingElse(scene, found, role)
}

/** 先告诉我 500 万能不能批 asks; 去年十一月才拿的证 is no day of expiry; 一百来万，哦是一个月 is no year's. */
export function isNoAnswer(scene: Scene, fact: FactDefinition, found: Mention): boolean {
  const clause = clauseOf(scene, found.start)
  if (clause?.question && !isWish(fact)) return true
  if (roleOf(scene, fact) === 'loanBalance' && (isPaidBack(scene, found) || isPrivateLoan(scene, found))) return true
  if (fact.type === 'count' && NO_LONGER.test(scene.masked.slice(found.end))) return true
  if (fact.unit?.zh === '人' && roleOf(scene, fact) !== 'headcount' && ALL_BUT.test(scene.masked)) return true
  if (fact.type === 'money' && !isWish(fact) && OF_A_DAY_BEFORE.test(scene.masked.slice(0, found.start))) return true
  if (roleOf(scene, fact) === 'loanBalance' && /没(?:有)?(?:放款|下款|到账|提款|批下来)/.test(scene.masked)) return true
  if (fact.unit?.zh === '人' && WENT_SINCE.test(scene.masked.slice(found.end))) return true
  if (isUnderReview(scene, fact, found)) return true
  if (roleOf(scene, fact) === 'lawsuits' && SETTLED_AFTER.test(scene.masked.slice(found.end))) return true
  if (roleOf(scene, fact) === 'titleUntil' && found.year === undefined && found.high < scene.context.today) return true
  // 十来年吧: too rough for a day
  if (
    fact.type === 'date' &&
    found.kind === 'months' &&
    /[十百][来几多]年/.test(scene.masked.slice(found.start, found.end + 1))
  )
    return true
  if (
    roleOf(scene, fact) === 'rate' &&
    (PAID_NOW.test(scene.masked.slice(Math.max(0, found.start - 10), found.start)) ||
      /^[^，。；]{0,2}(?:免谈|不谈|不要|不贷|不考虑|太高|太贵)/.test(scene.masked.slice(found.end)))
  )
    return true
  // 研发的人占三成: a share of heads
  if (
    roleOf(scene, fact) === 'intensity' &&
    /人(?:员|数|手)?(?:的?比例)?(?:大概|差不多|约)?(?:占|是|有)(?:了|到|比)?[^，。；\d]{0,4}$/.test(
      scene.masked.slice(0, found.start),
    )
  )
    return true
  if (fact.type === 'count' && isOfOthers(scene, fact, found)) return true
  if (roleOf(scene, fact) === 'conversions' && isOfSeveralYears(scene, found)) return true
  // 一年一还: how often is paid, not for how long; 一年一续 is a loan of a year
  if (roleOf(scene, fact) === 'term' && /^一?(?:还|付|结|转)|^(?:续|签)/.test(scene.masked.slice(found.end)))
    return true
  return fact.type === 'money' && !isWish(fact) && PART_OF_YEAR.test(scene.masked.slice(found.end, found.end + 16))
}
