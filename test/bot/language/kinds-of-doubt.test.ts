// Words that sound like a fact and are none, or leave two open: what must not be stored, beside its neighbour that may be.
import { testAnswers, testKinds } from './kinds.ts'

const KINDS = {
  'money shared out is no intensity': `
三成用来买设备，七成搞研发 | need.purpose equipment+rd
研发占12% | rd.intensity 12%
每年拿12%投研发 | rd.intensity 12%
Roughly 70% of our research is done in China | 
Two suits against us and one we filed ourselves | credit.lawsuits 2
`,
  'years before the company': `
在国企干了八年，2019年出来办的公司 | company.founded_on 2019
小作坊干了十五年，15年注册的公司 | company.founded_on 2015
今年头八个月做了3000万 | 
公司干了十年了 | company.age 120个月
`,
  'how soon rather than for how long': `
最好两个月以内 | need.urgency 60天
最好三年以内 | need.term 36个月
`,
  'a rough value told exactly at once': `
员工九十不到，八十七 | people.total 87
去年营收三千多万，准确说3260 | finance.revenue_last_year 3260万
员工三十几个，研发12 | people.tech_staff 12; people.total 31..39
`,
  'fines of another year': `
前年罚过一次，今年没有 | 
去年被环保罚了，今年没有再罚 | 
去年被环保罚了两万 | credit.penalty yes
`,
  'trades that the words leave open': `
做无纺布的 | ? company.industry not-an-option
做消毒设备的 | ? company.industry not-an-option
做医用消毒设备的 | company.industry manufacturing-biomedicine
做玻璃深加工 | company.industry manufacturing-materials
做农产品深加工 | company.industry manufacturing-other
做化纤智能检测 | 
经销商有三百家 | 
我们做经销的 | company.industry wholesale
`,
  "what takes no value's place": `
去年营收8000万，现在行情不好想贷点周转，三百万 | finance.revenue_last_year 8000万; need.amount 300万; need.purpose working-capital
去年申请了9个发明，今年授权了4个 | ip.applications 9; ip.invention 4
去年1.6个亿，研发花了700万，前年1.2个亿 | finance.revenue_last_year 16000万; finance.revenue_year_before 12000万; rd.cost_last_year 700万
刚把建行的三百万还清 | credit.first_loan no
近半年查过三次征信，两家银行查的 | credit.queries 3
在打算引进股权，大概两千万 | need.amount 2000万; need.kinds equity
`,
  'a year and not a time': `
在老东家干 15年自己出来开的公司 | company.founded_on 2015
干了14年了 | company.age 168个月
`,
  'whose degree, whose refusal, whose price': `
我女儿硕士毕业，在公司管财务 | 
不同意授权海关数据 | trade.customs_data no
房东要涨10万 | 
要涨产能，借500万 | need.amount 500万
`,
}

testKinds(KINDS)

testAnswers([
  ['people.total', '四十几个，四十三吧', '43'],
  ['finance.net_profit', '三百来万，三百二', '320万'],
  ['finance.total_assets', '两个半亿', '25000万'],
  ['finance.revenue_last_year', '一个半小目标', '15000万'],
  ['contact.time', '下周二下午都行', '下周二下午'],
  ['need.collateral', '没有，厂房是租的', 'none'],
  ['need.collateral', '没有 房子是老婆的不能押', 'none'],
])
