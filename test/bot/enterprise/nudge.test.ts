// One reminder, in working time, fitting where the talk stopped; and the cases in which there is none.
import { expect, test } from 'vitest'
import type { Incoming, Outcome } from '#bot'
import { newCase, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'
import { NUDGE } from '../../../bot/enterprise/nudge.ts'

const { knowledge } = loadData()
/** A Tuesday, 15:00 in China. */
const TUESDAY = '2026-11-24T07:00:00.000Z'
const START = newCase('nudged', TUESDAY)

function play(
  from: Outcome['case'],
  at: string,
  event: { text: string } | { press: string } | { tick: string },
): Outcome {
  const base = { eventId: `${at}`, at }
  const incoming: Incoming =
    'text' in event
      ? { ...base, from: { kind: 'enterprise' }, kind: 'text', text: event.text, guesses: [] }
      : 'press' in event
        ? { ...base, from: { kind: 'enterprise' }, kind: 'press', press: event.press }
        : { ...base, from: { kind: 'clock' }, kind: 'tick', what: event.tick }
  return turn(knowledge, from, incoming)
}

const dueAt = (outcome: Outcome): string | null | undefined => outcome.timers?.find(timer => timer.key === NUDGE)?.at

test('a talk left at a question: the next working day, once, with the question again', () => {
  const left = play(START, TUESDAY, { text: '我们在杭州滨江，员工80人' })
  const at = dueAt(left) ?? ''
  // Wednesday 11:00 in China
  expect(at).toBe('2026-11-25T03:00:00.000Z')
  const reminded = play(left.case, at, { tick: NUDGE })
  expect(reminded.posts).toHaveLength(1)
  expect(reminded.posts[0]?.card.buttons?.flat().map(button => button.press)).toContain('w')
  expect(reminded.case.nudge).toBe('said')
  expect(reminded.case.pending).toEqual(left.case.pending)
  const again = play(reminded.case, '2026-11-25T05:00:00.000Z', { text: '去年营收3000万元' })
  expect(again.timers).toBeUndefined()
  expect(play(again.case, '2026-11-26T05:00:00.000Z', { tick: NUDGE }).posts).toEqual([])
})

test('a Friday evening is followed by Monday', () => {
  const left = play(START, '2026-11-27T12:00:00.000Z', { text: '我们在杭州滨江，员工80人' })
  expect(dueAt(left)).toBe('2026-11-30T01:00:00.000Z')
})

test('a tick that comes at night waits for the morning', () => {
  const left = play(START, TUESDAY, { text: '我们在杭州滨江，员工80人' })
  const late = play(left.case, '2026-11-25T15:00:00.000Z', { tick: NUDGE })
  expect(late.posts).toEqual([])
  expect(dueAt(late)).toBe('2026-11-26T01:00:00.000Z')
  expect(late.case.nudge).toBe('waiting')
})

test.each([['先暂停一下'], ['删除我的资料']])('%s: nobody is reminded', words => {
  const left = play(START, TUESDAY, { text: '我们在杭州滨江，员工80人' })
  const stopped = play(left.case, TUESDAY, { text: words })
  expect(dueAt(stopped)).toBeNull()
  expect(play(stopped.case, '2026-11-25T03:00:00.000Z', { tick: NUDGE }).posts).toEqual([])
})

test('results that were looked at and left', () => {
  const told = play(START, TUESDAY, { text: '我们在杭州滨江，员工80人，去年营收3000万元' })
  const looked = play(told.case, TUESDAY, { press: 'x' })
  const reminded = play(looked.case, dueAt(looked) ?? '', { tick: NUDGE })
  expect(reminded.posts[0]?.card.buttons?.flat().map(button => button.press)).toContain('pl')
})

test('a lead under way has its own messages', () => {
  const left = play(START, TUESDAY, { text: '我们在杭州滨江，员工80人' })
  const lead = {
    id: 'L1',
    receiver: 'icbc',
    products: ['p'],
    consent: 'C1',
    state: 'offered' as const,
    history: [],
  }
  const withLead = play({ ...left.case, leads: [lead] }, TUESDAY, { text: '去年营收3000万元' })
  expect(dueAt(withLead)).toBeNull()
})

test('whoever only opened the page is not reminded', () => {
  const opened = turn(knowledge, START, {
    eventId: 'open',
    at: TUESDAY,
    from: { kind: 'enterprise' },
    kind: 'open',
  })
  expect(opened.timers).toBeUndefined()
})
