// Whole plans for the owner: loan, guarantee and subsidies that go together, what they cost a year as far as it is
// published, who bears the risk, how soon the money may come, one list of papers, steps in order.
import { showQuantity } from '#engine'
import {
  type ChosenPlan,
  type CostItem,
  isSaving,
  type Plan,
  type Plans,
  type Product,
  plansOf,
  possible,
  probablePlans,
  type Span,
  showAmount,
  type TradeOff,
} from '#matching'
import { type Button, type Card, field, head, item, type Line, text } from '../card.ts'
import { press } from '../press.ts'
import { title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { receiversOf } from './product.ts'

export const names = (turn: Turn, products: readonly Product[]): string =>
  products.map(product => turn.w(product.title)).join(turn.comma)

function span(turn: Turn, { best, worst }: Span, kind: 'percent' | 'money', sign = ''): string {
  const show = (x: number) => `${sign}${showQuantity(x, kind, turn.language)}`
  if (worst === undefined) return turn.t('plan.and-up', { value: show(best) })
  return worst === best ? show(best) : `${show(best)}～${show(worst)}`
}

function costLine(turn: Turn, cost: CostItem): Line {
  const what = cost.title ? turn.w(cost.title) : turn.t(`plan.cost.${cost.code}`)
  const product = turn.w(cost.product.title)
  if (!cost.ppm) return item(turn.t('plan.item', { what, product, value: turn.t('plan.unpublished') }))
  const sign = isSaving(cost) ? '−' : ''
  const value = [span(turn, cost.ppm, 'percent', sign), cost.fen && span(turn, cost.fen, 'money', sign)].filter(Boolean)
  const after = cost.after ? [turn.t('plan.after-subsidy')] : []
  return item(turn.t('plan.item', { what, product, value: [...value, ...after].join(' · ') }))
}

/** How much it may bring: a range for orientation. */
export const amountLine = (turn: Turn, { amount }: Plan): Line =>
  field(turn.t('product.amount'), amount ? showAmount(amount, turn.language) : turn.t('plan.unpublished'))

/** What it costs a year in all, as far as it is published. */
export function costTotal(turn: Turn, { cost }: Plan): Line {
  // a sum without the interest would only show the subsidy: the parts are named, no total is claimed
  const interest = cost.items.find(one => one.code === 'interest')
  const total = interest?.ppm
    ? [span(turn, cost.ppm, 'percent'), cost.fen && span(turn, cost.fen, 'money')].filter(Boolean).join(' · ')
    : turn.t('plan.cost-unknown')
  return field(turn.t(cost.complete ? 'plan.cost-year' : 'plan.cost-part'), total)
}

export function timeText(turn: Turn, { time }: Plan): string {
  const known = time.days > 0 ? [turn.t('terms.time', { days: time.days })] : []
  const unknown = time.unknown.length > 0 ? [turn.t('plan.time-unknown', { names: names(turn, time.unknown) })] : []
  return [...known, ...unknown].join(' + ') || turn.t('plan.unpublished')
}

/** Everything that must be handed in, without repeats. */
export function paperLine(turn: Turn, { documents }: Plan): Line {
  const papers = documents.map(one => turn.w(one.title)).join(turn.comma)
  return field(turn.t('plan.papers', { count: documents.length }), papers)
}

function riskLines(turn: Turn, { exposure }: Plan): Line[] {
  if (!exposure.by) return []
  const share = showQuantity(exposure.ppm, 'percent', turn.language)
  return [field(turn.t('plan.risk'), turn.t(exposure.atLeast ? 'plan.risk-at-least' : 'plan.risk-share', { share }))]
}

/** In one sentence: what the first plan costs more or brings more against this one. */
function tradeLines(turn: Turn, { ppm, days, amount }: TradeOff): Line[] {
  const more = (x: number | undefined, kind: 'percent' | 'days' | 'money') =>
    x === undefined || x === 0 ? [] : [`${x > 0 ? '+' : '−'}${showQuantity(Math.abs(x), kind, turn.language)}`]
  const parts = [...more(ppm, 'percent'), ...more(days, 'days'), ...more(amount, 'money')]
  return parts.length > 0 ? [text(turn.t('plan.against', { parts: parts.join(turn.comma) }))] : []
}

function planLines(turn: Turn, one: ChosenPlan, number: number, certain: boolean): Line[] {
  const { plan, tradeOff } = one
  const tags = tagsOf(turn, one, certain).join(' / ')
  return [
    head(
      turn.t('plan.head', {
        number,
        tags,
        names: [plan.main, ...plan.others].map(one => turn.w(one.title)).join(' + '),
      }),
    ),
    amountLine(turn, plan),
    ...(plan.uncovered ? [field(turn.t('plan.uncovered'), showQuantity(plan.uncovered, 'money', turn.language))] : []),
    costTotal(turn, plan),
    ...plan.cost.items.map(one => costLine(turn, one)),
    ...riskLines(turn, plan),
    field(turn.t('plan.time'), timeText(turn, plan)),
    paperLine(turn, plan),
    ...plan.steps.map((step, index) => item(`${index + 1}. ${turn.w(step.text)}`, turn.w(step.product.title))),
    ...(plan.lacks.length > 0
      ? [text(turn.t('product.lacks', { facts: plan.lacks.map(fact => title(turn, fact)).join(turn.comma) }))]
      : []),
    ...(tradeOff ? tradeLines(turn, tradeOff) : []),
  ]
}

function applyButtons(turn: Turn, plans: readonly ChosenPlan[]): Button[][] {
  const mains = [...new Set(plans.map(({ plan }) => plan.main))].filter(main => receiversOf(turn, main).length > 0)
  return mains.map(main => [
    { text: turn.t('button.apply-for', { product: turn.w(main.title) }), press: press('ap', main.id) },
  ])
}

/**
 * The plans as they are counted up, in a result and in full alike: until it is certain, what could come of it, and behind that
 * one that fits already, where none of them is the same.
 */
export function shownPlans({ knowledge: { catalogue }, reading }: Turn, certain: boolean): Plans {
  const found = possible(catalogue, reading)
  const sure = plansOf(catalogue, reading, found)
  if (certain) return sure
  const { plans, alongside } = probablePlans(catalogue, reading, found)
  const now = sure.plans.find(({ plan }) => plans.every(one => one.plan.key !== plan.key))
  return { plans: now ? [...plans, { plan: now.plan, labels: [] }] : plans, alongside }
}

/** What tells a plan from the others; while it is not certain, also whether it fits already. */
function tagsOf(turn: Turn, { plan, labels }: ChosenPlan, certain: boolean): string[] {
  const now = !certain && plan.lacks.length === 0 ? [turn.t('plan.fits-now')] : []
  return [...labels.map(label => turn.t(`plan.label.${label}`)), ...now]
}

/** Why there is no plan: most are of a place, and nobody has told which. */
function noPlan(turn: Turn): Line {
  const { place } = turn.knowledge.catalogue.need
  return text(turn.t(Object.hasOwn(turn.case.answers, place) ? 'plan.none' : 'plan.no-place'))
}

/** The plans in a line each: what a result comes to, before the details. */
export function planSummary(turn: Turn, certain: boolean): Line[] {
  const { plans } = shownPlans(turn, certain)
  if (plans.length === 0) return [noPlan(turn)]
  return [
    head(turn.t(certain ? 'results.plans-certain' : 'results.plans-probable')),
    ...plans.map((one, index) =>
      item(
        turn.t('results.plan', { number: index + 1, names: names(turn, [one.plan.main, ...one.plan.others]) }),
        [
          ...tagsOf(turn, one, certain),
          one.plan.amount && showAmount(one.plan.amount, turn.language),
          one.plan.lacks.length > 0 && turn.t('results.plan-lacks', { count: one.plan.lacks.length }),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  ]
}

/** Truly different plans in full, and what else helps beside them; `certain` where they are proven to be final. */
export function planCard(turn: Turn, { plans, alongside }: Plans, certain: boolean): Card {
  const beside = alongside.map(offer => offer.product)
  return {
    title: turn.t(certain ? 'plan.title' : 'plan.title-probable'),
    lines: [
      ...plans.flatMap((one, index) => planLines(turn, one, index + 1, certain)),
      ...(plans.length === 0 ? [noPlan(turn)] : []),
      ...(beside.length > 0
        ? [head(turn.t('plan.alongside')), ...beside.map(product => item(turn.w(product.title)))]
        : []),
    ],
    buttons: [...applyButtons(turn, plans), [{ text: turn.t('button.results'), press: press('x') }]],
    note: turn.t('plan.note'),
  }
}
