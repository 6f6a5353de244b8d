// After a confirmed deletion the case is a new one: nothing that may stand in a case is carried over.
import { expect, test } from 'vitest'
import { type Case, newCase, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'
const LATER = '2026-11-25T07:00:00.000Z'

test('nothing of the old case stays', () => {
  const full: Case = {
    ...newCase('gone', AT),
    language: 'en',
    singly: true,
    nudge: 'waiting',
    quiet: true,
    channel: 'park',
    reached: ['rated'],
    told: [{ message: 'm1', facts: ['people.total'] }],
    pending: { kind: 'delete', failures: 0 },
  }
  const outcome = turn(knowledge, full, {
    at: LATER,
    from: { kind: 'enterprise' },
    eventId: 'e1',
    kind: 'press',
    press: 'dy',
  })
  expect(outcome.erase).toBe(true)
  expect(outcome.case).toEqual({ ...newCase('gone', LATER), language: 'en', greeted: true })
})
