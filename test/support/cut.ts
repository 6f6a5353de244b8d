// Ends a process's work at an exact point without a process: every statement to the database and every call to a platform
// is a port call, counted before and after. At the chosen one all connections break, as when the kernel closes the sockets
// of a killed process, and nothing of that life may touch a port again. The database sees what it would see of kill -9.
//
// Several lives share one test process and one pool, so what a dead life still has under way could reach the next one: a
// query in the pool's queue, a rollback, a timer. Each statement therefore carries the life it was begun in
// (AsyncLocalStorage), and one of a dead life never passes, however late it comes. What belongs to no life, the test's own
// looks, passes uncounted.
import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'

/** What the caller of a dead port gets. */
export class Dead extends Error {
  override readonly name = 'Dead'
}

export interface Ports {
  /** Counts one call of the life it is made in, and makes it; breaks before or after it when that is the point. */
  call<T>(work: () => Promise<T>): Promise<T>
  /** Plays `work` as a new life that ends at the nth point (two to a call), or never. What it throws when it ends is Dead's. */
  live<T>(work: () => Promise<T>, endsAt?: number): Promise<T | Dead>
  /** all connections of the dead life are gone from the pool, as they are for a process that starts anew */
  buried(): Promise<void>
  /** points passed by the latest life */
  passed(): number
  readonly alive: boolean
}

type Query = (...args: unknown[]) => unknown
interface Connection {
  query: Query
  once(event: 'end', gone: () => void): unknown
  readonly connection: { readonly stream: { destroy(): void } }
}
type Connect = (told?: (...args: unknown[]) => unknown) => unknown

interface Life {
  readonly endsAt: number
  points: number
  alive: boolean
}

/** Counts all statements of a pool's connections from now on. */
export function countPorts(pool: pg.Pool): Ports {
  const lives = new AsyncLocalStorage<Life>()
  const connections = new Set<Connection>()
  let latest: Life = { endsAt: Number.POSITIVE_INFINITY, points: 0, alive: true }
  let ending: Promise<unknown> = Promise.resolve()

  function point(life: Life): void {
    if (!life.alive) throw new Dead()
    life.points += 1
    if (life.points < life.endsAt) return
    life.alive = false
    ending = Promise.all([...connections].map(one => new Promise<void>(gone => one.once('end', gone))))
    for (const { connection } of connections) connection.stream.destroy()
    connections.clear()
    throw new Dead()
  }
  async function call<T>(work: () => Promise<T>): Promise<T> {
    const life = lives.getStore()
    if (!life) return work()
    point(life)
    const result = await work()
    point(life)
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
  // the pool serves its queue from within whoever gives a connection back: each must go on as who it was
  const shared = pool as unknown as { connect: Connect; readonly _clients: readonly pg.PoolClient[] }
  const connect = shared.connect.bind(pool)
  shared.connect = told => connect(told && AsyncLocalStorage.bind(told))
  // those that are open already stand nowhere in the pool's public face
  for (const client of shared._clients) watch(client)
  pool.on('connect', watch)
  return {
    call,
    live: async (work, endsAt = Number.POSITIVE_INFINITY) => {
      const life: Life = { endsAt, points: 0, alive: true }
      latest = life
      try {
        return await lives.run(life, work)
      } catch (error) {
        if (life.alive) throw error
        return new Dead()
      }
    },
    buried: async () => {
      await ending
    },
    passed: () => latest.points,
    get alive() {
      return latest.alive
    },
  }
}
