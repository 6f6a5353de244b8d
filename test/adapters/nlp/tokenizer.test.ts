// Features of a text, and which language a text is in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEATURES_VERSION, languageOf, normalize, TEXT_MAX, tokenize } from '../../../adapters/nlp/tokenizer.ts'
import { learnCommonness, weigher } from '../../../adapters/nlp/weights.ts'

test('Chinese: words, characters and framed pairs', () => {
  expect(tokenize('利率多少？', 'zh')).toEqual([
    'w 利率',
    'w 多少',
    ...['利', '率', '多', '少', '?'],
    ...['^ 利', '利 率', '率 多', '多 少', '少 ?', '? $'],
  ])
})

test('English: word beginnings, words and framed pairs', () => {
  expect(tokenize("I'm applying", 'en')).toEqual(['p appl', "i'm", 'applying', "^ i'm", "i'm applying", 'applying $'])
})

test('a stored model fits these features and weights; if they change, FEATURES_VERSION must rise', () => {
  const lines = [
    { text: '利率', intent: 'a' },
    { text: '利息', intent: 'b' },
  ]
  const weigh = weigher(learnCommonness({ language: 'zh', lines }))
  expect(FEATURES_VERSION).toBe(1)
  expect(tokenize('贷500万 loan', 'zh').join('|')).toBe('w loan|贷|0|万|loan|^ 贷|贷 0|0 万|万 loan|loan $')
  const weights = weigh(tokenize('利率高', 'zh'))
  expect(Object.keys(weights)).toEqual(['w 利率', '利', '率', '^ 利', '利 率'])
  expect(weights['利']).toBeCloseTo(0.5438, 3)
})

test('amounts, width, case and repetition make no difference', () => {
  expect(normalize('３，０００．５万')).toBe(normalize('12.5万'))
  expect(normalize('ＡＢＣ')).toBe('abc')
  expect(normalize('啊啊啊啊啊啊')).toBe('啊啊啊')
})

test('the language of a text is that of its letters, else that of the talk', () => {
  expect(languageOf('ok啦', 'en')).toBe('zh')
  expect(languageOf('bye', 'zh')).toBe('en')
  expect(languageOf('1500', 'zh')).toBe('zh')
  expect(languageOf('1500', 'en')).toBe('en')
})

test('any text whatever gives a bounded list of features', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.constantFrom('zh', 'en'), (text, language) => {
      const features = tokenize(text, language)
      expect(features.length).toBeLessThanOrEqual(3 * TEXT_MAX + 1)
    }),
  )
})

test('weights have the same sum of squares, known or not, and no feature reaches a prototype', () => {
  const lines = [{ text: 'constructor of houses', intent: 'a' }]
  const weigh = weigher(learnCommonness({ language: 'en', lines }))
  const norm = Math.hypot(...Object.values(weigh(tokenize('constructor of houses', 'en'))))
  expect(norm).toBeCloseTo(2.5)
  expect(weigh(tokenize('toString __proto__ valueOf', 'en'))).toEqual({})
})
