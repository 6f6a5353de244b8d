// Replies to questions for several things at once, as the talk asks them: what is named, what is denied for all the rest, rows of
// bare numbers, years before the company was, and whose number a number without a noun is.
import { describe, expect, test } from 'vitest'

import { gold, heard, lexicon, rows } from './lexicon.ts'

/** The facts of a request, in the order of the data. */
const askedIn = (request: string): readonly string[] =>
  [...lexicon.facts.values()].filter(fact => fact.request === request).map(fact => fact.id)

const REPLIES: Readonly<Record<string, string>> = {
  self: `
去年两千一 | ? finance.revenue_last_year unit-missing
60人 去年三千万 | people.total 60; finance.revenue_last_year 3000万
去年没做多少 四百来万 今年能到八百 | finance.revenue_last_year 400万
两三千万一年吧去年 | finance.revenue_last_year 2000万..3000万
二十个人 收入不方便讲 | people.total 20
`,
  ip: `
都没有 | ip.design 0; ip.invention 0; ip.other_class1 0; ip.software 0; ip.utility 0
就两个发明 别的没有 | ip.design 0; ip.invention 2; ip.other_class1 0; ip.software 0; ip.utility 0
4 15 0 9 | ip.design 0; ip.invention 4; ip.software 9; ip.utility 15
4 15 |
没有，但是在申请 |
`,
  titles: `
都没有 | qualification.gazelle none; qualification.high_tech no; qualification.innovative_sme no; qualification.specialised none; qualification.tech_sme no
高企和科小有 其他没有 | qualification.gazelle none; qualification.high_tech yes; qualification.innovative_sme no; qualification.specialised none; qualification.tech_sme yes
`,
  credit: `
都没有，正经做生意的 | credit.abnormal no; credit.accident no; credit.dishonest no; credit.executed no; credit.penalty no; credit.prohibited no
今年三月消防罚过一次 别的没有 | credit.abnormal no; credit.accident no; credit.dishonest no; credit.executed no; credit.penalty yes; credit.prohibited no
都没有吗？ |
`,
  research: `
奖没有，标准没有，平台也没有 | rd.award none; rd.platform none; rd.standards 0
市级企业技术中心有一个 | rd.platform municipal
`,
  tax: `
A级 没零申报 | credit.tax_grade A; credit.zero_filing_months 0个月
都是B级 没零申报 | credit.government_grade B; credit.tax_grade B; credit.zero_filing_months 0个月
`,
  accounts: `
前年1500万 大前年还没公司呢 | finance.revenue_two_years_before 0万; finance.revenue_year_before 1500万
没有，我们去年才成立 | company.founded_on 2025; finance.revenue_two_years_before 0万; finance.revenue_year_before 0万
`,
  loans: `
税贷一百万 微众的 | credit.loan_balance 100万
两百万一家 一年期的 利率四个点 | credit.loan_balance 200万
`,
  need: `
500 一年 周转 | ? need.amount unit-missing; need.purpose working-capital; need.term 12个月
三百万 不 四百万吧 | need.amount 400万
`,
  trade: `
有 去年六十万 数据可以看 | trade.customs_data yes; trade.export_value 60万; trade.exporter yes
出口1200万 不授权 | trade.customs_data no; trade.export_value 1200万; trade.exporter yes
`,
}

describe.each(Object.entries(REPLIES))('asked for %s', (request, table) => {
  test.each(rows(table))('%s', (text, meant) => expect(heard(text, askedIn(request))).toEqual(gold(meant)))
})
