// Erases a case, inside the turn in which its owner asked for it. What stays: a note at every desk where a card of the
// case stood, under the ids of that desk's threads, and one hashed row in the audit chain.
import type { AuditEvent, Card } from '#bot'
import { appendAudit, type ChainHead, eraseAudit } from './audit.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { enqueueAll } from './deliveries.ts'
import { laneOfChat } from './inbox.ts'
import type { LockedCase } from './lock-case.ts'
import { writeMessages } from './messages.ts'
import type { Message } from './store.ts'

/** Takes the place of every card that a desk had of the case. */
export const ERASED_CARD: Card = {
  lines: [{ kind: 'text', text: '资料已按企业要求删除 / Deleted at the company’s request' }],
}

const keyOf = (thread: string, slot: string | null | undefined): string => JSON.stringify([thread, slot ?? null])

/** One note per place where a desk has a card, in the order in which the cards came. */
async function writeNotes(tx: Transaction, context: StoreContext, caseId: string): Promise<readonly Message[]> {
  const places = await tx.message.findMany({
    where: { caseId, desk: { not: null } },
    distinct: ['desk', 'thread', 'slot'],
    orderBy: { id: 'asc' },
    select: { desk: true, thread: true, slot: true },
  })
  const at = context.now()
  const notes = places.flatMap(({ desk, thread, slot }) =>
    desk === null || thread === null
      ? []
      : [
          {
            room: { kind: 'desk' as const, desk, thread },
            direction: 'out' as const,
            card: ERASED_CARD,
            slot: slot ?? undefined,
            at,
          },
        ],
  )
  return writeMessages(tx, null, notes)
}

/** What never left is taken back; what was sent, or may have been, is followed by its note. */
async function recall(tx: Transaction, caseId: string, notes: readonly Message[]): Promise<void> {
  const ofDesks = { message: { caseId, desk: { not: null } } }
  await tx.delivery.deleteMany({ where: { ...ofDesks, state: 'waiting', lease: null, uncertain: false } })
  const noteOf = new Map(
    notes.flatMap(note => (note.room.kind === 'desk' ? [[keyOf(note.room.thread, note.slot), note.id] as const] : [])),
  )
  const sent = await tx.delivery.findMany({
    where: { ...ofDesks, OR: [{ state: { not: 'dead' } }, { uncertain: true }] },
    distinct: ['platform', 'address', 'thread', 'slot'],
    orderBy: { id: 'asc' },
  })
  const followers = sent.flatMap(({ platform, address, thread, slot }) => {
    const messageId = noteOf.get(keyOf(thread, slot))
    return messageId === undefined ? [] : [{ messageId, platform, address, thread, slot }]
  })
  await enqueueAll(tx, followers)
}

async function blankDesks(tx: Transaction, context: StoreContext, caseId: string): Promise<void> {
  const notes = await writeNotes(tx, context, caseId)
  await recall(tx, caseId, notes)
  // the rows stay, for the platforms' ids of what was sent hang on them
  await tx.message.updateMany({
    where: { caseId, desk: { not: null } },
    data: { caseId: null, author: null, card: { ...ERASED_CARD } as object },
  })
}

/** Dead events lose their words. What staff still had to say of the case goes; what its owner said since then stays. */
async function clearInbox(tx: Transaction, { platform, peer }: LockedCase): Promise<void> {
  await tx.$executeRaw`
    UPDATE inbox
    SET payload = NULL, lease = NULL, lease_until = NULL,
        state = CASE WHEN state = 'waiting' THEN 'done' ELSE state END
    WHERE lane = ${laneOfChat(platform, peer)} AND payload IS NOT NULL
      AND (state <> 'waiting' OR payload #>> '{target,kind}' <> 'conversation')`
}

/** Deletes all of the case. The chat itself is free afterwards for a case that knows nothing. */
export async function eraseCase(
  tx: Transaction,
  context: StoreContext,
  locked: LockedCase,
  events: readonly AuditEvent[],
  head: ChainHead,
): Promise<void> {
  const caseId = locked.case.id
  await blankDesks(tx, context, caseId)
  await clearInbox(tx, locked)
  // what happened in this turn belongs to the case as well: its verbs stay, its words go with the rest
  const end = await appendAudit(tx, context, head, caseId, events)
  await eraseAudit(tx, context, end, caseId)
  // takes consents, leads, visits and the chat's messages with it
  await tx.conversation.delete({ where: { id: caseId } })
  // one that is just being sent stays until it settles, so that what follows it keeps its order
  await tx.delivery.deleteMany({ where: { messageId: null, lease: null } })
}
