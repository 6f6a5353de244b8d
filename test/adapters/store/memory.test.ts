// The store in memory: the contract, and what is particular to PGlite behind a pg.Pool.
import { expect, test } from 'vitest'
import { openClock, openMemoryStore } from '../../support/store.ts'
import { storeContract } from './contract.ts'
import { ROUTE } from './events.ts'

storeContract(async () => {
  const clock = openClock()
  const store = await openMemoryStore({ now: clock.now, route: ROUTE })
  return { store, other: store, clock }
})

test('a connection that is dropped in the middle of a transaction leaves nothing behind', async () => {
  const { database, close } = await openMemoryStore()
  const client = await database.pool.connect()
  await client.query('BEGIN')
  await client.query(`UPDATE audit_head SET hash = 'lost'`)
  await client.query(`SET TimeZone = 'Asia/Shanghai'`)
  client.release(true)
  expect(await database.prisma.auditHead.findMany()).toMatchObject([{ hash: '' }])
  expect((await database.pool.query('SHOW TimeZone')).rows).toEqual([{ TimeZone: 'UTC' }])
  await close()
})

test('queries leave room for timers', async () => {
  const { database, close } = await openMemoryStore()
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, 1)
  for (let i = 0; i < 200; i++) await database.pool.query('SELECT 1')
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(5)
  await close()
})
