// Brings the database up to prisma/migrations when the program starts, and keeps Prisma's own books
// (_prisma_migrations), so that `prisma migrate deploy` and this can take turns on one database.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { StoreError } from './store-error.ts'

/** The advisory lock that Prisma's engine takes too: of several starting processes one migrates. */
const PRISMA_LOCK = 72707369
const BOOKS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface BookRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/** prisma/migrations stands at the package root: two folders up from the source, three from dist. */
function migrationsFolder(): URL {
  const fromSource = new URL('../../prisma/migrations/', import.meta.url)
  return existsSync(fromSource) ? fromSource : new URL('../../../prisma/migrations/', import.meta.url)
}

/** Every migration of this program, oldest first. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = migrationsFolder()
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  return Promise.all(
    names.sort().map(async name => {
      const bytes = await readFile(new URL(`${name}/migration.sql`, folder))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    }),
  )
}

function refuseStrangers(rows: readonly BookRow[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(migration => [migration.name, migration]))
  for (const row of rows) {
    const migration = known.get(row.migration_name)
    if (!migration) {
      throw new StoreError('newer', `the database is newer than this program: it has migration ${row.migration_name}`)
    }
    if (row.checksum !== migration.checksum) {
      throw new StoreError('migration-changed', `migration ${migration.name} was changed after it was applied`)
    }
    if (!row.finished_at) {
      throw new StoreError('migration-changed', `migration ${migration.name} was begun and never finished`)
    }
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  // without parameters pg sends it as one simple query, which may hold many statements
  await client.query(migration.sql)
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  )
  await client.query('COMMIT')
}

/** Applies what is missing, each migration whole or not at all. Returns the names of those applied now. */
export async function migrate(pool: pg.Pool): Promise<readonly string[]> {
  const migrations = await readMigrations()
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(BOOKS)
    const { rows } = await client.query<BookRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    refuseStrangers(rows, migrations)
    const applied = new Set(rows.map(row => row.migration_name))
    const missing = migrations.filter(migration => !applied.has(migration.name))
    for (const migration of missing) await apply(client, migration)
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK])
    client.release()
    return missing.map(migration => migration.name)
  } catch (error) {
    // closing the connection rolls back and frees the lock
    client.release(true)
    throw error
  }
}
