// One process of the product under load: the store, the classifier and the worker as `serve` starts them, and the companies
// that talk to it. Its parent (run.ts) says what to play; it answers with figures. With several of them on one PostgreSQL
// each may play what another accepted.

import { loadData, projectRoot } from '../../../adapters/files/load.ts'
import { newId } from '../../../adapters/new-id.ts'
import { startUnderstanding } from '../../../adapters/nlp/understand.ts'
import { CHAT_PACE } from '../../../adapters/store/chat-pace.ts'
import { type OpenStore, openStore } from '../../../adapters/store/open.ts'
import { startWorker } from '../../../adapters/worker.ts'
import { event, peersOf, percentile, sleep, staggered, TURNS, together } from './events.ts'
import type { Figures, Order } from './orders.ts'
import { bareTransactions } from './yardsticks.ts'

/** as in adapters/product.ts */
const LANES = { embedded: 2, postgres: 4 }
const KEY = Buffer.alloc(32, 7)
/** events in flight at once: what a webhook would have open */
const ACCEPTING = 16
/** so many may wait before the companies pause: nobody types faster than he is answered for long */
const WAITING_MAX = 2_000
const LOOK_EVERY = 500
const LOOK_MS = 200
const MEMORY_LOOK_MS = 1_000

interface Played {
  /** milliseconds from claim to commit */
  readonly turn: number
  /** milliseconds from acceptance to commit */
  readonly answer: number
  readonly peer: string
}

/** The store, with a note of every turn. */
function timed(store: OpenStore, note: (one: Played) => void): OpenStore {
  return {
    ...store,
    play: async (item, step) => {
      const began = performance.now()
      const result = await store.play(item, step)
      const { target, at } = item.received
      note({
        turn: performance.now() - began,
        answer: Date.now() - Date.parse(at),
        peer: target.kind === 'conversation' ? target.peer : '',
      })
      return result
    },
  }
}

const waiting = async ({ database }: OpenStore): Promise<number> => {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM inbox WHERE state = 'waiting'`)
  return Number(rows[0]?.n)
}

/** As fast as it goes: everybody says the nth line, then everybody the next. */
async function rush(store: OpenStore, wake: () => void, peers: readonly string[]): Promise<void> {
  let accepted = 0
  let gate = Promise.resolve()
  const room = async () => {
    while ((await waiting(store)) > WAITING_MAX) await sleep(LOOK_MS)
  }
  for (let n = 0; n < TURNS; n++)
    await together(peers, ACCEPTING, async peer => {
      await gate
      await store.accept(event(peer, n))
      wake()
      accepted += 1
      if (accepted % LOOK_EVERY === 0) gate = room()
    })
}

/** So many lines a second, whether the last was answered or not; `flood` more by one chat. */
async function pace(store: OpenStore, wake: () => void, order: Extract<Order, { do: 'pace' }>): Promise<void> {
  const talk = staggered(peersOf(order.name, order.peers), order.lines)
  const say = async (count: number, perSecond: number, next: (n: number) => ReturnType<typeof event>) => {
    const began = performance.now()
    const open: Promise<unknown>[] = []
    for (let n = 0; n < count; n++) {
      const early = began + (n * 1000) / perSecond - performance.now()
      if (early > 0) await sleep(early)
      open.push(store.accept(next(n)).then(wake))
    }
    await Promise.all(open)
  }
  await Promise.all([
    say(order.lines, order.perSecond, n => event(talk[n]?.peer ?? '', talk[n]?.n ?? 0)),
    order.flood
      ? say(order.flood.lines, order.flood.perSecond, n => event(`${order.name}-flood`, n))
      : Promise.resolve(),
  ])
}

/** Lines of these companies that were not heard, and companies that were not told as much as most: all said the same. */
async function lost({ database }: OpenStore, name: string, peers: number): Promise<number> {
  const { rows } = await database.pool.query<{ heard: number; told: number }>(
    `SELECT count(*) FILTER (WHERE direction = 'in')::int AS heard, count(*) FILTER (WHERE direction = 'out')::int AS told
     FROM message WHERE peer LIKE $1 GROUP BY peer`,
    [`${name}-%`],
  )
  const heard = rows.reduce((sum, row) => sum + row.heard, 0)
  const usual = percentile(
    rows.map(row => row.told),
    50,
  )
  return Math.abs(peers * TURNS - heard) + rows.filter(row => row.told !== usual).length
}

async function main(): Promise<void> {
  const url = process.env['LOAD_URL']
  const dir = process.env['LOAD_DIR']
  const where = url === undefined ? { dir } : { url }
  const { knowledge } = loadData(projectRoot())
  const store = await openStore({
    ...where,
    route: () => [],
    now: () => new Date(),
    newId,
    masterKey: KEY,
    pace: CHAT_PACE,
  })
  const understanding = startUnderstanding({ root: projectRoot(), log: () => {} })
  await understanding.ready
  let played: Played[] = []
  let memory = 0
  const lanes = url === undefined ? LANES.embedded : LANES.postgres
  const noted = timed(store, one => played.push(one))
  const worker = startWorker({ store: noted, knowledge, understand: understanding.understand, log: () => {}, lanes })
  const look = () => {
    memory = Math.max(memory, process.memoryUsage().rss)
  }
  const watch = setInterval(look, MEMORY_LOOK_MS)
  const answer = (figures: Partial<Figures>) =>
    process.send?.({ megabytes: Math.round(memory / 1e6), ...figures } satisfies Partial<Figures>)

  async function obey(order: Order): Promise<void> {
    if (order.do === 'yardstick') return void answer({ perSecond: await bareTransactions(store, lanes) })
    if (order.do === 'check') return void answer({ lost: await lost(store, order.name, order.peers) })
    if (order.do === 'stop') {
      clearInterval(watch)
      await worker.stop()
      await understanding.close()
      await store.close()
      process.disconnect()
      return
    }
    played = []
    memory = 0
    const cpu = process.cpuUsage()
    if (order.do === 'rush') await rush(store, worker.wake, order.peers)
    else await pace(store, worker.wake, order)
    while ((await waiting(store)) > 0) await sleep(LOOK_MS)
    const { user, system } = process.cpuUsage(cpu)
    look()
    const ours = played.filter(({ peer }) => !peer.endsWith('-flood'))
    answer({
      turns: ours.map(({ turn }) => turn),
      answers: ours.map(one => one.answer),
      processorMs: (user + system) / 1000,
    })
  }
  process.on('message', order => void obey(order as Order))
  answer({})
}

await main()
