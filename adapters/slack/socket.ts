// Slack over Socket Mode, for sites without a public address. Reconnecting is ours: the library's own waits five seconds
// after every drop and ends the process when Slack cannot be reached while it reconnects.
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import { backoffMs } from '../delivery/backoff.ts'
import type { Log } from '../delivery/send.ts'
import type { Answer } from './accept.ts'
import { clientOptions } from './call.ts'
import { HELLO_MS_MAX, STOP_MS_MAX } from './limits.ts'
import type { QuietLogger } from './quiet-logger.ts'

export interface SocketOptions {
  readonly appToken: string
  readonly apiUrl: string
  readonly accept: (body: unknown) => Promise<Answer>
  readonly log: Log
  readonly logger: QuietLogger
  readonly random: () => number
}

/** Keeps a socket open in the background; a service that is down is only waited for. */
export function startSocket(options: SocketOptions): { stop(): Promise<void> } {
  const { accept, log, logger, random } = options
  const stopping = new AbortController()
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(options.apiUrl, logger) },
    async processEventErrorHandler() {
      log('error', 'slack.inbox-failed')
      // Not acknowledged: Slack sends the envelope again.
      return false
    },
  })
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    await event.ack(await accept(event.body))
  }
  receiver.init({ processEvent } as unknown as App)

  async function untilClosed(): Promise<void> {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>()
    const onClosed = () => close()
    receiver.client.once('disconnected', onClosed)
    const hello = new AbortController()
    const silent = sleep(HELLO_MS_MAX, undefined, { signal: hello.signal }).then(
      () => void receiver.client.disconnect(),
      () => undefined,
    )
    try {
      await receiver.start()
      hello.abort()
      log('info', 'slack.socket-open')
      await closed
    } finally {
      hello.abort()
      await silent
      receiver.client.off('disconnected', onClosed)
    }
  }

  async function sockets(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const opened = await untilClosed().then(
        () => true,
        () => false,
      )
      if (stopping.signal.aborted) return
      failures = opened ? 0 : failures + 1
      log('warn', opened ? 'slack.socket-closed' : 'slack.socket-failed')
      await sleep(backoffMs(failures, random), undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = sockets()
  return {
    async stop() {
      stopping.abort()
      void receiver.client.disconnect()
      await Promise.race([running, sleep(STOP_MS_MAX)])
    },
  }
}
