// Kinds of changes of mind in one message: slips with their reasons, what was looked up, what was and what is; and what only
// sounds like one.
import { testAnswers, testKinds } from './kinds.ts'

testKinds({
  'a slip and its reason before the value that holds': `
员工九十，不是，九十是去年的，现在七十八 | people.total 78
贷款余额六百万，说错了上个月还了一百，现在五百万 | credit.loan_balance 500万
研发三十人，哦要签合同的才算啊，那二十二个 | people.tech_staff 22
前面讲的账期六十天作废，问了财务，平均四个月 | need.receivable_months 4个月
去年营收3200万，等等那是含税的，不含税2830万 | finance.revenue_last_year 2830万
去年做了三个亿，咳，三亿一千万 | finance.revenue_last_year 31000万
2016年成立的，不对，执照上是2017年 | company.founded_on 2017
sorry I said 45 staff, it's actually 38, seven left in spring | people.total 38
`,
  'looked up while talking': `
软著二十个，等下我查查，系统里显示是二十三个 | ip.software 23
发明九个，等等，我问下小周…他说七个 | ip.invention 7
Headcount is 72, hmm, 76 with the new hires | people.total 76
`,
  'decided while talking': `
想贷200万，想了想还是250万吧 | need.amount 250万
期限一年，我再想想，还是两年稳当 | need.term 24个月
用一年，一年太紧了，两年吧 | need.term 24个月
`,
  'what was and what is': `
高峰期90个人，现在裁到52，研发还剩30 | people.tech_staff 30; people.total 52
去年职工130，今年裁到97 | people.total 97
实用新型14个是年初的数，现在18个 | ip.utility 18
发明去年还是6个，今年又批了3个，现在一共9个 | ip.invention 9
博士三个，其中一个走了，现在两个 | people.doctors 2
账期从60天拉长到120天 | need.receivable_months 4个月
应收年初2000万，收回来一些，现在1300万 | need.receivables 1300万
明年研发要加到30个人，目前19个 | people.tech_staff 19
`,
  'no change of mind': `
员工80人，其实研发就有30 | people.tech_staff 30; people.total 80
发明5个，等等还有实用新型12个 | ip.invention 5; ip.utility 12
去年营收2000万，今年现在已经做了2600万 | finance.revenue_last_year 2000万
现在员工72，年初招了8个 | people.total 72
发明专利6个，小李说还能再报2个 | ip.invention 6
有两个官司没结，征信近半年被查了5次 | credit.lawsuits 2; credit.queries 5
We have 45 staff, actually 12 of them are in R&D | people.tech_staff 12; people.total 45
`,
})

testAnswers([
  ['need.amount', '先要八十，不，八十万', '80万'],
  ['people.total', '45，不对，38', '38'],
])
