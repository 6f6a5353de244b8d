// Kinds of answers to one question that tell a figure, a day or a yes without the usual words: paid off, the same as before,
// one of two years, decided after a dispute. What a careful clerk would ask about is asked.
import { describe, expect, test } from 'vitest'
import { testAnswered } from './kinds.ts'
import { answered, gold, heard, rows } from './lexicon.ts'

/** `fact text | value`; `?` where it must be asked again. */
const ANSWERS = {
  'figures in words': `
credit.loan_balance 还清了 | 0万
credit.loan_balance 去年已经结清了 | 0万
credit.loan_balance 还没还清 | ?
finance.tax_paid 免税的，一分没交 | 0万
finance.revenue_growth 跟前年持平 | 0%
finance.revenue_growth 翻了一番 | 100%
finance.revenue_growth 没怎么涨 | ?
ip.invention 在申请，还没下来 | 0
ip.invention 有几个，还有两个在申请 | ?
qualification.tech_sme 么有 | no
`,
  'none, and what takes it back': `
ip.invention 没有，但是有几个在申请 | ?
people.doctors 没有，不过有外聘的 | ?
rd.standards 没有，都没参与 | 0
rd.platform 没认定过 | none
people.talent_class 没认定过 | none
credit.lawsuits 没有，都是我们告别人 | 0
credit.loan_balance 公司没有，我自己房贷一百多万 | 0万
people.total 去年这会儿有90，现在少了不少 | ?
`,
  'yes and no in the words of the question': `
credit.overdue 一直按时还 | no
credit.overdue 没晚过一天 | no
need.receivables 外头欠我们两百六十万 | 260万
need.amount 二十万欧 | ?
finance.revenue_year_before one point two million yuan | 120万
people.college 一多半吧 | ?
ip.software 不搞软件，没有 | 0
ip.acquired 有自己写的，也买了两件 | both
rd.intensity 十块钱里头花一块五 | 15%
credit.overdue 哪能啊 | no
credit.overdue 有是有，早就还上了 | yes
credit.overdue 有过，五年前的事了 | no
credit.overdue 晚还过两天算不算 | ?
credit.executed 有过，已经结案了 | no
credit.executed 这个不方便讲 | ?
credit.first_loan 贷过好几回了 | no
credit.first_loan 头一遭 | yes
credit.first_loan 公司没有 我个人贷过 | yes
credit.abnormal 现在还挂着呢，地址联系不上 | yes
credit.abnormal 应该没吧，没查过 | ?
credit.first_loan 从来没借过银行钱 | yes
trade.exporter 都是国内客户 | no
trade.exporter 有一点，卖到越南 | yes
trade.customs_data 不愿意 | no
need.core_buyer 都是小客户 | no
need.core_buyer 有华为 | yes
need.core_buyer 有待开发 | ?
credit.independent_site 自己的厂房 | yes
rd.university_spinout 跟学校没关系 | no
qualification.high_tech 22年过的，还有效 | yes
qualification.high_tech 22年过的，后来没续 | no
qualification.high_tech 我们哪够格 | no
qualification.high_tech 说不好 | ?
qualification.high_tech not anymore | no
qualification.tech_sme 今年还没评 | no
qualification.tech_sme 拿到编号了 | yes
`,
  'several values': `
finance.revenue_last_year 我那两家一家800万一家1500万，你问哪家 | ?
need.amount 我老公说六百万，我说四百万，就四百万吧 | 400万
need.amount 三百万不够，五百万吧 | 500万
need.amount 三百万，最好五百万 | 300万
ip.invention 8个，6个授权2个在审 | 6
ip.invention 授权3，在申5 | 3
ip.invention 还没授权 | 0
people.doctors 外聘了两个 | ?
people.total 我和两个合伙人 | ?
rd.projects 市里的有两个 | ?
credit.lawsuits 有一个，我们是原告 | ?
credit.tax_grade 新公司没评 M | M
credit.tax_grade A，连着三年都是A | A
people.total 40，其中10个外包 | 40
ip.invention 六项，去年又授了一项，七项 | ?
need.term 一年两年都行 | 12个月..24个月
need.rate_wish 现在5.2，想降到4 | 4%
finance.hightech_share 六成多，六成五吧 | 65%
finance.revenue_last_year 两千来万，2080万 | 2080万
finance.revenue_last_year 两三千万，两千六吧 | 2600万
credit.loan_balance 原来500万，还了200万 | 300万
credit.loan_balance 一共借了800万还掉300万 | ?
credit.loan_balance 个人经营贷150万，公司没有 | 0万
`,
  'nothing, in the words of the question': `
finance.revenue_two_years_before 那会儿公司还没成立呢 | 0万
finance.revenue_last_year 还没有成立公司的打算 | ?
ip.invention 还没下证，都在审 | 0
ip.utility 都在实审 | 0
ip.invention 在审 | ?
people.graduates 今年没招人 | 0
need.receivable_months 现款现货 | 0个月
rd.cost_last_year 没投过研发 | 0万
finance.equity_raised 协议签了3000万，到账为零 | 0万
finance.equity_raised 签了3000万，实缴到位1200万 | 1200万
credit.abnormal 早移出来了 | no
credit.abnormal 还没移出 | yes
credit.abnormal 有，忘了年报 | yes
credit.penalty 前几年有，近两年没有 | no
credit.executed 还有两起没结 | yes
qualification.high_tech 正在申报，还没批 | no
qualification.high_tech 去年过期了 | no
qualification.high_tech 在有效期内 | yes
qualification.tech_sme 有编号 | yes
trade.exporter 纯内销 | no
trade.exporter 走外贸公司出去的 | no
trade.exporter 主要卖到越南 | yes
credit.lenders 从没贷过 | 0
credit.first_loan 从没贷过 | yes
`,
  'counted and graded in passing': `
credit.lawsuits 三起，都没开庭 | 3
credit.lawsuits 就一起 | 1
need.amount 500起 | ?
credit.tax_grade 小写的b | B
credit.tax_grade 从C升到B了 | B
credit.tax_grade 去年M今年评上A了 | A
credit.tax_grade A，连着四年都是A | A
people.tech_staff 7个全职 | 7
people.tech_staff 12个全职加3个兼职，一共15 | 15
credit.loan_balance 三百万加一百五，合计四百五十万 | 450万
credit.loan_balance 农信社还剩80 | ?
need.purpose 研发+设备 | equipment+rd
need.collateral 专利行不行 | ip
need.term 一年一签 | 12个月
need.term 一年一还 | ?
rd.intensity 半成 | 5%
`,
  'sums that the question makes clear': `
rd.cost_last_year 一百八十多不到一百九十万 | 180万..190万
need.amount 最少200，最多350万 | 200万..350万
credit.loan_balance 工行120 中行60 浦发100万 | 280万
credit.loan_balance 工行120 中行60 | ?
need.amount 两百个 w | 200万
finance.net_assets 负的，欠90万 | -90万
ip.core_pledgeable 都不愿意押 | 0
qualification.specialised 正在申报 还没批 | none
company.park 没有，就普通写字楼 | none
company.industry 做产品的 | ?
company.region 合肥的 蜀山区 | 340104
company.park 中关村科技园 | zhongguancun
company.founded_on 16年9月1 | 2016-09-01
need.receivable_months 60到90天 | 2个月..3个月
need.collateral 信用贷 | none
need.core_buyer 华为 | yes
need.core_buyer 国企为主 | yes
credit.overdue 去年晚了三天 | yes
trade.exporter 做欧美市场的 | yes
qualification.tech_sme 没听说过 | ?
company.founded_on 2019下半年 | 2019-07-01..2019-12-31
need.collateral 机器值个三百来万，可以押 | equipment
`,
  'a year, and its month a little later': `
company.founded_on 2015吧，应该是3月 | 2015-03
company.founded_on 2018年底吧 11月 | 2018-11
company.founded_on 去年国庆后 十月份拿的照 | 2025-10
company.founded_on 19年年底 | 2019-10-01..2019-12-31
company.founded_on 17年夏天 | 2017-06-01..2017-08-31
company.founded_on 十来年吧 | ?
qualification.high_tech_until 明年十月十六 | 2027-10-16
need.urgency 最迟俩月 | 60天
need.urgency 一个月 | 30天
need.urgency 年底前 | 296天
need.urgency 五月五号 | 56天
need.urgency 三月 | ?
`,
  'days and times': `
company.founded_on 2018年到2019年那会儿 | 2018-01-01..2019-12-31
qualification.high_tech_until 后年 | 2028
need.term 3y | 36个月
need.term 18m | 18个月
need.urgency 2w | 14天
need.urgency within a month | 30天
need.term a year and a half | 18个月
need.term 5 years if possible | 60个月
rd.niche_years 干了十五年了 | 180个月
need.term 一年一还 | ?
company.founded_on 17、18年吧 | 2017-01-01..2018-12-31
company.founded_on 两千零八年 | 2008
company.founded_on 21.3 | 2021-03
company.founded_on end of 2019 | 2019-10-01..2019-12-31
qualification.high_tech_until 2027 | 2027
qualification.high_tech_until 还有一年 | ?
`,
  'as it was dictated': `
finance.revenue_year_before 前年少点，一千四 百五十万 | 1450万
finance.revenue_last_year 三千二百 五十万 | 3250万
need.rate_wish 4点5 | 4.5%
rd.intensity 十分之一 | 10%
rd.market_share 前三 | ?
need.rate_wish 3字头 | ?
need.rate_wish 3.几 | ?
trade.export_value 没有出口 | 0万
people.total 一百挂零 | 100
`,
  'an option named and left open': `
qualification.specialised 小巨人在报 | ?
qualification.specialised 以前是小巨人，掉了 | ?
qualification.specialised 市级的 | ?
qualification.specialised 还没，在准备 | none
qualification.specialised 小巨人今年想报，目前还只是省专精特新 | provincial
people.founder_degree 在读博士 | ?
people.founder_degree 高中没念完 | other
need.collateral 厂房抵押了 | ?
need.collateral 房子在按揭 | ?
need.collateral 厂房可以抵押 | property
credit.tax_grade 没评过级 | none
credit.tax_grade 新公司还没有 | none
`,
}

testAnswered(ANSWERS)

/** What a whole message says. */
const MESSAGES = `
厂房可以抵，设备也行 | need.collateral equipment+property
融资担保公司也可以，或者融资租赁 | need.kinds guarantee+lease
想谈谈高企申报，还有研发费用怎么归集 | visit.topics high-tech-filing+rd-ledger
深圳宝安那个点关了，现在公司就在东莞 | company.region 441900
we used to be in Ningbo, now registered in Jiaxing | company.region 330400
别跟我讲小巨人 |
six banks called me this week |
基本没什么负债 |
`
describe('messages', () => {
  test.each(rows(MESSAGES))('%s', (text, meant) => expect(heard(text)).toEqual(gold(meant)))
})

describe('a place in a row', () => {
  test.each(['第29名', '去年积分排第29名', '我们全市排第 29 名'])('%s counts no people', text => {
    expect(heard(text).filter(each => each.includes('people.'))).toEqual([])
    expect(heard(text, ['people.total']).filter(each => each.includes('people.'))).toEqual([])
    expect(answered('people.total', text)).toMatch(/^\?/)
  })
})
