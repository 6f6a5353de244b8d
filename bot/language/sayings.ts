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
  firstLoan: 'credit.first_loan',
  amount: 'need.amount',
  term: 'need.term',
  rate: 'need.rate_wish',
  founded: 'company.founded_on',
  age: 'company.age',
  industry: 'company.industry',
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

/** Money that stands on a day rather than flows in a year: 今年 and 上半年 do not spoil it. */
export const STANDING: ReadonlySet<FactId> = new Set([
  'finance.total_assets',
  'finance.liabilities',
  'finance.net_assets',
  'finance.equity_raised',
])
