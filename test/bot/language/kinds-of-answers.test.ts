// Kinds of answers to one question that tell a figure, a day or a yes without the usual words: paid off, the same as before,
// one of two years, decided after a dispute. What a careful clerk would ask about is asked.
import { describe, expect, test } from 'vitest'
import { answered, heard, rows } from './lexicon.ts'

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
credit.lawsuits 没有，都是我们告别人 | 0
`,
  'yes and no in the words of the question': `
credit.overdue 一直按时还 | no
credit.overdue 哪能啊 | no
credit.overdue 有是有，早就还上了 | yes
credit.overdue 有过，五年前的事了 | ?
credit.overdue 晚还过两天算不算 | ?
credit.executed 有过，已经结案了 | no
credit.executed 这个不方便讲 | ?
credit.first_loan 贷过好几回了 | no
credit.first_loan 头一遭 | yes
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
qualification.high_tech 22年过的，后来没续 | ?
qualification.high_tech 我们哪够格 | no
qualification.high_tech 说不好 | ?
qualification.tech_sme 今年还没评 | ?
qualification.tech_sme 拿到编号了 | yes
`,
}

describe.each(Object.entries(ANSWERS))('%s', (_, table) => {
  test.each(rows(table))('%s', (row, meant) => {
    const blank = row.indexOf(' ')
    const read = answered(row.slice(0, blank), row.slice(blank + 1)).replace(/ ~$/, '')
    expect(read.startsWith('?') ? '?' : read).toBe(meant)
  })
})

describe('a place in a row', () => {
  test.each(['第29名', '去年积分排第29名', '我们全市排第 29 名'])('%s counts no people', text => {
    expect(heard(text).filter(each => each.includes('people.'))).toEqual([])
    expect(heard(text, ['people.total']).filter(each => each.includes('people.'))).toEqual([])
    expect(answered('people.total', text)).toMatch(/^\?/)
  })
})
