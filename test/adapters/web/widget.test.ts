// What the server says about the widget: who may frame it, who may load its script, and what its session is worth.
import { expect, test } from 'vitest'
import { call } from './client.ts'
import { key, serve } from './serve.ts'

const PARK = 'https://www.park.example.cn'
const ancestors = (answer: { headers: Record<string, unknown> }): string =>
  /frame-ancestors ([^;]+)/.exec(String(answer.headers['content-security-policy']))?.[1] ?? ''

test('only the chat’s widget may be framed, and only by the websites that are listed', async () => {
  const { address } = await serve({ widgetOrigins: [PARK, 'https://bank.example.cn:8443'] })
  const widget = await call(address, '/widget')
  expect(ancestors(widget)).toBe(`'self' ${PARK} https://bank.example.cn:8443`)
  expect(widget.text).toContain(
    `data-view="widget" data-half="chat" data-parents="${PARK} https://bank.example.cn:8443"`,
  )
  expect(widget.headers['set-cookie']).toBeUndefined()
  for (const path of ['/', '/chat', '/desk', '/healthz', '/widget.js'])
    expect(ancestors(await call(address, path))).toBe("'none'")
  expect(ancestors(await call((await serve()).address, '/widget'))).toBe("'self'")
  // its policy is as strict as every other page's
  const rest = (path: string) =>
    call(address, path).then(({ headers }) =>
      String(headers['content-security-policy']).replace(/frame-ancestors [^;]+/, ''),
    )
  expect(await rest('/widget')).toBe(await rest('/chat'))
})

test('every website may load the script, and nothing else of ours', async () => {
  const { address } = await serve()
  const page = await call(address, '/chat')
  const files = [...page.text.matchAll(/(?:href|src)="(\/[\w.-]+)"/g)].map(match => match[1] ?? '')
  for (const path of ['/chat', '/widget', ...files])
    expect([path, (await call(address, path)).headers['cross-origin-resource-policy']]).toEqual([path, 'same-origin'])
  const script = await call(address, '/widget.js')
  expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin')
  expect(script.text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/)
})

test('the session in the frame is kept apart for each website, and asked for once', async () => {
  const { address, store } = await serve({ widgetOrigins: [PARK] })
  const first = await call(address, '/widget/session', { method: 'POST' })
  expect(first.json()).toEqual({ known: false })
  const line = first.headers['set-cookie']?.[0] ?? ''
  expect(line).toMatch(/^yinqi_widget=[\w-]{22};/)
  for (const part of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Path=/']) expect(line).toContain(part)
  const cookie = line.split(';')[0] ?? ''
  const again = await call(address, '/widget/session', { method: 'POST', headers: { cookie } })
  expect([again.json(), again.headers['set-cookie']]).toEqual([{ known: true }, undefined])
  // it comes with requests of other sites, too: those are refused by where they come from
  const post = (headers: Record<string, string>) =>
    call(address, '/chat/open', { headers: { cookie, ...headers }, body: { key: key() } })
  for (const headers of [{ origin: PARK }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
    expect([headers, (await post(headers)).status]).toEqual([headers, 403])
  expect(store.inbox).toEqual([])
  expect((await post({ origin: address })).status).toBe(202)
})
