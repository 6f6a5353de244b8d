// Certain only on proof: whatever the answers still missing turn out to be, nothing that was called settled changes. And an
// answer that decides alone is found to decide.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, type FactId, type Reading, read } from '#engine'
import { isSettled, outlookOf, plansOf, probablePlans } from '#matching'
import { tales } from '../engine/worlds.ts'
import { applicant, catalogue, rulebook, TODAY } from '../support/rulebook.ts'
import { trueFirms } from '../support/true-firms.ts'

const book = rulebook()
const products = catalogue()
const MODELS = ['binjiang-points', 'tech-sme']
const at = (dossier: Dossier): Reading => read(book, dossier, TODAY)

/** Grade, pass and first plans with their figures: what has to stay. */
function outcome(dossier: Dossier): string {
  const reading = at(dossier)
  const ratings = MODELS.map(id => {
    const rating = reading.rating(id)
    return [rating?.applies.is, rating?.grades, rating?.model.pass && rating.passes.is]
  })
  const plans = plansOf(products, reading).plans.map(({ plan, labels }) => [
    plan.key,
    labels,
    plan.amount?.high,
    plan.termMonths,
    plan.cost.ppm,
    plan.cost.fen,
  ])
  return JSON.stringify([ratings, plans])
}

/** Asks until the proof, or until nothing more decides. */
function talk(truth: Dossier, asked: FactId[][] = []): { readonly told: Dossier; readonly skipped: readonly FactId[] } {
  let told: Dossier = {}
  const skipped: FactId[] = []
  for (;;) {
    const { settled, question } = outlookOf(products, at(told), { skipped, models: MODELS, opening: ['self', 'need'] })
    if (settled || !question?.decides) return { told, skipped }
    asked.push([...question.facts])
    for (const fact of question.facts) {
      const answer = truth[fact]
      if (answer) told = { ...told, [fact]: answer }
      else skipped.push(fact)
    }
  }
}

describe('the proof', () => {
  const FIRMS = trueFirms(book, products.likelihood, 40, TODAY, 11)

  test('a settled result is the one that telling everything gives', { timeout: 120_000 }, () => {
    for (const truth of FIRMS) {
      const { told } = talk(truth)
      expect(isSettled(products, at(told), MODELS)).toBe(true)
      expect(outcome(told)).toBe(outcome(truth))
    }
  })

  test('and it is the same for every other company that would have answered so far alike', { timeout: 120_000 }, () => {
    const others = trueFirms(book, products.likelihood, 40, TODAY, 12)
    for (const truth of FIRMS.slice(0, 12)) {
      const { told } = talk(truth)
      const settled = outcome(told)
      for (const other of others) expect(outcome({ ...other, ...told })).toBe(settled)
    }
  })

  test('whatever is told in whatever order, settled once is settled for good', { timeout: 120_000 }, () => {
    let early = 0
    fc.assert(
      fc.property(tales(book, TODAY), fc.infiniteStream(fc.nat(1_000)), ({ truth }, dice) => {
        const order = Object.keys(truth)
          .map(fact => [dice.next().value as number, fact] as const)
          .sort(([a], [b]) => a - b)
        let told: Dossier = {}
        let settled: string | undefined
        for (const [index, [, fact]] of order.entries()) {
          const answer = truth[fact]
          if (answer) told = { ...told, [fact]: answer }
          // every few answers is often enough
          if (index % 7 !== 0 && index < order.length - 1) continue
          if (settled !== undefined) expect(outcome(told)).toBe(settled)
          else if (isSettled(products, at(told), MODELS)) {
            settled = outcome(told)
            if (index < order.length - 1) early++
          }
        }
      }),
      { numRuns: 25, seed: 4 },
    )
    expect(early).toBeGreaterThan(5)
  })

  test('a result that one missing answer could change is never called settled', { timeout: 120_000 }, () => {
    let changing = 0
    const many = trueFirms(book, products.likelihood, 120, TODAY, 2026)
    // where products of every kind are offered
    const here = many.filter(truth => truth['company.region']?.value === '350582').slice(0, 8)
    for (const [index, truth] of [...here, ...many.slice(0, 4)].entries()) {
      const whole = outcome(truth)
      const other = many[100 + index] ?? {}
      for (const fact of Object.keys(truth)) {
        const changed = other[fact]
        if (!changed || outcome({ ...truth, [fact]: changed }) === whole) continue
        const { [fact]: _untold, ...rest } = truth
        changing++
        // what follows from other answers need not be told
        if (outcome(rest) === whole && at(rest).value(fact).is === 'range') continue
        expect(isSettled(products, at(rest), MODELS), fact).toBe(false)
      }
    }
    expect(changing).toBeGreaterThan(30)
  })

  test('no fact is asked twice, and the talk takes a handful of requests', { timeout: 120_000 }, () => {
    const requests = FIRMS.map(truth => {
      const asked: FactId[][] = []
      talk(truth, asked)
      expect(new Set(asked.flat()).size).toBe(asked.flat().length)
      return asked.length
    })
    expect(requests.sort((a, b) => a - b)[20]).toBeLessThanOrEqual(12)
  })

  test('after a correction the next question is about something that is not known and still decides', () => {
    for (const [index, truth] of FIRMS.slice(0, 20).entries()) {
      const { told } = talk(truth)
      const other = FIRMS[index + 20] ?? {}
      for (const fact of ['company.region', 'need.purpose', 'finance.revenue_last_year']) {
        const changed = other[fact]
        const corrected = changed ? { ...told, [fact]: changed } : told
        const { settled, question } = outlookOf(products, at(corrected), { skipped: [], models: MODELS })
        if (settled) continue
        expect(question?.decides, fact).toBe(true)
        for (const asked of question?.facts ?? []) expect(Object.keys(corrected)).not.toContain(asked)
      }
    }
  })
})

describe('what is probable', () => {
  test('probable plans are the certain ones once they are proven', () => {
    let tried = 0
    for (const truth of trueFirms(book, products.likelihood, 8, TODAY, 14)) {
      const reading = at(talk(truth).told)
      const keys = ({ plans }: ReturnType<typeof plansOf>) => plans.map(({ plan }) => plan.key)
      if (plansOf(products, reading).plans.length > 0) tried++
      expect(keys(probablePlans(products, reading))).toEqual(keys(plansOf(products, reading)))
    }
    expect(tried).toBeGreaterThan(0)
  })
  test('while no place was told, none that is only for some place is called probable', () => {
    const { place } = products.need
    const told = applicant({ 'finance.revenue_last_year': '1800 万元', 'need.amount': '1000 万元' }, book)
    const plans = (dossier: typeof told) =>
      probablePlans(products, read(book, dossier, TODAY)).plans.map(({ plan }) => plan)
    expect(plans(told).flatMap(plan => plan.lacks)).not.toContain(place)
    const placed = { ...told, ...applicant({ [place]: '330108' }, book) }
    expect(plans(placed).length).toBeGreaterThan(0)
  })
})
