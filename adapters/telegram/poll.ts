// Keeps one poller alive. telegraf ends or goes deaf on many faults (a lost connection at start, a second poller, an
// aborted request), so each run is only a round: whatever ends it, the next begins after a pause.
import { setTimeout as sleep } from 'node:timers/promises'
import { Telegraf, TelegramError } from 'telegraf'
import { backoffMs } from '../delivery/backoff.ts'
import type { Log } from '../delivery/send.ts'
import { errorCode, keepAlive } from './call.ts'
import { CALL_MS_MAX, DEAF_MS, POLL_MS_MAX, STOP_MS_MAX, TOKEN_REFUSED_WAIT_MS } from './limits.ts'
import { ALLOWED_UPDATES } from './receive.ts'
import type { Tenure } from './tenure.ts'

export interface PollOptions {
  readonly token: string
  readonly root: string
  /** stores one update; resolves only when it is stored, never rejects */
  readonly handle: (update: unknown) => Promise<void>
  /** of several processes one polls at a time: Telegram refuses a second */
  readonly tenure: Tenure
  readonly log: Log
  readonly random: () => number
  /** a poll that is not answered by then is given up and asked anew */
  readonly pollMs?: number
}

/** What the watchdog looks at: when a poll last came back, and whether we are busy storing. */
interface Pulse {
  lastPollAt: number
  /** Telegram told us to be quiet until then */
  quietUntil: number
  handling: number
}

type CallApi = Telegraf['telegram']['callApi']

/** The name telegraf's loop repeats on; an AbortError would end the loop without a word. */
function fetchError(): Error {
  const error = new Error('timed out')
  error.name = 'FetchError'
  return Object.assign(error, { code: 'ETIMEDOUT' })
}

/**
 * Gives every call of the poller a time-out of ours and notes each sign of life. Once `over`, only the last call is let
 * through: the one without a signal, with which telegraf confirms what was stored.
 */
function watch(bot: Telegraf, pulse: Pulse, over: AbortSignal, pollMs: number): void {
  const raw = bot.telegram.callApi.bind(bot.telegram) as (m: string, p: unknown, o: object) => Promise<unknown>
  const timed = async (method: string, payload: unknown, options: { signal?: AbortSignal } = {}): Promise<unknown> => {
    const polling = method === 'getUpdates'
    const timeout = AbortSignal.timeout(polling ? pollMs : CALL_MS_MAX)
    const ended = polling ? options.signal : over
    if (polling ? options.signal && over.aborted : over.aborted) throw new Error('the round is over')
    const abort = new AbortController()
    const pass = () => abort.abort()
    timeout.addEventListener('abort', pass)
    ended?.addEventListener('abort', pass)
    try {
      return await raw(method, payload, { signal: abort.signal })
    } catch (error) {
      if (error instanceof TelegramError && error.code === 429) {
        pulse.quietUntil = performance.now() + (error.parameters?.retry_after ?? 0) * 1_000
      }
      throw timeout.aborted && ended?.aborted !== true ? fetchError() : error
    } finally {
      timeout.removeEventListener('abort', pass)
      ended?.removeEventListener('abort', pass)
      if (polling) pulse.lastPollAt = performance.now()
    }
  }
  bot.telegram.callApi = timed as unknown as CallApi
}

/** True when the loop shows no life although nothing of ours holds it. */
function isDeaf(pulse: Pulse): boolean {
  return pulse.handling === 0 && performance.now() - Math.max(pulse.lastPollAt, pulse.quietUntil) > DEAF_MS
}

/** Resolves when the loop has gone deaf; never, once the round is over. */
async function untilDeaf(pulse: Pulse, over: AbortSignal): Promise<void> {
  while (!isDeaf(pulse)) {
    await sleep(DEAF_MS / 9, undefined, { signal: over }).catch(() => undefined)
    if (over.aborted) await new Promise(() => undefined)
  }
}

/** Starts polling in the background; a service that is down is only waited for. */
export function startPolling(options: PollOptions): { stop(): Promise<void> } {
  const { token, root, handle, tenure, log, random, pollMs = POLL_MS_MAX } = options
  const stopping = new AbortController()
  let bot: Telegraf | undefined

  async function round(): Promise<void> {
    const current = new Telegraf(token, {
      handlerTimeout: Number.POSITIVE_INFINITY,
      telegram: { apiRoot: root, webhookReply: false },
    })
    const pulse: Pulse = { lastPollAt: performance.now(), quietUntil: 0, handling: 0 }
    const over = new AbortController()
    const end = () => over.abort()
    stopping.signal.addEventListener('abort', end)
    const lost = tenure.untilLost(over.signal).then(() => log('warn', 'telegram.poller-replaced'))
    keepAlive(current.telegram, root)
    watch(current, pulse, over.signal, pollMs)
    current.catch(() => log('error', 'telegram.handler-threw'))
    current.use(async context => {
      pulse.handling++
      await handle(context.update)
      pulse.handling--
      pulse.lastPollAt = performance.now()
    })
    bot = current
    const launched = current.launch({ allowedUpdates: [...ALLOWED_UPDATES] }, () => log('info', 'telegram.polling'))
    try {
      await Promise.race([launched, untilDeaf(pulse, over.signal).then(() => log('warn', 'telegram.deaf')), lost])
    } finally {
      stopping.signal.removeEventListener('abort', end)
      over.abort()
      stopBot(current)
    }
  }

  /** Says what ended a round, and how long to leave Telegram alone. */
  function pauseAfter(error: unknown, failures: number): number {
    const code = errorCode(error)
    if (error instanceof TelegramError && (error.code === 401 || error.code === 404)) {
      log('error', 'telegram.token-refused', { code })
      return TOKEN_REFUSED_WAIT_MS
    }
    log(
      'warn',
      error instanceof TelegramError && error.code === 409 ? 'telegram.second-poller' : 'telegram.poll-ended',
      {
        code,
      },
    )
    return backoffMs(failures, random)
  }

  async function rounds(): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      await tenure.untilHeld(stopping.signal)
      if (stopping.signal.aborted) return
      const began = performance.now()
      const error: unknown = await round().then(
        () => new Error('ended'),
        (thrown: unknown) => thrown,
      )
      if (stopping.signal.aborted) return
      failures = performance.now() - began > DEAF_MS ? 0 : failures + 1
      await sleep(pauseAfter(error, failures - 1), undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = rounds()
  let stopped: Promise<unknown> | undefined
  return {
    async stop() {
      stopping.abort()
      if (bot) stopBot(bot)
      // telegraf may be in a fixed wait of five seconds, or we in a store that does not answer.
      stopped ??= Promise.race([running, sleep(STOP_MS_MAX)])
      await stopped
      await tenure.end()
    },
  }
}

/** telegraf throws when it is asked to stop before it began. */
function stopBot(bot: Telegraf): void {
  try {
    bot.stop()
  } catch {
    // It was not polling: nothing to stop.
  }
}
