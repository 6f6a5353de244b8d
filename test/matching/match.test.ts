// Every product stands in exactly one group, for a reason that is told, and only an answer, a rule or a day moves it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, failedSubjects, read } from '#engine'
import { type Match, match } from '#matching'
import { tales } from '../engine/worlds.ts'
import { applicant, catalogue, day, rulebook, TODAY } from '../support/rulebook.ts'
import { BOOK, both, type Fields, smallCatalogue } from './small-catalogue.ts'

const YES = { fact: 'f.yes', is: true }
const PLACE = { fact: 'r.place', within: ['330000'] }

function sort(products: Record<string, Fields>, facts: Fields, today = '2024-06-01'): Match {
  return match(smallCatalogue({ products }), read(BOOK, applicant(facts, BOOK), day(today)))
}

/** The group of the product called one. */
function groupOf(found: Match): string {
  if (found.offers.some(one => one.product.id === 'one')) return 'offer'
  const open = found.open.find(one => one.product.id === 'one')
  if (open) return open.asks ? 'ask' : `open: ${open.lacks.join()}`
  const no = found.refused.find(one => one.product.id === 'one')
  if (!no) return 'hidden'
  const marks = [no.elsewhere && 'elsewhere', no.unwanted && 'unwanted', no.expired && 'expired'].filter(Boolean)
  return ['no', failedSubjects(no.verdict).join(), ...marks].filter(Boolean).join(' ')
}
const group = (product: Fields, facts: Fields, today?: string) => groupOf(sort({ one: product }, facts, today))

describe('groups', () => {
  const all = { eligible: { all: [YES, PLACE, { fact: 'c.ideas', atLeast: 5 }] } }
  test.each([
    [all, { 'f.yes': true, 'r.place': '330108', 'c.ideas': 5 }, 'offer'],
    [all, { 'f.yes': true, 'r.place': '330108' }, 'open: c.ideas'],
    [all, {}, 'open: f.yes,r.place,c.ideas'],
    [all, { 'f.yes': false, 'c.ideas': 1 }, 'no f.yes,c.ideas'],
    [all, { 'r.place': '370102' }, 'no r.place elsewhere'],
    [{ eligible: YES, terms: 'ask' }, { 'f.yes': true }, 'ask'],
    [{ eligible: YES, terms: 'ask' }, { 'f.yes': false }, 'no f.yes'],
    [{ eligible: YES, bankSide: true }, { 'f.yes': true }, 'hidden'],
    [{ eligible: YES, bankSide: true }, { 'f.yes': false }, 'hidden'],
    // the need it serves
    [
      { eligible: YES, serves: { fact: 'n.kinds', oneOf: ['equity'] } },
      { 'f.yes': true, 'n.kinds': ['equity'] },
      'offer',
    ],
    [
      { eligible: YES, serves: { fact: 'n.kinds', oneOf: ['equity'] } },
      { 'f.yes': true, 'n.kinds': ['loan'] },
      'no n.kinds unwanted',
    ],
    [{ eligible: YES, serves: { fact: 'n.kinds', oneOf: ['equity'] } }, { 'f.yes': true }, 'open: n.kinds'],
    [
      { eligible: { all: [YES, { fact: 'n.purpose', oneOf: ['rd'] }] } },
      { 'f.yes': true, 'n.purpose': ['orders'] },
      'no n.purpose unwanted',
    ],
    [
      { eligible: { all: [YES, { fact: 'n.purpose', oneOf: ['rd'] }] } },
      { 'f.yes': false, 'n.purpose': ['orders'] },
      'no f.yes,n.purpose',
    ],
  ])('%j with %j: %s', (product, facts, wanted) => {
    expect(group(product, facts)).toBe(wanted)
  })

  test('a product is in force from its first day to its last', () => {
    const product = { eligible: YES, valid: { from: '2024-03-01', to: '2024-12-31' } }
    const on = (today: string) => group(product, { 'f.yes': true }, today)
    expect(['2024-02-29', '2024-03-01', '2024-12-31', '2025-01-01'].map(on)).toEqual([
      'no expired',
      'offer',
      'offer',
      'no expired',
    ])
  })
})

describe('modifiers', () => {
  const loan = { eligible: YES, amount: { max: '500 万元' } }
  const zheke = {
    eligible: YES,
    title: both('浙科贷'),
    modifies: { kinds: ['loan'], amountTimes: '130 %', institutions: ['first-bank'] },
  }
  const facts = { 'f.yes': true }
  test('better the offers of their kind and institution, and stand beside them', () => {
    const found = sort(
      { one: loan, two: { ...loan, institutions: ['second-bank'] }, three: { ...zheke, kind: 'service' } },
      facts,
    )
    const amounts = Object.fromEntries(
      found.offers.map(({ product, amount, modifiers }) => [product.id, [amount?.high, modifiers.map(one => one.id)]]),
    )
    expect(amounts).toEqual({
      one: [650_000_000, ['three']],
      two: [500_000_000, []],
      three: [undefined, []],
    })
  })
  test('do nothing while they are not for this company', () => {
    const found = sort(
      { one: loan, three: { ...zheke, kind: 'service', eligible: { fact: 'f.other', is: true } } },
      facts,
    )
    expect(found.offers.map(one => [one.product.id, one.amount?.high, one.modifiers.length])).toEqual([
      ['one', 500_000_000, 0],
    ])
  })
})

describe('the real catalogue', () => {
  const book = rulebook()
  const products = catalogue()
  const told = tales(book, TODAY)
  const matched = (dossier: Dossier) => match(products, read(book, dossier, TODAY))
  const ids = (list: readonly { product: { id: string } }[]) => list.map(one => one.product.id)
  const RUNS = { numRuns: 300 }

  test('every product stands in exactly one group; money for banks in none', () => {
    const shown = [...products.products.values()].filter(one => !one.bankSide).map(one => one.id)
    fc.assert(
      fc.property(told, ({ early }) => {
        const { offers, open, refused } = matched(early)
        expect([...ids(offers), ...ids(open), ...ids(refused)].sort()).toEqual([...shown].sort())
      }),
      RUNS,
    )
    expect(shown.length).toBeLessThan(products.products.size)
  })

  test('an answer more never moves a product from yes to no or back', () => {
    fc.assert(
      fc.property(told, ({ early, late, truth }) => {
        const groups = [early, late, truth].map(dossier => {
          const { offers, open, refused } = matched(dossier)
          return {
            yes: new Set(ids(offers)),
            no: new Set(ids(refused)),
            asks: new Set(ids(open.filter(one => one.asks))),
          }
        })
        for (const [index, before] of groups.entries())
          for (const after of groups.slice(index + 1)) {
            expect([...before.yes].filter(id => !after.yes.has(id))).toEqual([])
            expect([...before.no].filter(id => !after.no.has(id))).toEqual([])
            expect([...after.asks].filter(id => !before.asks.has(id))).toEqual([])
          }
      }),
      RUNS,
    )
  })

  test('what is open says what it lacks, what is refused says why', () => {
    fc.assert(
      fc.property(told, ({ early }) => {
        const { open, refused } = matched(early)
        for (const one of open) {
          const undecided = one.verdict.is === 'open'
          if (undecided || !one.asks) expect(one.lacks.length, one.product.id).toBeGreaterThan(0)
          for (const fact of one.lacks) expect(book.facts.get(fact)?.asked, `${one.product.id} ${fact}`).toBe(true)
        }
        for (const one of refused)
          expect(one.verdict.is === 'no' && (one.expired || one.verdict.findings.length > 0), one.product.id).toBe(true)
      }),
      RUNS,
    )
  })

  test('a company that has told everything is left with nothing open but what must be asked for', () => {
    fc.assert(
      fc.property(told, ({ truth }) => {
        const undecided = matched(truth).open.filter(one => !one.asks)
        // what cannot be told in whole numbers is the only thing that may still be missing
        for (const one of undecided)
          expect(
            one.lacks.some(fact => Object.hasOwn(truth, fact)),
            one.product.id,
          ).toBe(false)
      }),
      RUNS,
    )
  })

  test('places of refusal: a product for somewhere else says so, and only then', () => {
    const found = matched(applicant({ 'company.region': 330108 }))
    for (const one of found.refused)
      expect(one.elsewhere, one.product.id).toBe(one.verdict.findings.some(({ test }) => test.limit.op === 'within'))
    expect(ids(found.refused.filter(one => one.elsewhere)).some(id => id.startsWith('shanxi/'))).toBe(true)
    expect(ids(found.refused.filter(one => one.elsewhere)).some(id => id.startsWith('hangzhou-binjiang/'))).toBe(false)
  })
})
