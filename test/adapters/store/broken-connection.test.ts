// Connections that PostgreSQL takes away: the turns that held them fail, and the pool has room again.
import { expect, inject, test } from 'vitest'
import { createDatabase, openServerStore } from '../../support/store.ts'

const POOL_MAX = 10

test.skipIf(!inject('postgresUrl'))('broken inside a transaction, a connection does not stay taken', async () => {
  const made = await createDatabase()
  if (!made) throw new Error('there is no PostgreSQL')
  const store = await openServerStore(made.url)
  const { database } = store
  for (let i = 0; i < POOL_MAX + 2; i++) {
    const broken = database.transact(async tx => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await database.pool.query('SELECT pg_terminate_backend($1)', [row?.pid]).catch(() => {})
      await tx.$queryRaw`SELECT 1`
    })
    await expect(broken).rejects.toThrow()
  }
  expect(await store.health()).toMatchObject({ waiting: 0 })
  expect(database.pool.waitingCount).toBe(0)
  await store.close()
  await made.drop()
})
