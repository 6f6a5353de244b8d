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
} as const

testKinds(KINDS)
