// The order of offers is total: no two offers are level, no circle, and the same catalogue always reads the same way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '#engine'
import { match, type Offer } from '#matching'
import { byNearness, byRank } from '../../matching/rank.ts'
import { applicant, day } from '../support/rulebook.ts'
import { BOOK, type Fields, smallCatalogue } from './small-catalogue.ts'

const need = { low: 300_000_000, high: 300_000_000 }
const FACTS = { 'c.ideas': 9, 'n.amount': '300 万元' }
const sorted = (products: Record<string, Fields>) =>
  match(smallCatalogue({ products }), read(BOOK, applicant(FACTS, BOOK), day('2024-06-01'))).offers

const fields = fc.record(
  {
    kind: fc.constantFrom('loan', 'fund', 'guarantee', 'subsidy', 'service'),
    collateral: fc.constantFrom([], ['none'], ['ip'], ['property', 'none']),
    amount: fc.constantFrom(
      { max: '100 万元' },
      { max: '200 万元' },
      { max: '300 万元' },
      { max: '900 万元' },
      { min: '50 万元' },
    ),
    rate: fc.constantFrom({ from: '3 %' }, { from: '4 %' }, { to: '5 %' }),
    time: fc.constantFrom({ days: '3 天', note: { zh: '快', en: 'fast' } }, { note: { zh: '慢', en: 'slow' } }),
    source: fc.constantFrom('★★★', '★', '◇').map(mark => ({ title: 'made up', mark, date: '2024-01-01' })),
  },
  { requiredKeys: [] },
)
const catalogues = fc
  .array(fields, { minLength: 2, maxLength: 6 })
  .map(list => Object.fromEntries(list.map((one, index) => [`p-${index}`, one])))

describe('rank', () => {
  test('is a total order on any offers', () => {
    fc.assert(
      fc.property(catalogues, products => {
        const offers = sorted(products)
        const rank = byRank(need)
        expect(offers).toHaveLength(Object.keys(products).length)
        for (const a of offers) {
          expect(rank(a, a)).toBe(0)
          for (const b of offers) {
            if (a.product.id !== b.product.id) expect(rank(a, b)).not.toBe(0)
            expect(Number.isNaN(rank(a, b))).toBe(false)
            expect(Math.sign(rank(a, b)) + Math.sign(rank(b, a))).toBe(0)
            for (const c of offers) if (rank(a, b) < 0 && rank(b, c) < 0) expect(rank(a, c)).toBeLessThan(0)
          }
        }
        for (const [index, offer] of offers.slice(1).entries())
          expect(rank(offers[index] as Offer, offer)).toBeLessThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('does not hang on the order of files', () => {
    fc.assert(
      fc.property(catalogues, products => {
        const ids = (list: readonly Offer[]) => list.map(one => one.product.id)
        const turned = Object.fromEntries(Object.entries(products).reverse())
        expect(ids(sorted(turned))).toEqual(ids(sorted(products)))
      }),
      { numRuns: 300 },
    )
  })

  const comesFirst = (first: Fields, second: Fields) =>
    expect(sorted({ z: first, a: second }).map(one => one.product.id)).toEqual(['z', 'a'])
  test('puts first what helps more', () => {
    comesFirst({ kind: 'loan' }, { kind: 'subsidy' })
    comesFirst({ amount: { max: '300 万元' } }, { amount: { max: '299 万元' } }) // covers the need
    comesFirst({}, { amount: { max: '299 万元' } }) // an amount nobody published may cover it
    comesFirst({ amount: { max: '200 万元' } }, { amount: { max: '100 万元' } })
    comesFirst({ collateral: ['none'] }, { collateral: ['property'] })
    comesFirst({ rate: { from: '3 %' } }, { rate: { from: '4 %' } })
    comesFirst(
      { time: { days: '3 天', note: { zh: 'x', en: 'x' } } },
      { time: { days: '5 天', note: { zh: 'x', en: 'x' } } },
    )
    comesFirst(
      { source: { title: 'x', mark: '★★★', date: '2024-01-01' } },
      { source: { title: 'x', mark: '★', date: '2024-01-01' } },
    )
  })
  test('prefers what was made for this place', () => {
    const local = {
      all: [
        { fact: 'r.place', within: ['330000'] },
        { fact: 'c.ideas', atLeast: 5 },
      ],
    }
    const found = match(
      smallCatalogue({
        products: { z: { eligible: local, amount: { max: '10 万元' } }, a: { amount: { max: '300 万元' } } },
      }),
      read(BOOK, applicant({ ...FACTS, 'r.place': '330108' }, BOOK), day('2024-06-01')),
    )
    expect(found.offers.map(one => one.product.id)).toEqual(['z', 'a'])
  })

  test('open products: stated terms first, then the fewest missing answers', () => {
    const yes = { fact: 'f.yes', is: true }
    const found = match(
      smallCatalogue({
        products: {
          asks: { terms: 'ask', eligible: yes },
          two: { eligible: { all: [yes, { fact: 'f.other', is: true }] } },
          one: { kind: 'service', eligible: yes },
        },
      }),
      read(BOOK, applicant({}, BOOK), day('2024-06-01')),
    )
    expect(found.open.map(one => one.product.id)).toEqual(['one', 'two', 'asks'])
    const nearness = byNearness(undefined)
    for (const a of found.open)
      for (const b of found.open) expect(Math.sign(nearness(a, b)) + Math.sign(nearness(b, a))).toBe(0)
  })
})
