// Whether a sum beside a word of loans is wanted, or owed already, or once was.
import type { FactDefinition } from '#engine'
import { banksNamed } from '../names/bank-names.ts'
import { asksFor, clauseOf, factFor, isAsTold, roleOf, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import { isLeftOver } from './english-money.ts'
import { isInterest, isOffered, isOfPerson, isWorthOfPledge } from './not-wanted.ts'
import { type Pair, spanOf } from './pairing.ts'

/** 手里有 200 万的信用贷: a loan that is there. */
const IN_HAND =
  /[手账名]里|手[上头]|现有|已有|已经|存量|在还|没还|还剩|还有|未还|去年|前年|到期|余额|拿了|批了|用的是|在用|用着|outstanding|existing|already|owe/
/** we have a 2 million loan from ICBC */
const ENGLISH_LOAN_THERE =
  /\b(?:have|has|got|carry|carrying|hold|holding|still|servicing|repaying|there is|there's)\b[^.;,]{0,24}\bloans?\b/
const ENGLISH_WISH = /\b(?:need|want|look|looking|apply|applying|seek|seeking|hope|hoping|like to|require)\b/
const REPAID = /还清|结清|还完|还掉了|(?:去年|前年|上个?月|今年|刚)[^，。；]{0,4}还了|repaid|paid off/
const LEFT_OF_LOAN =
  /^[^。；想要\d]{0,8}(?:还|就|只|总共|一共)剩下?(?:大概|了)?$|^(?:都|已经?|上半年|去年|今年)*还(?:了|掉)了?[^。；,;]{0,8}[，, ]?(?:现在|目前|手上)?(?:还|就|只)?(?:剩下?|欠|有)[^，。；,;\d]{0,4}$|^[^；。想要]{0,20}(?:还有|还欠|有|欠)(?:[工农中建交招]行|农商行?|邮储|信用社|[一-龥]{2}银行)[^，。；\d]{0,4}$|^[^，。；,;\d]{0,4}(?:还剩下?|剩下?|还有|(?:现在|目前|手上|一共|总共|共)有?|有|没还的?|还欠|余额)[^，。；,;\d]{0,4}$/
const OWED_TO = /^[，, ]?(?:是|在)(?:[工农中建交招]行|农商|邮储|信用社|[一-龥]{2}银行)/
const PARTLY_REPAID = /还剩|没还|未还|已经?还了/
const LOAN = /贷|借款|欠|loan|debt/
/** 我们要 300 万 asks for it; 一台设备要 200 万 is a price, 基金要投我们 500 万 is theirs. */
const PRICE = /一[台套辆条间]|单价|价格|报价|租金|基金|投资人/
/** 工资一年要四百万: what it costs. */
const COSTS =
  /(?:工资|房租|租金|水电|电费|开支|开销|利息|社保|人工)[^，。；]{0,6}$|(?:一年|每年|每个?月|一个?月|一天)(?:都|就|得|还|光|也)*$/
const THINGS_AFTER = /^ (?:[a-z][a-z-]*,? ){0,2}[a-z]{2,}s\b/
const EARLIER = /(?<![一二三四五六日天末底号月年])(?:之前|以前)|上次|上回|当时|原先|曾经/
const AFTER_REACH = 16
const REFUSED_BEFORE = /(?:^|[^要能行可])(?:不|不想|没想|不打算|没有?|别)(?:再|去)?$/
/** 贷款两家加起来 800 万, 贷款 2200 万分三家银行: what is owed to so many. */
const AT_SEVERAL =
  /[\d一二两三四五六七八九十]家(?:的?(?:银行|行))?(?:里|手里|那里)?(?:一共|总共|合计|合共|拢共|加起来|加一起|共|总计|都算上)|[分在][\d一二两三四五六七八九十]家(?:银?行)?/
const LACKS = /(?<![相误时偏])[差缺]个?$/
const OLD_LOAN = /老贷款|旧贷款|原来的贷款|到期|没还完|还没还/
/** 目前在建行有 300 万贷款. */
const AT_A_BANK =
  /(?:在|跟|向|从)?(?:[工农中建交招商]行|银行|信用社|农商|邮储)[^，。；]{0,4}(?:有一?笔|还有一?笔|有|还有|贷了|借了)(?=贷款|借款|\d|[一二三四五六七八九十两]|一共|总共)|家银行[，, ]?(?:一共|总共|合计|共|加起来)*(?:贷|借|有|欠)了?|[行家](?:加起来|加一起|合计|一共|总共|共)(?:贷|借|欠)/

const AT_BANK_ALONE =
  /^(?:目前|现在)?(?:就|只有?|是)?(?:在)?(?:[工农中建交招]行|[一-龥]{2}银行|农商行?|信用社|邮储)(?:那边)?(?:有|的)?$/
const TO_BE_RENEWED =
  /^[^，。；\d]{0,3}[，, ]?(?:今年|明年|下个?月|年底|月底|马上|快|就)?(?:[\d一二三四五六七八九十]{1,2}月份?)?[底初]?(?:要续|要到期|到期|快到期|该还)/
/** 三年内想融 2000 万冲上市: a plan, and no loan. */
const isForListing = (scene: Scene, { mention }: Pair): boolean => {
  const clause = clauseOf(scene, mention.start)
  return (
    /上市|科创板|北交所|创业板|主板|\bipo\b/.test(wordsOf(scene, clause)) &&
    /年[内后]|计划|目标|以后|将来|[冲上]/.test(wordsOf(scene, clause))
  )
}

const WANTED_ONCE = /(?:本来|原本|原来|一开始|起初|当初|开始)(?:是|就)?(?:想|打算|要|准备|说)/
const GIVEN_UP =
  /不划算|不合算|不[扩借贷买要做用上]了(?!不)|放弃|作罢|(?:就|后来|还是)算了|没借|没贷|黄了|没成|用不[着上]/
/** 本来想借一千万扩产，后来算算不划算: nothing is wanted any more. */
function isGivenUp(scene: Scene, { mention }: Pair): boolean {
  const clause = clauseOf(scene, mention.start)
  const rest = sentenceAround(scene, mention.start)
  return WANTED_ONCE.test(wordsOf(scene, clause)) && GIVEN_UP.test(rest.slice(rest.indexOf(wordsOf(scene, clause))))
}

/** 金额 after 订单 is the order's; 手里有 200 万信用贷 is owed already. */
export function wantedOrNot(scene: Scene, pair: Pair, amount: FactDefinition): FactDefinition | undefined {
  const said = scene.masked.slice(pair.anchor.start, pair.anchor.end)
  const before = scene.masked.slice(Math.max(0, pair.anchor.start - 20), pair.anchor.start)
  if (/^(?:金额|数额)$/.test(said) && /订单|合同|中标/.test(before)) return factFor(scene, 'orders')
  const clause = clauseOf(scene, pair.mention.start)
  const words = wordsOf(scene, clause)
  if (isInterest(scene, pair.mention)) return undefined
  if (/预授信/.test(scene.masked.slice(pair.anchor.start, pair.mention.start)) || isForListing(scene, pair))
    return undefined
  const standing = standingOf(scene, pair, said, words)
  if (standing) return standing === 'owed' ? factFor(scene, 'loanBalance') : undefined
  // 不要 300 万: what is refused is not wanted
  if (REFUSED_BEFORE.test(before) && !/能|可以/.test(words)) return undefined
  if (clause && !isAskedFor(scene, pair, said, scene.masked.slice(clause.start, pair.anchor.start))) return undefined
  return inHand(scene, pair) ? factFor(scene, 'loanBalance') : amount
}

/** Whether a sum beside a word of loans is owed already, or was once and is no more; undefined where neither is said. */
function standingOf(scene: Scene, pair: Pair, said: string, words: string): 'owed' | 'gone' | undefined {
  const between = scene.masked.slice(pair.anchor.end, pair.mention.start)
  const after = scene.masked.slice(spanOf(pair)[1], spanOf(pair)[1] + AFTER_REACH)
  // refinance our 11% loan, 2.4m left on it
  if (/loan/.test(said) && isLeftOver(scene, pair.mention)) return 'owed'
  // 授信 800 万，实际用了 350 万
  if (/^授信/.test(said) && /(?:用了|用掉|用信|提了|支用)/.test(between)) return 'owed'
  const isLoan = /贷|借款/.test(said)
  if (isLoan) {
    // 抵押贷款 800 万在农行
    if (OWED_TO.test(scene.masked.slice(pair.mention.end, pair.mention.end + 8)) && !/[想要需]/.test(words))
      return 'owed'
    // 九百多万贷款，今年要续; 贷款占了 1200 万
    if (TO_BE_RENEWED.test(after) || /^(?:就|也|大概)?占了?(?:大概|约)?$/.test(between)) return 'owed'
    // 现在贷着 300 万
    if (/^着/.test(scene.masked.slice(pair.anchor.end)) && !/[想要需]/.test(words)) return 'owed'
    // 贷款就工行 300 万
    if (AT_BANK_ALONE.test(between) && !/[想要需批给]|申请|打算/.test(words)) return 'owed'
    // 两百万的贷款还了一半，现在剩一百万: what is left of it stands in its place
    if (/^(?:都|已经?)?还(?:了|掉)/.test(after)) return isAsTold(scene, pair.mention) ? 'gone' : 'owed'
  }
  // 贷款还剩 120 万没还: what is left of it
  if (LEFT_OF_LOAN.test(between)) return 'owed'
  // 贷款 300 万还剩 180 万没还: what once was borrowed
  if (isLoan && isPaidBack(scene, pair.mention)) return 'gone'
  if (REPAID.test(words) || (PARTLY_REPAID.test(words) && !/[想要需再]/.test(words))) return 'gone'
  return isLoan && isOldLoan(scene, pair) ? 'owed' : undefined
}

/** Neither a price, nor what was once asked for, nor the whole cost of which only a part is lacking. */
function isAskedFor(scene: Scene, pair: Pair, said: string, before: string): boolean {
  // we want to buy two machines
  if (pair.mention.kind === 'number' && THINGS_AFTER.test(scene.masked.slice(pair.mention.end))) return false
  if (said === '要' && (PRICE.test(before) || COSTS.test(before))) return false
  if (isOffered(scene, pair.mention) || isWorthOfPledge(scene, pair.mention) || isOfPerson(scene, pair)) return false
  // 今年研发要花到 500 万 is spent, not borrowed
  // 我个人借给公司 180 万
  if (said === '借' && /^给(?:公司|我们|咱)/.test(scene.masked.slice(pair.anchor.end))) return false
  if (said === '要' && /^(?:不回|回来|债|账|不到|得回)/.test(scene.masked.slice(pair.anchor.end))) return false
  if (said === '要' && /^(?:花|付|交|缴|涨|扣|罚|赔|加租|加价|收)/.test(scene.masked.slice(pair.anchor.end)))
    return false
  if (EARLIER.test(before) || isGivenUp(scene, pair)) return false
  // 授信 500 万用了 300 万 is a line that is there
  if (
    /^(?:的?授信)?[，, ]?[^，。；\d]{0,4}(?:用了|已用|只用|没用|用掉|实际用)/.test(
      scene.masked.slice(pair.mention.end, pair.mention.end + 8).replace(/^[，, ]/, ''),
    )
  )
    return false
  // 贷款已经批了 500 万，还没放款
  if (/已经?批|批下来/.test(scene.masked.slice(pair.anchor.end, pair.mention.start))) return false
  // 上个月刚贷了 100 万 has been granted
  if (/^[贷借融]$/.test(said) && /^[了过到]/.test(scene.masked.slice(pair.anchor.end)) && !/[想要需]/.test(before))
    return false
  const sentence = clauseOf(scene, pair.mention.start)?.sentence
  const lacking = scene.mentions.find(
    each =>
      each.kind === 'money' &&
      clauseOf(scene, each.start)?.sentence === sentence &&
      LACKS.test(scene.masked.slice(Math.max(0, each.start - 3), each.start)),
  )
  return lacking === undefined || lacking === pair.mention
}

/** 老贷款下个月到期，三百万. */
function isOldLoan(scene: Scene, pair: Pair): boolean {
  const [start, end] = spanOf(pair)
  const words = scene.masked.slice(Math.max(0, start - 4), end)
  const clause = clauseOf(scene, pair.mention.start)
  const whole = clause ? wordsOf(scene, clause) : words
  return (
    (OLD_LOAN.test(words) || AT_A_BANK.test(whole) || AT_SEVERAL.test(whole)) &&
    !/[想要需]|申请|打算|能贷|可以贷|批/.test(whole)
  )
}

function inHand(scene: Scene, pair: Pair): boolean {
  if (pair.sign.is !== 'fact' || !pair.sign.weak) return false
  const clause = clauseOf(scene, pair.mention.start)
  const words = wordsOf(scene, clause)
  if (ENGLISH_LOAN_THERE.test(words)) return !ENGLISH_WISH.test(words)
  return IN_HAND.test(words) && LOAN.test(words) && !/[想要需]|申请/.test(words)
}

/** 想把利息高的经营贷换掉，350 万: a new loan of as much. */
export function isToBeReplaced(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.anchor.start)
  const words = wordsOf(scene, clause)
  return (
    /[想要]|打算|准备|计划|需要|用途|用来|^(?:就是|主要是)?把/.test(words) &&
    /(?:置换|换|还)(?:掉|了|一下|成)/.test(words)
  )
}

/** 想做短贷 300 万, or asked how much is wanted: a kind of loan that is to come. */
export function isKindWanted(scene: Scene, { anchor, mention }: Pair): boolean {
  if (!/^(?:短|长|中长|短期|长期|中长期|固)(?:贷款?|借款)$/.test(scene.masked.slice(anchor.start, anchor.end)))
    return false
  const words = wordsOf(scene, clauseOf(scene, mention.start))
  return (
    asksFor(scene, 'amount') ||
    (/[想要需拟缺]|希望|申请|打算|准备|做[个笔]|来[个笔]/.test(words) && !/余额|还剩|已/.test(words))
  )
}

/** 厂房抵押贷 1200 万，扩产用: what is wanted, for something that is named. */
export function isMortgageWanted(scene: Scene, { anchor, mention }: Pair): boolean {
  if (!/^(?:抵押贷|信用贷|经营贷)款?$/.test(scene.masked.slice(anchor.start, anchor.end))) return false
  if (mention.start < anchor.end || !/^[个一笔款约大概]{0,3}$/.test(scene.masked.slice(anchor.end, mention.start)))
    return false
  const words = sentenceAround(scene, mention.start, 1)
  const isThere = /[有欠剩]|在还|余额|到期|去年|前年|已经|没还|批了|放了|下来|笔/.test(words)
  const sentence = clauseOf(scene, mention.start)?.sentence
  const ofPurpose = scene.signs.some(
    sign =>
      clauseOf(scene, sign.start)?.sentence === sentence &&
      sign.values.some(value => value.is === 'option' && roleOf(scene, value.fact) === 'purpose'),
  )
  return !isThere && (ofPurpose || /[想要]|打算|能不能/.test(words))
}

/** 银行那边欠着 350 万; 负债有 300 万银行贷款. */
export function isBankDebt(scene: Scene, pair: Pair): boolean {
  const clause = clauseOf(scene, pair.mention.start)
  const words = wordsOf(scene, clause)
  if (/银行[^，。；\d]{0,4}$/.test(scene.masked.slice(pair.anchor.end, pair.mention.start))) return true
  if (/^(?:的|都?是)*银行(?:的)?(?:贷款|借款)/.test(scene.masked.slice(pair.mention.end))) return true
  // 三家银行，总共欠 1100 万
  if (/家(?:银行)?[，, ]?(?:一共|总共|合计|共|加起来)*$/.test(scene.masked.slice(0, pair.anchor.start))) return true
  return pair.sign.is === 'fact' && pair.sign.weak && (/银行/.test(words) || banksNamed(words) > 0)
}

/** Receivables from a buyer, about 7 million outstanding: owed by customers, to us. */
export const isOwedToUs = (scene: Scene, { anchor, mention }: Pair): boolean =>
  scene.masked.slice(anchor.start, anchor.end) === 'outstanding' &&
  /receivable|customers? ow|clients? ow|invoices?/.test(scene.masked.slice(0, mention.end)) &&
  !/\bloans?\b|\bbanks?\b/.test(scene.masked)

/** 借了 800 万还掉 300 万: neither is what is owed now. */
export function isPaidBack(scene: Scene, { kind, start, end }: Mention): boolean {
  if (kind !== 'money') return false
  return (
    /还(?:了|掉了?|过)$/.test(scene.masked.slice(Math.max(0, start - 5), start)) ||
    // 刚把欠建行的两百万还清
    /^的?(?:贷款|借款|欠款|钱|款子?)?(?:都|全|已经?|早|就|刚|给|也|后来|去年|前年|今年|上半年|年初)*还(?:清|完|掉)(?!不|没|的话|之后再|才)/.test(
      scene.masked.slice(end, end + 12),
    ) ||
    /^[，, ]?(?:已经|后来|现在)?还(?:了|掉了?|过)[\d一二两三四五六七八九十百]/.test(scene.masked.slice(end, end + 8))
  )
}
