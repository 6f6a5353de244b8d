// Every route × everybody who may send a request: who comes through the door equals the table.
import { describe, expect, test } from 'vitest'
import { ALL_RIGHTS, may, type Standing } from '#bot'
import { call, openSession } from './client.ts'
import { fresh, isShut, ROUTES, SIGN_IN_ROUTES, statusOf } from './routes.ts'
import { serve } from './serve.ts'

const TOKEN = 'token-of-the-watching-machine-0001'
const metrics = { contentType: 'text/plain; version=0.0.4', text: async () => 'yinqi_store_up 1\n' }

interface Sender {
  readonly name: string
  readonly host: string
  readonly cookie?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly standings: readonly Standing[]
}
const HERE = '127.0.0.1'
const ANYWHERE = '0.0.0.0'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const SENDERS: readonly Sender[] = [
  { name: 'a stranger', host: ANYWHERE, standings: ['stranger'] },
  { name: 'a company', host: ANYWHERE, cookie: true, standings: ['stranger', 'company'] },
  { name: 'a browser here', host: HERE, standings: ['stranger', 'local', 'demo'] },
  { name: 'a company here', host: HERE, cookie: true, standings: ['stranger', 'local', 'demo', 'company'] },
  {
    name: 'a stranger through a proxy here',
    host: HERE,
    headers: { 'x-forwarded-for': '203.0.113.9' },
    standings: ['stranger'],
  },
  { name: 'the watching machine', host: ANYWHERE, headers: bearer(TOKEN), standings: ['stranger', 'watcher'] },
  { name: 'a wrong token', host: ANYWHERE, headers: bearer(`${TOKEN}1`), standings: ['stranger'] },
  { name: 'an invented cookie', host: ANYWHERE, headers: { cookie: 'yinqi_peer=short' }, standings: ['stranger'] },
]

describe.each(SENDERS)('$name', ({ host, cookie, headers = {}, standings }) => {
  test('comes through exactly the doors of the table', async () => {
    const { address, store } = await serve({ host, metrics, metricsToken: TOKEN })
    const session = cookie ? { cookie: await openSession(address) } : {}
    const wrong: string[] = []
    for (const route of ROUTES) {
      const before = store.inbox.length
      const status = await statusOf(address, route, { ...headers, ...session })
      const allowed = may(standings, route.right)
      if (isShut(route, status) === allowed) wrong.push(`${route.method} ${route.path}: ${status}`)
      if (!allowed && store.inbox.length !== before) wrong.push(`${route.path} stored an event`)
    }
    expect(wrong).toEqual([])
  })
})

test('a platform comes through its own door only with its secret, through the whole server and under a public name', async () => {
  const taken: string[] = []
  const hook = {
    path: '/telegram/secret-path',
    bodyBytesMax: 1_000,
    admits: (headers: Readonly<Record<string, unknown>>) => headers['x-secret'] === 'right',
    take: async (body: Buffer) => {
      taken.push(body.toString())
      return 200
    },
  }
  const { address } = await serve({ host: HERE, names: ['bridge.example.cn'], hooks: [hook] })
  const knock = (secret: string, body: string, type = 'application/json') =>
    fetch(new URL(hook.path, address), { method: 'POST', body, headers: { 'x-secret': secret, 'content-type': type } })
  expect((await knock('wrong', '{"update_id":1}')).status).toBe(403)
  expect((await knock('right', '{"update_id":1}')).status).toBe(200)
  expect((await knock('right', 'x'.repeat(1_001))).status).toBe(413)
  expect((await knock('right', 'a=1', 'application/x-www-form-urlencoded')).status).toBeGreaterThanOrEqual(400)
  expect(taken).toEqual(['{"update_id":1}'])
  // the other routes keep their own parser
  const session = await openSession(address)
  const body = { key: fresh(), text: '您好' }
  expect((await call(address, '/chat/text', { headers: { cookie: session }, body })).status).toBe(202)
})

test('every right of the web server was tried', () => {
  const tried = new Set<string>([...ROUTES, ...SIGN_IN_ROUTES].map(route => route.right))
  const doors = ALL_RIGHTS.filter(right => /^(?:page|session|chat|sign|desk|health|metrics)\./.test(right))
  expect(doors.filter(right => !tried.has(right))).toEqual([])
})

test('one company reads neither the talk nor the data of another', async () => {
  const { address, store } = await serve({ host: ANYWHERE })
  const [one, other] = [await openSession(address), await openSession(address)]
  await call(address, '/chat/text', { headers: { cookie: one }, body: { key: fresh(), text: '云谷' } })
  await call(address, '/chat/text', { headers: { cookie: other }, body: { key: fresh(), text: '别家' } })
  const peers = store.inbox.map(({ target }) => (target.kind === 'conversation' ? target.peer : ''))
  expect(new Set(peers).size).toBe(2)
  // the same key from another browser is another event, the same from the same is one
  const again = { key: fresh(), press: 'r' }
  for (const cookie of [one, other, one]) await call(address, '/chat/press', { headers: { cookie }, body: again })
  expect([store.inbox.length, store.duplicates()]).toEqual([4, 1])
  const exported = await call(address, '/chat/export', { headers: { cookie: other } })
  expect(exported.text).not.toContain('云谷')
})
