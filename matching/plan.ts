// Whole plans: a loan with the guarantee, subsidies, insurance and equity that may stand beside it, its yearly cost, time to
// money, the bank's remaining risk, one list of papers and the steps in order. Everything is counted, nothing is promised.
import { type FactId, isNumeric, type Reading, toNumber } from '#engine'
import { amountOf } from './amount.ts'
import type { Catalogue } from './catalogue.ts'
import { documentsOf, type PlanDocument, type PlanStep, stepsInOrder } from './documents.ts'

import { type Need, needOf } from './need.ts'
import { type ChosenPlan, choosePlans, undominated, type Weighed } from './plan-compare.ts'
import { costOfPlan } from './plan-cost.ts'
import { type Candidate, combinations, wanted } from './plan-sets.ts'
import { exposureOf, timeOf } from './plan-terms.ts'
import { type Offer, type Possible, possible } from './possible.ts'
import type { Product } from './product.ts'
import { byRank } from './rank.ts'
import { effectsOf, roleOf, selects } from './stacking.ts'

const MONTHS_PER_YEAR = 12
/** More main products than anybody compares; they come in the order of offers. */
export const MAINS_MAX = 40

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

const DEBTS = new Set(['loan', 'lease', 'bond'])

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

/** The main products, and every draft around each that no other around it beats; each worked out when it is asked for. */
interface Drawing {
  readonly mains: readonly Candidate[]
  readonly around: (main: Candidate) => readonly Draft[]
  readonly all: () => readonly Plan[]
}

function drawingOf(setting: Setting, found: Possible, options: PlanOptions): Drawing {
  const { catalogue, need } = setting
  const candidates = candidatesOf(found, options, need)
  const debts = candidates.filter(one => DEBTS.has(roleOf(one.product)))
  const funds = candidates.filter(one => roleOf(one.product) === 'fund')
  const mains = (debts.length > 0 ? debts : funds).slice(0, MAINS_MAX)
  const attachments = candidates.filter(one => wanted(one) || attaches(catalogue, one.product))
  const drafts = new Map<Candidate, readonly Draft[]>()
  const around = (main: Candidate): readonly Draft[] => {
    const others = attachments.filter(one => one !== main)
    const known =
      drafts.get(main) ??
      undominated(combinations(main, others, catalogue.stacking).map(chosen => draft(main, chosen, setting)))
    drafts.set(main, known)
    return known
  }
  let plans: readonly Plan[] | undefined
  const all = () => {
    plans ??= undominated(mains.flatMap(around)).map(plan => finish(plan, setting))
    return plans
  }
  return { mains, around, all }
}

const settingOf = (catalogue: Catalogue, reading: Reading): Setting => ({
  catalogue,
  reading,
  need: needOf(catalogue.need, reading),
})
const drawn = (catalogue: Catalogue, reading: Reading, lacking: number): Drawing =>
  drawingOf(settingOf(catalogue, reading), possible(catalogue, reading), { lacking })
const drawnOfOffers = (catalogue: Catalogue, reading: Reading): Drawing => drawn(catalogue, reading, 0)
const drawnOfAll = (catalogue: Catalogue, reading: Reading): Drawing =>
  drawn(catalogue, reading, Number.POSITIVE_INFINITY)

/** The certain plans and the widest are asked for again and again on one reading, and worked out once. */
function drawing(catalogue: Catalogue, reading: Reading, found: Possible, options: PlanOptions): Drawing {
  if (found !== possible(catalogue, reading)) return drawingOf(settingOf(catalogue, reading), found, options)
  const { lacking = 0 } = options
  if (lacking === 0) return reading.once(drawnOfOffers, catalogue)
  if (lacking === Number.POSITIVE_INFINITY) return reading.once(drawnOfAll, catalogue)
  return drawn(catalogue, reading, lacking)
}

/** Every plan the stacking rules allow that no other beats, in the order of offers. */
export function allPlans(
  catalogue: Catalogue,
  reading: Reading,
  found: Possible = possible(catalogue, reading),
  options: PlanOptions = {},
): readonly Plan[] {
  const { mains, around, all } = drawing(catalogue, reading, found, options)
  const { main } = options
  if (main === undefined) return all()
  const own = mains.filter(({ product }) => product === main)
  return undominated(own.flatMap(around)).map(plan => finish(plan, settingOf(catalogue, reading)))
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
