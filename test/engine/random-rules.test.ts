// The same promises for rules nobody has written yet: whatever form a condition, scoring or model takes, more answers
// only narrow, and a negation is exactly the opposite.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answered, type Condition, type DataProblem, judge, parseCondition, type Reading, read } from '#engine'
import { collect } from '../../engine/problem.ts'
import { parseScoring } from '../../engine/scoring.ts'
import { lackFaults, readingFaults, verdictFaults } from './narrows.ts'
import { conditions, DERIVED, modelTests } from './random-conditions.ts'
import { models, scorings } from './random-models.ts'
import { modelOf, SMALL_TODAY, small } from './small-rulebook.ts'
import { pointIn, tales } from './worlds.ts'

const RUNS = { numRuns: 400 }
const book = small({ facts: DERIVED, models: [modelOf({})] })
const told = tales(book, SMALL_TODAY)
const at = (dossier: Parameters<typeof read>[1], rules = book): Reading => read(rules, dossier, SMALL_TODAY)

function must<T>(parse: (report: ReturnType<typeof collect>) => T | undefined): T {
  const problems: DataProblem[] = []
  const found = parse(collect('random', problems))
  if (found === undefined || problems.length > 0) throw new Error(problems.map(one => one.message).join('\n'))
  return found
}
const condition = (raw: unknown): Condition => must(report => parseCondition(raw, book.vocabulary, [], report))
const opposite: Record<Answered, Answered> = { yes: 'no', no: 'yes', open: 'open' }

describe('conditions', () => {
  test('a negation is the opposite, as long as everything applies', () => {
    fc.assert(
      fc.property(conditions(false, modelTests), told, (raw, { early }) => {
        const reading = at(early)
        expect(judge(condition({ not: raw }), reading).is).toBe(opposite[judge(condition(raw), reading).is])
        expect(judge(condition({ not: { not: raw } }), reading).is).toBe(judge(condition(raw), reading).is)
      }),
      RUNS,
    )
  })

  test('what does not apply meets neither a test nor its opposite, and never both', () => {
    fc.assert(
      fc.property(conditions(true, modelTests), told, (raw, { early, truth }) => {
        for (const dossier of [early, truth]) {
          const both = [raw, { not: raw }].map(one => judge(condition(one), at(dossier)).is)
          expect(both).not.toEqual(['yes', 'yes'])
        }
      }),
      RUNS,
    )
  })

  test('more answers never turn a yes into a no or back, and the whole truth leaves nothing open', () => {
    fc.assert(
      fc.property(conditions(true, modelTests), told, (raw, { early, late, truth }) => {
        const [first, second] = [early, late].map(dossier => judge(condition(raw), at(dossier)))
        const last = judge(condition(raw), at(truth))
        if (!first || !second) throw new Error('two verdicts')
        expect(verdictFaults('late', first.is, second.is)).toEqual([])
        expect(verdictFaults('truth', second.is, last.is)).toEqual([])
        for (const one of [first, second, last]) expect(one.lacks.length > 0).toBe(one.is === 'open')
      }),
      RUNS,
    )
  })
})

describe('scorings', () => {
  test('points only narrow, stay within the stated ends and are certain in the end', () => {
    fc.assert(
      fc.property(scorings, told, (raw, { early, late, truth }) => {
        const scoring = must(report => parseScoring(raw, book.vocabulary, [], report))
        const [first, second, last] = [early, late, truth].map(dossier => scoring.earn(at(dossier)))
        if (!first || !second || !last) throw new Error('three scores')
        expect(scoring.lowest).toBeLessThanOrEqual(first.low)
        expect(first.high).toBeLessThanOrEqual(scoring.highest)
        for (const [before, after] of [
          [first, second],
          [second, last],
        ] as const) {
          expect(before.low).toBeLessThanOrEqual(after.low)
          expect(after.high).toBeLessThanOrEqual(before.high)
        }
        for (const one of [first, second, last]) expect(one.lacks.length > 0).toBe(one.low !== one.high)
      }),
      RUNS,
    )
  })
})

describe('models', () => {
  test('ratings only narrow and lack something exactly while they are open', () => {
    fc.assert(
      fc.property(
        models,
        told,
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (raw, { early, late, truth }, dice) => {
          const rules = small({ facts: DERIVED, models: [raw] })
          const readings = [early, late, truth].map(dossier => at(dossier, rules))
          const [first, second, last] = readings
          if (!first || !second || !last) throw new Error('three readings')
          expect(readingFaults(first, second)).toEqual([])
          expect(readingFaults(second, last)).toEqual([])
          const plain = Object.fromEntries(Object.entries(early).filter(([id]) => !Object.hasOwn(DERIVED, id)))
          expect(readingFaults(at(plain, rules), at(pointIn(plain, dice), rules))).toEqual([])
          for (const reading of readings) {
            const rating = reading.rating('toy')
            if (!rating) throw new Error('no rating')
            expect(lackFaults(rating)).toEqual([])
          }
        },
      ),
      RUNS,
    )
  })
})
