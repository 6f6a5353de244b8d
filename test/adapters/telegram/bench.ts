// Telegram as the platform contract wants it: by polling and by webhook, with the strict local Bot API behind.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { startSender } from '../../../adapters/delivery/sender.ts'
import { startTelegram } from '../../../adapters/telegram/index.ts'
import { addHooks } from '../../../adapters/web/hooks.ts'
import type { Bench } from '../../contracts/platform.ts'
import { postInPieces } from '../../support/telegram-hook.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'
import { createFakeStore, type FakeStore, until } from '../delivery/fake-outbox.ts'
import { closers, LINES, room, TOKEN, update } from './world.ts'

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

interface Running {
  /** where Telegram calls us, when it does */
  readonly hook: string | undefined
  stop(): Promise<void>
}

/** The adapter and its sender, and for a webhook the server with the door. */
export async function run(
  root: string,
  store: FakeStore,
  logged: string[],
  hookPort?: number | undefined,
): Promise<Running> {
  const log = (level: string, code: string, fields?: object) =>
    void logged.push(`${level} ${code} ${JSON.stringify(fields ?? {})}`)
  const now = () => new Date()
  const origin = hookPort === undefined ? undefined : `http://127.0.0.1:${hookPort}`
  const base = {
    token: TOKEN,
    apiRoot: root,
    webhookOrigin: origin,
    lines: LINES,
    handFile: async () => undefined,
    store,
    wake: () => undefined,
    now,
    log,
  }
  const telegram = await startTelegram(base)
  const app = Fastify({ forceCloseConnections: true })
  await addHooks(app, telegram.hook ? [telegram.hook] : [])
  if (hookPort !== undefined) await app.listen({ port: hookPort, host: '127.0.0.1' })
  const sender = startSender({ store, platforms: new Map([['telegram', telegram.send]]), now, log })
  const poke = setInterval(sender.wake, 20)
  return {
    hook: origin && telegram.hook ? `${origin}${telegram.hook.path}` : undefined,
    async stop() {
      clearInterval(poke)
      await sender.stop()
      await telegram.stop()
      await app.close()
    },
  }
}

/** Posts words as a stranger would who has found the path: without, with a wrong, a cut and a doubled secret. */
async function forgeAt(url: string, secret: string, words: string): Promise<readonly number[]> {
  const body = Buffer.from(JSON.stringify(update(1, words)))
  const shown = [undefined, '', 'x'.repeat(secret.length), secret.slice(0, -1), `${secret}x`, `${secret}, ${secret}`]
  const statuses: number[] = []
  for (const one of shown) {
    const headers = { 'content-type': 'application/json' }
    statuses.push(
      await postInPieces(
        url,
        body,
        one === undefined ? headers : { ...headers, 'x-telegram-bot-api-secret-token': one },
      ),
    )
  }
  return statuses
}

type Update = ReturnType<typeof update>

export interface TelegramBench extends Bench<Update> {
  readonly server: TelegramServer
  readonly hook: string | undefined
}

/** Opens a bench; `webhook` lets Telegram call us, else we poll. */
export async function openBench(
  webhook: boolean,
  { serviceDown }: { readonly serviceDown: boolean } = { serviceDown: false },
): Promise<TelegramBench> {
  let server = await startTelegramServer(TOKEN)
  const port = Number(new URL(server.root).port)
  if (serviceDown) await server.stop()
  else closers.push(() => server.stop())
  const store = createFakeStore()
  const logged: string[] = []
  const hookPort = webhook ? await freePort() : undefined
  let running = await run(server.root, store, logged, hookPort)
  closers.push(() => running.stop())
  if (webhook && !serviceDown) await until(() => server.hook() !== undefined, 'the webhook is set')
  return {
    store,
    logged,
    get server() {
      return server
    },
    hook: running.hook,
    event: update,
    deliver: (...events) => server.push(...events),
    unacknowledged: () => server.unconfirmed(),
    place: chat => ({ address: String(chat), room: room(chat) }),
    shown: chat => server.messages.filter(message => message.chat === chat).map(({ text }) => text),
    limitOnce: (chat, seconds) => server.fault({ method: 'sendMessage', chat, does: { limitSeconds: seconds } }),
    loseAnswerOnce: chat => server.fault({ method: 'sendMessage', chat, does: 'lost' }),
    async restart() {
      await running.stop()
      running = await run(server.root, store, logged, hookPort)
    },
    async serviceUp() {
      server = await startTelegramServer(TOKEN, port)
      closers.push(() => server.stop())
    },
    forge: webhook ? words => forgeAt(running.hook ?? '', server.hook()?.secret ?? '', words) : undefined,
  }
}
