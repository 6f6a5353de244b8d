// Every route of the web server with the right it needs, for the tests that send everybody to all of them.
import type { Right } from '#bot'
import { call } from './client.ts'
import { deskPress, key } from './serve.ts'

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly right: Right
  readonly body?: () => object
}
let serial = 0
/** A message key nobody used before. */
export const fresh = () => key(++serial)
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/', right: 'page.read' },
  { method: 'GET', path: '/chat', right: 'page.read' },
  { method: 'GET', path: '/widget', right: 'page.read' },
  { method: 'GET', path: '/widget.js', right: 'page.read' },
  { method: 'POST', path: '/widget/session', right: 'session.begin' },
  { method: 'POST', path: '/chat/session', right: 'session.begin' },
  { method: 'GET', path: '/events/chat', right: 'chat.read' },
  { method: 'GET', path: '/chat/export', right: 'chat.export' },
  { method: 'POST', path: '/chat/open', right: 'chat.send', body: () => ({ key: fresh() }) },
  { method: 'POST', path: '/chat/text', right: 'chat.send', body: () => ({ key: fresh(), text: '您好' }) },
  { method: 'POST', path: '/chat/press', right: 'chat.send', body: () => ({ key: fresh(), press: 'r' }) },
  { method: 'GET', path: '/chat/file/none', right: 'chat.read' },
  { method: 'GET', path: '/chat/file/none.ics', right: 'chat.read' },
  { method: 'POST', path: '/chat/paper', right: 'chat.send', body: () => ({ key: fresh() }) },
  { method: 'GET', path: '/desk', right: 'desk.read' },
  { method: 'GET', path: '/desk/file/none?desk=harbour-bank', right: 'desk.read' },
  { method: 'GET', path: '/desk/file/none.ics?desk=harbour-bank', right: 'desk.read' },
  { method: 'GET', path: '/desk/visits?desk=harbour-bank', right: 'desk.read' },
  { method: 'GET', path: '/events/desk', right: 'desk.read' },
  { method: 'POST', path: '/desk/press', right: 'desk.act', body: () => deskPress({ key: fresh() }) },
  {
    method: 'POST',
    path: '/desk/text',
    right: 'desk.act',
    body: () => ({ key: fresh(), desk: 'harbour-bank', thread: 'L-0001', name: '王经理', text: '您好' }),
  },
  {
    method: 'POST',
    path: '/desk/form',
    right: 'desk.act',
    body: () => ({ desk: 'harbour-bank', thread: 'L-0001', name: '王经理', press: 'L:L-0001:refuse' }),
  },
  {
    method: 'POST',
    path: '/desk/filled',
    right: 'desk.act',
    body: () => deskPress({ key: fresh(), press: 'L:L-0001:refuse', values: { reason: ['cash-flow'] } }),
  },
  {
    method: 'POST',
    path: '/desk/pre-offer/form',
    right: 'desk.act',
    body: () => ({ desk: 'harbour-bank', name: '王经理' }),
  },
  { method: 'GET', path: '/healthz', right: 'health.read' },
  { method: 'GET', path: '/metrics', right: 'metrics.read' },
]

/** Routes that are there only where staff sign in. The last one ends the session. */
export const SIGN_IN_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/desk/sign-in', right: 'sign.show' },
  { method: 'POST', path: '/desk/enter', right: 'sign.in', body: () => ({ link: 'unknown' }) },
  { method: 'GET', path: '/desk/me', right: 'desk.read' },
  { method: 'POST', path: '/desk/leave', right: 'sign.out', body: () => ({ everywhere: false }) },
]

/** Streams never end: their status is enough, and comes at once. */
export async function statusOf(address: string, route: Route, headers: Record<string, string>): Promise<number> {
  if (!route.path.startsWith('/events/')) {
    const body = route.body?.()
    return (await call(address, route.path, { method: route.method, headers, ...(body ? { body } : {}) })).status
  }
  const stop = new AbortController()
  const answer = await fetch(new URL(route.path, address), { headers, signal: stop.signal })
  stop.abort()
  return answer.status
}

/** Their 404 only says that nothing is stored yet. */
const NOTHING_THERE = /^\/(?:chat\/export|chat\/file|desk\/file|desk\/visits)/
/** A refusal of the door. */
export const isShut = (route: Route, status: number) =>
  status === 401 || status === 403 || (status === 404 && !NOTHING_THERE.test(route.path))
