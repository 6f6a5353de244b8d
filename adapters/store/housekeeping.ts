// What nobody else does: old event ids and sign-ins are forgotten, and the embedded database, which has no autovacuum, is tidied.
import { after, type StoreContext } from './context.ts'
import { forgetDesks } from './desk-access.ts'
import { forgetWaiting } from './papers.ts'

const HOUR_MS = 3_600_000
const EVERY_MS = 6 * HOUR_MS
/** Platforms repeat an event for some days at most. */
const EVENT_IDS_KEPT_MS = 30 * 24 * HOUR_MS

/** Forgets events that were done long ago. */
export async function forgetOldEvents(context: Pick<StoreContext, 'database' | 'steady'>): Promise<number> {
  const acceptedAt = { lt: after(context.steady(), -EVENT_IDS_KEPT_MS) }
  const { count } = await context.database.prisma.inbox.deleteMany({ where: { state: 'done', acceptedAt } })
  return count
}

/** Tidies now and then until the returned function is called. A fault here waits for the next round. */
export function startHousekeeping(context: StoreContext): () => Promise<void> {
  let round = Promise.resolve()
  const tidy = async () => {
    await forgetOldEvents(context)
    await forgetWaiting(context)
    await forgetDesks(context)
    if (context.database.embedded) await context.database.pool.query('VACUUM (ANALYZE)')
  }
  const timer = setInterval(() => {
    round = tidy().catch(() => {})
  }, EVERY_MS).unref()
  return () => {
    clearInterval(timer)
    return round
  }
}
