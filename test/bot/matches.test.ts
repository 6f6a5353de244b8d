// What the match card says beside the products: what a step needs and opens, what time will bring, what nothing can change.
import { describe, expect, test } from 'vitest'
import { describe as describeCards, toText } from '#bot'
import { readAnswers } from '#engine'
import { loadData } from '../../adapters/files/load.ts'

const { knowledge, rulebook } = loadData()
const AT = '2026-11-22T01:00:00.000Z'

/** A nine months old software company in Guangzhou with everything in order. */
const YOUNG = {
  'company.region': '440106',
  'company.founded_on': '2026-02-10',
  'company.industry': 'software',
  'people.total': 20,
  'people.tech_staff': 8,
  'finance.revenue_last_year': '600 万元',
  'finance.tax_paid': '10 万元',
  'qualification.tech_sme': true,
  'qualification.high_tech': false,
  'qualification.specialised': 'none',
  'qualification.innovative_sme': false,
  'credit.tax_grade': 'M',
  'credit.dishonest': false,
  'credit.executed': false,
  'credit.abnormal': false,
  'credit.lawsuits': 0,
  'credit.lenders': 0,
  'credit.loan_balance': '0 万元',
  'need.amount': '100 万元',
  'need.term': '12 个月',
  'need.purpose': ['rd'],
  'need.kinds': ['loan'],
  'ip.invention': 1,
  'ip.utility': 0,
  'ip.software': 3,
  'ip.design': 0,
  'rd.cost_last_year': '80 万元',
}

function cardsOf(facts: Readonly<Record<string, unknown>>, language: 'zh' | 'en' = 'zh', known = knowledge): string[] {
  const answers = readAnswers(facts, rulebook.facts, AT, (code, path, message) => {
    throw new Error(`${code} ${path.join('.')} ${message}`)
  })
  return describeCards(known, answers, AT, language).matchCards.map(toText)
}
const shown = (facts: Readonly<Record<string, unknown>>, language: 'zh' | 'en' = 'zh') =>
  cardsOf(facts, language)[0] ?? ''

describe('the match card', () => {
  test('says on which day waiting alone is enough, and how many more that opens', () => {
    const text = shown(YOUNG)
    expect(text).toMatch(/建行善科贷 — 成立年限：您是 9 个月，要求 ≥ 1 年.*\n {4}成立年限：等到 2027-02-10 就满 1 年/)
    expect(text).toMatch(/邮储科创e贷 — .*\n {4}成立年限：等到 2029-02-10 就满 3 年；做了这一步还能解锁 \d+ 款/)
  })
  test('has a calendar of what opens and what ends, in order', () => {
    const text = shown(YOUNG)
    const calendar = text.slice(text.indexOf('【时间到了会变的】'))
    expect(calendar).toContain('· 产品截止后 1 款不能再申请，2027-01-01 起\n    设备更新、科技创新类贷款财政贴息')
    expect(calendar).toContain('· 成立年限满 1 年后 1 款可以申请，2027-02-10 起\n    建行善科贷')
    expect(calendar.indexOf('2027-01-01')).toBeLessThan(calendar.indexOf('2027-02-10'))
    expect(shown(YOUNG, 'en')).toContain('【What time will change】')
  })
  test('has no calendar when nothing will change by itself', () => {
    expect(shown({ 'company.region': '440106' })).not.toContain('【时间到了会变的】')
  })
  test('says of a product whose terms change on a day that they do, not that it is gone', () => {
    const old = knowledge.catalogue.products.get('webank/kechuang-loan')
    if (!old) throw new Error('the product is gone')
    const day = 20_819 // 2027-01-01
    const products = new Map(knowledge.catalogue.products)
    products.set(old.id, { ...old, to: day - 1 })
    products.set('webank/next', { ...old, id: 'webank/next', from: day, rate: { from: 39_000 } })
    const edition = { ...knowledge, catalogue: { ...knowledge.catalogue, products } }
    const [text = '', refusals] = cardsOf(YOUNG, 'zh', edition)
    expect(text).toContain('· 1 款换新的条款，2027-01-01 起\n    微众银行科创贷')
    expect(text).toMatch(/微众银行科创贷 — .*利率 4\.35%/)
    expect(refusals).not.toContain('微众银行科创贷')
  })
  test('says of a step who helps and how long it takes', () => {
    const text = shown({ ...YOUNG, 'credit.tax_grade': 'C', 'company.founded_on': '2015-01-01' })
    expect(text).toMatch(/中行科创贷 — 纳税信用级别：您是 C 级.*\n {4}办法：.+（主管税务局；约 1 个月）/)
  })
  test('says of what nothing can change that it cannot be changed', () => {
    const [, refusals] = cardsOf({ ...YOUNG, 'need.purpose': ['forbidden'] })
    expect(refusals).toMatch(/这一项改变不了：资金用途/)
  })
})
