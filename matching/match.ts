// Sorts every product into exactly one group for one company: can apply, one answer away (open), or not suitable with every
// reason. A missing answer is never silently a yes or a no.
import { type Finding, judge, type Reading, type Verdict } from '#engine'
import { inForce } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import { lookAt } from './look.ts'
import { isRefused, type Nearing, type Offer, possible } from './possible.ts'
import type { Product } from './product.ts'

/** An undecided product with what is known of it and what is missing. */
export interface Undecided extends Nearing, Offer {}
export interface Refusal {
  readonly product: Product
  readonly verdict: Verdict
  /** only the place is wrong: the product is for somewhere else */
  readonly elsewhere: boolean
  /** suitable in principle, but it serves another need */
  readonly unwanted: boolean
  /** not in force on this day */
  readonly expired: boolean
}

export interface Match {
  readonly offers: readonly Offer[]
  readonly open: readonly Undecided[]
  readonly refused: readonly Refusal[]
}

const aboutPlace = ({ test }: Finding): boolean => test.limit.op === 'within'
const EXPIRED: Verdict = { is: 'no', findings: [], lacks: [] }

function refusalOf(catalogue: Catalogue, reading: Reading, product: Product, isUnfit: boolean): Refusal {
  if (!inForce(product, reading.today))
    return { product, verdict: EXPIRED, elsewhere: false, unwanted: false, expired: true }
  const verdict = judge(isUnfit ? product.eligible : (product.serves ?? product.eligible), reading)
  return {
    product,
    verdict,
    elsewhere: isUnfit && verdict.findings.some(aboutPlace),
    unwanted: !isUnfit || otherNeed(catalogue, verdict),
    expired: false,
  }
}

/**
 * Matches one reading against the whole catalogue, with every reason. Products that are money for banks are never shown to
 * firms. A reading is matched once: neither it nor a catalogue ever changes.
 */
export const match = (catalogue: Catalogue, reading: Reading): Match => reading.once(explained, catalogue)

function explained(catalogue: Catalogue, reading: Reading): Match {
  const look = lookAt(catalogue, reading)
  const { offers, open } = possible(catalogue, reading)
  return {
    offers,
    open: open.map(one => ({ ...one, verdict: judge(one.product.eligible, reading) })),
    refused: look.products.flatMap((product, place) => {
      if (product.bankSide || !isRefused(look, place, product, reading.today)) return []
      return [refusalOf(catalogue, reading, product, look.eligible(place) === 'no')]
    }),
  }
}

/** Fails only because it serves another kind of need: nothing to repair, just not this one. */
function otherNeed(catalogue: Catalogue, verdict: Verdict): boolean {
  const { kinds, purpose } = catalogue.need
  const aboutNeed = ({ test }: Finding) =>
    test.limit.op === 'oneOf' && test.facts.length > 0 && test.facts.every(fact => fact === kinds || fact === purpose)
  return verdict.findings.length > 0 && verdict.findings.every(aboutNeed)
}
