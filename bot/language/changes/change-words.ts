// The words of changing one's mind, and of what was and what is: what stands between a value and the one that holds instead.
import type { Mention } from '../values/mention.ts'
import { NUMBERS } from '../values/repairs.ts'

/** 不对, 说错了, 作废: the first is wrong. */
const WRONG =
  /不对|不不|[，,。？? ]不(?:是|，|,|对)?(?=[，,。]| ?[\d一二两三四五六七八九十])|[哦啊噢哎呀诶额]不(?!到|少|止)|(?:[说讲报打写记填弄搞算数看输按]|^)错了?|错了|口误|手误|作废|不作数|不准(?=[，,。 ]|$)|当我没说|算了/
/** 等等我问下, 翻了一下, 会计说: somebody looks it up. */
const LOOKED_UP =
  /(?<!被)翻(?:了|过)(?:翻)?(?:账|证|表|资料)|等等|等一?下|等会儿?|稍等|(?<!被)(?:翻|查|看|问|核|对|数|算)(?:了|过)?(?:一?下|一?眼|一?遍|了)|我(?:翻|查|看|问|核|数|算)|想了?想|(?<!被)([翻查看问核数算])[了一]\1|算算|数数|(?:商量|合计|琢磨|盘算|核算|测算|商议)(?:[了过](?:一?下|一番)?|一下|下来)|[算谈聊核]下来|(?:会计|财务|人事|出纳|小[一-龥]|老婆|老公|总监|同事|他|她)[^，。\d]{0,6}(?:说|讲|提醒|纠正)/
/** 准确说, 其实, 实际: how it really is. */
const REALLY =
  /(?:准确[地的]?[说讲]?|确切|实际|其实|真正|正确|严格[地说]*|应该|最新|有效|如果只?[算按][^，。\d]{0,4}|只算[^，。\d]{0,4})[上的有效花用投是只就才约大概到手那了也要拖都会得]*$/
/** 咳, 噢, 哦你问的是…: caught out. */
const CAUGHT = /(?:^|[，,。… ])(?:哦|噢|喔|咳|啊|哎呀?|呃|诶)(?!对|还|另|了)/
/** 太多了, 不够: refused as soon as said. */
const REFUSED = /不够|太[多少高低长短紧大小贵][了]?|紧了|少了|多了/
const TURN_ENGLISH =
  /\b(?:hmm+|wait|hang on|hold on|scratch that|sorry|i mean|actually|let me (?:check|see)|just checked|(?:turns|turned) out|correction|make (?:it|that)|let'?s say|ok put|put|or rather|the (?:right|real|correct|actual) (?:number|figure|one)|(?:accountant|licence|license|report|partner|boss|cfo|books?|hr) says?)\b|[,.;-] no[,.]? /
const SAID_BEFORE =
  /(?:刚才|刚刚|前面|前头|上面|之前|上[一]?[回次条])[^。；\d]{0,12}$|我(?:说|讲|写|报|填)(?:的|了|成)?[^。；\d]{0,3}$|\b(?:i|we) (?:said|told you|wrote|put|gave you) ?(?:about |we had |we have )?$/
const SAID_AFTER = /[，,;] ?(?:it's|it is|is|but|实际|真实|是)|作废|不准|不对/

/** Whether what stands between two values says that the second holds instead of the first. */
export const turns = (between: string, before: string, tail: string, lead: string, isTime: boolean): boolean =>
  WRONG.test(between) ||
  LOOKED_UP.test(between) ||
  (!isTime && REALLY.test(lead)) ||
  CAUGHT.test(between) ||
  (REFUSED.test(between) && /[，,]/.test(between)) ||
  TURN_ENGLISH.test(between) ||
  (SAID_BEFORE.test(before) && SAID_AFTER.test(between)) ||
  /^(?:吧)?准确(?:说|讲)/.test(tail)

/** 原来想借 800 万，300 万就够; we wanted ten at first: what was meant once, and what will do. */
const ONCE_MEANT =
  /(?:原来|原先|原本|本来|原(?=[想计打准])|当初|起初|一?开始|最早|最初|之前|早先|先前)[^，。；\d]{0,6}(?:想|要|打算|准备|说|计划|考虑|报)/
const ENOUGH =
  /^(?:块|元|的)?(?:钱|其实|也|就|都|应该|估计|大概|差不多)*(?:足够|够|行|可以|成(?!立)|中(?=$|[，。了的])|差不多)/
export const isEnough = (before: string, tail: string): boolean => ONCE_MEANT.test(before) && ENOUGH.test(tail)
/** 之前想贷 500 万: what stands there now would be of an earlier time. */
export const wasBefore = (before: string): boolean => /[之以]前/.test(before)
export const wasMeant = (before: string): boolean => ONCE_MEANT.test(before)

/** 还是三百万吧, 那就两年: decided. */
export const isDecided = (lead: string, tail: string): boolean =>
  /^(?:那|我看|要不)?(?:还是|干脆|那就|要不|索性|就)(?:按|要|写|贷|借|来)?个?$/.test(lead) &&
  /^(?:吧|好了|算了|得了|保险|稳当|稳妥|合适|够了?|就够|就行|好一?点)/.test(tail)

/** 走了几个, 还了五十, 又批了 3 个: how many went or came, not how many there are. */
const CHANGE =
  /(?:走|离职|辞|裁|招|新[登批增招添拿]|又[批下来招登拿进]*|(?<![原本以后起])来|还|还掉|还了?|少|多|涨|降|跌|掉|花|卖|报废|到期|丢|转|过期|退休|添|批|下来|增加|减少|left|lost|hired|repaid|paid)(?:了|掉|来|走)*(?:大概|约)?$/
export const countsOwn = (lead: string): boolean =>
  CHANGE.test(lead) && !/[到成为剩]$|实际|其实|准确|(?:[算谈聊核]|商量|合计|琢磨)下来$/.test(lead)
/** 贷了 120 万，还剩 80 没还: what is left of a loan. */
export const isLeftOwed = (between: string, tail: string, before: string): boolean =>
  /^(?:的|了|块|元|贷的|[，, ])*(?:现在|目前|如今)?(?:[还就只]剩下?|剩下?)(?:了|大概|差不多|个)?$/.test(between) &&
  !/额度|授信/.test(before) &&
  (/^[个万元块]{0,2}(?:没|未|要)还/.test(tail) || /贷|欠|借/.test(before + between))

/** 三个，其中一个走了，现在两个: some went, and so many are there now. */
export const isLeft = (between: string, lead: string): boolean =>
  NOW_ONLY.test(lead) && /走了|离职|没了|裁|还了|还掉|卖|转让|报废|没批|又[批招登来]|新[批招登添]/.test(between)
export const isNow = (lead: string, isCount = false): boolean =>
  NOW_ONLY.test(lead) || NOW_ENGLISH.test(lead) || (isCount && /今年/.test(lead))
/** 裁了 6 个，还有 14 个: what is left over. */
export const isRest = (between: string, lead: string): boolean =>
  /还有$/.test(lead) && /走了|离职|裁|还了|还掉|卖|转让|报废/.test(between)
/** 合伙人想要八百万: what somebody else wants. */
export const SOMEBODY = /合伙人|老婆|老公|老板(?:想|要|说)|partner|boss/

/** 有两个没缴年费, 其中一个走了: a part. */
export const isPart = (lead: string, tail: string): boolean =>
  /^ ?(?:of (?:them|which|us|whom|those)|are|do|work) /.test(tail) ||
  (/(?:其中|里面|里头|里|当中|有|那)$/.test(lead) &&
    /^[个件项人名家]?(?:都|是|还|刚|已经?|才)*(?:没|不|走|离职|失效|过期|到期|在审|是|外包|兼职|老师|挂|退)/.test(tail))

/** 34，不对，加上今年的是 36: a slip that left some out. */
export const isWithThose = (between: string, lead: string): boolean =>
  WRONG.test(between) && /(?:加上|算上)[^，。\d]{0,8}(?:是|一共|总共|共)$/.test(lead)

/** 还有, 另外, 再加: one more, not one instead; 现在还有 is what is left. */
export const isExtra = (lead: string): boolean =>
  /(?:还?[差缺]|补)(?:个|了|大概)?$/.test(lead) ||
  /(?<!现在|目前|如今|眼下)还有|还[能要差]|再[报批申]|另外|外加|加上|再加|[和跟与及、](?![^，。\d]{0,6}(?:[算商谈聊核对问说]|合计|琢磨))|另有|同时|其余|剩下的|\b(?:and|plus|another|also|with)\b/.test(
    lead,
  )

export const PLANNED =
  /计划|预计|争取|目标|希望|打算|准备|估计今年|明年|后年|年底(?:能|要)|可能|最多能|再[贷借要]|[想要贷借]|plan|hope|next year|expect/
/** 明年扩到 200 人, 年底大概能到 90: not yet. */
export const AHEAD = /明年|后年|年底(?:大概|前|要|能|争取|预计|应该)|计划|打算|准备(?!金)|争取|目标|预计|next year|plan/
/** 去年, 24 年: the readers of years know better. */
export const OF_A_YEAR = /去年|上年|\d年|last year/
/** 去年研发 280 万说错了，那是两年的，去年单独 150 万: the same year, told again. */
export const isSameYearAnew = (before: string, between: string): boolean => {
  const year = /(去年|上年|\d\d年)[^，。；\d]*$/.exec(before)?.[1]
  return (
    year !== undefined &&
    !/是大?前年的/.test(between) &&
    WRONG.test(between) &&
    between.slice(between.search(WRONG)).includes(year)
  )
}
/** 2019年评的高企 tells of another day. */
export const OTHER_EVENT = /^(?:年|月|日|号)*(?:评|认定|拿|到期|入库|搬|迁|上市|融|才?开始做|贷)/
/** 前年, 2023年, 最多的时候: a time that is no more. */
export const BYGONE = /前年|20\d\d|\d\d年|最多|高峰|鼎盛|那会|当初/
export const AT_PEAK = /最多|高峰|鼎盛|那会|当初/
export const OTHER_TIME = /大前年|前年|隔壁|同行|人家|别人|他们|competitor/
/** 是前年的: of the year before. */
export const LOST = /^[个件人万]?是(?:大?前年)的?/

const PAST_BEFORE =
  /(?:原来|原先|以前|之前|本来|当初|最早|最初|高峰期?|最多的?时候|鼎盛|去年(?:底|末|年底|初)?|前[两几]?年|年初|上半年|上个?月|旺季|疫情前|刚开始|早[先年]|那会儿?|当时|\d\d年(?:的?时候|那会儿?|底|初|那年)?)[^。；\d]{0,12}$/
const PAST_AFTER =
  /^[^，。；\d]{0,3}那?(?:个|都)?是(?:年初|去年底?|过年前|前[两几]?年|上半年|旺季|以前|之前|早先|老|原来|上次)/
const NOW_LEAD = /现在|目前|如今|眼下|当前|今年|现|[还就只]剩|剩下?$|今天|到今天/
const NOW_ONLY = /现在|目前|如今|眼下|当前|[还就只]剩|剩下?$/
const NOW_ENGLISH = /\b(?:now|today|currently)\b/
const LAST_YEAR = /去年|前年/
/** 年初还有 600 万, 现在剩 380: money that stands on a day. */
const LEFT = /剩|余额|还欠/

/** Whether the first value was of an earlier time and the second is of now. */
export function wasOnce(first: Mention, before: string, between: string, lead: string): boolean {
  if (!(PAST_BEFORE.test(before) || PAST_AFTER.test(between))) return false
  if (first.kind === 'money')
    return LAST_YEAR.test(before) ? LEFT.test(lead) || /想|要/.test(before) : NOW_ONLY.test(lead)
  if (first.kind === 'count' || NUMBERS.has(first.kind)) return NOW_LEAD.test(lead)
  if (first.kind === 'percent' && LOST.test(between) && /去年|今年/.test(lead)) return true
  return (first.kind === 'percent' || first.kind === 'months' || first.kind === 'rate') && NOW_ONLY.test(lead)
}
