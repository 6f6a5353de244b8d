// Leads and visits of one desk as rows of ids, codes and times, and the daily summaries posted there: each once.
import { type Card, LADDER_ACTS, LEAD_STATES, type LeadRow, VISIT_STATES, type VisitRow } from '#bot'
import { lockChain } from './audit.ts'
import type { StoreContext } from './context.ts'
import { deliver } from './deliveries.ts'
import { writeMessages } from './messages.ts'
import { StoreError } from './store-error.ts'

/** A desk with more open and recent leads than this is told about the newest. */
const ROWS_MAX = 5_000

const iso = (at: Date | null): string | undefined => at?.toISOString()

/** Leads of a desk, newest first. */
export async function leadsOfDesk({ database }: StoreContext, desk: string): Promise<readonly LeadRow[]> {
  const rows = await database.prisma.lead.findMany({
    where: { receiver: desk },
    orderBy: { changedAt: 'desc' },
    take: ROWS_MAX,
  })
  return rows.map(row => {
    const state = LEAD_STATES.find(one => one === row.state)
    if (state === undefined) throw new StoreError('unreadable', 'a stored lead has an unknown state')
    return {
      id: row.id,
      state,
      holder: row.holder ?? undefined,
      offeredAt: iso(row.offeredAt),
      takenAt: iso(row.takenAt),
      due: iso(row.due),
      step: LADDER_ACTS.find(one => one === row.step),
      stepAt: iso(row.stepAt),
      changedAt: row.changedAt.toISOString(),
    }
  })
}

/** Visits of a team, newest first. */
export async function visitsOfDesk({ database }: StoreContext, desk: string): Promise<readonly VisitRow[]> {
  const rows = await database.prisma.visit.findMany({
    where: { team: desk },
    orderBy: { changedAt: 'desc' },
    take: ROWS_MAX,
  })
  return rows.map(row => {
    const state = VISIT_STATES.find(one => one === row.state)
    if (state === undefined) throw new StoreError('unreadable', 'a stored visit has an unknown state')
    return { id: row.id, state, owner: row.owner ?? undefined, holder: row.holder ?? undefined, time: iso(row.time) }
  })
}

/** When the newest message was posted into a thread of a desk; undefined when there is none. */
export async function lastPosted(
  { database }: StoreContext,
  desk: string,
  thread: string,
): Promise<string | undefined> {
  const row = await database.prisma.message.findFirst({
    where: { desk, thread },
    orderBy: { id: 'desc' },
    select: { at: true },
  })
  return row?.at.toISOString()
}

/** Posts a card into a thread of a desk unless one of this slot is there already; tells whether it did. */
export async function postOnce(
  context: StoreContext,
  desk: string,
  thread: string,
  slot: string,
  card: Card,
): Promise<boolean> {
  return context.database.transact(async tx => {
    // under the lock of the chain desk messages follow each other, so two processes cannot both find nothing
    await lockChain(tx)
    if ((await tx.message.count({ where: { desk, thread, slot } })) > 0) return false
    const message = {
      room: { kind: 'desk' as const, desk, thread },
      direction: 'out' as const,
      card,
      slot,
      at: context.now(),
    }
    await deliver(tx, context.route, await writeMessages(tx, null, [message]))
    return true
  })
}
