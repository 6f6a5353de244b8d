// Companies that asked to hear of something new, and the timers by which they are asked. Who may hear what is decided in
// each company's own turn; here is only who listens, and that a desk had them asked.
import { type Case, NEWS, PRE_OFFER } from '#bot'
import { appendAudit, lockChain } from './audit.ts'
import type { StoreContext } from './context.ts'
import { openRow } from './write-case.ts'

/** Cases that asked to hear of something new and were not told to stop. */
export async function listeners(context: StoreContext): Promise<readonly Case[]> {
  const chats = await context.database.prisma.conversation.findMany({
    where: { timers: { some: { key: NEWS } } },
    include: { key: true },
    orderBy: { id: 'asc' },
  })
  return chats.map(chat => openRow(context, chat)).filter(known => known.news !== undefined && !known.quiet)
}

/** Has these cases asked, in their own turns; the same offer again replaces the one that waits. One row of audit. */
export async function inviteCases(
  context: StoreContext,
  offer: { readonly institution: string; readonly product: string; readonly by: string },
  cases: readonly string[],
): Promise<void> {
  const { institution, product, by } = offer
  await context.database.transact(async tx => {
    for (const caseId of cases) {
      const timer = {
        at: context.now(),
        what: `${PRE_OFFER}:${institution} ${product}`,
        id: context.newId(),
        rungAt: null,
      }
      // the key is one a receiver: an offer that still waits is replaced, never added to
      const key = `${PRE_OFFER}.${institution}`
      await tx.timer.upsert({
        where: { caseId_key: { caseId, key } },
        create: { caseId, key, ...timer },
        update: timer,
      })
    }
    const detail = `${product} ${cases.length}`
    await appendAudit(tx, context, await lockChain(tx), null, [
      { verb: 'pre-offer-sent', object: institution, by, detail },
    ])
  })
}
