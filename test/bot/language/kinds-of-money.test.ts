// Kinds of speech about whose money it is and what for: other people's, offered, owed to one creditor of many, paid back, little and
// not nothing, signed and not in hand. Everything that is understood must be in the row, and nothing else.
import { testKinds } from './kinds.ts'

const KINDS = {
  'money of others': `
客户欠银行三千万跑了，跟我们没关系 | 
有个供应商欠信用社八百万，法院找过他 | 
楼下有家小巨人，去年收入五个多亿，不是我们 | 
镇上有个做泵的，一年卖一个亿，跟我们没关系 | 
附近有家上市公司去年纳税两千万 | 
我们在园区里有家公司，去年营收900万 | finance.revenue_last_year 900万
客户欠我们货款300万 | need.receivables 300万
`,
  'offered by a bank': `
银行说按纳税最多给80万，不够用 | 
税贷能批120万 | 
信贷经理讲按税能给到150万，我想要260万 | need.amount 260万
最好能批200万 | need.amount 200万
去年交税80万 | finance.tax_paid 80万
`,
  'what a thing is worth, and what wages cost': `
要押400万的厂房才给贷 | 
一年工资要四百万 | 
我们不要五百万 | 
需要500万周转 | need.amount 500万; need.purpose working-capital
`,
  'owed to a bank, to others, and no more': `
浦发欠着150万 | credit.loan_balance 150万
欠股东120万 | 
三年前欠的600万早还清了，现在只剩农行一笔210万 | credit.loan_balance 210万; credit.lenders 1
建行一家，还有260万没还，想再要400万 | credit.loan_balance 260万; need.amount 400万
一百六十万还剩七十没还 | credit.loan_balance 70万
两百万的贷款还了一半，现在剩一百万 | credit.loan_balance 100万
贷款两家加起来800万 | credit.loan_balance 800万; credit.lenders 2
贷款余额2400万分四家银行 | credit.loan_balance 2400万; credit.lenders 4
除了工行200万还有民生60万，一共260万 | credit.loan_balance 260万; credit.lenders 2
贷款800万分三年还，买设备用 | need.amount 800万; need.term 36个月; need.purpose equipment
负债率六成，贷款占了1100万 | finance.debt_ratio 60%; credit.loan_balance 1100万
工行300万，年化3.9 | 
`,
  'little, and not nothing': `
去年基本没什么收入 | 
没赚到什么钱 | 
去年没收入 | finance.revenue_last_year 0万
收入掉了两成 | finance.revenue_growth -20%
还没收入，去年费用花了1800万 | finance.revenue_last_year 0万
`,
  'no revenue and no order': `
差旅费去年是30万 | 
招待费去年60万，营收去年900万 | finance.revenue_last_year 900万
去年签了2000万合同，确认收入1300万 | finance.revenue_last_year 1300万
1900万那个是合同额 | 
意向订单有800万 | 
在手合同还有600万没交 | need.order_amount 600万
`,
  'signed and not paid in': `
B轮四千万签了，还没打款 | 
去年天使轮到账500万，今年谈的A轮还没打款 | finance.equity_raised 500万
A轮2000万去年到账 | finance.equity_raised 2000万
`,
  'below nought, and shared out': `
净资产负的八十万 | finance.net_assets -80万
研发和备货各一半，总共要600万 | need.amount 600万; need.purpose orders
`,
  'lists by years under a heading': `
研发辅助账：22年90万，23年120万，24年150万，25年180万 | rd.cost_two_years_before 120万; rd.cost_year_before 150万; rd.cost_last_year 180万
净利润：23年120万，24年160万，25年210万 | finance.net_profit 210万
纳税23年40万，24年55万，25年62万 | finance.tax_paid 62万
近三年研发分别是：2023年110万、2024年130万、2025年165万 | rd.cost_two_years_before 110万; rd.cost_year_before 130万; rd.cost_last_year 165万
出口 24年300万 25年450万 | trade.exporter yes; trade.export_value 450万
利润这三年，50万、80万、120万 | 
近三年研发合计900万 | rd.cost_three_years 900万
`,
  'from one to the other': `
营收从3000万涨到3600万 | finance.revenue_year_before 3000万; finance.revenue_last_year 3600万
去年收入从2200万掉到1700万 | finance.revenue_year_before 2200万; finance.revenue_last_year 1700万
贷款从500万降到300万 | credit.loan_balance 300万
净利润从亏50万涨到100万 | finance.net_profit 100万
注册资本从500万增到1000万 | 
想把贷款从200万提到300万 | 
`,
  'by when it shall come': `
一个月内能放下来最好，两百万 | need.amount 200万; need.urgency 30天
两百万，用一年 | need.amount 200万; need.term 12个月
换一批注塑模具，大概200万 | need.amount 200万
新厂总投资5000万 | 
`,
  'ours after theirs': `
同行去年做3个亿，我们就五千万 | finance.revenue_last_year 5000万
竞争对手去年6个亿，我们才九千万 | finance.revenue_last_year 9000万
竞争对手有600人，我们才50 | people.total 50
`,
  'taxes made good, grants, of many years, interest': `
税务上查账补了30万税 | 
研发奖补拿了60万 | 
三年一共缴税300万 | 
成立到现在一共投了研发2000万 | 
现在贷款一年利息12万 | 
中标金额1800万，还没签合同 | 
融了一轮1000万，只到账600万 | finance.equity_raised 600万
`,
  'what it only looks like': `
去年含税收入3000万 | ? finance.revenue_last_year not-net-revenue
现在贷着300万 | credit.loan_balance 300万
贷款占负债的六成 | 
补贴最多给50万 | 
违约金赔了40万 | 
理财赚了15万 | 
利润表上是3360万 | 
技术合同的成交额去年420万 | rd.contracts 420万
中介说能给我们800万额度 | 
银行要500万抵押才放款 | 
去年返税退了30万 | 
B轮谈了5000万，还没签 | 
`,
  'what a loan may cost, without its sign': `
银行报4.2我觉得高，3.5以内我就做 | need.rate_wish 3.5%
中信欠着150万，利息4个点 | credit.loan_balance 150万
利率3个点以下我就贷，5个点免谈 | need.rate_wish 3%
`,
}

testKinds(KINDS)
