// Answers to a choice that was asked alone: how each of their parts stands, and words that only this question makes an option of.
import { testAnswered } from './kinds.ts'

testAnswered({
  'a title denied, lost or only applied for is none; a lower one that is held is it': `
qualification.gazelle 瞪羚报了两年 还在培育库 | none
qualification.gazelle 前年评的瞪羚 去年考核没过 被摘了 | none
qualification.gazelle 听都没听过 | none
qualification.specialised 小巨人在报 | ?
qualification.specialised 国家的没批 省里的去年下来了 | provincial
qualification.specialised 今年报上去了 等公示 | none
rd.platform 省级的技术中心到期了 没补 | ?
rd.platform 前年是市级 今年升省级了 | provincial
rd.award 没得过 就学会发过一个 | none
rd.maker_contest 省赛止步了 | none
rd.maker_contest 打到全国 500 强 | top500
people.talent_class 一个C的一个E的 | C
people.talent_class 以前有个B类 去年走了 | none
`,
  'the letter beside other words': `
credit.tax_grade 去年C 今年补回B了 | B
credit.tax_grade B……零申报闹的 | B
credit.tax_grade 毕级 | B
credit.tax_grade 不是A就是B | ?
credit.tax_grade 现在B 争取明年A | B
credit.government_grade 纳税是B 公共信用没看过 | ?
`,
  'the founders’ own, finished degree': `
people.founder_degree 博士没读完就出来了 硕士是拿到的 | master
people.founder_degree 我中专 总工是博士 | other
people.founder_degree 我本科 合伙人硕士 | master
people.founder_degree 初中毕业就跟师傅学徒 | other
people.founder_degree 在读MBA 本科是浙工大 | bachelor
`,
  'words that only the question makes an option of': `
company.stage 刚开张半年 | startup
company.stage 还在写方案 产品没出来 | seed
company.stage 老厂子了 每年就那么多单 | mature
company.stage 前年还初创 这两年年年翻番 | growth
company.pilot_stage 中试过了 小批在供 | maturing
company.pilot_stage 样机还在客户那测 | sample
company.pilot_stage 做服务的没有这一说 | none
company.chain_role 以前都靠进口 我们做出来替掉了日本的 | breakthrough
company.chain_role 普通五金件 | none
rd.digital_level 微信群加表格 | level1
rd.digital_level 自己测的三级 | level3
ip.acquired 买了两件 剩下自己申请的 | both
ip.acquired 从上家公司转过来的 | acquired
company.park 哪个园区都没进 | none
company.park 租的普通写字楼 | none
`,
  'what can be pledged, what is wanted': `
need.collateral 四台注塑机 钱付清了的 | equipment
need.collateral 厂房按揭着呢 | ?
need.collateral 设备是融资租赁来的 | ?
need.collateral 啥都不想押 能走信用吗 | none
need.purpose 给我表弟周转 | forbidden
need.purpose 买房不可能 就买原料 | orders
need.kinds 只谈股份 不背债 | equity
assessment.five_elements 经济和社会两块 | economy+society
assessment.five_elements 五个全做了 | culture+economy+science+society+technology
visit.topics 高企怎么弄 还有专利 | high-tech-filing+patents
contact.role 法人是我爸 他授权我办的 | authorised-agent
`,
  'another’s, still to come, left, or asked back: nothing is taken': `
rd.award 国家科技奖是我们导师的 | ?
qualification.specialised 市专精特新 | ?
qualification.gazelle 园区评的瞪羚 算不算 | ?
people.talent_class 在申请 D 类 | none
company.stage 介于初创和成长之间 | ?
company.pilot_stage 小试做完了 马上中试 | concept
company.park 以前在张江 前年搬出来了 | ?
company.region 下个月迁到南通 现在还是苏州 | 320500
company.region 杭州和宁波都有 | ?
company.region the office is in Shanghai but the licence is still Nantong | 320600
need.collateral 楼抵给建行了 | ?
need.collateral 房产证还在办 | ?
need.kinds 除了股份啥都可以谈 | ?
need.purpose 招人不急 先买设备 | equipment
need.purpose 借给我哥开店 | forbidden
contact.role 我是老板 法人挂的我老婆 | ?
contact.role 受法人委托来的 | authorised-agent
contact.role 经办 还没有授权书 | ?
company.stage 早过了初创期 | ?
company.industry 卖饲料的 | ?
need.purpose 没想好 可能买设备 | ?
need.collateral 厂房是集体土地上的 | ?
ip.acquired we bought one and developed the rest | both
company.industry 以前开饭店的 现在批发干货 | wholesale
`,
  'a name, a time, an address, and no remark': `
contact.name 欧阳女士 行政部的 | 欧阳女士
contact.name 你哪位啊 | ?
contact.name 打这个号码就行 | ?
contact.time 晚上八点以后 | 晚上八点以后
contact.time 再说吧 | ?
contact.address 来厂里 余姚历山村工业区 6 号 | 余姚历山村工业区 6 号
contact.address 老地方 | ?
contact.address 就在公司 | ?
company.name 公司名啊 青禾生物 | ?
company.name 以前叫宁波大江机械有限公司 后来改成宁波大江科技有限公司 | 宁波大江科技有限公司
`,
})
