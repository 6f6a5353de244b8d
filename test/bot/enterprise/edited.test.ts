// A message changed after it was sent: it belongs to what it answered, is checked anew, and is never a yes, a command or
// words for a clerk. And what follows when a company stops the bot, or comes by a link.
import { describe, expect, test } from 'vitest'
import { type Case, type Incoming, newCase, type Outcome, toText, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'
const EMPLOYEES = 'people.total'
const { need } = knowledge.catalogue

type Happening = Incoming extends infer One
  ? One extends Incoming
    ? Omit<One, 'eventId' | 'at' | 'from'>
    : never
  : never

let count = 0
function play(current: Case, what: Happening): Outcome {
  count += 1
  return turn(knowledge, current, { ...what, eventId: `e${count}`, at: AT, from: { kind: 'enterprise' } } as Incoming)
}
const says = (current: Case, id: string, text: string) =>
  play(current, { kind: 'text', text, guesses: [], message: { id, edited: false } })
const edits = (current: Case, id: string, text: string) =>
  play(current, { kind: 'text', text, guesses: [], message: { id, edited: true } })
const shown = (outcome: Outcome) => outcome.posts.map(post => toText(post.card)).join('\n')
const opened = (channel?: string) => play(newCase('case', AT), { kind: 'open', channel }).case
const asking = (current: Case, facts: string[]): Case => ({ ...current, pending: { kind: 'ask', facts, failures: 0 } })
const zh = (key: string) => knowledge.phrases.get(key)?.zh ?? 'no such phrase'

describe('a message that is changed', () => {
  const answered = () => says(asking(opened(), [need.amount]), '7', '500万').case

  test('corrects the fact it answered, while another is asked, and the open question stays', () => {
    const before = asking(answered(), [EMPLOYEES])
    expect(before.answers[need.amount]?.value).toBeDefined()
    const outcome = edits(before, '7', '800万')
    const value = outcome.case.answers[need.amount]?.value
    expect(value).not.toEqual(before.answers[need.amount]?.value)
    expect(JSON.stringify(value)).toContain('800000000')
    expect(outcome.case.answers[EMPLOYEES]).toEqual(before.answers[EMPLOYEES])
    expect(outcome.case.pending).toEqual(before.pending)
    expect(shown(outcome)).toContain(zh('edited'))
  })

  test('adds what it now says besides', () => {
    const outcome = edits(answered(), '7', '贷款800万，员工52人')
    expect(JSON.stringify(outcome.case.answers[EMPLOYEES]?.value)).toContain('52')
  })

  test('says so when nothing had to change, and changes nothing', () => {
    const before = answered()
    const outcome = edits(before, '7', '500万元')
    expect(outcome.case.answers[need.amount]?.value).toEqual(before.answers[need.amount]?.value)
    expect(shown(outcome)).toContain(zh('edited.same'))
  })

  test('a lone figure of a message nobody remembers goes into no field at all', () => {
    const before = asking(opened(), [EMPLOYEES])
    const outcome = edits(before, '99', '52')
    expect(outcome.case).toEqual({ ...before, nudge: 'waiting' })
    expect(shown(outcome)).toContain(zh('edited.no-place'))
  })

  test.each(['同意', '删除我的资料', '重新开始', '看结果', 'agree'])(
    'to “%s” is neither a yes nor a command',
    words => {
      const consenting: Case = {
        ...answered(),
        pending: { kind: 'delete', failures: 0 },
      }
      const outcome = edits(consenting, '7', words)
      expect(outcome.erase).toBeUndefined()
      expect(outcome.case.answers).toEqual(consenting.answers)
      expect(outcome.case.pending?.kind).toBe('delete')
      expect(outcome.events).toEqual([])
    },
  )

  test('that was words for a clerk stays what was sent', () => {
    const replying: Case = { ...opened(), pending: { kind: 'reply', lead: 'none' } }
    const sent = says(replying, '8', '营收三千万').case
    const outcome = edits({ ...sent, pending: undefined }, '8', '营收五千万')
    expect(outcome.case.answers).toEqual(sent.answers)
    expect(outcome.posts.every(post => post.to.kind === 'enterprise')).toBe(true)
  })

  test('what contradicts is told and left as it was', () => {
    const staffed = says(answered(), '9', '员工30人').case
    const before = asking(says(staffed, '10', '研发人员10人').case, [need.amount])
    const outcome = edits(before, '10', '研发人员80人')
    expect(outcome.case.answers).toEqual(before.answers)
    expect(outcome.case.pending).toEqual(before.pending)
    expect(shown(outcome)).toContain(zh('edited.doubt'))
  })

  test('only the latest messages are remembered, by facts and never by words', () => {
    let current = opened()
    for (let index = 0; index < 60; index++) current = says(asking(current, [need.amount]), String(index), '500万').case
    expect(current.told).toHaveLength(40)
    expect(current.told?.at(-1)).toEqual({ message: '59', facts: [need.amount] })
    expect(JSON.stringify(current.told)).not.toContain('万')
  })
})

describe('a link', () => {
  test('of a known park is kept, told once, and the first one stays', () => {
    const first = play(newCase('case', AT), { kind: 'open', channel: 'binjiang-park' })
    expect(first.case.channel).toBe('binjiang-park')
    expect(shown(first)).toContain(knowledge.channels.get('binjiang-park')?.title.zh)
    expect(first.events).toContainEqual({ verb: 'came-by', object: 'binjiang-park', by: 'enterprise' })
    const second = play(first.case, { kind: 'open', channel: 'shanxi-zonggai-park' })
    expect(second.case.channel).toBe('binjiang-park')
  })

  test('nobody knows is not stored', () => {
    expect(opened('审批通过').channel).toBeUndefined()
    expect(opened('constructor').channel).toBeUndefined()
  })

  test.each([
    ['binjiang-park', '330108', 'hangzhou-binjiang'],
    ['binjiang-park', undefined, 'hangzhou-binjiang'],
    ['binjiang-park', '140100', 'shanxi-zonggai'],
    ['shanxi-zonggai-park', '140100', 'shanxi-zonggai'],
  ])('of %s leads a visit in %s to %s', (channel, place, team) => {
    const current = opened(channel)
    const answers = place
      ? { ...current.answers, [need.place]: { value: place, source: 'stated' as const, at: AT } }
      : {}
    const outcome = play({ ...current, answers }, { kind: 'press', press: 'vs' })
    expect(outcome.case.goal).toMatchObject({ kind: 'visit', team })
  })
})

describe('a company that stops the bot', () => {
  test('is left in peace, and who works for it is told to phone', () => {
    const visit = { id: 'caseV1', team: 'jinan', consent: 'c', topics: [], state: 'requested' as const, history: [] }
    const closed = { ...visit, id: 'caseV2', state: 'reported' as const }
    const outcome = play({ ...opened(), visits: [visit, closed], nudge: 'waiting' }, { kind: 'away' })
    expect(outcome.case).toMatchObject({ quiet: true, nudge: undefined })
    expect(outcome.timers).toEqual([{ key: 'nudge', at: null }])
    expect(outcome.posts.map(({ to }) => to)).toEqual([{ kind: 'desk', desk: 'jinan', thread: 'caseV1' }])
    expect(shown(outcome)).toBe(zh('away'))
  })
})
