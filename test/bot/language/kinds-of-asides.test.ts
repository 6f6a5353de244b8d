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
  'few people, told one by one': `
people.total 就我自己 | 1
people.total 我跟我老公加两个师傅 | 4
people.total 夫妻俩 | 2
people.total 40 今年走了6个 | ?
people.total 22，年后再招5个 | 22
people.tech_staff 3个半 | ?
people.graduates 去年招了3个，今年没招 | 0
`,
  'one of two': `
need.term 之前那笔是半年 这回要一年 | 12个月
need.rate_wish 上次4.8 这次不超过4 | 4%
qualification.points_rank 8 上次是15 | 8
ip.utility 个人名下有2个 公司的5个 | 5
need.order_amount 总共900万 剩400万没交 | 400万
ip.core_pledgeable 6个里能押2个 | 2
finance.revenue_year_before 跟去年一样 700万 | 700万
need.rate_wish 四个点 最多五个点 | 4%..5%
`,
  'none, and all there is': `
ip.core_pledgeable 不愿意押专利 | 0
credit.loan_balance 授信批了200万 还没提 | 0万
credit.loan_balance 下个月要还150万 | ?
finance.liabilities 没有负债 就欠货款20万 | ?
rd.standards 只有企标 | 0
need.order_amount 签了的还没有 | 0万
credit.tax_points 满分 | 100
assessment.conversions 满分30 我们24 | 24
ip.class1 4个，都是发明 | 4
`,
  'of another time, another thing, another hand': `
finance.revenue_last_year 一天两万 | ?
finance.revenue_last_year 淡季一个月20万旺季60万 | ?
finance.revenue_growth 利润涨了三成 | ?
rd.cost_last_year 政府补贴了50万 | ?
rd.tax_relief 加计了200万 | ?
finance.equity_raised 天使轮谈了500万还没到 | ?
finance.equity_raised 五年前融过1000万 | ?
credit.loan_balance 还没放款 批了300万 | ?
need.amount 总投资1000万 自己有400万 | ?
need.receivables 每个月能收回50万 | ?
need.receivables 500万，里面80万是坏账 | 420万
need.receivable_months 国企半年 民企一个月 | ?
company.founded_on 我接手是2019年 | ?
company.age 我干了二十年 公司才三年 | 36个月
rd.niche_years 老板干了20年 公司5年 | ?
people.tech_staff 除了我都是，一共8个人 | ?
people.total 正式的30，加上临时工50 | ?
`,
})
