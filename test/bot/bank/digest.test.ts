// The daily summary: when it is due, what it says, and that it stays short.
import { expect, test } from 'vitest'
import { toText } from '#bot'
import {
  DIGEST_LINES_MAX,
  digestCard,
  digestDue,
  type LeadRow,
  responseMinutes,
  silentHolders,
} from '../../../bot/bank/digest.ts'
import { staffed } from '../../support/lead-scene.ts'

const knowledge = staffed({ jia: { digest: '09:00' }, head: { digest: '09:30' } })
const person = (id: string) => {
  const found = knowledge.staffing.people.get(id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}
const china = (clock: string): string => new Date(Date.parse(`${clock}:00+08:00`)).toISOString()
const MONDAY = china('2026-11-23T09:30')
const row = (more: Partial<LeadRow> = {}): LeadRow => ({
  id: 'caseL1',
  state: 'taken',
  holder: 'jia',
  due: china('2026-11-23T11:00'),
  changedAt: china('2026-11-20T16:00'),
  ...more,
})

test('on working days from their hour on, not when away, not for who wants none', () => {
  const due = (id: string, clock: string, who = knowledge) =>
    digestDue(who, { ...person(id), ...who.staffing.people.get(id) }, china(clock))
  expect(due('jia', '2026-11-23T08:59')).toBe(false)
  expect(due('jia', '2026-11-23T09:04')).toBe(false)
  expect(due('jia', '2026-11-23T09:05')).toBe(true)
  expect(due('jia', '2026-10-01T10:00')).toBe(false)
  expect(due('jia', '2026-10-10T10:00')).toBe(true)
  expect(due('yi', '2026-11-23T10:00')).toBe(false)
  const away = staffed({ jia: { digest: '09:00', absences: [{ from: '2026-11-23', to: '2026-11-23' }] } })
  expect(due('jia', '2026-11-23T10:00', away)).toBe(false)
})

test('a clerk reads what waits and what is due first; without leads nothing is sent', () => {
  const rows = [
    row({ id: 'caseL2', state: 'offered' }),
    row(),
    row({ id: 'x', holder: 'yi' }),
    row({ id: 'y', due: undefined }),
  ]
  const card = digestCard(knowledge, person('jia'), rows, MONDAY)
  expect(card && toText(card)).toBe(
    '◆ 甲，今天的线索\n待领取 1 条，在办 1 条\n· …caseL2 待领取，2026-11-23 11:00 前需要动作\n· …caseL1 已领取，2026-11-23 11:00 前需要动作',
  )
  expect(digestCard(knowledge, person('yi'), [row()], MONDAY)).toBeUndefined()
})

test('never more than seven lines, however many leads', () => {
  const many = Array.from({ length: 60 }, (_, i) => row({ id: `caseL${i}`, holder: i % 2 ? 'jia' : 'head' }))
  for (const id of ['jia', 'head'])
    expect(digestCard(knowledge, person(id), many, MONDAY)?.lines.length).toBeLessThanOrEqual(DIGEST_LINES_MAX)
})

test('a manager reads the response time and who is silent', () => {
  const rows = [
    row({ changedAt: china('2026-11-19T09:00') }),
    row({ id: 'b', state: 'offered', holder: 'yi', changedAt: MONDAY }),
    row({
      id: 'c',
      state: 'paid',
      due: undefined,
      offeredAt: china('2026-11-20T16:00'),
      takenAt: china('2026-11-23T09:30'),
    }),
  ]
  expect(responseMinutes(knowledge, rows, MONDAY)).toBe(120)
  expect(silentHolders(knowledge, rows, MONDAY)).toEqual([['jia', 1]])
  const card = digestCard(knowledge, person('head'), rows, MONDAY)
  expect(card && toText(card)).toContain(
    '本台在办 2 条，其中待领取 1 条\n近 30 天从推荐到领取：中位 120 个工作分钟\n超过一个工作日没有动静：甲 1',
  )
})
