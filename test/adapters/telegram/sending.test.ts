// Telegram's way out against a strict local Bot API: every fault holds up only the chat it belongs to, and nothing is
// repeated that may already be there more than once.
import { describe, expect, it } from 'vitest'
import { until } from '../delivery/fake-outbox.ts'
import { card, room, update, world } from './world.ts'

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

  it('gives up on who stopped the bot, at once and without a repeat, and others go on', async () => {
    const { server, store } = await world()
    server.blockedBy.add(1)
    for (const chat of [1, 2]) store.add(card('您好'), { address: String(chat), room: room(chat) })
    await until(() => store.open() === 0, 'both settled')
    expect(server.messages.map(({ chat }) => chat)).toEqual([2])
    expect(store.results.find(({ id }) => id === 1n)?.result).toEqual({ is: 'dead', code: 'blocked' })
    expect(server.calls.filter(call => call.payload['chat_id'] === 1)).toHaveLength(1)
  })

  it('never sends a company’s words into a group that its chat seems to have become', async () => {
    const { server, store } = await world()
    server.migrated.set(1, -1_001)
    store.add(card('贵公司的评分'), { address: '1', room: room(1) })
    await until(() => store.open() === 0, 'settled')
    expect(store.results).toMatchObject([{ result: { is: 'dead', code: 'moved' } }])
    expect(server.messages).toEqual([])
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
