// One delivery to one Slack channel or thread. A post whose answer was lost is looked for before it is repeated, so a
// card stands there exactly once; an update may be repeated freely.

import type { Card } from '#bot'
import type { Call } from '../delivery/call.ts'
import { failed } from '../delivery/failed.ts'
import { createPace } from '../delivery/pace.ts'
import type { Log, Send } from '../delivery/send.ts'
import type { Delivery, DeliveryResult } from '../store/store.ts'
import type { Files } from './files.ts'
import { findMessage, metadataOf } from './find.ts'
import { CHANNEL_PACE, TOTAL_PACE } from './limits.ts'
import { type AccountOf, type Rendered, render } from './render.ts'

export interface SendOptions {
  readonly call: Call
  readonly now: () => Date
  readonly random: () => number
  readonly log: Log
  readonly accountOf: AccountOf
  readonly files: Files
}

/** The message is gone, too old to change, or of another make: the card is posted anew. */
const NOT_UPDATABLE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'block_mismatch',
])

function renderSafely(card: Card, thread: string, accountOf: AccountOf): Rendered | undefined {
  try {
    return render(card, thread, accountOf)
  } catch {
    return undefined
  }
}

function tsOf(result: unknown): string | undefined {
  const ts: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'ts') : undefined
  return typeof ts === 'string' ? ts : undefined
}

const sent = (ts: string | undefined): DeliveryResult => ({
  is: 'sent',
  ...(ts === undefined ? {} : { externalId: ts }),
})

/** Builds Slack's `Send`. */
export function createSend({ call, now, random, log, accountOf, files }: SendOptions): Send {
  const pace = createPace(CHANNEL_PACE, TOTAL_PACE)
  const patience = { now, random }

  async function update(delivery: Delivery, message: object): Promise<DeliveryResult | undefined> {
    if (delivery.replaces === undefined) return undefined
    const result = await call('chat.update', { ...message, channel: delivery.address, ts: delivery.replaces })
    if (result.is === 'done') return sent(delivery.replaces)
    if (result.is === 'refused' && NOT_UPDATABLE.has(result.code)) return undefined
    return failed(result, delivery, patience, 'freely')
  }

  /** After a lost answer: the result, if the message stands there or we cannot know yet. */
  async function look(delivery: Delivery): Promise<DeliveryResult | undefined> {
    const found = await findMessage(call, delivery)
    if (found.is === 'found') return sent(found.ts)
    if (found.is === 'absent') return undefined
    if (found.result.is !== 'refused') return failed(found.result, delivery, patience, 'freely')
    // Without the right to read the channel, a lead nobody sees is worse than a card that may stand there twice.
    log('error', 'slack.cannot-look', { code: found.result.code })
    return undefined
  }

  async function post(delivery: Delivery, message: object): Promise<DeliveryResult> {
    const result = await call('chat.postMessage', {
      ...message,
      channel: delivery.address,
      ...(delivery.threadRoot === undefined ? {} : { thread_ts: delivery.threadRoot }),
      unfurl_links: false,
      unfurl_media: false,
      mrkdwn: false,
    })
    return result.is === 'done' ? sent(tsOf(result.result)) : failed(result, delivery, patience, 'after-a-look')
  }

  /** The files of a card that stands: what is not there yet is tried again after a look, so nothing stands twice. */
  async function withFiles(delivery: Delivery, standing: DeliveryResult): Promise<DeliveryResult> {
    const root = delivery.threadRoot ?? (standing.is === 'sent' ? standing.externalId : undefined)
    if (standing.is !== 'sent' || root === undefined) return standing
    const failure = await files.put(delivery, root)
    if (!failure) return standing
    if (failure.is === 'limited') return { is: 'uncertain', code: 'file-limited' }
    if (failure.is !== 'refused') return { is: 'uncertain', code: failure.code }
    log('warn', 'slack.file-left-out', { delivery: String(delivery.id), code: failure.code })
    return standing
  }

  async function forgetFiles(delivery: Delivery): Promise<DeliveryResult | undefined> {
    const failure = delivery.message.card.recalled ? await files.forget(delivery) : undefined
    if (!failure) return undefined
    if (failure.is !== 'refused') return failed(failure, delivery, patience, 'freely')
    // the card is blanked all the same; who may delete is for a person to put right
    log('error', 'slack.file-stays', { delivery: String(delivery.id), code: failure.code })
    return undefined
  }

  return async delivery => {
    const { room, card } = delivery.message
    if (room.kind !== 'desk') return { is: 'dead', code: 'not-a-desk' }
    const rendered = renderSafely(card, room.thread, accountOf)
    if (!rendered) return { is: 'dead', code: 'unrenderable' }
    const message = { ...rendered, metadata: metadataOf(delivery), parse: 'none', link_names: false }
    await pace(delivery.address)
    const notForgotten = await forgetFiles(delivery)
    if (notForgotten) return notForgotten
    const updated = await update(delivery, message)
    if (updated) return withFiles(delivery, updated)
    const standing = delivery.uncertain ? await look(delivery) : undefined
    return withFiles(delivery, standing ?? (await post(delivery, message)))
  }
}
