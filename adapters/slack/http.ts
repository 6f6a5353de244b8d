// Slack over HTTP: a server of our own reads the bytes and checks who signed them and when; bolt's receiver then decodes
// them, and only after they are stored is 200 answered. What could not be stored is answered 500, and Slack sends it again.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, HTTPReceiver, type ReceiverEvent } from '@slack/bolt'
import { readAtMost } from '../delivery/read-at-most.ts'
import type { Log } from '../delivery/send.ts'
import type { Answer } from './accept.ts'
import { ANSWER_MS_MAX, BODY_BYTES_MAX, REQUEST_MS_MAX, STOP_MS_MAX } from './limits.ts'
import type { QuietLogger } from './quiet-logger.ts'
import { isSigned, readShown } from './signature.ts'

export const HTTP_PATH = '/slack/events'

export interface HttpOptions {
  readonly signingSecret: string
  readonly port: number
  readonly accept: (body: unknown) => Promise<Answer>
  readonly now: () => Date
  readonly log: Log
  readonly logger: QuietLogger
}

const UNSIGNED = 401
const NOT_FOUND = 404
const TOO_LARGE = 413

/** Answers with a status alone; what is left of the request is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close' }).end()
}

/** bolt's receiver, which decodes bodies and keeps Slack's time; it listens nowhere itself. */
function openReceiver({ accept, log, logger, signingSecret }: HttpOptions): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    // done before anything comes here
    signatureVerification: false,
    endpoints: [HTTP_PATH],
    bodyLimit: BODY_BYTES_MAX,
    logger,
    unhandledRequestTimeoutMillis: ANSWER_MS_MAX,
    async processEventErrorHandler({ response }) {
      log('error', 'slack.inbox-failed')
      if (!response.headersSent) response.writeHead(500).end()
      return true
    },
    unhandledRequestHandler({ response }) {
      log('error', 'slack.inbox-slow')
      if (!response.headersSent) response.writeHead(503).end()
    },
  })
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    await event.ack(await accept(event.body))
  }
  // Of an App, receivers use this one method. bolt's own acknowledges events before anybody has stored them.
  receiver.init({ processEvent } as unknown as App)
  return receiver
}

/** Listens for Slack; `port` 0 takes a free one. */
export async function startHttp(options: HttpOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const { log, now, signingSecret } = options
  const receiver = openReceiver(options)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (request.url ?? '').split('?')
    if (path !== HTTP_PATH || request.method !== 'POST') return refuse(response, NOT_FOUND)
    const shown = readShown(request.headers, now())
    if (shown === 'unsigned' || shown === 'stale') {
      log('warn', shown === 'stale' ? 'slack.request-stale' : 'slack.request-refused')
      return refuse(response, UNSIGNED)
    }
    const body = await readAtMost(request as AsyncIterable<Buffer>, BODY_BYTES_MAX)
    if (!body) {
      log('warn', 'slack.request-too-large')
      return refuse(response, TOO_LARGE)
    }
    if (!isSigned(shown, body, signingSecret)) {
      log('warn', 'slack.request-refused')
      return refuse(response, UNSIGNED)
    }
    receiver.requestListener(Object.assign(request, { rawBody: body }), response)
  }

  const server = createServer({ requestTimeout: REQUEST_MS_MAX }, (request, response) => {
    // whoever hangs up in the middle of a body gets no answer
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(options.port, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise(resolve => server.close(resolve))
      await Promise.race([closed, sleep(STOP_MS_MAX)])
      server.closeAllConnections()
    },
  }
}
