// The webhook: who may come in, what is answered when, and that Telegram is told where to call.
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createHook, pathOf, secretOf, startWebhook } from '../../../adapters/telegram/webhook.ts'
import { postInPieces } from '../../support/telegram-hook.ts'
import { until } from '../delivery/fake-outbox.ts'
import { openBench } from './bench.ts'
import { closers, TOKEN, update } from './world.ts'

const SECRET = secretOf(TOKEN)
const JSON_TYPE = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET }
const quiet = { token: TOKEN, log: () => undefined }
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

async function opened() {
  const bench = await openBench(true)
  return { ...bench, hook: bench.hook ?? '' }
}

describe('the webhook', () => {
  it('has a secret and a path of its own for each bot, and neither gives the token away', () => {
    expect(SECRET).toMatch(/^[\w-]{43}$/)
    expect(pathOf(TOKEN)).toMatch(/^\/telegram\/[\w-]{32}$/)
    expect(secretOf('43:test-token')).not.toBe(SECRET)
    expect(pathOf('43:test-token')).not.toBe(pathOf(TOKEN))
    expect(SECRET).not.toContain(pathOf(TOKEN).slice('/telegram/'.length))
  })

  it('keeps every character whole, wherever the network cuts the body', async () => {
    const { store, hook, server } = await opened()
    const words = '银企桥：三千万左右，𠮷野家😀'
    server.push(update(1, words))
    await until(() => store.accepted.length === 1, 'stored')
    const [first] = store.accepted
    expect(first?.event).toMatchObject({ kind: 'text', text: words })
    expect(await postInPieces(hook, bytes(update(1, words)), JSON_TYPE)).toBe(200)
    expect(store.accepted.map(({ event }) => event)).toMatchObject([{ text: words }, { text: words }])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['null', Buffer.from('null')],
    ['a list', Buffer.from('[]')],
    ['half of it', bytes({ update_id: 1 }).subarray(0, 8)],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('{"update_id":1,"x":"'), Buffer.from([0xe4, 0xb8]), Buffer.from('"}')]),
    ],
    ['a hundred thousand brackets', Buffer.from('['.repeat(100_000))],
  ])('refuses %s as a body and goes on', async (_what, body) => {
    const { store, hook } = await opened()
    expect(await postInPieces(hook, body, JSON_TYPE)).toBe(400)
    expect(await postInPieces(hook, bytes(update(1, '好')), JSON_TYPE)).toBe(200)
    expect(store.accepted).toHaveLength(1)
  })

  it('refuses a megabyte and more, other types and other methods, before anything is parsed', async () => {
    const { store, hook } = await opened()
    const large = bytes({ ...update(1, '大'), padding: 'x'.repeat(1_048_576) })
    expect([413, 0]).toContain(await postInPieces(hook, large, JSON_TYPE))
    expect(await postInPieces(hook, bytes(update(1, '表单')), { ...JSON_TYPE, 'content-type': 'text/plain' })).toBe(415)
    expect((await fetch(hook, { headers: { 'x-telegram-bot-api-secret-token': SECRET } })).status).toBe(404)
    expect(store.accepted).toEqual([])
  })

  it('refuses a stranger before it reads the body', async () => {
    const { hook } = await opened()
    const response = await fetch(hook, { method: 'POST', body: randomBytes(900_000), headers: { 'x-y': '1' } })
    expect(response.status).toBe(403)
    expect(await response.text()).toBe('')
  })

  it('acknowledges what is not for us, so that it does not come for ever', async () => {
    const { store, hook, logged } = await opened()
    expect(await postInPieces(hook, bytes({ update_id: 7, poll: { id: 'x' } }), JSON_TYPE)).toBe(200)
    expect(store.accepted).toEqual([])
    expect(logged.some(line => line.includes('telegram.ignored'))).toBe(true)
  })

  it('answers 503 while the inbox fails, each time', async () => {
    const { store, hook } = await opened()
    store.failAccepts = 2
    const said = bytes(update(1, '再来'))
    const statuses = [await postInPieces(hook, said, JSON_TYPE), await postInPieces(hook, said, JSON_TYPE)]
    expect([...statuses, await postInPieces(hook, said, JSON_TYPE)]).toEqual([503, 503, 200])
    expect(store.accepted).toHaveLength(1)
  })

  it('admits one header with the secret and nothing else', () => {
    const door = createHook({ ...quiet, once: async () => true })
    const name = 'x-telegram-bot-api-secret-token'
    expect(door.admits({ [name]: SECRET })).toBe(true)
    for (const shown of [undefined, '', ` ${SECRET}`, SECRET.toUpperCase(), [SECRET], [SECRET, SECRET], `${SECRET},`]) {
      expect(door.admits({ [name]: shown })).toBe(false)
    }
  })

  it('is set again when somebody has taken it away, and left in place at the end', async () => {
    const { server, hook, logged } = await opened()
    const set = server.calls.find(call => call.method === 'setWebhook')
    expect(set?.payload).toMatchObject({ url: hook, secret_token: SECRET, drop_pending_updates: false })
    expect(logged.join()).not.toContain(SECRET)
    let url = ''
    const calls: string[] = []
    const webhook = startWebhook({
      ...quiet,
      origin: 'https://bridge.example.cn',
      once: async () => true,
      random: () => 0,
      checkMs: 5,
      call: async (method, payload) => {
        calls.push(method)
        if (method === 'setWebhook') url = String(payload['url'])
        return { is: 'done', result: { url } }
      },
    })
    closers.push(() => webhook.stop())
    await until(() => calls.filter(method => method === 'getWebhookInfo').length > 2, 'looked')
    expect(calls.filter(method => method === 'setWebhook')).toHaveLength(1)
    url = ''
    await until(() => calls.filter(method => method === 'setWebhook').length === 2, 'set again')
    await webhook.stop()
    expect(url).toBe(`https://bridge.example.cn${pathOf(TOKEN)}`)
    expect(calls).not.toContain('deleteWebhook')
  })
})
