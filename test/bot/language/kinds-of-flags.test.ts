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
})
