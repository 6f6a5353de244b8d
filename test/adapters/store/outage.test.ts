// The database goes away under a store at work: its server is killed again and again, and its connections fall silent
// without being closed. What was acknowledged is played exactly once, and the work goes on by itself. OUTAGE_TURNS=10000 for
// a long run.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { startServer } from '../../support/postgres.ts'
import { createDatabase, openServerStore } from '../../support/store.ts'
import { openSwallow } from '../../support/swallow.ts'
import { audited, drain, says, step, toEnterprise } from './events.ts'

const KILLS = 8
const LANES = 4
/** OUTAGE_TURNS=10000 takes in so many, an eighth before each kill: about five minutes */
const TURNS = Number(process.env['OUTAGE_TURNS'] ?? 0)
const PEERS = TURNS > 0 ? 100 : 6
/** at work before each outage */
const WORK_MS = 300
const PAUSE_MS = 10
const LATER_MS = 3_600_000
/** Each outage costs a start of the server, which on a busy machine takes seconds. */
const TIMEOUT_MS = TURNS > 0 ? 3_600_000 : 240_000

interface Work {
  /** events that the store said it had */
  readonly accepted: readonly string[]
  /** rounds of each loop that the database answered */
  readonly rounds: readonly number[]
  stop(): Promise<void>
}

/** Takes events in and plays them, each fault followed by another try, as the product does; says only what the store said. */
function work(store: OpenStore): Work {
  const accepted: string[] = []
  const rounds: number[] = []
  let stopped = false
  const loop = async (round: (n: number) => Promise<unknown>) => {
    const index = rounds.push(0) - 1
    for (let n = 0; !stopped; n++) {
      await round(n).then(
        () => {
          rounds[index] = (rounds[index] ?? 0) + 1
        },
        () => {},
      )
      await sleep(PAUSE_MS)
    }
  }
  const takeIn = async (n: number) => {
    // not acknowledged: the platform brings it again under its key; here it is simply another one
    const eventId = `event-${n}`
    await store.accept(says(`peer-${n % PEERS}`, 'x', { eventId }))
    accepted.push(eventId)
  }
  const play = async () => {
    const item = await store.next()
    if (!item) return
    const posts = [toEnterprise(item.received.eventId)]
    const events = [audited('said', item.received.eventId)]
    await store.play(item, step(item, { posts, events }))
  }
  const loops = [loop(takeIn), ...Array.from({ length: LANES }, () => loop(play))]
  return {
    accepted,
    rounds,
    stop: async () => {
      stopped = true
      await Promise.all(loops)
    },
  }
}

/** Milliseconds until every loop, so every connection that was in use, has had an answer again. */
async function backAfter({ rounds }: Work): Promise<number> {
  const before = [...rounds]
  const began = performance.now()
  // one round may have been answered before the outage and be counted only now
  while (rounds.some((round, index) => round < (before[index] ?? 0) + 2)) await sleep(PAUSE_MS)
  return Math.round(performance.now() - began)
}

/** Everything accepted took effect once, and every effect is whole. */
async function check(store: OpenStore, accepted: readonly string[]): Promise<void> {
  await drain(store, { events: [audited('said', 'drained')], posts: [toEnterprise('drained')] })
  const trails = await Promise.all(
    Array.from({ length: PEERS }, async (_, n) => (await store.caseOf(says(`peer-${n}`, '')))?.trail ?? []),
  )
  const played = trails.flat()
  expect(new Set(played).size).toBe(played.length)
  expect(accepted.filter(id => !played.includes(id))).toEqual([])
  const { prisma } = store.database
  expect([await prisma.audit.count(), await prisma.delivery.count()]).toEqual([played.length, played.length])
  expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
  expect(await verifyAudit(store)).toMatchObject({ ok: true })
}

test.skipIf(!inject('postgresUrl'))('the server is killed', { timeout: TIMEOUT_MS }, async () => {
  const server = await startServer()
  const began = Date.now()
  // each outage is played later, so that what was in hand when it came is free again
  let outages = 0
  const now = () => new Date(began + outages * LATER_MS)
  const store = await openServerStore(server.url, { now })
  const working = work(store)
  const back: number[] = []
  for (let i = 0; i < KILLS; i++) {
    await sleep(WORK_MS * (0.5 + Math.random()))
    while (working.accepted.length < (TURNS / KILLS) * (i + 1)) await sleep(PAUSE_MS)
    await server.kill()
    await server.start()
    outages += 1
    back.push(await backAfter(working))
  }
  await working.stop()
  outages += 1
  await check(store, working.accepted)
  console.log(
    `server killed ${KILLS} times: ${working.accepted.length} acknowledged, 0 lost, 0 doubled; back in ${back} ms`,
  )
  await store.close()
  await server.stop()
})

test.skipIf(!inject('postgresUrl'))('connections fall silent', { timeout: TIMEOUT_MS }, async () => {
  const made = await createDatabase()
  if (!made) throw new Error('there is no PostgreSQL')
  const swallow = await openSwallow(made.url)
  const began = Date.now()
  let outages = 0
  const store = await openServerStore(swallow.url, { now: () => new Date(began + outages * LATER_MS) })
  const working = work(store)
  await backAfter(working)
  expect(swallow.fallSilent()).toBeGreaterThan(0)
  const found = await backAfter(working)
  // what the dead connections held on the server is let go of as well: nobody waits for their locks
  outages += 1
  await sleep(WORK_MS)
  await backAfter(working)
  await working.stop()
  outages += 1
  await check(store, working.accepted)
  console.log(`silent connections: ${working.accepted.length} acknowledged, 0 lost, 0 doubled; found in ${found} ms`)
  await store.close()
  await swallow.stop()
  await made.drop()
})
