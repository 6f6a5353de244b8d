// Help that was asked for by name stands first; who would take anything asks for nothing in particular.
import { describe, expect, test } from 'vitest'
import { match } from '#matching'
import { marketOf, productOf, readingOf } from './toy-market.ts'

const LOAN = productOf('loan')
const FUND = productOf('fund', { kind: 'fund', serves: { fact: 't.kinds', oneOf: ['equity'] } })
const COVER = productOf('cover', { kind: 'insurance', serves: { fact: 't.kinds', oneOf: ['insurance'] } })
const market = marketOf([LOAN, FUND, COVER])
const order = (kinds: readonly string[] | undefined) => {
  const facts = { 't.few': 1, ...(kinds ? { 't.kinds': kinds } : {}) }
  return match(market, readingOf(facts)).offers.map(offer => offer.product.id)
}

describe('help that was asked for', () => {
  test('stands before a loan when it is named', () => {
    expect(order(['insurance'])).toEqual(['cover', 'loan'])
    expect(order(['loan', 'equity'])).toEqual(['fund', 'loan'])
  })
  test('stands in the usual order when everything would do', () => {
    expect(order(['loan', 'equity', 'insurance'])).toEqual(['loan', 'fund', 'cover'])
  })
  test('is not guessed before it is named', () => {
    expect(order(undefined)).toEqual(['loan'])
  })
})
