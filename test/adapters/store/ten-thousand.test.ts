// Things that come twice, ten thousand times over, on the real store: events that a platform sends again at once, in parallel
// and a week later, ids that begin lower after a quiet week, and one company that applies again and again.
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { forgetOldEvents } from '../../../adapters/store/housekeeping.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { stepOf, toIncoming } from '../../../adapters/worker.ts'
import { seeded } from '../../support/firms.ts'
import { applied, BANK, lead, MONDAY, PRODUCT, presses, staffed } from '../../support/lead-scene.ts'
import { createDatabase, openClock, openMemoryStore, openServerStore, type TestClock } from '../../support/store.ts'
import { claim, says, step } from './events.ts'

const EVENTS = 100
const REPEATS = 100
const AT_ONCE = 64
/** RACES=10000 for all of them */
const RACES = Number(process.env['RACES'] ?? 200)
const CHATS = Math.min(RACES, 10_000)
const LONG_MS = 3_600_000
const WEEK_MS = 7 * 24 * 3_600_000
const knowledge = staffed()

let store: OpenStore
let clock: TestClock
beforeAll(async () => {
  clock = openClock(MONDAY)
  store = await openMemoryStore({ now: clock.now })
})
afterAll(() => store.close())

const eventOf = (n: number) => says(`peer-${n % 10}`, `第${n}句`, { eventId: `event-${n}` })

/** Accepts these events, so many at once, in an order drawn from a seed. */
async function acceptAll(numbers: readonly number[], seed: number): Promise<Map<string, number>> {
  const random = seeded(seed)
  const queue = numbers.map(n => ({ n, at: random() })).toSorted((a, b) => a.at - b.at)
  const answers = new Map<string, number>()
  const hand = async () => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      const answer = await store.accept(eventOf(one.n))
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  return answers
}

async function playAll(): Promise<string[]> {
  const played: string[] = []
  for (let item = await store.next(); item; item = await store.next()) {
    played.push(item.received.eventId)
    await store.play(item, step(item))
  }
  return played
}

test('ten thousand repeats, half of them at once with the first and half a week later: each takes effect once', async () => {
  const every = Array.from({ length: EVENTS * (REPEATS / 2) }, (_, n) => n % EVENTS)
  expect(await acceptAll(every, 1)).toEqual(
    new Map([
      ['duplicate', every.length - EVENTS],
      ['accepted', EVENTS],
    ]),
  )
  expect(new Set(await playAll()).size).toBe(EVENTS)
  clock.pass(WEEK_MS)
  await forgetOldEvents({ database: store.database, steady: clock.now })
  expect(await acceptAll([...every, ...every.slice(0, EVENTS)], 2)).toEqual(
    new Map([['duplicate', every.length + EVENTS]]),
  )
  expect(await playAll()).toEqual([])
  const { rows } = await store.database.pool.query(`SELECT count(*)::int AS n FROM message WHERE direction = 'in'`)
  expect(rows).toEqual([{ n: EVENTS }])
})

test('after more than a week in which nothing came an id that is lower than all before is a new event', async () => {
  await store.accept(says('quiet', '早', { eventId: '900000001' }))
  clock.pass(WEEK_MS + 24 * 3_600_000)
  for (const id of ['17', '18', '900000002'])
    expect(await store.accept(says('quiet', id, { eventId: id }))).toBe('accepted')
  expect(await playAll()).toEqual(['900000001', '17', '18', '900000002'])
})

test.skipIf(!inject('postgresUrl'))(
  'two first messages of one chat, taken by two processes at once and played by both, open one conversation',
  { timeout: LONG_MS },
  async () => {
    const made = await createDatabase()
    if (!made) throw new Error('there is no PostgreSQL')
    const sides = [await openServerStore(made.url), await openServerStore(made.url)]
    const playing = async (side: OpenStore) => {
      for (let item = await side.next(); item; item = await side.next()) await side.play(item, step(item))
    }
    for (let first = 0; first < CHATS; first += AT_ONCE) {
      const chats = Array.from({ length: Math.min(AT_ONCE, CHATS - first) }, (_, n) => `new-${first + n}`)
      await Promise.all([
        ...chats.flatMap(peer => sides.map((side, n) => side.accept(says(peer, `${n}`, { eventId: `${peer}-${n}` })))),
        ...sides.map(playing),
      ])
      await Promise.all(sides.map(playing))
    }
    await playing(sides[0] ?? store)
    const { rows } = await (sides[0] ?? store).database.pool.query(
      `SELECT count(*)::int AS chats, (SELECT count(*)::int FROM message WHERE direction = 'in') AS said FROM conversation`,
    )
    expect(rows).toEqual([{ chats: CHATS, said: 2 * CHATS }])
    for (const side of sides) await side.close()
    await made.drop()
  },
)

test('a company that applies twice at one bank, by other keys and in any order, has one lead there', {
  timeout: LONG_MS,
}, () => {
  const start = applied(knowledge)
  const random = seeded(3)
  for (let race = 0; race < RACES; race++) {
    const scene = { ...start, case: start.case, posts: [], events: [], timers: new Map(start.timers) }
    for (let n = 0; n < 2 + Math.floor(random() * 3); n++) {
      presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
      if (random() < 0.7) presses(knowledge, scene, 'cy')
      if (random() < 0.3) presses(knowledge, scene, 'cy')
    }
    expect(scene.case.leads.filter(({ receiver }) => receiver === BANK)).toHaveLength(1)
    expect(lead(scene).products).toEqual([PRODUCT])
  }
})

test('the second of two who take one lead is told who has it and since when', async () => {
  await store.accept(says('taken', '你好', { eventId: 'taken-1' }))
  const item = await claim(store)
  let id = ''
  await store.play(item, current => {
    const scene = applied(knowledge, MONDAY, current.id)
    id = lead(scene).id
    return { case: scene.case, posts: [], events: [] }
  })
  for (const [n, name] of ['甲', '乙'].entries())
    await store.accept({
      platform: 'desk',
      eventId: `take-${n}`,
      at: '2026-11-23T01:05:00.000Z',
      target: { kind: 'thread', thread: id },
      from: { kind: 'staff', desk: BANK, person: `web:${name}`, name },
      event: { kind: 'press', press: `L:${id}:take` },
    })
  for (let n = 0; n < 2; n++) {
    const next = await claim(store)
    await store.play(next, stepOf(knowledge, next.received, toIncoming(next.received, [])))
  }
  const told = (await store.desks(0n)).map(({ card }) =>
    card.lines.map(line => ('text' in line ? line.text : '')).join(),
  )
  expect(told.at(-1)).toBe('已由 甲 受理（11-23 09:05）。')
})
