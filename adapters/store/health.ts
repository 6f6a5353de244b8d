// The database's own answer to "are you well": what waits, for how long, and what is dead.
import { CLOSED, MEND } from '../delivery/failed.ts'
import type { StoreContext } from './context.ts'

export interface StoreHealth {
  /** events that wait for their turn, those of chats that are paced among them */
  readonly waiting: number
  /** events that could not be played */
  readonly dead: number
  /** messages that wait to be sent */
  readonly undelivered: number
  /** messages that could not be sent, except to somebody who shut the door */
  readonly unsendable: number
  /** seconds that the oldest waiting event could have been played already; 0 when none waits */
  readonly oldestWaitingSeconds: number
  /** seconds that the most overdue message could have been sent already, had a person put right what stops it; 0 when none is due */
  readonly oldestDueSeconds: number
}

interface Row {
  readonly waiting: bigint
  readonly dead: bigint
  readonly undelivered: bigint
  readonly unsendable: bigint
  readonly waitsSince: Date | null
  readonly dueAt: Date | null
  readonly brokenSince: Date | null
}

/** Counts and ages, in one statement. Throws when the database does not answer. */
export async function readHealth({ database, now, steady }: StoreContext): Promise<StoreHealth> {
  const at = now()
  const [row] = await database.prisma.$queryRaw<Row[]>`
    SELECT (SELECT count(*) FROM inbox WHERE state IN ('waiting', 'paced')) AS "waiting",
           (SELECT count(*) FROM inbox WHERE state = 'dead') AS "dead",
           (SELECT count(*) FROM delivery WHERE state = 'waiting') AS "undelivered",
           (SELECT count(*) FROM delivery WHERE state = 'dead' AND code IS DISTINCT FROM ${CLOSED}) AS "unsendable",
           (SELECT min(COALESCE(not_before, accepted_at)) FROM inbox WHERE state = 'waiting') AS "waitsSince",
           (SELECT min(COALESCE(d.not_before, m.at)) FROM delivery AS d JOIN message AS m ON m.id = d.message_id
            WHERE d.state = 'waiting' AND (d.not_before IS NULL OR d.not_before <= ${steady()}::timestamptz)) AS "dueAt",
           (SELECT min(m.at) FROM delivery AS d JOIN message AS m ON m.id = d.message_id
            WHERE d.state = 'waiting' AND d.code LIKE ${`${MEND}%`}) AS "brokenSince"`
  if (!row) throw new Error('the database did not answer')
  const age = (since: Date | null) => (since === null ? 0 : Math.max(0, (at.getTime() - since.getTime()) / 1000))
  return {
    waiting: Number(row.waiting),
    dead: Number(row.dead),
    undelivered: Number(row.undelivered),
    unsendable: Number(row.unsendable),
    oldestWaitingSeconds: age(row.waitsSince),
    oldestDueSeconds: Math.max(age(row.dueAt), age(row.brokenSince)),
  }
}
