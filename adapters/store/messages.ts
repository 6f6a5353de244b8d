// What was said, room by room. Ids grow with the order of commits within a room's view: an enterprise's chat is
// written under the lock of its case, all desks under the lock of the audit chain (see play.ts).
import type { Card } from '#bot'
import type { Platform } from '../received.ts'
import { PLATFORMS } from '../received.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import type { Message as MessageRow } from './generated/client.ts'
import { cardGate } from './json.ts'
import { openJson, sealJson } from './seal.ts'
import type { Message, Room } from './store.ts'
import { StoreError } from './store-error.ts'

/** One read gives at most this many; the reader goes on after the last id. */
export const MESSAGES_PER_READ = 1_000
/** How far back a pressed button is looked for. */
const CARDS_SEARCHED = 50

export interface NewMessage {
  readonly room: Room
  readonly direction: 'in' | 'out'
  readonly author?: string | undefined
  readonly card: Card
  readonly slot?: string | undefined
  readonly at: Date
}

const roomColumns = (room: Room) =>
  room.kind === 'enterprise'
    ? { platform: room.platform, peer: room.peer, desk: null, thread: null }
    : { platform: null, peer: null, desk: room.desk, thread: room.thread }

function roomOf({ platform, peer, desk, thread }: MessageRow): Room {
  if (desk !== null && thread !== null) return { kind: 'desk', desk, thread }
  const known = PLATFORMS.find(name => name === platform)
  if (known !== undefined && peer !== null) return { kind: 'enterprise', platform: known, peer }
  throw new StoreError('unreadable', 'a stored message belongs to no room')
}

const place = (caseId: string | null): string => `message ${caseId}`

/** A row with its case's key, where it still has a case. */
export type SealedMessage = MessageRow & {
  readonly conversation: { readonly key: { readonly wrapped: string } | null } | null
}
/** What a query must include for `openMessage`. */
export const WITH_KEY = { conversation: { select: { key: { select: { wrapped: true } } } } } as const

/** A stored message, opened with the key of its case. */
export function openMessage({ vault }: StoreContext, row: SealedMessage): Message {
  const wrapped = row.conversation?.key?.wrapped
  return toMessage(row, row.caseId === null || wrapped === undefined ? null : vault.unwrap(row.caseId, wrapped))
}

function toMessage(row: MessageRow, key: Buffer | null): Message {
  return {
    id: row.id,
    room: roomOf(row),
    direction: row.direction,
    author: row.author ?? undefined,
    card: cardGate.read(key ? openJson(key, place(row.caseId), row.card) : row.card),
    slot: row.slot ?? undefined,
    at: row.at.toISOString(),
  }
}

/** Whose a message is: it is sealed with the key of its case. */
export interface Owner {
  readonly caseId: string
  readonly key: Buffer
}

/** A message as its row takes it, sealed for its owner. */
export function messageRow(of: Owner | null, message: NewMessage) {
  const card = cardGate.write(message.card)
  return {
    caseId: of?.caseId ?? null,
    ...roomColumns(message.room),
    direction: message.direction,
    author: message.author ?? null,
    card: (of ? sealJson(of.key, place(of.caseId), card) : { ...card }) as object,
    slot: message.slot ?? null,
    at: message.at,
  }
}

/** Stores messages in order and returns them as they were stored. `of` null: they outlive the case, and say nothing of it. */
export async function writeMessages(
  tx: Transaction,
  of: Owner | null,
  messages: readonly NewMessage[],
): Promise<readonly Message[]> {
  if (messages.length === 0) return []
  const rows = await tx.message.createManyAndReturn({ data: messages.map(message => messageRow(of, message)) })
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(row => toMessage(row, of?.key ?? null))
}

async function readMessages(context: StoreContext, where: object, afterId: bigint): Promise<readonly Message[]> {
  const rows = await context.database.prisma.message.findMany({
    where: { ...where, id: { gt: afterId } },
    orderBy: { id: 'asc' },
    take: MESSAGES_PER_READ,
    include: WITH_KEY,
  })
  return rows.map(row => openMessage(context, row))
}

export const readChat = (context: StoreContext, platform: Platform, peer: string, afterId: bigint) =>
  readMessages(context, { platform, peer }, afterId)

export const readDesks = (context: StoreContext, afterId: bigint, only?: readonly string[]) =>
  readMessages(context, { desk: only ? { in: [...only] } : { not: null } }, afterId)

/** What stood on a button that was pressed in this room, from the newest card that has it. */
export async function findLabel(
  tx: Transaction,
  context: StoreContext,
  room: Room,
  press: string,
): Promise<string | undefined> {
  const { platform, peer, desk, thread } = roomColumns(room)
  const rows = await tx.message.findMany({
    where: { platform, peer, desk, thread, direction: 'out' },
    orderBy: { id: 'desc' },
    take: CARDS_SEARCHED,
    include: WITH_KEY,
  })
  for (const row of rows) {
    const button = openMessage(context, row)
      .card.buttons?.flat()
      .find(candidate => candidate.press === press)
    if (button) return button.text
  }
  return undefined
}
