// What the extractor knows beyond the facts' own sayings: the ids it must name, turns of speech that only work together with
// its grammar, and nouns that own a number no fact asks for, so that 注册资本 2000 万 is not taken for revenue.
import type { FactId } from '#engine'

/** Facts that grammar alone can point to: a head count without a noun, a loss, a bare 去年 2300 万. */
export const KNOWN = {
  headcount: 'people.total',
  revenue: 'finance.revenue_last_year',
  growth: 'finance.revenue_growth',
  netProfit: 'finance.net_profit',
  loanBalance: 'credit.loan_balance',
  liabilities: 'finance.liabilities',
  orders: 'need.order_amount',
  lenders: 'credit.lenders',
  firstLoan: 'credit.first_loan',
  amount: 'need.amount',
  term: 'need.term',
  rate: 'need.rate_wish',
  founded: 'company.founded_on',
  age: 'company.age',
  industry: 'company.industry',
  park: 'company.park',
  coreBuyer: 'need.core_buyer',
  exports: 'trade.export_value',
  intensity: 'rd.intensity',
  researchCost: 'rd.cost_last_year',
  equity: 'finance.equity_raised',
  purpose: 'need.purpose',
  highTech: 'qualification.high_tech',
  invention: 'ip.invention',
  patents: 'ip.patents_total',
  applications: 'ip.applications',
  taxGrade: 'credit.tax_grade',
  governmentGrade: 'credit.government_grade',
  collateral: 'need.collateral',
  personName: 'contact.name',
  visitTime: 'contact.time',
  address: 'contact.address',
} as const satisfies Record<string, FactId>

/** Facts about a wish: plans and hopes state them, where elsewhere they state nothing. */
export const WISH_CHAPTERS = ['need.', 'visit.', 'contact.']

/** Facts that a clause about customers may state: 客户一般四个月回款. */
export const ABOUT_CUSTOMERS: ReadonlySet<FactId> = new Set([
  'need.core_buyer',
  'need.receivables',
  'need.receivable_months',
  'need.order_amount',
  'trade.exporter',
  'trade.export_value',
])

/** Facts told in parts that add up: 1 项国标和 2 项行标, 天使轮 500 万、A 轮 3000 万. */
export const ADDS_UP: ReadonlySet<FactId> = new Set([
  'rd.standards',
  'rd.projects',
  'ip.other_class1',
  'finance.equity_raised',
])

/** Money that stands on a day rather than flows in a year: 今年 and 上半年 do not spoil it. */
export const STANDING: ReadonlySet<FactId> = new Set([
  'finance.total_assets',
  'finance.liabilities',
  'finance.net_assets',
  'finance.equity_raised',
])
