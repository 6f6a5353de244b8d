// 资金追企业: for one product, which known companies it could be offered to beforehand, with an indicative pre-limit and a
// rank. A pre-offer is an approach, never a credit line; the bank decides.
import { type Dossier, type FactId, judge, type Rating, type Rulebook, read, settle, type Verdict } from '#engine'
import { type AmountRange, amountOf } from './amount.ts'
import { answersOn, type Standing } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Product } from './product.ts'
import { FIRMS_AT_ONCE, standingIn, surveyOf } from './survey.ts'

/** A company by any name its owner of the list uses. */
export interface Firm {
  readonly id: string
  readonly dossier: Dossier
}

export interface PreOffer {
  readonly firm: string
  /** from 1, best first */
  readonly rank: number
  readonly standing: Exclude<Standing, 'no'>
  /** what the product's published limits come to for this firm, whatever it needs */
  readonly preLimit?: AmountRange | undefined
  readonly rating?: Rating | undefined
  /** the fewest answers that could settle it */
  readonly lacks: readonly FactId[]
}
export interface Whitelist {
  readonly product: Product
  readonly offers: readonly PreOffer[]
  /** firms it cannot be offered to, with every reason */
  readonly refused: readonly { readonly firm: string; readonly verdict: Verdict }[]
}

export interface WhitelistOptions {
  /** days since 1970 */
  readonly today: number
  /** the model that ranks; the product's own when it has one */
  readonly model?: string | undefined
}

type Unranked = Omit<PreOffer, 'rank'>

/** Surely before perhaps, the better grade even in the worst case, more points surely and at best, the higher limit, fewer gaps; then by name. */
function better(a: Unranked, b: Unranked): number {
  const keys = (one: Unranked): readonly number[] => {
    const grades = one.rating?.model.grades?.list.map(grade => grade.id) ?? []
    return [
      one.standing === 'can' ? 0 : 1,
      one.rating ? grades.indexOf(one.rating.grades.at(-1) ?? '') : grades.length,
      -(one.rating?.score.low ?? 0),
      -(one.rating?.score.high ?? 0),
      -(one.preLimit?.high ?? one.preLimit?.low ?? 0),
      one.lacks.length,
    ]
  }
  const [x, y] = [keys(a), keys(b)]
  const index = x.findIndex((value, at) => value !== y[at])
  if (index >= 0) return (x[index] ?? 0) - (y[index] ?? 0)
  return a.firm < b.firm ? -1 : a.firm > b.firm ? 1 : 0
}

/** The pre-offer list of one product over many companies. */
export function whitelist(
  catalogue: Catalogue,
  rulebook: Rulebook,
  product: Product,
  firms: readonly Firm[],
  { today, model = product.amount?.byGrade?.model }: WhitelistOptions,
): Whitelist {
  const offers: Unranked[] = []
  const refused: { firm: string; verdict: Verdict }[] = []
  // the bank comes to the company, so what the company says it wants does not decide yet
  const survey = surveyOf([{ ...product, serves: undefined }])
  for (let from = 0; from < firms.length; from += FIRMS_AT_ONCE) {
    const some = firms.slice(from, from + FIRMS_AT_ONCE)
    const readings = some.map(({ dossier }) => read(rulebook, answersOn(dossier, today, catalogue.repairs), today))
    const [stand] = survey(readings)
    for (const [index, reading] of readings.entries()) {
      const firm = some[index]?.id ?? ''
      const standing = stand ? standingIn(stand, index) : 'no'
      if (standing === 'no') refused.push({ firm, verdict: judge(product.eligible, reading) })
      else
        offers.push({
          firm,
          standing,
          preLimit: amountOf(product, reading, undefined),
          rating: model === undefined ? undefined : reading.rating(model),
          lacks: settle(product.eligible, reading),
        })
    }
  }
  return { product, offers: offers.sort(better).map((one, index) => ({ ...one, rank: index + 1 })), refused }
}
