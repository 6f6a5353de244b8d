// The outbox: messages for platforms that do not read this database. Per address they go out one at a time and in
// order; a message that waits there with the same slot is replaced in its place, so nobody is sent what is outdated.
import { isRobot, type Platform } from '../received.ts'
import { after, type StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { isFree, PUT_OFF_MS_MAX } from './free.ts'
import { Prisma } from './generated/client.ts'
import { openMessage, WITH_KEY } from './messages.ts'
import type { Delivery, DeliveryResult, Message, Room, Route } from './store.ts'

const LEASE_MS = 60_000
const CLAIMS_PER_CALL = 20
/** Pause after a try that ended without an answer, doubled with each, up to the last. */
const UNCERTAIN_PAUSE_MS = 2_000
const UNCERTAIN_PAUSE_MAX_MS = 300_000

/** Web page, desk page and terminal show what is stored; the others must be sent it. */
const READS_THE_STORE: Readonly<Record<Platform, boolean>> = {
  web: true,
  console: true,
  desk: true,
  clock: true,
  telegram: false,
  slack: false,
  feishu: false,
  dingtalk: false,
  wecom: false,
}

/** True for a platform that does not read this database: what is said there must be sent. */
export const mustBeSent = (platform: Platform): boolean => !READS_THE_STORE[platform]

/** Where a message of this room must be sent; nowhere when it is read from here. */
function addressesOf(route: Route, room: Room): readonly { platform: Platform; address: string }[] {
  const to = room.kind === 'enterprise' ? [{ platform: room.platform, address: room.peer }] : route(room.desk)
  return to.filter(({ platform }) => mustBeSent(platform))
}

interface NewDelivery {
  readonly messageId: bigint
  readonly platform: string
  readonly address: string
  readonly thread: string
  readonly slot: string | null
}

/** True when a message of the same slot was still waiting, untouched, and now gives its place to this one. */
async function takePlace(tx: Transaction, { messageId, ...place }: NewDelivery): Promise<boolean> {
  if (place.slot === null) return false
  const { count } = await tx.delivery.updateMany({
    where: { ...place, state: 'waiting', lease: null, uncertain: false },
    data: { messageId, attempts: 0, code: null },
  })
  return count > 0
}

export async function enqueueAll(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<void> {
  const fresh = new Map<string, NewDelivery>()
  for (const delivery of deliveries) {
    const { messageId, platform, address, thread, slot } = delivery
    // two of one slot in one turn: the later takes the place of the earlier
    const key = JSON.stringify(slot === null ? [String(messageId)] : [platform, address, thread, slot])
    if (fresh.has(key) || !(await takePlace(tx, delivery))) fresh.set(key, delivery)
  }
  if (fresh.size > 0) await tx.delivery.createMany({ data: [...fresh.values()] })
}

/** A robot is not told what has passed: its notice of this slot, should it still wait, is taken back. */
async function dropOutdated(tx: Transaction, { messageId: _later, ...place }: NewDelivery): Promise<void> {
  if (place.slot === null) return
  await tx.delivery.deleteMany({ where: { ...place, state: 'waiting', lease: null, uncertain: false } })
}

/** Puts outgoing messages into the outbox, those that have somewhere to go. A robot gets only what has a notice for it. */
export async function deliver(tx: Transaction, route: Route, messages: readonly Message[]): Promise<void> {
  const deliveries: NewDelivery[] = []
  for (const { id, room, slot, card } of messages) {
    const thread = room.kind === 'desk' ? room.thread : ''
    for (const to of addressesOf(route, room)) {
      const delivery = { messageId: id, ...to, thread, slot: slot ?? null }
      if (card.notice || !isRobot(to.platform)) deliveries.push(delivery)
      else await dropOutdated(tx, delivery)
    }
  }
  await enqueueAll(tx, deliveries)
}

/** Heads of the queues of all addresses. One that was claimed before and never settled may have been sent. */
async function claimHeads(context: StoreContext, platform: Platform, lease: string): Promise<readonly bigint[]> {
  const now = context.steady()
  const free = Prisma.raw(isFree(`'${now.toISOString()}'::timestamptz`, 'd.', LEASE_MS))
  const rows = await context.database.prisma.$queryRaw<{ id: bigint }[]>`
    WITH heads AS (
      SELECT DISTINCT ON (address) id FROM delivery
      WHERE state = 'waiting' AND platform = ${platform}
      ORDER BY address, id),
    picked AS MATERIALIZED (
      SELECT d.id FROM delivery AS d JOIN heads ON heads.id = d.id
      WHERE d.state = 'waiting' AND ${free}
      ORDER BY d.id
      LIMIT ${CLAIMS_PER_CALL}
      FOR UPDATE OF d SKIP LOCKED)
    UPDATE delivery AS d
    SET uncertain = d.uncertain OR d.lease IS NOT NULL, attempts = d.attempts + 1,
        lease = ${lease}, lease_until = ${after(now, LEASE_MS)}::timestamptz
    FROM picked WHERE d.id = picked.id
    RETURNING d.id`
  return rows.map(row => row.id)
}

interface ExternalIds {
  readonly id: bigint
  readonly replaces: string | null
  readonly threadRoot: string | null
}

function readExternalIds(context: StoreContext, ids: readonly bigint[]): Promise<ExternalIds[]> {
  return context.database.prisma.$queryRaw<ExternalIds[]>`
    SELECT d.id,
      (SELECT s.external_id FROM delivery AS s
       WHERE s.platform = d.platform AND s.address = d.address AND s.thread = d.thread AND s.slot = d.slot
         AND s.external_id IS NOT NULL
       ORDER BY s.id DESC LIMIT 1) AS "replaces",
      (SELECT s.external_id FROM delivery AS s
       WHERE d.thread <> '' AND s.platform = d.platform AND s.address = d.address AND s.thread = d.thread
         AND s.external_id IS NOT NULL
       ORDER BY s.id LIMIT 1) AS "threadRoot"
    FROM delivery AS d WHERE d.id = ANY(${ids})`
}

/** What was erased while it was under way is not sent again. */
async function dropErased(context: StoreContext): Promise<void> {
  const free = [{ lease: null }, { leaseUntil: { lte: context.steady() } }]
  await context.database.prisma.delivery.deleteMany({ where: { state: 'waiting', messageId: null, OR: free } })
}

export async function due(context: StoreContext, platform: Platform): Promise<readonly Delivery[]> {
  await dropErased(context)
  const lease = context.newId()
  const ids = await claimHeads(context, platform, lease)
  if (ids.length === 0) return []
  const where = { id: { in: [...ids] }, lease }
  const [rows, external] = await Promise.all([
    context.database.prisma.delivery.findMany({
      where,
      include: { message: { include: WITH_KEY } },
      orderBy: { id: 'asc' },
    }),
    readExternalIds(context, ids),
  ])
  const externalOf = new Map(external.map(row => [row.id, row]))
  return rows.flatMap((row): Delivery[] => {
    if (!row.message) return []
    return [
      {
        id: row.id,
        platform,
        address: row.address,
        message: openMessage(context, row.message),
        attempts: row.attempts,
        replaces: externalOf.get(row.id)?.replaces ?? undefined,
        threadRoot: externalOf.get(row.id)?.threadRoot ?? undefined,
        uncertain: row.uncertain,
        lease,
      },
    ]
  })
}

/** Milliseconds to an instant of the time of day. */
const untilThen = (now: Date, at: string): number => Math.max(0, Date.parse(at) - now.getTime())

/** What a result leaves in the row. An edit may bring no id: then the slot keeps the one it had. */
function settled({ now, steady }: StoreContext, delivery: Delivery, result: DeliveryResult) {
  const free = { lease: null, leaseUntil: null, begunAt: null }
  switch (result.is) {
    case 'sent':
      return { ...free, state: 'sent' as const, externalId: result.externalId ?? null, code: null }
    case 'later':
      return {
        ...free,
        notBefore: after(steady(), Math.min(untilThen(now(), result.at), PUT_OFF_MS_MAX)),
        code: result.code,
      }
    case 'uncertain': {
      const pause = Math.min(UNCERTAIN_PAUSE_MS * 2 ** (delivery.attempts - 1), UNCERTAIN_PAUSE_MAX_MS)
      return { ...free, uncertain: true, notBefore: after(steady(), pause), code: result.code }
    }
    case 'dead':
      return { ...free, state: 'dead' as const, code: result.code }
  }
}

/** See Store.begin. The row's lock puts it before or after a withdrawal, never beside it. */
export async function begin(context: StoreContext, { id, lease }: Delivery): Promise<boolean> {
  const { count } = await context.database.prisma.delivery.updateMany({
    where: { id, lease, state: 'waiting', messageId: { not: null } },
    data: { begunAt: context.now() },
  })
  return count === 1
}

export async function settle(context: StoreContext, delivery: Delivery, result: DeliveryResult): Promise<void> {
  const { prisma } = context.database
  const ours = { id: delivery.id, lease: delivery.lease }
  const where = { ...ours, messageId: { not: null } }
  const { count } = await prisma.delivery.updateMany({ where, data: settled(context, delivery, result) })
  // if its message was erased meanwhile, nothing is left to know about it
  if (count === 0) await prisma.delivery.deleteMany({ where: { ...ours, messageId: null } })
}

export async function threadOf(
  context: StoreContext,
  platform: Platform,
  address: string,
  externalId: string,
): Promise<string | undefined> {
  const row = await context.database.prisma.delivery.findFirst({
    where: { platform, address, externalId, thread: { not: '' } },
  })
  return row?.thread
}
