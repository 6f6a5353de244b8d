// Whole messages as owners type them: everything that is understood must be in the row, and nothing else. Values below the
// store threshold and doubtful ones are marked with a question mark.
import { describe, expect, test } from 'vitest'
import { gold, heard, rows } from './lexicon.ts'

const MESSAGES = rows(`
您好，我们是太原一家做工业机器人的，2019年8月份成立，现在团队五十来号人，研发占了一半多，去年大概卖了一千八百多万 | company.founded_on 2019-08; company.industry manufacturing-equipment; company.region 140100; finance.revenue_last_year 1800万; people.total 50
武汉中科锐择光电科技有限公司，在东湖高新，博士6个，专利80余项，没有房产抵押，想借1000万投研发和招人 | ? company.industry manufacturing-electronics; company.name 武汉中科锐择光电科技有限公司; company.park wuhan-optics; company.region 420100; ip.patents_total 80; need.amount 1000万; need.collateral none; need.purpose hiring+rd; people.doctors 6
我们做创新药的，还在临床前，没有收入，去年亏了900多万，账上主要靠A轮融的5000万撑着 | company.industry manufacturing-biomedicine; finance.equity_raised 5000万; finance.net_profit -900万; finance.revenue_last_year 0万
跟中车签了两千多万的订单，缺钱买料，想借个三五百万，半年就能还上 | need.amount 300万..500万; need.order_amount 2000万; need.purpose orders; need.term 6个月; need.core_buyer yes
公司在晋江，搞软件的，没啥固定资产，科技型中小企业已经入库了，高企还在申报 | company.industry software; company.region 350582; qualification.tech_sme yes
去年营收4200，前年3600，大前年2900，单位都是万 | finance.revenue_last_year 4200万; finance.revenue_two_years_before 2900万; finance.revenue_year_before 3600万
营业收入：3560万元；净利润：-120万元；研发费用：410万元；资产总额：5,800万元；负债总额：2,300万元 | finance.liabilities 2300万; finance.net_profit -120万; finance.revenue_last_year 3560万; finance.total_assets 5800万; rd.cost_last_year 410万
员工一共83个，其中搞技术的31个，大专以上57个，硕士9个博士2个 | people.college 57; people.doctors 2; people.postgraduate 11; people.tech_staff 31; people.total 83
纳税信用A级，没有行政处罚，也没上过失信名单，从没逾期过 | credit.dishonest no; credit.overdue no; credit.penalty no; credit.tax_grade A
发明专利授权5件，另外还有3件在审，实用新型十二三件，软著20来个 | ? ip.applications 3; ip.invention 5; ip.software 20; ip.utility 12..13
想贷600万买两台五轴机床，三年期，利率最好4个点以内 | need.amount 600万; need.purpose equipment; need.rate_wish 4%; need.term 36个月
我们在滨江区，信用中国上是A级，连续零申报没有，去年交了三十多万的税 | company.park binjiang-hightech; company.region 330108; credit.government_grade A; credit.zero_filing_months 0个月; finance.tax_paid 30万
我们准备明年申请高企，现在有2个发明 | ip.invention 2
如果营收做到5000万能贷多少 | 
出口占一半，一年六七百万美金，主要是欧洲客户 | ? trade.export_value foreign-currency; trade.exporter yes
苏州工业园区的，做体外诊断试剂，22年底注册，26个人，社保交了22个 | company.founded_on 2022-10-01..2022-12-31; company.industry manufacturing-biomedicine; company.park suzhou-sip; company.region 320500; people.total 26
手里有建行200万的信用贷，明年三月到期，没有别的贷款了 | credit.lenders 1; credit.loan_balance 200万
以前从来没贷过款，法人是我，征信查询也就两次 | credit.first_loan yes; credit.loan_balance 0万; credit.queries 2
应收账款大概800万，账期四五个月，下游都是央企，回款稳定 | need.core_buyer yes; need.receivable_months 4个月..5个月; need.receivables 800万
是省级专精特新，瞪羚也拿了，小巨人正在冲 | qualification.gazelle gazelle; qualification.specialised provincial
研发投入占营收的百分之十二，高新产品收入占七成五，都在国内研发 | finance.hightech_share 75%; rd.domestic_share 100%; rd.intensity 12%
说错了，去年营收不是3200万，是2300万 | finance.revenue_last_year 2300万
刚才员工数报错了，改成38人 | people.total 38
注册地不在余杭，在萧山 | company.region 330109
我姓王，电话13811112222，下周二下午有空，想谈高企申报和研发归集 | contact.name 王; contact.phone 13811112222; contact.time 下周二下午; visit.topics high-tech-filing+rd-ledger
统一社会信用代码 91330108MA2TEXT014 | ? company.region 330108; company.uscc 91330108MA2TEXT014
市占率全国第三，大概15%，这个方向做了七八年了 | rd.market_share 15%; rd.niche_years 84个月..96个月
参与起草了1项国家标准和2项行业标准，拿过省科技进步二等奖，有个市级企业技术中心 | rd.award provincial; rd.platform municipal; rd.standards 3
我是济南C类人才，公司融资需求1000万，用来扩产，没有抵押 | need.amount 1000万; need.collateral none; need.purpose expansion; people.talent_class C
去年技术合同登记了1200万，出口额大概300万人民币 | rd.contracts 1200万; trade.export_value 300万; trade.exporter yes
净资产一千二，总资产两千八，单位万 | finance.net_assets 1200万; finance.total_assets 2800万
越快越好，最好20天之内能下来，大概要个五百个 | ? need.amount unit-missing; need.urgency 20天
我们是种子期的，产品刚做到中试，东南大学的成果转化项目 | company.pilot_stage pilot; company.stage seed; rd.university_spinout yes
没有发明专利，实用新型有9个，外观设计一个都没有 | ip.design 0; ip.invention 0; ip.utility 9
今年招了6个应届生，全公司现在一百零三人 | people.graduates 6; people.total 103
老板清华博士毕业，入选过泰山产业领军人才 | people.founder_degree doctor; people.provincial_talent yes
负债率六成左右，外面借了八百万 | finance.debt_ratio 60%; finance.liabilities 800万
基本都是主业，去年打平吧没赚啥钱 | finance.main_share 100%; finance.net_profit 0万
高企证书去年到期了还没续上 | qualification.high_tech no
一年交税一百来万，税务评级是B | credit.tax_grade B; finance.tax_paid 100万
开票一年三千来万，实际不含税收入2650万 | finance.revenue_last_year 2650万
贷款300万，用途是补充流动资金，期限1年，可以用专利质押 | need.amount 300万; need.collateral ip; need.purpose working-capital; need.term 12个月
想了解一下贴息政策，另外我们有一笔逾期记录 | credit.overdue yes; visit.topics subsidy
2016.5成立，注册资本3000万实缴1200万，职工210人 | company.founded_on 2016-05; people.total 210
我们公司叫青岛海智云联科技，在崂山 | company.name 青岛海智云联科技; company.region 370212
大专以上学历45人，占比六成五 | people.college 45
总共融了两轮，天使轮500万，去年A轮3000万 | finance.equity_raised 3500万
我们主要给新能源车企供电池托盘 | company.industry manufacturing-vehicles
邯郸的，做轨道交通设备，创新积分排名189 | company.industry manufacturing-vehicles; company.region 130400; qualification.points_rank 189
客户欠我们400多万货款，缺口大概250万 | need.amount 250万; need.receivables 400万
专利二十多个，软著没有 | ip.patents_total 20; ip.software 0
从业人员：120；科技人员：48；研发费用占比：6.5% | people.tech_staff 48; people.total 120; rd.intensity 6.5%
被列为被执行人了，还有两个官司在打 | credit.executed yes; credit.lawsuits 2
不炒房不炒股，就是备货用，借80万周转三个月 | need.amount 80万; need.purpose orders+working-capital; need.term 3个月
我们去年3月才拿到高企，是杭州的，人不多，十七八个 | company.region 330100; people.total 17..18; qualification.high_tech yes
我公司是合肥高新区的一家半导体检测设备商，2017年成立，112人，研发人员47人 | company.founded_on 2017; company.industry manufacturing-electronics; company.park other; company.region 340100; people.tech_staff 47; people.total 112
去年全年主营业务收入8600万，占总营收95%，净利润率大概9个点 | finance.main_revenue 8600万; finance.main_share 95%
前年亏了80万，去年扭亏为盈赚了150万 | finance.net_profit 150万
我们没有房子可以抵押，只能走纯信用，额度300万就行，先用一年 | need.amount 300万; need.collateral none; need.term 12个月
目前在农商行有两笔，一共430万，都正常还款没有逾期 | credit.loan_balance 430万; credit.overdue no
知识产权：发明专利 8 项、实用新型 23 项、外观 2 项、软著 16 项 | ip.design 2; ip.invention 8; ip.software 16; ip.utility 23
我是江苏苏州的，昆山那边，搞精密模具，厂子开了十一年 | company.age 132个月; company.industry manufacturing-equipment; company.region 320583
帮我看看我们能申请什么，高企有，专精特新省级的，员工68 | people.total 68; qualification.high_tech yes; qualification.specialised provincial
打算融资1500万上一条新产线，股权债权都可以考虑 | need.amount 1500万; need.kinds equity+loan; need.purpose equipment
上年销售收入大约2.6个亿，研发费用1450万，研发人员88，总人数360左右 | finance.revenue_last_year 26000万; people.tech_staff 88; people.total 360; rd.cost_last_year 1450万
公司刚满两年，目前还没盈利，营收三百来万，团队里有2个博士7个硕士 | company.age 24个月; finance.revenue_last_year 300万; people.doctors 2; people.postgraduate 9
不是小巨人，只是省专精特新 | qualification.specialised provincial
三年前拿过高企，后来没复审就过期了 | qualification.high_tech no
在人民银行征信上查了五次，因为之前问了好几家银行 | credit.queries 5
有一条行政处罚，是去年环保罚了两万 | credit.penalty yes
我们的产品在送样阶段，已经给三家客户送样了，预计明年量产 | company.pilot_stage sample
被评为国家绿色工厂，数字化三级 | qualification.green_factory yes; rd.digital_level level3
贷款用途主要是采购原材料，金额200万到300万之间，期限半年到一年 | need.amount 200万..300万; need.purpose orders; need.term 6个月..12个月
总资产：9,860万；资产负债率：43.5%；纳税总额：268.4万 | finance.debt_ratio 43.5%; finance.tax_paid 268.4万; finance.total_assets 9860万
跟山西大学合作开发，参与制定国家标准1项，省级科技项目两个 | rd.projects 2; rd.standards 1
法人张伟，手机 139-1234-5678，周三上午方便 | contact.name 张伟; contact.phone 13912345678; contact.time 周三上午
我们在广东东莞松山湖，做无人机飞控的，员工七八十人，去年流水过亿 | ? company.industry not-an-option; ? finance.revenue_last_year not-net-revenue; company.region 441900; people.total 70..80
利润不多，也就百十来万 | finance.net_profit 110万
营收从2200万涨到了3100万，涨幅四成 | finance.revenue_growth 40%; finance.revenue_last_year 3100万; finance.revenue_year_before 2200万
还没有专利，刚递交了4个发明申请 | ip.applications 4; ip.design 0; ip.invention 0; ip.patents_total 0; ip.utility 0
银行给过我们预授信500万，白名单里有我们 | qualification.bank_prelist yes
账期长，一般要三个月，应收压了1200多万 | need.receivable_months 3个月; need.receivables 1200万
应届生招了十个，社保都交了 | people.graduates 10
我们是做农业的，种苹果，合作社，在烟台栖霞 | company.industry agriculture; company.region 370686
没贷款没担保没诉讼，干干净净 | ? credit.first_loan yes; credit.lawsuits 0; credit.loan_balance 0万
更正：净利润应该是负的，-85万 | finance.net_profit -85万
注册在海南，实际办公在深圳 | company.region 460000
去年研发花了600来万，占收入一成五 | rd.cost_last_year 600万; rd.intensity 15%
朋友的公司贷了500万，我们也想贷500万 | need.amount 500万
比如说我营收有5000万，利率能到多少 | 
需要50万到80万周转，月底前到账最好 | need.amount 50万..80万; need.purpose working-capital
天津滨海新区，新能源储能，21年成立，A轮融了8000万，人员150，其中技术占六成 | company.founded_on 2021; company.industry manufacturing-energy; company.region 120116; finance.equity_raised 8000万; people.total 150
纳税信用等级M级（新办），创新型中小企业有，科小在申请 | credit.tax_grade M; qualification.innovative_sme yes
税务是A，政府信用那个没评过 | credit.tax_grade A
主导产品市场占有率国内28%左右，做这行已经15年 | rd.market_share 28%; rd.niche_years 180个月
大专以上学历占比八成，科技人员33名 | people.tech_staff 33
今年一季度做了900万，去年同期600万，去年总共3300万 | finance.revenue_last_year 3300万
员工人数52（含兼职5人） | people.total 52
有个孵化器想投我们200万，还没到账 | 
我们从事光伏逆变器研发生产，2014-03-18注册，注册资金5000万元 | company.founded_on 2014-03-18; company.industry manufacturing-energy
需求：金额800万，期限24个月，用途扩产，担保方式知识产权质押 | need.amount 800万; need.collateral ip; need.purpose expansion; need.term 24个月
高企证书有效期到2027年11月 | qualification.high_tech_until 2027-11
核心专利3项可以质押 | ip.core_pledgeable 3; need.collateral ip
企业获评独角兽，估值80亿，去年营收6.8亿 | finance.revenue_last_year 68000万; qualification.gazelle unicorn
年出口额1200万元，是跨境电商，海关数据可以授权 | trade.customs_data yes; trade.export_value 1200万; trade.exporter yes
利息太高受不了，年化别超过5% | need.rate_wish 5%
差不多50号人吧，搞研发的不到20 | people.tech_staff 18..19; people.total 50
净资产三年分别是2000万、1600万、1300万 | 
订单有3000万在手上，就差钱备料，缺口七八百万 | need.amount 700万..800万; need.order_amount 3000万; need.purpose orders
新产品一年出五六个，转化了三项成果 | rd.conversions 3
公司被列入经营异常了，因为地址联系不上，正在移出 | credit.abnormal yes
法定代表人是我本人，企业在郑州高新区 | company.park other; company.region 410100; contact.role legal-representative
我们属于成长期，想上市，股权融资3000万 | company.stage growth; finance.equity_raised 3000万; need.kinds listing
隔壁公司去年做了一个亿，我们才两千万出头 | finance.revenue_last_year 2000万
贷款余额大概1.1亿，合作的银行有六家 | credit.lenders 6; credit.loan_balance 11000万
`)

/** Known faults: each must be taken out of here when it is cured. */
const FAULTS = rows(`
# the hedge stands inside the number
三年研发费用加起来一千出头万 | rd.cost_three_years 1000万
# the second sum is the research cost, named a clause before
利润三百万左右，研发花了两成收入，差不多四百八十万 | finance.net_profit 300万; rd.cost_last_year 480万; rd.intensity 20%
`)

describe('messages', () => {
  test.each(MESSAGES)('%s', (text, row) => {
    expect(heard(text)).toEqual(gold(row))
  })
  test.fails.each(FAULTS)('not yet: %s', (text, row) => {
    expect(heard(text)).toEqual(gold(row))
  })
})
