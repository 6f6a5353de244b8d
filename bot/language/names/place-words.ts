// The words around a place that tell whose it is: registered there, only worked or studied there, left, visited, sold to; and the
// words behind it that make a short name a place.
import { isElsewhereInEnglish } from './english-places.ts'

export const CUE_BEFORE =
  /(?:在|位于|地址[是为在]?|注册地[是为在]?|总部|落户|落地|坐落|[搬迁]到|来自|地点|应该是|应为|改[成为到]|是|[:：]|\b(?:in|at|from|moved to|relocated to) )$/i
/** 执照是溧水的, 执照改到滨江了, 迁去临平: where it is registered now. */
export const REGISTERED =
  /(?:(?:注册(?:地址|地)?|(?:营业)?执照(?:上的?)?(?:地址)?|工商(?:登记|注册)?)(?:就|也|都|还|才|倒)?(?:[是为在于]|开在|办在|挂在|写的?(?:是|在)?|[:：])*|(?:迁|搬|改|换|变更)(?:了)?[到至去成为回]了?|(?:从[^，。；]{2,8}|[今去前]年|后来|已经|刚刚?|现在|又)全?[搬迁](?:了)?|(?:registered|registration|licen[cs]e(?:d)?)(?: (?:is|still|address|says|in|at|remains|stays|on))+ )$/i
export const REGISTERED_AFTER = /^(?:那边|这边)?(?:注册|登记|[办拿领]的?(?:营业)?执照)/
/** 迁到苏州生产: works there, registered where it was. */
export const WORKS_THERE = /^(?:那边|这边)?(?:生产|办公|上班|租|建厂|开分)/
/** Named for another reason: a bank, a school, a market, a street, a product. */
const OTHER_AFTER =
  /^(?:(?:[、和及跟][一-龥]{2,4}){0,4}[那这]?[边里]?都?有(?:一?些|几[个家]|很多|不少|好多|大)?(?:客户|办事处|分公司|仓库|门店|网点|代理商?|经销商|项目|工地|展厅)|认(?:定)?的?|那个?(?:积分|名单|平台|政策|系统|基金|补贴)|(?:的|省|市)?(?:政策|名单|白名单|基金)|[交工师农科财电医海]大(?![家小量门])|(?:做|开|办)的?(?:展|会)| ?(?:[Uu]niversity|[Cc]ollege|[Ii]nstitute|[Bb]ank|[Aa]irport)|银行|大学|学院|理工|师范|分行|支行|农商|证券|股权|交易所|医院|湖|桥|岛|路|街|大道|话|产的|造|类人才|客户|市场|订单|分公司|子公司|办事处|研发中心|[A-E]类|到|的?(?:机票|高铁|天气|火车|酒店|地铁|展会?|会展)|[那这]?边?(?:[读念]的?(?:书|博|硕|本科|大学|研|[，,。 ]|$)|上的?(?:学|大学)|评[的上了]|打工|上学|出差|开会|参展|培训|留学|进修|有(?:一?个|[两三几]个)?(?:办事处|分公司|仓库|门店|网点)))/
const OTHER_BEFORE =
  /(?:(?:收购?|并购|买下?)了?一?[家个]|(?<![搬迁])[去回]|[飞往从游]|(?:以前|之前|原来|原先|早先|过去|曾经|当初|当时|最早|最初|早年|起初|一开始|刚开始|上一?家|老公司)(?:我们|咱们?|俺们)?(?:的?(?:公司|厂子?|注册地?|注册地址|地址|执照|营业执照))?(?:都|就)?(?:是?在|是|注册在|开在|落在|挂在)?|(?<![搬迁改换])到|卖到|卖往|销往|销到|出口到?|发往|供给|客户[在是]?|基地在|给|跟|(?:(?<![这本]家?)子公司|分公司|办事处|研发(?:中心|部|团队)|实验室|仓库|门店|销售(?:部|中心|团队)?|展会|学校|导师|供应商|对手|同行|(?:我|老板|法人)(?:本人|自己|个?人)|(?:^|[，,。 ])人|我家|住)(?:也|都|就|还|是|放|设|建)?在|(?:房子|房产|住房|公寓|商铺)(?:都|是|也)?(?:买)?在|(?:^|[，,。 ])(?:办公|办公室|办公地点?|办公场地|门店|展厅|仓库)(?:已经?|现在|今年|去年)?(?:搬|迁|挪)(?:到|去|在)了?|我是|(?:老板|法人|老公|老婆|合伙人|创始人|他|她)(?:也|都)?是|(?:老家|屋头|家里)(?:是|在)?|祖籍(?:是|在)?|籍贯(?:是)?|毕业于|读书在?|\b(?:not|no longer|left|never) (?:based |located )?(?:in )?)$/i
export const FOLLOWER =
  /^(?:$|-?base|[，。、；,;\s)!！?？的这那有和也]|\.(?:\s|$)|一[家个]|本地|注册|成立|高新|开发|经开|工业园|科技园|科学城|软件园|光谷|松山湖|未来科技城|临港|钱塘|东湖|综改|转型|保税|自贸|企业|公司|工厂|厂|滴|嘞|呢|哒|哩|做|搞|整|[开办创建](?!会|庭)|人|[\d一二两三四五六七八九十]|是|市|省|区|县)/

export const WORKS_AFTER =
  /^(?:[这那]边|本地)?(?:的|滴)?[，, ]{0,2}(?:做|搞|整|生产|开厂|办厂|造|卖)|^(?:[这那]边|本地)?(?:的|有)?一?[家个间][一-龥A-Za-z]{0,10}(?:厂|公司|企业)/
/** 我贵阳的，做软件: who speaks, and where the company is. */
export const SPEAKER_BEFORE = /我是?$/
/** 回合肥办的公司 */
export const CAME_BACK = /(?:回(?:到|来|了)?|老家)(?:在|的)?$/
export const BEGAN_AFTER = /^(?:[这那]边)?(?:自己)?(?:开|办|创|建|设立|成立|注册)(?!会|庭)/
/** A district's short name is a place where the words behind it speak of one, or of what is made there. */
export const DISTRICT_AFTER =
  /^(?:的|[这那][边里块儿]|[这那]疙瘩|本地|山里|镇上|乡下|高新|开发|经开|工业园|软件园|科技园|科学城|科技城|未来科技城|产业园|创业园|保税|自贸)/
export const MAKES_AFTER = /^(?:做|搞|整|生产|造)(?![完过梦])/

/** 诸暨弹簧机, 丹阳眼镜设备: the trade right behind the place. */
export const TRADE_AFTER =
  /^(?:这[里边儿]|那[里边儿]|本地)|^[一-龥]{0,6}(?:机械?|设备|配件|零件|材料|电机|汽配|轴承|五金|模具|纺织|服装|家具|灯具|阀门|食品|医药|化工|电器|仪器|仪表|塑料|橡胶|玻璃|陶瓷|钢|铝|铜|软件|电子|光伏|电池|工具|系统|平台)(?:[一-龥]{0,2}(?:企业|公司|厂|回收|制造|加工|外包|开发|的))?(?=$|[，。、；,; ])/
export const TRADE_REACH = 10
/** No form of a company: 大连机床厂 is its name. */
export const TRADE_CLAUSE =
  /^(?![一-龥A-Za-z]{0,8}(?:厂|公司|集团|银行))(?!(?:电气|汽车|重工|石化|钢铁|电力|航空|造船|电网|石油)(?:[，。、；,; ]|$))[一-龥A-Za-z]{2,10}?(?=(?:配套)?的?(?:[，。、；,; ]|$))/
/** 遵义辣椒酱厂, where the message begins with it: what it is, not what it is called. */
export const TRADE_FACTORY =
  /^(?!某|[一-龥]某)[一-龥A-Za-z]{2,8}?(?=(?:厂家?|公司|企业|工厂)(?:一[个家]|的?(?:财务|会计|老板|法人|负责人))?(?:[，。、；,; ]|$))/
export const TRADE_CLAUSE_REACH = 14

/** Whether the words around a place say that it is another's, an earlier one's, or where somebody goes. */
export const isElsewhere = (before: string, after: string): boolean =>
  OTHER_AFTER.test(after) ||
  OTHER_BEFORE.test(before) ||
  isElsewhereInEnglish(before) ||
  (/我$/.test(before) && /^人/.test(after))
