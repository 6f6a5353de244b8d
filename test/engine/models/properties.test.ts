// What must hold of every model for every company, tried with the numbers that stand in the model itself: answers only
// narrow, their order never matters, the final score lies in every earlier range, and unknown is not nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, type FactId, forget, type RatingModel, type Rulebook, read, record, testsOf } from '#engine'
import { conditionsOf } from '../../../engine/model-cycles.ts'
import { rulebook, TODAY } from '../../support/rulebook.ts'
import { lackFaults, ratingFaults, readingFaults } from '../narrows.ts'
import { type Edges, tales } from '../worlds.ts'

const RUNS = { numRuns: 60 }
const book = rulebook()

/** Facts a model looks at, with all they follow from and all that limits them. */
function factsOf(model: RatingModel): ReadonlySet<FactId> {
  const found = new Set<FactId>()
  const add = (id: FactId) => {
    if (found.has(id)) return
    found.add(id)
    for (const expression of book.derivations.get(id) ?? []) expression.facts.forEach(add)
    const above = book.facts.get(id)?.notAbove
    if (above !== undefined) add(above)
  }
  for (const { condition } of conditionsOf(model)) for (const one of testsOf(condition)) one.facts.forEach(add)
  for (const { score, byStage } of model.characteristics)
    for (const table of [...(score ? [score] : []), ...byStage.values()]) table.facts.forEach(add)
  model.stages?.of.facts.forEach(add)
  return found
}

/** The limits that the model puts on single facts: the numbers worth trying. */
function edgesOf(model: RatingModel): Edges {
  const edges = new Map<FactId, number[]>()
  const add = (fact: FactId | undefined, value: number) => {
    if (fact !== undefined) edges.set(fact, [...(edges.get(fact) ?? []), value])
  }
  for (const { condition } of conditionsOf(model))
    for (const { limit, facts, kind } of testsOf(condition))
      if ('value' in limit && typeof limit.value === 'number' && facts.length === 1)
        if (book.facts.get(facts[0] ?? '')?.type === kind) add(facts[0], limit.value)
  for (const { below } of model.stages?.list ?? []) if (below !== undefined) add(model.stages?.of.facts[0], below)
  return edges
}

/** The rulebook with one model and only what it needs, so that every company is about that model. */
function only(model: RatingModel): Rulebook {
  const needed = factsOf(model)
  const keep = <T>(map: ReadonlyMap<FactId, T>) => new Map([...map].filter(([id]) => needed.has(id)))
  return {
    ...book,
    facts: keep(book.facts),
    derivations: keep(book.derivations),
    models: new Map([[model.id, [model]]]),
  }
}

const MODELS = [...book.models.values()].flat()

describe.each(MODELS.map(model => [`${model.id} ${model.version}`, model] as const))('%s', (_, model) => {
  const small = only(model)
  const told = tales(small, TODAY, edgesOf(model))
  const reading = (dossier: Dossier) => read(small, dossier, TODAY)
  const rate = (dossier: Dossier) => {
    const rating = reading(dossier).rating(model.id)
    if (!rating) throw new Error(`${model.id} is not in force`)
    return rating
  }
  const facts = [...small.facts.values()]

  test('answers only narrow, up to the final score, and lack something exactly while it is open', () => {
    fc.assert(
      fc.property(told, ({ truth, early, late }) => {
        const [first, second, last] = [reading(early), reading(late), reading(truth)]
        expect([
          ...readingFaults(first, second),
          ...readingFaults(second, last),
          ...readingFaults(first, last),
        ]).toEqual([])
        expect([...lackFaults(rate(early)), ...lackFaults(rate(late)), ...lackFaults(rate(truth))]).toEqual([])
      }),
      RUNS,
    )
  })
  test('the order of the answers never matters', () => {
    fc.assert(
      fc.property(told, fc.nat(), ({ late }, turn) => {
        const entries = Object.entries(late)
        const cut = turn % Math.max(1, entries.length)
        const turned = Object.fromEntries([...entries.slice(cut), ...entries.slice(0, cut)].reverse())
        const figures = (dossier: Dossier) => {
          const { score, grades, passes, knockedOut, partials, evidence } = rate(dossier)
          const parts = partials.map(one => [one.low, one.high])
          return [score, grades, passes.is, knockedOut.is, parts, evidence.map(one => one.verdict.is)]
        }
        expect(figures(turned)).toEqual(figures(late))
      }),
      RUNS,
    )
  })
  test('an answer of nothing lies within no answer, and is not the same', () => {
    // facts that follow from no others: nothing else that was told speaks about them
    const plain = facts.filter(fact => !book.derivations.has(fact.id))
    const counted = plain.filter(fact => fact.min === 0 && (fact.type === 'money' || fact.type === 'count'))
    if (counted.length === 0) return
    fc.assert(
      fc.property(told, fc.nat(), ({ truth }, pick) => {
        const fact = counted[pick % counted.length]
        if (!fact) return
        const answers = Object.fromEntries(Object.entries(truth).filter(([id]) => plain.some(one => one.id === id)))
        const silent = forget(answers, fact.id)
        const nothing = record(silent, fact.id, { value: 0, source: 'stated', at: '' })
        expect(ratingFaults(rate(silent), rate(nothing))).toEqual([])
        // what is not told is between nothing and its most, whatever rating comes out of it
        const unknown = reading(silent).value(fact.id)
        expect(unknown).toMatchObject({ is: 'range', lacks: [fact.id] })
        expect(reading(nothing).value(fact.id)).toMatchObject({ is: 'range', low: 0, high: 0, lacks: [] })
      }),
      RUNS,
    )
  })
})
