// How companies usually answer, as data (matching/likelihood.yaml): it only guesses which question decides most and how many
// are left, and never decides anything itself.
import { z } from 'zod'
import {
  collect,
  type DataProblem,
  type FactId,
  type FactType,
  isNumeric,
  PPM_PER_ONE,
  parseQuantity,
  type Rulebook,
  readShape,
  sourceSchema,
} from '#engine'

const SKEW_MAX = 10
const EFFORT_MAX = 10
const likelihoodSchema = z.strictObject({
  source: sourceSchema,
  /** how often a yes-or-no question is answered yes */
  yes: z.string(),
  /** how strongly small outnumbers large between the typical bounds of a quantity */
  skew: z.number().min(1).max(SKEW_MAX),
  facts: z.record(z.string(), z.string()).default({}),
  /** how often a quantity is simply none */
  none: z.record(z.string(), z.string()).default({}),
  /** odd or uneasy questions cost so many times the effort of a usual one, and so come later */
  effort: z.record(z.string(), z.number().min(1).max(EFFORT_MAX)).default({}),
  /** chapters of the vocabulary whose facts an owner tells in one breath */
  together: z.array(z.array(z.string()).min(1)).default([]),
})

/** Shares between 0 and 1; they are guesses, so they need not be exact. */
export interface Likelihood {
  readonly yes: number
  readonly skew: number
  readonly facts: ReadonlyMap<FactId, number>
  readonly none: ReadonlyMap<FactId, number>
  /** how much more than usual it costs an owner to answer; 1 where nothing is written */
  readonly effort: ReadonlyMap<FactId, number>
  /** chapters whose facts may share a request */
  readonly together: readonly (readonly string[])[]
}

/** The chapter of a fact, as its id names it: people of people.total. */
export const chapterOf = (fact: FactId): string => fact.split('.', 1)[0] ?? ''

/** Without a file everything is as likely as not. */
export const EVEN: Likelihood = {
  yes: 0.5,
  skew: 1,
  facts: new Map(),
  none: new Map(),
  effort: new Map(),
  together: [],
}

/** Reads matching/likelihood.yaml; faults are added to `problems`. */
export function parseLikelihood(file: string, raw: unknown, rulebook: Rulebook, problems: DataProblem[]): Likelihood {
  const report = collect(file, problems)
  const written = readShape(likelihoodSchema, raw, report)
  if (!written) return EVEN
  const share = (text: string, path: readonly string[]): number => {
    const ppm = parseQuantity(text, 'percent')
    if (ppm !== undefined && ppm > 0 && ppm < PPM_PER_ONE) return ppm / PPM_PER_ONE
    report('shape', path, `${text} is no share between 0 % and 100 %`)
    return EVEN.yes
  }
  const shares = (key: 'facts' | 'none', fits: (type: FactType) => boolean): Map<FactId, number> => {
    const found = new Map<FactId, number>()
    for (const [id, text] of Object.entries(written[key])) {
      const fact = rulebook.facts.get(id)
      if (!fact || !fits(fact.type)) report('unknown-fact', [key, id], `no such fact is called ${id}`)
      found.set(id, share(text, [key, id]))
    }
    return found
  }
  const efforts = (): Map<FactId, number> => {
    for (const id of Object.keys(written.effort))
      if (!rulebook.facts.has(id)) report('unknown-fact', ['effort', id], `no fact is called ${id}`)
    return new Map(Object.entries(written.effort))
  }
  const circles = (): Likelihood['together'] => {
    const chapters = new Set([...rulebook.facts.keys()].map(chapterOf))
    for (const [index, circle] of written.together.entries())
      for (const name of circle)
        if (!chapters.has(name)) report('unknown-fact', ['together', index], `no chapter of facts is called ${name}`)
    return written.together
  }
  return {
    yes: share(written.yes, ['yes']),
    skew: written.skew,
    facts: shares('facts', type => type === 'flag'),
    none: shares('none', isNumeric),
    effort: efforts(),
    together: circles(),
  }
}
