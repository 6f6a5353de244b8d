// Kinds of speech that owners from county towns and their clerks brought: places and trades without a verb, what others do
// and what we do, how it stood and how it stands, ages and years, needs without their nouns.
import { expect, test } from 'vitest'
import { testAnswers, testKinds } from './kinds.ts'
import { heard } from './lexicon.ts'

const KINDS = {
  'a place before its trade': `
诸暨弹簧机，老板自己搞技术 | company.industry manufacturing-equipment; company.region 330681
昆山这里 做自动化非标设备 员工33 | company.industry manufacturing-equipment; company.region 320583; people.total 33
注册在深圳光明，生产在惠州 | company.region 440311
We make gate valves in Wenling, Zhejiang. | company.industry manufacturing-equipment; company.region 331081
贷款300万，在路桥 | company.region 331004; need.amount 300万
`,
  'theirs and ours': `
隔壁老王厂里去年做了八千万，我就三千万 | finance.revenue_last_year 3000万
行业平均负债率六成，我们才两成五 | finance.debt_ratio 25%
我们集团母公司是高企 我这个子公司不是 | qualification.high_tech no
前面说的贷款500万是集团的，我们公司只有120万 | 
老板另一家公司欠了银行500万 | 
`,
  'how it stands': `
安监罚过一次是前年的事 近一年没有处罚 | credit.penalty no
经营异常去年有过 后来移出了 现在没有 | credit.abnormal no
高企我们还没有，别搞错了 | qualification.high_tech no
准备今年申报高企 现在还不是 | qualification.high_tech no
环保局今年四月罚了三万块 | credit.penalty yes
建行那笔480万上个月已经还清了，现在没有贷款 | credit.first_loan no; credit.loan_balance 0万
去年有28个人，今年扩到40个 | people.total 40
`,
  'all heads and the part behind its noun': `
58个人研发26个 | people.total 58; people.tech_staff 26
45人研发18人，销售10人 | people.total 45; people.tech_staff 18
58人研发就有26 | people.total 58; people.tech_staff 26
30个人20个研发 | people.total 30; people.tech_staff 20
26人研发 | people.tech_staff 26
6个人研发团队4个博士 | people.tech_staff 6; people.doctors 4
20人研发15个发明 | people.tech_staff 20; ip.invention 15
`,
  'sums of a round and of a loan': `
拿了A轮融资3000万 | finance.equity_raised 3000万
天使轮融资500万到账了 | finance.equity_raised 500万
1000万贷一年 | need.amount 1000万; need.term 12个月
500万用半年 | need.amount 500万; need.term 6个月
`,
  'ages and years': `
厂子开了九年了 | company.age 108个月
五年前成立的 | company.founded_on 2021
邵阳的 做印刷机械 06年 110人 | company.founded_on 2006; company.industry manufacturing-equipment; company.region 430500; people.total 110
23年3800 24年4100 25年3600 都是万 | finance.revenue_last_year 3600万; finance.revenue_two_years_before 3800万; finance.revenue_year_before 4100万
去年比前年增长了20%，做到3600万 | finance.revenue_growth 20%; finance.revenue_last_year 3600万
疫情那年只做了300万，去年恢复到1100万 | finance.revenue_last_year 1100万
`,
  'needs without their nouns': `
三年期 500w 利率4以内 | need.amount 500万; need.rate_wish 4%; need.term 36个月
纯信用 100万 三个月内要 | need.amount 100万; need.collateral none; need.urgency 90天
银行给的5个点太高了 我最多接受3.8 | need.rate_wish 3.8%
原先想要600万 老婆不同意 先搞250万吧 | need.amount 250万
我没想贷2000万那么多 三百万就够 | need.amount 300万
厂房值两千万，能抵押 | need.collateral property
interest no higher than 4.5% | need.rate_wish 4.5%
`,
  'said before, and how it is': `
刚才发明专利我说8项，翻了下证书是7项 | ip.invention 7
前面写的净利润900万是毛利，净利是210万 | finance.net_profit 210万
`,
  'what a value brings along': `
我有5个发明愿意押 | ip.core_pledgeable 5; need.collateral ip
过去一年出口大概折人民币760万 | trade.export_value 760万; trade.exporter yes
有1个博士4个硕士 | people.doctors 1; people.postgraduate 5
硕士以上9人，其中博士2人 | people.doctors 2; people.postgraduate 9
近两年股权融资到账1200万 | finance.equity_two_years 1200万
we owe 2.5m to Bank of China and 1m to ICBC | credit.lenders 2; credit.loan_balance 350万
`,
  'the smaller place first, and places that are not the company’s': `
光明 深圳 做传感器的 | company.industry manufacturing-electronics; company.region 440311
Our office: Xiamen, Tong'an district | company.region 350212
我买的房子在厦门 公司在泉州 | company.region 350500
我是安徽当涂的，做软件 | company.industry software; company.region 340521
`,
  'parts for makers of cars': `
给奇瑞配线束 | company.industry manufacturing-vehicles; need.core_buyer yes
做汽车密封条的 | company.industry manufacturing-vehicles
做汽车检测设备的 | company.industry manufacturing-equipment
服装厂的检测软件 | company.industry software
`,
  'the unit at the end, and never for people': `
营收1600 利润70 人25 高企 (万) | qualification.high_tech yes; finance.net_profit 70万; finance.revenue_last_year 1600万; people.total 25
`,
  'what once was, what is planned, what is asked': `
最好的时候做到一个亿 去年只有5600万 | finance.revenue_last_year 5600万
估计今年研发要花到500万 | 
高企的话研发占比要5%还是3%来着 | 
境外没有研发 | 
连着三个月零申报了 没开张 | credit.zero_filing_months 3个月
利率4个点，算了，4.5以内 | need.rate_wish 4.5%
拿专利质押行不行 | need.collateral ip
`,
  'spoken without a pause': `
那个我想问一下哈我们是做软件开发的在成都公司成立六年了现在三十几个人研发占了大半去年收入一千五百万左右 | company.age 72个月; company.industry software; company.region 510100; finance.revenue_last_year 1500万; people.total 31..39
做环保设备的在宜兴一二年成立的五十个人想贷三百万两年厂房可以抵押 | company.founded_on 2012; company.industry manufacturing-energy; company.region 320282; need.amount 300万; need.collateral property; need.term 24个月; people.total 50
`,
  'what only sounds like it': `
专利总共18，发明5，其余实用新型和外观 | ip.invention 5; ip.patents_total 18
除了专利没啥可押的 | need.collateral ip
不考虑担保公司 | 
去年坏账100万 | 
去年还了300万贷款 | 
贷款已经批了500万，还没放款 | 
贷款500万，一年，4%以内 | need.amount 500万; need.rate_wish 4%; need.term 12个月
在建行和招行分别有300万和200万贷款 | credit.loan_balance 500万
`,
  'rules are nobody’s figures': `
网上写的门槛是营收2000万以上，研发占比5%以上，对吧 | 
要不是去年那单黄了，营收能到6000万 | 
我们哪有2000万营收哦，去年才890万 | finance.revenue_last_year 890万
`,
}

testKinds(KINDS)

testAnswers([
  ['people.postgraduate', '硕士3个博士没有', '3'],
  ['ip.patents_total', '总共三十六', '36'],
  ['need.rate_wish', '月息3厘5', '4.2%'],
  ['need.amount', '五百 万', '500万'],
  ['credit.first_loan', '头一回', 'yes'],
  ['need.collateral', '冇得东西押', 'none'],
  ['ip.acquired', '买了一半 自己申请一半', 'both'],
  ['company.founded_on', '十年了', '2016'],
  ['credit.lawsuits', '有两起没判', '2'],
])

test('a street to meet at is no place of registration', () => {
  expect(heard('滨江区江南大道588号', ['contact.address'])).toEqual([])
})
