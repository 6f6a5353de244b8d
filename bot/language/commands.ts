// Commands in plain words: restart, skip, back, a person please, delete my data. Recognised by grammar only where the message
// says little else; what cannot be undone is asked again by the bot, never done on a guess.
import { lower, normalise } from './normalise.ts'

export type ForbiddenWish =
  | 'guaranteed-approval'
  | 'fake-records'
  | 'credit-washing'
  | 'inside-channel'
  | 'speculation'
  | 'on-lending'

export type Command =
  | { readonly kind: 'delete-data' }
  | { readonly kind: 'withdraw-consent' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'review' }
  | { readonly kind: 'results' }
  | { readonly kind: 'why' }
  | { readonly kind: 'help' }
  | { readonly kind: 'human' }
  | { readonly kind: 'visit' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'language'; readonly language: 'zh' | 'en' }
  | { readonly kind: 'explain'; readonly term: string }
  | { readonly kind: 'forbidden'; readonly wish?: ForbiddenWish }

type Simple = Exclude<Command['kind'], 'language' | 'explain' | 'forbidden'>

/** A command is short; longer texts are talk. */
const LENGTH_MAX = 60
const POLITE =
  /^(?:你好|您好|请问?|麻烦|拜托|那个|嗯+|好的?|行|帮忙|帮我|给我|能不能|可不可以|可以|能否|我想要?|我要(?!求)|我需要|我们想|还是|那就?|先|直接|不好意思|算了|please|can you|could you|i want to|i'd like to|i would like to|let's|can i|could i|hey|ok|okay|[，,。.！! ~])+/
const TAIL = /(?:[吧呀啊哦呗啦嘛哈了呢]|好吗|可以吗|行吗|谢谢|多谢|一下|please|thanks|thank you|[，,。.！!~？? ])+$/

const FORBIDDEN: readonly (readonly [RegExp, ForbiddenWish])[] = [
  [
    /包过|包批|包下款|保证(?:能|可以)?(?:批|过|下款|通过|贷到)|百分百(?:批|过|下款)|肯定能批下来吗|必过|稳过|guarantee(?:d)? (?:approval|pass|the loan)/,
    'guaranteed-approval',
  ],
  [
    /(?:刷|做|造|补|包装|买)(?:点|一?些|一?下|假)?(?:银行)?流水|假(?:合同|流水|报表|发票|订单|材料|账)|(?:包装|美化|做|改|造)(?:一?下|点|假)?(?:报表|材料|资料|财报|账目)(?!收集)|虚开|虚增|虚报|造假|代开发票|做两套账|fake (?:invoices?|contracts?|statements?|records?|numbers)|inflate (?:our |the )?(?:revenue|numbers)/,
    'fake-records',
  ],
  [
    /洗(?:白)?征信|征信(?:洗白|修复|消除|铲单)|(?:消|删|抹|铲|清)(?:除|掉|了)?(?:不良|逾期|征信|失信|处罚)(?:的)?记录|征信记录(?:能|可以)?(?:消|删|抹)|洗白|clean (?:up )?(?:our |my |the )?credit (?:report|record|history)|remove .{0,20}credit record/,
    'credit-washing',
  ],
  [
    /内部(?:渠道|关系|名额|通道|人)|走后门|找关系|托关系|有没有关系|打点|给.{0,4}好处|塞(?:点)?钱|回扣|红包打点|inside(?:r)? (?:channel|connection)|bribe|kickback/,
    'inside-channel',
  ],
  [
    /炒房|炒股|炒币|买股票|买基金|买理财|买房(?!产证)|购房|付首付|还房贷|置换房贷|speculat|buy (?:a )?(?:house|apartment|stocks|shares)|pay off (?:my|the) mortgage/,
    'speculation',
  ],
  [
    /转贷|转借|倒贷|放贷|借给(?:别人|朋友|其他)|贷出来(?:给|借)|帮(?:别人|朋友)贷|过桥资金|lend it on|on-lend/,
    'on-lending',
  ],
]
/** 我们不炒房, 没有转贷: a denial of the wish is no wish. */
const FORBIDDEN_DENIED = /(?:不是?|没有?|不会|不能|绝不|从不|禁止|拒绝|非|never|not|don't) ?[^，。,.；;]{0,4}$/

const DELETE =
  /(?:删除?|删了|删掉|清除|清空|清掉|清理掉|清了|抹掉|抹去|抹除|销毁|移除|注销|销户|扔掉|丢掉|erase|delete|remove|wipe)/
const DATA =
  /资料|信息|数据|记录|档案|账[号户]|个人|内容|东西|痕|一切|全都?|所有|都|库|我的|录入|填的|data|information|account|records|everything|history|details/
const DO_NOT_KEEP =
  /(?:不要|别|不想|不许|不准|不让)(?:你们|再|让你们)?(?:保存|保留|存|留着?|留存|记录|存储)(?:了)?.{0,10}(?:资料|信息|数据|记录|东西|痕)|(?:资料|信息|数据|东西)(?:都)?(?:不要|别)(?:再)?(?:存|留|保存)/
const DELETE_NOT =
  /(?:不|别|不要|不用|不必|先别|没|没有|甭|don't|do not|not|never)(?:想|要|能|急着|着急|帮我|给我|把.{0,8}|全部|再)?(?:删|清|注销|抹|移除|delete|erase|remove|wipe)|误删|删.{0,8}(?:后悔|恢复)|(?:会|会不会|会被|多久|什么时候|是否|自动|能不能自己)[^，。]{0,4}(?:删|清除|注销)|删(?:除|了|掉)?.{0,6}(?:会怎|会影响|影响|后果|还能)|公司注销|注销公司|注销(?:营业)?执照|专利|软著|will .{0,20}(?:deleted|removed)/
const RESTART_INSTEAD = /重填|重来|重新|再来|再填|重做|start over|从头/
const WITHDRAW =
  /(?:撤回|撤销|撤掉|收回|取消|终止|停止|作废|反悔|revoke|withdraw|cancel)[^，。,.]{0,8}(?:授权|同意|许可|consent|authori[sz]ation|permission)|(?:授权|同意)[^，。,.]{0,6}(?:撤回|撤销|撤掉|收回|取消|作废|不算了)|不授权了|不再授权|不再同意/
const WITHDRAW_NOT =
  /(?:不|别|不要|不想|没|怎么|如何|能不能|可以|随时)[^，。,.]{0,4}(?:撤回|撤销|收回|取消|withdraw|revoke)|(?:吗|？|\?)$/

/** The whole message, politeness removed, must be one of these. */
const WHOLE: readonly (readonly [Simple, RegExp])[] = [
  [
    'restart',
    /^(?:(?:从头|重新|重)(?:再)?(?:来|开始|填写?|做|测评?|评估?|走|测|问|录|弄|启)(?:过|一[遍次下]|一?次|流程|起)?|(?:全部|都|全|整个)?(?:推翻|清空|清零|归零|作废)?(?:都)?重(?:新)?(?:填写?|来|开始|测|做|评估)(?:过|一[遍次])?|重启(?:流程)?|重置|再来一[遍次]|再(?:测|评|做|填)一[回次遍]|重开(?:一局)?|(?:从|回到)(?:最开始|第一[步题个](?:问题)?|首题|头|零)(?:开始|再来|问起|重来|填)*|推倒重来|清零重来|清空重填|能?否?清零重来|开始新的测评|另起一份|restart|reset|start (?:over|again)|begin again)$/,
  ],
  [
    'skip',
    /^(?:这[个题道项块](?:问题)?|这|该题)?(?:跳过(?:这[个题道])?|略过(?:这?[题个])?|跳过去|过|pass|skip(?: (?:it|this|that))?|next(?: question)?|下一[个题道项](?:问题)?|换(?:个|一个)(?:问题|题)|空着|先空着|不填|先不填|不想(?:回答|说|答|填)|不方便(?:说|透露|回答)|不便(?:透露|说)|保密|涉密|商业秘密|没统计过?|不知道|不清楚|不太清楚|不晓得|不了解|不太了解|不懂|没概念|没数|真没数|记不清|说不准|不确定|没留意(?:过)?|(?:我)?(?:也)?不(?:清楚|知道)|i don'?t know|don'?t know|no idea|not sure|i'?m not sure|prefer not to say|rather not say)$/,
  ],
  [
    'back',
    /^(?:(?:返回|退回|回到|回)?(?:上一?[步题个条层](?:问题)?|前一[题个步])|返回|后退|退回(?:去)?|撤销(?:上一[步个题条])?|刚才(?:那[题个条])?(?:答|填|选)错了?(?:要|想)?(?:重[答填选])?|back|go back|undo|previous(?: question)?)$/,
  ],
  [
    'results',
    /^(?:(?:看|查看|出|要|给我看|看一?看|显示|直接看|直接出|查一?下|查|拿)(?:一?下|到)?(?:我(?:们)?的?)?(?:公司的?)?(?:测评|评估|评价|匹配|最后的?|最终的?|打分|评级)?(?:结果|方案|报告|评分|得分|分数|评级|积分|推荐|产品|匹配)|(?:现在)?(?:能|可以)?(?:出|看)(?:结果|方案|报告|分)|结果(?:呢|出来了?吗?|怎么?样)?|方案(?:呢)?|够了|够了够了|就(?:这些|这么多|先这样出)|不用再?问|别再?问|别问|(?:问得?)?差不多|到此为止.{0,4}出|(?:不填|不答)了?(?:直接)?(?:看|出)(?:结果|方案|报告)|results?|show (?:me )?(?:the |my )?(?:results?|plan|score|report|matches|offers)|see (?:the |my )?(?:results?|plan|score|matches)|my (?:score|results?)|that'?s enough|enough)$/,
  ],
  [
    'review',
    /^(?:(?:查看|看看|看一?下|看|列出|列一?下|显示|汇总|核对|确认|回顾|检查)?(?:一?下|一遍)?(?:我|你)?(?:们)?(?:的|之前|前面|已经?|刚才|目前|现在|都)*(?:填|记|报|录|说|答|收集|登记|录入|保存|提供)(?:了|过|下|的|好)*(?:哪些|什么|啥)?(?:的)?(?:信息|资料|内容|数据|东西|答案)?|我的(?:资料|信息|答案|档案)|(?:查看|看看|看)(?:我的|已填的?)?(?:资料|信息|进度|档案|答案)|(?:填写)?进度(?:怎么样|如何|多少|到哪)?|还(?:差|剩|有)(?:几|多少|哪些)(?:个|道)?(?:题|问题|没填|没答|没回答|空)*(?:没填|没答)?|现在填到哪|填到(?:哪|第几项)|review|show (?:me )?(?:my )?(?:answers|data|info|profile)|my (?:answers|profile|data)|what (?:have i|did i) (?:said|told you|answered|tell you))$/,
  ],
  [
    'why',
    /^(?:(?:为什么|为啥|为何|干嘛|干吗|凭什么|怎么)(?:非)?(?:要)?(?:问|知道|提供|填|打听|收集|需要|了解|告诉)?.{0,14}|(?:问|要|收集|知道)(?:这|这个|这些|那么多|这么多)?(?:数据|信息|问题|东西)?(?:干嘛|干什么|干啥|做什么|有什么用|有啥用|是为什么|为什么|什么目的|的目的是?(?:什么|啥)?|有什么意义|做什么用)|(?:这|这个|这些)(?:问题|信息|数据|题)?(?:有什么用|有啥用|干嘛用的?|有关吗|用来做什么|用来干嘛)|why(?: do you (?:ask|need|want).{0,30}| that| this)?|what(?:'s| is) (?:this|that|it) for)$/,
  ],
  [
    'help',
    /^(?:帮助|使用说明|说明|怎么(?:用|填|操作|回答|弄)|如何(?:使用|操作|填写)|举个?例子?|打个比方|不会(?:用|填|操作|弄)|看不懂|没看懂|不明白|什么意思|这[题个](?:题)?(?:是)?(?:什么|啥)意思|(?:能)?(?:解释|说明|讲解)(?:一?下)?|菜单|help|menu|how does (?:this|it) work|what can you do|instructions|example)$/,
  ],
  [
    'pause',
    /^(?:(?:先)?(?:暂停|停一?停|停一?下|等一?下|等会儿?|等等|稍等|稍后|等我.{0,10}|待会儿?(?:再.{0,3})?|一会儿?(?:再.{0,3})?)|(?:我)?(?:先)?忙(?:一会儿?|去)?|(?:晚点|回头|下次|明天|改天|过(?:会|两)[儿天]?|有空|下午|晚上)(?:再|接着|继续)?(?:填|弄|说|聊|来|答|继续|接着|吧)*|先(?:保存|存|放着|这样|到这)(?:一?下|进度|档|儿|里)*|今天(?:就)?(?:先)?(?:到|填到|聊到)这(?:儿|里)?|先到这(?:儿|里)?|现在(?:有事|不方便|没空)|(?:我)?(?:接个?电话|开会|要开会).{0,8}|pause|later|not now|hold on|wait|one moment|save (?:it|my progress)|continue later|brb)$/,
  ],
  [
    'resume',
    /^(?:继续(?:吧|填|测评|回答|上次的?|聊|来)?|接着(?:来|填|问|上次的?|聊|说)?|(?:我)?回来(?:了)?|(?:我)?(?:好了|忙完了|弄好了),?继续|往下|下面|接着问|continue|resume|go on|carry on|i'?m back|let'?s continue)$/,
  ],
  [
    'human',
    /^(?:转?(?:接)?(?:人工|真人|客服)(?:客服|服务|座席)?(?:人工)*|(?:人工){2,}|(?:找|要|叫|换|来|接|转|给我接)(?:个|一个|一位)?(?:人工|真人|活人|客服|客户经理|工作人员|专人|懂行的?人?|人)(?:聊|说|谈|来|对接|服务|客服|联系我|跟我(?:聊|说|谈)|经理|给我|一?下)*|(?:和|跟|与)(?:真?人|人工|你们的?工作人员|客户经理|客服)(?:聊|说话?|谈|通话|沟通|对接).{0,3}|有(?:没有)?(?:真人|人工|活人|客服)(?:客服)?(?:吗|在)?.{0,2}|(?:让|请|安排)(?:你们)?(?:的)?(?:客户|客服|业务)?(?:经理|专人|工作人员|专员|负责人|人)(?:来)?(?:联系我|打给我|打电话给我|加我微信|对接|跟我联系|回电)|(?:找|叫)?(?:你们)?(?:的)?(?:领导|主管|负责人)(?:来|说|谈)?|客服(?:电话)?(?:多少|在哪.{0,6})?|不(?:想|要)(?:跟|和)(?:机器人|机器|程序)聊.{0,4}|别让机器人跟我聊|human|(?:talk|speak) to (?:a )?(?:human|person|someone|agent|real person|representative)|(?:a )?(?:real person|human agent|agent)|customer service)$/,
  ],
  [
    'visit',
    /^(?:(?:你们)?(?:能|可以|能不能|可不可以|会)?(?:派|安排|约|请|叫|让)?(?:个|些|一个|你们)?(?:人|专家|专班|工作人员|客户经理|服务团队|服务专班|老师|团队)?(?:来|到)?(?:我们)?(?:公司|企业|厂里?|单位)?(?:上门|来(?:我们)?(?:公司|厂里?|企业)|到(?:我们)?(?:公司|厂里?|企业)来?|走访|实地|现场)(?:服务|看看|走访|指导|辅导|一趟|聊聊|谈谈|拜访|来|看一?下|对接)*|(?:预约|约|申请|要|想要?)(?:个|一下)?(?:上门|走访|专班|专家)(?:服务|走访|辅导)?|上门(?:服务|走访)?|(?:can you |could you )?(?:send someone(?: over)?|visit us|come (?:over|to our (?:office|company|factory))|arrange a visit|book a visit))$/,
  ],
]
const LANGUAGE: readonly (readonly ['zh' | 'en', RegExp])[] = [
  [
    'en',
    /^(?:(?:切换|换|改|转)?(?:到|成|为|用)?(?:说|讲)?(?:英文|英语)(?:版|吧|回复)?|(?:switch to |speak |in |use )?english(?: please)?|can (?:you|we) (?:speak|use) english)$/,
  ],
  [
    'zh',
    /^(?:(?:切换|换|改|转)?(?:到|成|为|回|用)?(?:说|讲)?(?:中文|汉语|普通话)(?:版|吧|回复)?|(?:switch to |speak |in |use )?chinese(?: please)?|can (?:you|we) (?:speak|use) chinese)$/,
  ],
]
const TERM_LENGTH_MAX = 24
const EXPLAIN: readonly RegExp[] = [
  /^(?:什么叫做?|啥叫|啥是|什么是|何为|何谓|解释(?:一?下)?(?:什么是)?|介绍(?:一?下)?(?:什么是)?)[“"「]?(.{1,24}?)[”"」]?(?:呀|啊|呢|的意思)?$/,
  /^[“"「]?(.{1,24}?)[”"」]?(?:这[个玩]意儿?|这个词)?(?:是|指的?是|又是)?(?:什么|啥|个什么|什么个)(?:意思|东西|概念|玩意儿?)?(?:啊|呀|呢)?$/,
  /^(?:what(?:'s| is| are| does)|explain|define)(?: a| an| the)? (.{1,40}?)(?: mean)?$/,
]
const NOT_A_TERM =
  /^(?:你|您|这|那|它|他|她|我|我们|你们|这是|刚才|上面|前面|上一个|问题|需要|要|有|还有|为|凭|做|干|this|that|it|you|your|my|the question|going on|wrong|next)|利息|利率多|多少|怎么|哪|时候|流程|材料|条件|名字|天气|your name/

/** The command a message gives, or undefined when it gives none. */
export function readCommand(raw: string): Command | undefined {
  const text = lower(normalise(raw))
  if (text === '' || text.length > LENGTH_MAX) return undefined
  const forbidden = forbiddenWish(text)
  if (forbidden) return { kind: 'forbidden', wish: forbidden }
  if (deletes(text)) return { kind: 'delete-data' }
  if (WITHDRAW.test(text) && !WITHDRAW_NOT.test(text)) return { kind: 'withdraw-consent' }
  const forms = [text.replace(TAIL, ''), text.replace(POLITE, '').replace(TAIL, '')]
  for (const form of forms) {
    if (form === '') continue
    const language = LANGUAGE.find(([, pattern]) => pattern.test(form))
    if (language) return { kind: 'language', language: language[0] }
    const simple = WHOLE.find(([, pattern]) => pattern.test(form))
    if (simple) return { kind: simple[0] }
  }
  return explained(forms)
}

function forbiddenWish(text: string): ForbiddenWish | undefined {
  for (const [pattern, wish] of FORBIDDEN) {
    const found = pattern.exec(text)
    if (found && !FORBIDDEN_DENIED.test(text.slice(0, found.index))) return wish
  }
  return undefined
}

function deletes(text: string): boolean {
  if (DELETE_NOT.test(text) || RESTART_INSTEAD.test(text)) return false
  if (DO_NOT_KEEP.test(text)) return true
  if (!DELETE.test(text)) return false
  return (
    DATA.test(text) ||
    /^(?:我要|我想|帮我|请|麻烦)?(?:注销|销户|全?删(?:了|除|掉)?|删库)(?:吧|了|一下)?[。！!]?$/.test(text)
  )
}

function explained(forms: readonly string[]): Command | undefined {
  for (const form of forms) {
    for (const pattern of EXPLAIN) {
      const term = pattern.exec(form)?.[1]?.trim()
      if (term && term.length <= TERM_LENGTH_MAX * 2 && !NOT_A_TERM.test(term)) return { kind: 'explain', term }
    }
  }
  return undefined
}
