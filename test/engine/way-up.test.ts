// The way to the next grade: what it says is tried here on its own, with answers recorded one by one, for made-up companies
// of every model and for some that were worked out by hand.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Advice, BY_CHANGEABLE, type Reading, read, record, type WayUp, wayUp } from '#engine'
import { BINJIANG_D } from '../support/binjiang.ts'
import { readingOf, rulebook, TODAY } from '../support/rulebook.ts'
import { tales } from './worlds.ts'

const book = rulebook()
const LADDERS = [...book.models.values()].flat().filter(model => model.kind !== 'classes')

/** Answers the steps one after the other and rates anew. */
function applied(reading: Reading, { steps, before }: Pick<WayUp, 'steps' | 'before'>) {
  const answers = steps.reduce(
    (all, { fact, to }) => record(all, fact.id, { value: to, source: 'stated', at: '' }),
    reading.dossier,
  )
  const rating = read(book, answers, reading.today).rating(before.model.id)
  if (!rating) throw new Error(before.model.id)
  return rating
}

function reached(way: WayUp, rating: WayUp['after']): boolean {
  if (way.target.kind === 'pass') return rating.passes.is === 'yes'
  const order = rating.model.grades?.list.map(one => one.id) ?? []
  const aim = order.indexOf(way.target.grade.id)
  return rating.grades.every(one => order.indexOf(one) <= aim)
}

describe('for any company and any model', () => {
  const runs = (check: (reading: Reading, way: WayUp) => void, advice?: Advice) =>
    fc.assert(
      fc.property(tales(book, TODAY), fc.nat(), ({ late, truth }, pick) => {
        const reading = read(book, pick % 2 === 0 ? late : truth, TODAY)
        const way = wayUp(reading, LADDERS[pick % LADDERS.length]?.id ?? '', advice)
        if (way) check(reading, way)
      }),
      { numRuns: 120 },
    )
  test('the steps that are told reach the target, and none of them is superfluous', () => {
    let ways = 0
    runs((reading, way) => {
      expect(reached(way, way.before)).toBe(false)
      if (!way.reached) return expect(way.steps).toEqual([])
      ways++
      expect(reached(way, applied(reading, way))).toBe(true)
      for (const step of way.steps) {
        const less = { ...way, steps: way.steps.filter(one => one !== step) }
        expect(reached(way, applied(reading, less)), step.fact.id).toBe(false)
      }
    })
    expect(ways).toBeGreaterThan(20)
  })
  test('nothing is advised that cannot change, and what is known is only changed within its bounds', () => {
    runs((reading, way) => {
      for (const { fact, to, told, from } of way.steps) {
        if (!told) {
          expect(fact.changeable, fact.id).not.toBe('never')
          expect(fact.type, fact.id).not.toBe('region')
        }
        expect(fact.asked, fact.id).toBe(true)
        expect(from).toEqual(reading.dossier[fact.id]?.value)
        if (typeof to === 'number' && typeof fact.max === 'number') expect(to).toBeLessThanOrEqual(fact.max)
        if (typeof to === 'number' && typeof fact.min === 'number') expect(to).toBeGreaterThanOrEqual(fact.min)
        expect(told && from !== undefined && typeof from !== 'object').toBe(false)
      }
    })
  })
  test('the answers themselves are left alone, and the points of the steps add up', () => {
    runs((reading, way) => {
      expect(applied(reading, way).score).toEqual(way.after.score)
      expect(way.steps.reduce((sum, one) => sum + one.points, 0)).toBe(way.after.score.low - way.before.score.low)
      expect(reading.rating(way.before.model.id)).toBe(way.before)
    })
  })
  test('with nothing that may be changed, only what was not told yet is left', () => {
    runs((_, way) => expect(way.steps.every(one => one.told)).toBe(true), {
      ...BY_CHANGEABLE,
      cost: () => undefined,
    })
  })
})

const shown = (way: WayUp | undefined) =>
  way && {
    to: way.target.kind === 'grade' ? way.target.grade.id : 'pass',
    gap: way.gap,
    reached: way.reached,
    steps: way.steps.map(({ fact, from, to, points }) => [fact.id, from, to, points]),
  }

describe('worked out by hand', () => {
  test('31 points, 9 are missing to C: 20 technical people make 15 points of 4', () => {
    // 12 of 40 would be 12 points, one too few; every other single change gives less or takes longer
    expect(shown(wayUp(readingOf(BINJIANG_D), 'binjiang-points'))).toEqual({
      to: 'C',
      gap: 900,
      reached: true,
      steps: [['people.tech_staff', 7, 20, 1_100]],
    })
  })
  test('a knockout must go first, whatever the points', () => {
    const out = wayUp(readingOf({ ...BINJIANG_D, 'credit.zero_filing_months': '3 个月' }), 'binjiang-points')
    expect(out?.steps.map(one => [one.fact.id, one.to])).toEqual([
      ['credit.zero_filing_months', 2],
      ['people.tech_staff', 20],
    ])
    expect(out?.steps[0]?.points).toBe(3_100)
  })
  test('what may not be changed is walked round', () => {
    const advice: Advice = {
      ...BY_CHANGEABLE,
      cost: fact => (fact.id.startsWith('people.') ? undefined : BY_CHANGEABLE.cost(fact)),
    }
    const way = wayUp(readingOf(BINJIANG_D), 'binjiang-points', advice)
    expect(way?.reached).toBe(true)
    expect(way?.steps.some(one => one.fact.id.startsWith('people.'))).toBe(false)
  })
  test('a named grade may be further up; at the top there is no way', () => {
    const far = wayUp(readingOf(BINJIANG_D), 'binjiang-points', BY_CHANGEABLE, 'A')
    expect(far).toMatchObject({ gap: 4_400, reached: true, after: { grades: ['A'] } })
    const top = readingOf({
      ...BINJIANG_D,
      'rd.cost_last_year': '900 万元',
      'people.tech_staff': 30,
      'ip.invention': 9,
      'ip.software': 40,
      'finance.revenue_year_before': '1500 万元',
    })
    expect(top.rating('binjiang-points')?.grades).toEqual(['A'])
    expect(wayUp(top, 'binjiang-points')).toBeUndefined()
    expect(wayUp(top, 'binjiang-points', BY_CHANGEABLE, 'B')).toBeUndefined()
  })
  test('a pass that hangs on one characteristic being more than nothing', () => {
    const firm = {
      'people.total': 50,
      'people.tech_staff': 4,
      'rd.cost_last_year': '60 万元',
      'finance.revenue_last_year': '1200 万元',
      'finance.cost_last_year': '1100 万元',
      'ip.invention': 1,
      'ip.other_class1': 0,
      'finance.total_assets': '500 万元',
      'credit.prohibited': false,
      'credit.accident': false,
      'credit.abnormal': false,
      'credit.dishonest': false,
      'qualification.high_tech': false,
      'rd.award': 'none',
      'rd.platform': 'none',
      'rd.standards': 0,
    }
    expect(shown(wayUp(readingOf(firm), 'tech-sme'))).toEqual({
      to: 'pass',
      gap: 0,
      reached: true,
      steps: [['people.tech_staff', 4, 5, 400]],
    })
  })
  test('a debt ratio is brought down by owing less, not by owning less', () => {
    const firm = {
      'company.region': '370100',
      'finance.liabilities': '75 万元',
      'finance.total_assets': '100 万元',
    }
    const advice: Advice = {
      ...BY_CHANGEABLE,
      cost: fact => (fact.id === 'finance.liabilities' || fact.id === 'finance.total_assets' ? 1 : 10_000),
    }
    const way = wayUp(readingOf(firm), 'shandong-enhancement', advice)
    expect(way?.steps[0]).toMatchObject({ fact: { id: 'finance.liabilities' }, to: 50_000_000 })
  })
  test('classes are no ladder, and a model that is not in force has no way', () => {
    expect(wayUp(readingOf({ 'people.total': 3 }), 'size-class')).toBeUndefined()
    expect(wayUp(readingOf({}, 0), 'tech-sme')).toBeUndefined()
  })
})
