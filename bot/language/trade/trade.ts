// How sure it is that a trade named in a clause is the company's own: 做软件的 is, 给光伏企业供货 is not, 帮我查快递 is nothing.
import type { FactDefinition } from '#engine'
import type { Named } from '../choices/named-option.ts'
import { PRODUCT_END, tradesByHead } from '../names/trade-heads.ts'
import type { UnclearFact } from '../scene/found.ts'
import { clauseOf, roleOf, type Scene, wordsUpTo } from '../scene/scene.ts'

const EXPLICIT = 0.9
const PLAIN = 0.78
const NAMED = 0.94
const TRADE_BEFORE =
  /(?:做|搞|写|弄|整|造|开(?=饭|餐|酒|宾|店|超|网|诊|工厂)|(?<![一两几这那各多])种|养|加工|制造|销售|运营|从事|主营|主要|生产|研发|开发|提供|专注|专门|是|干|经营|卖|业务|行业|领域|产品|方向|\b(?:make|makes|making|manufactures?|manufacturing|write|writes|design|run|supply|build|develop|produce|sell|do|in|an?|our))/
/** market share of our sensor */
const SHARE_OF = /\b(?:share|market)\b[^.;,]{0,24}\b(?:of|for|in) (?:our |the |my |these )?$/
const VIA_BEFORE = /\b(?:via|through) (?:an? |the |our |another )?(?:[a-z]+ )?$/
const TRADE_AFTER =
  /^[^，。；,;]{0,8}(?:的|企业|公司|厂|行业|领域|制造|研发|生产|服务|业务|company|firm|maker|business|manufacturer|start-?up|studio|developer|producer|supplier|factory|plant|shop)/

const NOT_OURS_BEFORE =
  /不(?:做|搞|干|弄)$|(?:走|通过|由|经|卖给|供给|发给|委托|找|托|给|欠)(?:了|的|融资|一家)?$|(?<!主|需)要$|招(?:聘|几个|一批|点|些)?$|新的$|不如$|关于(?:真空)?$|(?:卖|销|供)(?:给|到|往|进)$|(?:八大|高新|支持的?)(?:技术)?领域[^，。；]{0,10}$|(?:电商|网店|淘宝|抖音|直播|亚马逊|跨境)[^，。；]{0,6}(?:卖|销售|经营)的?$|(?:用[在于到]|应用[在于]|配套?[在到]|装[在到]|适用于|面向)[^，。；]{0,4}$|(?:以前|之前|原来|早年|早先|从前|当年|本来|早些年)(?:是|都|就|也|一直|主要|专门)*(?:在)?(?:做|搞|干|开|卖|经营|从事)$|(?:找|请|托|雇)了?[一两几个家]*$|(?:找|请|托|委托|让|雇)了?[^，。；]{0,5}(?:公司|团队|厂家?|人家|外包)(?:[帮给]我们?)?(?:做|搞|写|开发|弄)(?:了|的)?[一个]*$|(?:上|添|加|配)[一两二三几\d][条台套个]$|联合搞了个$|搞了个$|[给向跟帮](?:那些|一些|一?家)?(?:做|搞|干|生产)$|(?:客户|供应商|股东|投资人|投资方|合作方|对手|下游|上游|朋友|房东)(?:都|是|也|主要)*(?:做|搞|干|生产)$/
const NOT_OURS_AFTER =
  /^[费款钱]|^(?:用|场|里)?(?:的)?[一-龥]{0,4}(?:环控|监控|监测)|^(?:工程师|岗位?|人员|团队|专业|博士|硕士)|^(?:行业|领域|企业|厂|公司|[这那]?[块边])?的?(?:大|老|新|终端|下游|主要)?(?:客户|主机厂|用户|买家|放量|行情|景气|涨价|降价)/
/** 物联网街, 传感谷, 轴承产业园: a street or a park is called so. */
const PLACE_AFTER =
  /^[一-龥]{0,2}?(?:街|路(?=$|[，。；,; \d上那这]|口)|大道|小镇|大厦|产业园|工业园|科技园|产业带|学院|大学|协会|商会|展会?(?=$|[，。；,; 上])|博览会|论坛|之[乡都])/
/** 我们科研院所老师办的: where somebody comes from. */
const COMES_FROM = /^的?(?:老师|教授|专家|院士|同志|出[来身]|下海|背景|转[制企]|改制|孵化|衍生)/
/** 自己写的调度系统: a tool of one's own. */
const OWN_TOOL = /自(?:己|主|家)?(?:写|编|做|搞|开发|研发)的?[^，。；]{0,4}$/
/** 化纤智能检测: what is inspected, by a machine, a program or a service. */
const INSPECTED_AFTER = /^[一-龥]{0,4}(?:检测|监测|巡检|质检|分拣)(?=$|[，。；,; ]|的)/
/** 经销商一百多家, 门店 30 家: how many sell for us. */
const COUNTED_AFTER =
  /^[商店]?(?:有|一共|总共|大概|差不多|也有|发展了?)*(?:[\d一二两三四五六七八九十百几千]+[多来余]?[家个户])/
/** 租赁公司还欠 90 万, 设备厂家给的报价. */
const SPEAKS_OF_IT =
  /^家?(?:还?欠|给|报|说|要|催|那边|那儿|老板|倒闭|跑了|赊|让|(?:来|直接|统一|负责|帮)*(?:买断|收购|收走|收货|拿货|拿走|包销|代理|代办|出口|报关|走货?|下单|采购|买的?))/
const SERVED =
  /养殖|种植|农业|大棚|果园|猪场|鸡场|冷库|仓储|物流|快递|酒店|餐饮|电商|超市|药店|物业|房地产|施工|建筑|装修|酒厂|食品|饲料|服装|纺织|印刷|包装$/
const MADE_FOR_IT =
  /^(?:用|专用|场|行业|企业|厂)?(?:的)?[一-龥]{0,4}(?:设备|系统|机器人|机械|机(?=$|[，。的])|装置|仪|传感器|探头|控制器|材料|薄膜|板|箱|软件|平台|saas|erp)(?=$|[，。的；,; ])/
/** 工行农行还有租赁公司, 欠着一家租赁公司的钱: who lends to us. */
const LENDS = /(?:租赁|小贷|担保)公司$/
const OWED_TO = /(?:欠|找|跟|向|从|银行|[工农中建交招商]行|农商|还有|[和加])[^，。；是]{0,6}$/
/** 酒店布草洗涤: another thing than the hotel itself. */
const OF_IT =
  /^(?!一[个家]|行业|业务|公司|企业|生意|服务|连锁|加工|经营|运营|管理|代工|批发|贸易|生产|制造|研发|销售|出口|外贸|门店|工厂|基地|合作社|机构|工程|施工|园区|大户|户|专业)[一-龥]{2,8}(?=的|$|[，。；, ])/
const TOOL = /^(?:信息化|信息系统|crm|oa系统|erp|mes|erp软件|mes软件|管理软件|saas|ai|自动化|数控|机器人|系统)/
const IN_USE = /上了|用了|装了|买了|用的|都有|都在|打通|在跑|上线|上系统|跑起来|也上|都上/

/** The rest of a product's name behind a word of it. */
const RUNS_ON = new RegExp(
  `^(?:(?: [a-z-]+){1,3}?(?=$|[.,;!?]| (?:and|in|for|with|since)\\b)|[一-龥a-z0-9]{0,10}?(?:${PRODUCT_END}|(?=(?:专门|主要)?(?:卖|供)?给)))`,
)
const RUN_REACH = 24
/** 船用|阀门: what may stand before a known word and make it another thing. */
const MODIFIER_REACH = 8

/** What a company does: sure beside 做 or 企业, a guess elsewhere. */
export function tradeConfidence(scene: Scene, words: string, start: number, end: number): number {
  const clause = clauseOf(scene, start)
  const before = wordsUpTo(scene, start)
  const after = scene.masked.slice(end, end + 12)
  // 学机械的, 机械专业 is what somebody studied
  if (
    /(?:买|购|换|添|采购|进一?批|进点|囤|备|(?:弄|搞|上|整)[一两二三几\d]?[台套条])[^，。；]{0,4}$|\b(?:for (?:the )?(?:[a-z]+ing )?|after )$|\b(?:buy|buying|bought|purchase|purchased|purchasing|ordered|installed|lease|rent|leasing|renting|need)\b[^.;,]{0,14}$/.test(
      before,
    )
  )
    return 0
  // a coating line is what is bought
  if (/^ (?:line|machine|equipment)s?\b/.test(after) && /\b(?:new|for|another)\b[^.;]{0,12}$/.test(before)) return 0
  // 走外贸公司, 招算法工程师, 新的电机壳: named, and no trade of ours
  if (NOT_OURS_BEFORE.test(before) || NOT_OURS_AFTER.test(after)) return 0
  const said = scene.masked.slice(start, end)
  if (PLACE_AFTER.test(after) || (/[院所]/.test(said) && COMES_FROM.test(after))) return 0
  if (/软件|系统|平台|程序|erp|mes/.test(said + after.slice(0, 4)) && OWN_TOOL.test(before)) return 0
  if (/经销|代理|批发|分销|零售|加盟|门店|专卖|网店/.test(said) && COUNTED_AFTER.test(after)) return 0
  if (INSPECTED_AFTER.test(after) && !/视觉|软件|算法|智能|ai|机器|环|[评检测]|服务/.test(said)) return 0
  // 生猪养殖环控系统, 冷库保温板: what it serves
  if (SERVED.test(said) && (MADE_FOR_IT.test(after) || OF_IT.test(after))) return 0
  const firm = /(?:公司|厂)$/.test(said) ? after : /^(?:公司|厂)家?(.*)$/.exec(after)?.[1]
  if (firm !== undefined && SPEAKS_OF_IT.test(firm)) return 0
  if (LENDS.test(said) && OWED_TO.test(before)) return 0
  // 给大连机床厂做配件
  if (/^(?:厂|公司|集团|企业)/.test(after) && /(?:给|跟|和|向|为|替|帮)[^，。；]{0,6}$/.test(before)) return 0
  // 主要业务都上系统了，ERP MES都在跑: what one uses
  if (TOOL.test(said) && IN_USE.test(words) && !/(?:做|搞|开发|研发|卖)[^，]{0,4}$/.test(before)) return 0
  // steel purchases, 9 % of the market for our pump: bought, or counted, but not told as a trade
  if (
    /^ (?:purchas|suppliers?\b|prices?\b|costs?\b|orders?\b)/.test(after) ||
    SHARE_OF.test(before) ||
    VIA_BEFORE.test(before)
  )
    return 0
  // 制造业那个单项冠军; 做贸易起家
  if (/^(?:那个|单项)|^[^，。；]{0,2}起家(?=[^。；]{0,14}(?:才|后来|现在|转))/.test(after)) return 0
  if (/[学读](?:的|过|的是)?$/.test(before) || /^[^，。；,;]{0,2}(?:专业|毕业|出身)/.test(after)) return 0
  // 动力电池托盘，汽车零部件行业: the trade named as such
  if (/^行业(?:的|$|[，。；,; ])/.test(after) && /^(?:我们|公司)?(?:是|属于?|归)?$/.test(before)) return NAMED
  // 服装厂的视觉检测软件: whose customers they are
  if (/[厂店]$/.test(scene.masked.slice(start, end)) && hasHead(scene, words, clause?.start ?? start, end)) return 0
  if (TRADE_BEFORE.test(before) || /公司|企业|厂|^[做搞]/.test(scene.masked.slice(start, end))) return EXPLICIT
  // 宁波慈溪小家电
  if (scene.regions.some(region => region.end === start)) return PLAIN
  return TRADE_AFTER.test(after) || isAllTrade(scene, words, clause?.start ?? start) ? PLAIN : 0
}

/** Two trades that a product leaves open, to be chosen from. */
export const openTrade = (
  scene: Scene,
  fact: FactDefinition,
  trades: readonly string[],
  start: number,
  end: number,
): UnclearFact => ({
  fact: fact.id,
  problem: 'not-an-option',
  candidates: trades,
  span: [start, end],
  why: `«${scene.text.slice(start, end)}» is of either trade`,
})

/** 锂电隔膜|涂布设备: a known word is only the beginning of what is made, and the head of the whole decides. */
export function byWholeProduct(
  scene: Scene,
  named: readonly Named[],
): { readonly named: readonly Named[]; readonly unclear: readonly UnclearFact[] } {
  const unclear: UnclearFact[] = []
  const settled = named.flatMap(each => {
    if (roleOf(scene, each.fact) !== 'industry') return [each]
    const clause = clauseOf(scene, each.start)
    const rest = RUNS_ON.exec(scene.masked.slice(each.end, each.end + RUN_REACH))?.[0] ?? ''
    const end = each.end + rest.length
    const from = Math.max(clause?.start ?? each.start, each.start - MODIFIER_REACH)
    const wide = tradesByHead(scene.masked.slice(from, end))
    const [trade, other] = wide.length > 1 ? wide : rest ? tradesByHead(scene.masked.slice(each.start, end)) : []
    if (trade === undefined || each.fact.options?.[trade] === undefined) return [each]
    const asked = scene.context.pending.includes(each.fact.id)
    if (other === undefined || asked) return [{ ...each, option: trade }]
    unclear.push(openTrade(scene, each.fact, [trade, other], each.start, end))
    return []
  })
  return { named: settled, unclear }
}

/** Another trade right behind 的: 服装厂的视觉检测软件. */
const hasHead = (scene: Scene, words: string, from: number, end: number): boolean =>
  /^用?的[一-龥]/.test(words.slice(end - from)) &&
  scene.signs.some(
    sign =>
      sign.start > end &&
      sign.start < end + 10 &&
      sign.values.some(value => value.is === 'option' && roleOf(scene, value.fact) === 'industry'),
  )

/** The part of a clause between blanks: 新能源汽车电控 16年成立. */
function pieceOf(words: string, place: number): string {
  const from = words.lastIndexOf(' ', place) + 1
  const to = words.indexOf(' ', place)
  return words.slice(from, to < 0 ? words.length : to)
}

/** 杭州，新能源储能，45 人: a clause of nothing but trades. */
function isAllTrade(scene: Scene, words: string, from: number): boolean {
  const trades = scene.signs.filter(
    sign =>
      sign.start >= from &&
      sign.end <= from + words.length &&
      sign.values.some(value => value.is === 'option' && roleOf(scene, value.fact) === 'industry'),
  )
  const covered = trades.reduce((sum, sign) => sum + sign.end - sign.start, 0)
  const [first] = trades
  const before = first
    ? (words
        .slice(0, first.start - from)
        .split(' ')
        .at(-1) ?? '')
    : ''
  const piece = pieceOf(words, first ? first.start - from : 0)
  const rest = piece.replace(/[，,。、；;\s]|行业|领域|方向|的/g, '').length - covered
  return rest <= 1 || (rest <= 4 && !/[我你帮查问买看有没是在\d]/.test(before))
}
