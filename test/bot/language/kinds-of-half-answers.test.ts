// Answers that are none, and answers with something beside them: who asks back or does not know has not answered, and a number of
// another year, of other people or of the owner alone is not the one that was asked for.
import { describe, expect, test } from 'vitest'
import { testAnswered, testKinds } from './kinds.ts'
import { gold, heard, rows } from './lexicon.ts'

testAnswered({
  'who asks back or does not know has not answered': `
company.industry 半是软件半是硬件，你看算哪个 | ?
company.industry 搞制造业的 | ?
credit.executed 诉讼有过，被执行不清楚 | ?
qualification.innovation_points 没查过 | ?
credit.queries 没查过 | 0
credit.first_loan 没有 | ?
contact.role 我是出纳 | ?
contact.role 我是出纳，老板委托我的 | authorised-agent
credit.penalty 以前消防罚过 | ?
company.park 紧邻中关村，没搬进去 | none
qualification.specialised provincial, little giant in two years | provincial
`,
  'beside the answer': `
people.total 去年60来个，今年走了一批剩41个 | ?
credit.loan_balance 原来600万，还有200万 | ?
credit.loan_balance 房贷还有八十万，公司的没有 | 0万
rd.intensity 研发的人占四成 | ?
credit.overdue 没有 老板自己车贷晚过两天 公司没 | no
company.founded_on 二零一八年元月 | 2018-01
qualification.points_rank 全区第12名 | 12
people.total 60ish | 60
qualification.high_tech_until 证书23年11月发的 | 2026-11
need.purpose 研发，还想招几个人 | hiring+rd
visit.topics 加计扣除怎么做 | rd-ledger
credit.dishonest 怎么会是老赖，没有 | no
credit.lenders 农行和泰隆 | 2
rd.own_centre 跟浙大共建了一个 | yes
`,
})

testKinds({
  'spoken with blanks for commas, and units left out': `
发明有4个 还有俩在审 实用新型十几 | ? ip.applications 2; ip.invention 4; ip.utility 11..19
研发一年花个两百多 | ? rd.cost_last_year unit-missing
研发一百多人 | people.tech_staff 100
贷款利息最好5以内 | need.rate_wish 5%
两家银行，总共欠900万 | credit.lenders 2; credit.loan_balance 900万
被消防罚过 前年的事 |
有三个官司 都是客户欠我们货款 | credit.lawsuits 0
`,
  'of others, of a rule, of another time': `
注册在无锡新吴，办公搬到梁溪了 | company.region 320214
我们屋头在德阳，公司在绵阳 | company.region 510700
银行说资产负债率不能超65%，我们48% |
法人个人是失信人，公司不是 | credit.dishonest no
客户经理说可以给我们200万，我们没要 |
科技局说我们可以评瞪羚，还没弄 |
高企有，小巨人是假的 | qualification.high_tech yes
没有逾期，但去年有一笔利息晚还了两天 | credit.overdue yes
失信没有，但是被执行有一条 | credit.dishonest no; credit.executed yes
没贷过款不准确，18年有过一笔 | credit.first_loan no
规划三年做到五亿，眼下去年才八千万 | finance.revenue_last_year 8000万
我管技术，三十号人 | people.total 30
我个人借给公司90万 |
省里的小巨人 | qualification.specialised provincial
now we are provincial specialised | qualification.specialised provincial
9 inventions in total were filed last year | ip.applications 9
Raised the ask: 5 million | need.amount 500万
`,
})

describe('asked for several things at once', () => {
  const asked = ['company.name', 'company.founded_on', 'finance.revenue_last_year']
  test.each(
    rows(`
去年两千六 | ? finance.revenue_last_year unit-missing
去年两千六百万 | finance.revenue_last_year 2600万
17年的 去年不太好 就1800万 | company.founded_on 2017; finance.revenue_last_year 1800万
去年才注册的 | company.founded_on 2025
`),
  )('%s', (text, meant) => expect(heard(text, asked)).toEqual(gold(meant)))
})
