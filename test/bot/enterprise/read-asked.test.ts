// Short answers to several things that were asked together.
import { expect, test } from 'vitest'
import { type Case, newCase, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'

const { knowledge } = loadData()
const { rulebook, catalogue } = knowledge
const AT = '2026-11-24T07:00:00.000Z'
const begun = { ...newCase('case', AT), greeted: true }

function answer(facts: readonly string[], text: string): Case {
  const current: Case = { ...begun, pending: { kind: 'ask', facts: [...facts], failures: 0 } }
  const base = { eventId: 'e', at: AT, from: { kind: 'enterprise' } as const }
  return turn(knowledge, current, { ...base, kind: 'text', text, guesses: [] }).case
}
const told = ({ answers }: Case) =>
  Object.fromEntries(Object.entries(answers).map(([fact, { value }]) => [fact, value]))

const facts = [...rulebook.facts.values()]
const flags = facts.filter(fact => fact.request === 'credit' && fact.type === 'flag').map(fact => fact.id)
const withB = facts
  .filter(fact => fact.type === 'choice' && Object.hasOwn(fact.options ?? {}, 'B'))
  .map(fact => fact.id)
// a grade, which nobody has none of by saying so
const graded = facts.filter(fact => fact.type === 'choice' && fact.request === 'tax').map(fact => fact.id)
const credit = [...flags, ...graded.slice(0, 1)]

test('there are such facts', () => {
  expect(flags.length).toBeGreaterThan(1)
  expect(withB.length).toBeGreaterThan(1)
  expect(graded.length).toBeGreaterThan(0)
})

test.each(['没有', '都没有', '无', '都没有的。', 'none', 'none of them'])(
  '“%s” denies each of them, and nothing else',
  text => {
    expect(told(answer(credit, text))).toEqual(Object.fromEntries(flags.map(id => [id, false])))
  },
)

test('a lone option belongs to the one choice that has it', () => {
  expect(told(answer(credit, 'B'))).toEqual({ [graded[0] ?? '']: 'B' })
  expect(told(answer(withB, 'B'))).toEqual({})
})

test('a trade before 公司 is no name; a place of which there are several is asked first, before what is only weakly heard', () => {
  const self = [...rulebook.facts.values()].filter(fact => fact.request === 'self').map(fact => fact.id)
  const after = answer(self, '鼓楼区 芯片设计公司 2020年7月成立 35人')
  const [place] = rulebook.facts.values().filter(fact => fact.type === 'region')
  const [name] = rulebook.facts.values().filter(fact => fact.type === 'company')
  expect(Object.keys(after.answers)).not.toContain(name?.id)
  expect(after.pending?.kind === 'confirm' && after.pending.values[0]).toEqual({
    fact: place?.id,
    choices: ['320106', '320302', '350102', '410204'],
  })
})

test('a lone duration is the term of the loan, also beside the question for the year of foundation', () => {
  const self = [...rulebook.facts.values()].filter(fact => fact.request === 'self').map(fact => fact.id)
  expect(told(answer(self, '一年'))).toEqual({ [catalogue.need.term]: 12 })
})

test('what the open question makes clear is read as in a message by itself: an answer at its head, a short form', () => {
  const [staff] = rulebook.facts.values().filter(fact => fact.id.endsWith('.tech_staff'))
  const [all] = rulebook.facts.values().filter(fact => fact.id.endsWith('people.total'))
  expect(told(answer([staff?.id ?? ''], '15，总共26个人'))).toEqual({ [staff?.id ?? '']: 15, [all?.id ?? '']: 26 })
  expect(told(answer([catalogue.need.term], '18m'))).toEqual({ [catalogue.need.term]: 18 })
})

test('a telephone number beside the name that was asked for is kept with it', () => {
  const contact = facts.filter(fact => fact.personal)
  const name = contact.find(fact => fact.type === 'text')
  const phone = contact.find(fact => fact.type === 'phone')
  expect(told(answer([name?.id ?? ''], '陈建国 13912345678'))).toEqual({
    [name?.id ?? '']: '陈建国',
    [phone?.id ?? '']: '13912345678',
  })
})
