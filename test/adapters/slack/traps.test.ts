// Traps of Slack and its libraries that no other file here springs; docs/reliability.md lists them all with their tests.
import { afterEach, describe, expect, it } from 'vitest'
import { clientOptions } from '../../../adapters/slack/call.ts'
import { startSlack } from '../../../adapters/slack/index.ts'
import { CALL_MS_MAX } from '../../../adapters/slack/limits.ts'
import { createQuietLogger } from '../../../adapters/slack/quiet-logger.ts'
import { staffed } from '../../support/lead-scene.ts'
import { sendSigned, startSlackServer } from '../../support/slack-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { openBench } from './bench.ts'
import { click, reply } from './envelopes.ts'
import { startSocketServer } from './socket-server.ts'
import { CHANNEL, openWorld, ROOT, SECRET } from './world.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function world() {
  const opened = await openWorld()
  closers.push(opened.stop)
  return opened
}

describe('traps', () => {
  it('an inbox that hangs is answered 503 before Slack gives up, never 404, and the event counts when it comes again', async () => {
    const at = await world()
    const { accept } = at.store
    at.store.accept = () => new Promise(() => undefined)
    const said = reply('慢慢来', ROOT, { channel: CHANNEL })
    expect(await sendSigned(at.port, said, { secret: SECRET })).toBe(503)
    expect(at.logged).toContain('error slack.inbox-slow')
    at.store.accept = accept
    expect(await sendSigned(at.port, said, { secret: SECRET })).toBe(200)
    expect(at.store.accepted).toMatchObject([{ event: { text: '慢慢来' } }])
  })

  it('a form with a charset in its content type is refused whole, not half read', async () => {
    const at = await world()
    const status = await sendSigned(at.port, click('L:x:take', at.thread, { channel: CHANNEL }), {
      secret: SECRET,
      form: true,
      contentType: 'application/x-www-form-urlencoded; charset=utf-8',
    })
    expect(status).toBe(400)
    expect(at.store.accepted).toEqual([])
  })

  it('no client repeats by itself, waits for others, or waits for ever', () => {
    const options = clientOptions(
      'http://127.0.0.1:1/api/',
      createQuietLogger(() => undefined),
    )
    expect(options).toMatchObject({
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: CALL_MS_MAX,
    })
  })

  it('the socket’s own client has the same options: limited, it tries again at our pace', async () => {
    const sockets = await startSocketServer()
    const server = await startSlackServer('xoxb-test', [])
    closers.push(sockets.stop, server.stop)
    server.setSocketUrl(sockets.url)
    server.fault({ method: 'apps.connections.open', times: 2, does: { limitSeconds: undefined } })
    const slack = await startSlack({
      handFile: async () => undefined,
      botToken: 'xoxb-test',
      appToken: 'xapp-1',
      apiUrl: server.apiUrl,
      desks: { deskOf: new Map(), channelOf: new Map() },
      knowledge: staffed(),
      store: createFakeStore(),
      wake: () => undefined,
      now: () => new Date(),
      log: () => undefined,
    })
    closers.push(slack.stop)
    await until(() => sockets.connections() === 1, 'connected although limited twice', 15_000)
    expect(server.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(3)
  })

  it('a fault meant for a post is not eaten by the greeting', async () => {
    const bench = await openBench(false)
    await until(() => bench.logged.some(line => line.includes('slack.ready')), 'greeted')
    bench.limitOnce(1, 1)
    bench.store.add({ lines: [{ kind: 'text', text: '等' }] }, { ...bench.place(1), platform: 'slack' })
    await until(() => bench.store.open() === 0, 'sent')
    expect(bench.store.results.map(({ result }) => result.is)).toEqual(['later', 'sent'])
  })
})
