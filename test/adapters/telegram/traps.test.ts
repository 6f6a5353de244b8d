// What telegraf and the Bot API do to the unwary, each tried on the whole adapter: the trap is there, and we do not fall in.

import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { Telegram } from 'telegraf'
import { describe, expect, it } from 'vitest'
import { createAccept } from '../../../adapters/telegram/accept.ts'
import { createCall, keepAlive, normalRoot, readError } from '../../../adapters/telegram/call.ts'
import { startPolling } from '../../../adapters/telegram/poll.ts'
import { ALLOWED_UPDATES } from '../../../adapters/telegram/receive.ts'
import { createTenure } from '../../../adapters/telegram/tenure.ts'
import { secretOf } from '../../../adapters/telegram/webhook.ts'
import { filesIn } from '../../support/source.ts'
import { startTelegramServer } from '../../support/telegram-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { openBench } from './bench.ts'
import { closers, LINES, nextId, startAdapter, TOKEN, update, world } from './world.ts'

describe('polling', () => {
  it('a crash in the middle of a batch brings the whole batch again, and each update takes effect once', async () => {
    const { server, store, stop } = await world()
    const batch = Array.from({ length: 20 }, (_, index) => update(1, `第${index}句`))
    const accept = store.accept
    store.accept = async received => {
      // the process dies after ten: nothing more is stored, and nothing is confirmed
      if (store.accepted.length === 10) return new Promise(() => undefined)
      return accept(received)
    }
    server.push(...batch)
    await until(() => store.accepted.length === 10, 'ten stored')
    await stop()
    expect(server.unconfirmed()).toBe(20)
    store.accept = accept
    await startAdapter(server.root, store)
    await until(() => server.unconfirmed() === 0, 'all confirmed')
    const said = store.accepted.map(({ event }) => (event.kind === 'text' ? event.text : ''))
    expect(said).toEqual(batch.map(({ message }) => message.text))
  })

  it('a chat whose inbox write is slow does not hold up another chat of the same batch', async () => {
    const { server, store } = await world()
    const accept = store.accept
    let release: () => void = () => undefined
    const slow = new Promise<void>(resolve => {
      release = resolve
    })
    store.accept = async received => {
      if (received.target.kind === 'conversation' && received.target.peer === '1') await slow
      return accept(received)
    }
    server.push(update(1, '慢'), update(2, '快'))
    await until(() => store.accepted.length === 1, 'the other chat is stored')
    expect(server.unconfirmed()).toBe(2)
    release()
    await until(() => server.unconfirmed() === 0, 'both confirmed')
  })

  it('a poll that is never answered is given up, and the next one hears', async () => {
    const server = await startTelegramServer(TOKEN)
    closers.push(server.stop)
    const heard: unknown[] = []
    const log = () => undefined
    const tenure = createTenure({ store: createFakeStore(), office: 'poller', holder: 'me', log })
    const handle = async (one: unknown) => void heard.push(one)
    const base = { token: TOKEN, root: normalRoot(server.root), handle, tenure, log, random: () => 0 }
    const polling = startPolling({ ...base, pollMs: 100 })
    closers.push(polling.stop)
    const polls = () => server.calls.filter(({ method }) => method === 'getUpdates').length
    await until(() => polls() >= 2, 'asked anew', 15_000)
    server.push(update(1, '听得见吗'))
    await until(() => heard.length === 1, 'heard', 15_000)
  })

  it('what is wanted is asked for by name, also that somebody stops the bot', async () => {
    const { server } = await world()
    await until(() => server.calls.some(({ method }) => method === 'getUpdates'), 'polled')
    const poll = server.calls.find(({ method }) => method === 'getUpdates')
    expect(poll?.payload['allowed_updates']).toEqual([...ALLOWED_UPDATES])
    expect(ALLOWED_UPDATES).toContain('my_chat_member')
  })
})

describe('the webhook', () => {
  it('answers nothing but a status: what is to be said goes out as calls of its own', async () => {
    const { hook, server, store } = await openBench(true)
    const pressed = { id: 'q1', from: { is_bot: false }, message: update(5, 'x').message, data: 'go' }
    const response = await fetch(hook ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secretOf(TOKEN) },
      body: JSON.stringify({ update_id: nextId(), callback_query: pressed }),
    })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(store.accepted).toHaveLength(1)
    await until(() => server.answered.includes('q1'), 'answered by a call')
  })

  it('takes a smaller update id as new: after a quiet week they begin anywhere', async () => {
    const accepted: string[] = []
    const accept = createAccept({
      store: {
        accept: async ({ eventId }) => {
          const known = accepted.includes(eventId)
          if (!known) accepted.push(eventId)
          return known ? 'duplicate' : 'accepted'
        },
      },
      takePaper: async () => 'fileFailed',
      wake: () => undefined,
      call: async () => ({ is: 'done', result: true }),
      botId: '42',
      lines: LINES,
      seen: () => undefined,
      now: () => new Date(),
      log: () => undefined,
      random: Math.random,
      stopping: new AbortController().signal,
    })
    for (const id of [9_000_000, 5, 9_000_000])
      expect(await accept.once({ ...update(1, '好'), update_id: id })).toBe(true)
    expect(accepted).toEqual(['42:9000000', '42:5'])
  })
})

describe('calls', () => {
  it('keep the path of another Bot API root, and its connection', () => {
    expect(normalRoot('https://bridge.example.cn/telegram')).toBe('https://bridge.example.cn/telegram/')
    expect(normalRoot(undefined)).toBe('https://api.telegram.org/')
    const telegram = new Telegram(TOKEN, { apiRoot: 'http://127.0.0.1:1/' })
    keepAlive(telegram, 'http://127.0.0.1:1/')
    expect(telegram.options.agent).toBeInstanceOf(Agent)
  })

  it('are made in one place: no answer of telegraf’s own context goes around time-outs and limits', () => {
    const sources = filesIn('adapters/telegram', '.ts').map(file => readFileSync(file, 'utf8'))
    expect(sources.length).toBeGreaterThan(8)
    expect(sources.filter(code => /\b(?:ctx|context)\.(?!update\b)\w+/.test(code))).toEqual([])
  })

  it('give away a code and never what was sent or the token', async () => {
    const server = await startTelegramServer(TOKEN)
    closers.push(server.stop)
    const call = createCall(TOKEN, normalRoot(server.root))
    const refused = await call('sendMessage', { chat_id: 'nobody', text: '绝密营收' })
    server.fault({ method: 'getMe', does: 'drop' })
    const dropped = await call('getMe', {})
    expect([refused.is, dropped.is]).toEqual(['refused', 'unknown'])
    expect(JSON.stringify([refused, dropped])).not.toMatch(/绝密|test-token/)
  })

  it('that found nobody may be repeated; what may have arrived may not', () => {
    const network = (code: string) => readError(Object.assign(new Error('x'), { code })).is
    expect(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].map(network)).toEqual(['unreached', 'unreached', 'unreached'])
    expect(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'anything'].map(network)).toEqual(Array(4).fill('unknown'))
  })
})
