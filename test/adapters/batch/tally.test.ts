// Counting scores instead of keeping them gives the same ranks as sorting all of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAll } from '#engine'
import { startTally } from '../../../adapters/batch/tally.ts'

test('ranks equal those of a list that is held whole', () => {
  const place = fc.record({ group: fc.constantFrom('a', 'b'), score: fc.integer({ min: 0, max: 12 }) })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), places => {
      const tally = startTally()
      for (const one of places) tally.add(one)
      expect(places.map(tally.rankOf)).toEqual(rankAll(places, one => one))
    }),
  )
})

test('a score that was never added has no rank', () => {
  expect(() => startTally().rankOf({ group: 'a', score: 1 })).toThrow(/never added/)
})
