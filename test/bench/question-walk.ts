// Simulated talks: a generated company answers what one policy asks until the proof rule says that grade and first plans can
// no longer change. All policies are stopped by the same proof and answered by the same companies.
import { type Dossier, type FactId, type Reading, read } from '#engine'
import { type Catalogue, isSettled, match, type Plans, plansOf, probablePlans } from '#matching'

export interface Setting {
  readonly catalogue: Catalogue
  /** the rating models that a company of this place is shown */
  readonly models: (reading: Reading) => readonly string[]
  readonly opening: readonly string[]
  readonly today: number
}

/** What has been asked of one company so far. */
export interface Talk {
  readonly dossier: Dossier
  readonly skipped: readonly FactId[]
}

/** The facts to ask together next; empty when the policy knows nothing more to ask. */
export type Policy = (reading: Reading, talk: Talk) => readonly FactId[]

export interface Walk {
  /** facts put to the company beyond those asked of everybody */
  readonly facts: number
  readonly requests: number
  /** requests until something definite could be said */
  readonly firstVerdict: number | undefined
  readonly settled: boolean
  readonly end: Talk
  /** what was told after each request, the start first; readings would keep all they worked out */
  readonly told: readonly Dossier[]
  /** what was asked, request by request */
  readonly asked: readonly (readonly FactId[])[]
}

const REQUESTS_MAX = 120

/** Something definite: a product may be applied for, or every product is refused. */
function saysSomething(catalogue: Catalogue, reading: Reading): boolean {
  const { offers, open } = match(catalogue, reading)
  return offers.length > 0 || open.every(one => one.asks)
}

export function walk(setting: Setting, truth: Dossier, rulebook: Reading['rulebook'], policy: Policy): Walk {
  let talk: Talk = { dossier: {}, skipped: [] }
  const asked: (readonly FactId[])[] = []
  const told: Dossier[] = []
  let firstVerdict: number | undefined
  for (;;) {
    const reading = read(rulebook, talk.dossier, setting.today)
    told.push(talk.dossier)
    const settled = isSettled(setting.catalogue, reading, setting.models(reading))
    if (firstVerdict === undefined && asked.length > 0 && saysSomething(setting.catalogue, reading))
      firstVerdict = asked.length
    const next = settled || asked.length >= REQUESTS_MAX ? [] : policy(reading, talk)
    if (next.length === 0) {
      const all = asked.flat().filter(fact => !setting.catalogue.need.always.includes(fact))
      return { facts: all.length, requests: asked.length, firstVerdict, settled, end: talk, told, asked }
    }
    asked.push(next)
    const answers = next.flatMap(fact => (truth[fact] ? [[fact, truth[fact]] as const] : []))
    talk = {
      dossier: { ...talk.dossier, ...Object.fromEntries(answers) },
      skipped: [...talk.skipped, ...next.filter(fact => !truth[fact])],
    }
  }
}

/** Everything that has to be final: grades, passes, and the first plans with their figures. */
export function outcomeOf({ catalogue, models }: Setting, reading: Reading): string {
  const ratings = models(reading).map(id => {
    const rating = reading.rating(id)
    return [rating?.applies.is, rating?.grades, rating?.model.pass && rating.passes.is]
  })
  const plans = plansOf(catalogue, reading).plans.map(({ plan, labels }) => [
    plan.key,
    labels,
    plan.amount?.high,
    plan.termMonths,
    plan.cost.fen,
  ])
  return JSON.stringify([ratings, plans])
}

const PLAN_WEIGHTS = [3, 2, 1]

/** How much of the final first plans is already shown, by their main products: 1 when the same three stand there. */
export function shareShown({ catalogue }: Setting, reading: Reading, final: Plans): number {
  const mains = new Set(probablePlans(catalogue, reading).plans.map(({ plan }) => plan.main))
  const weights = final.plans.map((_, place) => PLAN_WEIGHTS[place] ?? 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shown = final.plans.reduce(
    (sum, { plan }, place) => sum + (mains.has(plan.main) ? (weights[place] ?? 0) : 0),
    0,
  )
  return all === 0 ? 1 : shown / all
}
