// The simulated month in small: nothing that must never happen happens, and every lead is owned or escalated in a day.
import { expect, test } from 'vitest'
import { playMonth } from './simulate/month.ts'
import { reportMonth } from './simulate/report.ts'

test('a month of forty companies', { timeout: 120_000 }, () => {
  const month = playMonth(40, 7)
  expect(month.watch.faults).toEqual({ outsideHours: 0, twoHands: 0, withoutConsent: 0, unwatched: 0 })
  const report = reportMonth(month, 40, 7)
  expect(report).toContain('| owned or escalated within one working day | 100.0 %')
  expect(month.watch.leads.size).toBeGreaterThan(30)
})
