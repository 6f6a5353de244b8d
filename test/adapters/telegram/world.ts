// The Telegram adapter with everything around it, for tests: a strict local Bot API, a store in memory, a sender.
import { afterEach } from 'vitest'
import { type Card, chatLines } from '#bot'
import { startSender } from '../../../adapters/delivery/sender.ts'
import { loadData } from '../../../adapters/files/load.ts'
import type { HandFile } from '../../../adapters/handed-file.ts'
import type { Room } from '../../../adapters/store/store.ts'
import { startTelegram } from '../../../adapters/telegram/index.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'
import { createFakeStore, type FakeStore } from '../delivery/fake-outbox.ts'

export const LINES = chatLines(loadData().knowledge)
export const TOKEN = '42:test-token'
export const room = (peer: number): Room => ({ kind: 'enterprise', platform: 'telegram', peer: String(peer) })
export const card = (line: string, extra: Partial<Card> = {}): Card => ({
  lines: [{ kind: 'text', text: line }],
  ...extra,
})

let nextUpdate = 1
export const nextId = () => nextUpdate++
export const update = (chat: number, said: string) => ({
  update_id: nextUpdate++,
  message: {
    message_id: nextUpdate,
    date: 1,
    chat: { id: chat, type: 'private' },
    from: { id: chat, is_bot: false, language_code: 'zh' },
    text: said,
  },
})

export const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

export interface World {
  readonly server: TelegramServer
  readonly store: FakeStore
  readonly logged: string[]
  readonly stop: () => Promise<void>
}

/** Adapter and sender on a Bot API root; stopped after the test. */
export async function startAdapter(root: string, store: FakeStore, handFile: HandFile = async () => undefined) {
  const logged: string[] = []
  const log = (level: string, code: string, fields?: object) =>
    void logged.push(`${level} ${code} ${JSON.stringify(fields ?? {})}`)
  const now = () => new Date()
  const telegram = await startTelegram({
    token: TOKEN,
    apiRoot: root,
    lines: LINES,
    handFile,
    store,
    wake: () => undefined,
    now,
    log,
  })
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

/** Server, store, adapter and sender, ready. */
export async function world(store = createFakeStore(), handFile?: HandFile): Promise<World> {
  const server = await startTelegramServer(TOKEN)
  closers.push(server.stop)
  return { server, store, ...(await startAdapter(server.root, store, handFile)) }
}
