// Load: thousands of conversations at once through the real store and the real turn, on the embedded database and on
// PostgreSQL with one and two workers, beside two yardsticks of the same run: a bare transaction of six statements, and a
// bare telegraf that echoes. Nothing is asserted but that nothing is lost.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Telegraf } from 'telegraf'
import type { Knowledge } from '#bot'
import type { Received } from '../../adapters/received.ts'
import { type OpenStore, openStore } from '../../adapters/store/open.ts'
import { startWorker } from '../../adapters/worker.ts'
import { type Bench, print } from './bench.ts'

const CONVERSATIONS = Number(process.env['LOAD_CONVERSATIONS'] ?? 10_000)
const TURNS = 10
/** events in flight at once: what a webhook would have open */
const ACCEPTING = 16
const YARDSTICK = 1_000
const FLOOD = 2_000
const LANES = { embedded: 1, postgres: 4 }
const KEY = Buffer.alloc(32, 7)
const TALK = [
  '你好',
  '我们是做光电芯片的，去年营收3000万',
  '有20个研发人员，总共60人',
  '研发投入300多万',
  '发明专利12项',
  '想贷1000万',
  '为什么问这个',
  '跳过',
  '看结果',
  '谢谢',
]

interface Place {
  readonly name: string
  readonly where: { readonly url: string } | { readonly dir: string }
  readonly workers: number
}

const open = (where: Place['where']): Promise<OpenStore> =>
  openStore({ ...where, route: () => [], now: () => new Date(), newId: randomUUID, masterKey: KEY })

const event = (peer: string, n: number): Received => ({
  platform: 'web',
  eventId: `${peer}:${n}`,
  at: new Date().toISOString(),
  target: { kind: 'conversation', peer },
  from: { kind: 'enterprise' },
  event: { kind: 'text', text: TALK[n % TALK.length] ?? '' },
})

const at = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0

/** Runs `work` over the list, so many at once. */
async function together<T>(list: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  const hand = async () => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
}

interface Lap {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly lost: number
}

/** Plays `turns` of each peer and answers how long the turns took, from claim to commit. */
async function lap(
  stores: readonly OpenStore[],
  knowledge: Knowledge,
  lanes: number,
  peers: readonly string[],
  turns: number,
): Promise<Lap> {
  const took: number[] = []
  const [first] = stores
  if (!first) throw new Error('no store')
  const timed = (store: OpenStore): OpenStore => ({
    ...store,
    play: async (item, step) => {
      const began = performance.now()
      const result = await store.play(item, step)
      took.push(performance.now() - began)
      return result
    },
  })
  const began = performance.now()
  const workers = stores.map(store =>
    startWorker({ store: timed(store), knowledge, understand: async () => [], log: () => {}, lanes }),
  )
  for (let n = 0; n < turns; n++) {
    await together(peers, ACCEPTING, async peer => {
      await first.accept(event(peer, n))
      for (const worker of workers) worker.wake()
    })
  }
  const wanted = peers.length * turns
  while (took.length < wanted) await new Promise(resolve => setTimeout(resolve, 20))
  const seconds = (performance.now() - began) / 1000
  await Promise.all(workers.map(worker => worker.stop()))
  took.sort((a, b) => a - b)
  const { rows } = await first.database.pool.query(
    `SELECT count(*)::int AS said FROM message WHERE direction = 'in' AND peer = ANY($1)`,
    [peers],
  )
  return { perSecond: wanted / seconds, p50: at(took, 50), p99: at(took, 99), lost: wanted - Number(rows[0]?.said) }
}

/** Six statements in one transaction: the least that a turn could cost on this database. */
async function bare(store: OpenStore): Promise<number> {
  const { pool } = store.database
  await pool.query('CREATE TABLE IF NOT EXISTS yardstick (id bigserial PRIMARY KEY, peer text, body jsonb)')
  const began = performance.now()
  await together(
    Array.from({ length: YARDSTICK }, (_, n) => n),
    LANES.postgres,
    async n => {
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query('INSERT INTO yardstick (peer, body) VALUES ($1, $2)', [`p${n}`, '{}'])
      await client.query('SELECT id FROM yardstick WHERE id = $1 FOR UPDATE', [n])
      await client.query('UPDATE yardstick SET body = $2 WHERE peer = $1 AND id > $3', [`p${n}`, '{"a":1}', n])
      await client.query('SELECT count(*) FROM yardstick WHERE id = $1', [n])
      await client.query('COMMIT')
      client.release()
    },
  )
  return YARDSTICK / ((performance.now() - began) / 1000)
}

/** Updates a second of a bot that only gives a text back, without a network. */
async function echo(): Promise<number> {
  const bot = new Telegraf('1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
  bot.botInfo = { id: 1, is_bot: true, first_name: 'x', username: 'x' } as NonNullable<typeof bot.botInfo>
  let answered = 0
  bot.on('text', async () => {
    answered += 1
  })
  const began = performance.now()
  for (let n = 0; n < YARDSTICK * 10; n++) {
    const chat = { id: n, type: 'private' as const, first_name: 'x' }
    const from = { id: n, is_bot: false, first_name: 'x' }
    await bot.handleUpdate({ update_id: n, message: { message_id: n, date: 0, chat, from, text: '你好' } })
  }
  return answered / ((performance.now() - began) / 1000)
}

/** One peer floods; the others go on as before. How much slower is their slowest hundredth? */
async function flood(stores: readonly OpenStore[], knowledge: Knowledge, lanes: number): Promise<string> {
  const calm = Array.from({ length: 100 }, (_, n) => `calm-${n}`)
  const before = await lap(stores, knowledge, lanes, calm, 3)
  const [first] = stores
  await together(
    Array.from({ length: FLOOD }, (_, n) => n),
    ACCEPTING,
    async n => void (await first?.accept(event('flood', n))),
  )
  const waits: number[] = []
  const worker = startWorker({
    store: stores[0] ?? (await Promise.reject(new Error('no store'))),
    knowledge,
    understand: async () => [],
    log: () => {},
    lanes,
  })
  for (const peer of calm) {
    const began = performance.now()
    await first?.accept(event(`late-${peer}`, 0))
    worker.wake()
    while ((await first?.conversation('web', `late-${peer}`, 0n))?.length === 0)
      await new Promise(resolve => setTimeout(resolve, 2))
    waits.push(performance.now() - began)
  }
  await worker.stop()
  waits.sort((a, b) => a - b)
  return `${before.p99.toFixed(0)} ms a turn without, ${at(waits, 99).toFixed(0)} ms from acceptance to answer beside ${FLOOD} waiting messages of one chat`
}

async function measurePlace({ name, where, workers }: Place, knowledge: Knowledge): Promise<string> {
  const stores = await Promise.all(Array.from({ length: workers }, () => open(where)))
  try {
    const [first] = stores
    if (!first) throw new Error('no store')
    const lanes = 'url' in where ? LANES.postgres : LANES.embedded
    const least = await bare(first)
    const peers = Array.from({ length: CONVERSATIONS }, (_, n) => `${workers}-${n}`)
    const { perSecond, p50, p99, lost } = await lap(stores, knowledge, lanes, peers, TURNS)
    const rss = Math.round(process.memoryUsage().rss / 1e6)
    print([
      `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${rss} | ${lost} | ${least.toFixed(0)} | ${(perSecond / least).toFixed(2)} |`,
    ])
    if (lost > 0) throw new Error(`${name}: ${lost} turns lost`)
    return `${name}: ${await flood(stores, knowledge, lanes)}`
  } finally {
    await Promise.all(stores.map(store => store.close()))
  }
}

export async function benchLoad({ knowledge }: Bench): Promise<void> {
  print([
    '',
    `## Load: ${CONVERSATIONS.toLocaleString('en-US')} conversations × ${TURNS} turns`,
    '',
    `Bare telegraf echo, no network, no store: ${(await echo()).toFixed(0)} updates/s.`,
    '',
    '| Store | turns/s | p50 ms | p99 ms | RSS MB | lost | bare transaction/s | ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ])
  const dir = mkdtempSync(join(tmpdir(), 'yinqi-load-'))
  const floods: string[] = []
  try {
    floods.push(await measurePlace({ name: 'embedded, 1 worker', where: { dir }, workers: 1 }, knowledge))
    const url = process.env['TEST_DATABASE_URL']
    if (url)
      for (const workers of [1, 2])
        floods.push(
          await measurePlace(
            { name: `PostgreSQL, ${workers} worker(s) of 4 lanes, one process`, where: { url }, workers },
            knowledge,
          ),
        )
    else floods.push('PostgreSQL: not measured, TEST_DATABASE_URL is not set (an empty database of its own)')
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  print(['', 'One flooding chat:', '', ...floods.map(line => `- ${line}`)])
}
