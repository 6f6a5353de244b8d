// The first look at the catalogue and the odds made from it say the same as judging every condition of every product one by
// one, and as plain recursion over the chances of its tests.
import { describe, expect, test } from 'vitest'
import { type Condition, judge, type Reading, read, settle, testsOf } from '#engine'
import { match } from '#matching'
import { chanceOf, oddsOf } from '../../matching/chance.ts'
import { lookAt } from '../../matching/look.ts'
import { firms } from '../support/firms.ts'
import { catalogue, rulebook, TODAY } from '../support/rulebook.ts'

const readings = (count: number): readonly Reading[] =>
  [0.2, 0.5, 0.8, 1].flatMap((known, index) =>
    firms(rulebook(), count, known, 40 + index).map(dossier => read(rulebook(), dossier, TODAY)),
  )

/** Written a second time: the chance of a condition from those of its tests, and of "at least n" by trying every outcome. */
function plainly(condition: Condition, of: (test: Condition) => number): number {
  if (condition.is === 'test') return of(condition)
  const each = condition.of.map(child => plainly(child, of))
  const needed = condition.is === 'at-least' ? condition.count : condition.is === 'all' ? each.length : 1
  let sum = 0
  for (let outcome = 0; outcome < 2 ** each.length; outcome++) {
    const happens = (index: number) => ((outcome >>> index) & 1) === 1
    if (each.filter((_, index) => happens(index)).length < Math.min(needed, each.length)) continue
    sum += each.reduce((share, chance, index) => share * (happens(index) ? chance : 1 - chance), 1)
  }
  return sum
}

describe('a look', () => {
  test('is what judge and settle say of every product and every limit', () => {
    const seen = new Set<string>()
    for (const reading of readings(8)) {
      const look = lookAt(catalogue(), reading)
      for (const [place, product] of look.products.entries()) {
        const verdict = judge(product.eligible, reading)
        expect(look.eligible(place), product.id).toBe(verdict.is)
        expect(look.serves(place), product.id).toBe(product.serves ? judge(product.serves, reading).is : 'yes')
        expect(look.settle(product.eligible), product.id).toEqual(settle(product.eligible, reading))
        seen.add(verdict.is)
        for (const one of testsOf(product.eligible)) {
          const [finding] = judge(one, reading).findings
          expect({ ...look.found(one), test: one }, product.id).toEqual(finding)
        }
      }
    }
    expect([...seen].sort()).toEqual(['no', 'open', 'yes'])
  })
  test('is taken once a reading, and so is the match', () => {
    const [first, second] = readings(1)
    if (!first || !second) throw new Error('two readings')
    expect(lookAt(catalogue(), first)).toBe(lookAt(catalogue(), first))
    expect(match(catalogue(), first)).toBe(match(catalogue(), first))
    expect(match(catalogue(), second)).not.toBe(match(catalogue(), first))
  })
  test('explains a line as judge does, when it is asked', () => {
    for (const reading of readings(3)) {
      const { open, refused } = match(catalogue(), reading)
      for (const { product, verdict } of open) expect(verdict, product.id).toEqual(judge(product.eligible, reading))
      for (const { product, verdict, expired } of refused) {
        const eligible = judge(product.eligible, reading)
        const own = eligible.is === 'no' || !product.serves ? eligible : judge(product.serves, reading)
        expect(verdict, product.id).toEqual(expired ? { is: 'no', findings: [], lacks: [] } : own)
      }
    }
  })
})

describe('the odds', () => {
  test('are those of plain recursion', () => {
    let open = 0
    for (const reading of readings(4)) {
      const odds = oddsOf(reading, catalogue().likelihood, lookAt(catalogue(), reading).found)
      const alone = oddsOf(reading, catalogue().likelihood)
      for (const product of catalogue().products.values()) {
        const found = chanceOf([product.eligible], odds)
        const chance = (one: Condition) => (one.is === 'test' ? alone.chance(one) : Number.NaN)
        expect(found.likely, product.id).toBeCloseTo(plainly(product.eligible, chance), 9)
        expect(found, product.id).toEqual(chanceOf([product.eligible], alone))
        if (found.gains.size > 0) open++
      }
    }
    expect(open).toBeGreaterThan(100)
  })
})
