// Working time: holidays, days worked in exchange, absences and hours count; nothing else does.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCalendar } from '../../../adapters/files/calendar.ts'
import { isWorkingDay, WEEKDAYS_ONLY } from '../../../bot/staff/calendar.ts'
import {
  afterWorking,
  isWorkingTime,
  nextWorkingTime,
  type Schedule,
  workingMinutes,
} from '../../../bot/staff/working-time.ts'
import { day } from '../../support/rulebook.ts'

const calendar = loadCalendar()
const schedule: Schedule = {
  calendar,
  hours: [
    { from: 540, to: 720 },
    { from: 810, to: 1_050 },
  ],
}
const china = (clock: string): string => new Date(Date.parse(`${clock}:00+08:00`)).toISOString()

describe('days', () => {
  // State Council, holiday arrangement of 2026
  test.each([
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-02-14', true],
    ['2026-02-16', false],
    ['2026-11-21', false],
    ['2026-11-23', true],
  ])('%s is worked: %s', (iso, worked) => {
    expect(isWorkingDay(calendar, day(iso))).toBe(worked)
  })

  test('what is not announced yet goes by the weekday, and the calendar says how far it knows', () => {
    expect(calendar.knownTo).toBeGreaterThanOrEqual(day('2026-12-31'))
    expect(isWorkingDay(WEEKDAYS_ONLY, day('2026-10-01'))).toBe(true)
    expect(isWorkingDay(WEEKDAYS_ONLY, day('1970-01-03'))).toBe(false)
  })
})

describe('hours', () => {
  test.each([
    ['2026-09-30T17:00', 60, '2026-10-08T09:30'],
    ['2026-11-20T11:30', 60, '2026-11-20T14:00'],
    ['2026-11-20T11:00', 60, '2026-11-20T13:30'],
    ['2026-11-20T23:00', 0, '2026-11-23T09:00'],
    ['2026-11-23T09:00', 420, '2026-11-24T09:00'],
  ])('after %s, %i working minutes end at %s', (from, minutes, to) => {
    expect(afterWorking(schedule, china(from), minutes)).toBe(china(to))
  })

  test('the end of a span is not worked, its beginning is', () => {
    const at = (clock: string) => isWorkingTime(schedule, china(`2026-11-20T${clock}`))
    expect(['08:59', '09:00', '11:59', '12:00', '13:30', '17:29', '17:30'].map(at)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ])
  })

  test('an absence takes its days out', () => {
    const away: Schedule = { ...schedule, absent: one => one === day('2026-11-23') }
    expect(nextWorkingTime(away, china('2026-11-20T18:00'))).toBe(china('2026-11-24T09:00'))
    expect(workingMinutes(away, china('2026-11-20T17:00'), china('2026-11-24T10:00'))).toBe(90)
  })

  test('who is always away has no working time', () => {
    const never: Schedule = { ...schedule, absent: () => true }
    expect(nextWorkingTime(never, china('2026-11-20T10:00'))).toBeUndefined()
    expect(afterWorking(never, china('2026-11-20T10:00'), 1)).toBeUndefined()
  })
})

test('what ends after so many working minutes is that many away, and in working time', () => {
  const start = Date.parse('2026-01-01T00:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 10_000 }), (offset, minutes) => {
      const from = new Date(start + offset * 60_000).toISOString()
      const to = afterWorking(schedule, from, minutes)
      expect(to !== undefined && isWorkingTime(schedule, to)).toBe(true)
      expect(workingMinutes(schedule, from, to ?? '')).toBe(minutes)
    }),
  )
})
