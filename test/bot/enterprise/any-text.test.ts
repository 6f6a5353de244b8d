// Whatever is typed, at whatever point of the talk: there is an answer, nothing throws, and nothing is stored that was neither
// found with enough confidence nor an answer to what was asked.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Case, caseSchema, type Incoming, type IntentGuess, newCase, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'
import { CONFIDENCE_USABLE } from '../../../bot/enterprise/record.ts'
import { extract, normalise } from '../../../bot/language/index.ts'
import { ATTACKS } from '../../adapters/nlp/attacks.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'
const TODAY = 20_781
const TEXT_MAX = 4096

const PIECES =
  '营收 三千万 3000 万 员工 80人 专利 发明 不 没有 是 同意 不同意 删除我的资料 确认 跳过 上一步 利息多少 什么是贴息 武汉 一年 研发 改成 说错了 ， 。 ？ revenue 30 million yes no delete my data about 包过 妈的 2019年 高企 A 都没有 转人工 English 继续'.split(
    ' ',
  )
const talk = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map(list => list.join(''))
const anything = fc.oneof(
  { weight: 3, arbitrary: talk },
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...ATTACKS.map(text => text.slice(0, TEXT_MAX))),
)
const INTENTS =
  'ask-rate insult skip back restart view-score view-matches pause help repeat forbidden switch-language None'
const guesses = fc.array(
  fc.record({
    intent: fc.constantFrom(...INTENTS.split(' ')),
    confidence: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  }),
  { maxLength: 3 },
)

const lookFor = (words: string, pending: readonly string[], language: Case['language']) =>
  extract(knowledge.lexicon, words, { today: TODAY, pending, language })

/** The facts a text may store in this state of the talk. */
function allowed(current: Case, text: string, language: Case['language']): ReadonlySet<string> {
  const { pending } = current
  const asked =
    pending?.kind === 'ask' ? pending.facts : pending?.kind === 'confirm' ? pending.values.map(one => one.fact) : []
  const { term } = knowledge.catalogue.need
  const words = normalise(text)
  const found = [asked, [...asked, term], [term]].flatMap(list => lookFor(words, list, language).found)
  return new Set([...asked, ...found.filter(one => one.confidence >= CONFIDENCE_USABLE).map(one => one.fact)])
}

function play(current: Case, text: string, guessed: readonly IntentGuess[], count: number): Case {
  const base = { eventId: `e${count}`, at: AT, from: { kind: 'enterprise' } } as const
  const incoming: Incoming = { ...base, kind: 'text', text, guesses: guessed }
  const outcome = turn(knowledge, current, incoming)
  expect(outcome.posts.length).toBeGreaterThan(0)
  expect(outcome.posts.every(post => post.card.lines.length > 0)).toBe(true)
  expect(caseSchema.safeParse(outcome.case).success).toBe(true)
  const may = allowed(current, text, outcome.case.language)
  const fresh = Object.keys(outcome.case.answers).filter(id => outcome.case.answers[id] !== current.answers[id])
  expect(fresh.filter(id => !may.has(id))).toEqual([])
  return outcome.case
}

test('any talk whatever', { timeout: 180_000 }, () => {
  const says = fc.array(fc.tuple(anything, guesses), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(says, list => {
      let current = newCase('any', AT)
      for (const [count, [text, guessed]] of list.entries()) current = play(current, text, guessed, count)
    }),
    { numRuns: 150 },
  )
})
