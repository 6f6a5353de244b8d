// Ready answers: each button is read as a value of its fact, in both languages the same, and an owner who only presses gets
// from hello to results.
import { describe, expect, test } from 'vitest'
import { type Button, type Card, newCase, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'
import { readAnswer } from '../../../bot/language/index.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'
const TODAY = 20_781
const PRESSES_MAX = 80

describe.each(Object.entries(knowledge.script.quick))('%s', (id, list) => {
  const fact = knowledge.rulebook.facts.get(id)
  test.each(list)('$zh', words => {
    if (!fact) throw new Error(`no fact ${id}`)
    const read = (text: string, language: 'zh' | 'en') =>
      readAnswer(knowledge.lexicon, fact, text, { today: TODAY, pending: [id], language })
    const zh = read(words.zh, 'zh')
    expect(zh.is).toBe('value')
    expect(read(words.en, 'en')).toEqual(zh)
  })
})

const EXITS = ['s', 'w', 'x', 'h', 'q', 'vs', 'lang', 'r', 'dd', 'ls', 'pl', 'rs', 'vn']

/** The first button that answers; "done" as soon as something is ticked; otherwise skip. */
function choose(card: Card): Button | undefined {
  const all = (card.buttons ?? []).flat()
  const done = all.find(one => one.press.startsWith('md:'))
  if (done && all.some(one => one.text.startsWith('☑'))) return done
  const verb = (one: Button) => one.press.split(':')[0] ?? ''
  return all.find(one => !EXITS.includes(verb(one)) && verb(one) !== 'md') ?? all.find(one => verb(one) === 's')
}

test('pressing alone leads to results, and everything pressed is stored', () => {
  const base = { at: AT, from: { kind: 'enterprise' } as const }
  let outcome = turn(knowledge, newCase('pressed', AT), { ...base, eventId: '0', kind: 'open' })
  let presses = 0
  while (!outcome.case.shown && presses < PRESSES_MAX) {
    const card = outcome.posts.at(-1)?.card
    const button = card && choose(card)
    if (!button) throw new Error('no button to press')
    presses += 1
    outcome = turn(knowledge, outcome.case, { ...base, eventId: String(presses), kind: 'press', press: button.press })
  }
  expect(outcome.case.shown).toBe(true)
  const told = Object.keys(outcome.case.answers)
  expect(told.length).toBeGreaterThanOrEqual(4)
  expect(told).toContain(knowledge.catalogue.need.place)
  expect(told).toContain(knowledge.catalogue.need.amount)
})
