// A strict local Bot API: offsets confirm as Telegram's do, messages are parsed and measured, and faults can be ordered
// (429, a dropped connection, work done but the answer lost). It shares no code with the adapter it tests.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refusal } from './telegram-checks.ts'
import { deliver } from './telegram-hook.ts'
import { type Json, newState, run, type SentDocument, type SentMessage, type StoredFile } from './telegram-methods.ts'

export interface Fault {
  readonly method: string
  /** only for this chat */
  readonly chat?: number
  readonly times?: number
  /** lets this many calls through first */
  readonly after?: number
  /** limit: 429 · drop: connection cut, nothing done · lost: done, then cut · status: that HTTP status · refuse: 4xx */
  readonly does:
    | { readonly limitSeconds: number }
    | { readonly refuse: { readonly code: number; readonly description: string } }
    | { readonly status: number }
    | 'drop'
    | 'lost'
}

export interface TelegramServer {
  readonly root: string
  readonly messages: SentMessage[]
  readonly documents: SentDocument[]
  /** every call, in order */
  readonly calls: { readonly method: string; readonly payload: Json; readonly at: number }[]
  /** callback ids that were answered */
  readonly answered: string[]
  readonly toasts: ReadonlyMap<string, string>
  /** people who stopped the bot: put them in, take them out */
  readonly blockedBy: Set<number>
  readonly migrated: Map<number, number>
  readonly files: Map<string, StoredFile>
  readonly profile: ReadonlyMap<string, unknown>
  /** where Telegram calls us, when it does */
  hook(): { readonly url: string; readonly secret: string } | undefined
  push(...updates: Json[]): void
  /** updates not yet confirmed by an offset */
  unconfirmed(): number
  fault(fault: Fault): void
  stop(): Promise<void>
}

async function bodyOf(request: IncomingMessage, method: string): Promise<Json> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return JSON.parse(bytes.toString() || '{}') as Json
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const fields: Json = {}
  for (const [name, value] of form) {
    // telegraf names the method once more in a form; the service has it from the address
    if (name === 'method' && value === method) continue
    fields[name] =
      typeof value === 'string'
        ? formValue(value)
        : { filename: value.name, bytes: Buffer.from(await value.arrayBuffer()) }
  }
  return fields
}

/** Fields of a form are text: numbers and booleans as in JSON. */
function formValue(text: string): unknown {
  return /^-?\d+$|^true$|^false$/.test(text) ? JSON.parse(text) : text
}

function answer(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Starts the server for one bot token; `port` 0 takes a free one. */
export async function startTelegramServer(token: string, port = 0): Promise<TelegramServer> {
  const state = newState()
  const closing = new AbortController()
  const calls: TelegramServer['calls'] = []
  let faults: (Fault & { left: number; skip: number })[] = []

  function takeFault(method: string, chat: unknown): Fault['does'] | undefined {
    const hit = faults.find(fault => fault.method === method && (fault.chat === undefined || fault.chat === chat))
    if (hit && hit.skip-- > 0) return undefined
    if (hit && --hit.left === 0) faults = faults.filter(fault => fault !== hit)
    return hit?.does
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const closed = new AbortController()
    response.on('close', () => closed.abort())
    const [, bot = '', method = '', ...rest] = (request.url ?? '').split('/')
    if (bot === 'file') return serveFile(response, method, rest.join('/'))
    const payload = await bodyOf(request, method)
    if (bot !== `bot${token}`) return answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' })
    calls.push({ method, payload, at: performance.now() })
    const does = takeFault(method, payload['chat_id'])
    if (does === 'drop') return void request.socket.destroy()
    if (typeof does === 'object') return answerFault(response, does)
    try {
      const result = await run(state, method, payload, closed.signal)
      if (does === 'lost') request.socket.destroy()
      else answer(response, 200, { ok: true, result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message, parameters } = error
      answer(response, code, {
        ok: false,
        error_code: code,
        description: message,
        ...(parameters ? { parameters } : {}),
      })
    }
  }

  function serveFile(response: ServerResponse, bot: string, path: string): void {
    const file = [...state.files.values()].find(one => one.path === path)
    if (bot !== `bot${token}` || !file) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  void deliver(state, closing.signal)
  const { port: taken } = server.address() as AddressInfo
  return {
    root: `http://127.0.0.1:${taken}`,
    messages: state.messages,
    documents: state.documents,
    answered: state.answered,
    toasts: state.toasts,
    blockedBy: state.blockedBy,
    migrated: state.migrated,
    files: state.files,
    profile: state.profile,
    hook: () => state.hook,
    calls,
    push(...updates) {
      state.updates.push(...updates)
      for (const resolve of state.waiting.splice(0)) resolve()
    },
    unconfirmed: () => state.updates.length,
    fault: fault => faults.push({ ...fault, left: fault.times ?? 1, skip: fault.after ?? 0 }),
    async stop() {
      closing.abort()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function answerFault(response: ServerResponse, does: Exclude<Fault['does'], string>): void {
  if ('limitSeconds' in does) {
    const description = `Too Many Requests: retry after ${does.limitSeconds}`
    const parameters = { retry_after: does.limitSeconds }
    answer(response, 429, { ok: false, error_code: 429, description, parameters })
  } else if ('status' in does) {
    response.writeHead(does.status).end('<html>gateway</html>')
  } else {
    const { code, description } = does.refuse
    answer(response, code, { ok: false, error_code: code, description })
  }
}
