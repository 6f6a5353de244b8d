// The web adapter on a free port over a store in memory, for the tests of its HTTP surface.
import { afterEach, vi } from 'vitest'
import { startWeb, type WebOptions } from '../../../adapters/web/server.ts'
import { createMemoryStore } from '../../support/memory-store.ts'
import { DESKS } from './scenario.ts'

/** A message key as a page would make it. */
export const key = (n = 1) => `key-${String(n).padStart(8, '0')}`

export const deskPress = (over: object = {}) => ({
  key: key(),
  desk: 'harbour-bank',
  thread: 'L-0001',
  name: '王经理',
  press: 'l:1:take',
  ...over,
})

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Starts one; it stops after the test. */
export async function serve(options: Partial<WebOptions> = {}) {
  const store = createMemoryStore()
  const wake = vi.fn()
  const report = vi.fn()
  let serial = 0
  const web = await startWeb({
    store,
    wake,
    report,
    now: () => new Date('2026-11-22T08:00:00.000Z'),
    newId: () => `request-${++serial}`,
    port: 0,
    desks: DESKS,
    health: () => store.health(),
    ...options,
  })
  stops.push(web.close)
  // A wildcard address is announced as it is; the tests reach it through loopback.
  const address = web.address.replace('0.0.0.0', '127.0.0.1')
  const host = new URL(address).host
  return { store, wake, report, address, host, port: new URL(address).port }
}
