// A reading with one answer more is the reading of all answers: every value and every rating, whatever was worked out before.
import { expect, test } from 'vitest'
import { type Reading, read, readAlso } from '#engine'
import { firms } from '../support/firms.ts'
import { rulebook, TODAY } from '../support/rulebook.ts'

const valuesOf = (reading: Reading) => [...rulebook().facts.keys()].map(fact => [fact, reading.value(fact)])
const ratingsOf = (reading: Reading) =>
  [...rulebook().models.keys()].map(model => {
    const rating = reading.rating(model)
    // the model itself is the same object on both sides
    return (
      rating && {
        ...rating,
        model: rating.model.id,
        partials: rating.partials.map(({ low, high, lacks }) => ({ low, high, lacks })),
      }
    )
  })

test.each([0.2, 0.5, 0.8])('at %d of all answers known', known => {
  const companies = firms(rulebook(), 24, known, 71)
  const later = firms(rulebook(), 24, 1, 72)
  let asked = 0
  for (const [index, dossier] of companies.entries()) {
    const before = read(rulebook(), dossier, TODAY)
    // whatever is known there already is taken over
    ratingsOf(before)
    const open = Object.entries(later[index] ?? {}).filter(([fact]) => !Object.hasOwn(dossier, fact))
    for (const [fact, answer] of open.filter((_, place) => place % 7 === index % 7)) {
      asked++
      const whole = read(rulebook(), { ...dossier, [fact]: answer }, TODAY)
      const also = readAlso(before, fact, answer)
      expect(ratingsOf(also), fact).toEqual(ratingsOf(whole))
      expect(valuesOf(also), fact).toEqual(valuesOf(whole))
    }
  }
  expect(asked).toBeGreaterThan(50)
})
