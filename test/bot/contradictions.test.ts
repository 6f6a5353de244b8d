// Every rule of bot/contradictions.yaml: answers that break it, and answers close by that do not. A new rule needs its row.
import { describe, expect, test } from 'vitest'
import type { FactValue } from '#engine'
import { type Dossier, NO_ANSWERS, read, record } from '#engine'
import { loadData } from '../../adapters/files/load.ts'
import { brokenBy } from '../../bot/contradictions.ts'
import { day } from '../support/rulebook.ts'

const { knowledge, rulebook } = loadData()
const TODAY = day('2026-03-10')
const WAN = 1_000_000

type Told = Readonly<Record<string, FactValue>>
const CASES: Readonly<Record<string, readonly [broken: Told, fine: Told]>> = {
  'revenue-before-founding': [
    { 'company.founded_on': day('2025-06-01'), 'finance.revenue_year_before': 100 * WAN },
    { 'company.founded_on': day('2024-06-01'), 'finance.revenue_year_before': 100 * WAN },
  ],
  'revenue-long-before-founding': [
    { 'company.founded_on': day('2024-06-01'), 'finance.revenue_two_years_before': 100 * WAN },
    { 'company.founded_on': day('2023-06-01'), 'finance.revenue_two_years_before': 100 * WAN },
  ],
  'title-in-the-first-year': [
    { 'company.founded_on': day('2025-06-01'), 'qualification.high_tech': true },
    { 'company.founded_on': day('2024-06-01'), 'qualification.high_tech': true },
  ],
  'first-borrower-with-a-loan': [
    { 'credit.first_loan': true, 'credit.loan_balance': 50 * WAN },
    { 'credit.first_loan': true, 'credit.loan_balance': 0 },
  ],
  'lenders-without-a-loan': [
    { 'credit.lenders': 0, 'credit.loan_balance': 50 * WAN },
    { 'credit.lenders': 1, 'credit.loan_balance': 50 * WAN },
  ],
  'exports-without-exporting': [
    { 'trade.exporter': false, 'trade.export_value': 10 * WAN },
    { 'trade.exporter': true, 'trade.export_value': 10 * WAN },
  ],
  'profit-above-revenue': [
    { 'finance.net_profit': 900 * WAN, 'finance.revenue_last_year': 800 * WAN },
    { 'finance.net_profit': { low: 700 * WAN, high: 900 * WAN }, 'finance.revenue_last_year': 800 * WAN },
  ],
  'loan-above-liabilities': [
    { 'credit.loan_balance': 900 * WAN, 'finance.liabilities': 800 * WAN },
    { 'credit.loan_balance': 800 * WAN, 'finance.liabilities': 800 * WAN },
  ],
  'net-above-total-assets': [
    { 'finance.net_assets': 900 * WAN, 'finance.total_assets': 800 * WAN },
    { 'finance.net_assets': 800 * WAN, 'finance.total_assets': 800 * WAN },
  ],
  'inventions-above-patents': [
    { 'ip.invention': 9, 'ip.patents_total': 8 },
    { 'ip.invention': 8, 'ip.patents_total': 8 },
  ],
  'doctors-above-postgraduates': [
    { 'people.doctors': 5, 'people.postgraduate': 3 },
    { 'people.doctors': 3, 'people.postgraduate': 3 },
  ],
}

function readingOf(told: Told) {
  let dossier: Dossier = NO_ANSWERS
  for (const [fact, value] of Object.entries(told)) {
    if (!rulebook.facts.has(fact)) throw new Error(`no fact is called ${fact}`)
    dossier = record(dossier, fact, { value, source: 'stated', at: '2026-03-10T01:00:00.000Z' })
  }
  return read(rulebook, dossier, TODAY)
}

describe('contradictions', () => {
  test('each rule has its row here', () => {
    expect(Object.keys(CASES).sort()).toEqual(knowledge.contradictions.map(rule => rule.id).sort())
  })

  test.each(Object.entries(CASES))('%s', (id, [broken, fine]) => {
    const empty = readingOf({})
    expect(brokenBy(knowledge.contradictions, empty, readingOf(broken))?.id).toBe(id)
    expect(brokenBy(knowledge.contradictions, empty, readingOf(fine))).toBeUndefined()
    // what the owner has confirmed is not brought up again
    expect(brokenBy(knowledge.contradictions, readingOf(broken), readingOf(broken))).toBeUndefined()
  })

  test.each(knowledge.contradictions)('$id shows answers that its condition looks at', ({ between, when }) => {
    expect(JSON.stringify(when)).toContain(between.find(id => id !== 'company.founded_on') ?? '')
  })
})
