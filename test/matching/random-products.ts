// Loans, guarantees and subsidies with every mixture of published and unpublished terms.
import fc from 'fast-check'
import type { Product } from '#matching'
import { productOf } from './toy-market.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const tenths = (min: number, max: number) => fc.integer({ min, max }).map(x => `${x / 10} %`)
const wan = (min: number, max: number) => fc.integer({ min, max }).map(x => `${x} 万元`)
const days = fc.integer({ min: 1, max: 60 }).map(x => `${x} 天`)
const both = (text: string) => ({ zh: text, en: text })

/** Leaves out what is undefined, as a file would. */
const written = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
const time = maybe(days.map(one => ({ days: one, note: both('about') })))
const fees = fc.oneof(
  fc.constant([]),
  maybe(tenths(1, 30)).map(yearly => [written({ title: both('fee'), yearly })]),
)
const papers = fc.subarray(['licence', 'accounts', 'plan', 'contract'])
const steps = fc.constant([both('apply')])
const share = maybe(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.boolean())
    .map(([tens, atMost]) => [{ by: 'government', share: `${tens * 10} %`, atMost }]),
)

export const loans = (id: string): fc.Arbitrary<Product> =>
  fc
    .record({
      rate: maybe(fc.tuple(tenths(20, 60), maybe(tenths(61, 90))).map(([from, to]) => written({ from, to }))),
      amount: maybe(wan(50, 2000).map(max => ({ max }))),
      term: maybe(fc.integer({ min: 1, max: 5 }).map(years => ({ max: `${years} 年` }))),
      time,
      fees,
      riskShare: share,
      collateral: maybe(fc.subarray(['none', 'guarantee', 'ip'])),
      documents: papers,
      steps,
    })
    .map(fields => productOf(id, written({ ...fields, kind: 'loan' })))

export const guarantees = (id: string): fc.Arbitrary<Product> =>
  fc
    .record({
      fees,
      time,
      riskShare: share,
      amount: maybe(wan(50, 1000).map(max => ({ max }))),
      documents: papers,
      steps,
    })
    .map(fields => productOf(id, written({ ...fields, kind: 'guarantee' })))

export const subsidies = (id: string): fc.Arbitrary<Product> =>
  fc
    .record({
      way: fc.oneof(
        tenths(1, 40).map(ratePoints => ({ ratePoints })),
        tenths(50, 900).map(interestShare => ({ interestShare })),
        tenths(10, 30).map(rateAfter => ({ rateAfter })),
      ),
      max: maybe(wan(1, 40)),
      maxPer: maybe(fc.constantFrom('year', 'loan')),
      principal: maybe(wan(100, 1500)),
      atMost: maybe(fc.boolean()),
      documents: papers,
      steps,
    })
    .map(({ way, max, maxPer, principal, atMost, documents, steps: list }) =>
      productOf(id, {
        kind: 'subsidy',
        benefit: written({ ...way, max, maxPer, principal, atMost }),
        documents,
        steps: list,
      }),
    )

export const modifiers = (id: string): fc.Arbitrary<Product> =>
  fc
    .record({
      amountTimes: fc.constantFrom('110 %', '130 %'),
      extraTerm: maybe(fc.constant('1 年')),
      institutions: fc.constantFrom([['bank-a']], [['bank-b']]),
    })
    .map(({ amountTimes, extraTerm, institutions }) =>
      productOf(id, { modifies: written({ kinds: ['loan'], amountTimes, extraTerm, institutions: institutions[0] }) }),
    )
