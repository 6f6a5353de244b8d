// The classifier trained on all shipped utterances: what it makes of sentences it never saw, that attacks are answered
// quickly, that a stored model answers like the trained one, and both like the library. This is also the contract with the
// internals of node-nlp that are read.
import { readFileSync } from 'node:fs'
import { NlpManager } from 'node-nlp'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { projectRoot } from '../../../adapters/files/load.ts'
import { type Classifier, openClassifier } from '../../../adapters/nlp/classifier.ts'
import { type Evaluation, evaluate } from '../../../adapters/nlp/evaluate.ts'
import { alreadyTaught, type Corpus, readIntentLines } from '../../../adapters/nlp/intent-lines.ts'
import { type Labelled, OUT_OF_SCOPE, parseLabelled } from '../../../adapters/nlp/labelled.ts'
import { type Model, readModel, writeModel } from '../../../adapters/nlp/model.ts'
import { trainModel } from '../../../adapters/nlp/train-model.ts'
import { INTENT_CERTAIN, INTENT_POSSIBLE } from '../../../bot/intents/thresholds.ts'
import { ATTACKS } from './attacks.ts'

const ATTACK_MS_MAX = 250
const THRESHOLDS = { certain: INTENT_CERTAIN, possible: INTENT_POSSIBLE }

let model: Model
let classifier: Classifier
let manager: NlpManager
let corpora: readonly Corpus[]

beforeAll(async () => {
  corpora = readIntentLines(projectRoot(), [])
  const adding = vi.spyOn(NlpManager.prototype, 'addLanguage')
  model = await trainModel(corpora)
  classifier = openClassifier(model)
  manager = adding.mock.contexts[0] as NlpManager
  adding.mockRestore()
})

const SETS = ['held-out', 'fresh', 'outside'] as const

const measured = (set: (typeof SETS)[number], language: 'zh' | 'en'): readonly Labelled[] =>
  parseLabelled(readFileSync(new URL(`./${set}.${language}.txt`, import.meta.url), 'utf8'))
const heldOut = (language: 'zh' | 'en'): readonly Labelled[] => measured('held-out', language)

function judge(utterances: readonly Labelled[], language: 'zh' | 'en'): Evaluation {
  const intents = new Set(corpora.flatMap(corpus => corpus.lines.map(line => line.intent)))
  return evaluate(utterances, text => classifier.guess(text, language), intents, THRESHOLDS)
}

describe('sentences that are in no training file', () => {
  test('there are enough of them, none is a training line, and every label is an intent', () => {
    const count = (list: readonly Labelled[], out: boolean) =>
      list.filter(one => (one.label === OUT_OF_SCOPE) === out).length
    expect(count(heldOut('zh'), false)).toBeGreaterThanOrEqual(60)
    expect(count(heldOut('en'), false)).toBeGreaterThanOrEqual(20)
    expect(count(heldOut('zh'), true) + count(heldOut('en'), true)).toBeGreaterThanOrEqual(30)
    for (const corpus of corpora)
      for (const set of SETS) expect(alreadyTaught(corpus, measured(set, corpus.language))).toEqual([])
    expect(judge(heldOut('zh'), 'zh').unknownLabels).toEqual([])
    expect(judge(heldOut('en'), 'en').unknownLabels).toEqual([])
  })

  // each floor lies about five points below what was measured when the utterances were written
  test('Chinese', () => {
    const found = judge(heldOut('zh'), 'zh')
    expect(found.accuracy).toBeGreaterThan(0.84)
    expect(found.topThree).toBeGreaterThan(0.9)
    expect(found.auroc).toBeGreaterThan(0.93)
    expect(found.actedRight).toBeGreaterThan(0.93)
    expect(found.rejected).toBeLessThan(0.1)
    expect(found.outActed).toBeLessThan(0.1)
  })

  test('English', () => {
    const found = judge(heldOut('en'), 'en')
    expect(found.accuracy).toBeGreaterThan(0.92)
    expect(found.topThree).toBeGreaterThan(0.94)
    expect(found.auroc).toBeGreaterThan(0.94)
    expect(found.outActed).toBeLessThan(0.11)
  })

  // written before any result was looked at, the outside set by somebody who had not read the training lines; measured when
  // the utterances were finished
  test.each([
    ['fresh', 'zh', { accuracy: 0.86, topThree: 0.95 }],
    ['fresh', 'en', { accuracy: 0.89, topThree: 0.96 }],
    ['outside', 'zh', { accuracy: 0.91, topThree: 0.97 }],
    ['outside', 'en', { accuracy: 0.9, topThree: 0.96 }],
  ] as const)('the %s set: %s', (set, language, least) => {
    const found = judge(measured(set, language), language)
    expect(found.unknownLabels).toEqual([])
    expect(found.accuracy).toBeGreaterThan(least.accuracy)
    expect(found.topThree).toBeGreaterThan(least.topThree)
    expect(found.auroc).toBeGreaterThan(0.95)
    expect(found.outActed).toBeLessThan(0.05)
    expect(found.rejected).toBeLessThan(0.1)
  })
})

test('a message in the other language is understood all the same', () => {
  expect(classifier.guess('利息是多少呀', 'en')[0]?.intent).toBe('ask-rate')
  expect(classifier.guess('talk to a human please', 'zh')[0]?.intent).toBe('human')
})

test('guesses are at most three, best first, from 0 to 1, and never None', () => {
  for (const { text } of [...heldOut('zh'), ...heldOut('en')]) {
    const guesses = classifier.guess(text, 'zh')
    expect(guesses.length).toBeLessThanOrEqual(3)
    expect(guesses.map(one => one.confidence)).toEqual(guesses.map(one => one.confidence).sort((a, b) => b - a))
    for (const { intent, confidence } of guesses) {
      expect(intent).not.toBe('None')
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
    }
  }
})

test('attacks are answered quickly and never acted on', () => {
  for (const text of ATTACKS.filter(text => !text.includes('利息'))) {
    const before = performance.now()
    const guesses = classifier.guess(text, 'zh')
    expect(performance.now() - before, text.slice(0, 20)).toBeLessThan(ATTACK_MS_MAX)
    expect(guesses[0]?.confidence ?? 0, text.slice(0, 20)).toBeLessThan(INTENT_CERTAIN)
    expect(guesses.every(one => Number.isFinite(one.confidence))).toBe(true)
  }
})

test('a stored model answers exactly like the trained one', () => {
  const restored = openClassifier(readModel(writeModel(model)))
  for (const { text } of [...heldOut('zh'), ...heldOut('en')])
    expect(restored.guess(text, 'zh')).toEqual(classifier.guess(text, 'zh'))
})

test('what is no model is refused', () => {
  const [one] = model
  expect(() => readModel(Buffer.from('{"cut off'))).toThrow()
  expect(() => readModel(writeModel(model).subarray(0, 1_000))).toThrow()
  expect(() => readModel(writeModel([{ ...one, biases: new Float64Array(1) } as Model[number]]))).toThrow(
    'no trained model',
  )
})

test('the library, asked itself, activates the same intents as much', async () => {
  for (const language of ['zh', 'en'] as const) {
    const nlu = manager.nlp.nluManager.domainManagers[language]?.addDomain('master_domain')
    for (const { text } of heldOut(language)) {
      const theirs = nlu?.neuralNetwork?.run(await nlu.prepare(text)) ?? {}
      const ours = classifier.activations(text, language)
      for (const [intent, activation] of Object.entries(theirs)) expect(ours[intent]).toBeCloseTo(activation, 9)
    }
  }
})
