// Looking at the same company another way: with facts changed, and with verified answers only. The answers stay as they are.
import { describe, expect, test } from 'vitest'
import { type Dossier, declaredAndVerified, read, whatIf } from '#engine'
import { applicant, readingOf, rulebook, TODAY } from '../support/rulebook.ts'

const FACTS = { 去年营业收入: '1000 万元', 去年研发费用: '59 万元', 职工总数: 40, 'people.tech_staff': 12 }

describe('what if', () => {
  test('changes a copy and nothing else', () => {
    const reading = readingOf(FACTS)
    const before = JSON.stringify(reading.dossier)
    const first = reading.rating('tech-sme')?.partials[1]?.low
    const other = whatIf(reading, { 'rd.cost_last_year': 60_000_000 })
    expect(first).toBe(4_000)
    expect(other.rating('tech-sme')?.partials[1]?.low).toBe(5_000)
    expect(JSON.stringify(reading.dossier)).toBe(before)
    expect(reading.rating('tech-sme')?.partials[1]?.low).toBe(4_000)
    expect(other.today).toBe(reading.today)
  })
  test('can take an answer away, and several at once', () => {
    const reading = readingOf(FACTS)
    const other = whatIf(reading, { 'people.total': undefined, 'people.tech_staff': 0, 'ip.invention': 1 })
    expect(other.value('people.total')).toMatchObject({ is: 'range', lacks: ['people.total'] })
    expect(other.value('ip.invention')).toMatchObject({ low: 1, high: 1 })
    expect(Object.keys(reading.dossier)).toContain('people.total')
  })
})

describe('declared and verified', () => {
  const told = applicant(FACTS)
  const seen = (...facts: string[]): Dossier =>
    Object.fromEntries(
      Object.entries(told).map(([id, one]) => [
        id,
        { ...one, source: facts.includes(id) ? ('verified' as const) : one.source },
      ]),
    )
  test('the verified score rests only on what somebody else stands for', () => {
    const reading = read(rulebook(), seen('finance.revenue_last_year', 'rd.cost_last_year'), TODAY)
    const both = declaredAndVerified(reading, 'tech-sme')
    expect(both?.declared.partials.map(one => [one.low, one.high])).toEqual([
      [2_000, 2_000],
      [4_000, 5_000],
      [0, 3_000],
    ])
    expect(both?.verified.partials.map(one => [one.low, one.high])).toEqual([
      [0, 2_000],
      [4_000, 5_000],
      [0, 3_000],
    ])
  })
  test('with nothing verified the verified score is as open as can be', () => {
    const verified = declaredAndVerified(read(rulebook(), told, TODAY), 'tech-sme')?.verified
    expect(verified?.score).toEqual({ low: 0, high: 10_000 })
  })
  test('a model that is not in force has neither', () => {
    expect(declaredAndVerified(read(rulebook(), told, 0), 'tech-sme')).toBeUndefined()
  })
})
