// Steps to a product that asks for a score, a grade or a pass, against trying every company there could be: whatever can be
// had within a step's reach is found, at the same cost, and opens the product.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, type Dossier, type FactValue, judge, read, record } from '#engine'
import { patienceFor } from '../../matching/repair.ts'
import { type Step, stepFinder } from '../../matching/step.ts'
import { modelOf, small } from '../engine/small-rulebook.ts'
import { answersOf, conditionOf, productOf, repairsOf, TODAY, TOY_FACTS } from './toy-market.ts'

const made = { title: 'made up', mark: '示意' }
const words = (text: string) => ({ zh: text, en: text })
const part = (id: string, max: number, score: unknown) => ({ id, title: words(id), dimension: 'all', max, score })

/** Bands, options, a yes-or-no, a knockout, a gate, a part that must not be zero, grades with a condition. */
const BOOK = small({
  facts: TOY_FACTS,
  models: [
    modelOf({
      dimensions: [{ id: 'all', title: words('all'), max: 30 }],
      characteristics: [
        part('few', 10, {
          of: 't.few',
          bands: [
            { atLeast: 4, points: 10 },
            { atLeast: 2, points: 4 },
          ],
          otherwise: 0,
        }),
        part('rank', 8, { fact: 't.rank', points: { gold: 8, silver: 5, bronze: 2, none: 0 } }),
        part('title', 6, { when: { fact: 't.title', is: true }, points: 6, otherwise: 0 }),
        part('both', 6, {
          of: { sum: ['t.few', 't.many'] },
          bands: [
            { atLeast: 7, points: 6 },
            { atLeast: 3, points: 3 },
          ],
          otherwise: 0,
        }),
      ],
      knockouts: [
        { id: 'red', title: words('red'), when: { fact: 't.colour', oneOf: ['red'] }, effect: 'zero', source: made },
      ],
      gates: { fact: 't.many', atLeast: 1 },
      pass: { atLeast: 12, nonZero: ['rank'], source: made },
      grades: {
        source: made,
        list: [
          { id: 'A', title: words('A'), atLeast: 20, when: { fact: 't.title', is: true } },
          { id: 'B', title: words('B'), atLeast: 10 },
          { id: 'C', title: words('C') },
        ],
      },
    }),
  ],
})

const WORLD: Readonly<Record<string, readonly FactValue[]>> = {
  't.few': [0, 1, 2, 3, 4, 5],
  't.many': [0, 1, 2, 3, 4, 5],
  't.rank': ['gold', 'silver', 'bronze', 'none'],
  't.colour': ['red', 'green', 'blue'],
  't.title': [true, false],
}
const FACTS = Object.keys(WORLD)
const company = fc.record(Object.fromEntries(FACTS.map(fact => [fact, fc.constantFrom(...(WORLD[fact] ?? []))])))
const dossierOf = (values: Readonly<Record<string, FactValue>>): Dossier =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, source: 'stated' as const, at: '' }]))

const rated = fc.oneof(
  fc.constant({ passes: 'toy' }),
  fc.constantFrom('A', 'B').map(grade => ({ grade: 'toy', atLeast: grade })),
  fc.integer({ min: 3, max: 28 }).map(least => ({ score: 'toy', atLeast: least })),
)
const plain = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map(least => ({ fact: 't.few', atLeast: least })),
  fc.constantFrom('gold', 'silver').map(rank => ({ fact: 't.rank', atLeast: rank })),
  fc.constant({ fact: 't.colour', noneOf: ['green'] }),
)
const written: fc.Arbitrary<unknown> = fc.oneof(
  rated,
  fc.tuple(rated, plain).map(all => ({ all })),
  fc.tuple(rated, plain).map(any => ({ any })),
  fc.tuple(rated, rated).map(all => ({ all })),
)
const rules = fc
  .record({ fixed: fc.subarray(FACTS, { maxLength: 2 }), grows: fc.subarray(['t.few', 't.many', 't.rank', 't.title']) })
  .map(({ fixed, grows }) => repairsOf({ fixed: ['t.born', ...fixed], grows: ['t.age', ...grows] }))
type Repairs = ReturnType<typeof repairsOf>

function advisable(fact: string, from: FactValue, to: FactValue, { grows }: Repairs): boolean {
  const height = (one: FactValue): number =>
    typeof one === 'number' ? one : typeof one === 'boolean' ? Number(one) : -(WORLD['t.rank'] ?? []).indexOf(one)
  return !grows.has(fact) || height(to) > height(from)
}

/** The least patience of any company within two changes and 400 days that the condition does not refuse. */
function leastByTrying(condition: Condition, now: Readonly<Record<string, FactValue>>, repairs: Repairs) {
  let best: number | undefined
  const go = (index: number, values: Record<string, FactValue>, patience: number, changes: number): void => {
    if (changes > repairs.near.changes || patience > repairs.near.patience) return
    if (best !== undefined && patience >= best) return
    const fact = FACTS[index]
    const from = fact === undefined ? undefined : now[fact]
    if (fact === undefined || from === undefined) {
      if (judge(condition, read(BOOK, dossierOf(values), TODAY)).is !== 'no') best = patience
      return
    }
    go(index + 1, values, patience, changes)
    const cost = patienceFor(repairs, fact)
    if (cost === undefined) return
    for (const to of WORLD[fact] ?? [])
      if (to !== from && advisable(fact, from, to, repairs))
        go(index + 1, { ...values, [fact]: to }, patience + cost, changes + 1)
  }
  go(0, { ...now }, 0, 0)
  return best
}

describe('a step to a rating', () => {
  test('is the cheapest there is within reach, opens the product when applied, and needs each of its changes', () => {
    let found = 0
    let none = 0
    fc.assert(
      fc.property(written, company, rules, (raw, now, repairs) => {
        const eligible = conditionOf(raw, BOOK)
        const reading = read(BOOK, dossierOf(now), TODAY)
        fc.pre(judge(eligible, reading).is === 'no')
        const step = stepFinder(reading, repairs)({ ...productOf('p'), eligible })
        const least = leastByTrying(eligible, now, repairs)
        if (least === undefined) {
          none++
          const near = step && step.changes.length <= repairs.near.changes && step.patience <= repairs.near.patience
          expect(near ?? false).toBe(false)
          return
        }
        found++
        expect(step?.patience).toBe(least)
        const changes = step?.changes ?? []
        const is = (applied: Step['changes']) =>
          judge(
            eligible,
            read(
              BOOK,
              applied.reduce(
                (all, { fact, to }) => record(all, fact, { value: to, source: 'stated', at: '' }),
                reading.dossier,
              ),
              TODAY,
            ),
          ).is
        expect(is(changes)).toBe('yes')
        for (const one of changes) expect(is(changes.filter(other => other !== one))).toBe('no')
      }),
      { numRuns: 250 },
    )
    expect(found).toBeGreaterThan(60)
    expect(none).toBeGreaterThan(20)
  })

  test('is told by its facts: 3 more of the few lift the score over the line', () => {
    const now = { 't.few': 1, 't.many': 1, 't.rank': 'silver', 't.colour': 'blue', 't.title': false }
    const reading = read(BOOK, answersOf(now, BOOK), TODAY)
    const find = stepFinder(reading, repairsOf())
    // 0 + 5 + 0 + 0 points now; from 4 of the few on it is 10 + 5 + 0 + 3
    expect(find({ ...productOf('p'), eligible: conditionOf({ passes: 'toy' }, BOOK) })?.changes).toMatchObject([
      { fact: 't.few', to: 4 },
    ])
  })

  test('is none where only what cannot be changed would lift the rating', () => {
    const now = { 't.few': 5, 't.many': 5, 't.rank': 'gold', 't.colour': 'red', 't.title': true }
    const reading = read(BOOK, answersOf(now, BOOK), TODAY)
    const find = stepFinder(reading, repairsOf({ fixed: ['t.born', 't.colour'] }))
    expect(find({ ...productOf('p'), eligible: conditionOf({ grade: 'toy', atLeast: 'B' }, BOOK) })).toBeUndefined()
  })
})
