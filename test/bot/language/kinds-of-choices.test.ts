// Choices and flags as owners make them: which kinds of support, what for, against what, and how the company stands.
import { testKinds } from './kinds.ts'

const KINDS = {
  'several kinds of support, each with its own word': `
有贴息更好，担保也可以 | need.kinds guarantee+subsidy
高企辅导和贷款两样我们都想要 | need.kinds coaching+loan
上市辅导要的，顺带引进点股权 | need.kinds equity+listing
风投和银行贷款都要 | need.kinds equity+loan
股份可以让一点 | need.kinds equity
贷款要，股权不要 | need.kinds loan
股权暂时不考虑，担保可以 | need.kinds guarantee
只想了解租赁，贷款先不考虑 | need.kinds lease
open to equity as well as a loan | need.kinds equity+loan
a guarantee is fine, and a subsidy would be great | need.kinds guarantee+subsidy
`,
  'kinds of support that are only spoken of': `
股权融资我们不考虑，稀释太多 |
担保公司要收2个点，不划算 |
听说有科技保险，是真的吗 |
我们给员工买了保险 |
隔壁厂拿了贴息，我们没有 |
以后上市再说 |
老板愿意个人担保 |
厂房租赁合同到2028年 |
`,
  'what money is not wanted for, and several wishes': `
去年搞了次自动化改造，自己掏了三百来万 |
厂房扩建已经完工了 |
一季度还贷压力大 |
存货周转慢 |
本来想扩产，现在先不贷 |
贷款不能用来买房我知道的 |
钱主要花在买设备和扩车间上面 | need.purpose equipment+expansion
资金用途：研发、设备 | need.purpose equipment+rd
研发、设备、流动资金都要 | need.purpose equipment+rd+working-capital
用途是备货，设备去年换完了 | need.purpose orders
`,
  'and what is done, insured or only spoken of': `
刚把建行那笔还掉了 |
中试险和担保都有兴趣 | need.kinds guarantee+insurance
融资租赁也可以谈 | need.kinds lease
跟农大老师一起办的公司 |
`,
  'things that are not to be pledged': `
银行要我拿厂房抵押，我没答应 |
厂房在建行押着，是老贷款 |
老板个人房子可以押 |
之前的贷款是厂房抵押的 |
商标能押吗 |
专利押给浦发了 |
房子不押，专利可以 | need.collateral ip
公司有两套商铺，可以做抵押 | need.collateral property
拿专利去质押行吗 | need.collateral ip
没厂房，设备可以押 | need.collateral equipment
`,
  'nothing to pledge': `
押不出东西 | need.collateral none
能抵押的都没有 | need.collateral none
什么抵押都没有，就靠信用 | need.collateral none
没有任何可以抵押的资产 | need.collateral none
有没有那种不要抵押的 | need.collateral none
`,
  'a yes or no right behind its name': `
失信：无 被执行：无 | credit.dishonest no; credit.executed no
行政处罚0次，逾期：否 | credit.overdue no; credit.penalty no
没官司没处罚没事故 | credit.accident no; credit.lawsuits 0; credit.penalty no
逾期？没有，从来没有 | credit.overdue no
高企 有，科小 无 | qualification.high_tech yes; qualification.tech_sme no
科小有高企没有 | qualification.high_tech no; qualification.tech_sme yes
Tech SME: yes, high-tech enterprise: no | qualification.high_tech no; qualification.tech_sme yes
没有，从来没贷过 | credit.first_loan yes; credit.loan_balance 0万
`,
  'titles of others, not yet, and no longer': `
楼下那家是高企 |
园区里高企很多 |
我们园区有三家小巨人 |
潜在独角兽榜单上过 |
独角兽谈不上，瞪羚入过培育库 |
高企预评了72分 |
高企没有过期 | qualification.high_tech yes
省级专精特新有了，小巨人正报 | qualification.specialised provincial
去年科小入了，今年忘报了 | qualification.tech_sme no
单项冠军是的 | qualification.gazelle single-champion
`,
  'cases of ours against others, and closed ones': `
我们起诉客户要账，两个案子 |
被告过一次，调解了 |
有个劳动仲裁 | credit.lawsuits 1
`,
  'who speaks, who buys, and once before': `
我姓周，是法人 | contact.name 周; contact.role legal-representative
I'm the finance manager |
The legal representative is abroad, I'm the authorised signatory | contact.role authorised-agent
以前做外贸，现在全内销 | trade.exporter no
都是外贸公司买断的 | trade.exporter no
做出口退税服务的 |
以前给中车供货 |
注册地址是虚拟的 | credit.independent_site no
国家重点实验室是合作单位的 |
`,
} as const

testKinds(KINDS)
