// Where staff sign in: every route × everybody who may send a request. Who comes through the door equals the table of rights.
import { describe, expect, test } from 'vitest'
import { may, type Standing } from '#bot'
import { openSession } from './client.ts'
import { isShut, ROUTES, SIGN_IN_ROUTES, statusOf } from './routes.ts'
import { PEOPLE, useStaff } from './staff-scene.ts'

const { start, enter, list } = useStaff()
const TOKEN = 'token-of-the-watching-machine-0001'
const metrics = { contentType: 'text/plain; version=0.0.4', text: async () => 'yinqi_store_up 1\n' }
/** The desk's own page is not refused but leads to the sign-in page. */
const SEE_OTHER = 303

interface Sender {
  readonly name: string
  readonly host?: string
  readonly company?: boolean
  /** signed in as */
  readonly person?: string
  /** taken off the list since */
  readonly left?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly standings: readonly Standing[]
}
const SENDERS: readonly Sender[] = [
  { name: 'a stranger', host: '0.0.0.0', standings: ['stranger'] },
  { name: 'a company', host: '0.0.0.0', company: true, standings: ['stranger', 'company'] },
  { name: 'a browser on this machine', standings: ['stranger', 'local'] },
  {
    name: 'a browser behind a proxy on this machine',
    headers: { 'x-forwarded-for': '203.0.113.9' },
    standings: ['stranger'],
  },
  { name: 'a clerk', person: 'wang', standings: ['stranger', 'local', 'staff'] },
  { name: 'a clerk from afar', host: '0.0.0.0', person: 'wang', standings: ['stranger', 'staff'] },
  {
    name: 'a clerk who also talks as a company',
    host: '0.0.0.0',
    company: true,
    person: 'wang',
    standings: ['stranger', 'company', 'staff'],
  },
  { name: 'somebody who has left', host: '0.0.0.0', person: 'li', left: true, standings: ['stranger'] },
  {
    name: 'the watching machine',
    host: '0.0.0.0',
    headers: { authorization: `Bearer ${TOKEN}` },
    standings: ['stranger', 'watcher'],
  },
]

describe.each(SENDERS)('$name', ({ host = '127.0.0.1', company, person, left, headers = {}, standings }) => {
  test('comes through exactly the doors of the table', async () => {
    const { address, store } = await start({}, { host, metrics, metricsToken: TOKEN })
    const browser = person === undefined ? undefined : await enter(address, person)
    const cookies = [browser?.cookie(), company ? await openSession(address) : undefined].filter(Boolean).join('; ')
    const sent = {
      ...headers,
      origin: address,
      ...(cookies ? { cookie: cookies } : {}),
      ...(browser ? { 'x-yinqi-token': browser.token() ?? '' } : {}),
    }
    if (left) list(PEOPLE.filter(({ id }) => id !== person))
    const wrong: string[] = []
    for (const route of [...ROUTES, ...SIGN_IN_ROUTES]) {
      const before = store.inbox.length
      const status = await statusOf(address, route, sent)
      const allowed = may(standings, route.right)
      const shut = isShut(route, status) || (route.path === '/desk' && status === SEE_OTHER)
      if (shut === allowed) wrong.push(`${route.method} ${route.path}: ${status}`)
      if (!allowed && store.inbox.length !== before) wrong.push(`${route.path} stored an event`)
    }
    expect(wrong).toEqual([])
  })
})
