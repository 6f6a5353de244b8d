// A company that gives the short form of its name is asked kindly whether that is the full name on the licence.
import { describe, expect, test } from 'vitest'
import { type Case, newCase, type Outcome, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'
const [name] = knowledge.rulebook.facts
  .values()
  .filter(fact => fact.type === 'company')
  .map(fact => fact.id)
const asked: Case = {
  ...newCase('case', AT),
  greeted: true,
  pending: { kind: 'ask', facts: [name ?? ''], failures: 0 },
}

const say = (current: Case, text: string): Outcome =>
  turn(knowledge, current, { eventId: 'e', at: AT, from: { kind: 'enterprise' }, kind: 'text', text, guesses: [] })
const told = (current: Case): unknown => current.answers[name ?? '']?.value
const words = ({ posts }: Outcome): string => JSON.stringify(posts)

describe('a short form is no full name', () => {
  test.each([
    ['就叫云联科技', '云联科技', '简称'],
    ['我们叫云图科技', '云图科技', '简称'],
    ['大家都喊我们海芯微', '海芯微', '简称'],
    ['we go by BlueElephant', 'BlueElephant', 'short form'],
  ])('%s: asked back, and a yes stores it', (text, short, phrase) => {
    const once = say(asked, text)
    expect(told(once.case)).toBeUndefined()
    expect(once.case.pending).toMatchObject({ kind: 'confirm', values: [{ fact: name, choices: [short] }] })
    expect(words(once)).toContain(phrase)
    expect(told(say(once.case, '是的').case)).toBe(short)
  })

  test('the full name in place of a yes is stored; a no stores nothing and asks again', () => {
    const once = say(asked, '就叫云联科技')
    expect(told(say(once.case, '杭州云联科技有限公司').case)).toBe('杭州云联科技有限公司')
    const no = say(once.case, '不是')
    expect(told(no.case)).toBeUndefined()
    expect(no.case.pending).toMatchObject({ kind: 'ask', facts: [name] })
  })

  test.each(['杭州云联科技有限公司', '宁波恒达精密机械厂', 'Foo Robotics Co., Ltd.'])('%s is stored at once', text => {
    expect(told(say(asked, text).case)).toBe(text)
  })
})
