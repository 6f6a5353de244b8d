// A Telegram update, parsed once: an event to store, a chat that deserves a polite line, or nothing for us.

import { z } from 'zod'
import { PRESS_BYTES_MAX } from '#bot'
import type { Language } from '#engine'
import { poisonIn } from '../poison.ts'
import type { Received } from '../received.ts'

/** The updates we ask Telegram for, by name. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

const chatSchema = z.object({ id: z.number().int(), type: z.string() })
const userSchema = z.object({ is_bot: z.boolean(), language_code: z.string().max(35).optional() })
const messageSchema = z.object({
  message_id: z.number().int(),
  chat: chatSchema,
  from: userSchema.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  /** one picture in several sizes */
  photo: z.array(z.object({ file_id: z.string(), file_size: z.number().optional(), width: z.number() })).optional(),
  document: z
    .object({ file_id: z.string(), file_size: z.number().optional(), file_name: z.string().optional() })
    .optional(),
  migrate_to_chat_id: z.number().int().optional(),
  migrate_from_chat_id: z.number().int().optional(),
})
const callbackSchema = z.object({
  id: z.string(),
  from: userSchema,
  message: z.object({ message_id: z.number().int(), chat: chatSchema }).optional(),
  data: z.string().optional(),
})
const memberSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  new_chat_member: z.object({ status: z.string() }),
})
const updateSchema = z.object({
  update_id: z.number().int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: callbackSchema.optional(),
  my_chat_member: memberSchema.optional(),
})

/** A file as Telegram names it; its bytes are still there. */
export interface SentFile {
  readonly id: string
  readonly name?: string | undefined
  /** as Telegram says */
  readonly bytes?: number | undefined
}

export type Parsed =
  | { readonly is: 'event'; readonly received: Received; readonly messageId?: number; readonly callback?: string }
  | { readonly is: 'polite'; readonly line: 'group' | 'words-only'; readonly chat: number; readonly language: Language }
  | {
      readonly is: 'file'
      readonly stub: Omit<Received, 'event'>
      readonly peer: string
      readonly file: SentFile
      /** words sent with the file: an event of their own */
      readonly words?: Received | undefined
      readonly messageId: number
      readonly language: Language
    }
  /** `callback`: a button that nothing belongs to any more */
  | { readonly is: 'ignored'; readonly why: string; readonly callback?: string; readonly language?: Language }

/** Menu commands, each a button: press by name. */
export type Menu = ReadonlyMap<string, string>

type Message = z.infer<typeof messageSchema>
type Callback = z.infer<typeof callbackSchema>

function languageOf(code: string | undefined): Language | undefined {
  if (code === undefined) return undefined
  return code.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** PostgreSQL stores neither NUL nor half a character; a message must not be refused for containing one. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/
/** what a link to the bot can carry */
const START_PAYLOAD = /^[\w-]{1,64}$/

/** A text as an event: the start of the talk, a command of the menu, or words. */
function eventOf(text: string, id: string, edited: boolean, menu: Menu): Received['event'] {
  const [, name = '', rest = ''] = COMMAND.exec(text) ?? []
  // only what is said now can be a command: nobody means one by changing an old message
  if (!edited && name === 'start') {
    return { kind: 'open', ...(START_PAYLOAD.test(rest) ? { channel: rest } : {}) }
  }
  const press = edited || rest !== '' ? undefined : menu.get(name)
  return press === undefined ? { kind: 'text', text, message: { id, edited } } : { kind: 'press', press }
}

interface Stamp {
  readonly eventId: string
  readonly at: string
}

function received(stamp: Stamp, chat: number, code: string | undefined, event: Received['event']): Received {
  return {
    platform: 'telegram',
    ...stamp,
    target: { kind: 'conversation', peer: String(chat) },
    from: { kind: 'enterprise' },
    language: languageOf(code),
    event,
  }
}

/** The document, or the largest size of the picture. */
function fileOf({ document, photo }: Message): SentFile | undefined {
  if (document) return { id: document.file_id, name: document.file_name, bytes: document.file_size }
  const [largest] = (photo ?? []).toSorted((a, b) => b.width - a.width)
  return largest && { id: largest.file_id, name: 'photo', bytes: largest.file_size }
}

function parseMessage(message: Message, edited: boolean, stamp: Stamp, menu: Menu): Parsed {
  const { chat, from, text } = message
  if (from?.is_bot) return { is: 'ignored', why: 'bot' }
  const language = languageOf(from?.language_code) ?? 'zh'
  // said to nobody: a group tells that it is a supergroup now
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) {
    return { is: 'ignored', why: 'migration' }
  }
  if (chat.type !== 'private') {
    return edited ? { is: 'ignored', why: 'group' } : { is: 'polite', line: 'group', chat: chat.id, language }
  }
  const file = edited ? undefined : fileOf(message)
  if (file) {
    const { event: _none, ...stub } = received(stamp, chat.id, from?.language_code, { kind: 'open' })
    const caption = storable(message.caption ?? '')
    const words =
      caption === ''
        ? undefined
        : received(
            { ...stamp, eventId: `${stamp.eventId}:caption` },
            chat.id,
            from?.language_code,
            eventOf(caption, String(message.message_id), false, new Map()),
          )
    return { is: 'file', stub, peer: String(chat.id), file, words, messageId: message.message_id, language }
  }
  if (text === undefined || storable(text) === '') {
    return edited ? { is: 'ignored', why: 'no-text' } : { is: 'polite', line: 'words-only', chat: chat.id, language }
  }
  const event = eventOf(storable(text), String(message.message_id), edited, menu)
  return {
    is: 'event',
    received: received(stamp, chat.id, from?.language_code, event),
    // a message that was changed is not the newest of its chat
    ...(edited ? {} : { messageId: message.message_id }),
  }
}

/** Somebody stops or starts the bot; starting again is said by a message of its own. */
function parseMember({ chat, from, new_chat_member: now }: z.infer<typeof memberSchema>, stamp: Stamp): Parsed {
  const gone = chat.type === 'private' && now.status === 'kicked'
  if (!gone) return { is: 'ignored', why: 'member' }
  return { is: 'event', received: received(stamp, chat.id, from.language_code, { kind: 'away' }) }
}

function parseCallback(query: Callback, stamp: Stamp): Parsed {
  const { id: callback, message, data } = query
  const usable = data !== undefined && /^[\x20-\x7e]+$/.test(data) && data.length <= PRESS_BYTES_MAX
  if (message?.chat.type !== 'private' || !usable) {
    return { is: 'ignored', why: 'callback', callback, language: languageOf(query.from.language_code) ?? 'zh' }
  }
  const event: Received['event'] = { kind: 'press', press: data }
  return { is: 'event', received: received(stamp, message.chat.id, query.from.language_code, event), callback }
}

/** Parses one update. `botId` goes into the event id: update ids are unique per bot only. */
export function parseUpdate(raw: unknown, botId: string, at: string, menu: Menu = new Map()): Parsed {
  if (poisonIn(raw)) return { is: 'ignored', why: 'poisoned' }
  const parsed = updateSchema.safeParse(raw)
  if (!parsed.success) return { is: 'ignored', why: 'shape' }
  const update = parsed.data
  const stamp: Stamp = { eventId: `${botId}:${update.update_id}`, at }
  if (update.callback_query) return parseCallback(update.callback_query, stamp)
  if (update.message) return parseMessage(update.message, false, stamp, menu)
  if (update.edited_message) return parseMessage(update.edited_message, true, stamp, menu)
  if (update.my_chat_member) return parseMember(update.my_chat_member, stamp)
  return { is: 'ignored', why: 'kind' }
}
