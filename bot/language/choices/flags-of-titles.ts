// Whether a title, a list or a review is ours, in words that only the question makes clear: 编号下来了, 就差公示, 前年掉了,
// 只是市里的, 没谁通知过. A title that is applied for, lapsed or lost is none; one of an old year is asked again.
import type { Role } from '../roles.ts'
import { anyOf, clause, type FlagSaid, type OwnWords, yearsAgo } from './flag-words.ts'

/** 今年报了还没出结果, 就差公示这一步, 在弄, 下个月才上会, 在评审中: not granted, and not yet. */
const PENDING = anyOf(
  clause(
    '(?:正?在)?(?:公示|评审|审核|审批|走流程|走程序|排队)(?:中|期|阶段|里|当中)?(?:，?还没.{0,6})?|(?:正在|在|正)(?:创建|评|筹建|培育|准备|准备材料|整理材料|弄|搞|做|审|报)(?:材料)?(?:中|当中)?|申[报请]中|(?:正?在)(?:申报|申请|办)(?:中)?',
  ),
  '还没(?:有)?(?!到期|过期|失效)[^，。 ]{0,3}(?=$|[，。 ])|培育入?库|培育期|(?:准备|打算|想|计划)(?:引进|招|挖|请)|才能?(?:报|评|申)|排期|没给结论|差[^，。 ]{0,5}公示|等(?:着)?(?:第.批|专家|公示|结果|公布|批|发证|下证|通知)|公示[^，。完过结 ]{0,3}(?:还)?没|挂网|初审过了|(?:材料|资料)[^，。没]{0,4}(?:交|递|报|寄)[^，。没]{0,4}(?:了|的)$|[要让]补材料|(?:省|国家)(?:级|里|的)?的?(?:也|还)?在(?:申|报|评)',
  '(?<!都|全)(?:还|结果|证书?|编号|文件|公告|名单|批文)(?:也|还|都)*(?:没|未)(?:有)?(?:下来|出来?|到(?!期)|公布|公示|发|批|拿到|结果|评|弄|报|认|定)|结果没出|没出结果|没下证|没拿到证',
  '(?:明年|下半年|下个?月|后年|(?<!去)年底|回头|以后|下一?批)[^，。 ]{0,6}(?:报|评|申|审|上会|弄|搞|再说|去|认定|冲)',
  clause('(?:准备|打算|计划|想)(?:去|今年|明年|下半年|年底|着)?(?:申报|申请|报|评|弄|搞|冲|办)(?:一下)?'),
  '\\b(?:publicity period|applied|applying|pending|under review|in (?:process|progress|review)|no result|waiting|still (?:waiting|reviewing))\\b',
)
/** 前年掉了, 今年忘了评, 被拿掉了, 到期没人管, 没赶上, 不够条件, 申过没过: it is not, any more or at all. */
const LOST = anyOf(
  '(?:掉|黄|丢|废)了|被?(?:取消|摘牌?|拿掉|撤销?|移出|踢出?|刷|退)了|(?<![没未不还离快要明后底下][^，。]{0,4})(?:过期|失效|作废)|(?:到期|复审|复核)[^，。 ]{0,4}(?:没|未)|(?<![没未不快要明后底下月就年][^，。]{0,4})到期了|没(?:有)?(?:续|补|复审|复核|重新|再(?:认|评|报|续)|保住|人管|赶上|来得及)|(?<!以)后来没|现在(?:就|都|也|已经)?(?:不是|没有?|不在)(?:了|过)?(?=$|[，。 ])',
  '今年(?:还|都|也|就)?(?:没|未)(?:有)?(?:弄|评|报|入|续|申|办|搞)|忘了?(?:记)?(?:弄|评|报|申|续|交|搞|办)?(?=$|[，。 的了])|错过|不符合|(?:专利|收入|费用|研发费?|人员?|占比|条件)(?:都|也|还)?(?:不够|不达标|不足)|不够(?:格|条件|资格|标准)|(?<!有)没有?资格|没门槛|[评报申入]不了|[够评]不上|没敢?(?:报|申|评)过?|跳过了',
  '(?:报|评|申|申请|申报|评审|审|试)(?:过|了)[^，。]{0,6}[，, ]?(?:没|未)(?:过|通过|批|评上|中|成|入|选)|(?:没|未)(?:能)?(?:通过|评上|入选|入围|批下来)',
  clause('(?:以前|原来|曾经|过去|之前)(?:是|有)过?'),
  '曾经是|(?:以前|原来|之前)有[^，。]{0,4}[，, ](?:走|离|没|不)',
  "\\b(?:expired|lapsed|revoked|not (?:renewed|any ?more|this year)|no longer|failed|rejected|turned down|didn't (?:get|make|pass))\\b",
)
const NEVER_HEARD = /(?:没|未)(?:有)?听(?:人)?(?:说|讲)?过|头一回听|第一次听|never heard/
/** 编号下来了, 认定了, 上了工信部名单, 24 年 3 月那批, 老早就是了, 连着认定三次. */
const GRANTED = anyOf(
  clause(
    '(?:证书?|今年|去年|前年|(?:20)?\\d\\d年|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?|[上这]个?月|年年|每年|当年|刚|早|老早|老|第[一二三四五六七八九十\\d]+[次批]|连[着续]|又|都|就|才|也|已经|的){0,5}(?:入库?|评上?|过|通过|认定?|拿到?|领到?|批|续上|复审|复核|公告|公布|发|下证?|入选|上榜|是|有|办)(?:下来|到手|到)?(?:了|过|的)*(?:证书?|编号|牌子|牌匾|文件|公告|意见书|评审意见)?(?:了)?(?:[一两二三四五\\d]次|第[一二三四五\\d]次)?',
  ),
  clause(
    '(?:入库)?(?:编号|证书?|批文|牌子|牌匾|文件|公告|意见书)(?:已经|也|都|刚|早){0,2}(?:下来|批下来|拿到|到手|发|有|下|出来?|盖章)',
  ),
  clause(
    '(?:入|评|认|过|复审|续)(?:上|过|到)?(?:来)?|年年(?:都)?(?:评|入|有)|批下来|下来|到手|有效(?:期内)?|有(?:这个?|块)?(?:证书?|牌子?|文件)',
  ),
  '(?<![没不未])(?:上了|进了|入了|在)[^，。没不]{0,6}(?:名单|公告)(?:里|上)?(?=$|[，。的了 ])|(?:[省部市]里|工信[部厅局]|科技[部厅局]|平台|主管部门|专家)[^，。没不未]{0,8}(?:公告|公布|认定|评|发文|通过|来过)[过的了](?!没|再说)|(?:出|有)了?(?:意见书|评审意见|结论)|第[一二三四五六七八九十\\d]+批|(?:年|月)(?:份)?那批|通过认定|评审通过|发文了|(?:名单|公告)[^，。没不]{0,3}有(?:我们|咱)|的?编号有|(?<![没未][^，。]{0,6})评过(?:了|的)?$|(?:[省部市]里|科技[部厅局])批了|[打得]了?\\d{2}分|(?<![没未不][^，。]{0,2})(?:通过|评上|批下来|拿到证|入选)了(?!吗)|第[二三四两]轮|证书?在|还没到期|没过期|还有[^，。]{1,5}到期|快到期',
  '\\b(?:passed|registered (?:in|this)|got it|renewed|granted|certified|on the (?:\\w+ )?list)\\b',
)
const SOON_OVER = /快到期|还没到期|要到期|(?:明年|(?<!去)年底|下个?月)到期/
const OVER = /(?:到期|过期|失效)了/
const REAPPLYING = /重新(?:认定|申报|申请)|再认定/
/** 省级的, 市里的: below what was asked. */
const OF_STATE = /国家(?:级|的|里)?(?!的?(?:还|也|都|倒|正)?(?:没|未|冇|在申|在报|在评|申))|工信部|national/
const OF_PROVINCE =
  /(?<![没无])(?:省|国家)(?:级|里)?(?!的?(?:里|级)?的?(?:还|也|都|倒)?(?:没|未|冇|莫))|provincial|national/
const LOWER =
  /(?:市|区|县|园区|镇)(?:级|里|上)?(?:的|评|认|给|也|倒|有|人才|拔尖|只|就)|\b(?:city|municipal|district|county)[- ]?(?:level)?\b/
const LOWER_THAN_STATE =
  /(?:省|市|区|县|园区)(?:级|里)?(?:的|评|认|给|也|倒|有|绿色|$)|\b(?:provincial|city|municipal|district)\b/

/** The years a title holds; a list that is made every year holds for this one. */
const HOLDS: Readonly<Partial<Record<Role, number>>> = { highTech: 2, innovativeSme: 2, techSme: 0 }
const STILL_VALID =
  /有效|没到期|没过期|续上|复审|重新|年年|每年|今年|连着|连续|20?2[7-9]年|renewed|valid|until|since|still|每次/

/** What an answer says of a title that was asked for. */
export function ofTitle(role: Role, text: string, year: number): FlagSaid {
  if (role === 'greenFactory' && LOWER_THAN_STATE.test(text) && !OF_STATE.test(text)) return false
  if (role === 'provincialTalent' && LOWER.test(text) && !OF_PROVINCE.test(text)) return false
  if (role === 'provincialTalent' && GONE.test(text)) return false
  if (role === 'provincialTalent' && OF_RANK.test(text)) return true
  if (NEVER_HEARD.test(text)) return FEW_HOLD.has(role) ? false : 'open'
  // 快到期了，正在重新认定 holds still; 去年底到期了，在重新申请 does not
  if (role === 'highTech' && REAPPLYING.test(text))
    return SOON_OVER.test(text) ? true : OVER.test(text) ? false : undefined
  if (role === 'highTech' && ONLY_APPLYING.test(text)) return undefined
  if (role === 'review' && INTERNAL.test(text)) return false
  if (role === 'greenFactory' && /not national|没有?工厂|不是工厂/.test(text)) return false
  if (ZONE.test(text)) return 'open'
  if (ANOTHER.test(text) || OWN_NAME[role]?.test(text)) return ofNamed(role, text, year)
  // 往年都有，今年在等: a list of each year is told of by the clause of this year
  const now = text
    .split(/[，,。；; ]+/)
    .filter(each => /今年/.test(each))
    .join('，')
  if (role === 'techSme' && now !== '' && now !== text)
    return ofTitle(role, now, year) ?? (LOST.test(text) ? false : undefined)
  if (LOST.test(text)) return false
  const granted = GRANTED.test(text) && !DENIED.test(text)
  if (PENDING.test(text)) return !!(GRANTED_AFTER.test(text) && !/结果没|还没|没下/.test(text))
  if (!granted) return undefined
  const holds = HOLDS[role]
  const ago = yearsAgo(text, year)
  if (holds === undefined || ago === undefined || STILL_VALID.test(text))
    return /以前|之前|原来|早年/.test(text) ? 'open' : true
  // 是的，23 年拿的 says that it is; 23 年拿的 alone may have run out
  return ago <= holds || (ago <= HOLDS_LONGER && SAID_YES.test(text) && role !== 'techSme') ? true : 'open'
}
const HOLDS_LONGER = 9
const SAID_YES = /^(?:是|有|对|嗯|yes|yep|yeah)/
/** 评上的那位去年退休了 */
const GONE = /(?:退休|离职|走|跳槽|调走|回学校|不在我们这)了/
const OF_RANK =
  /^(?!.*(?:没|未|不|报|申|想|准备))[^。]*(?:省|国家)(?:级|里|的)[^，。]{0,8}(?:一?个|一?位|人才|领军)|[一两二三\d](?:个|位)(?:是)?(?:省|国家)级(?!.*(?:没|报|申))|^(?:有)?[^，。没未不]{0,6}(?:省|国家)(?:级|里)?的?(?:有|倒有)?(?:[一两二三\d](?:个|位|人|名))?(?:的|呢|啊)*[。.！!]?$|(?<![没未报过][^，。]{0,3})入选(?:了|的|过)|\b(?:provincial|national)(?: level)?$/
const ONLY_APPLYING = /^(?:我们|还|目前|现在)*(?:正?在)?(?:申报|申请|办理?)(?:中|着|的|呢)*[。.！!]?$/
const INTERNAL =
  /(?:公司|我们|自己|内部)(?:请|找)?[^，。科局]{0,6}(?:开|评|搞|组织|弄|看)(?:过|了|的)?(?:[^，。]{0,3}评审会?)?/
/** 高企有的, asked for another title: the title's own reader says what is told of it. */
const ANOTHER = /高企|国高|科小|国科小|科技型|专精特新|小巨人|创新型|瞪羚|tech sme|high-tech/
/** Titles by their names: what is said of one is not said of another. */
const OWN_NAME: Readonly<Partial<Record<Role, RegExp>>> = {
  highTech: /高企|国高|高新技术企业|high-tech/,
  techSme: /科小|科技型(?:的|中小企业|那个)?|tech sme/,
  innovativeSme: /创新型(?:的|中小企业?|那个)?/,
}
const HAS_NOT = anyOf(
  clause('(?:那个|这个|倒|也|还|今年)*(?:没有?|冇|莫得|没得|不是)(?:弄|评|报|申|搞|有|办|入|拿到?)?(?:过|上)?'),
)
const HAS = anyOf(
  clause('(?:20)?[2-4]\\d年(?:\\d{1,2}月)?'),
  clause('(?:那个|这个|倒|也|都|今年|去年)*(?:有|是|评|入|过|拿)(?:了|过|的|上|到)*'),
)

/** 科技型的那个今年有，创新型没弄过: only the clauses that name the title asked for; none of them leaves it open. */
function ofNamed(role: Role, text: string, year: number): FlagSaid {
  const own = OWN_NAME[role]
  const parts = text.split(/[，,。；; ]+/)
  const mine = own ? parts.filter(each => own.test(each)) : []
  if (mine.length === 0) {
    // 有，科小也有: the answer first, and more behind it
    const others = parts.filter(each => !ANOTHER.test(each)).join('，')
    if (SAID_YES.test(others)) return ofTitle(role, others, year) ?? true
    return DENIED.test(text) || /直接|跳过|之前|先评/.test(text) ? undefined : 'open'
  }
  const rest = mine.map(each => each.replace(own ?? '', '')).join('，')
  if (HAS_NOT.test(rest) || LOST.test(rest)) return false
  return HAS.test(rest) && (yearsAgo(rest, year) ?? 0) <= (HOLDS[role] ?? 0) ? true : undefined
}
/** Who never heard of these has not been given them; a register that the accountant fills in may be. */
const FEW_HOLD: ReadonlySet<Role> = new Set(['consortium', 'greenFactory', 'review', 'provincialTalent'])
const ZONE = /(?:省|市|区)(?:级|里)(?:的)?高企|高新区|高新园|hi(?:gh)?-?tech (?:zone|park)/
const DENIED = /没有|没得|冇|不是|没(?=$|[，。 拿评入过批报])|未|\b(?:not|no|never)\b|n't/
const GRANTED_AFTER =
  /(?:编号|证书?|文件)(?:也|都|已经)?(?:有|下来|拿到|到手)(?:了)?|(?:通过|批|过|评上|认定)了(?=$|[，。 ])/

/** Lists of banks, and what a bank told. */
export const OF_BANKS: OwnWords = {
  open: /短信|微信|口头|(?:可以|能)给(?:额度|贷)|听谁|听人|提过一嘴|没说(?:名单|白名单|预授信)|(?<!没|没有)(?:找|联系|打)过(?:我们)?(?=$|[，。 ])/,
  no: anyOf(
    '没(?:有)?(?:联系过?|找过|来过|我们|谁|人|哪家|一家|任何|银行|收到|接到|接过|收过|通知|说过|提过|告诉)|没(?:有)?(?:在|进)(?:过)?[^，。]{0,3}名单|不在(?:了|$|名单)|(?:拿|踢|移|剔|除)(?:掉|出来?|出去)?了|(?:只有?|都是|全是|就是|尽是)[^，。银]{0,4}(?:推销|中介|骚扰|广告|电话|贷款公司)|(?:银行)(?:的|方面|那边)?(?:倒|都|也)?没有?(?:$|[，。 ])',
    '\\b(?:nobody|no bank|no one|none of them)\\b',
  ),
  yes: /(?:行|银行|经理|社|信贷员|科技局|园区|几家|[一两二三四五\d]家)[^，。没不]{0,10}(?:通知|告诉|给过?|给了|说过?|发过?|打电话)[^没不]*$|^(?:是|有|对)?的?[，, ]?(?:在|进)[^，。没不]{0,4}名单(?:里|上|中)?(?:的|了)?(?:$|[，。 ])|\b(?:told|called|notified|informed|emailed|wrote) us\b|\bwe're on (?:it|the list)\b|名单[^，。没不]{0,6}有我们|(?:给|批)了?[^，。没不]{0,6}预授信/,
}
