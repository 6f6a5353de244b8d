// The forms of the public yardsticks, on utterances written for this test.
import { expect, test } from 'vitest'
import { parsePublicSet } from '../../../adapters/nlp/public-sets.ts'

const show = (list: readonly { readonly text: string; readonly label: string }[] | undefined) =>
  list?.map(({ text, label }) => `${label}: ${text}`)

test('SMP2017: a query and a label under each number', () => {
  const file = '{"0": {"query": "东莞下雨没", "label": "weather"}, "1": {"query": "放首歌", "label": "music"}}'
  expect(show(parsePublicSet(file)?.test)).toEqual(['weather: 东莞下雨没', 'music: 放首歌'])
  expect(parsePublicSet(file)?.train).toEqual(parsePublicSet(file)?.test)
})

test('BANKING77: a table, with quotes, commas, doubled quotes and line ends inside quotes', () => {
  const file = `text,category
is my card here,card_arrival
"""hi"", where is it, please",card_arrival
"it says
declined",declined_payment
`
  expect(show(parsePublicSet(file)?.test)).toEqual([
    'card-arrival: is my card here',
    'card-arrival: "hi", where is it, please',
    'declined-payment: it says declined',
  ])
})

test('CLINC150: its own parts, out of scope in both', () => {
  const file = JSON.stringify({
    train: [['pay it', 'pay_bill']],
    val: [['pay that', 'pay_bill']],
    test: [['pay mine', 'pay_bill']],
    oos_train: [['how deep is the sea', 'oos']],
    oos_val: [],
    oos_test: [['who is that', 'oos']],
  })
  expect(show(parsePublicSet(file)?.train)).toEqual(['pay-bill: pay it', 'out: how deep is the sea'])
  expect(show(parsePublicSet(file)?.test)).toEqual(['pay-bill: pay mine', 'out: who is that'])
})

test.each(['', '#greet\n你好', '{"cut off', '{"0": 1}', 'a,b\nc,d', '[]'])('%j is none of them', file => {
  expect(parsePublicSet(file)).toBeUndefined()
})
