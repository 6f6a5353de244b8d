// The next question is worth asking: never about what is known or declined, never about what can change nothing, and the
// talk comes to an end.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, type FactId, isNumeric, NO_ANSWERS, type Reading, read } from '#engine'
import { match, nextQuestion } from '#matching'
import { tales } from '../engine/worlds.ts'
import { applicant, catalogue, day, readingOf, rulebook, TODAY } from '../support/rulebook.ts'
import { BOOK, type Fields, type Parts, book as smallBook, smallCatalogue } from './small-catalogue.ts'

const YES = { fact: 'f.yes', is: true }
const OTHER = { fact: 'f.other', is: true }
const IDEAS = { fact: 'c.ideas', atLeast: 5 }

interface Options {
  readonly skipped?: readonly string[]
  readonly models?: readonly string[]
  readonly opening?: readonly string[]
  readonly alone?: boolean
}

function ask(parts: Parts, facts: Fields, options: Options = {}) {
  const rules = parts.rules ?? BOOK
  const reading = read(rules, applicant(facts, rules), day('2024-06-01'))
  return nextQuestion(smallCatalogue(parts), reading, { skipped: [], models: [], ...options })
}
const product = (eligible: unknown, fields: Fields = {}) => ({ eligible, ...fields })

describe('what is asked', () => {
  test('the fact that decides more comes first', () => {
    const products = { a: product(OTHER, { kind: 'service' }), b: product(YES), c: product({ all: [YES, IDEAS] }) }
    expect(ask({ products }, {})).toMatchObject({ facts: ['f.yes'] })
    expect(ask({ products }, { 'f.yes': true })).toMatchObject({ facts: ['c.ideas'] })
  })
  test('what only sharpens the list comes last and says so', () => {
    const products = { a: product(OTHER, { kind: 'service' }), b: product(YES) }
    expect(ask({ products }, {})).toMatchObject({ facts: ['f.yes'], decides: true })
    const need = { 'n.amount': '50 万元', 'n.term': '12 个月' }
    expect(ask({ products }, { 'f.yes': true, ...need })).toMatchObject({
      facts: ['f.other'],
      decides: false,
      remaining: 1,
    })
    expect(ask({ products }, { 'f.yes': false })).toMatchObject({ facts: ['f.other'], decides: false, remaining: 1 })
    expect(ask({ products }, { 'f.yes': false, 'f.other': false })).toBeUndefined()
  })
  test('it names what hangs on it', () => {
    const kind = 'service'
    const products = {
      a: product(OTHER, { kind }),
      b: product(YES, { kind }),
      c: product({ all: [YES, IDEAS] }, { kind }),
    }
    const question = ask({ products }, {})
    expect(question?.products.map(one => one.id).sort()).toEqual(['b', 'c'])
  })
  test('what everybody is asked comes before all else, in its order, once', () => {
    const parts = { products: { a: product(YES) }, need: { always: ['t.name', 'n.amount'] } }
    expect(ask(parts, {})?.facts).toEqual(['t.name'])
    expect(ask(parts, { 't.name': '某公司' })?.facts).toEqual(['n.amount'])
    expect(ask(parts, { 't.name': '某公司', 'n.amount': '50 万元' })?.facts).toEqual(['f.yes'])
    expect(ask(parts, {}, { skipped: ['t.name', 'n.amount'] })?.facts).toEqual(['f.yes'])
  })
  test('products whose terms nobody knows ask nothing', () => {
    expect(ask({ products: { a: product(YES, { terms: 'ask' }) } }, {})).toBeUndefined()
  })
  test('money for banks asks nothing', () => {
    expect(ask({ products: { a: product(YES, { bankSide: true }) } }, {})).toBeUndefined()
  })
  test('a rating asks as long as its grade is open, and only when it is wanted', () => {
    expect(ask({}, {})).toBeUndefined()
    expect(ask({}, {}, { models: ['toy'] })).toMatchObject({ facts: ['c.ideas'], products: [] })
    expect(ask({}, { 'c.ideas': '4 ~ 5' }, { models: ['toy'] })?.facts).toEqual(['c.ideas'])
    expect(ask({}, { 'c.ideas': '5 ~ 9' }, { models: ['toy'] })).toBeUndefined()
  })
})

describe('in one breath', () => {
  const requests = { story: { zh: '说说吧', en: 'tell me' } }
  const rules = smallBook({
    requests,
    facts: {
      'f.yes': { type: 'flag', request: 'story' },
      'f.other': { type: 'flag', request: 'story' },
      'c.ideas': { type: 'count', min: 0, max: 50, request: 'story' },
    },
  })
  const products = { a: product(YES), b: product(OTHER), c: product(IDEAS) }
  test('facts of one request are asked together, but none that nothing hangs on', () => {
    const two = ask({ products: { a: product({ all: [YES, OTHER] }) }, rules }, {})
    expect(two).toMatchObject({ request: 'story', facts: ['f.yes', 'f.other'] })
  })
  test('what a talk opens with is asked whole: people tell it in one breath', () => {
    const opening = ask({ products: { a: product(YES), b: product(OTHER) }, rules }, {}, { opening: ['story'] })
    expect(opening).toMatchObject({ request: 'story', facts: ['c.ideas', 'f.yes', 'f.other'] })
  })
  test('one by one where that is wished', () => {
    expect(ask({ products, rules }, {}, { alone: true })?.facts).toHaveLength(1)
  })
  test('a single one is asked alone', () => {
    expect(ask({ products, rules }, { 'f.yes': true, 'f.other': true })).toEqual(
      expect.objectContaining({ facts: ['c.ideas'], request: undefined }),
    )
  })
  test('what was declined is left out', () => {
    expect(ask({ products, rules }, {}, { skipped: ['f.other'] })?.facts).not.toContain('f.other')
  })
  test('what was told about right is asked for more exactly, alone and never together with nothing', () => {
    const vague = { 'c.ideas': '3 ~ 8', 'f.yes': true }
    expect(ask({ products, rules }, vague)?.facts).toHaveLength(1)
    expect(ask({ products, rules }, { ...vague, 'f.other': true })).toMatchObject({ facts: ['c.ideas'] })
    const both = { a: product({ fact: 'c.people', atLeast: 20 }), b: product(IDEAS) }
    const people = {
      'c.people': { type: 'count', min: 1, max: 1_000, request: 'story' },
      'c.ideas': { type: 'count', min: 0, max: 50, request: 'story' },
    }
    const question = ask(
      { products: both, rules: smallBook({ requests, facts: people }) },
      { 'c.people': '10 ~ 30', 'c.ideas': '3 ~ 8' },
    )
    expect(question?.facts).toHaveLength(1)
  })
})

describe('the real catalogue', () => {
  const BINJIANG = {
    'company.region': '330108',
    'company.name': '某公司',
    'company.founded_on': '2017-05-01',
    'people.total': 45,
    'finance.revenue_last_year': '2800 万元',
    'need.amount': '300 万元',
    'need.term': '12 个月',
    'need.purpose': ['rd'],
  }

  test('in Binjiang nobody is asked for a government grade or zero filings before anything natural', () => {
    const odd = ['credit.government_grade', 'credit.zero_filing_months']
    const models = ['binjiang-points', 'tech-sme']
    const first = nextQuestion(catalogue(), readingOf(BINJIANG), { skipped: [], models })
    expect(first?.facts.length).toBeGreaterThan(0)
    expect(first?.facts.filter(fact => odd.includes(fact))).toEqual([])
  })

  const book = rulebook()
  const products = catalogue()
  const MODELS = [...book.models.keys()]
  const told = tales(book, TODAY)
  const at = (dossier: Dossier): Reading => read(book, dossier, TODAY)
  const next = (dossier: Dossier, skipped: readonly FactId[] = []) =>
    nextQuestion(products, at(dossier), { skipped, models: MODELS })

  test('it is never about what is known, declined or only computed', () => {
    fc.assert(
      fc.property(told, fc.subarray([...book.facts.keys()]), ({ early }, skipped) => {
        const question = next(early, skipped)
        if (!question) return
        expect(question.facts.length).toBeGreaterThan(0)
        expect(new Set(question.facts).size).toBe(question.facts.length)
        for (const fact of question.facts) {
          expect(skipped).not.toContain(fact)
          expect(book.facts.get(fact)?.asked, fact).toBe(true)
          const value = early[fact]?.value
          // only an answer about right, or a place too broad, is asked for again
          expect(value === undefined || typeof value === 'object' || String(value).endsWith('00'), fact).toBe(true)
        }
        const homes = new Set(question.facts.map(fact => book.facts.get(fact)?.request))
        if (question.facts.length > 1) expect(question.request).toBe(homes.size === 1 ? [...homes][0] : undefined)
        expect(question.remaining).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  /** Everything a company is told: the group of each product and every figure of the ratings. */
  function outcome(dossier: Dossier): string {
    const reading = at(dossier)
    const { offers, open, refused } = match(products, reading)
    const groups = [offers, open, refused].map(list => list.map(one => one.product.id).sort())
    const amounts = offers.map(one => [one.product.id, one.amount?.high])
    const ratings = MODELS.map(id => {
      const rating = reading.rating(id)
      return [rating?.score, rating?.passes.is, rating?.grades, rating?.stages.map(one => one.id)]
    })
    return JSON.stringify([groups, amounts, ratings])
  }

  function values(id: FactId, reading: Reading): readonly (string | number | boolean | readonly string[])[] {
    const fact = book.facts.get(id)
    if (fact?.type === 'flag') return [true, false]
    if (fact?.type === 'choices')
      return [...Object.keys(fact.options ?? {}).map(one => [one]), Object.keys(fact.options ?? {})]
    if (fact?.options) return Object.keys(fact.options)
    if (fact?.type === 'region') return ['330108', '370102', '140100', '440305']
    const value = reading.value(id)
    if (!fact || !isNumeric(fact.type) || value.is !== 'range') return ['x', 'y']
    const [low, high] = [Math.ceil(Number(value.low)), Math.floor(Number(value.high))]
    const between = Array.from({ length: 10 }, (_, step) => low + Math.floor((high - low + 1) ** (step / 10)) - 1)
    return [low, high, ...between, low + 1, low + 2, low + 3]
  }

  test('some answer to it changes what the company is told', { timeout: 120_000 }, () => {
    let asked = 0
    for (const { early, truth } of fc.sample(told, { numRuns: 12, seed: 2026 })) {
      // what everybody is asked is told: it need not change anything
      const known = products.need.always.flatMap(fact => (truth[fact] ? [[fact, truth[fact]] as const] : []))
      for (const dossier of [{ ...early, ...Object.fromEntries(known) }, Object.fromEntries(known)]) {
        const question = next(dossier)
        if (!question) continue
        asked++
        const outcomes = new Set<string>()
        for (const fact of question.facts)
          for (const value of values(fact, at(dossier))) {
            outcomes.add(outcome({ ...dossier, [fact]: { value, source: 'stated', at: '' } }))
            if (outcomes.size > 1) break
          }
        expect(outcomes.size, question.facts.join()).toBeGreaterThan(1)
      }
    }
    expect(asked).toBeGreaterThan(12)
  })

  test('the talk ends, each question is new, and what is open in the end was declined', { timeout: 120_000 }, () => {
    const questions: number[] = []
    for (const { truth, early } of fc.sample(told, { numRuns: 8, seed: 7 })) {
      let dossier: Dossier = questions.length % 2 === 0 ? NO_ANSWERS : early
      const skipped: FactId[] = []
      const seen = new Set<string>()
      for (let question = next(dossier); question; question = next(dossier, skipped)) {
        const key = question.facts.join()
        expect(seen.has(key), key).toBe(false)
        seen.add(key)
        for (const fact of question.facts) {
          const answer = truth[fact]
          if (answer) dossier = { ...dossier, [fact]: answer }
          else skipped.push(fact)
        }
        expect(seen.size).toBeLessThanOrEqual(book.facts.size)
      }
      questions.push(seen.size)
      for (const one of match(products, at(dossier)).open.filter(undecided => !undecided.asks))
        expect(
          one.lacks.some(fact => skipped.includes(fact)),
          one.product.id,
        ).toBe(true)
    }
    expect(Math.min(...questions), questions.join()).toBeGreaterThan(3)
  })
})
