// How products stand with many companies at once. The catalogue's conditions are brought into one normal form and judged by
// the bit program; a test holds every standing equal to the one that a single company would be told.
import { encoderOf, holds, normalise, type Plane, planesOf, programOf, type Reading, run } from '#engine'
import { inForce, type Standing } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Product } from './product.ts'

/** One product: who can apply, and for whom an answer decides; a bit a company, in the order of the readings. */
export interface Stand {
  readonly product: Product
  readonly can: Plane
  readonly answer: Plane
}

/** Where the product stands with the company at this place. */
export const standingIn = ({ can, answer }: Omit<Stand, 'product'>, firm: number): Standing =>
  holds(can, firm) ? 'can' : holds(answer, firm) ? 'answer' : 'no'

/** Surveys any number of readings of one day. */
export type Survey = (readings: readonly Reading[]) => readonly Stand[]

/** Companies to survey at a time: as many as the bit program takes in one block, so that readings need not be kept. */
export const FIRMS_AT_ONCE = 2_048

/** Products that are shown to firms. */
export const shownOf = (catalogue: Catalogue): readonly Product[] =>
  [...catalogue.products.values()].filter(product => !product.bankSide)

/** Lays some products out for surveying. */
export function surveyOf(products: readonly Product[]): Survey {
  const form = normalise(
    products.map(({ eligible, serves }) => (serves ? { is: 'all', of: [eligible, serves] } : eligible)),
  )
  const { row } = encoderOf(form)
  const program = programOf(form)
  return readings => {
    const today = readings[0]?.today ?? 0
    const planes = planesOf(form, readings.map(row))
    const { yes, possible } = run(planes, program)
    const nobody = new Uint32Array(planes.words)
    return products.map((product, index): Stand => {
      const [sure = nobody, may = nobody] = [yes[index], possible[index]]
      if (!inForce(product, today)) return { product, can: nobody, answer: nobody }
      // where the terms are not published nobody is ever called eligible
      if (product.terms === 'ask') return { product, can: nobody, answer: may }
      return { product, can: sure, answer: may.map((word, at) => word & ~(sure[at] ?? 0)) }
    })
  }
}
