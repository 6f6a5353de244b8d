// The counting: on guesses that are known, every share can be worked out by hand.
import { expect, test } from 'vitest'
import type { IntentGuess } from '#bot'
import { candidates, guessesFrom } from '../../../adapters/nlp/confidence.ts'
import { fitCurve } from '../../../adapters/nlp/cross-validate.ts'
import { auroc, evaluate } from '../../../adapters/nlp/evaluate.ts'
import { parseLabelled } from '../../../adapters/nlp/labelled.ts'

const FILE = `left out
#ask_rate
利息
利率

#greet
你好
早
#OOS_near
房贷
#None
天气
#view_profile
我的
`

const GUESSES: Record<string, readonly IntentGuess[]> = {
  利息: [{ intent: 'ask-rate', confidence: 0.9 }],
  利率: [
    { intent: 'greet', confidence: 0.5 },
    { intent: 'ask-rate', confidence: 0.4 },
  ],
  你好: [{ intent: 'help', confidence: 0.8 }],
  早: [],
  房贷: [{ intent: 'ask-rate', confidence: 0.7 }],
  天气: [{ intent: 'greet', confidence: 0.1 }],
}

test('labels: underscores are hyphens, everything out of scope is one label, text before the first label is left out', () => {
  expect(parseLabelled(FILE).map(one => `${one.label} ${one.text}`)).toEqual([
    ...['ask-rate 利息', 'ask-rate 利率', 'greet 你好', 'greet 早', 'out 房贷', 'out 天气', 'view-profile 我的'],
  ])
})

test('every share', () => {
  const intents = new Set(['ask-rate', 'greet', 'help'])
  const found = evaluate(parseLabelled(FILE), text => GUESSES[text] ?? [], intents, {
    certain: 0.6,
    possible: 0.3,
  })
  expect(found).toEqual({
    inScope: 4,
    outOfScope: 2,
    unknownLabels: ['view-profile'],
    accuracy: 0.25,
    topThree: 0.5,
    // .9 and .8 beat both, .5 beats one, 0 none
    auroc: 5 / 8,
    acted: 0.5,
    actedRight: 0.5,
    rejected: 0.25,
    helped: 0.5,
    outActed: 0.5,
    outOffered: 0.5,
    confusions: [
      { label: 'ask-rate', guessed: 'greet', count: 1 },
      { label: 'greet', guessed: 'help', count: 1 },
      { label: 'greet', guessed: '—', count: 1 },
    ],
  })
})

test('area under the curve: perfect, reversed, tied', () => {
  expect(auroc([2, 3], [0, 1])).toBe(1)
  expect(auroc([0], [1, 2])).toBe(0)
  expect(auroc([1, 1], [1])).toBe(0.5)
})

test('candidates: None is none, silence is none, margins are to None and to the strongest other', () => {
  expect(candidates({ None: 0.2, greet: 0.5, help: 0.9, skip: 0, back: 0.1, human: 0.05 })).toEqual([
    { intent: 'help', overNone: 0.7, overRival: 0.4 },
    { intent: 'greet', overNone: 0.3, overRival: -0.4 },
    { intent: 'back', overNone: -0.1, overRival: -0.8 },
  ])
  expect(candidates({ None: 1, greet: 0 })).toEqual([])
})

test('confidence grows with both margins', () => {
  const top = (activations: Record<string, number>) => guessesFrom(activations, 'zh')[0]?.confidence ?? 0
  expect(top({ greet: 0.8, None: 0.1 })).toBeGreaterThan(top({ greet: 0.8, None: 0.5 }))
  expect(top({ greet: 0.8, help: 0.1 })).toBeGreaterThan(top({ greet: 0.8, help: 0.6 }))
  expect(top({ greet: 1, None: 0 })).toBeGreaterThan(0.9)
})

test('a fitted curve gives back the shares it was shown', () => {
  const at = (margin: number, yes: number, no: number) => [
    { margin, yes: true, weight: yes },
    { margin, yes: false, weight: no },
  ]
  const { base, slope } = fitCurve([...at(0, 2, 8), ...at(1, 8, 2)])
  expect(1 / (1 + Math.exp(-base))).toBeCloseTo(0.2, 2)
  expect(1 / (1 + Math.exp(-(base + slope)))).toBeCloseTo(0.8, 2)
})
