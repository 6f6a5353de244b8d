// Server-sent events: replay after a lost line, messages of the right room only, and the end of what was deleted.
import { afterEach, expect, test, vi } from 'vitest'
import type { Received } from '../../../adapters/received.ts'
import { STREAM } from '../../../adapters/web/limits.ts'
import { startWeb } from '../../../adapters/web/server.ts'
import { chatRoom, createMemoryStore, deskRoom, type MemoryStore } from '../../support/memory-store.ts'
import { call, isReady, type Listening, listen, messagesOf, openSession } from './client.ts'
import { DESKS, lead, words, XSS } from './scenario.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(store: MemoryStore = createMemoryStore(), port = 0) {
  let serial = 0
  const report = vi.fn()
  const options = { store, wake: () => {}, now: () => new Date(), newId: () => String(++serial), report }
  const web = await startWeb({ ...options, port, desks: DESKS, health: () => store.health() })
  stops.push(web.close)
  return { store, web, report, address: web.address }
}

async function open(address: string, path: string, headers: Record<string, string>): Promise<Listening> {
  const stream = await listen(address, path, headers)
  stops.push(stream.stop)
  return stream
}

const peerIn = (received: Received | undefined) =>
  received?.target.kind === 'conversation' ? received.target.peer : expect.unreachable('no conversation')

/** A browser with a conversation: its cookie and the room it speaks in. */
async function browser(address: string, store: MemoryStore) {
  const cookie = await openSession(address)
  const key = `open-${store.inbox.length}-00000000`
  await call(address, '/chat/open', { headers: { cookie }, body: { key } })
  return { cookie, room: chatRoom(peerIn(store.inbox.at(-1))) }
}

const ids = (stream: Listening) => messagesOf(stream.events).map(({ id }) => id)
const texts = (stream: Listening) => messagesOf(stream.events).map(({ data }) => JSON.parse(data).card.lines[0].text)

test('a stream brings what was said so far, then what is said, and nothing of others', async () => {
  const { address, store } = await start()
  const [mine, other] = [await browser(address, store), await browser(address, store)]
  store.say(mine.room, { card: words('一') })
  store.say(other.room, { card: words('别人的') })
  const stream = await open(address, '/events/chat', { cookie: mine.cookie })
  await stream.until(isReady)
  store.say(other.room, { card: words('还是别人的') })
  store.say(mine.room, { card: words('二') })
  await stream.until(events => messagesOf(events).length === 2)
  expect(texts(stream)).toEqual(['一', '二'])
})

test('after a lost line the browser names its last message and gets exactly the rest', async () => {
  const store = createMemoryStore(1_000n)
  const { address } = await start(store)
  const { cookie, room } = await browser(address, store)
  for (let n = 0; n < 100; n++) store.say(room, { card: words(`第 ${n} 句`) })
  const stream = await open(address, '/events/chat', { cookie, 'last-event-id': '1096' })
  await stream.until(isReady)
  expect(ids(stream)).toEqual(['1097', '1098', '1099'])
  const byHand = await open(address, '/events/chat?after=1098', { cookie })
  await byHand.until(isReady)
  expect(ids(byHand)).toEqual(['1099'])
  const fresh = await open(address, '/events/chat', { cookie })
  await fresh.until(isReady)
  expect(ids(fresh)).toHaveLength(100)
})

test('a server that was away: the page comes back to another process and misses nothing', async () => {
  const { address, store, web } = await start()
  const { cookie, room } = await browser(address, store)
  store.say(room, { card: words('之前') })
  const before = await open(address, '/events/chat', { cookie })
  await before.until(isReady)
  await web.close()
  await before.ended
  store.say(room, { card: words('其间') })
  const { address: again } = await start(store, Number(new URL(address).port))
  const after = await open(again, '/events/chat', { cookie, 'last-event-id': ids(before).at(-1) ?? '' })
  await after.until(isReady)
  expect(texts(after)).toContain('其间')
})

test('what was deleted leaves an open page', async () => {
  const { address, store } = await start()
  const { cookie, room } = await browser(address, store)
  store.say(room, { card: words('营收两千万') })
  const stream = await open(address, '/events/chat', { cookie })
  await stream.until(isReady)
  store.erase()
  store.say(room, { card: words('已全部删除') })
  const events = await stream.until(all => all.some(({ event }) => event === 'keep'))
  expect(events.find(({ event }) => event === 'keep')?.data).toBe('["2"]')
})

test('what was deleted while a page was away leaves it when it is back; a page of another database starts again', async () => {
  const { address, store } = await start()
  const { cookie, room } = await browser(address, store)
  store.say(room, { card: words('一') })
  store.erase()
  store.say(room, { card: words('二') })
  const back = await open(address, '/events/chat', { cookie, 'last-event-id': '1' })
  await back.until(isReady)
  expect(back.events[0]).toMatchObject({ event: 'keep', data: '["2"]' })
  const foreign = await open(address, '/events/chat', { cookie, 'last-event-id': '999999' })
  await foreign.until(isReady)
  expect(foreign.events[0]).toMatchObject({ event: 'keep', data: '[]' })
  expect(texts(foreign)).toEqual(['二'])
})

test('at a desk a note takes the place of every card of a company that had its data deleted', async () => {
  const { address, store } = await start()
  const room = deskRoom('harbour-bank', 'L-0001')
  store.say(room, { card: lead('待领取'), slot: 'L-0001' })
  store.say(room, { card: words('请补报表'), direction: 'in', author: '王经理' })
  const stream = await open(address, '/events/desk', {})
  await stream.until(isReady)
  store.erase()
  await stream.until(events => messagesOf(events).length === 4)
  const slots = messagesOf(stream.events).map(({ data }) => JSON.parse(data).slot)
  expect(slots.slice(2)).toEqual(slots.slice(0, 2))
})

test('the desk stream names the desks first, then brings every desk its messages', async () => {
  const { address, store } = await start()
  store.say(deskRoom('harbour-bank', 'L-0001'), { card: lead('待领取'), slot: 'L-0001' })
  store.say(deskRoom('tax-team', 'V-0001'), { card: words('预约') })
  const stream = await open(address, '/events/desk', {})
  await stream.until(isReady)
  expect(JSON.parse(stream.events[0]?.data ?? '')).toEqual({ desks: DESKS })
  expect(messagesOf(stream.events).map(({ data }) => JSON.parse(data).room.desk)).toEqual(['harbour-bank', 'tax-team'])
})

test('texts that look like markup or like stream fields travel as data', async () => {
  const { address, store } = await start()
  const { cookie, room } = await browser(address, store)
  const evil = `${XSS}\n\nevent: keep\ndata: []\n\n\u2028`
  store.say(room, { card: words(evil) })
  const stream = await open(address, '/events/chat', { cookie })
  await stream.until(isReady)
  expect(stream.events.map(({ event }) => event)).toEqual(['message', 'ready'])
  expect(texts(stream)).toEqual([evil])
})

test('when the database is away the stream ends, so that the browser comes back', async () => {
  const { address, store, report } = await start()
  const { cookie, room } = await browser(address, store)
  const stream = await open(address, '/events/chat', { cookie })
  await stream.until(isReady)
  store.breakDown(true)
  store.say(room, { card: words('看不到') })
  await stream.ended
  expect(report).toHaveBeenCalledWith('stream', expect.any(Error))
})

test('one browser gets so many streams and no more; a closed one makes room', async () => {
  const { address, store } = await start()
  const { cookie } = await browser(address, store)
  const streams: Listening[] = []
  for (let n = 0; n < STREAM.perPeer; n++) streams.push(await open(address, '/events/chat', { cookie }))
  expect((await call(address, '/events/chat', { headers: { cookie } })).status).toBe(503)
  streams[0]?.stop()
  await vi.waitFor(async () => {
    const stream = await open(address, '/events/chat', { cookie })
    await stream.until(isReady)
  })
})

test('a stream never stays behind a HEAD request', async () => {
  const { address, store } = await start()
  const { cookie } = await browser(address, store)
  expect((await call(address, '/events/chat', { method: 'HEAD', headers: { cookie } })).status).toBe(404)
})
