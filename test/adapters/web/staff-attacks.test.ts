// Signed-in staff under attack: posts from other sites, other people's desks, tricks with headers, huge bodies.
import { expect, test } from 'vitest'
import { call } from './client.ts'
import { deskPress, key } from './serve.ts'
import { openBrowser, useStaff } from './staff-scene.ts'

const { link, start, enter, sessions, audit } = useStaff()
const ORIGIN = 'https://bridge.example.cn'
const PROXIED = { host: 'bridge.example.cn', 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' }

test('a post without the token of the session, or from elsewhere, does nothing', async () => {
  const { address, store, host } = await start()
  const [wang, colleague] = [await enter(address, 'wang'), await enter(address, 'wang-2')]
  const token = wang.token() ?? ''
  const post = (headers: Record<string, string>) =>
    call(address, '/desk/press', {
      headers: { cookie: wang.cookie(), ...headers },
      body: deskPress({ key: key(7) }),
    })
  const refused: Record<string, string>[] = [
    {},
    { origin: address },
    { origin: address, 'x-yinqi-token': '' },
    { origin: address, 'x-yinqi-token': `${token}x` },
    { origin: address, 'x-yinqi-token': colleague.token() ?? '' },
    // the right token, and no word or a wrong one of where it comes from
    { 'x-yinqi-token': token },
    { 'x-yinqi-token': token, origin: 'null' },
    { 'x-yinqi-token': token, origin: `https://${host}` },
    { 'x-yinqi-token': token, origin: 'https://evil.example' },
    { 'x-yinqi-token': token, origin: address, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of refused) expect([headers, (await post(headers)).status]).toEqual([headers, 403])
  for (const path of [
    '/desk/leave',
    '/desk/text',
    '/desk/form',
    '/desk/filled',
    '/desk/pre-offer',
    '/desk/pre-offer/form',
  ]) {
    const answer = await call(address, path, { headers: { cookie: wang.cookie(), origin: address }, body: {} })
    expect([path, answer.status, answer.json().error]).toEqual([path, 403, 'token-missing'])
  }
  expect(store.inbox).toEqual([])
  expect((await post({ 'x-yinqi-token': token, origin: address })).status).toBe(202)
})

test('a form of another site cannot sign anybody in, or out', async () => {
  const { address } = await start()
  const wang = await enter(address, 'wang')
  const secret = await link('li')
  for (const origin of ['https://evil.example', 'null']) {
    expect((await wang.post('/desk/enter', { link: secret }, { origin })).status).toBe(403)
    expect((await wang.post('/desk/leave', { everywhere: true }, { origin })).status).toBe(403)
  }
  const bare = await call(address, '/desk/enter', { body: { link: secret } })
  expect([bare.status, bare.json().error]).toEqual([403, 'foreign-origin'])
  const form = await fetch(new URL('/desk/enter', address), {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: `link=${secret}`,
  })
  expect(form.status).toBeGreaterThanOrEqual(400)
  expect((await wang.me()).id).toBe('wang')
  expect((await openBrowser(address).post('/desk/enter', { link: secret })).status).toBe(204)
})

test('another person’s desk: nothing to see, nothing to press, and a row in the audit chain', async () => {
  const { address, store } = await start()
  const li = await enter(address, 'li')
  const foreign = deskPress({ desk: 'harbour-bank' })
  for (const [path, body] of [
    ['/desk/press', foreign],
    ['/desk/text', { ...foreign, press: undefined, text: '您好' }],
    ['/desk/form', { ...foreign, key: undefined }],
    ['/desk/filled', { ...foreign, values: {} }],
    ['/desk/pre-offer/form', { desk: 'harbour-bank', name: '王经理' }],
    ['/desk/pre-offer', { desk: 'harbour-bank', name: '王经理', key: key(8), values: {} }],
  ] as const) {
    const answer = await li.post(path, body)
    expect([path, answer.status, answer.json().error]).toEqual([path, 404, 'unknown-desk'])
    // the same as for a desk that does not exist
    const invented = await li.post(path, { ...body, desk: 'no-such-bank' })
    expect({ ...invented.json(), request: 0 }).toEqual({ ...answer.json(), request: 0 })
  }
  expect((await li.get('/desk/file/any?desk=harbour-bank')).status).toBe(404)
  expect((await li.get('/desk/visits?desk=tax-team')).json().error).toBe('unknown-desk')
  expect(store.inbox).toEqual([])
  expect((await audit()).filter(row => row === 'denied li other-desk')).toHaveLength(8)
})

test('a thread of another desk named with one’s own desk reaches the turn as what it is: somebody of elsewhere', async () => {
  const { address, store } = await start()
  const li = await enter(address, 'li')
  expect((await li.post('/desk/press', deskPress({ desk: 'river-bank', thread: 'thread-of-harbour' }))).status).toBe(
    202,
  )
  // the turn compares this desk with the thread's own: test/bot/desk-rights.test.ts
  expect(store.inbox[0]).toMatchObject({
    target: { kind: 'thread', thread: 'thread-of-harbour' },
    from: { desk: 'river-bank', person: 'li' },
  })
})

test('behind https the cookie is bound to this very host, and only its own origin may post', async () => {
  const { address, store } = await start({}, { origin: ORIGIN, names: ['bridge.example.cn'], proxies: ['loopback'] })
  const browser = openBrowser(address, ORIGIN)
  const entered = await browser.post('/desk/enter', { link: await link('wang') }, PROXIED)
  const cookie = entered.headers['set-cookie']?.[0] ?? ''
  expect(cookie).toMatch(/^__Host-yinqi_desk=[\w-]{43};/)
  expect(cookie).toContain('Secure')
  expect(cookie).not.toContain('Domain')
  expect(entered.headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/)
  const me = await browser.get('/desk/me', PROXIED)
  const token = JSON.parse(me.text).token
  const post = (headers: Record<string, string>) =>
    browser.post('/desk/press', deskPress(), { 'x-yinqi-token': token, ...PROXIED, ...headers })
  // the name of another cookie does not count, nor does plain http, nor a host that a header invents
  const renamed = { cookie: `yinqi_desk=${browser.jar.get('__Host-yinqi_desk')}` }
  expect((await post(renamed)).status).toBe(401)
  expect((await post({ origin: 'http://bridge.example.cn' })).status).toBe(403)
  expect((await post({ host: '127.0.0.1', origin: 'http://127.0.0.1' })).status).toBe(403)
  expect((await post({ host: 'evil.example', origin: 'https://evil.example' })).status).toBe(421)
  expect((await post({ 'x-forwarded-host': 'evil.example' })).status).toBe(202)
  expect(store.inbox).toHaveLength(1)
})

test('headers that claim to be this machine open no desk: not the demonstration, not somebody’s', async () => {
  const signed = await start()
  const claims: Record<string, string>[] = [
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { cookie: 'yinqi_desk=' },
    { cookie: `yinqi_desk=${'x'.repeat(43)}; yinqi_desk=y` },
    { authorization: 'Bearer x' },
  ]
  for (const headers of claims)
    expect([headers, (await call(signed.address, '/desk/me', { headers })).status]).toEqual([headers, 401])
  expect(await sessions()).toBe(0)
})

test('a body of a megabyte is refused unread, and a session of invented length is no question to the database', async () => {
  const { address, store } = await start()
  const wang = await enter(address, 'wang')
  const huge = 'x'.repeat(1024 * 1024)
  expect((await wang.post('/desk/text', { ...deskPress(), press: undefined, text: huge })).status).toBe(413)
  expect((await wang.post('/desk/enter', { link: huge })).status).toBe(413)
  expect((await wang.post('/desk/leave', { everywhere: true, more: huge })).status).toBe(413)
  expect((await call(address, '/desk/me', { headers: { cookie: `yinqi_desk=${'x'.repeat(9_000)}` } })).status).toBe(401)
  expect(store.inbox).toEqual([])
  expect((await wang.me()).id).toBe('wang')
})
