// The share of acceptance, drawn towards that of all products.
import { expect, test } from 'vitest'
import { acceptanceOf } from '../../../bot/bank/acceptance.ts'

const leads = (product: string, accepted: number, refused: number) => [
  ...Array.from({ length: accepted }, () => ({ products: [product] })),
  ...Array.from({ length: refused }, () => ({ products: [product], refusal: 'cash-flow' })),
]

test('few decisions stay near the usual share, many speak for themselves', () => {
  const found = acceptanceOf([...leads('new', 0, 2), ...leads('old', 100, 98)], 20)
  // half of all 200 were accepted
  expect(found).toEqual([
    { product: 'new', accepted: 0, decided: 2, share: 454_545 },
    { product: 'old', accepted: 100, decided: 198, share: 504_587 },
  ])
})

test('without decisions there is nothing to say', () => {
  expect(acceptanceOf([], 20)).toEqual([])
})
