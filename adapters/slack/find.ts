// Looks for a message of ours in a channel or thread by the outbox id in its metadata: the way to make a post happen
// exactly once although its answer was lost.
import { z } from 'zod'
import type { Call, CallResult } from '../delivery/call.ts'
import type { Delivery } from '../store/store.ts'
import { FIND_PAGE, FIND_PAGES_MAX, FIND_SLACK_S } from './limits.ts'

export const EVENT_TYPE = 'yinqi_message'

/** What marks a message as the one of this delivery. */
export function metadataOf(delivery: Delivery): { event_type: string; event_payload: { id: string } } {
  return { event_type: EVENT_TYPE, event_payload: { id: String(delivery.id) } }
}

const pageSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: z.unknown().optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
const metadataSchema = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ id: z.string() }),
})

export type Found =
  | { readonly is: 'found'; readonly ts: string }
  | { readonly is: 'absent' }
  | { readonly is: 'failed'; readonly result: Exclude<CallResult, { is: 'done' }> }

/** Reads the channel, or the thread, from shortly before the message was written. */
export async function findMessage(call: Call, delivery: Delivery): Promise<Found> {
  const method = delivery.threadRoot === undefined ? 'conversations.history' : 'conversations.replies'
  const oldest = String(Math.floor(Date.parse(delivery.message.at) / 1_000) - FIND_SLACK_S)
  let cursor: string | undefined
  for (let page = 0; page < FIND_PAGES_MAX; page++) {
    const result = await call(method, {
      channel: delivery.address,
      ...(delivery.threadRoot === undefined ? {} : { ts: delivery.threadRoot }),
      include_all_metadata: true,
      oldest,
      limit: FIND_PAGE,
      ...(cursor ? { cursor } : {}),
    })
    if (result.is !== 'done') return { is: 'failed', result }
    const parsed = pageSchema.safeParse(result.result)
    if (!parsed.success) return { is: 'failed', result: { is: 'unknown', code: 'history-shape' } }
    const hit = parsed.data.messages.find(
      message => metadataSchema.safeParse(message.metadata).data?.event_payload.id === String(delivery.id),
    )
    if (hit) return { is: 'found', ts: hit.ts }
    cursor = parsed.data.response_metadata?.next_cursor || undefined
    if (!cursor) return { is: 'absent' }
  }
  return { is: 'absent' }
}
