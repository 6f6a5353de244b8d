// Timers of cases. A turn sets and stops them in its own transaction; when one is due it becomes an event of the inbox
// like any other, and the turn of that event takes the timer away. So a timer takes effect once, or, stopped, never.
import { LEAD_ENDS, type TimerChange } from '#bot'
import type { Received } from '../received.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { laneOfChat } from './inbox.ts'
import { receivedGate } from './json.ts'

/** One call moves at most this many, so that it never holds the database for long. */
export const TIMERS_PER_RING = 200

interface DueTimer {
  readonly id: string
  readonly caseId: string
  readonly at: Date
  readonly what: string
  readonly platform: string
  readonly peer: string
}

/** What a turn wants of its case's timers: keys that stop, and timers that are set. One that is set again gets a new id. */
export function timerRows(context: StoreContext, changes: readonly TimerChange[] = []) {
  const set = changes.flatMap(change =>
    change.at === null ? [] : [{ key: change.key, id: context.newId(), at: new Date(change.at), what: change.what }],
  )
  const again = new Set(set.map(({ key }) => key))
  return { stop: changes.map(({ key }) => key).filter(key => !again.has(key)), set }
}

/** Writes what a turn wants of its case's timers. A key that is set again gets a new id: its old tick is stale. */
export async function writeTimers(
  tx: Transaction,
  context: StoreContext,
  caseId: string,
  changes: readonly TimerChange[] = [],
): Promise<void> {
  if (changes.length === 0) return
  const { set } = timerRows(context, changes)
  await tx.timer.deleteMany({ where: { caseId, key: { in: changes.map(change => change.key) } } })
  if (set.length > 0) await tx.timer.createMany({ data: set.map(timer => ({ caseId, ...timer })) })
}

/** Takes the timer of a tick away; false when it was set anew or stopped. True for every event that no timer brought about. */
export async function takeTimer(tx: Transaction, { event, eventId, target }: Received): Promise<boolean> {
  if (event.kind !== 'tick' || target.kind !== 'case') return true
  const { count } = await tx.timer.deleteMany({ where: { id: eventId } })
  return count === 1
}

/** See Store.windLeads. Two processes that start at once set each timer once. */
export async function windLeads({ database: { prisma }, now, newId }: StoreContext): Promise<number> {
  const leads = await prisma.$queryRaw<{ id: string; caseId: string }[]>`
    SELECT l.id, l.case_id AS "caseId" FROM lead AS l
    LEFT JOIN timer AS t ON t.case_id = l.case_id AND t.key = 'lead.' || l.id
    WHERE t.id IS NULL AND l.state <> ALL (${[...LEAD_ENDS]}::text[])`
  const data = leads.map(({ id, caseId }) => ({
    caseId,
    key: `lead.${id}`,
    id: newId(),
    at: now(),
    what: `lead:${id}`,
  }))
  const { count } = await prisma.timer.createMany({ data, skipDuplicates: true })
  return count
}

/** See Store.ring. Several processes may ring at once: each takes other timers. */
export async function ring(context: StoreContext): Promise<number> {
  const now = context.now()
  return context.database.transact(async tx => {
    const due = await tx.$queryRaw<DueTimer[]>`
      WITH picked AS MATERIALIZED (
        SELECT id FROM timer WHERE rung_at IS NULL AND at <= ${now}::timestamptz
        ORDER BY at, id
        LIMIT ${TIMERS_PER_RING}
        FOR UPDATE SKIP LOCKED)
      UPDATE timer AS t SET rung_at = ${now}::timestamptz
      FROM picked, conversation AS c WHERE t.id = picked.id AND c.id = t.case_id
      RETURNING t.id, t.case_id AS "caseId", t.at, t.what, c.platform, c.peer`
    if (due.length === 0) return 0
    // the database returns them in any order; the inbox keeps the one in which they fell due
    const ordered = due.toSorted((a, b) => a.at.getTime() - b.at.getTime())
    const data = ordered.map(({ id, caseId, what, platform, peer }) => {
      const received = receivedGate.write({
        platform: 'clock',
        eventId: id,
        at: now.toISOString(),
        target: { kind: 'case', case: caseId },
        from: { kind: 'clock' },
        event: { kind: 'tick', what },
      })
      const payload = { ...received } as object
      return { platform: 'clock', eventId: id, lane: laneOfChat(platform, peer), payload, acceptedAt: now }
    })
    await tx.inbox.createMany({ data })
    return data.length
  })
}
