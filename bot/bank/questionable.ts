// A rule of the catalogue becomes questionable when banks keep declining, for one reason, companies it calls fitting. It is
// shown to the officer and never changed by itself.

/** A lead that came to an end with a reason or with a credit line. */
export interface DecidedLead {
  readonly products: readonly string[]
  readonly refusal?: string | undefined
}

export interface Questionable {
  readonly product: string
  readonly refusal: string
  readonly refused: number
  /** leads for this product that were decided either way */
  readonly decided: number
}

/** When a rule is worth a look; written in bot/script.yaml. */
export interface ReviewLimits {
  /** from so many equal refusals on */
  readonly refusedMin: number
  /** and from one in so many decisions on */
  readonly refusedOneIn: number
  /** codes of refusals that say nothing about the rule */
  readonly notTheRule: readonly string[]
}

/** Products with a reason that repeats, most often first. */
export function questionableRules(
  leads: readonly DecidedLead[],
  { refusedMin, refusedOneIn, notTheRule }: ReviewLimits,
): readonly Questionable[] {
  const decided = new Map<string, number>()
  const refused = new Map<string, Questionable>()
  for (const { products, refusal } of leads)
    for (const product of products) {
      decided.set(product, (decided.get(product) ?? 0) + 1)
      if (refusal === undefined || notTheRule.includes(refusal)) continue
      const key = `${product} ${refusal}`
      refused.set(key, { product, refusal, decided: 0, refused: (refused.get(key)?.refused ?? 0) + 1 })
    }
  return [...refused.values()]
    .map(one => ({ ...one, decided: decided.get(one.product) ?? 0 }))
    .filter(one => one.refused >= refusedMin && one.refused * refusedOneIn >= one.decided)
    .toSorted((a, b) => b.refused - a.refused)
}
