// What differs between two ratings, and only that.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRatings, type Rating, ratingRecord, recompute } from '#engine'
import { ratingOf, rulebook, TODAY } from '../support/rulebook.ts'
import { modelOf, readingOfSmall, small } from './small-rulebook.ts'
import { tales } from './worlds.ts'

const words = (text: string) => ({ zh: text, en: text })

describe('before and after', () => {
  test('an answer changes its own part, its block, the score and the grade', () => {
    const facts = {
      'finance.revenue_last_year': '3000 万元',
      'finance.revenue_year_before': '2400 万元',
      'rd.cost_last_year': '240 万元',
      'people.total': 40,
      'people.tech_staff': 11,
      'ip.invention': 1,
      'ip.other_class1': 0,
      'ip.utility': 6,
      'ip.design': 0,
      'ip.software': 8,
      'credit.government_grade': 'A',
      'credit.executed': false,
      'credit.zero_filing_months': '0 个月',
      'qualification.high_tech': false,
      'qualification.specialised': 'none',
      'qualification.tech_sme': false,
    }
    const [before, after] = [facts, { ...facts, 'people.tech_staff': 12 }].map(one => ratingOf('binjiang-points', one))
    if (!before || !after) throw new Error('two ratings')
    const diff = compareRatings(before, after)
    expect(diff).toMatchObject({
      score: { before: { low: 7_100, high: 7_100 }, after: { low: 7_500, high: 7_500 } },
      grades: { before: ['B'], after: ['A'] },
      dimensions: [{ dimension: { id: 'input' }, before: { low: 2_800 }, after: { low: 3_200 } }],
      partials: [{ characteristic: { id: 'tech-staff' }, before: { low: 800 }, after: { low: 1_200 } }],
    })
    expect([diff.version, diff.stages, diff.passes, diff.knockedOut, diff.noLoan]).toEqual(Array(5).fill(undefined))
    expect(diff.evidence).toEqual([])
  })
  test('a later version may have other parts', () => {
    const part = (id: string) => ({
      id,
      title: words(id),
      dimension: 'all',
      max: 10,
      score: { of: 'c.ideas', each: 1, points: 1, max: 10 },
    })
    const version = (effectiveFrom: string, ...ids: string[]) =>
      modelOf({ effectiveFrom, characteristics: ids.map(part) })
    const book = small({ models: [version('2020-01-01', 'one', 'two'), version('2021-01-01', 'two', 'three')] })
    const { dossier } = readingOfSmall({ 'c.ideas': 4 }, book)
    const [old, now] = ['2020-01-01', '2021-01-01'].map(v => recompute(book, dossier, 'toy', v, 20_000))
    if (!old || !now) throw new Error('two ratings')
    const diff = compareRatings(old, now)
    expect(diff.version).toEqual({ before: '2020-01-01', after: '2021-01-01' })
    expect(diff.partials.map(one => [one.characteristic.id, one.before?.low, one.after?.low])).toEqual([
      ['three', undefined, 400],
      ['one', 400, undefined],
    ])
  })
  test('nothing differs from itself, and a difference is there exactly when something differs', () => {
    const book = rulebook()
    const models = [...book.models.keys()]
    const lists = ['dimensions', 'partials', 'evidence'] as const
    const different = (before: Rating, after: Rating) => {
      const { model: _, ...diff } = compareRatings(before, after)
      return Object.entries(diff).some(([key, value]) =>
        (lists as readonly string[]).includes(key) ? (value as readonly unknown[]).length > 0 : value !== undefined,
      )
    }
    const without = ({ lacks: _, knockouts: __, applies: ___, ...record }: ReturnType<typeof ratingRecord>) => record
    fc.assert(
      fc.property(tales(book, TODAY), fc.nat(), ({ early, late }, pick) => {
        const id = models[pick % models.length] ?? ''
        const [a, b] = [early, late].map(dossier =>
          recompute(book, dossier, id, book.models.get(id)?.[0]?.version ?? '', TODAY),
        )
        if (!a || !b) throw new Error(id)
        expect(different(a, a)).toBe(false)
        const same = JSON.stringify(without(ratingRecord(a))) === JSON.stringify(without(ratingRecord(b)))
        expect(different(a, b)).toBe(!same)
      }),
      { numRuns: 60 },
    )
  })
})
