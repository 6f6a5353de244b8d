// The simulated month in small: nothing that must never happen happens, and every lead is owned or escalated in a day — over
// the pure turn, and over the whole store in memory and on PostgreSQL.
import { expect, inject, test } from 'vitest'
import { type Month, playMonth } from './simulate/month.ts'
import { reportMonth } from './simulate/report.ts'
import { playOnStore } from './simulate/store-month.ts'
import { createDatabase } from './support/store.ts'

const FIRMS = 40
const STORE_FIRMS = 60
const SEED = 7

function check(month: Month, firms: number): void {
  expect(month.watch.faults).toEqual({ outsideHours: 0, twoHands: 0, withoutConsent: 0, unwatched: 0 })
  expect(reportMonth(month, firms, SEED)).toContain('| owned or escalated within one working day | 100.0 %')
  expect(month.watch.leads.size).toBeGreaterThan(firms * 0.7)
}

test('a month of forty companies', { timeout: 120_000 }, async () => {
  check(await playMonth(FIRMS, SEED), FIRMS)
})

test('a month of sixty companies on the store', { timeout: 240_000 }, async () => {
  check(await playOnStore(STORE_FIRMS, SEED), STORE_FIRMS)
})

test.skipIf(!inject('postgresUrl'))('the same on PostgreSQL', { timeout: 240_000 }, async () => {
  const database = await createDatabase()
  if (!database) return expect.unreachable('there is no server')
  try {
    check(await playOnStore(STORE_FIRMS, SEED, database.url), STORE_FIRMS)
  } finally {
    await database.drop()
  }
})
