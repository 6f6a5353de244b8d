// Every term, product, model, fact, option, paper and institution that can be named can also be explained, in both languages.
import { describe, expect, test } from 'vitest'
import { newCase, turn } from '#bot'
import type { Language, Words } from '#engine'
import { loadData } from '../../../adapters/files/load.ts'
import { definitionOf } from '../../../bot/enterprise/definition.ts'
import { readCommand } from '../../../bot/language/index.ts'
import { openTurn } from '../../../bot/turn-state.ts'

const { knowledge } = loadData()
const { script, catalogue, rulebook } = knowledge
const AT = '2026-11-24T07:00:00.000Z'

const facts = [...rulebook.facts.values()]
const names: readonly (readonly [string, readonly Words[]])[] = [
  ['terms', script.terms.map(one => one.title)],
  ['products', [...catalogue.products.values()].filter(one => !one.bankSide).map(one => one.title)],
  ['models', [...rulebook.models.values()].flat().map(one => one.title)],
  ['facts', facts.map(one => one.title)],
  ['options', facts.flatMap(one => Object.values(one.options ?? {}).map(option => option.title))],
  ['papers', [...catalogue.documents.values()]],
  ['institutions', [...catalogue.directory.institutions.values()].map(one => one.title)],
]

function define(term: string, language: Language): readonly string[] | undefined {
  const { turn: state } = openTurn(
    knowledge,
    { ...newCase('terms', AT), language },
    { eventId: 'e', at: AT, from: { kind: 'enterprise' }, kind: 'open' },
  )
  return definitionOf(state, term)?.map(line => ('text' in line ? line.text : ''))
}

describe.each(names)('%s', (_what, titles) => {
  test.each(['zh', 'en'] as const)('%s', language => {
    expect(titles.length).toBeGreaterThan(0)
    expect(titles.filter(title => (define(title[language], language)?.[0] ?? '').length <= 4)).toEqual([])
  })
})

test('what is not in the data is not explained', () => {
  expect(define('量子纠缠贷', 'zh')).toBeUndefined()
  expect(define('', 'zh')).toBeUndefined()
})

test('asked in the middle of a question, the talk comes back to the same question', () => {
  const base = { at: AT, from: { kind: 'enterprise' } as const, kind: 'text' as const, guesses: [] }
  const asked = turn(knowledge, newCase('terms', AT), { ...base, eventId: '1', text: '我们在武汉，员工80人' })
  expect(asked.case.pending?.kind).toBe('ask')
  for (const [index, words] of ['什么是贴息', '什么是小巨人', '什么是营业执照', '汉口银行是什么'].entries()) {
    expect(readCommand(words)?.kind, words).toBe('explain')
    const aside = turn(knowledge, asked.case, { ...base, eventId: `2.${index}`, text: words })
    expect(aside.case.pending, words).toEqual(asked.case.pending)
    expect(JSON.stringify(aside.posts), words).not.toContain('没有查到')
  }
})
