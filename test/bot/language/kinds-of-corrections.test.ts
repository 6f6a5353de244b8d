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
上面说三年期，改成两年吧 | need.term 24个月
term sheet for 30 million, nothing wired yet |
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
  'meant once, and what will do': `
原来打算贷八百万，后来跟会计算了算三百万就够 | need.amount 300万
本来想要600万的，算下来400万也够用了 | need.amount 400万
之前说想贷五百万，合计了一下三百五十万足够 | need.amount 350万
去年想借500万，现在要300万 | need.amount 300万
`,
  'a question that its speaker answers': `
去年有没有三千万？没有，也就两千二百万 | finance.revenue_last_year 2200万
去年到没到五千万?没到,四千三百万 | finance.revenue_last_year 4300万
员工有没有一百人？没有没有，八十来个 | people.total 80
发明有十个吧？哪有，就三个 | ip.invention 3
去年有没有两千万？没有 |
我们去年营收两千万能贷多少 | finance.revenue_last_year 2000万
`,
  'a year told again, and a value that is of another year': `
去年研发180万报错了，那是前年的，去年是230万 | rd.cost_last_year 230万; rd.cost_year_before 180万
去年营收2800万说错了，那是两年加起来的，去年单独是1500万 | finance.revenue_last_year 1500万
研发费记错了，210万才是去年的，260万是前年的 | rd.cost_last_year 210万; rd.cost_year_before 260万
120个人那是去年的，今年就90人 | people.total 90
贷款余额800万那是年初的，现在还有520万 | credit.loan_balance 520万
期限写成一年了，要三年 | need.term 36个月
资产负债率55，不对，是48% | finance.debt_ratio 48%
`,
  'an option taken back for another': `
我们是小巨人，哦不是，是省级专精特新，说快了 | qualification.specialised provincial
用途写流动资金，改一下，买设备 | need.purpose equipment
抵押用厂房，算了厂房老婆不让，用专利质押吧 | need.collateral ip
刚才抵押我说厂房，厂房不行是租的，用设备吧 | need.collateral equipment
抵押用设备，厂房不行 | need.collateral equipment
厂房没抵押过，可以押 | need.collateral property
`,
  'remembered after all': `
没有逾期，哦有一次，去年三月利息晚了两天 | credit.overdue yes
处罚没有，不对，有一个，六月份环保罚的 | credit.penalty yes
没贷过款，哦前年贷过一笔，还清了 | credit.first_loan no
Never overdue, well, once last May, two days late | credit.overdue yes
逾期没有，处罚有一个 | credit.overdue no; credit.penalty yes
没有逾期，哦对了员工有一百个 | credit.overdue no; people.total 100
`,
  'a title held, a higher one wished for, a lapsed one': `
专精特新省级的，小巨人今年报了没过 | qualification.specialised provincial
国高有，省专精特新有，差个小巨人 | qualification.high_tech yes; qualification.specialised provincial
小巨人没评上，省级的有 | qualification.specialised provincial
独角兽不敢想，瞪羚去年评上了 | qualification.gazelle gazelle
瞪羚过期了没续 | qualification.gazelle none
专精特新市里推荐了还没公布 |
小巨人今年复核通过了 | qualification.specialised little-giant
高企明年10月到期 | qualification.high_tech yes; qualification.high_tech_until 2027-10
`,
  'lists of which several hold': `
CE和UL都有，ISO9001也过了 | qualification.quality management-system+overseas-product
可以拿厂房抵押，再加几个发明 | ? ip.invention vague; need.collateral ip+property
money goes to hiring and R&D | need.purpose hiring+rd
客户要CE，我们还没有 |
`,
  'a grade that changed': `
纳税信用A级，哎不是，去年是A，今年掉到B了 | credit.tax_grade B
纳税信用B，哦看错了，A | credit.tax_grade A
Tax grade used to be A, dropped to B in April | credit.tax_grade B
Tax rating went from M to B this year | credit.tax_grade B
tax grade A, now we want a loan | credit.tax_grade A
`,
  'so many left': `
以前研发20人，裁了6个，还有14个 | people.tech_staff 14
2023年的时候发明才2件，今年已经7件了 | ip.invention 7
员工60人，还有20个外包 | people.total 60
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
  ['need.purpose', 'equipment + working capital', 'equipment+working-capital'],
  ['need.purpose', '研发投入，还有引进人才', 'hiring+rd'],
  ['need.purpose', '研发，别的没有', 'rd'],
  ['need.collateral', 'our workshop, plus a fixed deposit', 'deposit+property'],
  ['need.collateral', '设备，专利不想押', 'equipment'],
  ['need.kinds', 'leasing or a loan, both fine', 'lease+loan'],
])
