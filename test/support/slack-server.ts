// A strict local Slack Web API: posts, updates, threads and metadata as Slack keeps them, blocks measured against the
// documented limits, and faults on order. The sender of signed requests stands beside it. It shares no code with the adapter.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { blocksFault } from './slack-blocks.ts'
import { createSlackFiles, type SlackFiles } from './slack-files.ts'
import { createViews, type Views } from './slack-views.ts'

type Json = Record<string, unknown>

export interface Posted {
  readonly ts: string
  readonly channel: string
  readonly threadTs?: string | undefined
  text: string
  blocks: Json[]
  metadata: Json | undefined
  edited: boolean
}

export interface Fault {
  readonly method: string
  readonly channel?: string
  readonly times?: number
  /** limit: 429 · error: ok:false · drop: cut, nothing done · lost: done, then cut · status: that HTTP status */
  readonly does:
    | { readonly limitSeconds: number | undefined }
    | { readonly error: string }
    | { readonly status: number }
    | 'drop'
    | 'lost'
}

class Refusal extends Error {}

interface State {
  readonly posts: Posted[]
  readonly channels: ReadonlySet<string>
  socketUrl: string | undefined
  /** where this server stands */
  origin: string
  lastTs: number
  readonly views: Views
  readonly files: SlackFiles
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const parsed = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(text(value)))

function content(form: Json): Pick<Posted, 'text' | 'blocks' | 'metadata'> {
  if (text(form['text']).length > 40_000) throw new Refusal('msg_too_long')
  const blocks = parsed(form['blocks'])
  if (!Array.isArray(blocks) || blocksFault(blocks) !== undefined) throw new Refusal('invalid_blocks')
  return { text: text(form['text']), blocks, metadata: parsed(form['metadata']) as Json | undefined }
}

function post(state: State, form: Json): Json {
  const channel = text(form['channel'])
  if (!state.channels.has(channel)) throw new Refusal('channel_not_found')
  const threadTs = form['thread_ts'] === undefined ? undefined : text(form['thread_ts'])
  const known = state.posts.some(other => other.channel === channel && other.ts === threadTs)
  if (threadTs !== undefined && !known) throw new Refusal('thread_not_found')
  state.lastTs = Math.max(state.lastTs + 1, Date.now() * 1_000)
  const ts = `${Math.floor(state.lastTs / 1e6)}.${String(state.lastTs % 1e6).padStart(6, '0')}`
  state.posts.push({ ts, channel, threadTs, edited: false, ...content(form) })
  return { ts, channel }
}

function update(state: State, form: Json): Json {
  const message = state.posts.find(other => other.channel === form['channel'] && other.ts === form['ts'])
  if (!message) throw new Refusal('message_not_found')
  Object.assign(message, content(form), { edited: true })
  return { ts: message.ts, channel: message.channel }
}

/** Newest first, as Slack does; metadata only for those who ask. */
function history(state: State, form: Json, threadTs: string | undefined): Json {
  const mine = state.posts
    .filter(message => message.channel === form['channel'] && Number(message.ts) >= Number(form['oldest'] ?? 0))
    .filter(message => (threadTs === undefined ? !message.threadTs : message.threadTs === threadTs))
    .reverse()
  const from = Number(form['cursor'] ?? 0)
  const to = from + Number(form['limit'] ?? 100)
  const messages = mine.slice(from, to).map(({ ts, text: said, metadata }) => ({
    ts,
    text: said,
    ...(form['include_all_metadata'] === 'true' ? { metadata } : {}),
  }))
  const files = threadTs === undefined || from > 0 ? [] : state.files.inThread(form['channel'], threadTs)
  if (files.length > 0) messages.push({ ts: '1.1', text: '', files } as (typeof messages)[number])
  return { messages, response_metadata: { next_cursor: to < mine.length ? String(to) : '' } }
}

function run(state: State, method: string, form: Json): Json {
  switch (method) {
    case 'auth.test':
      return { team_id: 'T1', user_id: 'UBOT', bot_id: 'B1' }
    case 'chat.postMessage':
      return post(state, form)
    case 'chat.postEphemeral':
      if (!state.channels.has(text(form['channel']))) throw new Refusal('channel_not_found')
      return { message_ts: '1.1' }
    case 'chat.update':
      return update(state, form)
    case 'conversations.history':
      return history(state, form, undefined)
    case 'conversations.replies':
      return history(state, form, text(form['ts']))
    case 'users.info':
      return { user: { id: form['user'], name: 'wang', profile: { display_name: '王经理' } } }
    case 'files.getUploadURLExternal':
      return state.files.ticket(form, state.origin)
    case 'files.completeUploadExternal':
      if (!state.channels.has(text(form['channel_id']))) throw new Refusal('channel_not_found')
      return state.files.complete(form)
    case 'files.delete':
      return state.files.remove(form)
    case 'views.open':
      return state.views.open(form)
    case 'views.publish':
      return state.views.publish(form)
    case 'apps.connections.open':
      return { url: state.socketUrl }
    default:
      throw new Refusal('unknown_method')
  }
}

async function formOf(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
}

function answer(response: ServerResponse, body: Json): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function answerFault(response: ServerResponse, does: Exclude<Fault['does'], string>): void {
  if ('limitSeconds' in does) {
    const wait = does.limitSeconds
    response.writeHead(429, wait === undefined ? {} : { 'retry-after': String(wait) }).end()
  } else if ('status' in does) {
    response.writeHead(does.status).end('<html>gateway</html>')
  } else {
    answer(response, { ok: false, error: does.error })
  }
}

export interface SlackServer {
  readonly apiUrl: string
  readonly posts: Posted[]
  readonly views: Views
  readonly files: SlackFiles['all']
  readonly calls: { readonly method: string; readonly form: Json; readonly at: number }[]
  fault(fault: Fault): void
  setSocketUrl(url: string): void
  /** names another place for uploads than its own */
  sendUploadsTo(origin: string): void
  stop(): Promise<void>
}

/** Starts the server for one token and these channels; `port` 0 takes a free one. */
export async function startSlackServer(token: string, channels: readonly string[], port = 0): Promise<SlackServer> {
  const views = createViews(code => {
    throw new Refusal(code)
  })
  const files = createSlackFiles(code => {
    throw new Refusal(code)
  })
  const known = new Set(channels)
  const state: State = { posts: [], channels: known, socketUrl: undefined, origin: '', lastTs: 0, views, files }
  const calls: SlackServer['calls'] = []
  let faults: (Fault & { left: number })[] = []

  function takeFault(method: string, channel: unknown): Fault['does'] | undefined {
    const hit = faults.find(
      fault => fault.method === method && (fault.channel === undefined || fault.channel === channel),
    )
    if (hit && --hit.left === 0) faults = faults.filter(fault => fault !== hit)
    return hit?.does
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace('/api/', '')
    if (request.url?.startsWith('/upload/')) return takeUpload(request, response)
    const form = await formOf(request)
    calls.push({ method, form, at: performance.now() })
    const bearer = request.headers.authorization?.replace('Bearer ', '')
    if (bearer !== token && !bearer?.startsWith('xapp-')) return answer(response, { ok: false, error: 'invalid_auth' })
    const does = takeFault(method, form['channel'] ?? form['channel_id'])
    if (does === 'drop') return void request.socket.destroy()
    if (typeof does === 'object') return answerFault(response, does)
    try {
      const result = run(state, method, form)
      if (does === 'lost') request.socket.destroy()
      else answer(response, { ok: true, ...result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      answer(response, { ok: false, error: error.message })
    }
  }

  async function takeUpload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const does = takeFault('upload', undefined)
    if (typeof does === 'string') return void request.socket.destroy()
    const id = (request.url ?? '').slice('/upload/'.length)
    response.writeHead(does ? 500 : files.take(id, Buffer.concat(chunks))).end()
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl: `${state.origin}/api/`,
    files: files.all,
    posts: state.posts,
    views,
    calls,
    fault: fault => faults.push({ ...fault, left: fault.times ?? 1 }),
    sendUploadsTo(origin) {
      state.origin = origin
    },
    setSocketUrl(url) {
      state.socketUrl = url
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export { askSigned, type Signing, sendSigned } from './slack-signed.ts'
