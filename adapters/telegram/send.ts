// One delivery to one Telegram chat. Telegram offers no way to ask "did it arrive?", so a message whose answer was lost
// is sent once more, and only after Telegram answers again; a second lost answer ends it. At most one double, no loss
// in an outage.
import type { Card } from '#bot'
import type { Call, CallResult } from '../delivery/call.ts'
import { CLOSED, failed, later, MEND } from '../delivery/failed.ts'
import { createPace } from '../delivery/pace.ts'
import type { Log, Send } from '../delivery/send.ts'
import { filesOf, type HandFile } from '../handed-file.ts'
import type { Delivery, DeliveryResult } from '../store/store.ts'
import { documentPayload, isLeftOut } from './documents.ts'
import { CHAT_PACE, PROGRESS_MAX, TOKEN_REFUSED_WAIT_MS, TOTAL_PACE } from './limits.ts'
import { type Part, render } from './render.ts'

/** Which message is the newest in a chat, as far as this process has seen. */
export interface Newest {
  get(chat: string): number | undefined
  seen(chat: string, messageId: number): void
}

export interface SendOptions {
  readonly call: Call
  readonly newest: Newest
  readonly now: () => Date
  readonly random: () => number
  readonly log: Log
  readonly handFile: HandFile
}

/** Parts and files of one message that have arrived; `lastId` is that of the last part, which has the buttons. */
interface Progress {
  sent: number
  files: number
  lastId: number | undefined
}

type Refused = Extract<CallResult, { is: 'refused' }>

const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/too long/i, 'too-long'],
  [/can't parse entities|unsupported|entity/i, 'markup'],
  [/(?:chat|user) not found|PEER_ID_INVALID|chat_id is empty/i, 'chat-not-found'],
  [/BUTTON/i, 'button'],
  [/text is empty/i, 'empty'],
  [/no rights|not enough rights|WRITE_FORBIDDEN|CHANNEL_PRIVATE|upgraded|deactivated/i, 'chat-closed'],
]

/** A refusal's own short code, for the outbox and the log. */
function refusalCode({ code, description, movedTo }: Refused): string {
  if (code === '403') return CLOSED
  // only groups move, and a company's words are never sent to one
  if (movedTo !== undefined) return 'moved'
  if (code !== '400') return `refused-${code}`
  return REFUSALS.find(([pattern]) => pattern.test(description))?.[1] ?? 'bad-request'
}

const chatOf = (chat: string): number | string => (Number.isSafeInteger(Number(chat)) ? Number(chat) : chat)

function payloadOf(chat: string, part: Part): Record<string, unknown> {
  return {
    chat_id: chatOf(chat),
    text: part.html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(part.keyboard ? { reply_markup: { inline_keyboard: part.keyboard } } : {}),
  }
}

function messageIdOf(result: unknown): number | undefined {
  const id: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'message_id') : undefined
  return typeof id === 'number' ? id : undefined
}

function renderSafely(card: Card): readonly Part[] | undefined {
  try {
    return render(card)
  } catch {
    return undefined
  }
}

/** Builds Telegram's `Send`. */
export function createSend({ call, newest, now, random, log, handFile }: SendOptions): Send {
  const pace = createPace(CHAT_PACE, TOTAL_PACE)
  const patience = { now, random }
  /** parts of a long message that have already arrived, should the rest have to wait */
  const progress = new Map<bigint, Progress>()

  function failedHere(
    result: Exclude<CallResult, { is: 'done' }>,
    delivery: Delivery,
    repeat: 'freely' | 'once',
  ): DeliveryResult {
    if (result.is !== 'refused') return failed(result, delivery, patience, repeat)
    if (result.code === '401' || result.code === '404') return later(patience, TOKEN_REFUSED_WAIT_MS, `${MEND}token`)
    return { is: 'dead', code: refusalCode(result) }
  }

  /** Edits in place, but only what is still the newest message: an edit further up would go unseen. */
  async function edit(delivery: Delivery, part: Part): Promise<DeliveryResult | undefined> {
    const { address, replaces } = delivery
    if (replaces === undefined || newest.get(address) !== Number(replaces)) return undefined
    await pace(address)
    const result = await call('editMessageText', { ...payloadOf(address, part), message_id: Number(replaces) })
    if (result.is === 'done') return { is: 'sent', externalId: replaces }
    if (result.is !== 'refused') return failedHere(result, delivery, 'freely')
    if (/not modified/i.test(result.description)) return { is: 'sent', externalId: replaces }
    return result.code === '400' ? undefined : failedHere(result, delivery, 'freely')
  }

  function keep(delivery: Delivery, done: Progress): void {
    if (progress.size >= PROGRESS_MAX) progress.clear()
    progress.set(delivery.id, done)
  }

  async function sendParts(delivery: Delivery, parts: readonly Part[]): Promise<DeliveryResult> {
    const files = filesOf(delivery.message.card)
    const done = progress.get(delivery.id) ?? { sent: 0, files: 0, lastId: undefined }
    for (const part of parts.slice(done.sent)) {
      await pace(delivery.address)
      const result = await call('sendMessage', payloadOf(delivery.address, part))
      if (result.is !== 'done') return failedHere(result, delivery, 'once')
      done.sent++
      done.lastId = messageIdOf(result.result)
      if (done.lastId !== undefined) newest.seen(delivery.address, done.lastId)
      if (done.sent < parts.length || files.length > 0) keep(delivery, done)
    }
    const failure = await sendFiles(delivery, files, done)
    return failure ?? { is: 'sent', ...(done.lastId === undefined ? {} : { externalId: String(done.lastId) }) }
  }

  async function sendFiles(
    delivery: Delivery,
    files: readonly string[],
    done: Progress,
  ): Promise<DeliveryResult | undefined> {
    for (const file of files.slice(done.files)) {
      const found = await handFile(file, { kind: 'enterprise', platform: 'telegram', peer: delivery.address })
      if (found) {
        await pace(delivery.address)
        const result = await call('sendDocument', documentPayload(chatOf(delivery.address), found))
        if (isLeftOut(result)) log('warn', 'telegram.file-left-out', { delivery: String(delivery.id) })
        else if (result.is !== 'done') return failedHere(result, delivery, 'once')
        else newest.seen(delivery.address, messageIdOf(result.result) ?? 0)
      }
      done.files++
    }
    return undefined
  }

  /** The card stands anew below: the old one keeps its words and loses its buttons. Not worth a retry. */
  async function stripButtons(address: string, messageId: string): Promise<void> {
    const result = await call('editMessageReplyMarkup', {
      chat_id: Number(address),
      message_id: Number(messageId),
      reply_markup: { inline_keyboard: [] },
    })
    if (result.is === 'unknown') log('info', 'telegram.old-buttons-stay', { code: result.code })
  }

  return async delivery => {
    if (delivery.message.room.kind !== 'enterprise') return { is: 'dead', code: 'not-a-chat' }
    const parts = renderSafely(delivery.message.card)
    const first = parts?.[0]
    if (!parts || !first) return { is: 'dead', code: 'unrenderable' }
    if (delivery.uncertain) {
      const alive = await call('getMe', {})
      if (alive.is !== 'done') return failedHere(alive, delivery, 'freely')
    }
    // an edit carries no file
    if (parts.length === 1 && filesOf(delivery.message.card).length === 0) {
      const edited = await edit(delivery, first)
      if (edited) return edited
    }
    const result = await sendParts(delivery, parts)
    if (result.is === 'sent' || result.is === 'dead') progress.delete(delivery.id)
    if (result.is === 'sent' && delivery.replaces !== undefined) {
      await stripButtons(delivery.address, delivery.replaces)
    }
    return result
  }
}
