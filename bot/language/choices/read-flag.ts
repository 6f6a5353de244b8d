// Yes or no to the one question that was asked: plain, with more behind it (有的，23 年拿的), or in words that only this
// question makes an answer of (一直按时还, 贷过好几回了, 全内销). What leaves it open is undefined, and asked again.
import type { FactDefinition } from '#engine'
import { readConsent } from '../commands/consent.ts'
import type { Role } from '../roles.ts'
import { beginsWithNothing, denies, endsWithNothing, isNothing } from '../text/nothing.ts'

/** 有的, 有过一次, yep since 2021: a plain yes, and more about it. */
const YES_FIRST =
  /^(?:早就|一直|确实|当然|肯定|必须|那肯定|那当然)?(?:有|是|对|嗯|做|上|评上|拿到|属于|符合|yes|yep|yeah|yup|have|has|we do|we have|we are|we did|it is)(?:的|了|过|呢|啊|呀|嘞)*(?:[一两几二三]?[次个回])?(?:[，,。.；; !！]|$|(?=(?:20)?\d\d年|[去今前]年))/i
/** 去年刚拿到, 今年入的, 有过几天, 有一点, 22 年过的，还有效: it is so, with when or how much. */
const GOT =
  /^(?:好像|应该|去年|今年|前年|上个?月|早就|已经|刚|才|都|是|公司|我们|每年|年年|(?:20)?\d\d年(?:就)?)*(?:(?:拿到|评上|通过|入库|办下来)(?:了|的|过)?(?:证书?|编号|牌子)?了?|(?:拿|评|过|入|认定)(?:了|的|过))(?:[。.！!]?$|[，,])|^(?:有过?|是有|出过|被?罚过|目前有|现在有)(?:一点|一些|几[次天回]|[一两][次点天回条个笔]|少量|一小部分)(?:点|儿)?(?:[。.！!]?$|[，,])|^有(?:今年的?|去年的?|最新的?|国家的?)?(?:证书?|编号|入库编号|批文|文件|牌子|牌匾|公告)的?(?=$|[，,。.！! ])|^(?:跟|和|与)[^，。没不]{1,10}(?:合作|联合|共同|一起)?(?:合建|共建|建|办)(?:了|的|过)(?:[个家一][^，。]{0,6})?[。.！!]?$|^[^，。没未不]{0,10}(?:评|验收?|鉴定|审|测|检)过(?:的|了)?[，, ](?:有|出了?|给了?)[^，。没]{0,4}(?:意见书?|报告|证书|证明|结论|文件)[。.！!]?$|^(?:还|都)?在有效期(?:内|里)?(?:的|呢)?[。.！!]?$/
/** 那肯定啊, 必须的: strong, and nothing but yes. */
const SURELY = /^(?:那|这)?(?:肯定|当然|必须|必然|自然|绝对)(?:的|是|有|啊|呀|了|嘛|咯|能)*[。.！!]?$/
/** 怎么可能, 哪能啊, 我们哪够格, 还早着呢: no, with some heat. */
const NO_WAY =
  /^(?:这|那|我们?|公司|绝对|根本)?(?:怎么(?:可能|会)|哪(?:能|会|可能|有(?!.))|咋(?:可能|会)|不(?:可)?能|不会|没影)(?:有|呢|啊|呀|的事?|吧|嘛)*[。.！!?？]?$|^(?:我们)?(?:哪|还)?(?:够得着|够格|不够格|够不着|够不上|差得远|早着|轮不到)(?:呢|啊|呀|我们|咯|那|嘛)*[。.！!]?$/
const LAPSED =
  /^(?:20)?\d\d年(?:评|拿|认定|过)的?[，, ]?(?:已经?|早就?|都)?(?:过期|到期|失效)了?|^(?:以前|原来|之前|早先)(?:是|有)(?:的|过)?[，, ]?[^，。没]{0,6}(?:到期|过期|没续|没复审|掉了|没了|不是)|^(?:已经?|早就?|刚|去年|前年|今年|上个?月)*(?:过期|失效)了?|^(?:已经?|早就?|刚刚?)?到期了?|^(?:it |ours |that )?(?:has |is )?(?:expired|lapsed)\b|^(?:no, )?(?:not any ?more|no longer)\b/i
/** 今年还没评: of a title that is given anew each year, last year may have been a yes. */
const NOT_YET_THIS_YEAR = /^今年(?:还|都)?(?:没|未)/
/** 正在申报，还没批; 刚交的材料: not yet. 正在申报 alone may be for another time. */
export const APPLYING =
  /^(?:我们|目前|现在|还|今年|正|刚|[，, ])*(?:(?:正?在)?(?:申报|申请|办理?|走流程|走程序|公示|评审|审核)(?:当?中|着呢?|阶段)?(?:呢|的)?[，, ]*(?:还|都)*(?:没|未)(?:有)?(?:批|下来|拿到|通过|公布|出结果|认定)[^，。]{0,4}|(?:刚|才)?交(?:了|的)?材料[^，。]{0,8})[。.！!]?$/
/** 今年准备报: who means to apply has not got it; who applies now may hold an older one. */
const WILL_APPLY =
  /^(?:我们|目前|现在|还|今年|明年|下半年|正|[，, ])*(?:准备|打算|计划|想)(?:申报|申请|报|评|搞|弄)(?:当?中|着|呢|的|了)*[。.！!]?$/
/** 还有一个没结: it stands. */
const UNSETTLED =
  /有(?:一|两|三|几|好几|\d{1,2})?[个件起笔条]?[^，。]{0,4}[，, ]?(?:还|都|一直)*(?:没|未)(?:有)?(?:了?结|还|执行|处理|履行|移出|撤|解除)/
/** 有，去年没年报: why it is so. */
const BECAUSE = /没有?(?:按时?|及时|来得及|注意|年?报|公示|交|更新|变更)|忘|漏/
/** 前几年有 最近一年没有 */
const NOT_LATELY = /(?:近|最近|这)(?:这)?[一两二]年(?:都|也|就|倒)?(?:没有?|没)(?:了|过|再)?/
/** 晚还过两天算不算 */
const ASKS_BACK = /([能是要会够行算好对有])不\1|[？?]$|吗$/
/** 五年前有过: what is asked is the last year or two. */
const LONG_AGO =
  /(?:[三四五六七八九十]|[3-9]|好几|十几|很多|多少)年(?:以|之)?前|很早|早年|以前|早些年|刚(?:创业|开厂|成立|起步)|(?:20)?(?:0\d|1\d|2[0-3])年|(?:[3-9]|three|four|five|six|several|many|long) (?:years )?ago/
/** 有过，已经移出了: what is asked is how it stands. */
const CLEARED = /(?<![没未])(?:移出|解除|撤[销掉]|结[了案清]|修复|处理完|注销掉|履行完|removed|lifted|closed)/
const NOT_CLEARED =
  /(?:^|[，, ])(?:还|都|目前|现在|一直)*(?:没|未)(?:有)?(?:移出|(?:弄|搞|办|处理|移)?出来|移除|解除|撤[销掉]|结案|了结|履行完)/
const STILL = /(?<![没不])(?:还在|又)|没(?:有)?(?:移|解|撤)/
/** 现在还挂着呢 */
const HANGING = /^(?:现在|目前|一直|名录里|名单上|是的|有)*[，, ]?还(?:挂|列)(?:着|在)/
/** 应该没吧，没查过 */
const UNSURE =
  /没(?:去)?查过|没看过|不(?:太)?确定|说不准|记不清|拿不准|\b(?:not sure|never checked|didn't check|haven't checked)\b/i
const STANDING = /现在|在不在|列入|名录|名单/

/** What the question itself makes a yes or a no of. */
const OWN_WORDS: Readonly<Partial<Record<Role, { readonly yes?: RegExp; readonly no?: RegExp }>>> = {
  firstLoan: {
    yes: /^(?:我们|以)?公司(?:是|从来)?没有?(?:[贷借]过)?[，, ][^，。]{0,3}个人|从来?没有?(?:[贷借]过|跟银行[贷借])|没有?[贷借]过(?:款|钱)?|头一[次回遭]|^(?:这|我们|公司|也|算|对|是|嗯|[，, ])*(?:第一[次回]|头一?[次回遭]|首次)(?:的|了|吧|呢|贷|借|申请)*[。.！!]?$|^(?:it'?s |yes,? )?(?:our |the )?first (?:time|loan|one)[.!]?$/i,
    no: /^[^没未无？?]*(?<!从来?)(?:(?:贷|借)过(?![款钱]?[哪么])|第[二三四五六两][次回笔]|老客户|有过[一两二三几好][笔次回])|^(?:no,? )?(?:we(?:'ve| have)|had) (?:\w+ )?(?:borrowed|loans?)/i,
  },
  overdue: {
    no: /^(?:我们|公司|贷款|都|也|全|是|一直|从来|向来|每[期次月笔]|历来|[，, ])*(?:按时|准时|按期|正常|及时)(?:还|还款|付息|还的|还上|归还)?(?:的|了)?[。.！!]?$|^(?:always )?(?:paid |pay )?on time[.!]?$|^(?:我们|公司|贷款|一次|一天|从来?|[，, ])*(?:都|也)?没(?:有)?(?:晚|迟|拖|延)(?:还|付|交)?过/i,
    yes: /(?<![没未不])(?<!没有)(?:晚|迟|拖|延)(?:还|付|交)?(?:了|过)[^，。没]{0,6}(?:[天日周次回]|个?月)|^(?:有是有|once|twice|one time)[，, ]|^(?:有|是有)[，, ]?[就只]?[一两几][次天回笔]/i,
  },
  exporter: {
    no: /^(?:我们|公司|产品|目前|现在|全部?|都|是|只|纯|做|卖|销|在|[，, ])*(?:内销|国内(?:客户|市场|销售|卖|的单子?|的)?|不出口|domestic(?: only)?|only domestic)(?:的|了)*[。.！!]?$|(?:走|通过|经|由|靠|卖给|交给|给|都是|全是)[^，。]{0,4}外贸公司|外贸公司[^，。]{0,3}(?:买断|收走|拿货|代理)|(?:报关单|报关)[^，。]{0,4}(?:不是|没有?|不写)(?:我们|我|公司)/i,
    yes: /^有(?:一点|一些|点|少量)?[，, ]?(?:卖|发|出|销|往|到|主要|自己)[^不没吗？?]{1,12}$|^(?:我们|产品|主要|都|是|做|卖|[，, ])*(?:欧美|海外|国外|东南亚|中东|日韩|非洲|南美|北美|俄罗斯|欧洲|美国|日本)(?:市场|客户|那边|订单)?(?:的|为主|多)*[。.！!]?$|^(?:我们|产品|主要|大部分|一半|都|[，, ])*(?:卖|发|销|出口)(?:到|往|去)(?!国内|全国)[^不没吗？?，。]{1,12}$/,
  },
  coreBuyer: {
    no: /^(?:我们|客户|主要|基本|全部?|都|是|[，, ])*(?:小(?:客户|厂|公司|企业|店|老板)|散客|散户|个体户?)(?:的|了|多)*[。.！!]?$/,
    yes: /^(?:主要|基本|大多|大部分|都|全|客户|是|做|给|[，, ])*(?:央企|国企|上市公司|大厂|龙头|世界500强|500强|主机厂|国家电网|南方电网|三大运营商|整车厂|军工单位?)[^不没小]{0,8}$|^有(?!点|一点|待|可能|时候|的|些)[一-龥a-z]{2,8}[。.！!]?$/i,
  },
  site: {
    yes: /^(?:我们|有|是|公司|[，, ])*(?:自己的|自有的?|自购的?|自建的?|租的|买的)(?:厂房|房子|办公楼|办公室|地|楼|场地|车间|厂)?(?:的|了)*[。.！!]?$/,
    no: /挂靠|虚拟地址|集群(?:注册|地址)|没有?固定|在家(?:办公|干)/,
  },
  spinout: {
    no: /^(?:我们|公司|技术|跟|和|与|高校|大学|学校|院校|都|也|[，, ])*(?:没(?:有)?(?:什么|啥)?关系|不沾边|不搭界)/,
  },
}
const ON_TIME =
  /^(?:我们|公司|信用|一直|都|很|非常|[，, ])*(?:干干净净|干净|清清白白|清白|clean|all clean)(?:的|得很)?[。.！!]?$/i
const NAMES_ONLY = /^(?:我们|客户|主要|是|有|给|供|[，, ])+|(?:供货|配套|这些|之类|的|等)+[。.！!]?$/g
const SMALL_BUYERS = /小|散|个体|没|不/
/** 不愿意, 不方便 to a question whether one is willing. */
const UNWILLING = /^(?:我们?|公司|这个|先|暂时|[，, ])*不(?:太)?(?:愿意?|想|肯|方便|给|同意)/
const ASKS_WILLING = /愿意|(?<!已)授权/

/** 就是老板自己房贷晚过几天 */
const PRIVATE = /(?:老板|法人|个人|我自己|本人)[^，。]{0,4}(?:房贷|车贷|信用卡|花呗)/

/** Whether the question is what one is willing to do, so that 不方便 answers it. */
export const asksWilling = (fact: FactDefinition): boolean =>
  (fact.type === 'flag' || fact.type === 'count') && ASKS_WILLING.test(fact.ask.zh)

/** What the words of the question itself say, where they stand by themselves: 按时还的, 从没贷过, 全内销. */
export function inOwnWords(role: Role | undefined, text: string): boolean | undefined {
  const own = role === undefined ? undefined : OWN_WORDS[role]
  if (own?.no?.test(text)) return false
  const isYes = own?.yes?.test(text) && !PRIVATE.test(text) && !(role === 'coreBuyer' && SMALL_BUYERS.test(text))
  return isYes ? true : undefined
}

/** What the words say to the yes-or-no fact that was asked; undefined where they leave it open. */
export function readFlag(fact: FactDefinition, role: Role | undefined, text: string): boolean | undefined {
  // asked whether it is the first loan: none so far, or not the first?
  if (role === 'firstLoan' && /^(?:还|都|也|暂时)?没有?(?:的|啊|呢|呀|哦)?[。.！!]?$/.test(text)) return undefined
  if (NO_WAY.test(text)) return false
  if (ASKS_BACK.test(text)) return undefined
  const own = inOwnWords(role, text)
  if (own !== undefined) return own
  // 华为: a buyer that everybody knows, by its name alone
  const named = text.replace(NAMES_ONLY, '')
  if (role === 'coreBuyer' && named !== '' && fact.says.zh.includes(named)) return true
  if (asksWilling(fact) && UNWILLING.test(text)) return false
  const adverse = role !== 'firstLoan' && role !== 'site' && fact.id.startsWith('credit.')
  if (adverse && UNSURE.test(text)) return undefined
  if (adverse && (ON_TIME.test(text) || NOT_LATELY.test(text))) return false
  if (
    adverse &&
    (UNSETTLED.test(text) || (STANDING.test(fact.ask.zh) && (NOT_CLEARED.test(text) || HANGING.test(text))))
  )
    return true
  if (adverse && STANDING.test(fact.ask.zh) && CLEARED.test(text) && !STILL.test(text)) return false
  if (fact.id.startsWith('qualification.') && (APPLYING.test(text) || WILL_APPLY.test(text))) return false
  if (!adverse && NOT_YET_THIS_YEAR.test(text) && /今年/.test(fact.ask.zh)) return undefined
  const plain = adverse && YES_FIRST.test(text) && BECAUSE.test(text) ? true : plainly(text)
  if (!adverse || plain !== true) return plain
  if (CLEARED.test(text) && STANDING.test(fact.ask.zh)) return false
  return LONG_AGO.test(text) ? undefined : true
}

const SLIP = /\d\d年?[^一-龥\d]{0,5}(?:不对|错了|不是|说错了?|哦不)(?=[^\d没]{0,4}\d\d年)/

/** What is said to be little is there. */
const OF_LITTLE = /不(?:算)?(?:大|多|严重|重|高|久|长|太好|影响)|没(?:多少|几|见过|实际|大碍)/

function plainly(text: string): boolean | undefined {
  if (isNothing(text) || endsWithNothing(text) || beginsWithNothing(text) || LAPSED.test(text)) return false
  const first = YES_FIRST.exec(text)
  // 是，23 年，不对，24 年公告的: the slip is of the year
  if (first && !denies(text.slice(first[0].length).replace(SLIP, ''))) return true
  const got = GOT.exec(text)
  if ((got && !denies(text.slice(got[0].length))) || SURELY.test(text)) return true
  // 有，金额不大; 挂了个牌子，没实际运作: what is denied is not what was asked
  const consent = readConsent(text)
  if (consent === 'yes' || isYesWithMore(text)) return true
  return consent === 'no' && !first && !OF_LITTLE.test(text) ? false : undefined
}

/** 没问题，去年评的: a clear yes and more about it, nothing that takes it back. */
function isYesWithMore(text: string): boolean {
  const [head = '', ...rest] = text.split(/[，,。;；]/)
  return readConsent(head) === 'yes' && !denies(rest.join())
}
