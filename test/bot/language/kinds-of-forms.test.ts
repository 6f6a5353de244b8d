// Pieces of forms, tables and lists in the talk: what is ticked, denied or left empty, and which year a figure is of.
import { testAnswers, testKinds } from './kinds.ts'

const KINDS = {
  'labels and answers without a comma': `
失信：否 行政处罚：否 逾期：否 高企：是 科小：否 | credit.dishonest no; credit.penalty no; credit.overdue no; qualification.high_tech yes; qualification.tech_sme no
纳税等级：B 环境评级： 被执行：否 | credit.tax_grade B; credit.executed no
失信 无 被执行 无 高企 有 | credit.dishonest no; credit.executed no; qualification.high_tech yes
失信(无) 被执行(无) 处罚(无) | credit.dishonest no; credit.executed no; credit.penalty no
高企有/科小无/专精特新无 | qualification.high_tech yes; qualification.tech_sme no; qualification.specialised none
没有 失信 没有 逾期 | credit.dishonest no; credit.overdue no
我们 有 高企 没有 科小 | qualification.high_tech yes; qualification.tech_sme no
失信记录: 无 | credit.dishonest no
失信：无；行政处罚：有；逾期：— | credit.dishonest no; credit.penalty yes
`,
  'zeros as no': `
失信 0，被执行 0，行政处罚 0 | credit.dishonest no; credit.executed no; credit.penalty no
失信0 异常0 逾期0次 诉讼2 | credit.dishonest no; credit.abnormal no; credit.overdue no; credit.lawsuits 2
行政处罚：2条 | credit.penalty yes
逾期2次 | credit.overdue yes
发明0 外观0 软著6 | ip.invention 0; ip.design 0; ip.software 6
`,
  'ticked boxes': `
是否高新技术企业 □是 √否 | qualification.high_tech no
是否高新技术企业 □是 □否 | 
高企 [x]是 [ ]否 科小 [ ]是 [x]否 | qualification.high_tech yes; qualification.tech_sme no
首次贷款 是□ 否√ | credit.first_loan no
失信被执行人 □是 ☑否 | credit.dishonest no
专精特新 ☐小巨人 ☑省级 ☐无 | qualification.specialised provincial
纳税等级 □A √B □M □C □D | credit.tax_grade B
高企√ 科小× | qualification.high_tech yes; qualification.tech_sme no
√高企 √科小 ×专精特新 | qualification.high_tech yes; qualification.tech_sme yes; qualification.specialised none
✅高企 ❌科小 | qualification.high_tech yes; qualification.tech_sme no
`,
  'asked and answered in a row': `
高企？是 科小？否 | qualification.high_tech yes; qualification.tech_sme no
是否属于高新技术企业？是 | qualification.high_tech yes
有没有被执行？没有，处罚也没有 | credit.executed no; credit.penalty no
`,
  'ordinals are no values': `
1.发明 3 件 2.实用新型 9 件 3.软著 | ip.invention 3; ip.utility 9
1）员工36 2）研发12 3）博士 | people.total 36; people.tech_staff 12
①员工45②研发12③高企有 | people.total 45; people.tech_staff 12; qualification.high_tech yes
一、员工 45 二、研发人员 12 三、软著 | people.total 45; people.tech_staff 12
`,
  'tables of several years': `
单位：万元 | 2025 营收 1,850 | 2024 营收 1,420 | finance.revenue_last_year 1850万; finance.revenue_year_before 1420万
研发费用(万元)：2024年 160.5，2025年 202 | rd.cost_year_before 160.5万; rd.cost_last_year 202万
营收（万元） 2024:1050 2025:1400 | finance.revenue_year_before 1050万; finance.revenue_last_year 1400万
营业收入（万元）：3500 净利润（万元）：280 | finance.revenue_last_year 3500万; finance.net_profit 280万
2011 员工60 | people.total 60
发明/实用/外观/软著：3/8/0/6 | ip.invention 3; ip.utility 8; ip.design 0; ip.software 6
员工/研发：60/15 | people.total 60; people.tech_staff 15
`,
  'dictated lists without a comma, noun first or verb first': `
科小有高企没有纳税C级 | qualification.tech_sme yes; qualification.high_tech no; credit.tax_grade C
高企没有科小有的 | qualification.high_tech no; qualification.tech_sme yes
没有高企有科小 | qualification.high_tech no; qualification.tech_sme yes
有科小没有高企 | qualification.tech_sme yes; qualification.high_tech no
失信没有被执行没有处罚有一次 | credit.dishonest no; credit.executed no; credit.penalty yes
没有失信没有被执行有一次处罚 | credit.dishonest no; credit.executed no; credit.penalty yes
逾期没有贷款有两百万 | credit.overdue no; credit.loan_balance 200万
发明两个实用没有外观没有软著八个 | ip.invention 2; ip.utility 0; ip.design 0; ip.software 8
软著六个发明没有实用四个 | ip.software 6; ip.invention 0; ip.utility 4
博士没有硕士有四个 | people.doctors 0; people.postgraduate 4
没有发明有实用新型九个没有外观 | ip.invention 0; ip.utility 9; ip.design 0
高企没有通过科小有 | qualification.high_tech no; qualification.tech_sme yes
公司没有收入有专利三个 | finance.revenue_last_year 0万; ip.patents_total 3
厂房没有抵押出去 | 
有没有抵押都行 | 
高企没有过期 | qualification.high_tech yes
`,
  'never, said twice': `
我们没贷过款一次都没有 | credit.first_loan yes; credit.loan_balance 0万
没有，从来没贷过 | credit.first_loan yes; credit.loan_balance 0万
`,
  'words that voice typing mishears': `
严发十二个，软柱八个 | people.tech_staff 12; ip.software 8
纳睡B级，逾旗没有 | credit.tax_grade B; credit.overdue no
`,
}
testKinds(KINDS)

testAnswers([
  ['finance.revenue_last_year', '年份 2024 2025\n营收 980 1240\n单位：万元', '1240万'],
  ['finance.revenue_year_before', '项目 | 2025年 | 2024年\n营业收入(万元) | 1240 | 980', '980万'],
  ['rd.niche_years', '从事该领域年限：9年', '108个月'],
  ['qualification.high_tech', '□是 √否', 'no'],
  ['credit.overdue', '逾期：0', 'no'],
])
