// The reasons of a rating: few, specific, adverse first.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REASONS_MAX, read, reasonsOf } from '#engine'
import { ratingOf, rulebook, TODAY } from '../support/rulebook.ts'
import { tales } from './worlds.ts'

const ADVERSE = ['knockout', 'lost', 'open', 'earned']
const named = (facts: Record<string, unknown>, model = 'binjiang-points') =>
  reasonsOf(ratingOf(model, facts)).map(
    one =>
      `${one.kind} ${one.kind === 'knockout' ? one.knockout.id : `${one.partial.characteristic.id} ${one.points / 100}`}`,
  )

describe('reasons', () => {
  test('a knockout comes first', () => {
    expect(named({ 'credit.zero_filing_months': '3 个月' })[0]).toBe('knockout zero-filing')
  })
  test('then the most points lost, then what an answer still decides, then what earned most; each once', () => {
    const firm = {
      'people.total': 50,
      'people.tech_staff': 4,
      'finance.revenue_last_year': '1200 万元',
      'finance.cost_last_year': '1100 万元',
      'rd.cost_last_year': '60 万元',
    }
    expect(named(firm, 'tech-sme')).toEqual([
      'lost tech-staff-share 20',
      'lost rd-spending 10',
      'open intellectual-property 30',
    ])
    expect(named({ ...firm, 'ip.invention': 2 }, 'tech-sme')).toEqual([
      'lost tech-staff-share 20',
      'lost rd-spending 10',
      'earned intellectual-property 30',
    ])
  })
  test('at most four for any company, adverse first, each about something', () => {
    fc.assert(
      fc.property(tales(rulebook(), TODAY), ({ early, truth }) => {
        for (const dossier of [early, truth])
          for (const id of rulebook().models.keys()) {
            const rating = read(rulebook(), dossier, TODAY).rating(id)
            const reasons = rating ? reasonsOf(rating) : []
            expect(reasons.length).toBeLessThanOrEqual(REASONS_MAX)
            const order = reasons.map(one => ADVERSE.indexOf(one.kind))
            expect(order).toEqual([...order].sort())
            // what costs or may cost points is not praised in the same breath
            const of = (kinds: readonly string[]) =>
              reasons.flatMap(one => (one.kind !== 'knockout' && kinds.includes(one.kind) ? [one.partial] : []))
            for (const one of of(['earned'])) expect(of(['lost', 'open'])).not.toContain(one)
            for (const one of reasons) if (one.kind !== 'knockout') expect(one.points).toBeGreaterThan(0)
          }
      }),
      { numRuns: 300 },
    )
  })
})
