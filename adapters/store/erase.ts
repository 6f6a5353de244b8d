// Erases a case, inside the turn in which its owner asked for it or its time was up. What stays: a note at every desk where a card of the
// case stood, under the ids of that desk's threads, and one hashed row in the audit chain.
import type { AuditEvent, Card } from '#bot'
import { appendAudit, type ChainHead, eraseAudit } from './audit.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { laneOfChat } from './inbox.ts'
import type { LockedCase } from './lock-case.ts'
import { blank } from './recall.ts'

/** Takes the place of every card that a desk had of the case. */
export const ERASED_CARD: Card = {
  lines: [{ kind: 'text', text: '资料已按企业要求删除 / Deleted at the company’s request' }],
  recalled: true,
  notice: {
    title: '资料已按企业要求删除，请停止办理',
    lines: [{ kind: 'text', text: 'Deleted at the company’s request: please stop' }],
    open: '打开工作台 / Open the desk',
  },
}

/** The same, when nobody asked but the time was up. */
export const EXPIRED_CARD: Card = {
  lines: [{ kind: 'text', text: '资料到期，已删除 / Deleted, for its time was up' }],
}

/** Why a case is erased: who is behind it in the audit, and what its desks are told. */
const REASONS = {
  asked: { by: 'enterprise', card: ERASED_CARD },
  expired: { by: 'clock', card: EXPIRED_CARD },
} as const

/** Dead events lose their words. What staff still had to say of the case goes; what its owner said since then stays. */
async function clearInbox(tx: Transaction, { platform, peer }: LockedCase): Promise<void> {
  await tx.$executeRaw`
    UPDATE inbox
    SET payload = NULL, lease = NULL, lease_until = NULL,
        state = CASE WHEN state = 'waiting' THEN 'done' ELSE state END
    WHERE lane = ${laneOfChat(platform, peer)} AND payload IS NOT NULL AND state <> 'paced'
      AND (state <> 'waiting' OR payload #>> '{target,kind}' <> 'conversation')`
}

/** Deletes all of the case. The chat itself is free afterwards for a case that knows nothing. */
export async function eraseCase(
  tx: Transaction,
  context: StoreContext,
  locked: LockedCase,
  events: readonly AuditEvent[],
  head: ChainHead,
  reason: keyof typeof REASONS,
): Promise<void> {
  const caseId = locked.case.id
  const { by, card } = REASONS[reason]
  // the rows stay, for the platforms' ids of what was sent hang on them, but they are nobody's any more
  await blank(tx, context, { caseId, desk: { not: null } }, card, null)
  await tx.message.updateMany({ where: { caseId, desk: { not: null } }, data: { caseId: null } })
  await clearInbox(tx, locked)
  // what happened in this turn belongs to the case as well: its verbs stay, its words go with the rest
  const end = await appendAudit(tx, context, head, caseId, events)
  await eraseAudit(tx, context, end, caseId, by)
  // takes consents, leads, visits and the chat's messages with it
  await tx.conversation.delete({ where: { id: caseId } })
  // one that is just being sent stays until it settles, so that what follows it keeps its order
  await tx.delivery.deleteMany({ where: { messageId: null, lease: null } })
}
