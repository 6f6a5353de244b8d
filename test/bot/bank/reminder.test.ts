// Reminders of one person are one message: the first at once, what follows soon comes together, nothing twice.
import { expect, test } from 'vitest'
import { type LeadRow, reminderCard, toText } from '#bot'
import { staffed } from '../../support/lead-scene.ts'

const knowledge = staffed()
const china = (clock: string): string => new Date(Date.parse(`2026-11-23T${clock}:00+08:00`)).toISOString()
const row = (id: string, more: Partial<LeadRow> = {}): LeadRow => ({
  id: `case${id}`,
  state: 'offered',
  holder: 'jia',
  due: china('12:00'),
  step: 'nudge',
  stepAt: china('10:30'),
  changedAt: china('10:30'),
  ...more,
})
/** What a person reads at a time of that Monday. */
function reads(who: string, rows: readonly LeadRow[], clock: string, last?: string, know = knowledge) {
  const person = know.staffing.people.get(who)
  if (!person) throw new Error(`nobody is called ${who}`)
  const card = reminderCard(know, person, rows, last === undefined ? undefined : china(last), china(clock))
  return card && toText(card)
}

test('several leads are one message to whom they are put, and the manager reads what to assign', () => {
  const rows = [
    row('L1'),
    row('L2', { step: 'next-person' }),
    row('L3', { state: 'taken' }),
    row('L4', { step: 'manager', stepAt: china('10:29') }),
  ]
  expect(reads('jia', rows, '10:31')).toBe(
    '◆ 甲，有线索在等\n请您领取：2 条\n已领取、还没有下一步：1 条，请联系企业并更新状态；需要时间请点“稍后”\n' +
      '· …caseL1 待领取，2026-11-23 12:00 前需要动作\n· …caseL2 待领取，2026-11-23 12:00 前需要动作\n' +
      '· …caseL3 已领取，2026-11-23 12:00 前需要动作',
  )
  expect(reads('head', rows, '10:31')).toContain('请安排人：1 条')
  expect(reads('yi', rows, '10:31')).toBeUndefined()
})

test('the next one comes three hours later, what is to be assigned after two, and only when something was added', () => {
  const later = row('L2', { stepAt: china('13:50') })
  expect(reads('jia', [row('L1'), later], '14:59', '12:00')).toBeUndefined()
  expect(reads('jia', [row('L1'), later], '15:00', '12:00')).toMatch(/请您领取：2 条\n· …caseL2.*\n另有 1 条/)
  expect(reads('jia', [row('L1')], '15:00', '12:00')).toBeUndefined()
  const stuck = row('L3', { step: 'manager', stepAt: china('13:40') })
  expect(reads('head', [stuck], '13:59', '12:00')).toBeUndefined()
  expect(reads('head', [stuck], '14:00', '12:00')).toContain('请安排人：1 条')
})

test('a new lead is in it: at once when nothing was said lately, otherwise with the next one', () => {
  const fresh = row('L1', { step: undefined, stepAt: undefined, offeredAt: china('10:30') })
  expect(reads('jia', [fresh], '10:31')).toContain('请您领取：1 条')
  expect(reads('yi', [fresh], '10:31')).toBeUndefined()
  expect(reads('jia', [fresh], '11:30', '10:00')).toBeUndefined()
  expect(reads('jia', [fresh], '13:30', '10:00')).toContain('请您领取：1 条')
  // read already, in the summary or in an earlier message
  expect(reads('jia', [fresh], '15:00', '10:31')).toBeUndefined()
})

test('nothing at noon, for who is away, or for what has ended, is under way, or that somebody reacted to', () => {
  expect(reads('jia', [row('L1')], '12:30')).toBeUndefined()
  expect(reads('jia', [row('L1')], '13:30')).toBeDefined()
  const away = staffed({ jia: { absences: [{ from: '2026-11-23', to: '2026-11-23' }] } })
  expect(reads('jia', [row('L1')], '10:31', undefined, away)).toBeUndefined()
  for (const more of [{ due: undefined }, { state: 'talking' }, { step: undefined, stepAt: undefined }] as const)
    expect(reads('jia', [row('L1', more)], '10:31')).toBeUndefined()
})

test('never more than seven lines', () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    row(`L${i}`, { holder: 'head', state: i % 2 ? 'offered' : 'taken', step: i % 3 ? 'nudge' : 'manager' }),
  )
  expect(reads('head', many, '10:31')?.split('\n')).toHaveLength(8)
})
