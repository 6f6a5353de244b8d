// The web adapter on the real store: what the memory store of the other tests promises, seen once in earnest.

import { afterEach, expect, test } from 'vitest'
import { type Case, type Incoming, newCase, type Outcome, type Post } from '#bot'
import { newId } from '../../../adapters/new-id.ts'
import { openStore } from '../../../adapters/store/open.ts'
import type { InboxItem } from '../../../adapters/store/store.ts'
import { startWeb } from '../../../adapters/web/server.ts'
import { call, isReady, listen, messagesOf, openSession } from './client.ts'
import { DESKS, lead, question, words } from './scenario.ts'

const THREAD = 'L-test-1'
const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

type Event = InboxItem['received']['event'] | Pick<Incoming, 'kind'>

/** A bot of three sentences: asks, shares what was typed with a desk, deletes everything on request. */
function step(current: Case, event: Event): Outcome {
  const chat = { kind: 'enterprise' } as const
  if (event.kind === 'open') return { case: current, posts: [{ to: chat, card: question }], events: [] }
  if (event.kind === 'press') return { case: current, posts: [{ to: chat, card: words('已记录') }], events: [] }
  if ('text' in event && event.text === '删除资料') {
    const fresh = newCase(current.id, current.openedAt)
    return { case: fresh, posts: [{ to: chat, card: words('已全部删除') }], events: [], erase: true }
  }
  const post: Post = { to: { kind: 'desk', desk: 'harbour-bank', thread: THREAD }, card: lead('待领取'), slot: THREAD }
  return { case: current, posts: [post, { to: chat, card: words('已转给海港银行') }], events: [] }
}

async function start() {
  const now = () => new Date()
  const store = await openStore({ route: () => [], now, newId })
  stops.push(() => store.close())
  let playing: Promise<void> = Promise.resolve()
  const wake = () => {
    playing = playing.then(async () => {
      for (let item = await store.next(); item; item = await store.next()) {
        const { event } = item.received
        await store.play(item, current => step(current, event))
      }
    })
  }
  const web = await startWeb({
    store,
    wake,
    now,
    newId,
    port: 0,
    desks: DESKS,
    health: () => store.health(),
  })
  stops.push(web.close)
  stops.push(() => playing)
  return { address: web.address }
}

test('what is said and pressed comes back with its label, and deletion leaves chat and desk without a trace', async () => {
  const { address } = await start()
  const cookie = await openSession(address)
  let serial = 0
  const post = (path: string, body: object) =>
    call(address, path, { headers: { cookie }, body: { key: `message-${++serial}`, ...body } })
  const chat = await listen(address, '/events/chat', { cookie })
  const desk = await listen(address, '/events/desk', {})
  stops.push(chat.stop, desk.stop)
  await chat.until(isReady)

  await post('/chat/open', {})
  await chat.until(events => messagesOf(events).length === 1)
  await post('/chat/press', { press: 'a:hightech:yes' })
  await chat.until(events => messagesOf(events).length === 3)
  await post('/chat/text', { text: '请联系银行' })
  await chat.until(events => messagesOf(events).length === 5)
  const said = messagesOf(chat.events).map(({ data }) => JSON.parse(data))
  expect(said.map(({ direction, card }) => `${direction} ${card.title ?? card.lines[0].text}`)).toEqual([
    `out ${question.title}`,
    'in 是',
    'out 已记录',
    'in 请联系银行',
    'out 已转给海港银行',
  ])
  await desk.until(events => messagesOf(events).length === 1)
  expect(JSON.parse(messagesOf(desk.events)[0]?.data ?? '')).toMatchObject({
    room: { desk: 'harbour-bank', thread: THREAD },
    slot: THREAD,
  })

  await post('/chat/text', { text: '删除资料' })
  await chat.until(events => messagesOf(events).length === 6)
  const kept = JSON.parse(chat.events.find(({ event }) => event === 'keep')?.data ?? '')
  expect(kept).toEqual([messagesOf(chat.events).at(-1)?.id])
  await desk.until(events => messagesOf(events).length === 2)
  expect(JSON.parse(messagesOf(desk.events)[1]?.data ?? '')).toMatchObject({ slot: THREAD })
  expect(messagesOf(desk.events)[1]?.data).not.toContain('云谷')
  expect(JSON.parse((await call(address, '/healthz')).text)).toMatchObject({ is: 'up', waiting: 0, dead: 0 })
})
