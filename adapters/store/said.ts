// What a turn says, and what it was told, as messages of their rooms.
import type { Post } from '#bot'
import type { Platform, Received } from '../received.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { findLabel, type NewMessage } from './messages.ts'
import type { Room } from './store.ts'

/** The room in which an event was said; undefined for an enterprise that names a desk's thread, and for a timer. */
function roomOfEvent(received: Received): Room | undefined {
  const { target, from, platform } = received
  if (target.kind === 'conversation') return { kind: 'enterprise', platform, peer: target.peer }
  if (target.kind === 'case' || from.kind !== 'staff') return undefined
  return { kind: 'desk', desk: from.desk, thread: target.thread }
}

/** Every desk message has a slot, so that each of them can be blanked later. */
function slotOf(context: StoreContext, room: Room, slot: string | undefined): string | undefined {
  return room.kind === 'desk' ? (slot ?? `message.${context.newId()}`) : slot
}

/** What somebody typed or sent, in words; a button's stand on its card. */
function wordsOf(event: Received['event']): string | undefined {
  if (event.kind === 'text') return event.text
  return event.kind === 'paper' ? `📎 ${event.paper.name}` : undefined
}

/** What the sender said, as a message of its room: the text, or the label of the button. */
export async function heard(
  tx: Transaction,
  context: StoreContext,
  received: Received,
): Promise<readonly NewMessage[]> {
  const { event, from } = received
  const room = roomOfEvent(received)
  if (!room || event.kind === 'open' || event.kind === 'away' || event.kind === 'tick') return []
  const text = wordsOf(event) ?? ('press' in event ? await findLabel(tx, context, room, event.press) : undefined)
  if (text === undefined) return []
  return [
    {
      room,
      direction: 'in',
      author: from.kind === 'staff' ? from.name : undefined,
      card: { lines: [{ kind: 'text', text }] },
      slot: slotOf(context, room, undefined),
      at: new Date(received.at),
    },
  ]
}

/** Where an enterprise is talked to. */
export interface Chat {
  readonly platform: Platform
  readonly peer: string
}

/** What the bot says, as messages of the rooms it says it in. */
export function toSay(context: StoreContext, { platform, peer }: Chat, posts: readonly Post[]): readonly NewMessage[] {
  const at = context.now()
  return posts.map(({ to, card, slot }) => {
    const room: Room =
      to.kind === 'desk' ? { kind: 'desk', desk: to.desk, thread: to.thread } : { kind: 'enterprise', platform, peer }
    return { room, direction: 'out', card, slot: slotOf(context, room, slot), at }
  })
}
