// Ends a process's work at an exact point without a process: every statement to the database and every call to a platform
// is a port call, counted before and after. At the chosen one all connections break, as when the kernel closes the sockets
// of a killed process, and nothing of that life may touch a port again. The database sees what it would see of kill -9.
import type pg from 'pg'

/** What the caller of a dead port gets. */
export class Dead extends Error {
  override readonly name = 'Dead'
}

export interface Ports {
  /** Counts one call and makes it; breaks before or after it when that is the point. */
  call<T>(work: () => Promise<T>): Promise<T>
  /** A new life that ends at the nth point (two to a call), or never. */
  begin(endsAt?: number): void
  /** all connections of the dead life are gone from the pool, as they are for a process that starts anew */
  buried(): Promise<void>
  /** points passed since `begin` */
  passed(): number
  readonly alive: boolean
}

type Query = (...args: unknown[]) => unknown
interface Connection {
  query: Query
  once(event: 'end', gone: () => void): unknown
  readonly connection: { readonly stream: { destroy(): void } }
}

/** Counts all statements of a pool's connections from now on. */
export function countPorts(pool: pg.Pool): Ports {
  const connections = new Set<Connection>()
  let life = 0
  let points = 0
  let end = Number.POSITIVE_INFINITY
  let alive = true
  let ending: Promise<unknown> = Promise.resolve()

  function point(): void {
    if (!alive) throw new Dead()
    points += 1
    if (points < end) return
    alive = false
    ending = Promise.all([...connections].map(one => new Promise<void>(gone => one.once('end', gone))))
    for (const { connection } of connections) connection.stream.destroy()
    connections.clear()
    throw new Dead()
  }
  async function call<T>(work: () => Promise<T>): Promise<T> {
    const mine = life
    point()
    const result = await work()
    if (mine !== life) throw new Dead()
    point()
    return result
  }
  function watch(client: pg.PoolClient): void {
    const connection = client as unknown as Connection
    const query = connection.query.bind(connection)
    connections.add(connection)
    client.on('end', () => connections.delete(connection))
    client.on('error', () => {})
    connection.query = (...args) => {
      const last = args.at(-1)
      const told = typeof last === 'function' ? (last as (error: unknown, result?: unknown) => void) : undefined
      const answer = call(async () => query(...(told ? args.slice(0, -1) : args)))
      if (!told) return answer
      answer.then(
        result => told(null, result),
        error => told(error),
      )
      return undefined
    }
  }
  // those that are open already stand nowhere in the pool's public face
  for (const client of (pool as unknown as { readonly _clients: readonly pg.PoolClient[] })._clients) watch(client)
  pool.on('connect', watch)
  return {
    call,
    begin: (endsAt = Number.POSITIVE_INFINITY) => {
      life += 1
      points = 0
      end = endsAt
      alive = true
    },
    buried: async () => {
      await ending
    },
    passed: () => points,
    get alive() {
      return alive
    },
  }
}
