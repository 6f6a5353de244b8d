// How titles, grades, papers and wishes are told in passing: letters of the tax office, titles lost or only planned, loans paid
// back, what may be pledged, who buys; and what sounds like it and is none.
import { testKinds } from './kinds.ts'

const KINDS = {
  'the tax office’s letter': `
纳税信用分88，B级 | credit.tax_grade B; credit.tax_points 88
税这块是C级，漏报过一次 | credit.tax_grade C
纳税信用A，刚查了下手机是B | credit.tax_grade B
税务M还是B我忘了 | 
税务前年评的B，今年评成A了 | credit.tax_grade A
法人是A类人才，去年交税90万 | finance.tax_paid 90万; people.talent_class A
`,
  'titles that are planned, lost or lacking': `
专精特新省级的，小巨人去年报了没过 | qualification.specialised provincial
高企有，就差小巨人了 | qualification.high_tech yes
小巨人明年才敢报 | 
高企去年到期没重新认定 | qualification.high_tech no
打算明年申高企，现在没有 | qualification.high_tech no
`,
  'the record': `
以前在农行贷过一笔，早还清了 | credit.first_loan no
公司没借过银行的钱 | credit.first_loan yes; credit.loan_balance 0万
今年有笔利息晚了五天 | credit.overdue yes
我个人信用卡晚还了三天 | 
这两年都按时，从来没断过 | credit.overdue no
被执行的是我另一家公司，这家没有 | credit.executed no
产品不在限制目录 | credit.prohibited no
没出过安全事故 | credit.accident no
海关数据可以给，水电的就算了 | trade.customs_data yes; trade.other_data no
去年3月环保罚了2万 | 
`,
  'who speaks and what they studied': `
老板让我来问的，我是出纳 | 
我法人，公司在常州 | company.region 320400; contact.role legal-representative
我自己浙大硕士 | people.founder_degree master
老板娘是浙大硕士 | 
我们团队有博士3个 | people.doctors 3
`,
  'where it comes from': `
东南大学老师带成果出来办的 | rd.university_spinout yes
技术从中科院买的 | 
专利有自己搞的也有买来的 | ip.acquired both
拿过市里的科技进步奖 | rd.award municipal
数字化自测是二级 | rd.digital_level level2
已经替代了德国货 | company.chain_role breakthrough
`,
  'what may be pledged, and who buys': `
能不能用应收来做质押 | need.collateral receivables
借80万，信用的，一年 | need.amount 80万; need.collateral none; need.term 12个月
给东风配套做了八年 | need.core_buyer yes
想给比亚迪供货，还没谈 | 
22个搞研发 | people.tech_staff 22
股权加贷款一起做行不行 | need.kinds equity+loan
想借200万进一批轴承钢 | need.amount 200万; need.purpose orders
`,
  'sold, pledged, wanted': `
房子早抵给工行了，现在只能信用 | need.collateral none
我有个存单50万可以做质押 | need.collateral deposit
我们公司有块地40亩，可以做抵押 | need.collateral property
专利质押过了，在江苏银行 | 
拿订单和专利组合质押可以吗 | need.collateral ip+orders
招兵买马，尤其是嵌入式工程师 | need.purpose hiring
我想把设备换成五轴的，要420万 | need.purpose equipment; need.amount 420万
不缺设备，缺的是流动资金 | need.purpose working-capital
我们给美的做代工六年了 | need.core_buyer yes
想打进华为供应链 | 
贷款主要是还掉民间借款，利息太高 | need.purpose refinancing
`,
  'kept, lost, somebody else’s': `
专精特新去年到期没复核通过 | qualification.specialised none
除了科小，别的资质都没有 | qualification.tech_sme yes
我们是瞪羚培育企业 | 
前年是高企，去年证书到期了没续 | qualification.high_tech no
客户要求我们做UL认证，正在弄 | 
法人以前的公司失信了，这家公司没问题 | credit.dishonest no
老板个人被限高了 | 
我个人房贷逾期过，公司没有 | credit.overdue no
前年欠供应商钱被列过被执行，现在都清了 | credit.executed no
我老婆是博士在大学教书 | 
创始人是海归，帝国理工博士 | people.founder_degree doctor
和哈工大有产学研合作 | 
行业协会给过我们一等奖 | 
注册地址是挂靠的，没有实际办公地 | credit.independent_site no
`,
  'in passing, and not ours': `
设备可以抵押，回租也行 | need.collateral equipment; need.kinds lease
流片要800万 | need.amount 800万; need.purpose rd
集团是高企，我们子公司还没认 | qualification.high_tech no
工信局推荐我们报专精特新 | 
省工程技术研究中心在建 | 
海关数据就别查了 | trade.customs_data no
水电数据你们随便查 | trade.other_data yes
我们老板初中都没念完 | people.founder_degree other
高企去年没评上，今年又报了 | qualification.high_tech no
税务评级刚从C修复到B | credit.tax_grade B
我们租了三层写字楼办公 | credit.independent_site yes
核心专利从高校转让过来的 | ip.acquired acquired
`,
}

testKinds(KINDS)
