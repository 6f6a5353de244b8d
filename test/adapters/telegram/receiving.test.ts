// Telegram's way in against a strict local Bot API: nothing is lost, doubled or out of order, whatever fails.
import { describe, expect, it } from 'vitest'
import { startTelegram } from '../../../adapters/telegram/index.ts'
import { introduce } from '../../../adapters/telegram/introduce.ts'
import { createTenure } from '../../../adapters/telegram/tenure.ts'
import { startTelegramServer } from '../../support/telegram-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { closers, LINES, nextId, startAdapter, TOKEN, update, world } from './world.ts'

describe('receiving', () => {
  it('stores every update once and in order, through failures of the store', async () => {
    const { server, store } = await world()
    store.failAccepts = 1
    const updates = Array.from({ length: 40 }, (_, index) => update(index % 3, `m${index}`))
    server.push(...updates, ...updates.slice(0, 5))
    await until(() => store.accepted.length === 40, 'all stored')
    await until(() => server.unconfirmed() === 0, 'all confirmed')
    const saidIn = (chat: string) =>
      store.accepted
        .filter(({ target }) => target.kind === 'conversation' && target.peer === chat)
        .map(({ event }) => (event.kind === 'text' ? event.text : ''))
    for (const chat of [0, 1, 2]) {
      const mine = updates.filter((_, index) => index % 3 === chat).map(({ message }) => message.text)
      expect(saidIn(String(chat))).toEqual(mine)
    }
  })

  it('takes an update again that Telegram repeats, as a duplicate', async () => {
    const { server, store } = await world()
    const again = update(1, '一次')
    server.push(again)
    await until(() => store.accepted.length === 1, 'stored')
    server.push(again, update(1, '另一条'))
    await until(() => store.accepted.length === 2, 'the next stored')
    expect(store.accepted.map(({ event }) => event)).toMatchObject([
      { kind: 'text', text: '一次' },
      { kind: 'text', text: '另一条' },
    ])
  })

  it('answers a button at once and stores the press', async () => {
    const { server, store } = await world()
    const pressed = { id: 'q7', from: { is_bot: false }, message: update(5, 'x').message, data: 'go' }
    server.push({ update_id: nextId(), callback_query: pressed })
    await until(() => store.accepted.length === 1 && server.answered.length === 1, 'pressed and answered')
    expect(store.accepted[0]?.event).toEqual({ kind: 'press', press: 'go' })
    expect(server.answered).toEqual(['q7'])
    expect(server.toasts.size).toBe(0)
  })

  it('says of a button that nothing belongs to that it no longer works', async () => {
    const { server, store } = await world()
    const pressed = { id: 'q8', from: { is_bot: false, language_code: 'en' }, data: 'x'.repeat(65) }
    server.push({ update_id: nextId(), callback_query: { ...pressed, message: update(5, 'x').message } })
    await until(() => server.answered.length === 1, 'answered')
    expect(server.toasts.get('q8')).toBe(LINES.deadButton.en)
    expect(store.accepted).toEqual([])
  })

  it('introduces itself in both languages within Telegram’s limits, and not again and again when refused', async () => {
    const { server } = await world()
    await until(() => server.profile.size === 6, 'told')
    expect(server.profile.get('setMyDescription:zh')).toBe(LINES.about.zh)
    expect(server.profile.get('setMyShortDescription:')).toBe(LINES.aboutShort.en)
    const commands = server.profile.get('setMyCommands:zh') as { command: string; description: string }[]
    expect(commands.map(({ command }) => command)).toEqual(['start', ...LINES.commands.map(({ name }) => name)])
    expect(commands[0]?.description).toBe(LINES.start.zh)
    const calls: string[] = []
    await introduce({
      lines: LINES,
      log: () => undefined,
      random: () => 0,
      stopping: new AbortController().signal,
      call: async method => {
        calls.push(method)
        return { is: 'refused', code: '400', description: 'no' }
      },
    })
    expect(calls).toHaveLength(6)
  })

  it('follows a group that has become a supergroup with its one line', async () => {
    const { server } = await world()
    server.migrated.set(-100, -1_000_100)
    const one = update(-100, '你好')
    server.push({ ...one, message: { ...one.message, chat: { id: -100, type: 'group' } } })
    await until(() => server.messages.length === 1, 'told where the group is now')
    expect(server.messages[0]).toMatchObject({ chat: -1_000_100, text: LINES.group.zh })
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

  it('lets one of several processes poll, and the next when that one stops', async () => {
    const { server, store, stop, logged } = await world()
    await until(() => logged.some(line => line.includes('telegram.polling')), 'the first polls')
    const second = await startAdapter(server.root, store)
    await until(() => second.logged.some(line => line.includes('telegram.another-polls')), 'the second waits')
    server.push(update(1, '第一'))
    await until(() => store.accepted.length === 1, 'stored')
    expect(second.logged.some(line => line.includes('telegram.polling'))).toBe(false)
    await stop()
    expect(await store.takeOffice('telegram poller 42', 'anybody', 1)).toBe(true)
  })

  it('stops polling when the office is lost, and when nobody can say whose it is', async () => {
    const ended = new AbortController()
    closers.push(async () => ended.abort())
    let answer: () => Promise<boolean> = async () => true
    const store = { takeOffice: () => answer(), leaveOffice: async () => undefined }
    const base = { store, office: 'poller', holder: 'me', log: () => undefined, renewMs: 5, leaseMs: 40 }
    const tenure = createTenure(base)
    await tenure.untilHeld(ended.signal)
    let lost = false
    const first = tenure.untilLost(ended.signal).then(() => (lost = true))
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(lost).toBe(false)
    answer = async () => false
    await first
    answer = async () => true
    const second = tenure.untilLost(ended.signal)
    answer = () => Promise.reject(new Error('the database is away'))
    await second
    answer = () => new Promise(() => undefined)
    await tenure.untilLost(ended.signal)
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
    const options = {
      token: TOKEN,
      lines: LINES,
      handFile: async () => undefined,
      store,
      wake: () => undefined,
      now: () => new Date(),
      log: () => undefined,
    }
    await expect(startTelegram(options)).rejects.toThrow('loopback')
  })
})
