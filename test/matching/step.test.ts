// 差一步 against brute force: over every answer a small company could give, no cheaper way exists; the steps open the
// product, and without any one of them it stays shut.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, type Dossier, type FactValue, forget, judge, read, record } from '#engine'
import { patienceFor, type Repairs } from '../../matching/repair.ts'
import { afterChanges, type Change, stepFinder } from '../../matching/step.ts'
import { answersOf, BOOK, conditionOf, productOf, readingOf, repairsOf, TODAY } from './toy-market.ts'

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

const step = (eligible: unknown, facts: Readonly<Record<string, unknown>>, repairs = repairsOf()) =>
  stepFinder(readingOf(facts), repairs)(productOf('p', { eligible }))

describe('a step', () => {
  test('goes to the limit itself, and one beyond where the limit is not included', () => {
    expect(step({ fact: 't.few', atLeast: 4 }, { 't.few': 1 })?.changes).toMatchObject([{ fact: 't.few', to: 4 }])
    expect(step({ fact: 't.few', above: 3 }, { 't.few': 1 })?.changes).toMatchObject([{ to: 4 }])
    expect(step({ fact: 't.few', below: 3 }, { 't.few': 5 })?.changes).toMatchObject([{ to: 2 }])
  })

  test('goes to the nearest option of an order', () => {
    expect(step({ fact: 't.rank', atLeast: 'silver' }, { 't.rank': 'none' })?.changes).toMatchObject([{ to: 'silver' }])
    expect(step({ fact: 't.rank', noneOf: ['silver'] }, { 't.rank': 'silver' })?.changes).toMatchObject([
      { to: 'gold' },
    ])
  })

  test('keeps what is chosen when something must be added or dropped', () => {
    expect(step({ fact: 't.tags', oneOf: ['y', 'z'] }, { 't.tags': ['x'] })?.changes).toMatchObject([
      { to: ['x', 'y'] },
    ])
    expect(step({ fact: 't.tags', noneOf: ['x'] }, { 't.tags': ['x', 'z'] })?.changes).toMatchObject([{ to: ['z'] }])
  })

  test('is none where only a place, a birthday or a fixed fact would help', () => {
    expect(step({ fact: 'r.place', within: [330108] }, { 'r.place': '370100' })).toBeUndefined()
    expect(step({ fact: 't.born', below: '2000-01-01' }, { 't.born': '2010-01-01' })).toBeUndefined()
    const fixed = repairsOf({ fixed: ['t.few'] })
    expect(step({ fact: 't.few', atLeast: 2 }, { 't.few': 1 }, fixed)).toBeUndefined()
  })

  test('never asks for less of what only grows', () => {
    expect(step({ fact: 't.age', atMost: '12 个月' }, { 't.born': '2019-01-01' })).toBeUndefined()
  })

  test('names the day on which waiting alone is enough', () => {
    // 20,000 days after 1970 is 2024-10-04
    const found = step({ fact: 't.age', atLeast: '24 个月' }, { 't.born': '2023-03-31' })
    expect(found?.changes).toMatchObject([{ fact: 't.age', to: 24, how: 'by-date', on: 20_178 }]) // 2025-03-31
  })

  test('moves one part of a share to its exact limit and leaves the other alone', () => {
    const facts = { 't.part': '30 万元', 't.whole': '1000 万元' }
    const found = step({ value: { ratio: ['t.part', 't.whole'] }, atLeast: '5 %' }, facts)
    expect(found?.changes).toMatchObject([{ fact: 't.part', to: 50_000_000 }])
    const both = step(
      {
        all: [
          { value: { ratio: ['t.part', 't.whole'] }, atLeast: '5 %' },
          { fact: 't.part', atMost: '40 万元' },
        ],
      },
      facts,
    )
    expect(both?.changes).toMatchObject([{ fact: 't.whole', to: 600_000_000 }])
  })

  test('drops a change that another change brings about', () => {
    const eligible = {
      all: [
        { fact: 't.few', atLeast: 3 },
        {
          any: [
            { fact: 't.few', atLeast: 2 },
            { fact: 't.title', is: true },
          ],
        },
      ],
    }
    expect(step(eligible, { 't.few': 0, 't.title': false })?.changes.map(one => one.fact)).toEqual(['t.few'])
  })

  test('carries the repair that speaks about it', () => {
    const repair = {
      facts: ['t.rank'],
      problem: { zh: '等级低', en: 'low rank' },
      who: { zh: '局', en: 'office' },
      way: { zh: '复评', en: 're-assess' },
      time: { zh: '一个月', en: 'a month' },
      source: { title: 'toy', mark: '示意' },
    }
    const found = step({ fact: 't.rank', atLeast: 'gold' }, { 't.rank': 'bronze' }, repairsOf({ repairs: [repair] }))
    expect(found?.changes[0]?.repair?.who.zh).toBe('局')
  })

  test('leaves an answer known about right alone where it may already be enough', () => {
    const eligible = {
      all: [
        { fact: 't.few', atLeast: 3 },
        { fact: 't.title', is: true },
      ],
    }
    const found = step(eligible, { 't.few': '2 ~ 4', 't.title': false })
    expect(found?.changes.map(one => one.fact)).toEqual(['t.title'])
    expect(found?.lacks).toEqual(['t.few'])
  })

  test('answers again from the same answers', () => {
    const reading = read(
      BOOK,
      record(answersOf({ 't.few': 0 }), 't.title', { value: false, source: 'stated', at: '' }),
      TODAY,
    )
    const product = productOf('p', {
      eligible: {
        any: [
          { fact: 't.few', atLeast: 1 },
          { fact: 't.title', is: true },
        ],
      },
    })
    expect(stepFinder(reading, repairsOf())(product)).toEqual(stepFinder(reading, repairsOf())(product))
  })
})
