// The way in from Slack, over real HTTP and a real WebSocket: forged requests change nothing, repeated ones count once,
// and nothing is acknowledged that is not stored.
import { afterEach, describe, expect, it } from 'vitest'
import { parseSlackChannels, startSlack } from '../../../adapters/slack/index.ts'
import { staffed } from '../../support/lead-scene.ts'
import { sendSigned, startSlackServer } from '../../support/slack-server.ts'
import { createFakeStore, type FakeStore, until } from '../delivery/fake-outbox.ts'
import { click, reply } from './envelopes.ts'
import { startSocketServer } from './socket-server.ts'

const TOKEN = 'xoxb-test'
const knowledge = staffed()
const SECRET = 'shhh'
const ROOT = '1700000000.000100'
const { desks } = parseSlackChannels('icbc=CICBC, boc=CBOC')

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function start(store: FakeStore, how: { appToken?: string; socketUrl?: string } = {}) {
  const server = await startSlackServer(TOKEN, ['CICBC', 'CBOC'])
  closers.push(server.stop)
  if (how.socketUrl) server.setSocketUrl(how.socketUrl)
  const logged: string[] = []
  const slack = await startSlack({
    handFile: async () => undefined,
    botToken: TOKEN,
    ...(how.appToken ? { appToken: how.appToken } : { signingSecret: SECRET, port: 0 }),
    apiUrl: server.apiUrl,
    desks,
    knowledge,
    store,
    wake: () => undefined,
    now: () => new Date(),
    log: (level, code) => void logged.push(`${level} ${code}`),
  })
  closers.push(slack.stop)
  return { server, logged, port: slack.port ?? 0 }
}

const signed = { secret: SECRET }
const asForm = { secret: SECRET, form: true }

describe('over HTTP', () => {
  it('stores a click with who, for which desk and which thread', async () => {
    const store = createFakeStore()
    const { port } = await start(store)
    expect(await sendSigned(port, click('claim', 'lead-1'), asForm)).toBe(200)
    expect(store.accepted).toEqual([
      {
        platform: 'slack',
        eventId: 'click:T1:U7:1700000001.5:press:0:0:1700000000.000100',
        at: expect.any(String),
        target: { kind: 'thread', thread: 'lead-1' },
        from: { kind: 'staff', desk: 'icbc', person: 'U7', name: '王经理' },
        event: { kind: 'press', press: 'claim' },
      },
    ])
  })

  it('names the desk of the channel the click came from, not of the lead', async () => {
    const store = createFakeStore()
    const { port } = await start(store)
    await sendSigned(port, click('claim', 'lead-of-icbc', { channel: 'CBOC' }), asForm)
    expect(store.accepted[0]?.from).toMatchObject({ desk: 'boc' })
  })

  it('stores a reply in a thread of ours as typed', async () => {
    const store = createFakeStore()
    store.bindThread('CICBC', ROOT, 'lead-1')
    const { port } = await start(store)
    expect(await sendSigned(port, reply('额度 &gt; 300 万 &amp; 可谈', ROOT), signed)).toBe(200)
    expect(store.accepted).toMatchObject([
      {
        target: { kind: 'thread', thread: 'lead-1' },
        from: { kind: 'staff', desk: 'icbc', person: 'U7', name: '王经理' },
        event: { kind: 'text', text: '额度 > 300 万 & 可谈' },
      },
    ])
  })

  it('acknowledges and ignores what is not for us', async () => {
    const store = createFakeStore()
    store.bindThread('CICBC', ROOT, 'lead-1')
    const { port } = await start(store)
    const others = [
      reply('自己说的', ROOT, { bot_id: 'B1' }),
      reply('改过', ROOT, { subtype: 'message_changed' }),
      reply('别的话题', '1600000000.000001'),
      reply('不相识的频道', ROOT, { channel: 'COTHER' }),
      click('claim', 'lead-1', { channel: 'COTHER' }),
      { type: 'event_callback', event_id: 'E', event: { type: 'reaction_added' } },
      { ...click('x', 'y'), actions: [{ type: 'button', action_id: 'a', action_ts: '1', value: '{"press":"x"}' }] },
      { type: 'view_submission', team: { id: 'T1' }, user: { id: 'U7' } },
    ]
    for (const other of others) expect(await sendSigned(port, other, signed)).toBe(200)
    expect(store.accepted).toEqual([])
  })

  it('counts a repeated event and a repeated click once', async () => {
    const store = createFakeStore()
    store.bindThread('CICBC', ROOT, 'lead-1')
    const { port } = await start(store)
    const once = reply('一次', ROOT, { event_id: 'EvSame' })
    const sends = [once, once, once, click('claim', 'lead-1'), click('claim', 'lead-1')]
    const statuses = await Promise.all(sends.map(body => sendSigned(port, body, signed)))
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    expect(store.accepted).toHaveLength(2)
    await sendSigned(port, click('claim', 'lead-1', { at: '1700000009.1' }), asForm)
    expect(store.accepted).toHaveLength(3)
  })

  it('does not acknowledge what could not be stored', async () => {
    const store = createFakeStore()
    const { port, logged } = await start(store)
    store.failAccepts = 1
    expect(await sendSigned(port, click('claim', 'lead-1'), asForm)).toBe(500)
    expect(logged).toContain('error slack.inbox-failed')
    expect(await sendSigned(port, click('claim', 'lead-1'), asForm)).toBe(200)
    expect(store.accepted).toHaveLength(1)
  })

  it('refuses a forged click, huge bodies and other paths', async () => {
    const store = createFakeStore()
    const { port } = await start(store)
    expect(await sendSigned(port, click('claim', 'lead-1'), { ...asForm, secret: 'guess' })).toBe(401)
    expect(store.accepted).toEqual([])
    expect(await sendSigned(port, { text: 'x'.repeat(1_100_000) }, signed)).toBe(413)
    expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404)
  })
})

describe('over Socket Mode', () => {
  it('stores, then acknowledges; and comes back after a drop and a recycle', async () => {
    const sockets = await startSocketServer()
    closers.push(sockets.stop)
    const store = createFakeStore()
    store.bindThread('CICBC', ROOT, 'lead-1')
    await start(store, { appToken: 'xapp-1', socketUrl: sockets.url })
    await until(() => sockets.connections() === 1, 'connected')
    store.failAccepts = 1
    sockets.envelope('e1', 'interactive', click('claim', 'lead-1'))
    await until(() => store.failAccepts === 0, 'one failure')
    sockets.envelope('e2', 'interactive', click('claim', 'lead-1'))
    await until(() => sockets.acked.includes('e2'), 'acknowledged')
    expect(sockets.acked).toEqual(['e2'])
    expect(store.accepted).toHaveLength(1)
    sockets.drop()
    await until(() => sockets.connections() === 2, 'back after a drop')
    sockets.recycle()
    await until(() => sockets.connections() === 3, 'back after a recycle')
    await until(() => {
      sockets.envelope('e3', 'events_api', reply('回复', ROOT, { event_id: 'EvLast' }))
      return store.accepted.length === 2
    }, 'the reply stored')
  })

  it('waits for a service that is down at the start', async () => {
    const sockets = await startSocketServer()
    closers.push(sockets.stop)
    const first = await startSlackServer(TOKEN, [])
    await first.stop()
    const logged: string[] = []
    const slack = await startSlack({
      handFile: async () => undefined,
      botToken: TOKEN,
      appToken: 'xapp-1',
      apiUrl: first.apiUrl,
      desks,
      knowledge,
      store: createFakeStore(),
      wake: () => undefined,
      now: () => new Date(),
      log: (level, code) => void logged.push(`${level} ${code}`),
    })
    closers.push(slack.stop)
    await until(() => logged.includes('warn slack.socket-failed'), 'failed once')
    const server = await startSlackServer(TOKEN, [], Number(new URL(first.apiUrl).port))
    closers.push(server.stop)
    server.setSocketUrl(sockets.url)
    await until(() => sockets.connections() === 1, 'connected after all', 8_000)
    await until(() => logged.includes('info slack.ready'), 'greeted', 8_000)
  })
})

describe('starting', () => {
  it('refuses without a way to receive, and any address but loopback in tests', async () => {
    const options = {
      botToken: TOKEN,
      desks,
      knowledge,
      store: createFakeStore(),
      wake: () => undefined,
      now: () => new Date(),
      log: () => undefined,
    }
    await expect(
      startSlack({ handFile: async () => undefined, ...options, apiUrl: 'http://127.0.0.1:1/api/' }),
    ).rejects.toThrow('SLACK_SIGNING_SECRET')
    await expect(startSlack({ handFile: async () => undefined, ...options, appToken: 'xapp-1' })).rejects.toThrow(
      'loopback',
    )
  })

  it('reads which desk sits in which channel, and names every fault', () => {
    const read = parseSlackChannels('icbc=C0123, district:binjiang=G99, bad, icbc=C77, boc=C0123, x=lower')
    expect([...read.desks.channelOf]).toEqual([
      ['icbc', 'C0123'],
      ['district:binjiang', 'G99'],
    ])
    expect(read.problems).toHaveLength(4)
  })
})
