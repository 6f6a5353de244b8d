// Events wait here from the moment they arrive until their turn has been committed. Of one case only the oldest waiting
// event can be claimed, so that its turns keep their order, also with several processes on one PostgreSQL.
import type { Received } from '../received.ts'
import { after, type StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { receivedGate } from './json.ts'
import type { InboxItem } from './store.ts'
import { StoreError } from './store-error.ts'

const LEASE_MS = 30_000
/** Pauses between the tries; after the last the event is dead. */
const RETRY_AFTER_MS = [500, 2_000, 8_000, 30_000]
const TRIES_MAX = RETRY_AFTER_MS.length + 1

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

async function laneOf(context: StoreContext, received: Received): Promise<string> {
  if (received.target.kind === 'conversation') return laneOfChat(received.platform, received.target.peer)
  const { prisma } = context.database
  const id = await caseOfThread(prisma, received.target.thread)
  const owner = id === undefined ? null : await prisma.conversation.findUnique({ where: { id } })
  return owner ? laneOfChat(owner.platform, owner.peer) : `thread:${received.target.thread}`
}

export async function accept(context: StoreContext, received: Received): Promise<'accepted' | 'duplicate'> {
  const payload = receivedGate.write(received)
  const row = {
    platform: payload.platform,
    eventId: payload.eventId,
    lane: await laneOf(context, payload),
    payload: { ...payload },
    acceptedAt: context.now(),
  }
  const { count } = await context.database.prisma.inbox.createMany({ data: [row], skipDuplicates: true })
  return count === 1 ? 'accepted' : 'duplicate'
}

interface Claim {
  readonly id: bigint
  readonly payload: unknown
  readonly attempts: number
}

/** Takes the oldest event that is first in its lane; a try counts from here, so that a crash counts as well. */
async function claim(context: StoreContext, lease: string): Promise<Claim | undefined> {
  const now = context.now()
  const [row] = await context.database.prisma.$queryRaw<Claim[]>`
    WITH picked AS MATERIALIZED (
      SELECT id FROM inbox AS i
      WHERE state = 'waiting'
        AND (not_before IS NULL OR not_before <= ${now}::timestamptz)
        AND (lease_until IS NULL OR lease_until <= ${now}::timestamptz)
        AND NOT EXISTS (
          SELECT 1 FROM inbox AS o
          WHERE o.lane = i.lane AND o.state = 'waiting' AND o.id <> i.id
            AND (o.id < i.id OR o.lease_until > ${now}::timestamptz))
      ORDER BY id
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    UPDATE inbox AS i
    SET lease = ${lease}, lease_until = ${after(now, LEASE_MS)}::timestamptz, attempts = i.attempts + 1
    FROM picked WHERE i.id = picked.id
    RETURNING i.id, i.payload, i.attempts`
  return row
}

async function bury(context: StoreContext, id: bigint, lease: string, code: string): Promise<void> {
  const data = { state: 'dead', code, lease: null, leaseUntil: null } as const
  await context.database.prisma.inbox.updateMany({ where: { id, lease }, data })
}

export async function next(context: StoreContext): Promise<InboxItem | undefined> {
  for (;;) {
    const lease = context.newId()
    const claimed = await claim(context, lease)
    if (!claimed) return undefined
    const { id, payload, attempts } = claimed
    if (attempts > TRIES_MAX) {
      // nobody ever gave it back: each process that held it went down
      await bury(context, id, lease, 'abandoned')
      continue
    }
    try {
      return { id, received: receivedGate.read(payload), attempts, lease }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      await bury(context, id, lease, error.code)
    }
  }
}

export async function fail(context: StoreContext, item: InboxItem, code: string): Promise<'again' | 'dead'> {
  const pause = RETRY_AFTER_MS[item.attempts - 1]
  if (pause === undefined) {
    await bury(context, item.id, item.lease, code)
    return 'dead'
  }
  const data = { code, lease: null, leaseUntil: null, notBefore: after(context.now(), pause) }
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
