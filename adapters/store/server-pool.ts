// Connections to a PostgreSQL server that may be killed, fail over, or vanish behind a broken network without a word:
// whatever happens, a statement ends in time, with an answer or an error, and nothing holds a lock for a peer that is gone.
import pg from 'pg'

export const SERVER_LIMITS = {
  connections: 10,
  connectMs: 5_000,
  /** a statement that takes longer is given up by the server, waiting for locks included */
  statementMs: 10_000,
  /** so the server speaks within `statementMs`; a connection that says nothing for longer leads nowhere */
  silenceMs: 12_000,
  /** a transaction whose client fell silent is rolled back, and its locks with it */
  idleInTransactionMs: 10_000,
  /** the server's look at a client that says nothing at all, in seconds and tries */
  keepaliveIdleSeconds: 10,
  keepaliveIntervalSeconds: 5,
  keepaliveTries: 3,
} as const

/** Prisma writes timestamps without an offset: in another zone they would be stored shifted. */
const IN_UTC = '-c TimeZone=UTC'

const SETTINGS = [
  IN_UTC,
  `-c statement_timeout=${SERVER_LIMITS.statementMs}`,
  `-c idle_in_transaction_session_timeout=${SERVER_LIMITS.idleInTransactionMs}`,
  `-c tcp_keepalives_idle=${SERVER_LIMITS.keepaliveIdleSeconds}`,
  `-c tcp_keepalives_interval=${SERVER_LIMITS.keepaliveIntervalSeconds}`,
  `-c tcp_keepalives_count=${SERVER_LIMITS.keepaliveTries}`,
].join(' ')

interface Wire {
  readonly connection: {
    readonly stream: { setTimeout(ms: number, silent: () => void): void; destroy(error: Error): void }
  }
}

/** Breaks the connection when nothing went either way for too long; pg's own time-out for queries leaves it in the pool, deaf. */
function breakSilence(client: pg.PoolClient): void {
  const { stream } = (client as unknown as Wire).connection
  stream.setTimeout(SERVER_LIMITS.silenceMs, () => stream.destroy(new Error('the database fell silent')))
}

/** The pool that all work goes through. */
export function openServerPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: SERVER_LIMITS.connections,
    connectionTimeoutMillis: SERVER_LIMITS.connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: SERVER_LIMITS.keepaliveIdleSeconds * 1_000,
    options: SETTINGS,
  })
  return pool.on('connect', breakSilence)
}

/** One connection without limits, for migrations: an index on a large table takes as long as it takes. */
export const openPatientPool = (url: string): pg.Pool =>
  new pg.Pool({ connectionString: url, max: 1, keepAlive: true, options: IN_UTC })
