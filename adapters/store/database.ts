// One open database, embedded or PostgreSQL, with Prisma on top. Everything above it sees no difference.
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { openEmbedded } from './embedded.ts'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { migrate } from './migrate.ts'
import { openPatientPool, openServerPool } from './server-pool.ts'

/** Embedded transactions wait for each other: this is how long one may queue, and then how long it may run. */
const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 15_000 }

/** Inside a transaction only this may be used: the plain client would wait for the connection that we hold. */
export type Transaction = Prisma.TransactionClient

export interface DatabaseOptions {
  /** PostgreSQL; wins over `dir` */
  readonly url?: string | undefined
  /** folder of the embedded database; without it, it is in memory */
  readonly dir?: string | undefined
  /** dump that a new embedded database starts from */
  readonly snapshot?: Blob | undefined
}

export interface Database {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  readonly embedded: boolean
  /** Runs `work` in one transaction that really commits: an error caught inside `work` still fails it. */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The embedded database as one file; undefined for PostgreSQL. */
  dump(): Promise<Blob | undefined>
  close(): Promise<void>
}

/** Through connections of its own: a migration may take longer than any other statement. */
async function migrateServer(url: string): Promise<void> {
  const pool = openPatientPool(url)
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.url ? undefined : await openEmbedded(options)
  const pool = embedded?.pool ?? openServerPool(options.url ?? '')
  // an idle connection that breaks is replaced by the pool; without a listener it would end the process
  pool.on('error', () => {})
  const closePool = () => (embedded ? embedded.close() : pool.end())
  try {
    await (options.url ? migrateServer(options.url) : migrate(pool))
  } catch (error) {
    await closePool()
    throw error
  }
  // the adapter brings its own copy of pg's types; the class is the same
  const adapter = new PrismaPg(pool as unknown as ConstructorParameters<typeof PrismaPg>[0])
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTION_LIMITS })
  return {
    prisma,
    pool,
    embedded: embedded !== undefined,
    transact: work =>
      prisma.$transaction(async tx => {
        const result = await work(tx)
        // PostgreSQL answers COMMIT of a failed transaction with a silent ROLLBACK; this statement fails instead
        await tx.$queryRaw`SELECT 1`
        return result
      }),
    dump: async () => embedded?.dump(),
    close: async () => {
      await prisma.$disconnect()
      await closePool()
    },
  }
}
