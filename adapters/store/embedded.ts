// The embedded database: PGlite (PostgreSQL inside this process, in a folder or in memory) behind an ordinary pg.Pool.
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import pg from 'pg'
import { lockDirectory } from './directory-lock.ts'
import { DurableFS, syncTree } from './durable-fs.ts'
import { pgliteModule } from './pglite-module.ts'
import { openStream } from './pglite-stream.ts'

const SETTINGS = ['shared_buffers=32MB', 'max_wal_size=128MB', 'wal_sync_method=fsync', 'timezone=UTC']
/** PGlite's switch for "never fsync" */
const NO_FSYNC = '-F'
const OWNER_ONLY = 0o700

export interface Embedded {
  readonly pool: pg.Pool
  /** the whole database as one file, to start others from */
  dump(): Promise<Blob>
  close(): Promise<void>
}

export interface EmbeddedOptions {
  /** undefined: in memory */
  readonly dir?: string | undefined
  /** an earlier dump: starts in a fraction of the time that a new database takes */
  readonly snapshot?: Blob | undefined
}

async function openPglite(data: string | undefined, snapshot: Blob | undefined): Promise<PGlite> {
  const isNew = !data || !existsSync(join(data, 'PG_VERSION'))
  const base = data ? PGlite.defaultStartParams.filter(param => param !== NO_FSYNC) : PGlite.defaultStartParams
  const options: PGliteOptions = {
    pgliteWasmModule: await pgliteModule(),
    startParams: [...base, ...SETTINGS.flatMap(setting => ['-c', setting])],
  }
  if (data) options.fs = new DurableFS(data)
  if (snapshot && isNew) options.loadDataDir = snapshot
  const db = await PGlite.create(options)
  if (data && isNew) syncTree(data)
  return db
}

/** Opens the database in `dir`, and makes it when it is new. A folder serves one process: a second one is refused. */
export async function openEmbedded({ dir, snapshot }: EmbeddedOptions): Promise<Embedded> {
  let unlock = async () => {}
  let data: string | undefined
  if (dir !== undefined) {
    const folder = resolve(dir)
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY })
    unlock = await lockDirectory(folder)
    data = join(folder, 'pgdata')
  }
  try {
    const db = await openPglite(data, snapshot)
    // one session, one connection: transactions wait for each other
    const pool = new pg.Pool({
      max: 1,
      idleTimeoutMillis: 0,
      user: 'postgres',
      database: 'postgres',
      ssl: false,
      stream: () => openStream(db) as never,
    })
    const close = async () => {
      await pool.end()
      await db.close()
      await unlock()
    }
    return { pool, dump: () => db.dumpDataDir('none'), close }
  } catch (error) {
    await unlock()
    throw error
  }
}
