// Answers to one yes-or-no question in the words of that question: titles that are pending, lapsed or of an old year; registers
// as they stand now; events within the time asked for; classes, places of work, buyers; and what must be asked again.
import { testAnswered } from './kinds.ts'

testAnswered({
  'titles pending, lost, of another year or level': `
qualification.tech_sme 今年入库编号拿到了 | yes
qualification.tech_sme 公司去年入库了 | ?
qualification.tech_sme 每年都评的 今年也过了 | yes
qualification.tech_sme 错过了申报时间 | no
qualification.tech_sme last year's, not this year | no
qualification.high_tech 20年的 | ?
qualification.high_tech 24年拿的证 | yes
qualification.high_tech 公示了还没拿证 | no
qualification.high_tech 还没到期 | yes
qualification.high_tech 我们在高新园里 | ?
qualification.innovative_sme 这个不清楚 | ?
qualification.innovative_sme 报了，在审 | no
qualification.green_factory 省级绿色工厂 | no
qualification.bank_prelist 收到过短信 不知道真假 | ?
qualification.bank_prelist 只有推销电话 | no
people.provincial_talent 只有区里评的 | no
assessment.technology_review 公司内部评的 | no
assessment.technology_review 好像过了 | ?
`,
  'registers as they stand now': `
credit.executed 有过 | ?
credit.executed 我们是申请执行人 | no
credit.executed 正在执行 | yes
credit.executed 和解了 撤了 | no
credit.dishonest 上过一次 | ?
credit.dishonest 以前上过 早就出来了 | no
credit.dishonest 在上面 因为欠货款 | yes
credit.abnormal 移出申请交了 还没批 | yes
credit.abnormal 一切正常 | no
`,
  'events within the time asked for': `
credit.penalty 去年12月罚了一次 | yes
credit.penalty 去年三月罚的 | no
credit.penalty 去年被罚过 | ?
credit.penalty 口头警告过 | no
credit.accident 零事故 | no
credit.overdue 好像有一次 | ?
credit.overdue 还款正常 | no
credit.tax_direct_d 走逃户 | yes
credit.tax_direct_d 税都按时交 | no
`,
  'what the company does': `
company.strategic_industry 没查过这个目录 | ?
company.hightech_field 生物与新医药 | yes
company.hightech_field 哪个都不沾 | no
rd.university_spinout 自己琢磨出来的 | no
rd.own_centre 有个小实验室 没认定 | yes
rd.own_centre 正在建 | no
credit.first_loan 用个人房子贷过 公司没有 | yes
credit.first_loan 网贷贷过 | ?
credit.independent_site 孵化器的工位 | ?
credit.independent_site 租的，合同到明年 | yes
need.core_buyer 正在进供应商名录 | no
trade.exporter 有出口权 但没做 | no
trade.other_data 水电可以 社保不行 | ?
trade.customs_data 随便查 | yes
`,
  'what is denied or told beside the answer': `
credit.executed 有，金额不大 | yes
credit.executed 还有十万没付完 | yes
credit.executed 个人有，公司干净 | no
credit.abnormal 年报补上了 还没去移 | yes
credit.abnormal 忘了 好像移出来了 | ?
credit.overdue 有，疫情那会儿 | ?
credit.overdue in 2020, yes. not since | no
credit.penalty 去年八月罚过 之后没有 | no
qualification.high_tech 会计说是，我没见过证 | ?
qualification.high_tech 有证，明年8月过期 | yes
qualification.high_tech 证书去年底到期了，今年在重新申请 | no
qualification.tech_sme 往年都有，今年在等第四批 | no
qualification.innovative_sme 创新型没弄过 科技型的有 | no
qualification.green_factory 省里的有，国家的在申报 | no
company.strategic_industry 老板说算，会计说不算 | ?
company.strategic_industry 不好界定 | ?
need.core_buyer 有央企但经常拖半年 | ?
need.core_buyer 大客户跑了 | no
rd.own_centre 挂了个牌子，没实际运作 | ?
trade.exporter not directly, through a trading company | no
trade.customs_data 可以是可以，别外传 | ?
trade.customs_data 我做不了主 | ?
credit.first_loan 做过经营贷，写的我个人名字 | ?
qualification.high_tech 有，证书2027年5月就到期了 | yes
qualification.high_tech 省级高企 | ?
qualification.innovative_sme 评上过 到期了 | no
qualification.bank_prelist 银行客户经理口头说过 | ?
company.strategic_industry 属于吧，我记得是 | ?
company.hightech_field 要不你帮我判断下 | ?
credit.executed 快结了 | yes
credit.abnormal 之前搬家有过，已经恢复正常 | no
credit.overdue 今年没有，去年有一次 | yes
credit.first_loan 以前在老家的公司贷过 | ?
need.core_buyer 有大企业，但回款不稳定 | ?
trade.exporter 有，通过代理 | ?
trade.customs_data 没有海关数据 | ?
`,
})
