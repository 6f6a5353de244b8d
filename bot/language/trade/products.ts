// The trade of a company told by what it makes, where no list names the product: 做山核桃脱壳机的, 常州武进，医用导管. The words
// after a verb of making, or a piece of the message that is nothing but a product, are judged by their head.
import { PRODUCT_END, tradesByHead } from '../names/trade-heads.ts'
import { isForeign } from '../scene/claims.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { clauseOf, factFor, type Scene } from '../scene/scene.ts'
import type { Clause } from '../text/clauses.ts'
import { openTrade } from './trade.ts'

/** Below a saying that knows more: 轴承座，汽车上用的. */
const MADE = 0.91
const NAMED = 0.8
const ASKED = 0.95
const RESOLD = 0.93
/** Clauses looked at for a product that stands alone. */
const BARE_CLAUSES_MAX = 8
const BEFORE_REACH = 8

/** 做智能阀门的, 主要产品是铝箔, 专注于夜视镜头. */
const MAKES = new RegExp(
  `(?:做|搞|写|(?<![能骨])干(?![净嘛了过活得啥什脆燥])|(?<![制打改锻铸构建营塑创人])造|生产|制造|研发|研制|开发|主营|经营|从事|专注于?|主打|加工|供应|(?<=[给为向][^，。；]{1,8})供(?![应货给])|(?:主要|主营|核心|主打|主导|我们的?|公司的?)(?:产品|业务|主业)|(?:产品|业务|主业|干的|卖的)(?=是|为|叫|[:：]))(?:的?(?:主要|就)?[是为叫:：]|的产品是|的)?(?:一些|些|点|各种|各类|自己的|那个|这个|一种)?([一-龥a-z0-9+ -]{2,18}?)${PRODUCT_END}`,
  'g',
)
/** 一家储能电池厂, 我们是制药企业. */
const IS_A =
  /(?:^|[，。； ]|是|一?家|[是一]个|开了?个?|办了?个?)(?:一?[个家])?((?![开办我一])[一-龥a-z0-9+-]{2,12}?)(?:整机|生产|制造)?(?:厂家?|工厂|企业|公司)(?=的?(?:$|[，。；,; ]|财务|会计|老板|法人|负责人))/g
/** 我们不生产，就是代理日本轴承的. */
const RESELLS =
  /不生产[^。；]{0,8}(?:代理|卖|倒|经销|贸易)|(?:^|[，。； 是]|我们|主要)(?:代理|经销|分销)(?!公司|记账|商|机构|人)[一-龥a-z]{2,8}的?(?=$|[，。；,; ])/g
/** Words that are no product's: 做了两台, 生产用的设备, 研发投入. */
const NO_PRODUCT =
  /准备|打算|正在|^(?:备|囤|采购|投|扩|建|还|发|卖|供|配|送|装|修)|^[与和及或]|属于|准备|打算|正在|[+了过不没吗呢吧您你他她想贷借钱押抵款万元]|我们|公司|员工|客户|去年|前年|今年|收入|营收|利润|申报|认定|融资|^(?:用|所|出|好|成|完|成本|能力|规模|周期|许可|工艺|经营|中心|投入|费|人员|团队|区|票|商|的)|(?:工程师|人员|团队|经验|项目|专业)$/
/** Parts and systems of anything. */
const VAGUE = /^(?:关键|基础|核心)*(?:结构件|零部件|零件|配件|系统|平台|产品|加工|用品|数据|服务|设备|材料)$/
const GENERIC =
  /^(?:设备|生产线|流水线|产线|线|材料|原材料|机器|仪器|平台|系统|工具|模块|器件|零件|配件|软件|用品|加工|产品|数据|服务)$/
/** Whoever this is said of, it is not us; or it was so once. */
const NOT_US =
  /(?:不|[给向跟和帮替与被]|卖给|(?:找|请|托|委托|让|雇)了?[^，。；]{0,4}(?:公司|团队|厂家?|人家|外包)|不是|股东|投资人|合伙人|客户|对方|下游|上游|供应商|原来|以前|之前|早先|最早|开始|起初|早年|本来|从前|当年|学|读|收购|并购|隔壁|租|[\d一二两三四五六七八九十几多]个?人?|名)(?:是|都|也|在|主要|就|专门)?$/
const BESIDES = /[也还兼]$|顺带$|另外$|偶尔$|准备$|打算$/
/** 芦笋带深加工: the main thing comes first. */
const AND_MORE = /(?:带|兼|外加|顺带|还有|以及|连同)(?=[一-龥]{2}).*$/
/** 橡胶密封件给高铁用: whose it is for comes behind what it is. */
const FOR_WHOM = /(?<=[一-龥]{2})(?:专门|主要|都)?(?:卖给|供给|给(?![水排料药油]))[一-龥]{1,8}(?:用|配套?|供货?|做)?$/
/** 自己写的调度系统: a tool of one's own, and no trade. */
const OWN_TOOL = /^(?:写|编|做|搞|开发|研发)的/
const LEAD = /^(?:我们|咱们?|俺们?|我|公司|主要|是|就是|在|一直|专业|专门|专|那边|这边|这|那|本地|当地)+/
const TAIL =
  /(?:的|厂|工厂|企业|公司|这块|这行|行业|领域|方向|生意|业务|厂家|配套|整机|研发|生产|制造|加工|销售|为主)+$/
/** A piece of talk with these is no mere name of goods. */
const NO_NAME =
  /[走些就不没有是想要能可在给跟我你他们了过吗被让年月日万元个人岁贷借款钱押抵买购换上再租学读加用招缺付进看问查谈做搞讲说去来到和等+]|(?<!专)卖|\d(?!d)/
/** 机器人 and 智能 are no persons and no abilities. */
const HARMLESS =
  /机器人|无人|数字人|人工|人形|智能|储能|节能|氢能|新能源|太阳能|性能|功能|[医商家车船军民兽农工食药通专]用|元器?件|单元|在线|可穿戴|可降解|可吸收|日化|日用|月饼|特种|上料|换热|换电|水处理|处理|热处理|不锈钢|三元|多元|不粘|[深精机]?加工|用的(?=[一-龥]{2})/g
/** Tools that stand alone are in use: 工厂 MES、ERP 都打通了. */
const TOOLS = /^[一-龥]{0,3}(?:mes|erp|wms|crm|oa|plm)$/
const ALONE_MIN = 3
const ALONE_MAX = 14
/** 种芦笋带深加工的, 养虾. */
const GROWS = new RegExp(
  `(?:^|[，。； 的边是]|我们|主要|大棚)([种养][一-龥]{1,6}?)(?:带[一-龥]{1,6})?${PRODUCT_END}`,
  'g',
)

interface Product {
  /** the trade, or the two that its words leave open */
  readonly trades: readonly string[]
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** What the company makes, at most once. */
export function readProducts(scene: Scene): Harvest {
  const fact = factFor(scene, 'industry')
  if (!fact) return { found: [], unclear: [] }
  const asked = scene.context.pending.includes(fact.id)
  const sure = asked ? ASKED : MADE
  const made = [...said(scene, MAKES, sure), ...said(scene, GROWS, sure), ...said(scene, IS_A, asked ? ASKED : NAMED)]
  const others = scene.context.pending.length > 0 && !asked
  const pool = made.length > 0 || others ? made : alone(scene, asked ? ASKED : NAMED)
  const product = [...resold(scene), ...pool].find(
    each =>
      each.trades.every(option => fact.options?.[option] !== undefined) &&
      !isForeign(scene, fact, each.start) &&
      polarityOf(scene, each.start, each.end, fact) === 'affirmed',
  )
  if (!product) return { found: [], unclear: [] }
  const { trades, start, end, confidence } = product
  const [option, other] = trades
  if (option === undefined) return { found: [], unclear: [] }
  if (other !== undefined && !asked) return { found: [], unclear: [openTrade(scene, fact, trades, start, end)] }
  const found: Found = {
    fact: fact.id,
    value: option,
    confidence,
    approximate: false,
    why: `by its head: «${scene.text.slice(start, end)}»`,
    span: [start, end],
  }
  return { found: [found], unclear: [] }
}

/** Whoever only sells on is a wholesaler, whatever it sells. */
function resold(scene: Scene): readonly Product[] {
  return [...scene.masked.matchAll(RESELLS)].map(match => {
    const end = match.index + match[0].length
    return { trades: ['wholesale'], start: end - 1, end, confidence: RESOLD }
  })
}

/** The products named after a verb or before 厂; what is made besides comes last. */
function said(scene: Scene, pattern: RegExp, confidence: number): readonly Product[] {
  const all = [...scene.masked.matchAll(pattern)].flatMap(match => {
    const words = (match[1] ?? '').replace(FOR_WHOM, '')
    const before = scene.masked.slice(Math.max(0, match.index - BEFORE_REACH), match.index)
    const main = words.replace(AND_MORE, '').trim()
    const product = tradesByHead(main).length === 0 ? words.trim() : main
    const isNoun = /^(?:生产|研发|开发|制造|加工|供应|经营)/.test(match[0])
    const plain = product.replace(HARMLESS, '□')
    if (
      NO_PRODUCT.test(plain) ||
      NOT_US.test(before) ||
      (/自[己家]$/.test(before) && OWN_TOOL.test(match[0])) ||
      /收购|并购|隔壁/.test(product) ||
      VAGUE.test(product) ||
      TOOLS.test(product) ||
      (GENERIC.test(product) && isNoun)
    )
      return []
    if (pattern === IS_A && NO_NAME.test(plain)) return []
    const trades = tradesByHead(product)
    if (trades.length === 0) return []
    const start = match.index + match[0].indexOf(words)
    return [{ trades, start, end: start + product.length, confidence, besides: BESIDES.test(before) }]
  })
  return [...all.filter(each => !each.besides), ...all.filter(each => each.besides)]
}

/** 常州武进，医用导管，45 人: pieces that are nothing but a product. */
function alone(scene: Scene, confidence: number): readonly Product[] {
  return scene.clauses.slice(0, BARE_CLAUSES_MAX).flatMap(clause => bareIn(scene, clause, confidence))
}

function bareIn(scene: Scene, clause: Clause, confidence: number): readonly Product[] {
  const region = scene.regions.findLast(each => each.start >= clause.start && each.end <= clause.end)
  const from = region?.end ?? clause.start
  const raw = scene.masked.slice(from, clause.end).replace(/[，,。、；;!！?？\s]+$/, '')
  const lead = /^[的市区县 ]*/.exec(raw)?.[0].length ?? 0
  const words = raw.slice(lead)
  // 超声探头 ISO13485 有: before the blank
  const [first = ''] = words.split(/ (?=[a-z\d])/)
  const piece = /[一-龥]$/.test(first) ? first : words
  const whole = piece.replace(LEAD, '').replace(/[的滴]+[嘞咧哈嘛呀啊哦噢哒哩咯额个]?$/, '')
  // 铝深加工 is told by its 加工, 电池加工厂 is not
  const product = tradesByHead(whole).length > 0 ? whole : whole.replace(TAIL, '')
  const plain = product.replace(HARMLESS, '□')
  if (
    !/[一-龥]/.test(product) ||
    product.length < ALONE_MIN ||
    product.length > ALONE_MAX ||
    VAGUE.test(product) ||
    GENERIC.test(product) ||
    NO_NAME.test(plain) ||
    NO_PRODUCT.test(plain)
  )
    return []
  const trades = tradesByHead(product)
  const start = from + lead + words.indexOf(product)
  return trades.length === 0 || clauseOf(scene, start) !== clause
    ? []
    : [{ trades, start, end: start + product.length, confidence }]
}
