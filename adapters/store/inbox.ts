// Events wait here from the moment they arrive until their turn has been committed. Of one case only the oldest waiting
// event can be claimed, so that its turns keep their order, also with several processes on one PostgreSQL.
import { z } from 'zod'
import { PLATFORMS, type Received } from '../received.ts'
import { after, type StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { Prisma } from './generated/client.ts'
import { receivedGate } from './json.ts'
import { openJsonBy, sealJson } from './seal.ts'
import type { InboxItem } from './store.ts'
import { StoreError } from './store-error.ts'

const LEASE_MS = 30_000
const OLDEST_LOOKED_AT = 50
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
  const { target } = received
  const id = target.kind === 'case' ? target.case : await caseOfThread(prisma, target.thread)
  const owner = id === undefined ? null : await prisma.conversation.findUnique({ where: { id } })
  if (owner) return laneOfChat(owner.platform, owner.peer)
  return target.kind === 'case' ? `case:${target.case}` : `thread:${target.thread}`
}

export async function accept(context: StoreContext, received: Received): Promise<'accepted' | 'duplicate'> {
  const payload = receivedGate.write(received)
  const row = {
    platform: payload.platform,
    eventId: payload.eventId,
    lane: await laneOf(context, payload),
    payload: { ...payload, event: sealJson(context.vault.inboxKey, placeOf(payload), payload.event) },
    acceptedAt: context.now(),
  }
  const { count } = await context.database.prisma.inbox.createMany({ data: [row], skipDuplicates: true })
  return count === 1 ? 'accepted' : 'duplicate'
}

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

interface Claim {
  readonly id: bigint
  readonly payload: unknown
  readonly attempts: number
}

/** First events of their lanes among the oldest that wait: nearly always there is a free one, and it is found at once. */
const nearHeads = Prisma.sql`
  SELECT id FROM (SELECT id, lane FROM inbox WHERE state = 'waiting' ORDER BY id LIMIT ${OLDEST_LOOKED_AT}) AS old
  WHERE id = (SELECT o.id FROM inbox AS o WHERE o.state = 'waiting' AND o.lane = old.lane ORDER BY o.id LIMIT 1)`

/** First events of all lanes, for when one chat has flooded the front of the inbox: jumps from lane to lane. */
const allHeads = Prisma.sql`
  WITH RECURSIVE lanes AS (
    (SELECT id, lane FROM inbox WHERE state = 'waiting' ORDER BY lane, id LIMIT 1)
    UNION ALL
    SELECT first.id, first.lane FROM lanes CROSS JOIN LATERAL (
      SELECT id, lane FROM inbox WHERE state = 'waiting' AND lane > lanes.lane ORDER BY lane, id LIMIT 1) AS first)
  SELECT id FROM lanes`

/** Where fewer than this many events wait, somebody is talking; where more do, somebody floods, and waits behind the others. */
const CROWD = 6
/** One claim in so many goes by age alone, so that a crowded lane moves on also while all others are busy. */
const BY_AGE_EVERY = 4
/** Lanes looked through for one that is not crowded, when the front of the inbox is one flood. */
const LANES_LOOKED_AT = 200

const notCrowded = Prisma.sql`
  (SELECT count(*) FROM (
    SELECT 1 FROM inbox AS c WHERE c.state = 'waiting' AND c.lane = h.lane LIMIT ${CROWD}) AS crowd) < ${CROWD}`

const quietNearHeads = Prisma.sql`
  SELECT id FROM (SELECT id, lane FROM inbox WHERE state = 'waiting' ORDER BY id LIMIT ${OLDEST_LOOKED_AT}) AS h
  WHERE id = (SELECT o.id FROM inbox AS o WHERE o.state = 'waiting' AND o.lane = h.lane ORDER BY o.id LIMIT 1)
    AND ${notCrowded}`

const quietHeads = Prisma.sql`
  WITH RECURSIVE lanes AS (
    (SELECT id, lane, 1 AS n FROM inbox WHERE state = 'waiting' ORDER BY lane, id LIMIT 1)
    UNION ALL
    SELECT first.id, first.lane, lanes.n + 1 FROM lanes CROSS JOIN LATERAL (
      SELECT id, lane FROM inbox WHERE state = 'waiting' AND lane > lanes.lane ORDER BY lane, id LIMIT 1) AS first
    WHERE lanes.n < ${LANES_LOOKED_AT})
  SELECT id FROM lanes AS h WHERE ${notCrowded}`

/**
 * Takes the oldest free event of these; a try counts from here, so that a crash counts as well. The queries are written
 * so that they stay quick where PostgreSQL knows nothing of the tables' contents, as in the embedded database.
 */
async function claimOf(context: StoreContext, heads: Prisma.Sql, lease: string): Promise<Claim | undefined> {
  const now = context.now()
  const [row] = await context.database.prisma.$queryRaw<Claim[]>`
    WITH picked AS MATERIALIZED (
      SELECT id FROM inbox
      WHERE id = ANY(ARRAY(${heads})) AND state = 'waiting'
        AND (not_before IS NULL OR not_before <= ${now}::timestamptz)
        AND (lease_until IS NULL OR lease_until <= ${now}::timestamptz)
      ORDER BY id
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    UPDATE inbox AS i
    SET lease = ${lease}, lease_until = ${after(now, LEASE_MS)}::timestamptz, attempts = i.attempts + 1
    FROM picked WHERE i.id = picked.id
    RETURNING i.id, i.payload, i.attempts`
  return row
}

/** claims of this process so far */
let claims = 0

/** Those who talk before those who flood, the oldest first; a flood alone is worked off at full speed. */
async function claim(context: StoreContext, lease: string): Promise<Claim | undefined> {
  claims += 1
  const quiet =
    claims % BY_AGE_EVERY === 0
      ? undefined
      : ((await claimOf(context, quietNearHeads, lease)) ?? (await claimOf(context, quietHeads, lease)))
  return quiet ?? (await claimOf(context, nearHeads, lease)) ?? (await claimOf(context, allHeads, lease))
}

/** Puts an event aside for good; false when it is somebody else's by now. */
async function bury(context: StoreContext, id: bigint, lease: string, code: string): Promise<boolean> {
  const data = { state: 'dead', code, lease: null, leaseUntil: null } as const
  const { count } = await context.database.prisma.inbox.updateMany({ where: { id, lease }, data })
  return count === 1
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
      return { id, received: receivedGate.read(openPayload(context, payload)), attempts, lease }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      await bury(context, id, lease, error.code)
    }
  }
}

export async function fail(context: StoreContext, item: InboxItem, code: string): Promise<'again' | 'dead'> {
  const pause = RETRY_AFTER_MS[item.attempts - 1]
  if (pause === undefined) {
    return (await bury(context, item.id, item.lease, code)) ? 'dead' : 'again'
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
