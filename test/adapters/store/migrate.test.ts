// Migrations: applied once, by one of several, never changed afterwards, and in step with the schema.
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { newId } from '../../../adapters/new-id.ts'
import { openEmbedded } from '../../../adapters/store/embedded.ts'
import { migrate, readMigrations } from '../../../adapters/store/migrate.ts'
import { openStore } from '../../../adapters/store/open.ts'
import {
  createDatabase,
  openFolderStore,
  openMemoryStore,
  openServerStore,
  TEST_MASTER_KEY,
} from '../../support/store.ts'
import { says, turn } from './events.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

test('a new database gets all of them, once', async () => {
  const { pool, close } = await openEmbedded({})
  const names = (await readMigrations()).map(migration => migration.name)
  expect(await migrate(pool)).toEqual(names)
  expect(await migrate(pool)).toEqual([])
  await close()
})

test('a migration that was changed after it was applied is refused, and one from a newer program too', async () => {
  const { database, close } = await openMemoryStore()
  const books = (sql: string) => database.pool.query(sql)
  await books(`UPDATE _prisma_migrations SET checksum = 'other'`)
  await expect(migrate(database.pool)).rejects.toMatchObject({ code: 'migration-changed' })
  await books(`UPDATE _prisma_migrations SET migration_name = '99990101000000_future'`)
  await expect(migrate(database.pool)).rejects.toMatchObject({ code: 'newer' })
  await close()
})

test('a program older than its folder refuses before it touches anything, gives the folder back, and nothing is lost', async () => {
  const store = await openFolderStore()
  const { dir } = store
  const item = await turn(store, says('p', 'x'))
  await store.database.pool.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('later', '', '99990101000000_future', now())`,
  )
  await store.database.close()
  const open = () => openStore({ dir, route: () => [], now: () => new Date(), newId, masterKey: TEST_MASTER_KEY })
  // twice: the first refusal has left neither a lock nor a half-open database
  for (let n = 0; n < 2; n++)
    await expect(open()).rejects.toMatchObject({
      code: 'newer',
      message: expect.stringContaining('99990101000000_future'),
    })
  const embedded = await openEmbedded({ dir })
  await embedded.pool.query(`DELETE FROM _prisma_migrations WHERE id = 'later'`)
  await embedded.close()
  const again = await open()
  expect((await again.caseOf(item.received))?.trail).toEqual([item.received.eventId])
  await again.close()
  await rm(dir, { recursive: true })
})

test('the migrations make what the schema says', { timeout: 240_000 }, async () => {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const sides = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  // exits with 2 when the two differ
  const args = [cli, 'migrate', 'diff', ...sides, '--exit-code']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT })
  expect(stdout).toContain('No difference')
})

describe.skipIf(!inject('postgresUrl'))('PostgreSQL', () => {
  test('of several processes that start at once one migrates', async () => {
    const made = await createDatabase()
    const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: made?.url, max: 1 }))
    const applied = await Promise.all(pools.map(pool => migrate(pool)))
    expect(applied.flat()).toEqual((await readMigrations()).map(migration => migration.name))
    await Promise.all(pools.map(pool => pool.end()))
    await made?.drop()
  })

  test('times are stored in UTC, whatever zone the server is in', async () => {
    const made = await createDatabase()
    const store = await openServerStore(made?.url ?? '')
    await turn(store, says('p', 'x', { at: '2026-03-02T01:00:00.000Z' }))
    const { rows } = await store.database.pool.query(`SELECT extract(epoch FROM at) AS seconds FROM message`)
    expect(Number(rows[0]?.seconds) * 1_000).toBe(Date.parse('2026-03-02T01:00:00.000Z'))
    await store.close()
    await made?.drop()
  })
})
