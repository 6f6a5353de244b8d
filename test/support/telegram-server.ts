// A strict local Bot API: offsets confirm as Telegram's do, messages are parsed and measured, and faults can be ordered
// (429, a dropped connection, work done but the answer lost). It shares no code with the adapter it tests.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bad, checkedKeyboard, checkedText, type Keyboard, Refusal } from './telegram-checks.ts'

type Json = Record<string, unknown>

export interface SentMessage {
  readonly messageId: number
  readonly chat: number
  text: string
  keyboard: Keyboard
  edited: boolean
}

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
  /** every call, in order */
  readonly calls: { readonly method: string; readonly payload: Json; readonly at: number }[]
  /** callback ids that were answered */
  readonly answered: string[]
  push(...updates: Json[]): void
  /** updates not yet confirmed by an offset */
  unconfirmed(): number
  fault(fault: Fault): void
  stop(): Promise<void>
}

interface State {
  readonly messages: SentMessage[]
  readonly answered: string[]
  updates: Json[]
  waiting: (() => void)[]
  nextMessage: number
}

const idOf = (update: Json): number => Number(update['update_id'])

async function getUpdates(state: State, payload: Json, closed: AbortSignal): Promise<Json[]> {
  const offset = Number(payload['offset'] ?? 0)
  const limit = Number(payload['limit'] ?? 100)
  state.updates = state.updates.filter(update => idOf(update) >= offset)
  if (state.updates.length === 0 && Number(payload['timeout'] ?? 0) > 0) {
    await new Promise<void>(resolve => {
      state.waiting.push(resolve)
      closed.addEventListener('abort', () => resolve())
    })
  }
  return state.updates.slice(0, limit)
}

function find(state: State, payload: Json): SentMessage {
  const message = state.messages.find(
    sent => sent.chat === payload['chat_id'] && sent.messageId === payload['message_id'],
  )
  if (!message) throw bad('message to edit not found')
  return message
}

function run(state: State, method: string, payload: Json, closed: AbortSignal): unknown {
  switch (method) {
    case 'getMe':
      return { id: 42, is_bot: true, first_name: 'Yinqi', username: 'yinqi_bot' }
    case 'deleteWebhook':
      return true
    case 'getUpdates':
      return getUpdates(state, payload, closed)
    case 'sendMessage': {
      if (typeof payload['chat_id'] !== 'number') throw bad('chat not found')
      const text = checkedText(payload)
      const message = {
        messageId: state.nextMessage++,
        chat: payload['chat_id'],
        text,
        keyboard: checkedKeyboard(payload),
        edited: false,
      }
      state.messages.push(message)
      return { message_id: message.messageId, date: 1, chat: { id: message.chat, type: 'private' }, text }
    }
    case 'editMessageText': {
      const message = find(state, payload)
      const text = checkedText(payload)
      const keyboard = checkedKeyboard(payload)
      if (text === message.text && JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
        throw bad('message is not modified')
      }
      Object.assign(message, { text, keyboard, edited: true })
      return { message_id: message.messageId, date: 1, chat: { id: message.chat, type: 'private' }, text }
    }
    case 'editMessageReplyMarkup':
      find(state, payload).keyboard = checkedKeyboard(payload)
      return true
    case 'answerCallbackQuery':
      state.answered.push(String(payload['callback_query_id']))
      return true
    default:
      throw new Refusal(404, 'Not Found: method not found')
  }
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Json
}

function answer(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Starts the server for one bot token; `port` 0 takes a free one. */
export async function startTelegramServer(token: string, port = 0): Promise<TelegramServer> {
  const state: State = { messages: [], answered: [], updates: [], waiting: [], nextMessage: 1_000 }
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
    const [, bot = '', method = ''] = (request.url ?? '').split('/')
    const payload = await bodyOf(request)
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
      answer(response, error.code, { ok: false, error_code: error.code, description: error.message })
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.address() as AddressInfo
  return {
    root: `http://127.0.0.1:${taken}`,
    messages: state.messages,
    answered: state.answered,
    calls,
    push(...updates) {
      state.updates.push(...updates)
      for (const resolve of state.waiting.splice(0)) resolve()
    },
    unconfirmed: () => state.updates.length,
    fault: fault => faults.push({ ...fault, left: fault.times ?? 1, skip: fault.after ?? 0 }),
    async stop() {
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
