// What a single step advises: the limit itself, the nearest option, the day of a birthday, and nothing that cannot be done.
import { describe, expect, test } from 'vitest'
import { read, record } from '#engine'
import { obstacles, stepFinder } from '../../matching/step.ts'
import { answersOf, BOOK, conditionOf, productOf, readingOf, repairsOf, TODAY } from './toy-market.ts'

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

describe('what stands in the way for good', () => {
  const named = (eligible: unknown, facts: Readonly<Record<string, unknown>>) =>
    obstacles(conditionOf(eligible), readingOf(facts), repairsOf()).map(test => test.facts.join())

  test('is named, and only that', () => {
    const here = { fact: 'r.place', within: [330108] }
    const eligible = { all: [{ fact: 't.few', atLeast: 3 }, here] }
    expect(named(eligible, { 't.few': 1, 'r.place': '370100' })).toEqual(['r.place'])
    expect(named(eligible, { 't.few': 1, 'r.place': '330108' })).toEqual([])
    const either = { any: [here, { fact: 't.few', atLeast: 3 }] }
    expect(named(either, { 't.few': 1, 'r.place': '370100' })).toEqual([])
  })

  test('is all of it where the parts exclude each other', () => {
    const eligible = {
      all: [
        { fact: 't.few', atLeast: 4 },
        { fact: 't.few', atMost: 2 },
      ],
    }
    expect(named(eligible, { 't.few': 3 })).toEqual(['t.few', 't.few'])
  })
})
