// A small HTTP client for the tests of the web adapter: node's own, for `fetch` forbids to set Host and Origin.
import { type IncomingMessage, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
  readonly json: () => { error?: string; is?: string; message?: { zh: string; en: string } }
}

export interface Ask {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

function start(address: string, path: string, ask: Ask): Promise<IncomingMessage> {
  const body = ask.body === undefined ? undefined : JSON.stringify(ask.body)
  const json = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, address), {
      method: ask.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...json, ...ask.headers },
      agent: false,
    })
    call.on('response', resolve).on('error', reject)
    call.end(body)
  })
}

export async function call(address: string, path: string, ask: Ask = {}): Promise<Answer> {
  const response = await start(address, path, ask)
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return { status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) }
}

/** The cookie of a fresh browser, as it would send it back. */
export async function openSession(address: string): Promise<string> {
  const answer = await call(address, '/chat')
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (cookie === undefined) throw new Error('no cookie was set')
  return cookie
}

export interface StreamEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: string
}

export interface Listening {
  readonly events: readonly StreamEvent[]
  /** Resolves with the events once `enough` says so; fails after a while. */
  readonly until: (enough: (events: readonly StreamEvent[]) => boolean) => Promise<readonly StreamEvent[]>
  readonly ended: Promise<void>
  readonly stop: () => void
}

const PATIENCE_MS = 10_000

function parse(block: string): StreamEvent | undefined {
  const fields = new Map(
    block.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const event = fields.get('event')
  return event === undefined ? undefined : { event, id: fields.get('id'), data: fields.get('data') ?? '' }
}

/** Opens an event stream and collects what it says. */
export async function listen(address: string, path: string, headers: Record<string, string>): Promise<Listening> {
  const response = await start(address, path, { headers })
  if (response.statusCode !== 200) throw new Error(`stream ${response.statusCode}`)
  const events: StreamEvent[] = []
  const watchers = new Set<() => void>()
  let rest = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    events.push(...blocks.map(parse).filter(event => event !== undefined))
    for (const watch of watchers) watch()
  })
  const ended = new Promise<void>(resolve => {
    response.on('close', () => resolve()).on('error', () => resolve())
  })
  const until: Listening['until'] = enough =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(watch)
        reject(new Error(`not in time; so far: ${JSON.stringify(events)}`))
      }, PATIENCE_MS)
      const watch = () => {
        if (!enough(events)) return
        clearTimeout(timer)
        watchers.delete(watch)
        resolve(events)
      }
      watchers.add(watch)
      watch()
    })
  return { events, until, ended, stop: () => response.destroy() }
}

export const isReady = (events: readonly StreamEvent[]) => events.some(({ event }) => event === 'ready')
export const messagesOf = (events: readonly StreamEvent[]) => events.filter(({ event }) => event === 'message')
