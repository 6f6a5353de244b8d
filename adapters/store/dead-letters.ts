// What could not be played or sent after all tries: listed by id and code, tried again by hand, and announced exactly
// once, whichever process notices it first.
import type { Card } from '#bot'
import { CLOSED } from '../delivery/failed.ts'
import { lockChain } from './audit.ts'
import type { StoreContext } from './context.ts'
import { deliver } from './deliveries.ts'
import { writeMessages } from './messages.ts'

/** Newest first; more than this nobody reads. */
const LISTED_MAX = 200
/** One announcement names at most this many; the rest follow in the next. */
const ANNOUNCED_MAX = 50

export interface DeadLetter {
  readonly kind: 'event' | 'delivery'
  readonly id: bigint
  readonly platform: string
  /** why it died: a code, never a text */
  readonly code: string
  readonly attempts: number
  /** whose card it was, for a delivery to a desk */
  readonly desk?: string | undefined
}

interface Row {
  readonly id: bigint
  readonly platform: string
  readonly code: string | null
  readonly attempts: number
  readonly desk?: string | null
}

const letter = (kind: DeadLetter['kind'], { id, platform, code, attempts, desk }: Row): DeadLetter => ({
  kind,
  id,
  platform,
  code: code ?? 'unknown',
  attempts,
  ...(desk ? { desk } : {}),
})

/** Dead events and deliveries, newest first. */
export async function deadLetters({ database: { prisma } }: StoreContext): Promise<readonly DeadLetter[]> {
  const query = { where: { state: 'dead' }, orderBy: { id: 'desc' }, take: LISTED_MAX } as const
  const events = await prisma.inbox.findMany(query)
  const deliveries = await prisma.delivery.findMany({ ...query, include: { message: { select: { desk: true } } } })
  const withDesk = deliveries.map(({ message, ...row }) => letter('delivery', { ...row, desk: message?.desk ?? null }))
  return [...events.map(row => letter('event', row)), ...withDesk]
}

/** Gives a dead letter all its tries again; false when there is none of that id, or nothing of it is left. */
export async function reviveLetter(
  { database: { prisma } }: StoreContext,
  kind: DeadLetter['kind'],
  id: bigint,
): Promise<boolean> {
  const data = { state: 'waiting', attempts: 0, notBefore: null, code: null, alarmed: false } as const
  if (kind === 'delivery') {
    const { count } = await prisma.delivery.updateMany({ where: { id, state: 'dead', messageId: { not: null } }, data })
    return count === 1
  }
  // an event whose words were erased has nothing to play
  const count = await prisma.$executeRaw`
    UPDATE inbox SET state = 'waiting', attempts = 0, not_before = NULL, code = NULL, alarmed = false
    WHERE id = ${id} AND state = 'dead' AND payload IS NOT NULL`
  return count === 1
}

/** Puts a dead letter away for good, words and all; false when there is none of that id. */
export async function dropLetter(
  { database: { prisma } }: StoreContext,
  kind: DeadLetter['kind'],
  id: bigint,
): Promise<boolean> {
  if (kind === 'delivery') return (await prisma.delivery.deleteMany({ where: { id, state: 'dead' } })).count === 1
  const count = await prisma.$executeRaw`
    UPDATE inbox SET state = 'done', payload = NULL WHERE id = ${id} AND state = 'dead'`
  return count === 1
}

/**
 * Takes the dead letters that nobody has announced yet and writes the card about them to a desk, in one transaction: a
 * crash announces them again from the start, and two processes never both.
 */
export async function announceDead(
  context: StoreContext,
  desk: string,
  cardOf: (letters: readonly DeadLetter[]) => Card,
): Promise<readonly DeadLetter[]> {
  return context.database.transact(async tx => {
    const events = await tx.$queryRaw<Row[]>`
      UPDATE inbox SET alarmed = true WHERE id IN (
        SELECT id FROM inbox WHERE state = 'dead' AND NOT alarmed ORDER BY id LIMIT ${ANNOUNCED_MAX} FOR UPDATE SKIP LOCKED)
      RETURNING id, platform, code, attempts`
    const deliveries = await tx.$queryRaw<Row[]>`
      UPDATE delivery SET alarmed = true WHERE id IN (
        SELECT id FROM delivery WHERE state = 'dead' AND NOT alarmed AND code IS DISTINCT FROM ${CLOSED}
        ORDER BY id LIMIT ${ANNOUNCED_MAX} FOR UPDATE SKIP LOCKED)
      RETURNING id, platform, code, attempts,
        (SELECT m.desk FROM message AS m WHERE m.id = delivery.message_id) AS "desk"`
    const letters = [...events.map(row => letter('event', row)), ...deliveries.map(row => letter('delivery', row))]
    if (letters.length === 0) return []
    // desk messages are read by id, so their ids are drawn under the lock of the chain; see play.ts
    await lockChain(tx)
    const slot = `dead-letters.${context.newId()}`
    const room = { kind: 'desk', desk, thread: 'dead-letters' } as const
    const card = cardOf(letters)
    const written = await writeMessages(tx, null, [{ room, direction: 'out', card, slot, at: context.now() }])
    await deliver(tx, context.route, written)
    return letters
  })
}
