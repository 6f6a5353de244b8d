// Slack's libraries log free text, some of it what people wrote. We keep only that something happened, under a code.

import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../delivery/send.ts'

export type QuietLogger = Logger

const CODES: readonly (readonly [RegExp, string])[] = [
  [/verify/i, 'slack.request-refused'],
  [/exceeded the maximum/i, 'slack.request-too-large'],
  [/Malformed/i, 'slack.request-malformed'],
  [/socket|WSS|ping/i, 'slack.socket'],
]

/** A logger for bolt and the web client. */
export function createQuietLogger(log: Log): QuietLogger {
  const note = (...parts: unknown[]) => {
    const text = parts.map(String).join(' ')
    log('warn', CODES.find(([pattern]) => pattern.test(text))?.[1] ?? 'slack.library')
  }
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: note,
    error: note,
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
