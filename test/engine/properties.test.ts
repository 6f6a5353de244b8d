// What must hold for every company and the real rules: more answers only narrow, order never matters, unknown is not
// zero, and an answer that is about right holds every exact answer in it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, forget, NO_ANSWERS, read, record } from '#engine'
import { rulebook, TODAY } from '../support/rulebook.ts'
import { lackFaults, readingFaults } from './narrows.ts'
import { pointIn, tales } from './worlds.ts'

const RUNS = { numRuns: 300 }
const book = rulebook()
const MODELS = [...book.models.keys()]
const FACTS = [...book.facts.keys()]
/** facts that follow from no others */
const PLAIN = FACTS.filter(id => (book.derivations.get(id) ?? []).length === 0)
const reading = (dossier: Dossier) => read(book, dossier, TODAY)
const told = tales(book, TODAY)

describe('the real rules', () => {
  test('more answers never widen a range and never turn a yes into a no or back', () => {
    fc.assert(
      fc.property(told, ({ truth, early, late }) => {
        const [first, second, last] = [early, late, truth].map(reading)
        if (!first || !second || !last) throw new Error('three readings')
        expect(readingFaults(first, second, PLAIN)).toEqual([])
        expect(readingFaults(second, last, PLAIN)).toEqual([])
        expect(readingFaults(first, last)).toEqual([])
      }),
      RUNS,
    )
  })

  test('one answer more never widens', () => {
    fc.assert(
      fc.property(told, fc.nat(FACTS.length - 1), ({ truth, early }, index) => {
        const fact = FACTS[index] ?? ''
        const answer = truth[fact]
        if (!answer) return
        const without = reading(forget(early, fact))
        expect(readingFaults(without, reading(record(early, fact, answer)))).toEqual([])
      }),
      RUNS,
    )
  })

  test('the order of answers never matters', () => {
    const figures = (dossier: Dossier) =>
      MODELS.map(id => {
        const rating = reading(dossier).rating(id)
        return [rating?.score, rating?.grades, rating?.passes.is, rating?.partials.map(p => [p.low, p.high])]
      })
    fc.assert(
      fc.property(told, fc.nat(), ({ late }, turn) => {
        const entries = Object.entries(late)
        const cut = turn % Math.max(1, entries.length)
        const turned = [...entries.slice(cut), ...entries.slice(0, cut)].reverse()
        expect(figures(Object.fromEntries(turned))).toEqual(figures(late))
      }),
      RUNS,
    )
  })

  test('an answer that is about right holds the rating of every exact answer in it', () => {
    const dice = fc.array(fc.oneof(fc.nat(2), fc.nat()), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(told, dice, ({ early }, points) => {
        // any number may be picked only where no two answers say the same thing
        const plain = Object.fromEntries(Object.entries(early).filter(([id]) => PLAIN.includes(id)))
        expect(readingFaults(reading(plain), reading(pointIn(plain, points)))).toEqual([])
      }),
      RUNS,
    )
  })

  test('something open says what it lacks, something certain lacks nothing', () => {
    fc.assert(
      fc.property(told, ({ early, truth }) => {
        for (const dossier of [early, truth])
          for (const id of MODELS) {
            const rating = reading(dossier).rating(id)
            expect(rating && lackFaults(rating)).toEqual([])
          }
      }),
      RUNS,
    )
  })

  test('nothing is wanted that is never asked or already told exactly', () => {
    fc.assert(
      fc.property(told, ({ early }) => {
        for (const id of MODELS)
          for (const fact of reading(early).rating(id)?.lacks ?? []) {
            expect(book.facts.get(fact)?.asked, fact).toBe(true)
            const value = early[fact]?.value
            // an answer about right, or a place too broad, may be asked for more exactly
            expect(value === undefined || typeof value === 'object' || String(value).endsWith('00'), fact).toBe(true)
          }
      }),
      RUNS,
    )
  })
})

describe('unknown is not zero', () => {
  const nothing = reading(NO_ANSWERS)
  test('without an answer every model is open, and says what it lacks', () => {
    for (const id of MODELS) {
      const rating = nothing.rating(id)
      if (!rating) throw new Error(id)
      expect(rating.lacks.length, id).toBeGreaterThan(0)
      if (rating.partials.length > 0) expect(rating.score.low, id).toBeLessThan(rating.score.high)
      if (rating.model.pass) expect(rating.passes.is, id).toBe('open')
      if (rating.model.grades) expect(rating.grades.length, id).toBeGreaterThan(1)
    }
  })
  test.each(['tech-sme', 'binjiang-points'])('%s is open from nothing to its most', id => {
    expect(nothing.rating(id)?.score).toEqual({ low: 0, high: 10_000 })
  })
  test('an answer of nothing is another thing than no answer', () => {
    fc.assert(
      fc.property(told, fc.nat(FACTS.length - 1), ({ early }, index) => {
        const id = FACTS[index] ?? ''
        const fact = book.facts.get(id)
        if (!fact?.asked || (fact.type !== 'count' && fact.type !== 'money') || fact.min !== 0) return
        const unknown = reading(forget(early, id)).value(id)
        const zero = reading(record(early, id, { value: 0, source: 'stated', at: '' })).value(id)
        expect(zero).toMatchObject({ is: 'range', low: 0, high: 0, lacks: [] })
        // nothing told is zero only where something told says so: what the fact follows from, or what it is never above
        const follows = (book.derivations.get(id) ?? []).length > 0 || fact.notAbove !== undefined
        const readAsZero = unknown.is === 'range' && unknown.high === 0 && unknown.lacks.length === 0
        expect(readAsZero && !follows, id).toBe(false)
      }),
      RUNS,
    )
  })
})
