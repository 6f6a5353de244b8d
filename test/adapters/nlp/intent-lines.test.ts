// The training utterances: enough of them, in both languages, none twice, none nearly the same under two intents; and what
// the reader says of a bad file.
import { expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { projectRoot } from '../../../adapters/files/load.ts'
import { NONE } from '../../../adapters/nlp/intent-files.ts'
import { nearlyEqual, parseIntentLines, readIntentLines } from '../../../adapters/nlp/intent-lines.ts'

const SMALL_TALK = new Set('greet goodbye thanks pause repeat skip back restart insult switch-language'.split(' '))
const WORK = new Set(
  `help bot-identity want-loan view-score view-matches view-answers ask-why ask-points ask-privacy ask-rate ask-limit
   ask-process ask-policy ask-improve ask-fee request-visit human forbidden status`.split(/\s+/),
)
const LEAST = { zh: { work: 60, smallTalk: 45, none: 300 }, en: { work: 40, smallTalk: 40, none: 150 } }

const problems: DataProblem[] = []
const corpora = readIntentLines(projectRoot(), problems)

test('both files are in order', () => {
  expect(problems).toEqual([])
  expect(corpora.map(corpus => corpus.language)).toEqual(['zh', 'en'])
})

test.each(corpora)('$language: every intent the bot acts on, each with enough utterances', ({ language, lines }) => {
  const counts = new Map<string, number>()
  for (const { intent } of lines) counts.set(intent, (counts.get(intent) ?? 0) + 1)
  expect(new Set(counts.keys())).toEqual(new Set([...SMALL_TALK, ...WORK, NONE]))
  const least = LEAST[language]
  const needs = (intent: string) => (intent === NONE ? least.none : WORK.has(intent) ? least.work : least.smallTalk)
  expect([...counts].filter(([intent, count]) => count < needs(intent))).toEqual([])
})

test.each(corpora)('$language: no two intents hold nearly the same words', corpus => {
  expect(nearlyEqual(corpus)).toEqual([])
})

function parse(content: unknown) {
  const found: DataProblem[] = []
  const corpus = parseIntentLines('zh', { file: 'zh.yaml', content }, found)
  return { corpus, found }
}

test('the same words twice are a fault, whatever the punctuation, width and case', () => {
  const { found } = parse({ intents: { greet: ['你好！', 'ＡＢＣ吗'], help: ['你 好', 'abc 吗？'] }, none: ['天气'] })
  expect(found.map(one => [one.code, one.path])).toEqual([
    ['duplicate', ['intents', 'help', 0]],
    ['duplicate', ['intents', 'help', 1]],
  ])
})

test('nearly the same words under two intents are found, under one they are fine', () => {
  const long = '请问一下我们公司现在这个情况到底能不能申请你们平台上的贷款产品呢谢谢'
  const { corpus } = parse({ intents: { help: [long, `${long}！啊`], greet: [`${long}啊呀`] }, none: ['天气'] })
  expect(nearlyEqual(corpus).map(pair => pair.map(line => line.text))).toEqual([[`${long}！啊`, `${long}啊呀`]])
})

test('numbers, empty lists, strange ids, wordless lines and unknown keys are faults', () => {
  expect(parse({ intents: { greet: [886] }, none: ['天气'] }).found).toHaveLength(1)
  expect(parse({ intents: { greet: [] }, none: ['天气'] }).found).toHaveLength(1)
  expect(parse({ intents: { Ask_Rate: ['利息'] }, none: ['天气'] }).found).toHaveLength(1)
  expect(parse({ intents: { greet: ['？？？'] }, none: ['天气'] }).found[0]?.message).toContain('no words')
  expect(parse({ intents: { greet: ['你好'] }, none: ['天气'], extra: 1 }).found).toHaveLength(1)
  expect(parse(null).found).toHaveLength(1)
})
