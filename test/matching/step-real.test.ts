// Steps on the real catalogue, for generated companies, against trying changes blindly: whatever one or two changes within a
// step's reach can open is found, and never at a higher cost.
import { describe, expect, test } from 'vitest'
import { type FactDefinition, type FactValue, isNumeric, judge, type Reading, read, testsOf } from '#engine'
import { afterChanges, match, type Product, stepFinder } from '#matching'
import { patienceFor } from '../../matching/repair.ts'
import { firms } from '../support/firms.ts'
import { catalogue, rulebook, TODAY } from '../support/rulebook.ts'

const { repairs } = catalogue()

interface Try {
  readonly fact: string
  readonly to: FactValue
  readonly patience: number
}

/** Limits of a product on one asked fact alone, and values just beside them. */
function limitsOn(fact: FactDefinition, product: Product): readonly number[] {
  return testsOf(product.eligible).flatMap(({ facts, limit }) => {
    const value = facts.length === 1 && facts[0] === fact.id && 'value' in limit ? limit.value : undefined
    return typeof value === 'number' ? [value - 1, value, value + 1] : []
  })
}

function valuesOf(fact: FactDefinition, product: Product): readonly FactValue[] {
  if (fact.type === 'flag') return [true, false]
  if (fact.type === 'choice') return Object.keys(fact.options ?? {})
  return isNumeric(fact.type) ? [...limitsOn(fact, product), ...(fact.typical ?? [])] : []
}

/** May a company be advised to go there? Told a second time, without a look at the search. */
function advisable(fact: FactDefinition, to: FactValue, reading: Reading): boolean {
  const own = reading.value(fact.id)
  if (typeof to === 'number') {
    const least = fact.min === 'today' ? TODAY : (fact.min ?? to)
    const most = fact.max === 'today' ? TODAY : (fact.max ?? to)
    if (to < least || to > most || fact.notAbove !== undefined || own.is !== 'range') return false
    if (repairs.grows.has(fact.id)) return Number(own.high) < to
    return !repairs.shrinks.has(fact.id) || Number(own.low) > to
  }
  const order = fact.type === 'flag' ? ['true', 'false'] : (fact.order ?? [])
  const place = (option: string) => (order.includes(option) ? order.indexOf(option) : order.length)
  if (!repairs.grows.has(fact.id) && !repairs.shrinks.has(fact.id)) return true
  if (own.is !== 'known' || order.length === 0) return false
  const better = place(String(to)) < place(String(own.value))
  return place(String(to)) !== place(String(own.value)) && better === repairs.grows.has(fact.id)
}

function triesFor(product: Product, reading: Reading): readonly Try[] {
  return [...rulebook().facts.values()].flatMap(fact => {
    const patience = fact.asked ? patienceFor(repairs, fact.id) : undefined
    if (patience === undefined || patience > repairs.near.patience) return []
    return valuesOf(fact, product)
      .filter(to => advisable(fact, to, reading))
      .map(to => ({ fact: fact.id, to, patience }))
  })
}

/** The least patience of one change, or of two of the product's own facts, that opens it. */
function blindly(product: Product, reading: Reading): number | undefined {
  const opens = (changes: readonly Try[]) => judge(product.eligible, afterChanges(reading, changes)).is !== 'no'
  const tries = triesFor(product, reading)
  const own = new Set(testsOf(product.eligible).flatMap(one => one.facts))
  const few = tries.filter(one => own.has(one.fact))
  const pairs = few.flatMap((a, index) =>
    few
      .slice(index + 1)
      .flatMap(b => (a.fact === b.fact || a.patience + b.patience > repairs.near.patience ? [] : [[a, b]])),
  )
  const found = [...tries.map(one => [one]), ...pairs].filter(opens)
  return found.length > 0 ? Math.min(...found.map(set => set.reduce((sum, one) => sum + one.patience, 0))) : undefined
}

const hangsOnRating = ({ eligible }: Product): boolean => testsOf(eligible).some(({ subject }) => 'model' in subject)

describe('steps on the real catalogue', () => {
  test('open their product and are never dearer than a blind try', () => {
    const count = { steps: 0, tried: 0, rated: 0 }
    for (const [index, known] of [0.6, 0.9, 1].entries()) {
      for (const dossier of firms(rulebook(), 4, known, 70 + index)) {
        const reading = read(rulebook(), dossier, TODAY)
        const find = stepFinder(reading, repairs)
        const refused = match(catalogue(), reading).refused.filter(
          ({ elsewhere, unwanted, expired }) => !elsewhere && !unwanted && !expired,
        )
        for (const { product } of refused.slice(0, 12)) {
          const step = find(product)
          if (step) {
            count.steps++
            expect(judge(product.eligible, afterChanges(reading, step.changes)).is, product.id).not.toBe('no')
          }
          const least = blindly(product, reading)
          if (least === undefined) continue
          count.tried++
          if (hangsOnRating(product)) count.rated++
          expect(step?.patience ?? Number.POSITIVE_INFINITY, product.id).toBeLessThanOrEqual(least)
        }
      }
    }
    expect(count.steps).toBeGreaterThan(10)
    expect(count.tried).toBeGreaterThan(10)
  })
})
