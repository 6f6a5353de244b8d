// How the company stands on a register, and what happened in the last years, in words that only the question makes clear:
// 还挂着呢, 早出来了, 查过的，干净; 去年三月罚的, 就 19 年有过. An event without its time holds, one whose time is in doubt is asked again.
import type { Role } from '../roles.ts'
import { anyOf, clause, type FlagSaid, type OwnWords, yearsAgo } from './flag-words.ts'

/** 干净, 清白着嘞, 一切正常, 没这事, 放心. */
const CLEAN = anyOf(
  clause(
    '(?:很|非常|特别|挺|干干|清清)?(?:干净|清白|净)(?:得很|着)?|一切正常|正常|没[这那啥]?(?:回|个|档子)?事(?:儿|情)?|没问题|没毛病|好得很|没异常|存续|信用(?:很|一直)?(?:好|没问题|良好)(?:得很)?|不(?:可能|会)(?:在|有|是|上)?|合法经营|守法经营|依法(?:纳税|经营)|零(?:事故|逾期|处罚)|平平安安|平安|(?:很|一直)?安全(?:得很)?|哪敢|不敢',
  ),
  '清清白白|干干净净|\\b(?:all |we are |totally )?clean\\b|nothing of (?:the|that) (?:kind|sort)|never been on',
)
/** 还在里面, 挂着呢, 没移出来, 正在申请移出: it stands. */
const STANDS = anyOf(
  '还(?:在|挂着|列着|没(?:有)?(?:去|顾上|来得及)?(?:移|消|撤|解|弄|出|处理|执行|结|了结|还|付|移出|清))|挂着呢|(?:正?在|准备|申请)(?:着)?(?:申请|办|弄|走)?(?:着)?(?:移出|移除|撤销|解除)|移出(?:申请)?(?:交|报|递)[^，。]{0,3}[，, ]?(?:还)?没|没(?:移|弄|办|撤)?出来|^(?:还|现在)?在(?:里面|上面|名单)|进(?:入|到)?执行(?!别)|被[^，。没不]{1,8}申请(?:强制)?执行|快(?:要)?(?:结|还清|了结|执行完|移|撤|付清)了|(?:牵连|连累|牵扯)|等(?:着)?(?:移|撤|解|消)|没(?:付|还|给|执行)(?:完|清)|(?:谈|在|执行)和解(?:中|$)|和解中|(?:申请|来)?(?:强制)?执行(?:了)?我们|列了(?!又)',
  clause(
    '在|在上面|在里[面头]|在(?:那个|这个)?名单(?:上|里)|在异常(?:名录)?(?:里|上)?|挂着|上榜|被列(?:了|进去|入|上)?|列进去|进去',
  ),
  "(?:被|给)(?:法院|工商|市监局?|税务)?[^，。没不]{0,3}(?:列|执行|强执)(?:进去?|入|上|为|了)|(?:正在|在)(?:被)?(?:强制)?执行(?!别人)|(?:在)?(?:分期|慢慢)(?:还|付)|(?:把|将)我们(?:给)?列|\\bstill (?:on|open|pending|there|outstanding)\\b|\\b(?:there(?: i|')s|we have) one\\b",
)
/** 早出来了, 还清就下来了, 钱付清了案子结了, 和解了. */
const CLEARED = anyOf(
  '恢复正常|(?<!没|未|还没|没有|正在|申请|准备|要|等|想|快)(?:移出|移除|移掉|移|弄出|出|下|消|撤|解除|解决|解|修复|弄好|处理完?|处理好|摘|清|结清|结|了结|结案|撤销|付清|还清|履行完?|和解|补报|补好|改好)(?:来|掉)?(?:了|过|的)(?!没)|(?:已经?|都|早|刚)(?:撤|移出|解除|结案?|了结|和解|撤销|还清|结清)(?=$|[，。 ])|没了(?=$|[，。 ])|(?:以前|去年|上过|有过|进过)[^。]{0,10}现在(?:就|都|也|已经)?(?:没有?|不在)(?:了)?(?=$|[，。 ])',
  '\\b(?:removed|cleared|settled|closed|fixed|resolved|(?<!being )paid (?:it )?off|lifted|sorted|all good now)\\b',
)
/** 申请执行人: it is we who go to court. */
const WE_PURSUE = /申请执行人|申请人|原告|(?:我们|咱)[^，。]{0,4}(?:执行|告|起诉)(?:的)?(?:别人|人家|客户|对方)/
/** 有过, 上过一次: it was, and nothing is said of now. */
const WAS_ONCE = clause(
  '(?:以前|之前|原来|早年|曾经|好多年前)?(?:有|上|进|列|出|被列|列入|被执行|执行|被列入)过(?:一[次回条个]|[两几二]次)?',
)
const WAS_ONLY = new RegExp(WAS_ONCE)
const DENIED =
  /没(?!移|消|撤|解|弄|出|处理|执行完|结|还|付|改|报|及时|收到|更新|变更|交|给|注意|年报|来得及)|(?<!收)不(?!好|多|大)|冇|无|从未|\bno\b|\bnot\b|never/
const OTHERS_ONLY = /^(?:那是|是|这是|就是|只有|有个?)?(?:我(?!们)|老板|法人|股东|个人|老婆|爱人)/
const OF_COMPANY = /公司|本公司|企业|我们厂/
const COMPANY_IS_NOT = /(?:公司|企业|对公|厂里?)[^，。]{0,6}(?:没|冇|无|不|干净|正常|按时|好好)/
const IN_REPAIR =
  /(?:在|正在|准备|申请)(?:信用)?修复|(?:还清|付清|结清|履行完)了?[^。]{0,4}(?:还)?没(?:有)?(?:消|撤|移|销|去掉)/

/** A register as it stands now: 被执行人, 失信, 经营异常. */
export function onRegister(role: Role, text: string): FlagSaid {
  // 限高 is another list
  if (role === 'dishonest' && /限高|限制高消费/.test(text))
    return /失信(?:没|还没)|没(?:有)?(?:到)?失信|不失信/.test(text) ? false : 'open'
  if (IN_REPAIR.test(text)) return 'open'
  if (role === 'executed' && WE_PURSUE.test(text)) return false
  if (OTHERS_ONLY.test(text)) return COMPANY_IS_NOT.test(text) ? false : OF_COMPANY.test(text) ? undefined : 'open'
  if (CLEAN.test(text) && !STANDS.test(text)) return false
  const denied = DENIED.test(text)
  if (STANDS.test(text) && !CLEARED.test(text) && !/不在|没在|没被/.test(text)) return true
  if (CLEARED.test(text)) return false
  if (!denied && WAS_ONLY.test(text) && !/现在|还|去年没|因为/.test(text)) return 'open'
  return undefined
}

const ON_TIME = anyOf(
  clause(
    '(?:每[月期次笔]|每个月|从来|还款|还贷|利息|本息|贷款|税|税款|报税|年报){0,2}(?:都|也|是|一直|从来){0,3}(?:按时|准时|按期|及时|提前|正常)(?:还|交|付|报|存好|还款|付息|缴|申报)?(?:得很)?|提前[^，。]{0,4}(?:存|还|付)(?:进去|好)?|从不(?:拖欠|逾期|晚)|(?:征信|税务|信用|还款)(?:记录)?(?:也|都|一直|很)?(?:没问题|正常|良好|好)',
  ),
  '\\b(?:always|paid|all) on time\\b|never late',
)
/** How old an event may be, in years, and still count; what is as old as that is asked again. */
const COUNTS: Readonly<Partial<Record<Role, number>>> = { penalty: 1, accident: 1, overdue: 2 }
const HAPPENED = /有过?|吃过|单子|罚|出过|晚|迟|拖|逾期|处罚|决定书|事故|once|twice|\bone\b|\byes\b|fine|late|accident/
const SINCE =
  /后来(?:再|就|都|也)?没|这[一两二]?年(?:都|也|就)?没|近[一两二]年(?:都|也)?没|之后没|现在没|没再|再没|(?:那|都)是|^[就只]|not since|早(?:的事|解决|处理)/
/** 就收过整改通知, 滞纳金, 晚报过一次: it did not come to what was asked. */
const LESSER: Readonly<Partial<Record<Role, RegExp>>> = {
  penalty: /^not this year|only (?:a )?(?:notice|warning)|口头警告|责令整改[^罚]*$/,
  accident:
    /没(?:到|有到)?(?:重大|那么大|大事)|(?:小|轻微|一点)(?:磕碰|工伤|伤|事故|摩擦)[^，。]{0,6}(?:[，, ]?(?:没|不算|重大|大的)|的?有(?:$|[，, ]))|不算(?:事故|重大)|重大的?(?:没|冇)|划伤|擦伤|蹭破|没违法|小(?:的|事)?[，, ]?不严重|不严重|没(?:什么|造成|有)?损失|没伤(?:人|着)/,
  taxDirect:
    /^(?:就|只|也就)[^，。]{0,4}(?:晚|迟|漏)[^，。]{0,3}报|(?:一直|都|是|年年)[^，。]{0,3}[ab]级|滞纳金|正规做账|账(?:目)?(?:都)?(?:很)?(?:清楚|规范|干净)|(?:目前|现在|一直|我们|评的|是)?[ab]级|不是(?:偷|逃)税|没查出(?:什么)?问题/,
  overdue: /^(?:我们|公司|压根|根本|都|就|也|从来){0,3}没(?:有)?(?:贷|借)过?款?(?!.*(?:逾期过|个人))/,
}
const MILD = /整改|警告|约谈|滞纳金|听证|通知|告知|检查|罚款倒没/
const NO_MORE = /[就只]|没罚|没(?:有)?(?:下|出)?决定|别的没|不是处罚|不算|口头|还没下|倒没/
const CERTAIN: Readonly<Partial<Record<Role, RegExp>>> = {
  penalty: /决定书|罚(?:了|过|款|的|单)|被罚|有过?[一两几][次回]|有(?:一|过)|fined|(?:单|书)(?:刚)?(?:下来|收到)了?/,
  accident: /死亡|死了|重大事故|爆炸|应急局认定/,
  overdue:
    /(?:晚|迟|拖)(?:还|交|付)?(?:了|过)|没还上|逾期(?!倒?没)|有(?:过)?[一两几](?:次|笔|回|期)|twice|once|days? late|扣款失败|延了[几一两三\d]/,
  taxDirect: /非正常户|走逃|判(?:了|成|为)?d|直接(?:判)?d|被查出虚开/,
}

/** What happened within the time that was asked for: fines, accidents, late payments, tax offences. */
export function happened(role: Role, text: string, year: number): FlagSaid {
  if (LESSER[role]?.test(text) || (role === 'penalty' && MILD.test(text) && NO_MORE.test(text))) return false
  if ((ON_TIME.test(text) || CLEAN.test(text)) && !/有过|晚了|(?<!没)有一/.test(text)) return false
  const counts = COUNTS[role]
  const certain = CERTAIN[role]
  if (OTHERS_ONLY.test(text) && /个人|信用卡|房贷|车贷|法人/.test(text))
    return COMPANY_IS_NOT.test(text) ? false : OF_COMPANY.test(text) ? undefined : 'open'
  if (counts === undefined) {
    if (/^(?:以前|早年|前几年|有过)/.test(text) && !/没|不/.test(text)) return 'open'
    return certain?.test(text) && !/没(?!解|处理|消)|不|从未|无/.test(text) ? true : undefined
  }
  if (role === 'overdue' && /展期|续期|协商/.test(text) && !/没|逾期/.test(text)) return 'open'
  if (/申诉|复议|系统(?:问题|错|出错)|搞错|误(?:报|伤|会)|有争议/.test(text)) return 'open'
  const ago = yearsAgo(text, year)
  const toldSince = SINCE.test(text)
  if (/疫情|[前早]几年|那会儿|那时候|刚开(?:厂|业|张)/.test(text) && !toldSince)
    return /没/.test(text) ? undefined : 'open'
  if (ago === undefined || !HAPPENED.test(text))
    return certain?.test(text) && !/没(?!还上|及时|按时|存)|不(?!够)|未|无|冇|否|(?<!\d)0(?!\d)|以前/.test(text)
      ? true
      : undefined
  if (ago > counts) return toldSince || !/以前/.test(text) ? false : 'open'
  if (role === 'overdue' && /[去今]年[^，。没不]{0,4}(?:有|晚|逾|拖)/.test(text)) return true
  if (toldSince && /之后没|后来[^，。]{0,2}没|再没|没再/.test(text)) return false
  if (/没(?:有|罚|晚|逾|出)(?!上)|冇/.test(text) && !/罚得不多/.test(text)) return undefined
  if (ago < counts) return true
  return ofEdge(role, text, toldSince)
}

/** 去年三月罚的 is past the year, 去年 12 月 within it, 去年 alone may be either. */
function ofEdge(role: Role, text: string, toldSince: boolean): FlagSaid {
  if (toldSince && /没/.test(text)) return false
  if (role === 'overdue') return 'open'
  const month = /(?:去年|(?:20)?\d\d年)(?:的)?(1[0-2]|[1-9]|十[一二]?|[二三四五六七八九一])月/.exec(text)?.[1]
  if (month === undefined) return /年[^，。]{0,3}(?:上半年|春|初|一季度)/.test(text) ? false : 'open'
  if (/^(?:12|十二)$/.test(month)) return true
  return !!/^(?:11|十一)$/.test(month)
}

/** Not allowed by the state: 国家鼓励的, 不在那个目录里. */
export const PROHIBITED: OwnWords = {
  no: /鼓励|允许类|国家(?:支持|扶持)|不在[^，。]{0,5}(?:目录|名单|里)|(?:目录|名单)里没|环保产品|绿色产业|正规(?:行业|产品|的)|不可能|怎么(?:可能|会)|哪[能会]|不沾|不属于|nothing restricted|以前是[^。]{0,6}(?:现在|早就?|已经)[^。]{0,4}(?:转|改|不做|停)|鼓励类|高新产业/,
  yes: /(?<!不)属于(?:限制|淘汰|禁止)类?|列入了?(?:限制|淘汰|禁止)|(?:是|算)(?:限制|淘汰|禁止)类/,
}
