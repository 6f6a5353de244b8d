// Calls to Slack's Web API through bolt's client: no repeats and no shared pause of its own (both would double or delay
// messages of others), our time-out, and every outcome read into a CallResult.
import { webApi } from '@slack/bolt'
import { type Call, type CallResult, networkResult } from '../delivery/call.ts'
import { CALL_MS_MAX, RETRY_AFTER_S } from './limits.ts'
import type { QuietLogger } from './quiet-logger.ts'
import { refusalKind } from './refusals.ts'

export const DEFAULT_API_URL = 'https://slack.com/api/'

/** Options every client of ours gets, also the one inside Socket Mode. */
export function clientOptions(apiUrl: string, logger: QuietLogger): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS_MAX,
    logger,
    fetch: fetchNamingWaits,
  }
}

/** The client cannot read a 429 that names no wait, so it gets one. */
async function fetchNamingWaits(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (response.status !== 429 || response.headers.has('retry-after')) return response
  await response.body?.cancel()
  return new Response(null, { status: 429, headers: { 'retry-after': String(RETRY_AFTER_S) } })
}

function get(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Reflect.get(found, name)
  }
  return found
}

function platformResult(error: unknown): CallResult {
  const code = get(error, 'data', 'error')
  // A gateway's HTML page arrives here as an "error" too.
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_.]{0,79}$/.test(code)) return { is: 'unknown', code: 'garbled' }
  const refused = { is: 'refused', code, description: code } as const
  switch (refusalKind(code)) {
    case 'limited': {
      const seconds = get(error, 'data', 'response_metadata', 'retryAfter')
      return { is: 'limited', waitMs: (typeof seconds === 'number' ? seconds : RETRY_AFTER_S) * 1_000 }
    }
    case 'unsure':
      return { is: 'unknown', code }
    case 'passing':
      return { is: 'unreached', code }
    case 'standing':
      return { ...refused, mendable: true }
    case 'final':
    case undefined:
      return refused
  }
}

/** What a failed call means. */
export function readError(error: unknown): CallResult {
  switch (get(error, 'code')) {
    case 'slack_webapi_rate_limited_error':
      return { is: 'limited', waitMs: Number(get(error, 'retryAfter') ?? RETRY_AFTER_S) * 1_000 }
    case 'slack_webapi_platform_error':
      return platformResult(error)
    case 'slack_webapi_http_error':
      return { is: 'unknown', code: `http-${String(get(error, 'statusCode'))}` }
    case 'slack_webapi_request_error': {
      const code = get(error, 'original', 'cause', 'code') ?? get(error, 'original', 'name')
      return networkResult(typeof code === 'string' ? code : 'no-answer')
    }
    default:
      return { is: 'unknown', code: 'no-answer' }
  }
}

/** Opens a client for outgoing calls. */
export function createCall(botToken: string, apiUrl: string, logger: QuietLogger): Call {
  const client = new webApi.WebClient(botToken, clientOptions(apiUrl, logger))
  return async (method, payload) => {
    try {
      return { is: 'done', result: await client.apiCall(method, { ...payload }) }
    } catch (error) {
      return readError(error)
    }
  }
}
