// How far a catalogue reaches: for each product, how many of some companies can apply, for how many an answer decides, and
// how many it refuses. A product that reaches nobody is one to look at again.
import { countOf, type Rulebook, read } from '#engine'
import { answersOn } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Product } from './product.ts'
import { FIRMS_AT_ONCE, shownOf, surveyOf } from './survey.ts'
import type { Firm } from './whitelist.ts'

export interface Reach {
  readonly product: Product
  readonly can: number
  readonly answer: number
  readonly no: number
}

/** The reach of every product shown to firms on a day (days since 1970), in the order of the catalogue. */
export function reachOf(
  catalogue: Catalogue,
  rulebook: Rulebook,
  firms: readonly Firm[],
  today: number,
): readonly Reach[] {
  const products = shownOf(catalogue)
  const survey = surveyOf(products)
  const counts = products.map(() => ({ can: 0, answer: 0 }))
  for (let from = 0; from < firms.length; from += FIRMS_AT_ONCE) {
    const some = firms.slice(from, from + FIRMS_AT_ONCE)
    const stands = survey(
      some.map(({ dossier }) => read(rulebook, answersOn(dossier, today, catalogue.repairs), today)),
    )
    for (const [index, { can, answer }] of stands.entries()) {
      const count = counts[index]
      if (!count) continue
      count.can += countOf(can)
      count.answer += countOf(answer)
    }
  }
  return products.map((product, index) => {
    const { can, answer } = counts[index] ?? { can: 0, answer: 0 }
    return { product, can, answer, no: firms.length - can - answer }
  })
}
