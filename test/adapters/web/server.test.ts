// What the web adapter stores of what the page posts, and what it refuses.
import { expect, test } from 'vitest'
import { LIMITS, RATES } from '../../../adapters/web/limits.ts'
import { chatRoom } from '../../support/memory-store.ts'
import { call, openSession } from './client.ts'
import { XSS } from './scenario.ts'
import { deskPress, key, serve } from './serve.ts'

test('without a cookie nothing is read and nothing is stored', async () => {
  const { address, store } = await serve()
  for (const path of ['/chat/text', '/chat/press', '/chat/open']) {
    const answer = await call(address, path, { body: { key: key(), text: '你好', press: 'a' } })
    expect([path, answer.status, answer.json().error]).toEqual([path, 401, 'no-session'])
  }
  expect((await call(address, '/events/chat')).status).toBe(401)
  expect((await call(address, '/events/chat', { headers: { cookie: 'yinqi_peer=short' } })).status).toBe(401)
  expect(store.inbox).toEqual([])
})

test('a text is stored once under its key, and whoever works on the inbox is woken', async () => {
  const { address, store, wake } = await serve()
  const cookie = await openSession(address)
  const ask = { headers: { cookie }, body: { key: key(), text: '  去年营收两千万 ', language: 'zh' } }
  expect((await call(address, '/chat/text', ask)).json()).toEqual({ is: 'accepted' })
  const repeated = await call(address, '/chat/text', ask)
  expect([repeated.status, repeated.json().is]).toEqual([202, 'duplicate'])
  expect(store.inbox).toHaveLength(1)
  const [received] = store.inbox
  expect(received).toMatchObject({
    platform: 'web',
    at: '2026-11-22T08:00:00.000Z',
    target: { kind: 'conversation' },
    from: { kind: 'enterprise' },
    language: 'zh',
    event: { kind: 'text', text: '去年营收两千万' },
  })
  expect(wake).toHaveBeenCalled()
})

test('two browsers with the same key are two events of two peers, and the cookie itself is stored nowhere', async () => {
  const { address, store } = await serve()
  const cookies = [await openSession(address), await openSession(address)]
  for (const cookie of cookies) await call(address, '/chat/open', { headers: { cookie }, body: { key: key() } })
  expect(store.inbox).toHaveLength(2)
  const peers = new Set(store.inbox.map(({ target }) => JSON.stringify(target)))
  expect(peers.size).toBe(2)
  for (const cookie of cookies) expect(JSON.stringify(store.inbox)).not.toContain(cookie.split('=')[1])
})

test('presses and openings are stored as such', async () => {
  const { address, store } = await serve()
  const cookie = await openSession(address)
  await call(address, '/chat/open', { headers: { cookie }, body: { key: key(1), language: 'en' } })
  await call(address, '/chat/press', { headers: { cookie }, body: { key: key(2), press: 'a:hightech:yes' } })
  expect(store.inbox.map(({ event }) => event)).toEqual([{ kind: 'open' }, { kind: 'press', press: 'a:hightech:yes' }])
})

test('a text keeps markup as it is and loses only what no database holds', async () => {
  const { address, store } = await serve()
  const cookie = await openSession(address)
  await call(address, '/chat/text', {
    headers: { cookie },
    body: { key: key(), text: `a\u0000b\u0007\r\nc\ud800 ${XSS}` },
  })
  expect(store.inbox[0]?.event).toEqual({ kind: 'text', text: `ab\nc\ufffd ${XSS}` })
})

test('a text may have 4,000 characters, whatever their width, and not one more', async () => {
  const { address, store } = await serve()
  const cookie = await openSession(address)
  const send = (text: string, n: number) =>
    call(address, '/chat/text', { headers: { cookie }, body: { key: key(n), text } })
  expect((await send('𠮷'.repeat(LIMITS.textChars), 1)).status).toBe(202)
  const long = await send('字'.repeat(LIMITS.textChars + 1), 2)
  expect([long.status, long.json().error]).toEqual([413, 'too-long'])
  expect(long.json().message?.zh).toContain('4000')
  const huge = await send('字'.repeat(LIMITS.bodyBytes), 3)
  expect([huge.status, huge.json().error]).toEqual([413, 'too-long'])
  expect((await send(' \u0000 ', 4)).json().error).toBe('empty')
  expect(store.inbox).toHaveLength(1)
})

test('what is not ours is malformed, and unknown keys are not dropped in silence', async () => {
  const { address, store } = await serve()
  const cookie = await openSession(address)
  const bodies = [
    {},
    { key: 'short', text: 'a' },
    { key: key(), text: 7 },
    { key: key(), text: 'a', extra: 1 },
    { key: '../../etc/passwd', text: 'a' },
    { key: key(), text: 'a', language: 'fr' },
    null,
  ]
  for (const body of bodies) {
    const answer = await call(address, '/chat/text', { headers: { cookie }, body })
    expect([body, answer.status, answer.json().error]).toEqual([body, 400, 'malformed'])
  }
  const press = await call(address, '/chat/press', { headers: { cookie }, body: { key: key(), press: 'x'.repeat(65) } })
  expect(press.status).toBe(400)
  expect(store.inbox).toEqual([])
})

test('a peer may be quick but not a flood; others are not held up', async () => {
  const { address, store } = await serve()
  const [cookie, other] = [await openSession(address), await openSession(address)]
  const statuses: number[] = []
  for (let n = 0; n < RATES.peer.burst + 5; n++) {
    const answer = await call(address, '/chat/press', { headers: { cookie }, body: { key: key(n), press: 'p' } })
    statuses.push(answer.status)
    if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }
  expect(statuses.filter(status => status === 202)).toHaveLength(RATES.peer.burst)
  expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429])
  expect((await call(address, '/chat/open', { headers: { cookie: other }, body: { key: key() } })).status).toBe(202)
  expect(store.inbox).toHaveLength(RATES.peer.burst + 1)
})

test('a clerk acts under the name in the box, for a desk that exists', async () => {
  const { address, store } = await serve()
  expect((await call(address, '/desk/press', { body: deskPress() })).status).toBe(202)
  const { press: _, ...rest } = deskPress({ key: key(2), text: '下周二上门' })
  expect((await call(address, '/desk/text', { body: rest })).status).toBe(202)
  expect(store.inbox).toMatchObject([
    {
      platform: 'desk',
      eventId: `harbour-bank:${key()}`,
      target: { kind: 'thread', thread: 'L-0001' },
      from: { kind: 'staff', desk: 'harbour-bank', person: 'web:王经理', name: '王经理' },
      event: { kind: 'press', press: 'l:1:take' },
    },
    { event: { kind: 'text', text: '下周二上门' } },
  ])
  expect((await call(address, '/desk/press', { body: deskPress() })).json().is).toBe('duplicate')
  expect((await call(address, '/desk/press', { body: deskPress({ desk: 'no-bank' }) })).status).toBe(404)
  expect((await call(address, '/desk/press', { body: deskPress({ name: ' \n ' }) })).status).toBe(400)
})

test('when the database is away the page is told to come again, and nobody learns more', async () => {
  const { address, store, report } = await serve()
  const cookie = await openSession(address)
  store.breakDown(true)
  const answer = await call(address, '/chat/text', { headers: { cookie }, body: { key: key(), text: '秘密' } })
  expect([answer.status, answer.json().error]).toEqual([503, 'unavailable'])
  expect(answer.text).not.toContain('database')
  expect(report).toHaveBeenCalledOnce()
  expect(JSON.stringify(report.mock.calls)).not.toContain('秘密')
  store.breakDown(false)
  const again = await call(address, '/chat/text', { headers: { cookie }, body: { key: key(), text: '秘密' } })
  expect(again.json().is).toBe('accepted')
})

test('the export is the company’s own, as a file, and nobody else’s', async () => {
  const { address, store } = await serve()
  const [own, other] = [await openSession(address), await openSession(address)]
  await call(address, '/chat/open', { headers: { cookie: own }, body: { key: key() } })
  const target = store.inbox[0]?.target
  store.say(chatRoom(target?.kind === 'conversation' ? target.peer : ''), {
    card: { lines: [{ kind: 'text', text: '云谷' }] },
  })
  const file = await call(address, '/chat/export', { headers: { cookie: own } })
  expect([file.status, file.headers['content-disposition'], file.headers['cache-control']]).toEqual([
    200,
    'attachment; filename="yinqi-export.json"',
    'no-store',
  ])
  expect(file.text).toContain('云谷')
  expect((await call(address, '/chat/export', { headers: { cookie: other } })).status).toBe(404)
  expect((await call(address, '/chat/export')).status).toBe(401)
})

test('health says up with the counts, or down', async () => {
  let broken = false
  const { address } = await serve({
    health: async () => {
      if (broken) throw new Error('away')
      return { waiting: 3 }
    },
  })
  const up = await call(address, '/healthz')
  expect([up.status, JSON.parse(up.text)]).toEqual([200, { is: 'up', waiting: 3 }])
  broken = true
  const down = await call(address, '/healthz')
  expect([down.status, JSON.parse(down.text)]).toEqual([503, { is: 'down' }])
})

test('a port that is taken is said at start', async () => {
  const { port } = await serve()
  await expect(serve({ port: Number(port) })).rejects.toThrow('EADDRINUSE')
})
