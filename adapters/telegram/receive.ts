// A Telegram update, parsed once: an event to store, a chat that deserves a polite line, or nothing for us.

import { z } from 'zod'
import { PRESS_BYTES_MAX } from '#bot'
import type { Language } from '#engine'
import type { Received } from '../received.ts'

/** The updates we ask Telegram for, by name. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query'] as const

const chatSchema = z.object({ id: z.number().int(), type: z.string() })
const userSchema = z.object({ is_bot: z.boolean(), language_code: z.string().max(35).optional() })
const messageSchema = z.object({
  message_id: z.number().int(),
  chat: chatSchema,
  from: userSchema.optional(),
  text: z.string().optional(),
})
const callbackSchema = z.object({
  id: z.string(),
  from: userSchema,
  message: z.object({ message_id: z.number().int(), chat: chatSchema }).optional(),
  data: z.string().optional(),
})
const updateSchema = z.object({
  update_id: z.number().int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: callbackSchema.optional(),
})

export type Parsed =
  | { readonly is: 'event'; readonly received: Received; readonly messageId?: number; readonly callback?: string }
  | { readonly is: 'polite'; readonly line: 'group' | 'text-only'; readonly chat: number; readonly language: Language }
  | { readonly is: 'ignored'; readonly why: string; readonly callback?: string }

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

const START = /^\/start(?:@\w+)?(?:\s|$)/

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

function parseMessage(message: Message, edited: boolean, stamp: Stamp): Parsed {
  const { chat, from, text } = message
  if (from?.is_bot) return { is: 'ignored', why: 'bot' }
  const language = languageOf(from?.language_code) ?? 'zh'
  if (chat.type !== 'private') {
    return edited ? { is: 'ignored', why: 'group' } : { is: 'polite', line: 'group', chat: chat.id, language }
  }
  if (text === undefined || storable(text) === '') {
    return edited ? { is: 'ignored', why: 'no-text' } : { is: 'polite', line: 'text-only', chat: chat.id, language }
  }
  const event: Received['event'] = START.test(text) ? { kind: 'open' } : { kind: 'text', text: storable(text) }
  return {
    is: 'event',
    received: received(stamp, chat.id, from?.language_code, event),
    messageId: message.message_id,
  }
}

function parseCallback(query: Callback, stamp: Stamp): Parsed {
  const { id: callback, message, data } = query
  const usable = data !== undefined && /^[\x20-\x7e]+$/.test(data) && data.length <= PRESS_BYTES_MAX
  if (message?.chat.type !== 'private' || !usable) return { is: 'ignored', why: 'callback', callback }
  const event: Received['event'] = { kind: 'press', press: data }
  return { is: 'event', received: received(stamp, message.chat.id, query.from.language_code, event), callback }
}

/** Parses one update. `botId` goes into the event id: update ids are unique per bot only. */
export function parseUpdate(raw: unknown, botId: string, at: string): Parsed {
  const parsed = updateSchema.safeParse(raw)
  if (!parsed.success) return { is: 'ignored', why: 'shape' }
  const update = parsed.data
  const stamp: Stamp = { eventId: `${botId}:${update.update_id}`, at }
  if (update.callback_query) return parseCallback(update.callback_query, stamp)
  if (update.message) return parseMessage(update.message, false, stamp)
  if (update.edited_message) return parseMessage(update.edited_message, true, stamp)
  return { is: 'ignored', why: 'kind' }
}
