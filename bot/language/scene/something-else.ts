// Values beside the right noun that are no values of this company: a father's years, a canteen's guests, the price of steel.
import { DEGREES, type Role } from '../roles.ts'
import type { Mention } from '../values/mention.ts'
import { clauseOf, type Scene, wordsOf } from './scene.ts'

/** 我爸那辈就开始做了，三十多年了: whose years they are stands before them. */
export const EARLIER_REACH = 16

/** What a number beside the right word may still be about: a father's years, a canteen's guests, the price of steel. */
const SOMETHING_ELSE: Readonly<Partial<Record<Role, RegExp>>> = {
  founded:
    /我爸|我妈|父亲|爷爷|祖上|祖父|[那上]辈|之前我|以前我|当工程师|维持|上班|打工|经验|从业|(?:之前|以前|原来)在|在(?!这|该|本|细分)[^，。行业领域]{1,5}(?:干|待|工作|上班)了|[迁搬]到/,
  headcount:
    /创始团队|核心团队|管理团队|(?:外包|销售|售后|运营|市场|施工|生产)团队|旺季|忙季|忙的时候|最忙|食堂|吃饭|的饭|座位|宿舍|招了|新招|招聘|招到|面试|村里?有|镇上|全国|全市|小区|培训了|^(?!.*\b(?:employees|total|altogether|company|headcount|staff)\b).*\b(?:design|sales|marketing|service|production|quality|procurement|hr|finance|management|founding|core|support) team\b|\bhired\b|\brecruited\b|\blaid off\b|\blet go\b|最多的时候|高峰/,
  growth:
    /^(?!.*(?:营收|收入|销售|业绩|营业额|revenue|sales|turnover)).*(?:利润|净利|毛利|出口|订单|研发|人员|员工|人数|费用|资产|负债|税|客户|用户|产量|产能|profit|export|order|cost|headcount|staff|customers)|平均|复合|年均|cagr|原材料|原料|材料|成本|价格|单价|租金|房租|工资|电费|油价|股价|关税|人工/,
  techStaff: /(?:招|挖|聘|想找|打算找)(?:几|一|两|三|点|些|个|到|来|[\d一二两三四五六七八九十])/,
  postgraduates: /应届|[招聘]|在读/,
  projects: /^(?!.*(?:省|国家)).*(?:[市区县]级|[市区县]里)/,
  doctors: /[招聘]|引进|在读|合作|顾问|外聘|兼职|高校有|导师/,
  lenders: /\bcalled\b|\bcontacted\b|打(?:了|过|来)?电话|推销/,
  orders: /意向|口头|框架协议|在谈|还没签|没签字|轮|股权|融资|投资|term sheet|协议[^，。]{0,6}(?:投|融)|基金|领投/,
  netProfit: /理财|炒股|违约金|工伤|赔款|赔偿|一单|这单|那单|一[台套件]/,
  taxPaid: /返税|退税|退了|补(?:了|缴|交|税)|滞纳金|查账/,
  researchCost: /奖补|后补助|(?:研发|政府|市里|省里)(?:费用)?(?:补贴|补助|奖励|资助)/,
  standards: /企业标准|企标|正在|在编|没发布|征求意见/,
  lawsuits:
    /原告|(?:我们|我方|我司|咱们?)(?:公司)?去?(?:告|起诉)(?!的?我们)|起诉(?:了|过)?(?:客户|供应商|对方|别人|人家)|^[^没未]*(?:调解|和解|撤诉|结案|判完)了|\bwe (?:sued|are suing|have sued)\b/,
  receivables: /(?:告|起诉)[^，。；]{0,8}(?:欠|拖|赖)|跑了|跑路|坏账|烂账|死账|要不回|收不回/,
  term: /利息[^，。]{0,4}(?:得|要|是|多少|几)|rating|grade|certified|in business|experience|\brated\b/,
}

const NEWCOMERS = /(?:应届|校招|毕业生|新招|招了|招进|hired|recruited)[^。；;]{0,14}$/

/** 招了五个应届生，三个本科两个研究生: some of those who came, not of all who are there. */
function isOfNewcomers({ masked, mentions }: Scene, mention: Mention, clauseStart: number): boolean {
  const before = masked.slice(Math.max(0, clauseStart - EARLIER_REACH), mention.start)
  if (!NEWCOMERS.test(before) || /一共|总共|现在|目前|全公司|加上|累计/.test(before)) return false
  const came = mentions.filter(each => each.end <= clauseStart && each.kind === 'count').at(-1)
  return came !== undefined && clauseStart - came.end <= EARLIER_REACH && mention.high <= came.low
}

/** 起诉客户一起，被告的有两起 */
const AGAINST_US = /被告|告我|被诉|起诉我|against us/

/** Whether the words around a value say that it is no value of this company's. */
export function isOfSomethingElse(scene: Scene, mention: Mention, role: Role): boolean {
  const clause = clauseOf(scene, mention.start)
  if (!clause) return false
  // a duration tells when the company began only where nothing else is said to have lasted; a date always does
  // 团队有一个入选了: one of them
  if (role === 'headcount' && mention.article && mention.measure === '个')
    return !/我$/.test(scene.masked.slice(0, mention.start))
  if (role === 'founded' && mention.kind === 'date') return false
  if (DEGREES.has(role) && isOfNewcomers(scene, mention, clause.start)) return true
  const isEarlier = role === 'founded' || (role === 'lawsuits' && !AGAINST_US.test(wordsOf(scene, clause)))
  const from = isEarlier ? Math.max(0, clause.start - EARLIER_REACH) : clause.start
  return (
    SOMETHING_ELSE[role]?.test(scene.masked.slice(from, clause.end + (role === 'lawsuits' ? EARLIER_REACH : 0))) ===
    true
  )
}
