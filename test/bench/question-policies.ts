// Ways to choose the next question: ours, a fixed questionnaire, and counting how often a fact is missing, as publicodes
// does. The others are stopped by the same proof and ask only what is still missing somewhere.
import { type FactId, judge, type Reading } from '#engine'
import { match, outlookOf } from '#matching'
import type { Policy, Setting } from './question-walk.ts'

/** Our own: the request that decides most for its effort, until the proof. */
export function ours({ catalogue, models, opening }: Setting, alone = false): Policy {
  return (reading, { skipped }) => {
    const options = { skipped, models: models(reading), opening: alone ? [] : opening, alone }
    const { question } = outlookOf(catalogue, reading, options)
    return question?.decides ? question.facts : []
  }
}

/** How many undecided products and ratings miss each fact. */
function missing({ catalogue, models }: Setting, reading: Reading): Map<FactId, number> {
  const counts = new Map<FactId, number>()
  const count = (facts: readonly FactId[]) => {
    for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  }
  for (const { product, asks } of match(catalogue, reading).open) {
    if (asks) continue
    const needs = product.serves ? judge(product.serves, reading).lacks : []
    count([...new Set([...judge(product.eligible, reading).lacks, ...needs])])
  }
  for (const id of models(reading)) count(reading.rating(id)?.lacks ?? [])
  const { need } = catalogue
  count([...need.always, need.term].filter(fact => !Object.hasOwn(reading.dossier, fact)))
  return counts
}

const place = (reading: Reading, fact: FactId): number => reading.rulebook.facts.get(fact)?.place ?? 0

/** Facts that are still missing and were not declined, in the order of the vocabulary. */
function inOrder(setting: Setting, reading: Reading, skipped: readonly FactId[]): [FactId, number][] {
  const left = [...missing(setting, reading)].filter(([fact]) => !skipped.includes(fact))
  return left.sort(([a], [b]) => place(reading, a) - place(reading, b))
}

/** What everybody is asked comes first in every way. */
function opened({ catalogue }: Setting, reading: Reading): FactId | undefined {
  return catalogue.need.always.find(fact => !Object.hasOwn(reading.dossier, fact))
}

/** A questionnaire in the order of the vocabulary, leaving out what can change nothing. */
export function fixedOrder(setting: Setting): Policy {
  return (reading, { skipped }) => {
    const first = opened(setting, reading) ?? inOrder(setting, reading, skipped)[0]?.[0]
    return first === undefined ? [] : [first]
  }
}

/** The fact that is missing most often, one after the other. */
export function mostMissing(setting: Setting): Policy {
  return (reading, { skipped }) => {
    const left = inOrder(setting, reading, skipped)
    const first = opened(setting, reading) ?? left.sort(([, a], [, b]) => b - a)[0]?.[0]
    return first === undefined ? [] : [first]
  }
}

/** Any of them, with everything that belongs to the same natural request asked in the same breath. */
export function inBundles(setting: Setting, policy: Policy): Policy {
  return (reading, talk) => {
    const [first] = policy(reading, talk)
    const key = first === undefined ? undefined : reading.rulebook.facts.get(first)?.request
    if (first === undefined || key === undefined) return first === undefined ? [] : [first]
    const left = [...missing(setting, reading).keys()]
    const together = left.filter(
      fact => !talk.skipped.includes(fact) && reading.rulebook.facts.get(fact)?.request === key,
    )
    return [...new Set([first, ...together])]
  }
}
