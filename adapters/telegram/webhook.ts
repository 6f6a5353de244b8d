// Telegram calls us: check the secret, store, and only then answer 200. Anything that is not stored is answered 503, and
// Telegram sends it again. Secret and path are drawn from the bot's token, so that every process has the same and there
// is nothing more to keep secret.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../delivery/backoff.ts'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { Hook } from '../web/hooks.ts'
import {
  HOOK_ANSWER_MS_MAX,
  HOOK_BODY_BYTES_MAX,
  HOOK_CHECK_MS,
  HOOK_CONNECTIONS_MAX,
  STOP_MS_MAX,
  TOKEN_REFUSED_WAIT_MS,
} from './limits.ts'
import { ALLOWED_UPDATES } from './receive.ts'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const DONE = 200
const MALFORMED = 400
const LATER = 503
const PATH_LETTERS = 32

export interface WebhookOptions {
  readonly token: string
  /** where the world reaches this server: https://bridge.example.cn */
  readonly origin: string
  readonly call: Call
  /** false: could not be stored */
  readonly once: (update: unknown) => Promise<boolean>
  readonly log: Log
  readonly random: () => number
  /** how often to look whether the webhook is still ours */
  readonly checkMs?: number
}

const drawn = (token: string, what: string): string => createHmac('sha256', token).update(what).digest('base64url')

/** The token that Telegram shows with every update: 43 letters that only a holder of the bot's token can know. */
export const secretOf = (token: string): string => drawn(token, 'yinqi webhook secret')

/** Where updates arrive: a path nobody guesses. */
export const pathOf = (token: string): string =>
  `/telegram/${drawn(token, 'yinqi webhook path').slice(0, PATH_LETTERS)}`

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** An update is a JSON object; anything else is not from Telegram. */
function parseObject(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The door that the page's server opens for Telegram. */
export function createHook({ token, once, log }: Pick<WebhookOptions, 'token' | 'once' | 'log'>): Hook {
  const expected = digest(secretOf(token))
  return {
    path: pathOf(token),
    bodyBytesMax: HOOK_BODY_BYTES_MAX,
    admits(headers) {
      const shown = headers[SECRET_HEADER]
      // compared by digest, so that neither length nor content shows in the time it takes
      const admitted = timingSafeEqual(digest(typeof shown === 'string' ? shown : ''), expected)
      if (!admitted) log('warn', 'telegram.webhook-secret')
      return admitted
    },
    async take(body) {
      const update = parseObject(body)
      if (!update) return MALFORMED
      const patience = new AbortController()
      const late = sleep(HOOK_ANSWER_MS_MAX, false, { signal: patience.signal }).catch(() => false)
      // Stored after all when nobody waits any more: Telegram sends it again, and it is known as a duplicate.
      const stored = await Promise.race([once(update), late])
      patience.abort()
      return stored ? DONE : LATER
    },
  }
}

/** True when Telegram calls us already. */
async function isSet(call: Call, url: string): Promise<boolean> {
  const result = await call('getWebhookInfo', {})
  if (result.is !== 'done') return false
  const info: unknown = result.result
  return typeof info === 'object' && info !== null && Reflect.get(info, 'url') === url
}

/**
 * Tells Telegram where to call, again and again until it is so, and looks now and then whether it still is: whoever polls
 * with the same token takes the webhook away. Stopping leaves it: other processes may stand behind the same address, and
 * what comes meanwhile waits at Telegram.
 */
export function startWebhook(options: WebhookOptions): { readonly hook: Hook; stop(): Promise<void> } {
  const { token, origin, call, log, random, checkMs = HOOK_CHECK_MS } = options
  const stopping = new AbortController()
  const url = new URL(pathOf(token), origin).href

  async function set(): Promise<number> {
    const result = await call('setWebhook', {
      url,
      secret_token: secretOf(token),
      allowed_updates: [...ALLOWED_UPDATES],
      max_connections: HOOK_CONNECTIONS_MAX,
      drop_pending_updates: false,
    })
    if (result.is === 'done') {
      log('info', 'telegram.webhook')
      return 0
    }
    if (result.is === 'limited') return result.waitMs
    const refused = result.is === 'refused'
    log(refused ? 'error' : 'warn', refused ? 'telegram.webhook-refused' : 'telegram.webhook-later', {
      code: result.code,
    })
    return refused ? TOKEN_REFUSED_WAIT_MS : -1
  }

  async function watch(): Promise<void> {
    let failures = 0
    let first = true
    while (!stopping.signal.aborted) {
      // At start it is set in any case: address and secret may be the same and the list of updates another.
      const pause = !first && (await isSet(call, url)) ? 0 : await set()
      failures = pause < 0 ? failures + 1 : 0
      if (pause === 0) first = false
      const wait = pause > 0 ? pause : pause < 0 ? backoffMs(failures - 1, random) : checkMs
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const watching = watch()
  return {
    hook: createHook(options),
    async stop() {
      stopping.abort()
      await Promise.race([watching, sleep(STOP_MS_MAX)])
    },
  }
}
