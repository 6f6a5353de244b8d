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

/** From so many equal refusals on, and from one in so many decisions on, a rule is worth a look. Ours (示意). */
const REFUSED_MIN = 5
const ONE_IN = 3
/** Says nothing about the rule. */
const NOT_THE_RULE = new Set(['unreachable', 'papers-missing'])

/** Products with a reason that repeats, most often first. */
export function questionableRules(leads: readonly DecidedLead[]): readonly Questionable[] {
  const decided = new Map<string, number>()
  const refused = new Map<string, Questionable>()
  for (const { products, refusal } of leads)
    for (const product of products) {
      decided.set(product, (decided.get(product) ?? 0) + 1)
      if (refusal === undefined || NOT_THE_RULE.has(refusal)) continue
      const key = `${product} ${refusal}`
      refused.set(key, { product, refusal, decided: 0, refused: (refused.get(key)?.refused ?? 0) + 1 })
    }
  return [...refused.values()]
    .map(one => ({ ...one, decided: decided.get(one.product) ?? 0 }))
    .filter(one => one.refused >= REFUSED_MIN && one.refused * ONE_IN >= one.decided)
    .toSorted((a, b) => b.refused - a.refused)
}
