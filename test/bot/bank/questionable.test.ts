// When a rule of the catalogue is worth a look.
import { expect, test } from 'vitest'
import { questionableRules } from '../../../bot/bank/questionable.ts'

const LIMITS = { refusedMin: 5, refusedOneIn: 3, notTheRule: ['unreachable', 'papers-missing'] }
const refused = (product: string, refusal: string, count: number) =>
  Array.from({ length: count }, () => ({ products: [product], refusal }))
const granted = (product: string, count: number) => Array.from({ length: count }, () => ({ products: [product] }))

test('from five equal refusals on, when they are a third of the decisions', () => {
  expect(questionableRules(refused('a', 'cash-flow', 4), LIMITS)).toEqual([])
  expect(questionableRules([...refused('a', 'cash-flow', 5), ...granted('a', 11)], LIMITS)).toEqual([])
  expect(questionableRules([...refused('a', 'cash-flow', 5), ...granted('a', 10)], LIMITS)).toEqual([
    { product: 'a', refusal: 'cash-flow', refused: 5, decided: 15 },
  ])
})

test('different reasons do not add up, and what says nothing of the rule does not count', () => {
  expect(questionableRules([...refused('a', 'cash-flow', 4), ...refused('a', 'too-early', 4)], LIMITS)).toEqual([])
  expect(questionableRules(refused('a', 'unreachable', 9), LIMITS)).toEqual([])
})
