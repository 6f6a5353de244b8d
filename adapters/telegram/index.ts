// Telegram as a platform: polls updates into the inbox and sends what the outbox holds. telegraf is only the wire.
import { assertRootAllowed } from '../delivery/call.ts'
import type { Log, Send } from '../delivery/send.ts'
import type { Store } from '../store/store.ts'
import { createAccept } from './accept.ts'
import { createCall, normalRoot } from './call.ts'
import { NEWEST_CHATS_MAX } from './limits.ts'
import { startPolling } from './poll.ts'
import { createSend, type Newest } from './send.ts'

export interface TelegramOptions {
  readonly token: string
  /** another Bot API server than Telegram's own */
  readonly apiRoot?: string | undefined
  readonly store: Pick<Store, 'accept'>
  /** is told that the inbox holds something new */
  readonly wake: () => void
  readonly now: () => Date
  readonly log: Log
  /** 0…1, for jitter */
  readonly random?: () => number
}

function createNewest(): Newest {
  const byChat = new Map<string, number>()
  return {
    get: chat => byChat.get(chat),
    seen(chat, messageId) {
      if (byChat.size >= NEWEST_CHATS_MAX) byChat.clear()
      byChat.set(chat, Math.max(messageId, byChat.get(chat) ?? 0))
    },
  }
}

/**
 * Starts polling in the background and returns at once: Telegram may be down. `send` goes into the sender's platforms.
 * @example const telegram = await startTelegram({ token, store, wake: worker.wake, now: () => new Date(), log })
 */
export async function startTelegram(options: TelegramOptions): Promise<{ send: Send; stop(): Promise<void> }> {
  const { token, store, wake, now, log, random = Math.random } = options
  const root = normalRoot(options.apiRoot)
  assertRootAllowed(root, process.env['NODE_ENV'])
  const stopping = new AbortController()
  const newest = createNewest()
  const call = createCall(token, root)
  const handle = createAccept({
    store,
    wake,
    call,
    botId: token.split(':')[0] ?? '',
    seen: newest.seen,
    now,
    log,
    random,
    stopping: stopping.signal,
  })
  const polling = startPolling({ token, root, handle, log, random })
  return {
    send: createSend({ call, newest, now, random, log }),
    async stop() {
      stopping.abort()
      await polling.stop()
    },
  }
}
