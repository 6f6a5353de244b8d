// The promises of matching on the real catalogue and made-up companies of ten places: a step that is told opens its product
// when it is really answered, a plan never breaks a rule of combination, and its cost is what an independent account says.
import { describe, expect, test } from 'vitest'
import { judge, read, record } from '#engine'
import { groupsOf, match, needOf, plansOf, stackingFaults } from '#matching'
import { firm, seeded } from '../support/firms.ts'
import { catalogue, rulebook, TODAY } from '../support/rulebook.ts'
import { accountOf } from './account.ts'

const MONTHS_PER_YEAR = 12

/** A company in order otherwise, so that something is left to plan. */
function orderly(random: () => number) {
  const clean = Object.entries(firm(rulebook(), random, 0.8)).map(([id, answer]) => [
    id,
    id.startsWith('credit.') && answer.value === true ? { ...answer, value: false } : answer,
  ])
  return read(rulebook(), Object.fromEntries(clean), TODAY)
}
const random = seeded(7)
const readings = Array.from({ length: 25 }, () => orderly(random))

describe('on the real catalogue', () => {
  test('each step, answered as told, opens its product or leaves only answers missing', () => {
    let steps = 0
    for (const reading of readings) {
      const groups = groupsOf(catalogue(), reading)
      for (const { product, step } of [...groups.step, ...groups.no].filter(line => line.step !== undefined)) {
        if (!step) continue
        steps++
        const answers = step.changes.reduce(
          (all, { fact, to }) => record(all, fact, { value: to, source: 'stated', at: '' }),
          reading.dossier,
        )
        const after = judge(product.eligible, read(rulebook(), answers, TODAY)).is
        expect(after, product.id).toBe(step.lacks.length === 0 ? 'yes' : 'open')
      }
    }
    expect(steps).toBeGreaterThan(50)
  })

  test('no plan breaks a rule of combination, and all it holds may be applied for', () => {
    let plans = 0
    for (const reading of readings) {
      const found = match(catalogue(), reading)
      const offered = new Set(found.offers.map(offer => offer.product))
      for (const { plan } of plansOf(catalogue(), reading, found).plans) {
        plans++
        const products = [plan.main, ...plan.others]
        expect(stackingFaults(products, catalogue().stacking), plan.key).toEqual([])
        for (const product of products) expect(offered.has(product), product.id).toBe(true)
      }
    }
    expect(plans).toBeGreaterThan(25)
  })

  test('the yearly cost of a plan is what an independent account says, to the fen', () => {
    let counted = 0
    for (const reading of readings) {
      const need = needOf(catalogue().need, reading)
      for (const { plan } of plansOf(catalogue(), reading, match(catalogue(), reading)).plans) {
        const principal = plan.amount?.high ?? need?.high
        if (principal === undefined || principal <= 0 || !plan.cost.fen) continue
        counted++
        const account = accountOf(plan.main, plan.others, principal, plan.termMonths ?? MONTHS_PER_YEAR)
        expect(plan.cost.fen.best, plan.key).toBe(Number(account.best))
        expect(plan.cost.fen.worst, plan.key).toBe(account.worst === undefined ? undefined : Number(account.worst))
      }
    }
    expect(counted).toBeGreaterThan(15)
  })
})
