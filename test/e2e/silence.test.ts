// The whole product with DEBUG=* and with platforms that fail in every way: of what people said, and of every secret, nothing
// is printed, neither in the log nor when it is told to stop.
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { update } from '../adapters/telegram/world.ts'
import { call, openSession } from '../adapters/web/client.ts'
import { startSlackServer } from '../support/slack-server.ts'
import { sendSigned } from '../support/slack-signed.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { useProduct } from './product.ts'

const TIMEOUT_MS = 300_000
const QUIET_MS = 60_000
const PEOPLE = ['金丝雀光电科技', '13911112222', '鲁小雀', '91420100MA4KCANARY']
const SECRETS = {
  TELEGRAM_BOT_TOKEN: '42424242:canary-token-of-a-bot-000',
  SLACK_BOT_TOKEN: 'xoxb-canary-0000',
  SLACK_SIGNING_SECRET: 'canarysigningsecret0000',
  MASTER_KEY: Buffer.alloc(32, 'canary').toString('base64'),
  METRICS_TOKEN: 'canary-metrics-token-0000',
}
const WORDS = `我是${PEOPLE[2]}，${PEOPLE[0]}的，电话${PEOPLE[1]}，代码${PEOPLE[3]}`

const { folder, start, startInVain } = useProduct()

const leaks = (printed: string): string[] =>
  [...PEOPLE, ...Object.values(SECRETS), SECRETS.TELEGRAM_BOT_TOKEN.split(':')[1] ?? ''].filter(one =>
    printed.includes(one),
  )

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

test('a run with DEBUG=* in which everything fails now and then prints no person and no secret', {
  timeout: TIMEOUT_MS,
}, async () => {
  const telegram = await startTelegramServer(SECRETS.TELEGRAM_BOT_TOKEN)
  const slack = await startSlackServer(SECRETS.SLACK_BOT_TOKEN, ['CICBC'])
  const port = await freePort()
  const product = await start({
    ...SECRETS,
    DEBUG: '*',
    DATA_DIR: await folder(),
    TELEGRAM_API_ROOT: telegram.root,
    SLACK_API_URL: slack.apiUrl,
    SLACK_CHANNELS: 'icbc=CICBC,operators=CGONE',
    SLACK_PORT: String(port),
    LOG_LEVEL: 'debug',
  })
  telegram.fault({
    method: 'sendMessage',
    chat: 1,
    does: { refuse: { code: 400, description: `Bad Request: ${WORDS}` } },
  })
  telegram.fault({ method: 'sendMessage', chat: 2, does: 'drop' })
  telegram.fault({ method: 'sendMessage', chat: 3, does: 'lost' })
  telegram.fault({ method: 'sendMessage', chat: 4, does: { status: 502 } })
  telegram.fault({ method: 'sendMessage', chat: 5, does: { refuse: { code: 401, description: 'Unauthorized' } } })
  telegram.push(...[1, 2, 3, 4, 5, 6].map(chat => update(chat, WORDS)))
  const cookie = await openSession(product.address)
  const say = (body: unknown) => call(product.address, '/chat/text', { headers: { cookie }, body })
  for (const [n, body] of [
    { key: 'silence-0001', text: WORDS },
    { key: 'silence-0002', text: WORDS.repeat(5_000) },
    { key: WORDS, text: WORDS },
    { [WORDS]: WORDS },
    WORDS,
  ].entries())
    expect([n, (await say(body)).status < 500]).toEqual([n, true])
  await call(product.address, `/${encodeURIComponent(WORDS)}?token=${SECRETS.METRICS_TOKEN}`)
  await call(product.address, '/metrics', { headers: { authorization: `Bearer wrong-${SECRETS.METRICS_TOKEN}` } })
  const event = {
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: 'T1',
    event: { type: 'message', text: WORDS, channel: 'CICBC', user: 'U1', ts: '1.1' },
  }
  expect(await sendSigned(port, event, { secret: SECRETS.SLACK_SIGNING_SECRET })).toBe(200)
  expect(await sendSigned(port, event, { secret: 'not-the-secret' })).toBe(401)
  await expect.poll(() => telegram.unconfirmed(), { timeout: QUIET_MS }).toBe(0)
  await expect.poll(async () => (await product.health()).waiting, { timeout: QUIET_MS }).toBe(0)
  await expect.poll(() => telegram.messages.some(({ chat }) => chat === 6), { timeout: QUIET_MS }).toBe(true)
  const { printed, code } = await product.stop()
  expect(printed).toMatch(/delivery\.(?:dead|uncertain|later)/)
  expect(leaks(printed)).toEqual([])
  expect(code).toBe(0)
  await telegram.stop()
  await slack.stop()
})

test('what cannot start says why without a secret: a database that is not there, and the debugging of Node itself', {
  timeout: TIMEOUT_MS,
}, async () => {
  const url = 'postgres://canary-user:canary-password@127.0.0.1:1/canary-database'
  const away = await startInVain({ DATABASE_URL: url, MASTER_KEY: SECRETS.MASTER_KEY, DEBUG: '*' })
  expect(away.code).not.toBe(0)
  expect(away.printed).not.toMatch(/canary-user|canary-password/)
  expect(leaks(away.printed)).toEqual([])
  const debugged = await startInVain({ DATA_DIR: await folder(), NODE_DEBUG: 'http,net' })
  expect(debugged.code).not.toBe(0)
  expect(debugged.printed).toContain('NODE_DEBUG')
})
