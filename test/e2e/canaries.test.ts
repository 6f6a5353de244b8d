// The whole product with secrets and persons that are found again wherever they come to light: with DEBUG asking every library
// for everything, platforms that fail in every way, forged requests and an end in the middle, nothing of them is printed.
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { secretOf } from '../../adapters/telegram/webhook.ts'
import { call, openSession } from '../adapters/web/client.ts'
import { startSlackServer } from '../support/slack-server.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { useProduct } from './product.ts'

const TIMEOUT_MS = 300_000
const canary = (what: string) => `canary${what}${randomBytes(6).toString('hex')}`

const SECRETS = {
  telegram: `424242:${canary('telegram')}`,
  slackBot: `xoxb-${canary('slackbot')}`,
  signing: canary('signing'),
  metrics: canary('metrics'),
  feishu: canary('feishu'),
  master: Buffer.from(randomBytes(32)).toString('base64'),
}
const PERSONS = ['13912345678', '云谷路88号七幢', '张三丰与李四光', 'canary@example.cn', '91320500MA1WXYT889']
const SAYS = PERSONS.map(person => `我的资料 ${person}，请记下`)

const { folder, start, startInVain } = useProduct()

/** Every file below a folder as text. */
async function filesBelow(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const texts = entries
    .filter(entry => entry.isFile())
    .map(entry => readFile(join(entry.parentPath, entry.name), 'latin1'))
  return (await Promise.all(texts)).join('\n')
}

const found = (text: string, what: readonly string[]) =>
  what.filter(one => text.includes(one) || text.includes(Buffer.from(one).toString('latin1')))

const update = (id: number, text: string) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: 7, type: 'private', first_name: PERSONS[2] },
    from: { id: 7, is_bot: false, first_name: PERSONS[2], language_code: 'zh' },
    text,
  },
})

test('nothing of a secret or a person is printed, whatever is asked of the libraries and whatever fails', {
  timeout: TIMEOUT_MS,
}, async () => {
  const telegram = await startTelegramServer(SECRETS.telegram)
  const slack = await startSlackServer(SECRETS.slackBot, ['C0BANK'])
  const dir = await folder()
  const settings = {
    DATA_DIR: dir,
    DEBUG: '*',
    LOG_LEVEL: 'debug',
    MASTER_KEY: SECRETS.master,
    METRICS_TOKEN: SECRETS.metrics,
    TELEGRAM_BOT_TOKEN: SECRETS.telegram,
    TELEGRAM_API_ROOT: telegram.root,
    SLACK_BOT_TOKEN: SECRETS.slackBot,
    SLACK_SIGNING_SECRET: SECRETS.signing,
    SLACK_CHANNELS: 'bank-of-jiangsu=C0BANK',
    SLACK_API_URL: slack.apiUrl,
    SLACK_PORT: '0',
    PUBLIC_ORIGIN: 'http://127.0.0.1:3210',
    // no lead goes there, so that nobody is called
    ROBOT_FEISHU: `bank-of-nanjing=https://open.feishu.cn/open-apis/bot/v2/hook/${SECRETS.feishu};${SECRETS.feishu}`,
  }
  // the platforms fail in every way they can before they work
  for (const does of [
    'drop',
    'lost',
    { status: 502 },
    { limitSeconds: 1 },
    { refuse: { code: 400, description: SAYS[0] ?? '' } },
  ] as const)
    telegram.fault({ method: 'sendMessage', does })
  const product = await start(settings)

  const cookie = await openSession(product.address)
  for (const [at, text] of SAYS.entries())
    await call(product.address, '/chat/text', { headers: { cookie }, body: { key: `canary-key-${at}`, text } })
  telegram.push(...SAYS.map((text, at) => update(at + 1, text)))
  const body = { key: 'x', text: SAYS.join(), [PERSONS[3] ?? '']: 1 }
  await call(product.address, '/chat/text', { headers: { cookie }, body })
  await call(product.address, `/chat/text?${encodeURIComponent(SAYS[1] ?? '')}`, {
    headers: { cookie, authorization: `Bearer ${SECRETS.metrics}x` },
  })
  await call(product.address, '/metrics', { headers: { authorization: `Bearer ${SECRETS.metrics}` } })
  await fetch(new URL('/chat/text', product.address), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: `{"key":"canary-key-9","text":"${SAYS[0]}`,
  })
  await expect.poll(async () => (await product.health()).waiting, { timeout: 60_000 }).toBe(0)
  await expect.poll(() => telegram.messages.length, { timeout: 60_000 }).toBeGreaterThan(0)
  const ended = await product.stop()
  await telegram.stop()
  await slack.stop()

  const lines = ended.printed.split('\n').filter(line => line.startsWith('{'))
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  const secrets = Object.values(SECRETS)
  expect(
    found(ended.printed, [...secrets, ...PERSONS, cookie.split('=')[1] ?? '', secretOf(SECRETS.telegram)]),
  ).toEqual([])
  // nor do they lie in the data folder: it is sealed, and the keys are elsewhere
  expect(found(await filesBelow(dir), [...secrets, ...PERSONS])).toEqual([])
})

test('what a library would print of its calls is not printed: the secret of the webhook', {
  timeout: TIMEOUT_MS,
}, async () => {
  const telegram = await startTelegramServer(SECRETS.telegram)
  const product = await start({
    DATA_DIR: await folder(),
    DEBUG: '*',
    TELEGRAM_BOT_TOKEN: SECRETS.telegram,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_WEBHOOK_ORIGIN: 'http://127.0.0.1:9',
  })
  await product.prints('telegram.webhook')
  expect(telegram.calls.filter(({ method }) => method === 'setWebhook').length).toBeGreaterThan(0)
  const { printed } = await product.stop()
  await telegram.stop()
  expect(found(printed, [SECRETS.telegram, secretOf(SECRETS.telegram), 'telegraf:'])).toEqual([])
})

test('a start that fails says which variable and never what it holds', { timeout: TIMEOUT_MS }, async () => {
  const wrong = Object.values(SECRETS).map(one => `-${one}`)
  const { code, printed } = await startInVain({
    DATA_DIR: await folder(),
    DEBUG: '*',
    DATABASE_URL: `mysql://user:${wrong[0]}@db/x`,
    MASTER_KEY: wrong[5] ?? '',
    TELEGRAM_BOT_TOKEN: wrong[0] ?? '',
    SLACK_BOT_TOKEN: wrong[1] ?? '',
    SLACK_CHANNELS: `=${wrong[2]}`,
    ROBOT_FEISHU: wrong[4] ?? '',
  })
  expect(code).not.toBe(0)
  for (const name of [
    'DATABASE_URL',
    'MASTER_KEY',
    'TELEGRAM_BOT_TOKEN',
    'SLACK_BOT_TOKEN',
    'SLACK_CHANNELS',
    'ROBOT_FEISHU',
  ])
    expect(printed).toContain(name)
  expect(found(printed, wrong)).toEqual([])
})
