// Whole plans: a loan with the guarantee, subsidies, insurance and equity that may stand beside it, its yearly cost, time to
// money, the bank's remaining risk, one list of papers and the steps in order. Everything is counted, nothing is promised.
import { type FactId, isNumeric, type Reading, toNumber } from '#engine'
import { amountOf } from './amount.ts'
import type { Catalogue } from './catalogue.ts'
import { documentsOf, type PlanDocument, type PlanStep, stepsInOrder } from './documents.ts'

import { type Need, needOf } from './need.ts'
import { type ChosenPlan, choosePlans, undominated, type Weighed } from './plan-compare.ts'
import { costOfPlan } from './plan-cost.ts'
import { exposureOf, timeOf } from './plan-terms.ts'
import { type Offer, type Possible, possible, type Suited } from './possible.ts'
import type { Product } from './product.ts'
import { byRank } from './rank.ts'
import { beyondCure, effectsOf, roleOf, selects, stackingFaults } from './stacking.ts'

const MONTHS_PER_YEAR = 12
/** More main products than anybody compares; they come in the order of offers. */
export const MAINS_MAX = 40
/** More attachments than may stand in one plan; beyond these only the first of each role are tried. */
export const ATTACHMENTS_MAX = 14

/** What a set of products comes to: enough to compare it with others. */
interface Draft extends Weighed {
  readonly all: readonly Candidate[]
  readonly termMonths?: number | undefined
}

/** `others` are guarantee, subsidies, insurance, equity and modifiers. */
export interface Plan extends Weighed {
  /** the ids of its products, joined: two plans with the same key are the same plan */
  readonly key: string
  /** what the plan leaves of the need, in fen; absent when one of the two is not known */
  readonly uncovered?: number | undefined
  readonly termMonths?: number | undefined
  readonly documents: readonly PlanDocument[]
  readonly steps: readonly PlanStep[]
  /** nothing in it hangs on a missing answer */
  readonly certain: boolean
  readonly lacks: readonly FactId[]
}

export interface Plans {
  readonly plans: readonly ChosenPlan[]
  /** offers for needs beyond credit and help that no plan contains: services, grants, equity, leases */
  readonly alongside: readonly Offer[]
}

/** An offer, or with `lacks` what may become one. */
type Candidate = Suited & { readonly lacks?: readonly FactId[] }
const DEBTS = new Set(['loan', 'lease', 'bond'])
const FREE = new Set(['modifier', 'subsidy', 'fund'])

/** Worth a place in a plan: it moves cost, risk or amount, or a rule of stacking speaks about it. */
function attaches({ stacking }: Catalogue, product: Product): boolean {
  const role = roleOf(product)
  if (role === 'subsidy')
    return effectsOf(product).length > 0 || stacking.rules.some(rule => 'needs' in rule && selects(rule.of, product))
  return role === 'guarantee' || role === 'modifier' || role === 'insurance'
}

/** May it stand in a plan at all, as its main product or beside one? */
export const standing = (catalogue: Catalogue, product: Product): boolean =>
  DEBTS.has(roleOf(product)) || roleOf(product) === 'fund' || attaches(catalogue, product)

/** Wanted for its own sake: the owner surely asked for this kind of help. */
function wanted({ product, lacks = [] }: Candidate): boolean {
  const role = roleOf(product)
  return product.serves !== undefined && lacks.length === 0 && (role === 'insurance' || role === 'fund')
}

/** Two places that share no ground: products for them never stand in one plan. */
function apart(a: Product, b: Product): boolean {
  if (a.regions.length === 0 || b.regions.length === 0) return false
  const stem = (code: string) => code.replace(/(00)+$/, '')
  return !a.regions.some(x => b.regions.some(y => stem(x).startsWith(stem(y)) || stem(y).startsWith(stem(x))))
}

/** Every set of attachments that may stand beside a main product; too many and excluded ones are cut off early. */
function combinations(main: Candidate, candidates: readonly Candidate[], { stacking }: Catalogue): Candidate[][] {
  const near = candidates.filter(one => !apart(main.product, one.product)).slice(0, ATTACHMENTS_MAX)
  const asked = new Set(near.filter(wanted).map(one => roleOf(one.product)))
  const found: Candidate[][] = []
  const grow = (index: number, chosen: readonly Candidate[]): void => {
    const products = [main, ...chosen].map(one => one.product)
    if (beyondCure(products, stacking)) return
    const next = near[index]
    if (next) {
      const take = () => {
        if (!chosen.some(one => apart(one.product, next.product))) grow(index + 1, [...chosen, next])
      }
      const skip = () => grow(index + 1, chosen)
      // of two plans that are equally good the first is kept: with what costs nothing, without what nobody needs
      const ways = FREE.has(roleOf(next.product)) ? [take, skip] : [skip, take]
      for (const way of ways) way()
      return
    }
    const has = new Set(products.map(roleOf))
    if (![...asked].every(role => has.has(role))) return
    if (stackingFaults(products, stacking).length === 0) found.push([...chosen])
  }
  grow(0, [])
  return found
}

/** The months the loan runs: what is wanted, within what is granted. */
function termOf({ need }: Catalogue, main: Product, others: readonly Product[], reading: Reading): number | undefined {
  const fact = reading.rulebook.facts.get(need.term)
  const own =
    fact && isNumeric(fact.type) && Object.hasOwn(reading.dossier, fact.id) ? reading.value(fact.id) : undefined
  const asked = own?.is === 'range' ? toNumber(own.high) : undefined
  const extra = others.reduce((sum, product) => sum + (product.modifies?.extraTerm ?? 0), 0)
  const granted = main.term && main.term.max + extra
  return asked === undefined || granted === undefined ? (asked ?? granted) : Math.min(asked, granted)
}

interface Setting {
  readonly catalogue: Catalogue
  readonly reading: Reading
  readonly need: Need
}

/** Works a set of products out as far as it is compared. */
function draft(main: Candidate, chosen: readonly Candidate[], { catalogue, reading, need }: Setting): Draft {
  const others = chosen.map(one => one.product)
  const modifiers = others.filter(product => product.modifies)
  const amount = amountOf(main.product, reading, need, modifiers)
  const principal = amount?.high ?? need?.high
  const termMonths = termOf(catalogue, main.product, others, reading)
  return {
    all: [main, ...chosen],
    main: main.product,
    others,
    amount,
    termMonths,
    cost: costOfPlan({ main: main.product, others, principal, termMonths: termMonths ?? MONTHS_PER_YEAR }),
    exposure: exposureOf([main.product, ...others], principal),
    time: timeOf(main.product, others, catalogue.stacking),
  }
}

function finish({ all, ...plan }: Draft, { catalogue, need }: Setting): Plan {
  const products = all.map(one => one.product)
  const { amount } = plan
  const lacks = [...new Set(all.flatMap(one => one.lacks ?? []))]
  return {
    ...plan,
    key: products.map(product => product.id).join(' + '),
    uncovered: need && amount?.high !== undefined ? Math.max(0, need.high - amount.high) : undefined,
    documents: documentsOf(products, catalogue.documents),
    steps: stepsInOrder(plan.main, plan.others),
    certain: all.every(one => one.lacks === undefined),
    lacks,
  }
}

export interface PlanOptions {
  /** products that lack up to so many answers count as well: the probable plan; default none */
  readonly lacking?: number
  /** only plans around this main product */
  readonly main?: Product
}

function candidatesOf({ offers, open }: Possible, { lacking = 0 }: PlanOptions, need: Need): readonly Candidate[] {
  const near = open.filter(one => !one.asks && one.lacks.length <= lacking)
  // in the order of offers, as if they were some
  return near.length === 0 ? offers : [...offers, ...near].sort(byRank(need))
}

/** Every plan the stacking rules allow that no other beats, in the order of offers. */
export function allPlans(
  catalogue: Catalogue,
  reading: Reading,
  found: Possible = possible(catalogue, reading),
  options: PlanOptions = {},
): readonly Plan[] {
  const need = needOf(catalogue.need, reading)
  const candidates = candidatesOf(found, options, need)
  const debts = candidates.filter(one => DEBTS.has(roleOf(one.product)))
  const funds = candidates.filter(one => roleOf(one.product) === 'fund')
  const mains = (debts.length > 0 ? debts : funds).slice(0, MAINS_MAX)
  const setting = { catalogue, reading, need }
  const around = mains.filter(({ product }) => options.main === undefined || product === options.main)
  const plans = around.flatMap(main => {
    const rest = candidates.filter(one => one !== main && (wanted(one) || attaches(catalogue, one.product)))
    return undominated(combinations(main, rest, catalogue).map(chosen => draft(main, chosen, setting)))
  })
  return undominated(plans).map(plan => finish(plan, setting))
}

/** Two or three truly different plans, and what helps beside them. */
export function plansOf(
  catalogue: Catalogue,
  reading: Reading,
  found: Possible = possible(catalogue, reading),
  options: PlanOptions = {},
): Plans {
  const plans = choosePlans(allPlans(catalogue, reading, found, options))
  const inPlans = new Set(plans.flatMap(({ plan }) => [plan.main, ...plan.others]))
  const alongside = found.offers.filter(
    ({ product }) => !inPlans.has(product) && (product.serves !== undefined || !CREDIT.has(roleOf(product))),
  )
  return { plans, alongside }
}

const CREDIT = new Set(['loan', 'guarantee', 'modifier'])
