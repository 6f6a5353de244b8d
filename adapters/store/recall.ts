// Takes back what desks were sent: what has not begun to leave is deleted, what has is followed by a note in its place, and
// the words themselves are blanked. Used when a consent is withdrawn (one thread) and when a case is erased (all of them).
import type { Card, Recall } from '#bot'
import { isRobot } from '../received.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { enqueueAll } from './deliveries.ts'
import type { Prisma } from './generated/client.ts'
import { type Owner, writeMessages } from './messages.ts'
import type { Message } from './store.ts'

/** Takes the place of every card of a thread whose consent was withdrawn. */
export const WITHDRAWN_CARD: Card = {
  lines: [{ kind: 'text', text: '企业已撤回授权，内容已清空 / Withdrawn by the company, the content is blanked' }],
  recalled: true,
  notice: {
    title: '企业已撤回授权，请停止办理',
    lines: [{ kind: 'text', text: 'Withdrawn by the company: please stop' }],
    open: '打开工作台 / Open the desk',
  },
}

const RECALLED_SLOT = 'recalled'

const keyOf = (thread: string, slot: string | null | undefined): string => JSON.stringify([thread, slot ?? null])

/** One note per place where a desk has a card, in the order in which the cards came. */
async function writeNotes(
  tx: Transaction,
  context: StoreContext,
  where: Prisma.MessageWhereInput,
  card: Card,
  owner: Owner | null,
): Promise<readonly Message[]> {
  const places = await tx.message.findMany({
    where,
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
            card,
            slot: slot ?? undefined,
            at,
          },
        ],
  )
  return writeMessages(tx, owner, notes)
}

/** What never began to leave is taken back; what did, or may have, is followed by its note. */
async function recallDeliveries(
  tx: Transaction,
  where: Prisma.MessageWhereInput,
  notes: readonly Message[],
): Promise<void> {
  // a sender that begins one of these at this moment waits for our commit, and then finds nothing to send
  await tx.delivery.deleteMany({ where: { message: where, state: 'waiting', begunAt: null, uncertain: false } })
  const noteOf = new Map(
    notes.flatMap(note => (note.room.kind === 'desk' ? [[keyOf(note.room.thread, note.slot), note.id] as const] : [])),
  )
  const sent = await tx.delivery.findMany({
    where: { message: where, OR: [{ state: { not: 'dead' } }, { uncertain: true }] },
    distinct: ['platform', 'address', 'thread', 'slot'],
    orderBy: { id: 'asc' },
  })
  // what a robot said stays as it stands, and named nobody: one word that it is over is enough
  const toldOver = new Set<string>()
  const followers = sent.flatMap(({ platform, address, thread, slot }) => {
    const room = JSON.stringify([platform, address, thread])
    if (isRobot(platform) && toldOver.has(room)) return []
    toldOver.add(room)
    const messageId = noteOf.get(keyOf(thread, slot))
    // a place of its own: what the turn still posts into the card's place does not take it back
    const place = { platform, address, thread, slot: isRobot(platform) ? RECALLED_SLOT : slot }
    return messageId === undefined ? [] : [{ messageId, ...place }]
  })
  await enqueueAll(tx, followers)
}

/** Blanks messages of desks, wherever they have got to. Call it under the lock of the audit chain, like every desk post. */
export async function blank(
  tx: Transaction,
  context: StoreContext,
  where: Prisma.MessageWhereInput,
  card: Card,
  owner: Owner | null,
): Promise<void> {
  const { _max: last } = await tx.message.aggregate({ where, _max: { id: true } })
  if (last.id === null) return
  const before = { ...where, id: { lte: last.id } }
  const notes = await writeNotes(tx, context, before, card, owner)
  await recallDeliveries(tx, before, notes)
  await tx.message.updateMany({ where: before, data: { author: null, card: { ...card } as object } })
}

/** Blanks the threads of a case that a turn takes back. */
export async function recallThreads(
  tx: Transaction,
  context: StoreContext,
  owner: Owner,
  recalls: readonly Recall[],
): Promise<void> {
  for (const { desk, thread } of recalls)
    await blank(tx, context, { caseId: owner.caseId, desk, thread }, WITHDRAWN_CARD, owner)
}
