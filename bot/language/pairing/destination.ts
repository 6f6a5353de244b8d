// The fact that a noun and its value are really about: another year's, the applied for rather than the granted, the loan that
// is there rather than the one that is wanted.
import type { FactDefinition } from '#engine'
import { GRANTED } from '../roles.ts'
import { isWish } from '../scene/claims.ts'
import { asksFor, clauseOf, factFor, roleOf, type Scene, sentenceAround, wordsOf, wordsUpTo } from '../scene/scene.ts'
import { EARLIER_REACH, isOfSomethingElse } from '../scene/something-else.ts'
import { isOfPct } from '../sums/rights-together.ts'
import { askedYear, hasFamily, inPeriod, periodAt } from '../values/periods.ts'
import { isAmongSums, isRelief, isTaxSaved, isYearOfOther, ofOneYear, ofYearsTogether } from './accounts.ts'
import { grantedRight, isByWhen, isOfLastYear } from './elided.ts'
import { elsewhereInEnglish } from './english-destination.ts'
import {
  isBankDebt,
  isKindWanted,
  isMortgageWanted,
  isOwedToUs,
  isPaidBack,
  isToBeReplaced,
  wantedOrNot,
} from './loan-or-wish.ts'
import { moneyRaised } from './money-raised.ts'
import { isNoFounding } from './not-founding.ts'
import { isInterest, isOffered, isOneCreditor } from './not-wanted.ts'
import { isNoOrderInHand } from './orders-in-hand.ts'
import { type Pair, spanOf } from './pairing.ts'
import { isOfResearchers, isPartOfHeads } from './part-of-heads.ts'
import { isPartOrMore } from './part-or-more.ts'
import { isToPledge } from './pledged-rights.ts'
import { isNoScore } from './points.ts'
import { isRateWished, isRefusedOrPresent } from './rate-of-now.ts'
import { isShareOfElse, ofUse } from './share-of-else.ts'

const NOT_GRANTED_AFTER =
  /^(?:(?:专利)?申请(?![了过])|[^，。；,;\d一二两三四五六七八九十俩仨几]{0,6}(?:在审|在申请|申请中|实审|受理|还没授权|未授权|还没下证|pending)(?![\d一二两三四五六七八九十])|(?: patents?| applications?| are| were| have been| already| last year| in total)* (?:filed|applied for|submitted|pending|in application)\b)/
const NOT_GRANTED_BEFORE =
  /(?:申请了?|报了|申报了?|[提递]交了?|受理了?|在审的?)[^，。；,; ]{0,5}$|(?:applied for|filed)[^，。；,;]{0,5}$/
/** 发明报了 3 个 */
const APPLIED_BETWEEN =
  /^(?:专利)?[^，。；\d]{0,3}(?:新?申请|申报|受理|(?<!年|上|汇|多|少|漏|错|虚)报|提交|递交|交)(?:了|过)[^，。；\d]{0,3}$/
const LOOKED_BEFORE = /(?:征信|查询|查了)[^。；贷借欠余]{0,10}$/
const THREE_YEARS =
  /(?:近|这|过去|最近|前|头)(?:的)?三年|(?<![第满])三年(?:里|内|间)?(?:加起来|加一块|合计|总共|一共|总计|累计|下来|总和|拢共|的总)|三个年度/
const THREE_YEARS_AFTER = /^[，, ]?(?:那|这)?(?:是|为)(?:近|这|前)?三年(?:的|加起来|合计|总)/
const YEARS_TOLD = /[两三几]年/
const HAS_LASTED =
  /(?:\b(?:have|has|had)\b|'ve\b|'s\b|\bbeen\b)[^.;]{0,30}\b(?:been|supplied|worked|made|done|sold|run|served|known|had|used|built|in)\b[^.;]{0,20}$|\bgrown?\b|\bgrew\b/

const SHORT_TIME = /^(?!.*(?:半年|6个月|六个月)).*(?:(?<!近)[一两三1-3]个月|上个月|这个月)[^，。]{0,4}查/
const NO_LENDER_BEFORE =
  /(?:问|找|跑|咨询|谈)[^，。；]{0,6}$|开户[^，。；]{0,3}$|\b(?:talked|spoke|spoken|applied|went|asked|approached|contacted|visited)\b[a-z ]{0,12}$/
const NO_LENDER_AFTER =
  /^[^，。；,;\d]{0,5}(?:谈过|聊过|来找|找过|找我|来过|上门|营销|推销|接触过|联系过|拒|都?没批|不批|抢着|都想|想给|要给)/

/** The fact a pair states, or undefined when no fact wants it. */
export function destination(scene: Scene, pair: Pair, fact: FactDefinition): FactDefinition | undefined {
  const [start, end] = spanOf(pair)
  const target = roleOf(scene, fact) === 'age' ? (factFor(scene, 'founded') ?? fact) : fact
  const role = roleOf(scene, target)
  if (role !== undefined && isOfSomethingElse(scene, pair.mention, role)) return undefined
  if (role === 'queries' && isOfLongerTime(scene, pair)) return undefined
  if (role === 'exports' && isRollingYear(scene, pair)) return target
  // 团体标准 count for nothing
  if (isNoScore(scene, pair, fact) || (role === 'standards' && /团|企业标准|企标/.test(scene.masked.slice(start, end))))
    return undefined
  // 人数：生产 40，研发 12; 团队里 985 毕业的有 5 个
  const between = scene.masked.slice(pair.anchor.end, pair.mention.start)
  if (role === 'headcount' && isPartOfHeads(scene, pair, between)) return undefined
  // 去年招了 8 个应届: asked is this year
  if (role === 'graduates' && isOfLastYear(scene, pair)) return undefined
  if (role === 'headcount' && isOfResearchers(scene, pair)) return factFor(scene, 'techStaff')
  const english = elsewhereInEnglish(scene, pair, role)
  if (english !== undefined) return english ?? undefined
  if ((role === 'revenue' && isYearOfOther(scene, pair)) || (role === 'founded' && isNoFounding(scene, pair)))
    return undefined
  // asked what was filed, 3 件发明 were
  if (role === 'invention' && asksFor(scene, 'applications') && !/授权|下证|拿证/.test(scene.masked)) return undefined
  if (role === 'orders' && isNoOrderInHand(scene, pair)) return undefined
  if (role === 'term' && hasLasted(scene, pair)) return undefined
  if (role === 'term' && isByWhen(scene, pair.mention)) return factFor(scene, 'urgency')
  // asked for the years in a trade, 干了十五年了 tells them
  if (role === 'founded' && pair.mention.kind === 'months' && (isOfNiche(scene, pair) || asksFor(scene, 'nicheYears')))
    return factFor(scene, 'nicheYears')
  if (role === 'amount' && isRateWished(scene, pair)) return factFor(scene, 'rate')
  if (role === 'amount') return wantedOrNot(scene, pair, target)
  if ((role === 'researchCost' || role === 'taxPaid') && isRelief(scene, pair)) return factFor(scene, 'taxRelief')
  if (role === 'taxRelief' && !isTaxSaved(scene, pair)) return undefined
  if (role === 'researchCost' && ofUse(scene, start)) return factFor(scene, 'amount')
  const granted = role === 'applications' && pair.anchor.end < pair.mention.start && grantedRight(scene, pair.mention)
  if (granted) return granted
  if (role === 'applications' && isOfPct(scene, pair)) return factFor(scene, 'pctApplications')
  if (role === 'researchCost' && isOfThreeYears(scene, pair)) return factFor(scene, 'researchThreeYears')
  const spanned = role === 'researchThreeYears' ? ofOneYear(scene, pair) : ofYearsTogether(scene, pair, target)
  if (spanned) return spanned.fact
  if (role === 'techStaff' && isAmongSums(scene, pair)) return factFor(scene, 'researchCost')
  const raised = role === 'equity' ? moneyRaised(scene, pair, target) : target
  if (raised !== target) return raised
  if (role === 'rate' && isRefusedOrPresent(scene, pair)) return undefined
  if (role === 'titleUntil' && !isOfTitle(scene, pair)) return undefined
  if (isWish(target) || target.type === 'date') return began(scene, pair, target)
  if (isYearless(scene, pair, target) || isPartOrMore(scene, pair, target)) return undefined
  if (role === 'loanBalance' && isOwedToUs(scene, pair)) return factFor(scene, 'receivables')
  if (role === 'lenders' && isNoLender(scene, spanOf(pair))) return undefined
  if (role === 'taxPaid' && isAverage(scene, pair)) return factFor(scene, 'taxAverage')
  if (role === 'intensity' && isShareOfElse(scene, pair)) return undefined
  if (role === 'taxPaid' && isOffered(scene, pair.mention)) return undefined
  if (role === 'liabilities' || role === 'loanBalance') {
    if (isPaidBack(scene, pair.mention) || isOneCreditor(scene, pair) || isInterest(scene, pair.mention))
      return undefined
    if (role === 'liabilities' && isBankDebt(scene, pair)) return factFor(scene, 'loanBalance')
  }
  // 把那 150 万余额去掉
  if (role === 'loanBalance' && /^(?:去掉|删|清零|抹)/.test(scene.masked.slice(end))) return undefined
  if (
    role === 'loanBalance' &&
    (isToBeReplaced(scene, pair) || isMortgageWanted(scene, pair) || isKindWanted(scene, pair))
  )
    return factFor(scene, 'amount')
  const notGranted = role !== undefined && GRANTED.has(role) ? pledgedOrApplied(scene, pair) : undefined
  if (notGranted) return notGranted
  const period = periodAt(scene.periods, scene.clauses, pair.mention.start, pair.mention.end)
  const asked = period ? undefined : askedYear(scene.lexicon, target, scene.context.pending)
  return asked ?? inPeriod(scene.lexicon, target, period)
}

/** We have supplied them for nine years. */
const hasLasted = (scene: Scene, pair: Pair): boolean => {
  const [start] = spanOf(pair)
  return (
    (/^(?:for|over|within)$/.test(scene.masked.slice(pair.anchor.start, pair.anchor.end)) &&
      HAS_LASTED.test(wordsUpTo(scene, start))) ||
    // 从两千万做到三千万用了两年
    /^[用花]了[^，。；]{0,3}$/.test(scene.masked.slice(pair.anchor.start, pair.mention.start))
  )
}

/** 问了两家银行; 近半年查了四次征信，就两家银行: who was asked, or looked. */
const isNoLender = (scene: Scene, [start, end]: readonly [number, number]): boolean =>
  NO_LENDER_BEFORE.test(scene.masked.slice(Math.max(0, start - EARLIER_REACH), start)) ||
  NO_LENDER_AFTER.test(scene.masked.slice(end, end + EARLIER_REACH)) ||
  LOOKED_BEFORE.test(scene.masked.slice(Math.max(0, start - EARLIER_REACH), start)) ||
  // 贷款还有两百在江苏银行: where it is owed
  /[\d百千万多几]在[一-龥]{0,4}$/.test(scene.masked.slice(start, Math.max(start, end - 2)))

/** 拿 3 件发明质押, 5 件发明在审: rights that are pledged or applied for rather than counted as granted. */
function pledgedOrApplied(scene: Scene, pair: Pair): FactDefinition | undefined {
  const [start, end] = spanOf(pair)
  const before = scene.masked.slice(Math.max(0, start - 10), start)
  const after = scene.masked.slice(end, end + 24)
  if (isToPledge(scene, start, end)) return factFor(scene, 'pledgeable')
  // 申请了 5 个发明，授权了 2 个: said to be granted between noun and number
  const between = scene.masked.slice(pair.anchor.end, pair.mention.start)
  const isGranted = /授权|下证|拿证|granted/.test(between)
  if (!isGranted && APPLIED_BETWEEN.test(between)) return factFor(scene, 'applications')
  if (!isGranted && (NOT_GRANTED_AFTER.test(after) || NOT_GRANTED_BEFORE.test(before)))
    return factFor(scene, 'applications')
  return undefined
}

/** 去年被查了十几次征信，近半年 3 次: half a year is asked for. */
function isOfLongerTime(scene: Scene, { mention }: Pair): boolean {
  const before = scene.masked.slice(Math.max(0, mention.start - 8), mention.start)
  if (SHORT_TIME.test(wordsOf(scene, clauseOf(scene, mention.start)))) return true
  return (
    !before.includes('半年') &&
    /^[^。；\d]{0,10}半年(?:内|里|来)?[^，。；\d]{0,4}[\d一二两三四五六七八九十]/.test(scene.masked.slice(mention.end))
  )
}

/** 去年 11 月到今年 10 月出口额 710 万: twelve months up to now. */
const isRollingYear = (scene: Scene, { mention }: Pair): boolean =>
  /去年[\d一二三四五六七八九十]{1,2}月份?(?:到|至|-)(?:今年|现在|目前|上个?月)|(?:过去|最近|近)(?:一年|12个月|十二个月)/.test(
    wordsOf(scene, clauseOf(scene, mention.start)),
  )

/** 开了九年了 tells an age, 2017 年开的 and 九年前 a day; what was asked for is answered. */
function began(scene: Scene, { mention }: Pair, fact: FactDefinition): FactDefinition {
  const age = factFor(scene, 'age')
  if (!age || roleOf(scene, fact) !== 'founded' || scene.context.pending.includes(fact.id)) return fact
  return mention.kind === 'months' && !/^[以之]?前|^ ago/.test(scene.masked.slice(mention.end)) ? age : fact
}

/** 三年加起来研发投了 900 万, 研发 320 万是三年的总和: of all three years together. */
function isOfThreeYears(scene: Scene, { anchor, mention }: Pair): boolean {
  const clause = clauseOf(scene, mention.start)
  const from = Math.min(clause?.start ?? 0, anchor.start)
  const words = scene.masked.slice(from, mention.start)
  if (/每年|年均|平均|各/.test(words)) return false
  if (THREE_YEARS_AFTER.test(scene.masked.slice(mention.end, mention.end + EARLIER_REACH))) return true
  const told = words.search(THREE_YEARS)
  return told >= 0 && !scene.periods.some(({ at, offset }) => offset < 0 && at > from + told && at < mention.start)
}

/** 两年平均下来每年交 90 万. */
function isAverage(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  return /平均|年均|均下来|on average|average/.test(wordsOf(scene, clause))
}

/** 证书 2027 年 11 月到期, but not 贷款 12 月到期. */
function isOfTitle(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  const [start, end] = [Math.max(0, (clause?.start ?? 0) - EARLIER_REACH), clause?.end ?? 0]
  const own = scene.masked.slice(clause?.start ?? 0, end)
  // what has lapsed is told by the title itself
  if (pair.mention.high < scene.context.today) return false
  return (
    asksFor(scene, 'titleUntil') ||
    (asksFor(scene, 'highTech') && /到期|有效|管到|截[止至]/.test(own)) ||
    (/高企|高新|国高|证书|资质|high-tech|certificate/.test(scene.masked.slice(start, end)) &&
      !/贷款|借款|合同|租|保单|专利|商标|loan|lease|contract|patent/.test(own))
  )
}

/** 在这个细分行业干了 15 年: years in a trade, which may be more or fewer than the company's. */
function isOfNiche(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  const words = wordsOf(scene, clause)
  return /细分|领域|赛道|这个方向|这一?行|行当|这块|这个行业|该行业|本行业/.test(words) && !/公司|成立|注册/.test(words)
}

/** 三年营收：2200万、2900万、3700万: several years in a row, nobody says in which order. */
function isYearless(scene: Scene, pair: Pair, fact: FactDefinition): boolean {
  if (fact.type !== 'money' || scene.periods.length > 0) return false
  const isFlow = hasFamily(scene.lexicon.facts, fact) || YEARS_TOLD.test(sentenceAround(scene, pair.mention.start))
  if (!isFlow) return false
  const { kind, start, end } = pair.mention
  return scene.mentions.some(
    other =>
      other.kind === kind &&
      ((other.start > end - 1 && /^[、/]$/.test(scene.masked.slice(end, other.start))) ||
        (other.end < start + 1 && /^[、/]$/.test(scene.masked.slice(other.end, start)))),
  )
}
