// Calls to the Bot API through telegraf's client: own time-outs, no repeats, and every outcome read into a CallResult.
// Errors give away method, code and the start of the description: never the payload, never the token.
import { Agent } from 'node:http'
import { Telegram, TelegramError } from 'telegraf'
import { type Call, type CallResult, networkResult } from '../delivery/call.ts'
import { CALL_MS_MAX, DESCRIPTION_CHARS_MAX } from './limits.ts'

const DEFAULT_ROOT = 'https://api.telegram.org/'
const DEFAULT_RETRY_AFTER_S = 5

/** A root without its final slash would lose its path. */
export function normalRoot(apiRoot: string | undefined): string {
  const root = apiRoot ?? DEFAULT_ROOT
  return root.endsWith('/') ? root : `${root}/`
}

/** telegraf forgets the keep-alive agent for plain http, so local servers get theirs here. */
export function keepAlive(telegram: Telegram, root: string): void {
  if (root.startsWith('http://')) telegram.options.agent = new Agent({ keepAlive: true })
}

function propertyText(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : undefined
}

/** A short code for anything a call can throw. */
export function errorCode(error: unknown): string {
  if (error instanceof TelegramError) return String(error.code)
  return propertyText(error, 'code') ?? propertyText(error, 'type') ?? propertyText(error, 'name') ?? 'unknown'
}

/** What a failed call means. A 5xx may come from a gateway after the work was done: unknown. */
export function readError(error: unknown): CallResult {
  if (!(error instanceof TelegramError)) return networkResult(errorCode(error))
  if (error.code === 429) {
    const seconds = error.parameters?.retry_after ?? DEFAULT_RETRY_AFTER_S
    return { is: 'limited', waitMs: seconds * 1_000 }
  }
  if (error.code >= 500) return { is: 'unknown', code: String(error.code) }
  return {
    is: 'refused',
    code: String(error.code),
    description: error.description.slice(0, DESCRIPTION_CHARS_MAX),
    movedTo: error.parameters?.migrate_to_chat_id,
  }
}

/** Opens a client for outgoing calls. */
export function createCall(token: string, root: string): Call {
  const telegram = new Telegram(token, { apiRoot: root, webhookReply: false })
  keepAlive(telegram, root)
  return async (method, payload) => {
    try {
      // telegraf's types know the Bot API of 2024; ours are the names and fields we send.
      const result: unknown = await telegram.callApi(method as never, payload as never, {
        signal: AbortSignal.timeout(CALL_MS_MAX) as never,
      })
      return { is: 'done', result }
    } catch (error) {
      return readError(error)
    }
  }
}
