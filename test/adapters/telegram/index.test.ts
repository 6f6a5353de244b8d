// The whole Telegram adapter against a strict local Bot API: nothing is lost, doubled or out of order on the way in,
// and on the way out every fault holds up only the chat it belongs to.

import { afterEach, describe, expect, it } from 'vitest'
import type { Card } from '#bot'
import { startSender } from '../../../adapters/delivery/sender.ts'
import type { Room } from '../../../adapters/store/store.ts'
import { startTelegram } from '../../../adapters/telegram/index.ts'
import { text } from '../../../bot/card.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'
import { createFakeStore, type FakeStore, until } from '../delivery/fake-outbox.ts'

const TOKEN = '42:test-token'
const room = (peer: number): Room => ({ kind: 'enterprise', platform: 'telegram', peer: String(peer) })
const card = (line: string, extra: Partial<Card> = {}): Card => ({ lines: [text(line)], ...extra })

let nextUpdate = 1
const update = (chat: number, said: string) => ({
  update_id: nextUpdate++,
  message: {
    message_id: nextUpdate,
    date: 1,
    chat: { id: chat, type: 'private' },
    from: { id: chat, is_bot: false, language_code: 'zh' },
    text: said,
  },
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface World {
  readonly server: TelegramServer
  readonly store: FakeStore
  readonly logged: string[]
  readonly stop: () => Promise<void>
}

async function startAdapter(root: string, store: FakeStore) {
  const logged: string[] = []
  const log = (level: string, code: string, fields?: object) =>
    void logged.push(`${level} ${code} ${JSON.stringify(fields ?? {})}`)
  const now = () => new Date()
  const telegram = await startTelegram({ token: TOKEN, apiRoot: root, store, wake: () => undefined, now, log })
  const sender = startSender({ store, platforms: new Map([['telegram', telegram.send]]), now, log })
  const poke = setInterval(sender.wake, 20)
  const stop = async () => {
    clearInterval(poke)
    await sender.stop()
    await telegram.stop()
  }
  closers.push(stop)
  return { logged, stop }
}

async function world(store = createFakeStore()): Promise<World> {
  const server = await startTelegramServer(TOKEN)
  closers.push(server.stop)
  return { server, store, ...(await startAdapter(server.root, store)) }
}

describe('receiving', () => {
  it('stores every update once and in order, through failures of the store', async () => {
    const { server, store } = await world()
    store.failAccepts = 1
    const updates = Array.from({ length: 40 }, (_, index) => update(index % 3, `m${index}`))
    server.push(...updates, ...updates.slice(0, 5))
    await until(() => store.accepted.length === 40, 'all stored')
    await until(() => server.unconfirmed() === 0, 'all confirmed')
    const said = store.accepted.map(({ event }) => (event.kind === 'text' ? event.text : ''))
    expect(said).toEqual(updates.map(({ message }) => message.text))
  })

  it('takes an update again that Telegram repeats, as a duplicate', async () => {
    const { server, store } = await world()
    const again = update(1, '一次')
    server.push(again)
    await until(() => store.accepted.length === 1, 'stored')
    server.push(again, update(1, '另一条'))
    await until(() => store.accepted.length === 2, 'the next stored')
    expect(store.accepted.map(({ event }) => event)).toEqual([
      { kind: 'text', text: '一次' },
      { kind: 'text', text: '另一条' },
    ])
  })

  it('answers a button at once and stores the press', async () => {
    const { server, store } = await world()
    const pressed = { id: 'q7', from: { is_bot: false }, message: update(5, 'x').message, data: 'go' }
    server.push({ update_id: nextUpdate++, callback_query: pressed })
    await until(() => store.accepted.length === 1 && server.answered.length === 1, 'pressed and answered')
    expect(store.accepted[0]?.event).toEqual({ kind: 'press', press: 'go' })
    expect(server.answered).toEqual(['q7'])
  })

  it('tells a group once where to find us', async () => {
    const { server, store } = await world()
    const inGroup = () => {
      const one = update(-100, '你好')
      return { ...one, message: { ...one.message, chat: { id: -100, type: 'group' } } }
    }
    server.push(inGroup(), inGroup(), update(3, '私聊'))
    await until(() => store.accepted.length === 1 && server.messages.length === 1, 'one line, one event')
    expect(server.messages[0]).toMatchObject({ chat: -100, text: expect.stringContaining('私聊') })
  })

  it('does not confirm what the store never took, and stops in time', async () => {
    const { server, store, stop } = await world()
    store.failAccepts = Number.POSITIVE_INFINITY
    server.push(update(1, '不能丢'))
    await until(() => server.calls.filter(call => call.method === 'getUpdates').length > 0, 'polled')
    await new Promise(resolve => setTimeout(resolve, 100))
    const began = performance.now()
    await stop()
    expect(performance.now() - began).toBeLessThan(4_000)
    expect(server.unconfirmed()).toBe(1)
    store.failAccepts = 0
    await startAdapter(server.root, store)
    await until(() => store.accepted.length === 1, 'the next run gets it')
  })

  it('waits for a service that is down at the start', async () => {
    const first = await startTelegramServer(TOKEN)
    const port = Number(new URL(first.root).port)
    await first.stop()
    const store = createFakeStore()
    const { logged } = await startAdapter(first.root, store)
    await until(() => logged.some(line => line.includes('telegram.poll-ended')), 'one failed start')
    const server = await startTelegramServer(TOKEN, port)
    closers.push(server.stop)
    server.push(update(1, '来了'))
    await until(() => store.accepted.length === 1, 'stored after all', 8_000)
  })

  it('polls on after a lost connection and a second poller', async () => {
    const { server, store, logged } = await world()
    server.fault({ method: 'getUpdates', does: { refuse: { code: 409, description: 'Conflict: other getUpdates' } } })
    server.push(update(1, '第一'))
    await until(() => store.accepted.length === 1, 'stored', 8_000)
    server.fault({ method: 'getUpdates', does: { refuse: { code: 409, description: 'Conflict: other getUpdates' } } })
    server.push(update(1, '第二'))
    await until(() => store.accepted.length === 2, 'stored again', 8_000)
    expect(logged.some(line => line.includes('telegram.second-poller'))).toBe(true)
  })

  it('tells a person that the token is wrong, and lives on', async () => {
    const server = await startTelegramServer('43:another')
    closers.push(server.stop)
    const { logged } = await startAdapter(server.root, createFakeStore())
    await until(() => logged.some(line => line.startsWith('error telegram.token-refused')), 'said so')
    expect(logged.join()).not.toContain('test-token')
  })

  it('never speaks to the real Telegram in a test', async () => {
    const store = createFakeStore()
    const options = { token: TOKEN, store, wake: () => undefined, now: () => new Date(), log: () => undefined }
    await expect(startTelegram(options)).rejects.toThrow('loopback')
  })
})

describe('sending', () => {
  it('sends in order with buttons, without previews', async () => {
    const { server, store } = await world()
    for (const line of ['一', '二']) store.add(card(line), { address: '7', room: room(7) })
    store.add(card('三', { buttons: [[{ text: '继续', press: 'go' }]] }), { address: '7', room: room(7) })
    await until(() => store.open() === 0, 'all sent')
    expect(server.messages.map(message => message.text)).toEqual(['一', '二', '三'])
    expect(server.messages[2]?.keyboard).toEqual([[{ text: '继续', callback_data: 'go' }]])
    expect(server.calls.find(call => call.method === 'sendMessage')?.payload).toMatchObject({
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    })
    const ids = server.messages.map(message => String(message.messageId))
    expect(store.results.map(({ result }) => result)).toEqual(ids.map(externalId => ({ is: 'sent', externalId })))
  })

  it('waits as told in one chat, and only there', async () => {
    const { server, store } = await world()
    server.fault({ method: 'sendMessage', chat: 1, does: { limitSeconds: 1 } })
    store.add(card('慢一'), { address: '1', room: room(1) })
    store.add(card('慢二'), { address: '1', room: room(1) })
    store.add(card('快'), { address: '2', room: room(2) })
    await until(() => server.messages.length === 1, 'the other chat is served')
    expect(server.messages[0]?.text).toBe('快')
    await until(() => store.open() === 0, 'the limited chat too')
    expect(server.messages.map(message => message.text)).toEqual(['快', '慢一', '慢二'])
    const toFirst = server.calls.filter(call => call.method === 'sendMessage' && call.payload['chat_id'] === 1)
    expect(toFirst).toHaveLength(3)
    expect((toFirst[1]?.at ?? 0) - (toFirst[0]?.at ?? 0)).toBeGreaterThan(990)
  })

  it('repeats a message whose answer was lost once, and then stops', async () => {
    const { server, store } = await world()
    server.fault({ method: 'sendMessage', chat: 1, does: 'lost' })
    server.fault({ method: 'sendMessage', chat: 2, times: 5, does: 'lost' })
    store.add(card('一'), { address: '1', room: room(1) })
    store.add(card('二'), { address: '2', room: room(2) })
    await until(() => store.open() === 0, 'both settled')
    expect(server.messages.filter(message => message.chat === 1)).toHaveLength(2)
    expect(server.messages.filter(message => message.chat === 2)).toHaveLength(2)
    expect(store.results.at(-1)).toBeDefined()
    const outcomes = store.results.filter(({ id }) => id === 2n).map(({ result }) => result)
    expect(outcomes).toMatchObject([{ is: 'uncertain' }, { is: 'dead', code: 'unknown-outcome' }])
  })

  it('does not repeat blindly while Telegram is away', async () => {
    const { server, store, logged } = await world()
    await until(() => logged.some(line => line.includes('telegram.polling')), 'started')
    server.fault({ method: 'sendMessage', does: 'drop' })
    server.fault({ method: 'getMe', does: { status: 502 } })
    store.add(card('等一等'), { address: '1', room: room(1) })
    await until(() => store.open() === 0, 'sent in the end')
    expect(server.messages).toHaveLength(1)
    expect(store.results.map(({ result }) => result.is)).toEqual(['uncertain', 'later', 'sent'])
  })

  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [400, 'Bad Request: chat not found', 'chat-not-found'],
    [400, 'Bad Request: message is too long', 'too-long'],
    [400, "Bad Request: can't parse entities: x", 'markup'],
    [400, 'Bad Request: something new', 'bad-request'],
  ])('gives up on %i %s', async (code, description, dead) => {
    const { server, store } = await world()
    server.fault({ method: 'sendMessage', does: { refuse: { code, description } } })
    store.add(card('x'), { address: '1', room: room(1) })
    await until(() => store.open() === 0, 'settled')
    expect(store.results).toMatchObject([{ result: { is: 'dead', code: dead } }])
  })

  it('continues a long message where it stopped', async () => {
    const { server, store } = await world()
    const long = Array.from({ length: 900 }, (_, index) => `第${index}行文字`).join('\n')
    server.fault({ method: 'sendMessage', chat: 9, after: 1, does: { limitSeconds: 1 } })
    store.add(card(long), { address: '9', room: room(9) })
    await until(() => store.open() === 0, 'sent')
    expect(server.messages).toHaveLength(2)
    expect(server.messages.map(message => message.text).join('')).toBe(long)
  })

  it('edits the newest message in place, and sends anew below what a person wrote', async () => {
    const { server, store } = await world()
    const buttons = [[{ text: '选', press: 'pick' }]]
    store.add(card('第一问', { buttons }), { address: '7', room: room(7) })
    await until(() => server.messages.length === 1, 'sent')
    const replaces = String(server.messages[0]?.messageId)
    store.add(card('第二问', { buttons }), { address: '7', room: room(7), replaces })
    await until(() => server.messages[0]?.edited === true, 'edited in place')
    const typed = update(7, '我打字')
    server.push({ ...typed, message: { ...typed.message, message_id: 5_000 } })
    await until(() => store.accepted.length === 1, 'typed')
    store.add(card('第三问', { buttons }), { address: '7', room: room(7), replaces })
    await until(() => store.open() === 0, 'all settled')
    expect(server.messages.map(({ text: said, keyboard }) => [said, keyboard.length])).toEqual([
      ['第二问', 0],
      ['第三问', 1],
    ])
  })

  it('gives up on a card that cannot be rendered', async () => {
    const { store } = await world()
    store.add(card('x', { buttons: [[{ text: '坏', press: 'x'.repeat(65) }]] }), { address: '1', room: room(1) })
    await until(() => store.open() === 0, 'settled')
    expect(store.results).toMatchObject([{ result: { is: 'dead', code: 'unrenderable' } }])
  })
})
