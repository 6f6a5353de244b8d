// Events wait here from the moment they arrive (intake.ts) until their turn has been committed: claimed (claim.ts), then
// finished with it, or given back after a fault, or put aside.
import { z } from 'zod'
import { PLATFORMS, type Received } from '../received.ts'
import { after, type StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { openJsonBy } from './seal.ts'
import type { InboxItem } from './store.ts'

/** Pauses between the tries; after the last the event is dead. */
const RETRY_AFTER_MS = [500, 2_000, 8_000, 30_000]
export const TRIES_MAX = RETRY_AFTER_MS.length + 1

/** Case that owns a lead or a visit: staff events name the thread, not the case. */
export async function caseOfThread(tx: Transaction, thread: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ caseId: string }[]>`
    SELECT case_id AS "caseId" FROM lead WHERE id = ${thread}
    UNION ALL
    SELECT case_id FROM visit WHERE id = ${thread}
    LIMIT 1`
  return row?.caseId
}

export const laneOfChat = (platform: string, peer: string): string => `${platform}:${peer}`

/** Events of one case share a lane, whoever they come from. */
export async function laneOf(context: StoreContext, received: Received): Promise<string> {
  if (received.target.kind === 'conversation') return laneOfChat(received.platform, received.target.peer)
  const { prisma } = context.database
  const { target } = received
  const id = target.kind === 'case' ? target.case : await caseOfThread(prisma, target.thread)
  const owner = id === undefined ? null : await prisma.conversation.findUnique({ where: { id } })
  if (owner) return laneOfChat(owner.platform, owner.peer)
  return target.kind === 'case' ? `case:${target.case}` : `thread:${target.thread}`
}

/** What an event's sealed words are bound to. */
export const placeOf = ({ platform, eventId }: Pick<Received, 'platform' | 'eventId'>): string =>
  `event ${platform} ${eventId}`

/** The stored event with what was said in it; anything that is no event of ours is left for the gate to refuse. */
export function openPayload({ vault }: StoreContext, payload: unknown): unknown {
  const envelope = z
    .looseObject({ platform: z.enum(PLATFORMS), eventId: z.string(), event: z.unknown() })
    .safeParse(payload)
  if (!envelope.success) return payload
  return { ...envelope.data, event: openJsonBy(vault.inboxKeys, placeOf(envelope.data), envelope.data.event) }
}

/** Puts an event aside for good; false when it is somebody else's by now. */
export async function bury(context: StoreContext, id: bigint, lease: string, code: string): Promise<boolean> {
  const data = { state: 'dead', code, lease: null, leaseUntil: null } as const
  const { count } = await context.database.prisma.inbox.updateMany({ where: { id, lease }, data })
  return count === 1
}

export async function fail(context: StoreContext, item: InboxItem, code: string): Promise<'again' | 'dead'> {
  const pause = RETRY_AFTER_MS[item.attempts - 1]
  if (pause === undefined) {
    return (await bury(context, item.id, item.lease, code)) ? 'dead' : 'again'
  }
  const data = { code, lease: null, leaseUntil: null, notBefore: after(context.steady(), pause) }
  await context.database.prisma.inbox.updateMany({ where: { id: item.id, lease: item.lease }, data })
  return 'again'
}

/** Marks the event done and forgets what it said; false when it is no longer ours to play. */
export async function finish(tx: Transaction, item: InboxItem): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE inbox SET state = 'done', payload = NULL, lease = NULL, lease_until = NULL, code = NULL
    WHERE id = ${item.id} AND lease = ${item.lease} AND state = 'waiting'`
  return count === 1
}
