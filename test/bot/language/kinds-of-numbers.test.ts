// Kinds of speech about numbers: heads and those of them who do research, years told in a row, rights by kind, loans and who lent
// them, what was planned and what came of it. Everything that is understood must be in the row, and nothing else.
import { testKinds } from './kinds.ts'

const KINDS = {
  'who is counted': `
33个人里面21个是写程序的 | people.tech_staff 21; people.total 33
R&D有12个人，总人数40 | people.tech_staff 12; people.total 40
人58个，去年卖了4100万 | finance.revenue_last_year 4100万; people.total 58
打算再招15个人，现在47个 | people.total 47
准备再招20个研发，目前是11个 | people.tech_staff 11
花名册上72人，今年新毕业的大学生4个 | people.graduates 4; people.total 72
`,
  'words of all that count no people': `
专利总共25个里面发明5个 | ip.invention 5; ip.patents_total 25
砖利总共25个，其中发明5个 | ip.invention 5; ip.patents_total 25
还剩八十，招行的 | ? credit.loan_balance unit-missing
`,
  'applied for and granted': `
去年PCT报了3件 | ip.pct_applications 3
去年提交了1件PCT | ip.pct_applications 1
去年申请发明6件，其中PCT1件 | ip.applications 6; ip.pct_applications 1
去年发明加PCT一共报了7件 | ip.applications 7
去年发明报了4个 | ip.applications 4
去年新申请发明（含PCT）9件，授权的一共5件 | ip.applications 9; ip.invention 5
还有5个发明在审，授权的就3个 | ip.invention 3; ? ip.applications 5
发明专利在申请的有4个，下来的2个 | ip.invention 2
我们提交了12个专利申请，都还没授权 | ? ip.applications 12
`,
  'kinds of rights together': `
发明加实用新型加外观一共37个 | ip.patents_total 37
发明、新型、外观加起来52件 | ip.patents_total 52
发明加软著一共12个 | 
发明、新型、外观分别是3件、12件、4件 | ip.design 4; ip.invention 3; ip.utility 12
软著31个发明没有 | ip.invention 0; ip.software 31
`,
  'nouns and counts run together': `
发明六个实用新型十九个外观没有 | ip.design 0; ip.invention 6; ip.utility 19
三项发明九项软著 | ip.invention 3; ip.software 9
硕士五个博士一个 | people.doctors 1; people.postgraduate 6
净利三百二十万，研发一百四 | finance.net_profit 320万; ? rd.cost_last_year unit-missing
`,
  'three years together': `
三年加起来研发投了960万 | rd.cost_three_years 960万
研发费三年合计1100万 | rd.cost_three_years 1100万
我刚说的研发320万是三年的总和 | rd.cost_three_years 320万
这三年研发每年都投200万左右 | rd.cost_last_year 200万
`,
  'tax that was saved': `
研发费用加计扣除去年减了38万的税 | rd.tax_relief 38万
去年享受加计扣除少缴了27万的税 | rd.tax_relief 27万
`,
  'planned and done': `
去年定的目标四千万，最后做了三千三百万 | finance.revenue_last_year 3300万
原计划去年研发投300万，实际投了220万 | rd.cost_last_year 220万
今年打算招20个人 | 
明年目标营收过亿 | 
`,
  'too little, and what it shall be': `
要改一下，贷款金额400万太少，改成550万 | need.amount 550万
贷款期限一年太紧了，要两年 | need.term 24个月
期限还是按两年来吧，一年太紧 | need.term 24个月
利率4%太低了，5%也能接受 | need.rate_wish 5%
账期6个月太长了，想借两年 | need.receivable_months 6个月; need.term 24个月
`,
  'what was last year and what is now': `
实用新型12个那是去年底的数，现在17个 | ip.utility 17
去年职工150，今年裁到117 | people.total 117
前两年厂里有120人，后来走了一批，现在剩76 | people.total 76
员工58，不对，加上新来的是61 | people.total 61
软著报的480是含外包的，以455为准 | ip.software 455
`,
  'rates that are a limit': `
不要超过4个点 | need.rate_wish 4%
4.2封顶，再高不要 | need.rate_wish 4.2%
能不能做到4个点以内啊 | need.rate_wish 4%
现在那笔是6.2%，想降到4% | need.rate_wish 4%
毛利率不超过20% | 
负债率控制在四成以内 | finance.debt_ratio 40%
`,
  'wished, and not': `
150万到250万都行 | need.amount 150万..250万
厂房抵押贷1200万，扩产用 | need.amount 1200万; need.collateral property; need.purpose expansion
把小贷换掉，大概220万 | need.amount 220万; need.purpose refinancing
最好能给三年 | need.term 36个月
最好两个月内下来 | need.urgency 60天
半个月内能放款吗 | need.urgency 15天
你们行不是说30天内放款吗 | 
三年内想融2000万冲上市 | 
本来想借一千万扩产，后来算算不划算，不扩了 | 
差点签了个2000万的大单，黄了 | 
不要跟我说10万20万的小额 | 
授信800万，用了350万 | credit.loan_balance 350万
一年大概做四千万，想贷300万买料 | need.amount 300万; need.purpose orders
`,
  'who lends': `
建行有贷款260万，就这一家 | credit.lenders 1; credit.loan_balance 260万
现在就农商行一家贷了180万 | credit.lenders 1; credit.loan_balance 180万
工行300万，招行150万，两家一共450万，没逾期 | credit.lenders 2; credit.loan_balance 450万; credit.overdue no
现在建行有300万，江苏银行200万，没别的了 | credit.lenders 2; credit.loan_balance 500万
农行200万，工行150万，都是抵押贷 | credit.loan_balance 350万
`,
  'told in parts and in all': `
发明买了3个，自己申请下来2个，共5个 | ip.acquired both; ip.invention 5
有两个发明是买来的，另外三个自己研发 | ip.acquired both; ip.invention 5
公司还有两位博士，加他一共三位 | people.doctors 3
去年申请了7个发明加2个PCT | ip.applications 9; ip.pct_applications 2
发明12个，软著8个，一共20个 | ip.invention 12; ip.software 8
36人里研发28 | people.tech_staff 28; people.total 36
团队16人，全都是研发 | people.tech_staff 16; people.total 16
发明加新型一共31，没外观 | ip.design 0; ip.patents_total 31
`,
  'years run together': `
去年营收3300万前年2700万净利润210万 | finance.net_profit 210万; finance.revenue_last_year 3300万; finance.revenue_year_before 2700万
去年两千六百万前年两千二百万研发投了一百八十万 | finance.revenue_last_year 2600万; finance.revenue_year_before 2200万; rd.cost_last_year 180万
今年想做到8000万，去年实际是5600 | finance.revenue_last_year 5600万
今年研发打算花400万，去年实际是280万 | rd.cost_last_year 280万
近三年研发总共花了650万，去年是260万 | rd.cost_last_year 260万; rd.cost_three_years 650万
去年营收三千二百万，哦看错了那是前年的 | finance.revenue_year_before 3200万
去年收入6700万25年年底搬的厂 | finance.revenue_last_year 6700万
`,
  'numbers that are not ours or not certain': `
集团有两千人，我们这个公司就86个 | people.total 86
研发占营收五个多点我记不准 | ? rd.intensity vague
去年卖了420台，平均一台3.5万 | 
团队有一个人才入选了 | 
研发倒没省，花了180万 | rd.cost_last_year 180万
公司今年被法院列为被执行人 | credit.executed yes
去年有个环保罚款，今年1月开的单子 | credit.penalty yes
B轮签了协议8000万，钱还没到 | 
`,
  'parts, more of it, and what is left': `
人数：生产40，研发12，管理8，合计60 | people.tech_staff 12; people.total 60
委外研发80万，自己研发240万 | 
增值税交了60万，所得税25万 | 
发明去年又批了2个，现在一共9个 | ip.invention 9
发明5个，有2个质押给工行了 | ip.invention 5
专利没几个，就三个实用新型 | ip.utility 3
发明多报了一个，4个 | ip.invention 4
创新积分去年62分，今年评了71分 | qualification.innovation_points 71
去年底贷款余额1000万，今年还了400万，现在600万 | credit.loan_balance 600万
原来60多人，疫情后减到35 | people.total 35
打算明年扩到100人，目前72 | people.total 72
研发占一半，六十个人里三十个 | people.total 60
客户60天结一次款 | need.receivable_months 2个月
供应商给我们90天账期 | 
前年融了A轮1500万，去年B轮3000万，都到位了 | finance.equity_raised 4500万
去年被查了十几次征信，近半年3次 | credit.queries 3
去年11月到今年10月出口额710万 | trade.export_value 710万; trade.exporter yes
都是我们告别人的，被告的没有 | credit.lawsuits 0
目标是三年内拿下小巨人，营收过两亿 | 
高企自评：技术先进7分，核心支持6分，数量7分 | assessment.ip_advance 7; assessment.ip_core_role 6; assessment.ip_number 7
软著数量8个 | ip.software 8
`,
  'loans and claims as they stand': `
贷款就工行300万，明年6月到期 | credit.lenders 1; credit.loan_balance 300万
应收去年底是900万，现在降到650了 | need.receivables 650万
去年营收900万，现在有650万订单 | finance.revenue_last_year 900万; need.order_amount 650万
去年12月刚拿了3个发明，加上原来的5个，现在8个 | ip.invention 8
去年双十一一天卖了100万 | 
`,
  'weighed in the same breath': `
200万不够，至少得300万 | need.amount 300万
一年太短了，两年吧 | need.term 24个月
年化三个半点，两年，四百万 | need.amount 400万; need.rate_wish 3.5%; need.term 24个月
设备要买三台，一台120万，总共360万 | need.amount 360万; need.purpose equipment
半年内还清 | need.term 6个月
`,
  'workers, points and other short words': `
厂里七十六个工人，搞技术的九个 | people.tech_staff 9; people.total 76
管理10个人，车间工人50 | 
工人六十，坐办公室的十五，一共七十五 | people.total 75
连老板带工人四十六口子 | people.total 46
我们两口子开的小厂 | 
29人全是本科以上 | people.total 29
积分查过了 78分 | qualification.innovation_points 78
纳税信用92分 | credit.tax_points 92
去年纳税120万 | finance.tax_paid 120万
软著38个，实用没有 | ip.software 38; ip.utility 0
发明专利申请了8个，一个也没授权呢 | ip.invention 0; ? ip.applications 8
占全国市场大概百分之十一 | rd.market_share 11%
旧年做咗三千二百万 | finance.revenue_last_year 3200万
去年收入4600万，比前年翻了一番 | finance.revenue_growth 100%; finance.revenue_last_year 4600万
今年目标营收翻一番 | 
24年是1500，25年才1200万 | finance.revenue_last_year 1200万; finance.revenue_year_before 1500万
还没收入呢，成立一年半 | company.age 18个月; finance.revenue_last_year 0万
`,
  'a father who founded it': `
我爸1998年开的厂，我前年接手 | company.founded_on 1998
我爸1998年开的厂，我自己2015年另外注册的公司 | company.founded_on 2015
12年干起来的厂 | company.founded_on 2012
`,
}

testKinds(KINDS)
