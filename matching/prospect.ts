// What the first plans are now and what they could still become: the proof that they are final, and otherwise the undecided
// products they hang on. Sound, not complete: it never says final too early, and may say it an answer late.
import { type FactId, type Reading, testsOf } from '#engine'
import { amountLacks } from './amount.ts'
import type { Catalogue } from './catalogue.ts'
import { needOf } from './need.ts'
import { allPlans, MAINS_MAX, type Plan, type Plans, plansOf, standing } from './plan.ts'
import { type Picks, picksOf } from './plan-compare.ts'
import { ATTACHMENTS_MAX } from './plan-sets.ts'
import { type Nearing, type Possible, possible } from './possible.ts'
import type { Product } from './product.ts'
import { byRank } from './rank.ts'
import { betters, roleOf } from './stacking.ts'

export interface Prospect {
  /** no answer can change the first plans any more: their products, their order, their figures */
  readonly settled: boolean
  /** undecided products on which the first plans hang */
  readonly hanging: ReadonlySet<Product>
  /** undecided products that may stand in some plan */
  readonly standing: ReadonlySet<Product>
  /** facts that decide no product but a figure of the plans or their order: the amount, the term, the kinds of help */
  readonly figures: readonly FactId[]
}

const DEBTS = new Set(['loan', 'lease', 'bond'])
const MAINS = new Set(['loan', 'lease', 'bond', 'fund'])

/** Once it is an offer that somebody asked for, every plan must have one of its role. */
const demanding = (product: Product): boolean =>
  product.serves !== undefined && (roleOf(product) === 'insurance' || roleOf(product) === 'fund')

const keyOf = (plan: Plan | undefined): string => plan?.key ?? ''

/** The products by which the picks of one side differ from those of the other. */
function differing(now: Picks, best: Picks): Plan[] {
  return best.flatMap(([label, plan]) => {
    const own = now.find(([other]) => other === label)?.[1]
    return plan && keyOf(own) !== keyOf(plan) ? [plan] : []
  })
}

/** Undecided products that may come into a plan at all: equity only where there may be no debt, or where it is asked for. */
function openOnes(catalogue: Catalogue, found: Possible): readonly Nearing[] {
  const hasDebt = found.offers.some(({ product }) => DEBTS.has(roleOf(product)))
  return found.open.filter(
    one =>
      !one.asks &&
      standing(catalogue, one.product) &&
      !(hasDebt && roleOf(one.product) === 'fund' && !demanding(one.product)),
  )
}

interface Sides {
  readonly catalogue: Catalogue
  readonly reading: Reading
  readonly found: Possible
  readonly open: readonly Nearing[]
}

/** More than plans are made of: what falls outside the limits could come in by an answer. */
function tooMany({ catalogue, found, open }: Sides): boolean {
  const all = [...found.offers, ...open].filter(({ product }) => standing(catalogue, product))
  const mains = all.filter(({ product }) => MAINS.has(roleOf(product)))
  return mains.length > MAINS_MAX || all.length - mains.length > ATTACHMENTS_MAX
}

/**
 * The plan that fits best is the first that nothing beats, so here a plan can win by what drops out. It stands when no
 * other main product may come before its own, and no undecided attachment makes another plan of its own main product.
 */
function fittingStands({ catalogue, reading, found, open }: Sides, fitting: Plan | undefined): boolean {
  if (!fitting) return true
  const rank = byRank(needOf(catalogue.need, reading))
  const mains = [...found.offers, ...open].filter(({ product }) => DEBTS.has(roleOf(product))).sort(rank)
  if (mains[0] && mains[0].product !== fitting.main) return false
  const of = (lacking: number) =>
    allPlans(catalogue, reading, found, { lacking, main: fitting.main })
      .map(plan => plan.key)
      .join('|')
  return of(0) === of(Number.POSITIVE_INFINITY)
}

/** Facts that change no verdict but a figure of the plans, or their order. */
function figuresOf({ catalogue, reading, found, open }: Sides): readonly FactId[] {
  const mains = [...found.offers, ...open].filter(({ product }) => MAINS.has(roleOf(product)))
  if (mains.length === 0) return []
  const { need } = catalogue
  // what was asked for by name comes first, so the kinds of help decide the order as long as something serves only some
  const byKind = [...found.offers, ...open].some(
    ({ product }) =>
      standing(catalogue, product) &&
      product.serves !== undefined &&
      testsOf(product.serves).some(test => test.facts.includes(need.kinds)),
  )
  const needs = byKind ? [need.amount, need.term, need.kinds] : [need.amount, need.term]
  const asked = needs.filter(fact => !Object.hasOwn(reading.dossier, fact))
  return [...new Set([...asked, ...mains.flatMap(({ product }) => amountLacks(product, reading))])]
}

/**
 * Compares the plans of what is certain with those of what is possible. Undecided products only add plans, and the
 * cheapest, fastest, largest and surest of more plans is either the same or one of the added: when the picks of both sides
 * are the same, they are the same for every company in between.
 */
export function prospectOf(
  catalogue: Catalogue,
  reading: Reading,
  found: Possible = possible(catalogue, reading),
): Prospect {
  const open = openOnes(catalogue, found)
  const sides = { catalogue, reading, found, open }
  const figures = figuresOf(sides)
  const all = new Set(open.map(one => one.product))
  if (open.length === 0) return { settled: figures.length === 0, hanging: all, standing: all, figures }
  // so many that nothing can be proven yet: not worth working out the plans
  if (tooMany(sides)) return { settled: false, hanging: all, standing: all, figures }
  const isOpen = (product: Product) => all.has(product)
  const sure = allPlans(catalogue, reading, found)
  const wide = allPlans(catalogue, reading, found, { lacking: Number.POSITIVE_INFINITY })
  const picks = picksOf(sure)
  const hanging = new Set(differing(picks, picksOf(wide)).flatMap(plan => [plan.main, ...plan.others].filter(isOpen)))
  const mains = [...found.offers, ...open].map(one => one.product)
  for (const product of all) if (demanding(product) || mains.some(main => betters(product, main))) hanging.add(product)
  const alone = new Set(picks.flatMap(([, plan]) => (plan ? [plan.main] : []))).size < 2
  const another = alone && wide.some(plan => [plan.main, ...plan.others].some(isOpen))
  const proven =
    hanging.size === 0 && !another && fittingStands(sides, picks.find(([label]) => label === 'fitting')?.[1])
  return {
    settled: proven && figures.length === 0,
    hanging: hanging.size > 0 || proven ? hanging : all,
    standing: all,
    figures,
  }
}

/**
 * The plans as they will probably be: what is not decided yet counts as an offer, each plan with what it still lacks. Measured
 * against showing only what is certain, it names about twice as much of the final plans after three requests. While nobody
 * has said where the company is, what is only for some place is left out: any town would be a guess.
 */
export function probablePlans(
  catalogue: Catalogue,
  reading: Reading,
  found: Possible = possible(catalogue, reading),
): Plans {
  const { place } = catalogue.need
  const all = { lacking: Number.POSITIVE_INFINITY }
  if (Object.hasOwn(reading.dossier, place)) return plansOf(catalogue, reading, found, all)
  const anywhere = found.open.filter(one => !one.lacks.includes(place))
  return plansOf(catalogue, reading, { ...found, open: anywhere }, all)
}
