// Answers about what is left, over or only in part: loans repaid, cases settled, some of those that were counted, what is hoped
// for beside what would do.
import { testAnswers, testAsked, testKinds } from './kinds.ts'

testAnswers([
  ['credit.loan_balance', '一百五十万还剩九十没还', '90万'],
  ['credit.loan_balance', '就剩60万了', '60万'],
  ['credit.loan_balance', '没有贷款，就是个人借了点给公司', '0万'],
  ['credit.lawsuits', '都结了', '0'],
  ['credit.lawsuits', '一个 供应商告我们 还没判', '1'],
  ['credit.lenders', '两家银行加一家小贷', '3'],
  ['credit.lenders', '一家，就建行', '1'],
  ['need.term', '最好三年，实在不行两年也可以', '24个月..36个月'],
  ['need.term', '五年最好，三年也行', '36个月..60个月'],
  ['need.term', '先一年，到期再续', '12个月'],
  ['people.tech_staff', '18人 其中兼职的3个', '18'],
  ['people.tech_staff', '我带着两个徒弟 三个人', '3'],
  ['people.graduates', '今年一个没招', '0'],
  ['ip.invention', '还在审，一件没批', '0'],
  ['rd.intensity', '十块里头有一块花在研发', '10%'],
  ['qualification.high_tech', '以前是，去年到期没续', 'no'],
  ['qualification.high_tech', '今年准备报', 'no'],
  ['qualification.high_tech_until', '23年11月发的 管三年', '2026-11'],
  ['credit.overdue', '晚过一次', 'yes'],
  ['trade.exporter', '都是外贸公司买断的', 'no'],
  ['rd.platform', '省里批的工程中心', 'provincial'],
  ['need.collateral', '啥抵押都没有', 'none'],
])

testAsked(
  'what an answer also tells',
  `
credit.loan_balance 没了 去年底就还完了 | credit.first_loan no; credit.loan_balance 0万
credit.loan_balance 农行120万，工行的还清了 | credit.loan_balance 120万
ip.patents_total 发明4新型11外观2 | ip.design 2; ip.invention 4; ip.patents_total 17; ip.utility 11
ip.patents_total 发明4新型十来个外观2 | ip.design 2; ip.invention 4; ip.utility 10
ip.invention 授权的两个 受理的五个 | ? ip.applications 5; ip.invention 2
people.tech_staff 8个，全厂45 | people.tech_staff 8; people.total 45
qualification.high_tech 是的 27年12月到期 | qualification.high_tech yes; qualification.high_tech_until 2027-12
`,
)

testKinds({
  'a form filled in with signs': `
被执行0 失信0 异常0 | credit.abnormal no; credit.dishonest no; credit.executed no
是否专精特新 □是 √否 | qualification.specialised none
科小有高企没有 | qualification.high_tech no; qualification.tech_sme yes
`,
  'a denial said again denies nothing more': `
没贷过款一次都没有 | credit.first_loan yes; credit.loan_balance 0万
高企没有过期，明年才到期 | qualification.high_tech yes
省级人才工程没入选过 | people.provincial_talent no
`,
  'traditional characters and written Cantonese': `
我哋公司喺東莞，上年收入三千二百萬，純利一百八十萬 | company.region 441900; finance.net_profit 180万; finance.revenue_last_year 3200万
發明專利5件，軟體著作權沒有 | ip.invention 5; ip.software 0
跟銀行冇關係 |
`,
  'put right': `
发明6实用新型18，实用新型应该是19 | ip.invention 6; ip.utility 19
研发费去年写多了个零，180万才对 | rd.cost_last_year 180万
已有贷款500万，不是要借500万 | credit.loan_balance 500万
营收2300万对吧？不对，是3200万 | finance.revenue_last_year 3200万
去年涨了20%？没有没有，也就5% | finance.revenue_growth 5%
前年的收入我记成1900万了，翻了账是1760万 | finance.revenue_year_before 1760万
软著应该是31，不对，加上今年的是33 | ip.software 33
前年有贷款600万还掉了200,现在剩400万 | credit.first_loan no; credit.loan_balance 400万
签了的单子还有900万没交，原料钱不够，差两百万 | need.amount 200万; need.order_amount 900万
去年负债率六成多一点吧，64%左右 | finance.debt_ratio 64%
`,
})
