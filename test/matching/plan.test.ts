// Plans against brute force: every subset of a small catalogue is tried with rules and account written a second time, and
// none of them beats what is shown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Product } from '#matching'
import { allPlans, type Plan, plansOf } from '../../matching/plan.ts'
import { type Account, accountOf } from './account.ts'
import { guarantees, loans, modifiers, subsidies } from './random-products.ts'
import { marketOf, readingOf } from './toy-market.ts'

const WAN = 1_000_000
const NEED = 400
const NOW = { 't.few': 1, 't.need': `${NEED} 万元`, 't.term': '2 年' }
const reading = readingOf(NOW)

const catalogues = fc.tuple(
  fc.tuple(loans('l1'), loans('l2'), fc.option(loans('l3'), { nil: undefined })),
  fc.tuple(fc.option(guarantees('g1'), { nil: undefined }), fc.option(guarantees('g2'), { nil: undefined })),
  fc.tuple(...['s1', 's2', 's3'].map(id => fc.option(subsidies(id), { nil: undefined }))),
  fc.tuple(fc.option(modifiers('m1'), { nil: undefined })),
)

interface Tried {
  readonly products: readonly Product[]
  readonly account: Account
  readonly principal: number
  readonly amount: number | undefined
  readonly days: number
  readonly untimed: readonly string[]
  /** parts per million of a loss left with the bank */
  readonly left: number
}

/** The stacking rules of the toy market, said again. */
function allowed(set: readonly Product[]): boolean {
  const ids = new Set(set.map(one => one.id))
  const kinds = (kind: string) => set.filter(one => one.kind === kind && !one.modifies)
  const [loan, ...more] = kinds('loan')
  if (!loan || more.length > 0 || kinds('guarantee').length > 1) return false
  const onInterest = set.filter(({ benefit: b }) => b && (b.ratePoints ?? b.interestShare ?? b.rateAfter) !== undefined)
  if (onInterest.length > 1 && !onInterest.every(one => one.id === 's1' || one.id === 's2')) return false
  if (ids.has('s3') && ids.has('g1')) return false
  const modifier = set.find(one => one.modifies)
  return !modifier || (modifier.modifies?.institutions ?? []).some(one => loan.institutions.includes(one))
}

function tryOut(set: readonly Product[]): Tried {
  const loan = set.find(one => one.kind === 'loan' && !one.modifies)
  if (!loan) throw new Error('no loan')
  const others = set.filter(one => one !== loan)
  const modifier = others.find(one => one.modifies)?.modifies
  const cap = loan.amount?.max
  const raised = cap === undefined ? undefined : Math.floor((cap * (modifier?.amountTimes ?? 1_000_000)) / 1_000_000)
  const amount = raised === undefined ? undefined : Math.min(raised, NEED * WAN)
  const principal = amount ?? NEED * WAN
  const granted = loan.term && loan.term.max + (modifier?.extraTerm ?? 0)
  const months = granted === undefined ? 24 : Math.min(24, granted)
  const waits = [loan, ...others.filter(one => one.kind === 'guarantee' && one.id !== 'g2')]
  const lefts = set.flatMap(one => {
    const shared = one.riskShare.reduce((sum, share) => sum + share.share, 0)
    if (shared === 0) return []
    const part = one.kind === 'guarantee' && one.amount?.max !== undefined ? Math.min(1, one.amount.max / principal) : 1
    return [1_000_000 - Math.floor(shared * part)]
  })
  return {
    products: set,
    account: accountOf(loan, others, principal, months),
    principal,
    amount,
    days: waits.reduce((sum, one) => sum + (one.time?.days ?? 0), 0),
    untimed: waits.filter(one => one.time?.days === undefined).map(one => one.id),
    left: Math.min(1_000_000, ...lefts),
  }
}

function everything(list: readonly Product[]): Tried[] {
  const sets = list.reduce<Product[][]>((all, one) => all.concat(all.map(some => some.concat(one))), [[]])
  return sets.filter(allowed).map(tryOut)
}

const share = (fen: bigint | undefined, principal: number): number =>
  fen === undefined ? Number.POSITIVE_INFINITY : Math.floor((Number(fen) * 1_000_000) / principal + 0.5)
const holds = (all: readonly string[], some: readonly string[]): boolean => some.every(one => all.includes(one))
const idsOf = (set: readonly Product[]): string =>
  set
    .map(one => one.id)
    .sort()
    .join('+')

/** Is `a` at least as good as `b` in everything that can be compared? */
function atLeastAsGood(a: Tried, b: Tried): boolean {
  const loan = (one: Tried) => one.products.find(product => product.kind === 'loan' && !product.modifies)
  const sizes =
    a.amount === undefined || b.amount === undefined
      ? loan(a) === loan(b) && a.amount === b.amount
      : a.amount >= b.amount
  return (
    sizes &&
    holds(b.account.unknownCosts, a.account.unknownCosts) &&
    holds(a.account.unknownSavings, b.account.unknownSavings) &&
    share(a.account.best, a.principal) <= share(b.account.best, b.principal) &&
    share(a.account.worst, a.principal) <= share(b.account.worst, b.principal) &&
    a.days <= b.days &&
    holds(b.untimed, a.untimed) &&
    a.left <= b.left
  )
}

const productsIn = (plan: Plan): readonly Product[] => [plan.main, ...plan.others]
const present = (list: readonly (readonly (Product | undefined)[])[]): Product[] =>
  list.flat().filter(one => one !== undefined)

describe('the plans', () => {
  test('keep every stacking rule, and no subset of the catalogue beats them', () => {
    let seen = 0
    fc.assert(
      fc.property(catalogues, lists => {
        const list = present(lists)
        const plans = allPlans(marketOf(list), reading)
        const tried = everything(list)
        const byIds = new Map(tried.map(one => [idsOf(one.products), one]))
        const shown = plans.map(plan => {
          const found = byIds.get(idsOf(productsIn(plan)))
          expect(found, `${plan.key} breaks a rule`).toBeDefined()
          return found as Tried
        })
        for (const one of tried)
          expect(
            shown.some(plan => atLeastAsGood(plan, one)),
            `${idsOf(one.products)} is beaten by none`,
          ).toBe(true)
        for (const one of shown)
          expect(
            shown.every(other => other === one || !atLeastAsGood(other, one)),
            'one shown plan beats another',
          ).toBe(true)
        seen += shown.length
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(300)
  })

  test('account, time and risk as worked out by hand', () => {
    fc.assert(
      fc.property(catalogues, lists => {
        for (const plan of allPlans(marketOf(present(lists)), reading)) {
          const hand = tryOut(productsIn(plan))
          expect(plan.cost.fen?.best).toBe(Number(hand.account.best))
          expect(plan.amount?.high).toBe(hand.amount)
          expect(plan.uncovered).toBe(hand.amount === undefined ? undefined : NEED * WAN - hand.amount)
          expect(plan.time.days).toBe(hand.days)
          expect(plan.time.unknown.map(one => one.id).sort()).toEqual([...hand.untimed].sort())
          expect(Math.abs(plan.exposure.ppm - hand.left)).toBeLessThanOrEqual(1)
          const papers = plan.documents.map(one => one.id)
          expect(new Set(papers).size).toBe(papers.length)
          expect(new Set(papers)).toEqual(new Set(productsIn(plan).flatMap(one => one.documents)))
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the chosen are the cheapest, the fastest and the largest of all, at most three and truly different', () => {
    fc.assert(
      fc.property(catalogues, lists => {
        const list = present(lists)
        const { plans } = plansOf(marketOf(list), reading)
        const tried = everything(list)
        const best = (label: string) => plans.find(one => one.labels.some(own => own === label))?.plan
        const whole = tried.filter(one => one.account.unknownCosts.length === 0)
        const timed = tried.filter(one => one.untimed.length === 0)
        const sized = tried.flatMap(one => one.amount ?? [])
        expect(plans.length).toBeLessThanOrEqual(3)
        expect(plans.length).toBeGreaterThan(0)
        const cheapest = best('cheapest')
        expect(cheapest !== undefined).toBe(whole.length > 0)
        if (cheapest)
          expect(cheapest.cost.ppm.best).toBe(Math.min(...whole.map(one => share(one.account.best, one.principal))))
        const fastest = best('fastest')
        if (fastest) expect(fastest.time.days).toBe(Math.min(...timed.map(one => one.days)))
        const largest = best('largest')
        if (largest) expect(largest.amount?.high).toBe(Math.max(...sized))
        const ways = plans.map(({ plan }) =>
          [plan.main.id, ...plan.others.filter(one => one.kind === 'guarantee').map(one => one.id)].join(),
        )
        expect(new Set(ways).size).toBe(plans.length)
        for (const { plan, tradeOff } of plans.slice(1)) {
          expect(tradeOff?.against).toBe(plans[0]?.plan)
          if (tradeOff?.days !== undefined) expect(tradeOff.days).toBe(plan.time.days - (plans[0]?.plan.time.days ?? 0))
        }
        expect(plans[0]?.tradeOff).toBeUndefined()
      }),
      { numRuns: 150 },
    )
  })
})
