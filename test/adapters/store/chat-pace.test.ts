// A chat that floods: its events are played at a pace, all of them, in order, and nobody else waits for it.
import { afterEach, describe, expect, inject, test } from 'vitest'
import { loadData } from '../../../adapters/files/load.ts'
import { CHAT_PACE } from '../../../adapters/store/chat-pace.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { InboxItem } from '../../../adapters/store/store.ts'
import { stepOf, toIncoming } from '../../../adapters/worker.ts'
import { createDatabase, openClock, openMemoryStore, openServerStore, type TestClock } from '../../support/store.ts'
import { claim, drain, says, staffSays, step, turn, withLead } from './events.ts'

const TICK_MS = 2_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** of a person who pastes a text line by line */
const PASTED = 10
const FLOOD = 200
const { most } = CHAT_PACE
const { knowledge } = loadData()

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

async function open(): Promise<{ store: OpenStore; clock: TestClock }> {
  const clock = openClock()
  const store = await openMemoryStore({ now: clock.now, pace: CHAT_PACE })
  opened.push(store)
  return { store, clock }
}

const wordsOf = ({ received: { event } }: InboxItem): string => (event.kind === 'text' ? event.text : event.kind)

async function say(store: OpenStore, peer: string, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n++) await store.accept(says(peer, String(n), { eventId: `${peer}-${n}` }))
}

/** Plays what may be played now; what was said, in the order of playing. */
async function playAll(store: OpenStore): Promise<string[]> {
  const words: string[] = []
  for (let item = await store.next(); item; item = await store.next()) {
    words.push(wordsOf(item))
    expect(await store.play(item, step(item))).toBe('played')
  }
  return words
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, n) => String(from + n))

test('a text pasted as ten messages, and even thirty in a minute, is played at once and without a word about it', async () => {
  const { store } = await open()
  await say(store, 'p', 0, PASTED)
  expect(await playAll(store)).toEqual(numbers(0, PASTED))
  await say(store, 'p', PASTED, most - PASTED)
  expect(await playAll(store)).toEqual(numbers(PASTED, most - PASTED))
  expect(await store.health()).toMatchObject({ waiting: 0 })
})

test('of a flood thirty are played in any minute, and in the end all of it, once and in order', async () => {
  const { store, clock } = await open()
  await say(store, 'flood', 0, FLOOD)
  const played: { word: string; at: number }[] = []
  for (let passed = 0; passed <= HOUR_MS && played.length < FLOOD; passed += TICK_MS) {
    await store.release()
    for (const word of await playAll(store)) if (word !== 'tick') played.push({ word, at: clock.now().getTime() })
    clock.pass(TICK_MS)
  }
  expect(played.map(({ word }) => word)).toEqual(numbers(0, FLOOD))
  const inMinute = played.map(({ at }) => played.filter(one => one.at >= at && one.at < at + MINUTE_MS).length)
  expect(Math.max(...inMinute)).toBe(most)
  // and no slower than that: a flood that is paced is not punished
  const first = played[0]?.at ?? 0
  expect(((played.at(-1)?.at ?? 0) - first) / MINUTE_MS).toBeLessThan(FLOOD / most)
  expect(await store.health()).toMatchObject({ waiting: 0, dead: 0, oldestWaitingSeconds: 0 })
})

test('nobody else waits for a flood: neither other companies, nor the clerk who has its lead', async () => {
  const { store } = await open()
  const item = await turn(store, says('flood', '申请'), { change: withLead })
  const thread = (await store.caseOf(item.received))?.leads[0]?.id ?? ''
  await say(store, 'flood', 0, FLOOD)
  await playAll(store)
  await store.accept(staffSays('icbc', thread, '请补充材料'))
  await store.accept(says('other', '你好'))
  expect(await playAll(store)).toEqual(['请补充材料', '你好'])
  expect(await store.health()).toMatchObject({ waiting: FLOOD - most + 1, oldestWaitingSeconds: 0 })
})

/** Plays one event as the worker does. */
async function work(store: OpenStore): Promise<void> {
  const item = await claim(store)
  const { received } = item
  expect(await store.play(item, stepOf(knowledge, received, toIncoming(received, [])))).toBe('played')
}

test('the company is told once, in its language, on any platform, and again only after a while', async () => {
  const { store, clock } = await open()
  const said = async () => {
    const messages = await store.conversation('telegram', 'p', 0n)
    return messages.flatMap(({ card: { lines } }) =>
      lines.flatMap(line => (line.kind === 'text' && /faster than I can read/.test(line.text) ? [line.text] : [])),
    )
  }
  await store.accept(says('p', 'hello there, we make optical chips', { eventId: 'first', language: 'en' }))
  await work(store)
  await say(store, 'p', 0, FLOOD)
  await playAllBut(store, 'tick')
  await work(store)
  expect(await said()).toEqual([expect.stringMatching(/in about 60 seconds/)])
  expect(await store.due('telegram')).toHaveLength(1)
  // ten seconds later the rest of the flood, and more of it
  clock.pass(10_000)
  await say(store, 'p', FLOOD, most)
  await store.release()
  await playAll(store)
  expect(await said()).toHaveLength(1)
})

/** Plays until the next event is of this kind, which is left. */
async function playAllBut(store: OpenStore, kind: string): Promise<void> {
  const { rows } = await store.database.pool.query(
    `SELECT count(*)::int AS n FROM inbox WHERE state = 'waiting' AND event_id NOT LIKE 'paced:%'`,
  )
  for (let n = 0; n < Number(rows[0]?.n); n++) {
    const item = await claim(store)
    expect(wordsOf(item)).not.toBe(kind)
    await store.play(item, step(item))
  }
}

test('what Telegram sends again takes nobody’s place and tells nobody anything', async () => {
  const { store, clock } = await open()
  await say(store, 'p', 0, most)
  await playAll(store)
  for (let n = 0; n < most; n++) expect(await store.accept(says('p', 'x', { eventId: `p-${n}` }))).toBe('duplicate')
  expect(await store.health()).toMatchObject({ waiting: 0 })
  clock.pass(MINUTE_MS)
  await say(store, 'p', most, 1)
  expect(await playAll(store)).toEqual([String(most)])
})

test('what waits for its time stays when the company has its data deleted, and comes after that', async () => {
  const { store, clock } = await open()
  await say(store, 'p', 0, most - 1)
  await store.accept(says('p', '删除', { eventId: 'erase' }))
  await say(store, 'p', most, 2)
  for (let n = 0; n < most - 1; n++) {
    const item = await claim(store)
    await store.play(item, step(item))
  }
  const item = await claim(store)
  await store.play(item, step(item, { erase: true, change: current => ({ ...current, trail: [] }) }))
  await drain(store)
  clock.pass(MINUTE_MS)
  expect(await store.release()).toBe(2)
  expect(await playAll(store)).toEqual(numbers(most, 2))
})

describe.skipIf(!inject('postgresUrl'))('PostgreSQL', () => {
  async function two(): Promise<{ store: OpenStore; other: OpenStore; clock: TestClock }> {
    const made = await createDatabase()
    if (!made) throw new Error('there is no PostgreSQL')
    const clock = openClock()
    const wishes = { now: clock.now, pace: CHAT_PACE }
    const store = await openServerStore(made.url, wishes)
    const other = await openServerStore(made.url, wishes)
    opened.push(store, other, { close: made.drop })
    return { store, other, clock }
  }

  test('two processes that take a flood in turns keep one pace', async () => {
    const { store, other } = await two()
    for (let n = 0; n < FLOOD; n++) await say(n % 2 ? store : other, 'p', n, 1)
    expect((await playAll(other)).filter(word => word !== 'tick')).toEqual(numbers(0, most))
  })

  test('a process that knows nothing of a flood puts what comes behind it, not before it', async () => {
    const { store, other, clock } = await two()
    await say(store, 'p', 0, most + 5)
    await playAll(store)
    await say(other, 'p', most + 5, 1)
    expect(await playAll(other)).toEqual([])
    clock.pass(MINUTE_MS)
    expect([await other.release(), await store.release()]).toEqual([6, 0])
    expect(await playAll(store)).toEqual(numbers(most, 6))
  })
})
