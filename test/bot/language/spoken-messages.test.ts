// Messages as people speak or hurry: without commas, with blanks, with talk of others, plans and questions in between; and
// the same in English.
import { describe, expect, test } from 'vitest'
import { gold, heard, rows } from './lexicon.ts'

const SPOKEN = rows(`
做环保水处理设备的 宜兴 成立9年了 86人 去年6000多万 | company.age 108个月; company.industry manufacturing-energy; company.region 320282; finance.revenue_last_year 6000万; people.total 86
我是做软件外包起家的2015年注册现在四十多个程序员去年收入一千四百万利润也就一百出头想贷两百万 | ? finance.net_profit unit-missing; company.founded_on 2015; company.industry software; finance.revenue_last_year 1400万; need.amount 200万; people.tech_staff 40
企业名称：山西辰涵数字科技股份有限公司；注册地：太原市小店区；成立时间：2011年6月；员工人数：160人；上年营收：5200万元 | ? company.industry software; company.founded_on 2011-06; company.name 山西辰涵数字科技股份有限公司; company.region 140105; finance.revenue_last_year 5200万; people.total 160
厂里有工人120、管理和研发30，一共150来人 | people.total 150
营收的话22年3000万，23年3800万，24年4500万，25年5100万 | finance.revenue_last_year 5100万; finance.revenue_two_years_before 3800万; finance.revenue_year_before 4500万
我们25年营收5100万研发费用520万净利润430万 | finance.net_profit 430万; finance.revenue_last_year 5100万; rd.cost_last_year 520万
专利有是有，就是都在申请中，一件都没授权呢 | 
发明授权了6个，还有十来个在受理 | ? ip.applications 10; ip.invention 6
省里的重点研发项目承担了一个，国家的没有 | rd.projects 1
银行那边欠着350万，其中200万今年8月到期 | credit.loan_balance 350万
家里房子抵押贷了100万用在公司上 | 
纳税信用去年是A今年变B了 | credit.tax_grade B
没进过失信，就是有个买卖合同纠纷我们是被告 | credit.dishonest no; credit.lawsuits 1
上征信的逾期一次都没有，近半年查询3次 | credit.overdue no; credit.queries 3
想贷一千万左右，三年，主要用于二期厂房扩建和买几台设备，房产可以抵押 | need.amount 1000万; need.collateral property; need.purpose equipment+expansion; need.term 36个月
急用！这周五之前要200万付货款 | need.amount 200万; need.purpose working-capital
贷款的话最好5%以下，超过6个点就不考虑了 | need.rate_wish 5%
我们给比亚迪和宁德时代供货，订单排到年底，金额差不多6000万 | need.order_amount 6000万; need.core_buyer yes
应收两千三百万压着，平均账期120天 | need.receivable_months 4个月; need.receivables 2300万
公司在成都天府新区那边，注册是在双流 | company.region 510116
杭州西湖区 | company.region 330106
在鼓楼区 | ? company.region ambiguous-region
我们公司是国家高新技术企业、专精特新"小巨人"企业、制造业单项冠军 | qualification.gazelle single-champion; qualification.high_tech yes; qualification.specialised little-giant
科小每年都入库，今年编号还没下来 | qualification.tech_sme yes
去年挂牌了省级企业技术中心和市级重点实验室 | rd.platform provincial
董事长是国家级人才，团队硕士以上占四成 | people.provincial_talent yes
研发强度大概十二个点，每年都在涨 | rd.intensity 12%
主营收入占比百分之九十八点五 | finance.main_share 98.5%
负债率不高，三成多一点 | finance.debt_ratio 30%
资产总计1.38亿元，净资产7900万 | finance.net_assets 7900万; finance.total_assets 13800万
去年纳税总额四百八十六万三千 | finance.tax_paid 486.3万
没出口，全是内销 | trade.exporter no
用电数据社保数据都可以授权给银行看 | trade.other_data yes
下周三你们能来公司看看吗，我姓陈，13700001111 | contact.name 陈; contact.phone 13700001111; contact.time 下周三
不对不对，我们员工是58不是85 | people.total 58
把去年营收更正为4680万 | finance.revenue_last_year 4680万
成立时间搞错了，应该是2018年9月 | company.founded_on 2018-09
要是能贷到300万我就换设备 | 
你们最多能贷500万吗？我们去年做了2200万 | finance.revenue_last_year 2200万
竞争对手有30个专利，我们就5个发明 | ip.invention 5
预计今年营收能突破8000万，去年是6100万 | finance.revenue_last_year 6100万
法人征信没问题，公司也没贷过款 | credit.first_loan yes; credit.loan_balance 0万
实用新型25项（其中3项是受让的），软著8项 | ip.acquired both; ip.software 8; ip.utility 25
员工三十人左右，研发人员占比超过40% | people.total 30
我是财务，公司授权我来办的，联系人写刘敏就行 | contact.name 刘敏; contact.role authorised-agent
注册资本1个亿，实际上去年营收才8个多亿 | finance.revenue_last_year 80000万
有两个博士三个硕士，剩下都是本科 | people.doctors 2; people.postgraduate 5
小微企业，十几个人，七八条枪，一年做个五六百万 | finance.revenue_last_year 500万..600万; people.total 11..19
苏州某某智能装备公司，2018年3月12号注册，研发投入去年380万占营收9%，发明7实用新型31 | company.founded_on 2018-03-12; company.industry manufacturing-equipment; ip.invention 7; ip.utility 31; rd.cost_last_year 380万; rd.intensity 9%
成立三年不到，A轮刚close，融了两千万，想再申请点信用贷，300万左右 | company.age 32个月..35个月; finance.equity_raised 2000万; need.amount 300万; need.collateral none
我们是新材料企业，高企+省专精特新，纳税A级，没有不良 | company.industry manufacturing-materials; credit.tax_grade A; qualification.high_tech yes; qualification.specialised provincial
科技型中小企业编号有的，员工37，其中研发15，大专以上30 | people.college 30; people.tech_staff 15; people.total 37; qualification.tech_sme yes
去年收入2,350.6万元，研发费用298万元，利润 -45万元 | finance.net_profit -45万; finance.revenue_last_year 2350.6万; rd.cost_last_year 298万
要买一批原料，差150万，三个月周转，越快越好 | need.amount 150万; need.purpose orders+working-capital; need.term 3个月
现有贷款：工行300万，农行200万，无逾期 | credit.lenders 2; credit.loan_balance 500万; credit.overdue no
连续两个月零申报，信用中国B级 | credit.government_grade B; credit.zero_filing_months 2个月
我们去年被税务罚过款，2万块，已经交了 | credit.penalty yes
注册地址在重庆两江新区，做汽车零部件 | company.industry manufacturing-vehicles; company.region 500000
有职工二百零六人，科技人员占三成 | people.total 206
22、23、24年营收分别是1800万、2200万、2600万 | finance.revenue_two_years_before 2200万; finance.revenue_year_before 2600万
前年2800万去年3400万，今年目标5000万 | finance.revenue_last_year 3400万; finance.revenue_year_before 2800万
专利不多，3个发明5个新型，还有软著10个 | ip.invention 3; ip.software 10; ip.utility 5
银行说要抵押，我们哪有啊，就一些设备 | 
打算把高息的经营贷置换掉，大概400万 | need.amount 400万; need.purpose refinancing
我们不做外贸，客户都在国内 | trade.exporter no
应收600多万，其中央企400万，账期半年 | need.receivable_months 6个月; need.receivables 600万
创始人是中科院博士，D类人才 | people.founder_degree doctor; people.talent_class D
公司叫北京深蓝算力科技有限公司，中关村的，做大模型应用，团队28人全是研发 | company.industry software; company.name 北京深蓝算力科技有限公司; company.park zhongguancun; people.tech_staff 28; people.total 28
刚才说的贷款金额改成500万，期限改两年 | need.amount 500万; need.term 24个月
营收不是3000是3500万 | finance.revenue_last_year 3500万
净资产2600万，比前年多了400万 | finance.net_assets 2600万
主要产品是工业相机，全国市占率8%左右，排前五 | company.industry manufacturing-electronics; rd.market_share 8%
我们有省级研发平台，国家级的在申请 | rd.platform provincial
去年参加过科技计划项目，省级1项 | rd.projects 1
融资500万-800万，一年期，利率不高于4.5% | need.amount 500万..800万; need.rate_wish 4.5%; need.term 12个月
社保缴纳人数58，实际用工70多 | people.total 70
公司账上现金还有300万，够用半年 | 
之前贷过300万已经还清了，现在没有贷款 | credit.first_loan no; credit.loan_balance 0万
找个人聊聊，我们营收1200万想贷200万 | finance.revenue_last_year 1200万; need.amount 200万
没有研发费用，也没专利，能贷款吗 | ip.design 0; ip.invention 0; ip.patents_total 0; ip.utility 0; rd.cost_last_year 0万
我们在西安高新区，搞商业航天配套的，2020年6月成立，人员规模120左右，硕士以上40个，去年营收8600万还没盈利 | company.founded_on 2020-06; company.industry manufacturing-vehicles; company.park other; company.region 610100; finance.revenue_last_year 8600万; people.postgraduate 40; people.total 120
老板啊我们小厂，做五金件的，二十来号人，一年也就八九百万流水，想借个五十万周转下 | ? finance.revenue_last_year not-net-revenue; company.industry manufacturing-other; need.amount 50万; need.purpose working-capital; people.total 20
去年开票2600 前年2100 | ? finance.revenue_last_year not-net-revenue
公司名称北京云智医疗科技有限公司，II类医疗器械，已拿证3个，去年收入1500万出头，亏损400万 | company.industry manufacturing-biomedicine; company.name 北京云智医疗科技有限公司; finance.net_profit -400万; finance.revenue_last_year 1500万
需要融资2000万左右，其中1200万买设备，800万流动资金，三到五年 | need.amount 2000万; need.purpose equipment+working-capital; need.term 36个月..60个月
研发人员占四成多，一共65人 | people.total 65
实缴资本500万，股东3个，去年交税28万 | finance.tax_paid 28万
我这边征信查询有点多，半年查了七八次，没有逾期 | credit.overdue no; credit.queries 7..8
没有被执行、没有行政处罚，诉讼有1起在审 | credit.executed no; credit.lawsuits 1; credit.penalty no
去年研发费用加计扣除320万，今年准备投500万 | rd.cost_last_year 320万
三年营收：2200万、2900万、3700万 | 
2025年营收3700万，2024年2900万 | finance.revenue_last_year 3700万; finance.revenue_year_before 2900万
拿过省科技进步奖三等奖，是省级专精特新也是科技型中小企业 | qualification.specialised provincial; qualification.tech_sme yes; rd.award provincial
武汉光谷这边做光芯片，员工210，博士18，发明专利46，营收1.9亿 | company.industry manufacturing-electronics; company.park wuhan-optics; company.region 420100; finance.revenue_last_year 19000万; ip.invention 46; people.doctors 18; people.total 210
不对，博士是8个 | people.doctors 8
改一下，期限一年改三年 | need.term 36个月
我们有建行100万、招行150万两笔贷款 | credit.loan_balance 250万
出口占比三成，去年出口额900万人民币 | trade.export_value 900万; trade.exporter yes
市级企业技术中心，参与制定行业标准两项，软著54个 | ip.software 54; rd.platform municipal; rd.standards 2
注册在济南历城，实际经营在高新区 | company.region 370112
股权融资做过一轮，天使500万 | finance.equity_raised 500万
用厂房抵押，评估值大概1500万，想贷1000万 | need.amount 1000万; need.collateral property
客户拖欠货款300多万，账期从三个月拖到半年 | need.receivable_months 6个月; need.receivables 300万
目前是小批量试产阶段，下半年量产，预计收入2000万 | company.pilot_stage maturing
我姓赵，财务总监，电话18612345678，方便的时间是工作日下午 | contact.name 赵; contact.phone 18612345678; contact.time 工作日下午
高新收入占比82%，主营占98% | finance.hightech_share 82%; finance.main_share 98%
我们被评为A级纳税人三年了 | credit.tax_grade A
大约七成员工是本科以上，总共90来人 | people.total 90
贷款年利率现在是4.35%，想降到3.5% | need.rate_wish 3.5%
`)

const ENGLISH = rows(`
We are a software company in Hangzhou, founded in 2019, with 45 employees and revenue of 12 million RMB last year | company.founded_on 2019; company.industry software; company.region 330100; finance.revenue_last_year 1200万; people.total 45
We want to borrow 5 million yuan for one year to buy equipment | need.amount 500万; need.purpose equipment; need.term 12个月
We have 3 invention patents, 12 utility models and about 30 software copyrights | ip.invention 3; ip.software 30; ip.utility 12
No overdue loans, no administrative penalties, and we have never borrowed before | credit.first_loan yes; credit.loan_balance 0万; credit.overdue no; credit.penalty no
R&D spending was RMB 2.6 million last year, about 8% of revenue | rd.cost_last_year 260万; rd.intensity 8%
Shenzhen Foo Robotics Co., Ltd., established in March 2016, 120 people, 40 engineers | ? company.industry manufacturing-equipment; company.founded_on 2016-03; company.name Shenzhen Foo Robotics Co., Ltd.; people.tech_staff 40; people.total 120
We're a national high-tech enterprise but not a little giant | qualification.high_tech yes; qualification.specialised none
Net profit was 1.5 million, total assets 60 million, debt ratio around 35% | finance.debt_ratio 35%; finance.net_profit 150万; finance.total_assets 6000万
Sorry, the revenue is 23 million, not 32 million | finance.revenue_last_year 2300万
We export about 2 million US dollars a year, based in Suzhou | ? trade.export_value foreign-currency; company.region 320500; trade.exporter yes
We plan to apply for high-tech status next year | 
My name is John Smith, call me on 13800138000 | contact.name John Smith; contact.phone 13800138000
Our tax credit grade is A and we have two lawsuits | credit.lawsuits 2; credit.tax_grade A
We lost 3 million last year and raised 20 million in series A | finance.equity_raised 2000万; finance.net_profit -300万
Our company was set up in 2018 in Shenzhen, we make drones, 85 staff of whom 35 are engineers | company.founded_on 2018; company.industry manufacturing-vehicles; company.region 440300; people.tech_staff 35; people.total 85
Revenue last year was about 40 million yuan, net profit 3.2 million, R&D 12% of revenue | finance.net_profit 320万; finance.revenue_last_year 4000万; rd.intensity 12%
Looking for a 3 million RMB credit loan for 12 months, unsecured, to buy raw materials | need.amount 300万; need.collateral none; need.purpose orders; need.term 12个月
We're not on any blacklist, no lawsuits, tax grade B | credit.dishonest no; credit.lawsuits 0; credit.tax_grade B
Existing loans total 2 million with two banks, never overdue | credit.lenders 2; credit.loan_balance 200万; credit.overdue no
We have not made any revenue yet, raised 10 million yuan from angel investors | finance.equity_raised 1000万; finance.revenue_last_year 0万
We were founded in May 2015, based in Ningbo; 150 staff, 60 engineers, 8 invention patents | company.founded_on 2015-05; company.region 330200; ip.invention 8; people.tech_staff 60; people.total 150
Our revenue grew 25% to 50 million yuan last year | finance.revenue_growth 25%; finance.revenue_last_year 5000万
`)

describe('spoken messages', () => {
  test.each(SPOKEN)('%s', (text, row) => {
    expect(heard(text)).toEqual(gold(row))
  })
})

describe('English messages', () => {
  test.each(ENGLISH)('%s', (text, row) => {
    expect(heard(text)).toEqual(gold(row))
  })
})
