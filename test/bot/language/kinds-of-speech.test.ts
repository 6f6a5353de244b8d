// Kinds of speech that tell a value beside its noun only by way of another: the rest of a sum, a part of a whole, two years
// at once, a unit said once, sums by purpose. Everything that is understood must be in the row, and nothing else.
import { testAnswers, testKinds } from './kinds.ts'

const KINDS = {
  'the rest of a sum': `
专利一共30个，发明12个，剩下的都是实用新型 | ip.invention 12; ip.patents_total 30; ip.utility 18
我们专利二十六件，发明八件，外观三件，其余是实用新型 | ip.design 3; ip.invention 8; ip.patents_total 26; ip.utility 15
we have 30 patents, 12 of which are inventions and the rest utility models | ip.invention 12; ip.patents_total 30; ip.utility 18
发明12个，其余是实用新型 | ip.invention 12
`,
  'a part of a whole': `
四十个里头十六个是研发 | people.tech_staff 16; people.total 40
研发人员占四成，四十个里头十六个 | people.tech_staff 16; people.total 40
16 of our 40 people do R&D | people.tech_staff 16; people.total 40
12 of our 30 patents are inventions | ip.invention 12; ip.patents_total 30
R&D team of 16 out of 40 staff | people.tech_staff 16; people.total 40
研发团队12人 销售5人 其他8人 | people.tech_staff 12
`,
  'numbers before what they count': `
3、5、12，分别是发明、软著、新型 | ip.invention 3; ip.software 5; ip.utility 12
三个五个十二个，分别是发明、外观和实用新型 | ip.design 5; ip.invention 3; ip.utility 12
3、5、12，分别是发明和新型 | 
`,
  'two years at once': `
去年跟前年都是三千万左右 | finance.revenue_last_year 3000万; finance.revenue_year_before 3000万
去年和前年营收都在2600万上下 | finance.revenue_last_year 2600万; finance.revenue_year_before 2600万
去年2.3亿，前年2.1亿，净利润1500万 | finance.net_profit 1500万; finance.revenue_last_year 23000万; finance.revenue_year_before 21000万
去年利润300万前年280 | finance.net_profit 300万
`,
  'a unit said once': `
去年营收3200万，前年2800，大前年2500 | finance.revenue_last_year 3200万; finance.revenue_two_years_before 2500万; finance.revenue_year_before 2800万
今年三千万去年两千八 | finance.revenue_last_year 2800万
前年两千三去年两千八百万 | finance.revenue_last_year 2800万; finance.revenue_year_before 2300万
last year's revenue was 18 million yuan, 16 was the year before | finance.revenue_last_year 1800万; finance.revenue_year_before 1600万
研发投入占比8%左右，去年大概400万 | rd.cost_last_year 400万; rd.intensity 8%
`,
  'sums and their purposes': `
300万买设备，200万备货 | need.amount 500万; need.purpose equipment+orders
要500万，其中300万买设备，200万备货 | need.amount 500万; need.purpose equipment+orders
想把现在利息高的经营贷换掉，350万 | need.amount 350万; need.purpose refinancing
买设备花了260万 | 
`,
  'by when': `
一个月内要到账 | need.urgency 30天
要300万，两周内得下来 | need.amount 300万; need.urgency 14天
`,
  'what was and what is': `
厂里以前45人，走了一批，剩下28个 | people.total 28
公司成立的时候就3个人，现在80多 | people.total 80
我们没有120个人，也就七八十 | people.total 70..80
we used to have 100 staff, 60 now | people.total 60
软著多写了一个0，是6个，不是60 | ip.software 6
贷款余额说少了，还有一笔，总共480万才对 | credit.loan_balance 480万
研发人员9个，不对，小李走了，8个 | people.tech_staff 8
以前有过逾期，五年前的事了 | 
`,
  'loans that are there': `
we have a 2 million loan from ICBC, matures in June | credit.loan_balance 200万
we need a 2 million loan | need.amount 200万
贷款还剩120万没还 | credit.loan_balance 120万
目前负债大概有300万银行贷款 | credit.loan_balance 300万
客户欠我们180万一直没给 | need.receivables 180万
`,
  'grades told the other way round': `
高企，B级纳税 | credit.tax_grade B; qualification.high_tech yes
纳税等级我记岔了 会计说是B不是A | credit.tax_grade B
`,
  'not yet': `
入库科技型中小企业了，高企准备明年报 | qualification.tech_sme yes
绿色工厂省级的 | 
`,
}

testKinds(KINDS)

testAnswers([
  ['people.total', '去年50，现在42', '42'],
  ['credit.loan_balance', '两笔，100万和150万', '250万'],
  ['credit.lenders', '工行和农行', '2'],
  ['credit.tax_grade', '新公司M', 'M'],
  ['credit.tax_grade', '去年B 今年刚升A', 'A'],
  ['rd.platform', '市里的', 'municipal'],
  ['need.urgency', '一个月内', '30天'],
  ['finance.tax_paid', '1,250,000', '125万'],
  ['qualification.high_tech_until', '26年底', '2026-10-01..2026-12-31'],
])
