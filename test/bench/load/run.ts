// Runs one measure of the load test: starts processes of the product on a fresh database, has companies talk to them, and
// gathers the figures. Every measure has processes of its own, so memory is theirs and not the benchmark's.
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import packageJson from '../../../package.json' with { type: 'json' }
import { peersOf, percentile, TURNS } from './events.ts'
import type { Figures, Order } from './orders.ts'

const PROCESS = fileURLToPath(new URL('process.ts', import.meta.url))
/** what `npm start` gives Node, so that memory is the product's */
const FLAGS = packageJson.scripts.start.split(' ').filter(word => word.startsWith('--'))
/** at half of its speed: for so long, with so many companies */
const HALF = { seconds: 30, peers: 500 }
/** 200 companies talk, and one chat sends 1,000 messages in ten seconds */
const FLOOD = { seconds: 10, peers: 200, perSecond: 20, flood: { lines: 1_000, perSecond: 100 } }

export interface Place {
  readonly name: string
  /** a server on which a database may be made; without one, an embedded database in a folder */
  readonly server?: string
  readonly processes: number
}

export interface Measured {
  readonly perSecond: number
  /** of all processes of the product, database server not included */
  readonly processorMs: number
  readonly turn: { readonly p50: number; readonly p99: number }
  /** from acceptance to commit, at half the speed */
  readonly half: { readonly p50: number; readonly p99: number }
  /** slowest hundredth of the others' answers, without a flood and beside one */
  readonly flood: { readonly without: number; readonly beside: number }
  readonly megabytes: number
  readonly lost: number
  readonly bare: number
}

async function answerOf(child: ChildProcess): Promise<Partial<Figures>> {
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a process ended with ${code}`)))
  const [figures] = await Promise.race([once(child, 'message'), ended])
  return figures as Partial<Figures>
}

async function ask(child: ChildProcess, order: Order): Promise<Partial<Figures>> {
  const answer = answerOf(child)
  child.send(order)
  return answer
}

async function start(env: Record<string, string>): Promise<ChildProcess> {
  const child = fork(PROCESS, { execArgv: FLAGS, env: { ...process.env, ...env } })
  await answerOf(child)
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.send({ do: 'stop' } satisfies Order)
  await ended
}

/** A database of its own, and how to be rid of it. */
async function openPlace({ server }: Place): Promise<{ env: Record<string, string>; close: () => Promise<void> }> {
  if (server === undefined) {
    const dir = mkdtempSync(join(tmpdir(), 'yinqi-load-'))
    return { env: { LOAD_DIR: dir }, close: async () => rmSync(dir, { recursive: true, force: true }) }
  }
  const name = `yinqi_load_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { env: { LOAD_URL: url.href }, close: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

const all = <T>(answers: readonly Partial<Figures>[], part: (one: Partial<Figures>) => readonly T[] | undefined) =>
  answers.flatMap(one => part(one) ?? [])

/** The same pace, shared among the processes. */
async function pace(
  children: readonly ChildProcess[],
  name: string,
  {
    seconds,
    peers,
    perSecond,
    flood,
  }: { seconds: number; peers: number; perSecond: number; flood?: typeof FLOOD.flood },
): Promise<readonly number[]> {
  const share = 1 / children.length
  const answers = await Promise.all(
    children.map((child, i) =>
      ask(child, {
        do: 'pace',
        name: `${name}${i}`,
        peers: Math.ceil(peers * share),
        lines: Math.ceil(perSecond * share * seconds),
        perSecond: perSecond * share,
        ...(flood && i === 0 ? { flood } : {}),
      }),
    ),
  )
  return all(answers, one => one.answers)
}

async function measureWith(children: readonly ChildProcess[], conversations: number): Promise<Measured> {
  const [first] = children
  if (!first) throw new Error('no process')
  const bare = (await ask(first, { do: 'yardstick' })).perSecond ?? 0
  const peers = peersOf('rush', conversations)
  const began = performance.now()
  const rushed = await Promise.all(
    children.map((child, i) => ask(child, { do: 'rush', peers: peers.filter((_, n) => n % children.length === i) })),
  )
  const turns = conversations * TURNS
  const perSecond = turns / ((performance.now() - began) / 1000)
  const took = all(rushed, one => one.turns)
  const { lost = turns } = await ask(first, { do: 'check', name: 'rush', peers: conversations })
  const half = await pace(children, 'half', { ...HALF, perSecond: perSecond / 2 })
  const { flood, ...calm } = FLOOD
  const without = await pace(children, 'calm', calm)
  const beside = await pace(children, 'beside', { ...calm, flood })
  return {
    perSecond,
    processorMs: rushed.reduce((sum, one) => sum + (one.processorMs ?? 0), 0) / turns,
    turn: { p50: percentile(took, 50), p99: percentile(took, 99) },
    half: { p50: percentile(half, 50), p99: percentile(half, 99) },
    flood: { without: percentile(without, 99), beside: percentile(beside, 99) },
    megabytes: Math.max(...rushed.map(one => one.megabytes ?? 0)),
    lost,
    bare,
  }
}

/** Plays all of it at one place. */
export async function measurePlace(place: Place, conversations: number): Promise<Measured> {
  const { env, close } = await openPlace(place)
  const children: ChildProcess[] = []
  try {
    // the first start makes the database, which takes more memory than ever again: measured is the next one
    await stop(await start(env))
    for (let i = 0; i < place.processes; i++) children.push(await start(env))
    const measured = await measureWith(children, conversations)
    await Promise.all(children.map(stop))
    return measured
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
    await close()
  }
}
