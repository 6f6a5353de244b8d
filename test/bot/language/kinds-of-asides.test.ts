// Answers with a value beside what was asked, and answers whose value is left to be reckoned.
import { testAnswered } from './kinds.ts'

testAnswered({
  'beside the answer': `
people.college 18个，还有3个在读的不算 | 18
people.total 62人 不算外包的 | 62
company.founded_on 我05年就入行了 | ?
company.founded_on 95年毕业，2012年注册的公司 | 2012
finance.net_profit 我自己拿了二十万 公司的没算 | ?
finance.total_assets 机器大概六百万 | ?
finance.total_assets 机器厂房加起来六百万 | 600万
rd.cost_last_year 买厂房花了八百万 | ?
finance.equity_raised 股东自己增资了200万 | ?
credit.loan_balance 每个月还3万 | ?
credit.loan_balance 月供两万多 | ?
need.order_amount 口头说了800万 | ?
need.order_amount 意向的300万 签了的150万 | 150万
rd.standards 团标两个 | ?
rd.projects 公司自己立的五个 | ?
rd.market_share 省内两成 | ?
ip.software 9个，上个月又报了2个 | 9
ip.applications 今年交了三个 | ?
assessment.rd_system 没评过 | ?
finance.equity_two_years 还在谈 没签 | ?
`,
  'nothing, in dialect': `
people.doctors 一个都冒得 | 0
ip.software 一个还没有 | 0
credit.lawsuits 一个都莫得 | 0
ip.design 冇 | 0
`,
  'left to be reckoned': `
rd.cost_three_years 平均每年80万 | 240万
finance.tax_average 去年60万，前年40万 | 50万
finance.tax_average 去年60万 | ?
credit.loan_balance 原来300万，还了100万 | 200万
ip.utility 15件，有3件失效了 | 12
finance.main_revenue 一共800万 里面房租30万 其余都是主营 | 770万
finance.net_assets 总资产2000万 负债1200万 你减一下 | 800万
rd.conversions 三年一共9项 | 3
rd.conversions 三年一共10项 | ?
`,
})
