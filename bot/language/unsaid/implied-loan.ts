// Sums and times of loans whose noun was left out: 农商行有两笔，一共 430 万; 补流，三百万; 借 300 万，一年.
import { isRefused } from '../changes/replaced.ts'
import { isWished, PER_TIME } from '../pairing/english-money.ts'
import { isOffered } from '../pairing/not-wanted.ts'
import type { NumberReading } from '../pairing/numbers.ts'
import { isUnitPrice } from '../pairing/part-or-more.ts'
import { ASSUMED, type Assumption, CARRIED } from '../scene/assumption.ts'
import type { Sign } from '../scene/lexicon.ts'
import { clauseOf, factFor, roleOf, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import { clauseAt } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'

/** Money that was spent is not wanted. */
const SPENT =
  /补贴了|奖了|补了|罚了|花了|花掉|用了|用掉|付了|已经|去年|前年|支出|投了|买了|进了|spent|paid|bought|last year|\bcosts? us\b|\bwe spend\b|\bspending\b/
/** 厂房值两千万: what something is worth, earns or owes is not what is wanted. */
const WORTH =
  /报价|厂家给|设备价|利息[^，。]{0,3}(?:得|要|是)|值|估|市价|评估|存量|余额|在贷|在还|还剩|欠|worth|valued|outstanding|owe/
const BANK_NAME = 4
/** 1000 万贷一年, 500 万用半年 */
const FOR_A_TIME =
  /^[，, ]?(?:先|能|就|打算|准备|想)?[贷借用分]个?(?:半|[一二两三四五六七八九十\d]{1,3}个?)(?:年|月)(?!了|多了|前|[^，。]{0,2}(?:利息|成本|得))/
const USE = /\b(?:money|loan|funds?) (?:is|would be|will be) (?:for|to)\b/
/** 换一批加工中心, 上两条线 */
const BUYS =
  /(?:想|要|准备|打算|需要|得|^|[，,。 ])(?:再|去|先)?(?:买|换|添|购置|采购|更新|上)(?:新|[一两二三四五六七八九十几\d]{1,3})[台套批条]/
const NOT_A_TERM =
  /[撑熬烧顶]|够花|跑道|流水|营收|收入|产值|税|利润|销售|赚|出口|成立|经验|历史|年限|干了|做了|开了|办了|注册|合作|质保|账期|\bago\b|experience|\bold\b|\bin business\b|\bsince\b|\bwarranty\b|\b(?:have|has|had|'ve|'s|been|supplied|worked) (?:been |done |made |supplied )?/

/** 农商行有两笔，一共 430 万，都正常还款: a loan, though the word is not said. */
export function owed(scene: Scene, mention: Mention): Assumption | undefined {
  const index = clauseAt(scene.clauses, mention.start)
  const words = sentenceAround(scene, mention.start, 1)
  const isLoan =
    /(?:[工农中建交招商]行|银行|信用社|家行|贷款[^，。；]{0,4}[一二两三四五六\d]家)/.test(words) &&
    /还款|还着|在还|逾期|还清|没还|未还|还剩|欠|笔|里[头面]?有?银行的?$|负债[^。；]{0,16}银行的|行[^，。；]{0,3}还[有差]|家(?:银?行)?[^，。；]{0,2}[，, ]?(?:一共|总共|合计|加起来|合共|拢共|共)/.test(
      words,
    )
  const own = scene.clauses[index]
  const repaid = own !== undefined && /还清|结清|还完|还掉了/.test(wordsOf(scene, own))
  // a wish that follows is another sum's
  const until = words.indexOf(scene.masked.slice(own?.start ?? mention.start, mention.end))
  const before = scene.masked.slice(own?.start ?? mention.start, mention.end)
  return isLoan && !repaid && !/[想要需]|申请/.test(words.slice(0, Math.max(0, until)) + before)
    ? [factFor(scene, 'loanBalance'), CARRIED, 'money owed to a bank']
    : undefined
}

/** term sheet for 30 million: investors' money */
const ROUND = /\bterm sheet\b|\bseries [a-e]\b/

/** 一年太短了，两年吧: another of the kind was refused, and this one was not. */
function isWeighed(scene: Scene, mention: Mention, kind: Mention['kind']): boolean {
  if (mention.kind !== kind) return false
  // it may stand where the refused one stood
  const own = scene.mentions.find(each => each.start === mention.start)
  const isMoved = own !== undefined && own.low !== mention.low
  if (!isMoved && isRefused(scene.masked, mention)) return false
  return scene.mentions.some(each => each.kind === kind && each.low !== mention.low && isRefused(scene.masked, each))
}

/** Whether the clause is nothing but the value. */
function isAlone(scene: Scene, mention: Mention): boolean {
  const clause = clauseOf(scene, mention.start)
  if (!clause || clause.others || clause.question) return false
  const rest = scene.masked.slice(clause.start, mention.start) + scene.masked.slice(mention.end, clause.end)
  return /^(?:大概|差不多|左右|要|就|吧|的|期|[，,、。 ])*$/.test(rest)
}

/** 半个月里放款，一百万: by when money is to come. */
const COMES_BY = /[天周月内里前][^，。；]{0,6}(?:放款|放下来|下款|到账|到位|批下来|下得来|能下来|要钱|要用|用钱)/
const isSpent = (scene: Scene, { start }: Mention): boolean =>
  SPENT.test(sentenceAround(scene, start)) || WORTH.test(sentenceAround(scene, start))

/** 年化三个半点，两年，四百万: a clause that is nothing but the value, beside the interest that is wished for. */
function isBesideRate(scene: Scene, mention: Mention, numbers: NumberReading): boolean {
  const sentence = clauseOf(scene, mention.start)?.sentence
  return (
    isAlone(scene, mention) &&
    numbers.pairs.some(
      pair => roleOf(scene, pair.fact) === 'rate' && clauseOf(scene, pair.mention.start)?.sentence === sentence,
    )
  )
}

/** 授信 800 万，用了 350 万: so much is owed. */
const isUsedOfLine = (scene: Scene, { start }: Mention): boolean =>
  /(?:用了|用掉|用信|提款|提了|支用了?)(?:大概|约|有)?$/.test(scene.masked.slice(Math.max(0, start - 8), start)) &&
  /授信|额度/.test(scene.masked.slice(Math.max(0, start - 20), start))

/** 在眉山建新厂投 1.5 亿: what the whole costs. */
const isInvested = (scene: Scene, { start }: Mention): boolean =>
  /(?:总投资|计划投资?|厂[^，。；]{0,2}投资?|投资)(?:大概|差不多|约|了|是|有)?$/.test(
    scene.masked.slice(Math.max(0, start - 10), start),
  )

/** 工行 300 万，年化 3.9: of a bank, and not wanted. */
const isAtBank = (scene: Scene, { start }: Mention): boolean =>
  /(?:[工农中建交招]行|农商行?|邮储|信用社|(?:招商|浙商|兴业|民生|中信|浦发|平安|光大|华夏)(?:银行)?)$/.test(
    scene.masked.slice(Math.max(0, start - BANK_NAME), start),
  ) && !/[想要需缺]|申请|打算/.test(sentenceAround(scene, start))

/** 150 万到 250 万都行, told as what would do. */
const isRangeThatWouldDo = (scene: Scene, { low, high, end, start }: Mention): boolean =>
  low < high &&
  /^(?:之间)?(?:都|也)(?:可以|行|成|好|够|能用)/.test(scene.masked.slice(end, end + 6)) &&
  clauseOf(scene, start)?.others === false

/** 打算把经营贷置换掉，大概 400 万: what is wanted, in the clause after the wish. */
export function wanted(scene: Scene, mention: Mention, numbers: NumberReading): Assumption | undefined {
  if (isUnitPrice(scene, mention) || isInvested(scene, mention)) return undefined
  if (isWeighed(scene, mention, 'money')) return [factFor(scene, 'amount'), ASSUMED, 'a sum that would do']
  if (isBesideRate(scene, mention, numbers)) return [factFor(scene, 'amount'), ASSUMED, 'a sum beside its interest']
  if (isAtBank(scene, mention)) return undefined
  if (isUsedOfLine(scene, mention)) return [factFor(scene, 'loanBalance'), CARRIED, 'what is used of a line']
  // 想做六百万抵押
  const isToMake = /(?:想|要|打算|能不能|准备)做个?$/.test(
    scene.masked.slice(Math.max(0, mention.start - 5), mention.start),
  )
  if (isToMake && /^的?(?:抵押|信用|贷)/.test(scene.masked.slice(mention.end)))
    return [factFor(scene, 'amount'), CARRIED, 'a loan to be made']
  // 首付两成已付，想贷剩下的七百万
  if (/[想要].{0,10}剩下?的$/.test(scene.masked.slice(Math.max(0, mention.start - 14), mention.start)))
    return [factFor(scene, 'amount'), CARRIED, 'the rest is wanted']
  if (isRangeThatWouldDo(scene, mention)) return [factFor(scene, 'amount'), CARRIED, 'a range that would do']
  // 差 150 万: too short a word to be searched for, since 差不多 begins with it
  if (/(?<![相误时偏])差个?$/.test(scene.masked.slice(Math.max(0, mention.start - 3), mention.start)))
    return [factFor(scene, 'amount'), CARRIED, 'the sum that lacks']
  if (PER_TIME.test(scene.masked.slice(mention.end)) || isOffered(scene, mention)) return undefined
  const index = clauseAt(scene.clauses, mention.start)
  const [before, own] = [scene.clauses[index - 1], scene.clauses[index]]
  const isForATime = FOR_A_TIME.test(scene.masked.slice(mention.end))
  if (own && isForATime && !own.others && !own.question && !SPENT.test(scene.masked.slice(own.start, mention.start)))
    return [factFor(scene, 'amount'), CARRIED, 'a sum and how long it is wanted']
  if (own && isAlone(scene, mention) && COMES_BY.test(sentenceAround(scene, mention.start)) && !isSpent(scene, mention))
    return [factFor(scene, 'amount'), ASSUMED, 'a sum and by when it shall come']
  if (own && hasNeed(scene, own.sentence, isNeed) && !ROUND.test(wordsOf(scene, own)))
    return [factFor(scene, 'amount'), ASSUMED, 'a sum beside its purpose']
  if (!own || before?.sentence !== own.sentence || own.start + 4 < mention.start) return undefined
  const words = wordsOf(scene, before)
  if (/要的(?:也|倒)?不多|要得不多/.test(words)) return [factFor(scene, 'amount'), ASSUMED, 'a sum after a wish']
  // 把小贷换掉，大概 220 万
  if (/^(?:就是|主要|想|先|是)*把[^，。；]{0,8}贷[^，。；]{0,4}(?:换|还|置换)(?:掉|成|一下)?(?!了)/.test(words))
    return [factFor(scene, 'amount'), ASSUMED, 'a sum for another loan']
  return /想|打算|需要|准备|希望|要|缺|差|先来/.test(words) &&
    /贷|借|融资|缺口|资金|周转|[一几]笔|[换还]掉|置换/.test(words)
    ? [factFor(scene, 'amount'), ASSUMED, 'a sum after a wish']
    : undefined
}

const ASKS_HOW_SOON =
  /[内前天周月快急][^，。]{0,6}(?:能|可以|来得及)|(?:能|可以)[^，。]{0,6}(?:内|之前|到账|下来|放款|下款)/
/** 补流，三百万: what money is wanted for, with nothing spent and no loan that is there already. */
function hasNeed(scene: Scene, sentence: number, is: (scene: Scene, value: Sign) => boolean): boolean {
  const clauses = scene.clauses.filter(clause => clause.sentence === sentence)
  const words = scene.masked.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0)
  // 买料，80 万，一个礼拜之内能下来不: asking how soon it comes is wanting it
  const asks = clauses.some(clause => clause.question && !ASKS_HOW_SOON.test(wordsOf(scene, clause)))
  if (SPENT.test(words) || WORTH.test(words) || asks || clauses.some(clause => clause.others)) return false
  if (USE.test(words) || BUYS.test(words)) return true
  return scene.signs.some(
    sign => clauseOf(scene, sign.start)?.sentence === sentence && sign.values.some(value => is(scene, value)),
  )
}

const isPurpose = (scene: Scene, value: Sign): boolean =>
  value.is === 'option' && roleOf(scene, value.fact) === 'purpose'

/** A purpose, 纯信用, 三年期, 利率 4 以内: such things are said of money that is wanted. */
function isNeed(scene: Scene, value: Sign): boolean {
  if (value.is === 'decoy') return false
  const role = roleOf(scene, value.fact)
  if (value.is === 'option')
    return (
      role === 'purpose' ||
      (role === 'collateral' && value.option === 'none') ||
      (role === 'kinds' && value.option !== 'equity' && value.option !== 'subsidy')
    )
  return (role === 'term' || role === 'rate') && !(value.is === 'fact' && value.weak)
}

/** A time beside a wanted sum is how long it is wanted. */
export function term(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  const wanted =
    numbers.pairs.some(pair => roleOf(scene, pair.fact) === 'amount') ||
    (clause !== undefined &&
      (hasNeed(scene, clause.sentence, isPurpose) ||
        // 纯信用 600 万 三年
        (hasNeed(scene, clause.sentence, isNeed) && /[万亿wm][，, ]{0,2}$/.test(scene.masked.slice(0, mention.start)))))
  const amount = factFor(scene, 'amount')
  // asked for the sum: 600 万吧 两年
  const answered =
    amount !== undefined &&
    scene.context.pending.includes(amount.id) &&
    /^[^，。 ]{0,10}[万亿wm](?:吧|就行|左右)?[，, ]{1,2}$/.test(scene.masked.slice(0, mention.start))
  const wished = scene.mentions.some(
    each =>
      each.kind === 'money' &&
      clauseOf(scene, each.start)?.sentence === clause?.sentence &&
      (isWished(scene, each) ||
        /\b(?:make (?:it|that)|needs?|wants?|borrow|loan of) (?:about |around |rmb )?$/.test(
          scene.masked.slice(0, each.start),
        )),
  )
  if (answered) return [factFor(scene, 'term'), CARRIED, 'a time beside the sum that was asked for']
  // 一年太短了，两年吧: of times that are weighed, the one that would do; 半年内还清
  const isSplit = /(?:^|[^\d一二三四五六七八九十])分$/.test(scene.masked.slice(0, mention.start))
  const isRepaidBy = /^[以之]?内(?:就|能|可以)?(?:还清|还完|还掉|归还|还上)/.test(scene.masked.slice(mention.end))
  if (clause && (isRepaidBy || isSplit || isWeighed(scene, mention, 'months')))
    return [factFor(scene, 'term'), CARRIED, 'a time that would do']
  if (isBesideRate(scene, mention, numbers)) return [factFor(scene, 'term'), CARRIED, 'a time beside its interest']
  if (!clause || !(wanted || wished)) return undefined
  // 一年做四千万, 三年内: how much in a year, by when
  if (
    /^[以之]?内|^(?:能|大概|也就|差不多|就|下来|才|总共|要)*(?:做|卖|挣|赚|交|缴|进|产|利息|房租|工资|开销|营收|收入|流水|[\d一二两三四五六七八九几十]+[百千]?[来多把]?万|千把万)/.test(
      scene.masked.slice(mention.end),
    )
  )
    return undefined
  const rightBehind = numbers.pairs.some(
    pair =>
      roleOf(scene, pair.fact) === 'amount' &&
      pair.mention.end <= mention.start &&
      mention.start - pair.mention.end <= 1,
  )
  if (!rightBehind && NOT_A_TERM.test(wordsOf(scene, clause))) return undefined
  return [factFor(scene, 'term'), CARRIED, 'a time beside the wanted sum']
}
