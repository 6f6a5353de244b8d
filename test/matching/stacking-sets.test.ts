// The rules over sets say what they say of lists: for many lists of real products and many sets of each.
import { expect, test } from 'vitest'
import { type Product, stackingFaults } from '#matching'
import { beyondCure } from '../../matching/stacking.ts'
import { SET_MAX, stackingSets } from '../../matching/stacking-sets.ts'
import { seeded } from '../support/firms.ts'
import { catalogue } from '../support/rulebook.ts'

const LISTS = 400
const SETS = 60

/** Products that may stand in one plan, those that rules speak about more often than by chance. */
function someProducts(random: () => number): readonly Product[] {
  const all = [...catalogue().products.values()].filter(one => one.kind !== 'service' || random() < 0.2)
  return Array.from({ length: 3 + Math.floor(random() * 10) }, () => all[Math.floor(random() * all.length)]).filter(
    (one, index, list): one is Product => one !== undefined && list.indexOf(one) === index,
  )
}

test('sets of products are judged as lists of products are', () => {
  const random = seeded(81)
  const { stacking } = catalogue()
  const seen = new Map<string, number>()
  for (let list = 0; list < LISTS; list++) {
    const products = someProducts(random)
    const sets = stackingSets(products, stacking)
    for (let count = 0; count < SETS; count++) {
      const set = Math.floor(random() * 2 ** products.length)
      const chosen = products.filter((_, place) => (set >> place) & 1)
      const faults = stackingFaults(chosen, stacking)
      expect(sets.beyondCure(set), chosen.map(one => one.id).join()).toBe(beyondCure(chosen, stacking))
      expect(sets.faultless(set), chosen.map(one => one.id).join()).toBe(faults.length === 0)
      for (const { rule } of faults) seen.set(rule, (seen.get(rule) ?? 0) + 1)
    }
  }
  // every rule was broken, so none is held by accident
  expect([...seen.keys()].sort()).toEqual([...stacking.rules.map(rule => rule.id), 'modifier'].sort())
})

test('a list too long for the bits of a number is refused', () => {
  const [one] = catalogue().products.values()
  const many = Array.from({ length: SET_MAX + 1 }, () => one).filter(product => product !== undefined)
  expect(() => stackingSets(many, catalogue().stacking)).toThrow(RangeError)
})
