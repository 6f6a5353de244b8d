// What waited when a backup was made has most likely happened since: the restored database does not know. So nothing of it
// is sent or played by itself: it is laid among the dead letters, for somebody to look at, try again or put away.
import type { StoreContext } from './context.ts'

/** Code of what was held. */
export const RESTORED = 'restored'

/** How much was held. */
export interface Held {
  readonly events: number
  readonly deliveries: number
}

/** To be called on a restored database before anything works on it. Harmless a second time. */
export async function holdRestored({ database }: StoreContext): Promise<Held> {
  const data = { state: 'dead', code: RESTORED, lease: null, leaseUntil: null, alarmed: false } as const
  return database.transact(async tx => {
    const events = await tx.inbox.updateMany({ where: { state: { in: ['waiting', 'paced'] } }, data })
    const deliveries = await tx.delivery.updateMany({
      where: { state: 'waiting' },
      data: { ...data, begunAt: null },
    })
    return { events: events.count, deliveries: deliveries.count }
  })
}
