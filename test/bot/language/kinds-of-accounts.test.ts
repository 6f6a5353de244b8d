// Kinds of speech about the accounts, as finance people tell them: lines that no fact asks for, lines of credit and what is drawn of
// them, several years in a row, parts of a year, units told once. Everything that is understood must be in the row, and nothing else.
import { testAnswers, testKinds } from './kinds.ts'

const KINDS = {
  'before tax, and of many years': `
税前利润830万，税后还没算 | 
2025年利润总额1,206万元，净利润1,025万元 | finance.net_profit 1025万
可弥补亏损余额430万 | 
历年累计亏损3,200万，去年当年盈利60万 | finance.net_profit 60万
未分配利润-860万，25年净利润120万 | finance.net_profit 120万
去年利润总额210万，前年150万 | 
Profit before tax came to RMB 3.4m in 2025. | 
Accumulated losses of RMB 9m; net profit for 2025 was RMB 0.8m. | finance.net_profit 80万
`,
  'lines of credit': `
授信总额3,000万，已使用1,800万 | credit.loan_balance 1800万
综合授信5000万，用信余额3,200万，敞口2,400万 | credit.loan_balance 3200万
银行核定额度1000万，目前提款600万 | credit.loan_balance 600万
建行授信500万已用300万，招行授信800万已用500万 | credit.loan_balance 800万
额度批了600万，还没提款 | 
想申请授信500万 | need.amount 500万
拟申请敞口额度600万，期限一年 | need.amount 600万; need.term 12个月
银行给批了300万的额度，不够，还想要200万 | need.amount 200万
Facility limit is RMB 15 million, RMB 9 million utilised. | credit.loan_balance 900万
开了保函120万 | 
对外担保余额1,000万，短贷余额300万 | credit.loan_balance 300万
`,
  'what is deducted and what it saves': `
加计扣除额840万，减免企业所得税126万 | rd.tax_relief 126万
研发加计扣除总额520万 | 
加计扣除金额700万，省了105万的税 | rd.tax_relief 105万
加计扣除让我们节税72万 | rd.tax_relief 72万
`,
  'a part of this year': `
截至9月末累计营收4,200万，去年全年5,100万 | finance.revenue_last_year 5100万
1-10月营业收入3,650万，同比增长15% | 
2026年前10个月营收3100万，去年同期2600万，去年全年3300万 | finance.revenue_last_year 3300万
研发费用前三季度累计210万，去年290万 | rd.cost_last_year 290万
1-8月纳税90万，去年全年132万 | 
Revenue is 41m year to date, up 12% on the same period last year. | 
截至10月底贷款余额800万 | credit.loan_balance 800万
26年1-9月利润总额210万 | 
`,
  'years in a row': `
2023-2025年营收分别为1850万、2210万、2760万 | finance.revenue_last_year 2760万; finance.revenue_two_years_before 1850万; finance.revenue_year_before 2210万
2023、2024、2025三年营业收入分别为1,850万元、2,210万元和2,760万元 | finance.revenue_last_year 2760万; finance.revenue_two_years_before 1850万; finance.revenue_year_before 2210万
2025年、2024年研发费用分别为320.5万元、268万元 | rd.cost_last_year 320.5万; rd.cost_year_before 268万
23至25年净资产分别为900万、1100万、1350万 | finance.net_assets 1350万; finance.net_assets_two_years_before 900万; finance.net_assets_year_before 1100万
2023-2025年研发费用合计1560万 | rd.cost_three_years 1560万
24-25年营收合计5000万 | 
近三年营收分别为1850万、2210万、2760万 | 
`,
  'units told once': `
单位：千元，营业收入38,652，净利润3,120 | finance.net_profit 312万; finance.revenue_last_year 3865.2万
营业收入（万元）3,256.8，净利润（万元）285.4 | finance.net_profit 285.4万; finance.revenue_last_year 3256.8万
单位元：营业收入 45,120,000.00 净利润 3,215,600.00 | finance.net_profit 321.56万; finance.revenue_last_year 4512万
`,
  'rates that are told': `
现在贷款利率LPR加80个基点 | 
利率按LPR减20个BP | 
一年期LPR 3.0%，我们贷款上浮20% | 
去年营收4000万，同比-8.6% | finance.revenue_growth -8.6%; finance.revenue_last_year 4000万
`,
  'parts and their total': `
研发支出：费用化320万，资本化80万，合计400万 | rd.cost_last_year 400万
24年研发人工150万、材料60万，共210万 | rd.cost_year_before 210万
增值税120万，所得税35万，附加14万，合计169万 | finance.tax_paid 169万
国内收入3000万，国外2000万，合计5000万 | finance.revenue_last_year 5000万
23年研发100万，24年200万，25年300万，合计600万 | rd.cost_last_year 300万; rd.cost_two_years_before 100万; rd.cost_year_before 200万
长期借款200万，短期借款500万，合计700万 | credit.loan_balance 700万
`,
  'kinds of loans': `
短贷300万，中长贷500万 | credit.loan_balance 800万
短贷450万，想再贷300万 | credit.loan_balance 450万; need.amount 300万
想做短贷300万 | need.amount 300万
一年内到期的长期借款120万 | credit.loan_balance 120万
`,
  'opening and close, last year and the year before': `
短期借款期初800万，期末600万 | credit.loan_balance 600万
净资产期初1,430万，期末1,785万 | finance.net_assets 1785万; finance.net_assets_year_before 1430万
资产负债率由年初的61%降至期末57% | finance.debt_ratio 57%
25年营收5,600万（上年4,800万） | finance.revenue_last_year 5600万; finance.revenue_year_before 4800万
营业收入：2025年 5,120.6万元；2024年 4,470.2万元；2023年 3,980万元 | finance.revenue_last_year 5120.6万; finance.revenue_two_years_before 3980万; finance.revenue_year_before 4470.2万
2024、2025年营收分别为2000万、2600万，净利润分别为120万、180万 | finance.net_profit 180万; finance.revenue_last_year 2600万; finance.revenue_year_before 2000万
2023、2024、2025年营收分别为1850、2210和2760万 | finance.revenue_last_year 2760万; finance.revenue_two_years_before 1850万; finance.revenue_year_before 2210万
`,
  "the group's and one's own": `
合并营收3.2亿，母公司单体营收1.6亿 | finance.revenue_last_year 16000万
集团合并报表收入12亿，我司单体8,600万 | finance.revenue_last_year 8600万
集团母公司营收20亿，我们子公司只有6800万 | finance.revenue_last_year 6800万
我们集团营收2亿，净利润1200万 | finance.net_profit 1200万; finance.revenue_last_year 20000万
`,
  'in brackets, and what a loan costs now': `
净利润（12.35）万 | finance.net_profit -12.35万
净资产(320)万元 | finance.net_assets -320万
存量贷款利率4.35%，希望降到3.6% | need.rate_wish 3.6%
把年化8%的过桥贷换掉，需要400万 | need.amount 400万; need.purpose refinancing
`,
}

testKinds(KINDS)

testAnswers([
  ['finance.net_profit', '利润总额360万', '?no-value'],
  ['finance.net_profit', '未弥补亏损800万', '?no-value'],
  ['finance.net_assets', '实收资本1000万', '?no-value'],
  ['finance.revenue_last_year', '单位万元，3200', '3200万'],
  ['rd.tax_relief', '加计扣除额620万', '?no-value'],
  ['rd.tax_relief', '减免税额93万', '93万'],
  ['credit.loan_balance', '授信2000万', '?no-value'],
  ['credit.loan_balance', '额度1000万，用了650万', '650万'],
  ['credit.loan_balance', '对外担保600万，自己没贷', '0万'],
  ['need.amount', '敞口500万', '500万'],
])
