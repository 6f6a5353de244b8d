// Telegram as a platform: takes updates into the inbox, by polling or by webhook, and sends what the outbox holds. telegraf
// is only the wire.
import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatLines } from '#bot'
import { assertRootAllowed } from '../delivery/call.ts'
import type { Log, Send } from '../delivery/send.ts'
import type { HandFile } from '../handed-file.ts'
import type { Store } from '../store/store.ts'
import type { Hook } from '../web/hooks.ts'
import { createAccept } from './accept.ts'
import { createCall, normalRoot } from './call.ts'
import { createFetchFile } from './fetch-file.ts'
import { introduce } from './introduce.ts'
import { NEWEST_CHATS_MAX, STOP_MS_MAX } from './limits.ts'
import { startPolling } from './poll.ts'
import { createSend, type Newest } from './send.ts'
import { createTakePaper } from './take-paper.ts'
import { createTenure } from './tenure.ts'
import { startWebhook } from './webhook.ts'

export interface TelegramOptions {
  readonly token: string
  /** another Bot API server than Telegram's own */
  readonly apiRoot?: string | undefined
  /** https://… under which the world reaches this server: Telegram calls us there. Without it we poll. */
  readonly webhookOrigin?: string | undefined
  /** what is said around the talk: profile, menu, short answers */
  readonly lines: ChatLines
  /** the files that cards speak of */
  readonly handFile: HandFile
  readonly store: Pick<Store, 'accept' | 'keepPaper' | 'takeOffice' | 'leaveOffice'>
  /** is told that the inbox holds something new */
  readonly wake: () => void
  readonly now: () => Date
  readonly log: Log
  /** 0…1, for jitter */
  readonly random?: () => number
}

const PAPER_ID_LETTERS = 22

/** Ids that a repeat of the same event gets again, and that nobody without the token can guess. */
const paperIdOf = (token: string) => (eventId: string) =>
  createHmac('sha256', token).update(`paper ${eventId}`).digest('base64url').slice(0, PAPER_ID_LETTERS)

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

export interface Telegram {
  /** goes into the sender's platforms */
  readonly send: Send
  /** for the page's server to open, when Telegram is to call us */
  readonly hook?: Hook | undefined
  stop(): Promise<void>
}

/**
 * Starts receiving in the background and returns at once: Telegram may be down.
 * @throws in tests, when the API root is not a loopback address
 * @example const telegram = await startTelegram({ token, store, wake: worker.wake, now: () => new Date(), log })
 */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
  const { token, lines, store, wake, now, log, random = Math.random, webhookOrigin } = options
  const root = normalRoot(options.apiRoot)
  assertRootAllowed(root, process.env['NODE_ENV'])
  const stopping = new AbortController()
  const newest = createNewest()
  const call = createCall(token, root)
  const botId = token.split(':')[0] ?? ''
  const accept = createAccept({
    store,
    wake,
    call,
    botId,
    lines,
    takePaper: createTakePaper({
      store,
      fetchFile: createFetchFile({ call, token, root }),
      idOf: paperIdOf(token),
      log,
    }),
    seen: newest.seen,
    now,
    log,
    random,
    stopping: stopping.signal,
  })
  const webhook =
    webhookOrigin === undefined
      ? undefined
      : startWebhook({ token, origin: webhookOrigin, call, once: accept.once, log, random })
  const tenure = createTenure({ store, office: `telegram poller ${botId}`, holder: randomUUID(), log })
  const receiving = webhook ?? startPolling({ token, root, handle: accept.hold, tenure, log, random })
  const introducing = introduce({ call, lines, log, random, stopping: stopping.signal })
  return {
    send: createSend({ call, newest, now, random, log, handFile: options.handFile }),
    hook: webhook?.hook,
    async stop() {
      stopping.abort()
      await receiving.stop()
      await Promise.race([introducing, sleep(STOP_MS_MAX)])
    },
  }
}
