// Signing in to the desk by a one-time link: what opens it, what ends it, and what never does.
import { expect, test } from 'vitest'
import { call, isReady, listen, messagesOf } from './client.ts'
import { lead } from './scenario.ts'
import { deskPress, key } from './serve.ts'
import { IDLE_MS, LIFE_MS, MINUTE_MS, openBrowser, PEOPLE, useStaff } from './staff-scene.ts'

const { clock, link, start, enter, list, sessions, audit } = useStaff()

const press = (over: object = {}) => {
  const { name, ...body } = deskPress(over)
  return { ...body, name }
}

test('without being signed in the desk leads to its sign-in page, and everything behind it is shut', async () => {
  const { address, store } = await start()
  const desk = await call(address, '/desk', { headers: { accept: 'text/html' } })
  expect([desk.status, desk.headers['location']]).toEqual([303, '/desk/sign-in'])
  const page = await call(address, '/desk/sign-in')
  expect([page.status, page.text.includes('data-ways="link"')]).toEqual([200, true])
  expect((await call(address, '/desk/me')).json().error).toBe('not-signed-in')
  expect((await call(address, '/events/desk')).status).toBe(401)
  const posted = await openBrowser(address).post('/desk/press', press())
  expect([posted.status, posted.json().error]).toEqual([401, 'not-signed-in'])
  expect(store.inbox).toEqual([])
  // no demonstration beside it, not even on this machine
  expect((await call(address, '/')).text).toContain('data-view="chat"')
})

test('a link opens the desk once, for its person and that person’s desk, under the name on the list', async () => {
  const { address, store } = await start()
  const secret = await link('wang')
  const browser = openBrowser(address)
  const entered = await browser.post('/desk/enter', { link: secret })
  expect(entered.status).toBe(204)
  const cookie = entered.headers['set-cookie']?.[0] ?? ''
  expect(cookie).toMatch(/^yinqi_desk=[\w-]{43};/)
  for (const part of ['Path=/', 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(part)
  expect(await browser.me()).toMatchObject({ id: 'wang', name: '名单上的wang', desks: ['harbour-bank'] })
  expect((await browser.get('/desk')).status).toBe(200)
  expect((await browser.post('/desk/press', press({ name: '行长' }))).status).toBe(202)
  expect(store.inbox[0]?.from).toEqual({
    kind: 'staff',
    desk: 'harbour-bank',
    person: 'wang',
    name: '名单上的wang',
  })
  // the same link again, from the same and from another browser
  for (const other of [browser, openBrowser(address)]) {
    const again = await other.post('/desk/enter', { link: secret })
    expect([again.status, again.json().error]).toEqual([410, 'link-spent'])
  }
  expect(await audit()).toEqual(['desk.link-issued operator', 'desk.entered wang link'])
})

test('a link that is forged, too old, or of somebody who has left opens nothing', async () => {
  const { address } = await start()
  const [old, left, real] = [await link('wang'), await link('li'), await link('wang-2')]
  const tries = [
    'x',
    'A'.repeat(43),
    `${real.slice(0, -1)}${real.endsWith('A') ? 'B' : 'A'}`,
    `${real} `,
    real.toUpperCase(),
  ]
  list(PEOPLE.filter(({ id }) => id !== 'li'))
  const enterBy = async (secret: string) => (await openBrowser(address).post('/desk/enter', { link: secret })).status
  for (const forged of tries) expect([forged, await enterBy(forged)]).toEqual([forged, 410])
  expect(await enterBy(left)).toBe(410)
  clock.pass(15 * MINUTE_MS)
  expect(await enterBy(old)).toBe(410)
  expect(await sessions()).toBe(0)
})

test('a session that somebody put into the browser beforehand is never the one that is signed in', async () => {
  const { address } = await start()
  const planted = 'P'.repeat(43)
  const victim = openBrowser(address)
  victim.jar.set('yinqi_desk', planted)
  await victim.post('/desk/enter', { link: await link('wang') })
  expect(victim.jar.get('yinqi_desk')).not.toBe(planted)
  const attacker = openBrowser(address)
  attacker.jar.set('yinqi_desk', planted)
  expect((await attacker.me()).error).toBe('not-signed-in')
  // signing in anew ends the session the browser had: what was copied from it is worth nothing
  const copied = openBrowser(address)
  copied.jar.set('yinqi_desk', victim.jar.get('yinqi_desk') ?? '')
  expect(await copied.me()).toMatchObject({ id: 'wang' })
  await victim.post('/desk/enter', { link: await link('wang') })
  expect((await copied.me()).error).toBe('not-signed-in')
  expect(await sessions()).toBe(1)
})

test('a session ends when nobody uses it, at the end of its day, and with its own person’s leaving', async () => {
  const { address } = await start()
  const idle = await enter(address, 'wang')
  clock.pass(IDLE_MS - MINUTE_MS)
  expect((await idle.me()).id).toBe('wang')
  clock.pass(IDLE_MS - MINUTE_MS)
  expect((await idle.me()).id).toBe('wang')
  clock.pass(IDLE_MS)
  expect((await idle.me()).error).toBe('not-signed-in')

  const busy = await enter(address, 'wang')
  for (let passed = 0; passed < LIFE_MS; passed += IDLE_MS / 2) {
    expect((await busy.me()).id).toBe('wang')
    clock.pass(IDLE_MS / 2)
  }
  expect((await busy.me()).error).toBe('not-signed-in')

  const leaving = await enter(address, 'li')
  list(PEOPLE.filter(({ id }) => id !== 'li'))
  expect((await leaving.me()).error).toBe('not-signed-in')
  // back on the list is a new beginning, not the old session
  list(PEOPLE)
  expect((await leaving.me()).error).toBe('not-signed-in')
  expect((await audit()).filter(row => row.startsWith('desk.left'))).toEqual([
    'desk.left wang idle',
    'desk.left wang over',
    'desk.left li not-listed',
  ])
})

test('signing out ends this browser’s session, signing out everywhere every one of the person', async () => {
  const { address } = await start()
  const [one, two, three] = [await enter(address, 'wang'), await enter(address, 'wang'), await enter(address, 'wang')]
  const colleague = await enter(address, 'wang-2')
  const kept = one.cookie()
  const out = await one.post('/desk/leave', { everywhere: false })
  expect([out.status, one.jar.size]).toEqual([204, 0])
  expect((await call(address, '/desk/me', { headers: { cookie: kept } })).status).toBe(401)
  expect((await two.me()).id).toBe('wang')
  expect((await two.post('/desk/leave', { everywhere: true })).status).toBe(204)
  expect((await three.me()).error).toBe('not-signed-in')
  expect((await colleague.me()).id).toBe('wang-2')
})

test('an open stream says that it is over when the person leaves the list, and sends nothing more', async () => {
  const { address, store } = await start()
  const wang = await enter(address, 'wang')
  const room = (desk: string) => ({ kind: 'desk', desk, thread: `T-${desk}` }) as const
  store.say(room('harbour-bank'), { card: lead('待领取') })
  store.say(room('river-bank'), { card: lead('待领取') })
  const stream = await listen(address, '/events/desk', { cookie: wang.cookie() })
  const events = await stream.until(isReady)
  expect(messagesOf(events).map(({ data }) => JSON.parse(data).room.desk)).toEqual(['harbour-bank'])
  const hello = JSON.parse(events.find(({ event }) => event === 'hello')?.data ?? '{}')
  expect(hello.desks.map(({ id }: { id: string }) => id)).toEqual(['harbour-bank'])
  store.say(room('river-bank'), { card: lead('已领取') })
  store.say(room('harbour-bank'), { card: lead('已领取') })
  await stream.until(all => messagesOf(all).length === 2)
  list(PEOPLE.filter(({ id }) => id !== 'wang'))
  store.say(room('harbour-bank'), { card: lead('之后') })
  await stream.until(all => all.some(({ event }) => event === 'over'))
  await stream.ended
  expect(messagesOf(stream.events).map(({ data }) => JSON.parse(data).room.desk)).toEqual([
    'harbour-bank',
    'harbour-bank',
  ])
})

test('an open stream is no sign that anybody is there', async () => {
  const { address } = await start()
  const wang = await enter(address, 'wang')
  clock.pass(IDLE_MS - MINUTE_MS)
  const stream = await listen(address, '/events/desk', { cookie: wang.cookie() })
  await stream.until(isReady)
  stream.stop()
  clock.pass(2 * MINUTE_MS)
  expect((await wang.me()).error).toBe('not-signed-in')
})

test('who tries many links is made to wait, and the others come in', async () => {
  const { address } = await start({}, { host: '127.0.0.1', names: ['bridge.example.cn'], proxies: ['loopback'] })
  const through = (ip: string) => ({ 'x-forwarded-for': ip })
  const guess = openBrowser(address)
  const answers = []
  for (let i = 0; i < 25; i++) {
    const answer = await guess.post('/desk/enter', { link: key(i).padEnd(43, 'x') }, through('203.0.113.9'))
    answers.push(answer.status)
  }
  expect(answers.filter(status => status === 410)).toHaveLength(20)
  expect(answers.slice(20)).toEqual([429, 429, 429, 429, 429])
  const honest = openBrowser(address)
  const answer = await honest.post('/desk/enter', { link: await link('wang') }, through('203.0.113.10'))
  expect(answer.status).toBe(204)
})
