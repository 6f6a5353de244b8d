// What the local Bot API does for each method, with the fields each takes: an unknown field, a wrong length or a chat that
// is gone is refused in Telegram's words.
import { bad, checkedKeyboard, checkedText, type Keyboard, Refusal } from './telegram-checks.ts'

export type Json = Record<string, unknown>

export interface SentMessage {
  readonly messageId: number
  readonly chat: number
  text: string
  keyboard: Keyboard
  edited: boolean
}

export interface SentDocument {
  readonly chat: number
  readonly filename: string
  readonly bytes: Buffer
}

export interface StoredFile {
  readonly path: string
  readonly bytes: Buffer
}

export interface State {
  readonly messages: SentMessage[]
  readonly documents: SentDocument[]
  readonly answered: string[]
  /** text of the small window over the chat, by callback id */
  readonly toasts: Map<string, string>
  /** people who stopped the bot */
  readonly blockedBy: Set<number>
  /** group → supergroup */
  readonly migrated: Map<number, number>
  readonly files: Map<string, StoredFile>
  /** what setMyCommands, setMyDescription and setMyShortDescription left, by method and language */
  readonly profile: Map<string, unknown>
  updates: Json[]
  waiting: (() => void)[]
  nextMessage: number
  hook: { readonly url: string; readonly secret: string } | undefined
}

export function newState(): State {
  return {
    messages: [],
    documents: [],
    answered: [],
    toasts: new Map(),
    blockedBy: new Set(),
    migrated: new Map(),
    files: new Map(),
    profile: new Map(),
    updates: [],
    waiting: [],
    nextMessage: 1_000,
    hook: undefined,
  }
}

const MESSAGE = ['chat_id', 'text', 'parse_mode', 'link_preview_options', 'reply_markup']
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  deleteWebhook: ['drop_pending_updates'],
  setWebhook: ['url', 'secret_token', 'allowed_updates', 'max_connections', 'drop_pending_updates'],
  getWebhookInfo: [],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  sendMessage: MESSAGE,
  sendDocument: ['chat_id', 'document', 'disable_content_type_detection'],
  editMessageText: [...MESSAGE, 'message_id'],
  editMessageReplyMarkup: ['chat_id', 'message_id', 'reply_markup'],
  answerCallbackQuery: ['callback_query_id', 'text', 'show_alert'],
  setMyCommands: ['commands', 'language_code'],
  setMyDescription: ['description', 'language_code'],
  setMyShortDescription: ['short_description', 'language_code'],
  getFile: ['file_id'],
}
/** The Bot API hands out files up to 20 MB. */
const FILE_BYTES_MAX = 20 * 1024 * 1024
/** and takes them up to 50 MB */
const SENT_BYTES_MAX = 50 * 1024 * 1024
const CALLBACK_CHARS_MAX = 200

const idOf = (update: Json): number => Number(update['update_id'])

async function getUpdates(state: State, payload: Json, closed: AbortSignal): Promise<Json[]> {
  if (state.hook) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
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

/** The chat of a message, or a refusal. */
function chatOf(state: State, payload: Json): number {
  const chat = payload['chat_id']
  if (typeof chat !== 'number') throw bad('chat not found')
  if (state.blockedBy.has(chat)) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
  const to = state.migrated.get(chat)
  if (to !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to })
  }
  return chat
}

function find(state: State, payload: Json): SentMessage {
  const message = state.messages.find(
    sent => sent.chat === payload['chat_id'] && sent.messageId === payload['message_id'],
  )
  if (!message) throw bad('message to edit not found')
  return message
}

const shown = ({ messageId, chat, text }: SentMessage) => ({
  message_id: messageId,
  date: 1,
  chat: { id: chat, type: 'private' },
  text,
})

function sendMessage(state: State, payload: Json): unknown {
  const chat = chatOf(state, payload)
  const text = checkedText(payload)
  const message = { messageId: state.nextMessage++, chat, text, keyboard: checkedKeyboard(payload), edited: false }
  state.messages.push(message)
  return shown(message)
}

function sendDocument(state: State, payload: Json): unknown {
  const chat = chatOf(state, payload)
  const { document } = payload
  if (typeof document !== 'object' || document === null || !('bytes' in document) || !('filename' in document))
    throw bad('there is no document in the request')
  const { bytes, filename } = document
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw bad('file must be non-empty')
  if (bytes.length > SENT_BYTES_MAX) throw new Refusal(413, 'Request Entity Too Large')
  state.documents.push({ chat, filename: String(filename), bytes })
  return { message_id: state.nextMessage++, date: 1, chat: { id: chat, type: 'private' }, document: { file_id: 'x' } }
}

function editMessageText(state: State, payload: Json): unknown {
  chatOf(state, payload)
  const message = find(state, payload)
  const text = checkedText(payload)
  const keyboard = checkedKeyboard(payload)
  if (text === message.text && JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
    throw bad('message is not modified')
  }
  Object.assign(message, { text, keyboard, edited: true })
  return shown(message)
}

function answerCallback(state: State, payload: Json): boolean {
  const id = String(payload['callback_query_id'])
  const text = payload['text']
  if (typeof text === 'string' && [...text].length > CALLBACK_CHARS_MAX) throw bad('MESSAGE_TOO_LONG')
  if (state.answered.includes(id)) throw bad('query is too old and response timeout expired or query ID is invalid')
  state.answered.push(id)
  if (typeof text === 'string') state.toasts.set(id, text)
  return true
}

function setProfile(state: State, method: string, field: string, payload: Json): boolean {
  const { language_code: language = '' } = payload
  if (!/^(?:[a-z]{2})?$/.test(String(language))) throw bad('LANGUAGE_CODE_INVALID')
  const value = payload[field]
  const max = field === 'description' ? 512 : 120
  if (field !== 'commands' && [...String(value)].length > max) throw bad('text is too long')
  if (field === 'commands') {
    for (const { command, description } of value as { command: string; description: string }[]) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID')
      if (description.length < 1 || description.length > 256) throw bad('BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
  state.profile.set(`${method}:${language}`, value)
  return true
}

function setWebhook(state: State, payload: Json): boolean {
  const secret = String(payload['secret_token'] ?? '')
  if (!/^[\w-]{1,256}$/.test(secret)) throw bad('secret token contains unallowed characters')
  const connections = Number(payload['max_connections'])
  if (!(connections >= 1 && connections <= 100)) throw bad('invalid max connections count specified')
  state.hook = { url: String(payload['url']), secret }
  return true
}

function getFile(state: State, payload: Json): unknown {
  const id = String(payload['file_id'])
  const file = state.files.get(id)
  if (!file) throw bad('wrong file_id or the file is temporarily unavailable')
  if (file.bytes.length > FILE_BYTES_MAX) throw bad('file is too big')
  return { file_id: id, file_unique_id: `u${id}`, file_size: file.bytes.length, file_path: file.path }
}

/** Runs one method; throws a Refusal where Telegram would refuse. */
export function run(state: State, method: string, payload: Json, closed: AbortSignal): unknown {
  const fields = FIELDS[method]
  if (!fields) throw new Refusal(404, 'Not Found: method not found')
  const unknown = Object.keys(payload).filter(field => !fields.includes(field))
  if (unknown.length > 0) throw bad(`unknown field ${unknown.join(', ')}`)
  switch (method) {
    case 'getMe':
      return { id: 42, is_bot: true, first_name: 'Yinqi', username: 'yinqi_bot' }
    case 'deleteWebhook':
      state.hook = undefined
      return true
    case 'setWebhook':
      return setWebhook(state, payload)
    case 'getWebhookInfo':
      return { url: state.hook?.url ?? '', pending_update_count: state.updates.length }
    case 'getUpdates':
      return getUpdates(state, payload, closed)
    case 'sendMessage':
      return sendMessage(state, payload)
    case 'sendDocument':
      return sendDocument(state, payload)
    case 'editMessageText':
      return editMessageText(state, payload)
    case 'editMessageReplyMarkup':
      chatOf(state, payload)
      find(state, payload).keyboard = checkedKeyboard(payload)
      return true
    case 'answerCallbackQuery':
      return answerCallback(state, payload)
    case 'getFile':
      return getFile(state, payload)
    case 'setMyCommands':
      return setProfile(state, method, 'commands', payload)
    case 'setMyDescription':
      return setProfile(state, method, 'description', payload)
    default:
      return setProfile(state, method, 'short_description', payload)
  }
}
