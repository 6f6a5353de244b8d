// Slack as the contract of platforms needs it: an event is a reply in a thread of ours, sent again until it is acknowledged,
// as Slack does — over HTTP one request after the other in a channel, over a socket all at once.
import { afterEach } from 'vitest'
import { parseSlackChannels } from '../../../adapters/slack/index.ts'
import type { Bench } from '../../contracts/platform.ts'
import { staffed } from '../../support/lead-scene.ts'
import { type SlackServer, sendSigned, startSlackServer } from '../../support/slack-server.ts'
import { createFakeStore } from '../delivery/fake-outbox.ts'
import { reply } from './envelopes.ts'
import { startLife } from './life.ts'
import { type SocketServer, startSocketServer } from './socket-server.ts'

const TOKEN = 'xoxb-test'
const SECRET = 'shhh'
const ROOT = '1700000000.000100'
const CHATS = [1, 2, 3] as const
const AGAIN_MS = 150

const channelOf = (chat: number) => `C10${chat}`
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface SlackEvent {
  readonly id: string
  readonly chat: number
  readonly body: object
}

/** The service: its Web API, and the socket or the sender of requests. */
interface Service {
  server: SlackServer | undefined
  readonly sockets: SocketServer | undefined
  readonly apiUrl: string
}

async function openService(bySocket: boolean, down: boolean): Promise<Service> {
  const sockets = bySocket ? await startSocketServer() : undefined
  const server = await startSlackServer(TOKEN, CHATS.map(channelOf))
  if (sockets) server.setSocketUrl(sockets.url)
  const service: Service = { server, sockets, apiUrl: server.apiUrl }
  if (down) {
    await server.stop()
    service.server = undefined
  }
  closers.push(async () => {
    await service.server?.stop()
    await sockets?.stop()
  })
  return service
}

/** Keeps what was not acknowledged and sends it again; answers how to add to it and how much is left. */
function createPost(service: Service, portOf: () => number) {
  const waiting: SlackEvent[] = []
  let envelopes = 0
  let stopped = false
  const done = (event: SlackEvent) => void waiting.splice(waiting.indexOf(event), 1)
  const ids = new Map<string, SlackEvent>()

  function bySocket(sockets: SocketServer, events: readonly SlackEvent[]): void {
    for (const event of events) {
      const id = `envelope-${++envelopes}`
      ids.set(id, event)
      sockets.envelope(id, 'events_api', event.body)
    }
  }
  function takeAcks(sockets: SocketServer): void {
    for (const id of sockets.acked.splice(0)) {
      const event = ids.get(id)
      ids.delete(id)
      if (event && waiting.includes(event)) done(event)
    }
  }
  async function byHttp(chat: number): Promise<void> {
    for (;;) {
      const next = waiting.find(event => event.chat === chat)
      if (!next) return
      const status = await sendSigned(portOf(), next.body, { secret: SECRET }).catch(() => 0)
      if (status !== 200) return
      done(next)
    }
  }
  const loops = (service.sockets ? [0] : CHATS).map(async chat => {
    while (!stopped) {
      if (service.sockets) {
        takeAcks(service.sockets)
        if (service.server) bySocket(service.sockets, waiting)
      } else if (service.server) await byHttp(chat)
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
      if (service.sockets) takeAcks(service.sockets)
    }
  })
  closers.push(async () => {
    stopped = true
    await Promise.all(loops)
  })
  return { add: (events: readonly SlackEvent[]) => void waiting.push(...events), left: () => waiting.length }
}

/** One adapter with its sender, on the store and the service; `stop` ends both. */
export async function openBench(
  bySocket: boolean,
  how: { readonly serviceDown: boolean } = { serviceDown: false },
): Promise<Bench<SlackEvent>> {
  const knowledge = staffed()
  const store = createFakeStore()
  const service = await openService(bySocket, how.serviceDown)
  const logged: string[] = []
  const log = (level: string, code: string, fields?: object) =>
    void logged.push(`${level} ${code} ${JSON.stringify(fields ?? {})}`)
  const { desks } = parseSlackChannels(CHATS.map(chat => `desk-${chat}=${channelOf(chat)}`).join())
  for (const chat of CHATS) store.bindThread(channelOf(chat), ROOT, `lead-${chat}`)
  const life = () =>
    startLife({
      botToken: TOKEN,
      ...(bySocket ? { appToken: 'xapp-1' } : { signingSecret: SECRET, port: 0 }),
      apiUrl: service.apiUrl,
      desks,
      knowledge,
      store,
      log,
    })

  let current = await life()
  closers.push(() => current.stop())
  const post = createPost(service, () => current.port)
  const running = (): SlackServer => {
    if (!service.server) throw new Error('the service is down')
    return service.server
  }
  let events = 0
  return {
    store,
    logged,
    event(chat, words) {
      const id = `Ev${chat}-${++events}`
      return { id, chat, body: reply(words, ROOT, { channel: channelOf(chat), event_id: id }) }
    },
    deliver: (...given) => post.add(given),
    unacknowledged: () => post.left(),
    place: chat => ({
      address: channelOf(chat),
      room: { kind: 'desk', desk: `desk-${chat}`, thread: `lead-${chat}` },
    }),
    shown: chat =>
      running()
        .posts.filter(posted => posted.channel === channelOf(chat))
        .map(posted => posted.text),
    limitOnce: (chat, seconds) =>
      running().fault({
        method: 'chat.postMessage',
        channel: channelOf(chat),
        does: { limitSeconds: seconds },
      }),
    loseAnswerOnce: chat => running().fault({ method: 'chat.postMessage', channel: channelOf(chat), does: 'lost' }),
    async restart() {
      await current.stop()
      current = await life()
    },
    async serviceUp() {
      service.server = await startSlackServer(TOKEN, CHATS.map(channelOf), Number(new URL(service.apiUrl).port))
      if (service.sockets) service.server.setSocketUrl(service.sockets.url)
    },
    ...(bySocket
      ? {}
      : {
          forge: async (words: string) => {
            const body = reply(words, ROOT, { channel: channelOf(1) })
            const stamp = Math.floor(Date.now() / 1_000)
            return Promise.all([
              sendSigned(current.port, body, { secret: 'guess' }),
              sendSigned(current.port, body, { secret: SECRET, forge: () => '' }),
              sendSigned(current.port, body, { secret: SECRET, stamp: stamp - 3_600 }),
              sendSigned(current.port, body, { secret: SECRET, stamp: stamp + 3_600 }),
            ])
          },
        }),
  }
}
