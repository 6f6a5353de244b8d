// Makes the basis of a lead: what the company was rated on and what was published on the day it applied.
import { judge, ratingRecord } from '#engine'
import { ratingsFor } from '../ratings.ts'
import { termsOf } from '../terms.ts'
import type { Turn } from '../turn-state.ts'
import type { Basis } from './basis-record.ts'

/** The basis of a lead for these products, as the case stands in this turn. */
export function basisOf(turn: Turn, products: readonly string[]): Basis {
  const { knowledge, today, reading } = turn
  const { rulebook, catalogue } = knowledge
  // names and numbers of people decide no rating and stay where they are
  const answers = Object.fromEntries(
    Object.entries(reading.dossier).filter(([fact]) => rulebook.facts.get(fact)?.personal !== true),
  )
  return {
    day: today,
    answers,
    ratings: ratingsFor(knowledge, reading).map(ratingRecord),
    products: products.flatMap(id => {
      const product = catalogue.products.get(id)
      return product ? [{ product: id, terms: termsOf(product), fits: judge(product.eligible, reading).is }] : []
    }),
  }
}
