// Who may talk to the web adapter, from where, and what its page may do.
import { expect, test } from 'vitest'
import { call, openSession } from './client.ts'
import { deskPress, key, serve } from './serve.ts'

test('a page gives a browser a cookie that no script reads and no other site sends', async () => {
  const { address } = await serve()
  const page = await call(address, '/')
  expect(page.status).toBe(200)
  const cookie = page.headers['set-cookie']?.[0] ?? ''
  expect(cookie).toMatch(/^yinqi_peer=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
  const again = await call(address, '/', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(again.headers['set-cookie']).toBeUndefined()
})

test('a click from another site does not overwrite the conversation; the page asks for its session itself', async () => {
  const { address } = await serve()
  const cross = await call(address, '/chat', { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(cross.status).toBe(200)
  expect(cross.headers['set-cookie']).toBeUndefined()
  const session = await call(address, '/chat/session', { method: 'POST' })
  expect(session.status).toBe(204)
  const cookie = session.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const known = await call(address, '/chat/session', { method: 'POST', headers: { cookie } })
  expect(known.headers['set-cookie']).toBeUndefined()
})

test('a name that is not ours is misdirected: DNS rebinding ends here', async () => {
  const { address, port } = await serve()
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '10.0.0.5', 'a b']) {
    const answer = await call(address, '/', { headers: { host } })
    expect([host, answer.status, answer.json().error]).toEqual([host, 421, 'unknown-host'])
  }
  for (const host of [`localhost:${port}`, 'localhost', `[::1]:${port}`]) {
    expect([host, (await call(address, '/', { headers: { host } })).status]).toEqual([host, 200])
  }
})

test('another site may not post, not even from another port', async () => {
  const { address, host, store } = await serve()
  const cookie = await openSession(address)
  const post = (headers: Record<string, string>) =>
    call(address, '/chat/open', { headers: { cookie, ...headers }, body: { key: key() } })
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'nonsense']) {
    const answer = await post({ origin })
    expect([origin, answer.status, answer.json().error]).toEqual([origin, 403, 'foreign-origin'])
  }
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(store.inbox).toEqual([])
  expect((await post({ origin: `http://${host}` })).status).toBe(202)
})

test('beyond this machine the desk is shut, and the page shows the chat alone', async () => {
  const { address, store, port } = await serve({ host: '0.0.0.0' })
  const desk = await call(address, '/desk')
  expect([desk.status, desk.json().error]).toEqual([403, 'desk-loopback-only'])
  expect(desk.json().message?.zh).toContain('本机')
  const seen = await call(address, '/desk', { headers: { accept: 'text/html,*/*' } })
  expect([seen.status, seen.text.includes('data-ways=""')]).toEqual([403, true])
  expect((await call(address, '/events/desk')).status).toBe(403)
  expect((await call(address, '/desk/press', { body: deskPress() })).status).toBe(403)
  expect((await call(address, '/desk/text', { body: deskPress() })).status).toBe(403)
  expect(store.inbox).toEqual([])
  expect((await call(address, '/')).text).toContain('data-view="chat"')
  expect((await call(address, '/', { headers: { host: `192.168.1.20:${port}` } })).status).toBe(200)
  expect((await call(address, '/', { headers: { host: 'evil.example' } })).status).toBe(421)
})

test('once a proxy is announced the chat has its public name, and the desk is shut whoever asks', async () => {
  const { address } = await serve({ names: ['yinqi.example.cn'] })
  const proxied = { host: 'yinqi.example.cn' }
  expect((await call(address, '/', { headers: proxied })).text).toContain('data-view="chat"')
  expect((await call(address, '/desk', { headers: proxied })).status).toBe(403)
  expect((await call(address, '/events/desk', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(403)
  // also for what looks like this machine: a proxy may rewrite the host and say nothing
  expect((await call(address, '/desk')).json().error).toBe('desk-loopback-only')
  expect((await call(address, '/')).text).toContain('data-view="chat"')
})

test('the page loads nothing foreign, runs nothing inline, and is one page in three views', async () => {
  const { address } = await serve()
  const page = await call(address, '/')
  expect(page.text).toContain('data-view="both"')
  expect((await call(address, '/chat')).text).toContain('data-view="chat"')
  expect((await call(address, '/desk')).text).toContain('data-view="desk"')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.text).not.toMatch(/https?:\/\/|\son\w+=|<script>|style=/)
  const files = [...page.text.matchAll(/(?:href|src)="(\/[\w.-]+)"/g)].map(match => match[1] ?? '')
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const asset = await call(address, file)
    expect([file, asset.status]).toEqual([file, 200])
    expect(asset.text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/)
  }
  const tag = String(page.headers['etag'])
  expect((await call(address, '/', { headers: { 'if-none-match': tag } })).status).toBe(304)
  for (const path of ['/server.ts', '/..%2fserver.ts', '/public/index.html', '/index.html']) {
    expect([path, (await call(address, path)).status]).toEqual([path, 404])
  }
})
