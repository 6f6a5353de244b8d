// Stores for the tests: in memory, in a folder, or in a database of its own on the test server. All run on a clock that
// stands still until the test lets time pass.
import { createHash, randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import { newId } from '../../adapters/new-id.ts'
import { openEmbedded } from '../../adapters/store/embedded.ts'
import { migrate, readMigrations } from '../../adapters/store/migrate.ts'
import { type OpenStore, openStore, type StoreOptions } from '../../adapters/store/open.ts'

const MODULES = new URL('../../node_modules/', import.meta.url)
const CACHE = fileURLToPath(new URL('.cache/yinqi/', MODULES))
const DROP_TRIES = 100
const DROP_PAUSE_MS = 50
const START = '2026-03-02T01:00:00.000Z'

export interface TestClock {
  readonly now: () => Date
  /** lets time pass */
  readonly pass: (ms: number) => void
}

export function openClock(start = START): TestClock {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    pass: ms => {
      time += ms
    },
  }
}

/** A migrated, empty database as a file, made once per version of the migrations: it starts six times faster. */
async function emptySnapshot(): Promise<Blob> {
  const manifest = await readFile(new URL('@electric-sql/pglite/package.json', MODULES), 'utf8')
  const migrations = await readMigrations()
  const key = createHash('sha256').update(JSON.stringify([manifest, migrations.map(m => m.checksum)]))
  const file = join(CACHE, `empty-${key.digest('hex').slice(0, 16)}.tar`)
  if (!(await stat(file).catch(() => undefined))) {
    const embedded = await openEmbedded({})
    await migrate(embedded.pool)
    const bytes = Buffer.from(await (await embedded.dump()).arrayBuffer())
    await embedded.close()
    await mkdir(CACHE, { recursive: true })
    const partial = `${file}.${randomUUID()}`
    await writeFile(partial, bytes)
    await rename(partial, file)
  }
  return openAsBlob(file)
}

type Wishes = Partial<Pick<StoreOptions, 'route' | 'now' | 'steady' | 'newId' | 'masterKey' | 'oldMasterKey' | 'pace'>>

/** The master key of all stores of the tests on one server: "two processes" must share it. */
export const TEST_MASTER_KEY = Buffer.alloc(32, 7)

const defaults = (wishes: Wishes) => ({
  route: wishes.route ?? (() => []),
  now: wishes.now ?? openClock().now,
  newId: wishes.newId ?? newId,
  masterKey: wishes.masterKey ?? TEST_MASTER_KEY,
  oldMasterKey: wishes.oldMasterKey,
  steady: wishes.steady,
  pace: wishes.pace,
})

/** A store in memory: what most tests want. Close it. */
export async function openMemoryStore(wishes: Wishes = {}): Promise<OpenStore> {
  return openStore({ ...defaults(wishes), snapshot: await emptySnapshot() })
}

/** A store in a folder of its own, which goes when it is closed. */
export async function openFolderStore(wishes: Wishes = {}): Promise<OpenStore & { readonly dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'yinqi-store-'))
  const store = await openStore({ ...defaults(wishes), dir, snapshot: await emptySnapshot() })
  const close = async () => {
    await store.close()
    await rm(dir, { recursive: true, force: true })
  }
  return { ...store, dir, close }
}

/** A new database on the test server, and how to drop it; undefined when there is no server. */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> } | undefined> {
  const server = inject('postgresUrl')
  if (!server) return undefined
  const name = `yinqi_test_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }
  const drop = async () => {
    const inUse = `SELECT 1 FROM pg_stat_activity WHERE datname = '${name}'`
    // connections close a moment after their pool has ended; one that is cut off instead would fail the test run
    for (let i = 0; i < DROP_TRIES && (await run(inUse)).length > 0; i++) await sleep(DROP_PAUSE_MS)
    await run(`DROP DATABASE ${name} WITH (FORCE)`)
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop }
}

/** A store on PostgreSQL; several may share one url. */
export const openServerStore = (url: string, wishes: Wishes = {}): Promise<OpenStore> =>
  openStore({ ...defaults(wishes), url })

const TABLES = [
  'conversation',
  'case_key',
  'consent',
  'lead',
  'visit',
  'message',
  'delivery',
  'inbox',
  'audit',
  'timer',
  'desk_link',
  'desk_session',
] as const

/** Every row of every table as text, for tests that look for what must not be there. */
export async function dumpTables({ database }: OpenStore): Promise<string> {
  const dumps: string[] = []
  for (const table of TABLES) {
    const { rows } = await database.pool.query(`SELECT to_jsonb(t)::text AS row FROM "${table}" AS t`)
    dumps.push(`${table}:`, ...rows.map(row => row.row as string))
  }
  return dumps.join('\n')
}

/** Empties the database. */
export async function emptyTables({ database }: OpenStore): Promise<void> {
  await database.pool.query(`TRUNCATE ${TABLES.map(table => `"${table}"`).join(', ')} RESTART IDENTITY CASCADE`)
  await database.pool.query(`UPDATE audit_head SET seq = 0, hash = ''`)
}
