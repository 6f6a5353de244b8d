// The page keeps the contract of every platform as far as it is one: it brings in what was typed, and reads the answers itself.
import { afterEach } from 'vitest'
import { startWeb } from '../../../adapters/web/server.ts'
import { type Bench, platformContract } from '../../contracts/platform.ts'
import { createFakeStore } from '../delivery/fake-outbox.ts'
import { call } from './client.ts'
import { DESKS } from './scenario.ts'

const CHATS = [1, 2, 3] as const
const AGAIN_MS = 50

interface Typed {
  readonly chat: number
  readonly key: string
  readonly text: string
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function cookieOf(address: string): Promise<string> {
  const { headers } = await call(address, '/chat/session', { method: 'POST' })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** Three pages, each sending what was typed there one after the other until it is taken, as ours does. */
async function openBench(): Promise<Bench<Typed>> {
  const store = createFakeStore()
  const logged: string[] = []
  const life = () =>
    startWeb({
      store: {
        accept: received => store.accept(received),
        conversation: async () => [],
        desks: async () => [],
        onChange: () => () => undefined,
        exportChat: async () => undefined,
        keepPaper: store.keepPaper,
        paper: async () => undefined,
        caseOf: store.caseOf,
      },
      wake: () => undefined,
      report: (code, error) => void logged.push(`${code} ${error instanceof Error ? error.name : ''}`),
      now: () => new Date(),
      newId: () => 'request',
      port: 0,
      desks: DESKS,
      health: async () => ({}),
    })
  let web = await life()
  closers.push(() => web.close())
  const cookies = new Map(await Promise.all(CHATS.map(async chat => [chat, await cookieOf(web.address)] as const)))
  const waiting: Typed[] = []
  let stopped = false
  const pages = CHATS.map(async chat => {
    while (!stopped) {
      const typed = waiting.find(one => one.chat === chat)
      const { key, text } = typed ?? {}
      const headers = { cookie: cookies.get(chat) ?? '' }
      const status = typed
        ? await call(web.address, '/chat/text', { headers, body: { key, text } }).then(
            answer => answer.status,
            () => 0,
          )
        : 0
      if (typed && status === 202) waiting.splice(waiting.indexOf(typed), 1)
      else await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  })
  closers.push(async () => {
    stopped = true
    await Promise.all(pages)
  })
  const sent = (): never => {
    throw new Error('nothing is sent to the page')
  }
  let keys = 0
  return {
    store,
    logged,
    event: (chat, text) => ({ chat, key: `key-${String(++keys).padStart(8, '0')}`, text }),
    deliver: (...events) => void waiting.push(...events),
    unacknowledged: () => waiting.length,
    place: sent,
    shown: sent,
    limitOnce: sent,
    loseAnswerOnce: sent,
    async restart() {
      await web.close()
      web = await life()
    },
    serviceUp: async () => undefined,
    async forge(text) {
      const body = { key: 'key-of-a-forger', text }
      const cookie = cookies.get(1) ?? ''
      const asked = await Promise.all([
        call(web.address, '/chat/text', { body }),
        call(web.address, '/chat/text', { body, headers: { cookie: 'yinqi=made-up' } }),
        call(web.address, '/chat/text', { body, headers: { cookie, origin: 'https://evil.example' } }),
        call(web.address, '/chat/text', { body, headers: { cookie, 'sec-fetch-site': 'cross-site' } }),
      ])
      return asked.map(({ status }) => status)
    },
  }
}

platformContract({
  name: 'the page',
  platform: 'web',
  afterLostAnswer: 1,
  // what a lost stream costs is told in event-stream.test.ts: the page asks from the last id it has, and gets each card once
  mute: 'nothing is sent to the page: it reads the store, from the last id it has',
  open: () => openBench(),
})
