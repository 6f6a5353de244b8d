// The time of day jumps under a store at work: what is in hand stays in hand, what was given up comes free in its time, and
// what was put off goes out.
import { afterEach, expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { openClock, openMemoryStore } from '../../support/store.ts'
import { claim, drain, says, step, toEnterprise, turn } from './events.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const JUMPS = [HOUR_MS, -HOUR_MS, DAY_MS, -DAY_MS, 366 * DAY_MS, -366 * DAY_MS]
/** longer than any lease, shorter than an hour */
const LEASES_MS = 90_000

let store: OpenStore | undefined
afterEach(async () => {
  await store?.close()
})

async function open() {
  const [wall, steady] = [openClock(), openClock()]
  store = await openMemoryStore({ now: wall.now, steady: steady.now })
  return { store, wall, steady }
}

test.each(JUMPS)('by %i ms: an event in hand is nobody else’s, and one that was let fall is played once', async ms => {
  const { store, wall, steady } = await open()
  await store.accept(says('p', '一'))
  const item = await claim(store)
  wall.pass(ms)
  expect(await store.next()).toBeUndefined()
  expect(await store.play(item, step(item))).toBe('played')
  await store.accept(says('p', '二'))
  await claim(store)
  wall.pass(-ms)
  steady.pass(LEASES_MS)
  expect(await drain(store)).toBe(1)
  // given back after a fault, it waits its seconds and no longer
  await store.accept(says('p', '三'))
  await store.fail(await claim(store), 'x')
  wall.pass(ms)
  steady.pass(LEASES_MS)
  expect(await drain(store)).toBe(1)
  expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
})

test.each(JUMPS)('by %i ms: a message under way is not claimed again, and one that was put off goes out', async ms => {
  const { store, wall, steady } = await open()
  await turn(store, says('p', '一'), { posts: [toEnterprise('好')] })
  const [delivery] = await store.due('telegram')
  if (!delivery) throw new Error('nothing is due')
  wall.pass(ms)
  expect(await store.due('telegram')).toEqual([])
  expect(await store.begin(delivery)).toBe(true)
  const at = new Date(wall.now().getTime() + 30_000).toISOString()
  await store.settle(delivery, { is: 'later', at, code: 'limited' })
  wall.pass(-ms)
  expect(await store.due('telegram')).toEqual([])
  steady.pass(30_000)
  const [again] = await store.due('telegram')
  expect(again).toMatchObject({ id: delivery.id, uncertain: false })
})

test('what another process wrote by a clock that was far ahead does not wait for it', async () => {
  const { store, steady } = await open()
  await turn(store, says('p', '一'), { posts: [toEnterprise('好')] })
  await store.accept(says('p', '二'))
  const ahead = new Date(steady.now().getTime() + DAY_MS)
  const { prisma } = store.database
  await prisma.inbox.updateMany({ where: { state: 'waiting' }, data: { lease: 'gone', leaseUntil: ahead } })
  await prisma.delivery.updateMany({ data: { lease: 'gone', leaseUntil: ahead, notBefore: ahead } })
  expect(await drain(store)).toBe(1)
  expect(await store.due('telegram')).toMatchObject([{ uncertain: true }])
})
