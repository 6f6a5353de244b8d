// Slack over HTTP: bolt's receiver checks the signature and reads the body; we check the time stamp both ways, store,
// and only then answer 200. Anything that could not be stored is answered 500, and Slack sends it again.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, HTTPReceiver, type ReceiverEvent } from '@slack/bolt'
import type { Log } from '../delivery/send.ts'
import type { Answer } from './accept.ts'
import { ANSWER_MS_MAX, BODY_BYTES_MAX, SKEW_S_MAX, STOP_MS_MAX } from './limits.ts'
import type { QuietLogger } from './quiet-logger.ts'

export const HTTP_PATH = '/slack/events'

export interface HttpOptions {
  readonly signingSecret: string
  readonly port: number
  readonly accept: (body: unknown) => Promise<Answer>
  readonly now: () => Date
  readonly log: Log
  readonly logger: QuietLogger
}

/** The request is signed, but not for now. */
class StaleRequest extends Error {}

/** bolt refuses only what is too old; what comes from the future could be replayed for as long. */
function assertFresh(stamp: unknown, now: Date): void {
  const seconds = Number(stamp)
  const skew = Math.abs(now.getTime() / 1_000 - seconds)
  if (!Number.isFinite(seconds) || skew > SKEW_S_MAX) throw new StaleRequest('outside the time window')
}

/** Listens for Slack; `port` 0 takes a free one. */
export async function startHttp(options: HttpOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const { accept, now, log } = options
  const receiver = new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: [HTTP_PATH],
    bodyLimit: BODY_BYTES_MAX,
    logger: options.logger,
    unhandledRequestTimeoutMillis: ANSWER_MS_MAX,
    customPropertiesExtractor: request => ({ stamp: request.headers['x-slack-request-timestamp'] }),
    async processEventErrorHandler({ error, response }) {
      const stale = error instanceof StaleRequest
      log(stale ? 'warn' : 'error', stale ? 'slack.request-stale' : 'slack.inbox-failed')
      if (!response.headersSent) response.writeHead(stale ? 401 : 500).end()
      return true
    },
    unhandledRequestHandler({ response }) {
      log('error', 'slack.inbox-slow')
      if (!response.headersSent) response.writeHead(503).end()
    },
    dispatchErrorHandler({ response }) {
      if (!response.headersSent) response.writeHead(404).end()
    },
  })
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    assertFresh(event.customProperties?.['stamp'], now())
    await event.ack(await accept(event.body))
  }
  // Of an App, receivers use this one method. bolt's own acknowledges events before anybody has stored them.
  receiver.init({ processEvent } as unknown as App)
  const server: Server = await receiver.start(options.port)
  const { port } = server.address() as AddressInfo
  return {
    port,
    async stop() {
      const closed = receiver.stop().catch(() => undefined)
      await Promise.race([closed, sleep(STOP_MS_MAX)])
      server.closeAllConnections()
    },
  }
}
