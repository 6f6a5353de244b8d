// The end of a process at every port call of a turn and of its sending, for dozens of moments of real talks, on both
// databases: what was accepted takes effect exactly once, Slack is told once, Telegram at most once more than once.
// `npm run test:kill` tries every point, `npm test` a sample.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Knowledge } from '#bot'
import { loadData, projectRoot } from '../../adapters/files/load.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { verifyAudit } from '../../adapters/store/verify-audit.ts'
import { countPorts, Dead, type Ports } from '../support/cut.ts'
import { arrange, eventOf, expected, live, type World } from '../support/lives.ts'
import { type Moment, momentsOf } from '../support/scenes.ts'
import { createDatabase, openClock, openMemoryStore, openServerStore, type TestClock } from '../support/store.ts'

const MOMENTS_MIN = 40
const ALL = process.env['KILL_POINTS'] === 'all'
const REACHED_MIN = 0.9
/** of each database in a sample: together more than two hundred */
const SAMPLE = 105
/** a server rolls back what a broken connection left open within milliseconds */
const LETTING_GO_TRIES = 400
/** longer than any lease: the next life takes over what the last one held */
const LATER_MS = 400_000
const TIMEOUT_MS = ALL ? 7_200_000 : 300_000

let knowledge: Knowledge
let moments: readonly Moment[]
beforeAll(() => {
  knowledge = loadData(projectRoot()).knowledge
  moments = momentsOf(knowledge, MOMENTS_MIN)
})

interface Tally {
  kills: number
  repeats: number
  slowestMs: number
}

interface Stage {
  readonly store: OpenStore
  readonly ports: Ports
  readonly clock: TestClock
}

/** What the dead life had on the server, if there is one: a statement it was in the middle of, a lock it held. */
const OTHERS = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND state <> 'idle'`

/** Until the dead life's connections are gone on both sides, as they are for a process that starts anew. */
async function bury({ store, ports }: Stage): Promise<void> {
  await ports.buried()
  const { pool, embedded } = store.database
  for (let i = 0; i < LETTING_GO_TRIES; i++) {
    // the pool may still hand out a connection that has just been broken
    const rows = await pool.query(embedded ? 'SELECT 1 WHERE false' : OTHERS).then(
      answer => answer.rows,
      () => ['broken'],
    )
    if (rows.length === 0) return
    await sleep(5)
  }
}

/** Plays one moment with an end at `endsAt`, lets the next life finish, and compares all with the pure turn. Answers how many points the first life passed. */
async function killAt(stage: Stage, moment: Moment, peer: string, endsAt: number, tally: Tally): Promise<number> {
  const { store, ports, clock } = stage
  const sent = new Map<string, number>()
  const world: World = { store, ports, knowledge, sent }
  const id = await arrange(world, moment, peer)
  const event = eventOf(moment, peer, id)
  const before = { messages: await count(store, id), audit: await store.database.prisma.audit.count() }
  await ports.live(() => live(world, [event]), endsAt)
  const died = !ports.alive
  const passed = ports.passed()
  if (died) await bury(stage)
  clock.pass(LATER_MS)
  if (died) tally.kills += 1
  const began = performance.now()
  // the platform never heard that its event was taken, so it brings it again
  await ports.live(() => live(world, [event]))
  tally.slowestMs = Math.max(tally.slowestMs, performance.now() - began)
  await compare(world, moment, { peer, id, event }, before)
  for (const [key, times] of sent) {
    if (key.startsWith('slack')) expect([key, times]).toEqual([key, 1])
    tally.repeats += times - 1
  }
  expect([...sent.values()].reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(died ? 1 : 0)
  return passed
}

const count = (store: OpenStore, caseId: string) => store.database.prisma.message.count({ where: { caseId } })

async function compare(
  { store, sent }: World,
  moment: Moment,
  { peer, id, event }: { peer: string; id: string; event: ReturnType<typeof eventOf> },
  before: { messages: number; audit: number },
): Promise<void> {
  const outcome = expected(knowledge, moment, id, event)
  const target = { kind: 'conversation' as const, peer }
  const after = await store.caseOf({ ...event, platform: 'telegram', target })
  const { prisma } = store.database
  if (outcome.erase) {
    expect({ ...after, id: '' }).toEqual({ ...JSON.parse(JSON.stringify(outcome.case)), id: '' })
    expect(after?.id).not.toBe(id)
    expect(await prisma.audit.count()).toBe(before.audit + outcome.events.length + 1)
  } else {
    expect(after).toEqual(JSON.parse(JSON.stringify(outcome.case)))
    expect(await prisma.audit.count()).toBe(before.audit + outcome.events.length)
    const heard = event.event.kind === 'open' ? 0 : 1
    const said = (await count(store, id)) - before.messages
    expect([outcome.posts.length, outcome.posts.length + heard]).toContain(said)
    expect(await prisma.lead.count({ where: { caseId: id } })).toBe(outcome.case.leads.length)
    expect(await prisma.visit.count({ where: { caseId: id } })).toBe(outcome.case.visits.length)
  }
  const open = await prisma.delivery.count({ where: { state: { not: 'sent' } } })
  expect([open, await store.health()]).toMatchObject([0, { waiting: 0, dead: 0 }])
  // every message to a platform got there
  const due = await prisma.delivery.count({ where: { message: { caseId: after?.id ?? '' } } })
  expect(due).toBeGreaterThanOrEqual(outcome.posts.filter(post => post.to.kind === 'enterprise').length > 0 ? 1 : 0)
  expect(sent.size).toBeGreaterThanOrEqual(outcome.posts.length > 0 ? 1 : 0)
}

/** Points of all moments, evenly sampled unless all are wanted: [moment, point]. */
async function pointsOf(stage: Stage, tally: Tally): Promise<readonly (readonly [Moment, number])[]> {
  const all: (readonly [Moment, number])[] = []
  for (const [index, moment] of moments.entries()) {
    const points = await killAt(stage, moment, `whole-${index}`, Number.POSITIVE_INFINITY, tally)
    all.push(...Array.from({ length: points }, (_, point) => [moment, point + 1] as const))
  }
  if (ALL) return all
  const step = all.length / SAMPLE
  // each moment has its share, and successive moments die at different places of the turn
  return Array.from({ length: SAMPLE }, (_, index) => all[Math.floor((index + Math.random()) * step)]).filter(
    point => point !== undefined,
  )
}

async function killAll(name: string, stage: Stage): Promise<void> {
  const tally: Tally = { kills: 0, repeats: 0, slowestMs: 0 }
  const points = await pointsOf(stage, tally)
  expect(tally.kills).toBe(0)
  for (const [index, [moment, point]] of points.entries()) {
    try {
      await killAt(stage, moment, `peer-${index}`, point, tally)
    } catch (error) {
      throw new Error(`ended at point ${point} of "${moment.name}"`, { cause: error })
    }
  }
  expect(moments.length).toBeGreaterThanOrEqual(MOMENTS_MIN)
  // statements of parallel queries may change places, so the very last points of a life are sometimes not reached
  expect(tally.kills).toBeGreaterThanOrEqual(points.length * REACHED_MIN)
  expect(await verifyAudit(stage.store)).toMatchObject({ ok: true })
  const { user, system } = process.cpuUsage()
  console.log(
    `${name}: ${moments.length} moments, ${points.length} points, ${tally.kills} ends; 0 lost, Slack 0 doubled, ` +
      `Telegram ${tally.repeats} repeated; next life done in at most ${Math.round(tally.slowestMs)} ms; ` +
      `${Math.round((user + system) / 1e6)} s of processor time so far`,
  )
}

const route = (desk: string) => [{ platform: 'slack' as const, address: `C-${desk}` }]
const opened: OpenStore[] = []
afterAll(async () => {
  for (const store of opened) await store.close()
})

describe('a process ends at a port call', () => {
  test('embedded database', { timeout: TIMEOUT_MS }, async () => {
    const clock = openClock()
    const store = await openMemoryStore({ now: clock.now, route })
    opened.push(store)
    await killAll('embedded', { store, clock, ports: countPorts(store.database.pool) })
  })

  test.skipIf(!inject('postgresUrl'))('PostgreSQL', { timeout: TIMEOUT_MS }, async () => {
    const made = await createDatabase()
    if (!made) throw new Error('there is no PostgreSQL')
    const clock = openClock()
    const store = await openServerStore(made.url, { now: clock.now, route })
    await killAll('PostgreSQL', { store, clock, ports: countPorts(store.database.pool) })
    await store.close()
    await made.drop()
  })
})

test('a point that is never reached ends nothing; one that is reached ends all that follows in that life', async () => {
  const store = await openMemoryStore()
  opened.push(store)
  const ports = countPorts(store.database.pool)
  const one = () => ports.call(async () => 1)
  let late: (() => Promise<unknown>) | undefined
  const first = ports.live(async () => {
    late = AsyncLocalStorage.bind(one)
    await one()
  }, 1)
  expect(await first).toBeInstanceOf(Dead)
  expect(ports.alive).toBe(false)
  const second = ports.live(async () => {
    // what the dead life comes with now does not pass, and the living one goes on
    await expect(late?.()).rejects.toThrow(Dead)
    return one()
  }, 3)
  expect(await second).toBe(1)
  expect([ports.passed(), ports.alive]).toEqual([2, true])
  // a look of nobody's life
  expect([await one(), ports.passed()]).toEqual([1, 2])
})
