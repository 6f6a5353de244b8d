// The facts that grammar alone can point to: a head count without a noun, a loss, a bare 去年 2300 万. Which facts these are
// stands in the data: a role is a word of the trade, and the fact that says this word has the role. A role whose word no
// fact says is simply not played.
import type { FactDefinition, FactId } from '#engine'

export const ROLES = {
  headcount: '员工人数',
  techStaff: '研发人员',
  college: '大专以上',
  postgraduates: '硕士以上',
  doctors: '博士人数',
  graduates: '应届毕业生',
  founderDegree: '创始人学历',
  revenue: '营业收入',
  growth: '营收增长率',
  netProfit: '净利润',
  totalAssets: '总资产',
  netAssets: '净资产',
  liabilities: '负债总额',
  taxPaid: '纳税总额',
  taxAverage: '年均纳税',
  equity: '股权融资',
  equityTwoYears: '近两年股权融资',
  mainShare: '主营业务收入占比',
  hightechShare: '高新产品收入占比',
  researchCost: '研发费用',
  totalCost: '成本费用总额',
  researchThreeYears: '近三年研发费用',
  intensity: '研发强度',
  domesticShare: '境内研发占比',
  invention: '发明专利',
  utility: '实用新型',
  design: '外观设计',
  software: '软件著作权',
  patents: '专利总数',
  otherRights: '植物新品种',
  applications: '发明专利申请',
  pctApplications: 'PCT国际申请',
  class1: '一类知识产权',
  class2: '二类知识产权',
  pledgeable: '可质押专利',
  acquired: '知识产权来源',
  standards: '国家标准',
  projects: '省级科技项目',
  conversions: '成果转化数',
  contracts: '技术合同成交额',
  nicheYears: '细分市场年限',
  spinout: '高校成果转化',
  loanBalance: '贷款余额',
  lenders: '贷款银行',
  queries: '征信查询次数',
  firstLoan: '首贷户',
  lawsuits: '官司',
  overdue: '贷款逾期',
  penalty: '行政处罚',
  mainRevenue: '主营业务收入',
  makerContest: '创客中国',
  ownCentre: '自建研发机构',
  taxRelief: '加计扣除减免税额',
  taxGrade: '纳税信用级别',
  taxPoints: '纳税信用评分',
  innovationPoints: '创新积分',
  numberPoints: '知识产权数量得分',
  governmentGrade: '政府信用评级',
  founded: '成立日期',
  age: '成立年限',
  industry: '所属行业',
  park: '所在园区',
  amount: '融资金额',
  term: '贷款期限',
  rate: '能接受的利率',
  purpose: '贷款用途',
  kinds: '融资方式',
  urgency: '多久要用',
  collateral: '抵押物',
  orders: '订单金额',
  coreBuyer: '核心企业',
  receivables: '应收账款',
  receivableMonths: '账期',
  exporter: '出口企业',
  exports: '出口额',
  topics: '想谈的事',
  personName: '联系人',
  visitTime: '可约时间',
  address: '上门地址',
  applicant: '申请人身份',
  site: '固定经营场所',
  highTech: '高新技术企业',
  techSme: '国科小',
  consortium: '共同体认定',
  prelist: '预授信名单',
  strategic: '战略性新兴产业',
  executed: '被执行人',
  dishonest: '失信名单',
  abnormal: '经营异常名录',
  titleUntil: '高企到期',
  platform: '研发机构',
  specialised: '专精特新称号',
  pilotStage: '产品阶段',
  quality: '质量与品牌',
  marketShare: '市场占有率',
  stage: '发展阶段',
  innovativeSme: '创新型中小企业',
  pointsRank: '积分排名',
  digital: '数字化水平',
  award: '科技进步奖',
  chainRole: '产业链作用',
  hightechField: '高新领域目录',
  review: '技术评审',
  fiveElements: '五元评价',
  customsData: '海关数据',
  otherData: '社保水电',
  accident: '重大事故',
  prohibited: '淘汰类',
  taxDirect: '虚开',
  greenFactory: '绿色工厂',
  provincialTalent: '人才工程',
  talentClass: '人才类别',
  titles: '瞪羚独角兽',
  pointsClass: '积分推荐',
} as const
export type Role = keyof typeof ROLES

/** Facts that a clause about customers may state: 客户一般四个月回款. */
export const ABOUT_CUSTOMERS: ReadonlySet<Role> = new Set([
  'coreBuyer',
  'receivables',
  'receivableMonths',
  'orders',
  'exporter',
  'exports',
])
/** Facts told in parts that add up: 1 项国标和 2 项行标, 天使轮 500 万、A 轮 3000 万. */
export const ADDS_UP: ReadonlySet<Role> = new Set(['standards', 'projects', 'otherRights', 'equity'])
/** Money that stands on a day rather than flows in a year: 今年 and 上半年 do not spoil it. */
export const STANDING: ReadonlySet<Role> = new Set(['totalAssets', 'liabilities', 'netAssets', 'equity'])
/** Rights that a patent office grants; before that they are applications. */
export const GRANTED: ReadonlySet<Role> = new Set(['invention', 'utility', 'design', 'patents'])
/** Degrees that are counted by head. */
export const DEGREES: ReadonlySet<Role> = new Set(['postgraduates', 'doctors'])
/** People who are counted as a part of all heads. */
export const PART_OF_STAFF: ReadonlySet<Role> = new Set(['techStaff', 'postgraduates', 'doctors'])
/** "No profit" may be a loss, "no assets" is a manner of speaking, and "we are not" denies no age. */
export const NEVER_ZERO: ReadonlySet<Role> = new Set(['netProfit', 'totalAssets', 'netAssets', 'age'])

/** Chapters about a wish: plans and hopes state their facts, where elsewhere they state nothing. */
export const WISH_CHAPTERS = ['need.', 'visit.', 'contact.']

export interface Cast {
  readonly byRole: ReadonlyMap<Role, FactDefinition>
  readonly roleOf: ReadonlyMap<FactId, Role>
}

/** Who plays which role: the first fact, in the order of the talk, that says the role's word. */
export function castOf(facts: readonly FactDefinition[]): Cast {
  const byRole = new Map<Role, FactDefinition>()
  const roleOf = new Map<FactId, Role>()
  for (const [role, word] of Object.entries(ROLES) as [Role, string][]) {
    const fact = facts.find(each => each.says.zh.includes(word))
    if (!fact) continue
    byRole.set(role, fact)
    roleOf.set(fact.id, role)
  }
  return { byRole, roleOf }
}
