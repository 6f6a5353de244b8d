// 差一步 against brute force: over every answer a small company could give, no cheaper way exists; the steps open the
// product, and without any one of them it stays shut.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, type Dossier, type FactValue, forget, judge, read } from '#engine'
import { patienceFor, type Repairs } from '../../matching/repair.ts'
import { afterChanges, type Change, stepFinder } from '../../matching/step.ts'
import { BOOK, conditionOf, productOf, repairsOf, TODAY } from './toy-market.ts'

const RANKS = ['gold', 'silver', 'bronze', 'none']
const subsets = (list: readonly string[]): string[][] =>
  list.reduce<string[][]>((all, one) => all.concat(all.map(some => some.concat(one))), [[]])
/** Every value each fact can take. */
const WORLD: Readonly<Record<string, readonly FactValue[]>> = {
  't.few': [0, 1, 2, 3, 4, 5],
  't.many': [0, 1, 2, 3, 4, 5],
  't.rank': RANKS,
  't.colour': ['red', 'green', 'blue'],
  't.title': [true, false],
  't.tags': subsets(['x', 'y', 'z']),
}
const FACTS = Object.keys(WORLD)

const leaf = fc.oneof(
  fc
    .tuple(fc.constantFrom('t.few', 't.many'), fc.constantFrom('atLeast', 'above', 'atMost', 'below'), fc.nat(5))
    .map(([fact, op, limit]) => ({ fact, [op]: limit }) as unknown),
  fc
    .tuple(fc.constantFrom('oneOf', 'noneOf'), fc.subarray(RANKS, { minLength: 1, maxLength: 3 }))
    .map(([op, list]) => ({ fact: 't.rank', [op]: list }) as unknown),
  fc.constantFrom('gold', 'silver', 'bronze').map(edge => ({ fact: 't.rank', atLeast: edge }) as unknown),
  fc
    .tuple(fc.constantFrom('oneOf', 'noneOf'), fc.subarray(['red', 'green', 'blue'], { minLength: 1, maxLength: 2 }))
    .map(([op, list]) => ({ fact: 't.colour', [op]: list }) as unknown),
  fc.boolean().map(is => ({ fact: 't.title', is }) as unknown),
  fc
    .tuple(fc.constantFrom('oneOf', 'noneOf'), fc.subarray(['x', 'y', 'z'], { minLength: 1 }))
    .map(([op, list]) => ({ fact: 't.tags', [op]: list }) as unknown),
)
const written: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>(tie => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
      .map(([group, list]) => ({ [group]: list })),
    tie('node').map(not => ({ not })),
    fc
      .array(tie('node'), { minLength: 2, maxLength: 4 })
      .chain(list => fc.integer({ min: 1, max: list.length }).map(atLeast => ({ atLeast, of: list }))),
  ),
})).node

const value = (fact: string) => fc.constantFrom(...(WORLD[fact] ?? []))
const company = fc.record(Object.fromEntries(FACTS.map(fact => [fact, value(fact)])))
const rules = fc
  .record({
    fixed: fc.subarray(FACTS, { maxLength: 2 }),
    ways: fc.tuple(...FACTS.map(() => fc.constantFrom('both', 'both', 'grows', 'shrinks'))),
  })
  .map(({ fixed, ways }) => {
    const going = (way: string) => FACTS.filter((fact, index) => ways[index] === way && fact !== 't.tags')
    const colourless = (list: string[]) => list.filter(fact => fact !== 't.colour')
    const grows = colourless(going('grows'))
    const shrinks = colourless(going('shrinks'))
    return repairsOf({
      fixed: ['t.born', ...fixed],
      grows: ['t.age', ...grows],
      shrinks: ['c.ideas', ...shrinks],
    })
  })

const dossierOf = (values: Readonly<Record<string, FactValue>>): Dossier =>
  Object.fromEntries(Object.entries(values).map(([id, one]) => [id, { value: one, source: 'stated' as const, at: '' }]))

/** May this fact be advised to go from one value to another? Written down a second time, without looking at the first. */
function advisable(fact: string, from: FactValue, to: FactValue, repairs: Repairs): boolean {
  const height = (one: FactValue): number =>
    typeof one === 'number' ? one : typeof one === 'boolean' ? Number(one) : -RANKS.indexOf(String(one))
  if (repairs.grows.has(fact)) return height(to) > height(from)
  return !repairs.shrinks.has(fact) || height(to) < height(from)
}

function cheapestByTrying(
  condition: Condition,
  now: Readonly<Record<string, FactValue>>,
  repairs: Repairs,
): number | undefined {
  const moves = FACTS.map(fact => {
    const from = now[fact]
    if (from === undefined) throw new Error(fact)
    const patience = patienceFor(repairs, fact)
    const others = (WORLD[fact] ?? []).filter(
      to => JSON.stringify(to) !== JSON.stringify(from) && advisable(fact, from, to, repairs),
    )
    return [
      { fact, to: from, patience: 0 },
      ...(patience === undefined ? [] : others.map(to => ({ fact, to, patience }))),
    ]
  })
  let best: number | undefined
  const go = (index: number, values: Record<string, FactValue>, cost: number): void => {
    if (best !== undefined && cost >= best) return
    const options = moves[index]
    if (!options) {
      if (judge(condition, read(BOOK, dossierOf(values), TODAY)).is !== 'no') best = cost
      return
    }
    for (const { fact, to, patience } of options) go(index + 1, { ...values, [fact]: to }, cost + patience)
  }
  go(0, {}, 0)
  return best
}

describe('the cheapest step', () => {
  test('costs what the cheapest of all possible companies costs, opens the product, and needs every change', () => {
    let steps = 0
    let hopeless = 0
    fc.assert(
      fc.property(written, company, rules, (raw, now, repairs) => {
        const eligible = conditionOf(raw)
        const reading = read(BOOK, dossierOf(now), TODAY)
        fc.pre(judge(eligible, reading).is === 'no')
        const product = { ...productOf('p'), eligible }
        const step = stepFinder(reading, repairs)(product)
        expect(step?.patience).toBe(cheapestByTrying(eligible, now, repairs))
        if (!step) {
          hopeless++
          return
        }
        steps++
        const is = (changes: readonly Change[]) => judge(eligible, afterChanges(reading, changes)).is
        expect(is(step.changes)).toBe('yes')
        for (const one of step.changes) expect(is(step.changes.filter(other => other !== one))).toBe('no')
      }),
      { numRuns: 200 },
    )
    expect(steps).toBeGreaterThan(100)
    expect(hopeless).toBeGreaterThan(10)
  })

  test('with unanswered facts, opens the product or leaves only answers missing', () => {
    fc.assert(
      fc.property(written, company, fc.subarray(FACTS), rules, (raw, now, hidden, repairs) => {
        const eligible = conditionOf(raw)
        const dossier = hidden.reduce(forget, dossierOf(now))
        const reading = read(BOOK, dossier, TODAY)
        const verdict = judge(eligible, reading)
        fc.pre(verdict.is === 'no')
        const step = stepFinder(reading, repairs)({ ...productOf('p'), eligible })
        if (!step) return
        const after = judge(eligible, afterChanges(reading, step.changes))
        expect(after.is).not.toBe('no')
        expect(step.lacks.length === 0).toBe(after.is === 'yes')
        for (const fact of step.lacks) expect(hidden).toContain(fact)
        for (const change of step.changes) expect(Object.hasOwn(dossier, change.fact)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
