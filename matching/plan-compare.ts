// Which plans are worth showing: none that another beats in everything, and of the rest the cheapest, the fastest and the
// largest. Two figures are compared only where both are published.

import type { AmountRange } from './amount.ts'
import type { Plan } from './plan.ts'
import { isSaving, type PlanCost } from './plan-cost.ts'
import type { Exposure, PlanTime } from './plan-terms.ts'
import type { Product } from './product.ts'
import { roleOf } from './stacking.ts'

export const PLANS_MAX = 3

/**
 * fitting: first in the order of offers · surest: the bank bears least, so it is the easiest to grant · alternative: the
 * next that is truly different
 */
export type PlanLabel = 'cheapest' | 'fastest' | 'largest' | 'fitting' | 'surest' | 'alternative'

/** What is gained (+) or lost (−) against the first plan; absent where one of the two is not published. */
export interface TradeOff {
  readonly against: Plan
  /** parts per million a year more, in the best case */
  readonly ppm?: number | undefined
  readonly days?: number | undefined
  /** fen */
  readonly amount?: number | undefined
  /** parts per million of a loss that the bank bears more */
  readonly exposure: number
}

export interface ChosenPlan {
  readonly plan: Plan
  readonly labels: readonly PlanLabel[]
  readonly tradeOff?: TradeOff | undefined
}

/** What plans are compared by. */
export interface Weighed {
  readonly main: Product
  readonly others: readonly Product[]
  readonly amount?: AmountRange | undefined
  readonly cost: PlanCost
  readonly exposure: Exposure
  readonly time: PlanTime
}

const open = Number.POSITIVE_INFINITY

/** Is everything unknown that costs, or that saves, also unknown to the other? */
function unknownToo(mine: PlanCost, other: PlanCost, saving: boolean): boolean {
  return mine.unknown.every(
    one =>
      isSaving(one) !== saving ||
      other.unknown.some(({ code, product }) => code === one.code && product.id === one.product.id),
  )
}

/** Surely no dearer: nothing more unknown that costs, nothing less unknown that saves, and no higher published figure. */
export function costsNoMore(a: PlanCost, b: PlanCost): boolean {
  return (
    a.ppm.best <= b.ppm.best &&
    (a.ppm.worst ?? open) <= (b.ppm.worst ?? open) &&
    unknownToo(a, b, false) &&
    unknownToo(b, a, true)
  )
}

function noSlower(a: PlanTime, b: PlanTime): boolean {
  return a.days <= b.days && a.unknown.every(product => b.unknown.includes(product))
}

function noSmaller(a: Weighed, b: Weighed): boolean {
  if (a.amount?.high === undefined || b.amount?.high === undefined)
    return a.main === b.main && a.amount?.high === b.amount?.high
  return a.amount.high >= b.amount.high
}

const asGood = (a: Weighed, b: Weighed): boolean =>
  a.exposure.ppm <= b.exposure.ppm && noSmaller(a, b) && noSlower(a.time, b.time) && costsNoMore(a.cost, b.cost)

/** At least as good in everything, and better in something. */
export const beats = (a: Weighed, b: Weighed): boolean => asGood(a, b) && !asGood(b, a)

/** The plans that no other beats; of equals the first stays. */
export function undominated<T extends Weighed>(plans: readonly T[]): readonly T[] {
  const kept: T[] = []
  for (const plan of plans) {
    if (kept.some(other => asGood(other, plan))) continue
    const left = kept.filter(other => !beats(plan, other))
    kept.splice(0, kept.length, ...left, plan)
  }
  return kept
}

type Key = (plan: Plan) => number
const complete = ({ cost }: Plan): boolean => cost.complete
const timed = ({ time }: Plan): boolean => time.unknown.length === 0
const sized = ({ amount }: Plan): boolean => amount?.high !== undefined
const shared = ({ exposure }: Plan): boolean => exposure.by !== undefined

/** A published cost before an unpublished one, then the lower. */
const cheap: Key[] = [plan => (complete(plan) ? 0 : 1), plan => plan.cost.ppm.best, plan => plan.cost.ppm.worst ?? open]
const quick: Key[] = [plan => (timed(plan) ? 0 : 1), plan => plan.time.days]
const large: Key = plan => -(plan.amount?.high ?? 0)
const sure: Key = plan => plan.exposure.ppm

/** The first by several keys, smaller better; the order of the plans settles the rest. */
function first(plans: readonly Plan[], keys: readonly Key[]): Plan | undefined {
  let best: Plan | undefined
  for (const plan of plans) {
    const key = best && keys.find(one => one(plan) !== one(best as Plan))
    if (!best || (key && key(plan) < key(best))) best = plan
  }
  return best
}

/** Another main product, or another way to carry its risk: more than a detail. */
export function trulyDifferent(a: Plan, b: Plan): boolean {
  const guarantees = (plan: Plan) => plan.others.filter(one => roleOf(one) === 'guarantee').map(one => one.id)
  return a.main !== b.main || guarantees(a).join() !== guarantees(b).join()
}

/** The best plan for each label. */
export type Picks = readonly (readonly [PlanLabel, Plan | undefined])[]

/** The best plan for each label, of plans that no other beats. */
export function picksOf(worth: readonly Plan[]): Picks {
  return [
    ['cheapest', first(worth.filter(complete), [...cheap, ...quick, large, sure])],
    ['fastest', first(worth.filter(timed), [...quick, ...cheap, large, sure])],
    ['largest', first(worth.filter(sized), [large, ...cheap, ...quick, sure])],
    ['fitting', worth[0]],
    ['surest', first(worth.filter(shared), [sure, ...cheap, ...quick, large])],
  ]
}

/** Two or three plans that differ in what matters, with the trade-off of each against the first. */
export function choosePlans(plans: readonly Plan[]): readonly ChosenPlan[] {
  const worth = undominated(plans)
  const picks = picksOf(worth)
  const chosen: { plan: Plan; labels: PlanLabel[] }[] = []
  for (const [label, plan] of picks) {
    if (!plan) continue
    const known = chosen.find(one => one.plan === plan)
    if (known) known.labels.push(label)
    else if (chosen.length < PLANS_MAX && chosen.every(one => trulyDifferent(one.plan, plan)))
      chosen.push({ plan, labels: [label] })
  }
  const next = worth.find(plan => chosen.every(one => trulyDifferent(one.plan, plan)))
  if (chosen.length === 1 && next) chosen.push({ plan: next, labels: ['alternative'] })
  const [head] = chosen
  return chosen.map(one => ({ ...one, tradeOff: head && head !== one ? tradeOff(one.plan, head.plan) : undefined }))
}

function tradeOff(plan: Plan, against: Plan): TradeOff {
  const both = (ok: (one: Plan) => boolean, difference: number) => (ok(plan) && ok(against) ? difference : undefined)
  return {
    against,
    ppm: both(complete, plan.cost.ppm.best - against.cost.ppm.best),
    days: both(timed, plan.time.days - against.time.days),
    amount: both(sized, (plan.amount?.high ?? 0) - (against.amount?.high ?? 0)),
    exposure: plan.exposure.ppm - against.exposure.ppm,
  }
}
