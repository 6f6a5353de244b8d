// Papers of companies: bytes sealed with the key of the case, kept as they came and never looked into. A paper belongs to
// nobody until a turn gives it to a lead or visit; it goes with the consent, with the case, or after a day without an owner.
import type { Paper, PaperChange } from '#bot'
import type { Platform } from '../received.ts'
import { after, type StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { openBytes, sealBytes } from './seal.ts'
import { StoreError } from './store-error.ts'
import { readState } from './write-case.ts'

/** Papers one case may hold, waiting ones included. */
const PAPERS_PER_CASE = 40
/** So long a paper waits for a choice. */
const WAITING_MS = 24 * 3_600_000

/** Who asks for a paper. */
export type PaperReader =
  | { readonly kind: 'enterprise'; readonly platform: Platform; readonly peer: string }
  | { readonly kind: 'desk'; readonly desk: string }

export interface StoredPaper {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

interface Row {
  readonly id: string
  readonly caseId: string
  readonly content: unknown
}

const place = ({ id, caseId }: Pick<Row, 'id' | 'caseId'>): string => `paper ${caseId} ${id}`

/** The bytes of a row. */
export function openPaper({ vault }: StoreContext, row: Row, wrapped: string): Buffer {
  const { content } = row
  if (typeof content !== 'object' || content === null || !('sealed' in content) || typeof content.sealed !== 'string')
    throw new StoreError('unreadable', 'a stored paper is not sealed')
  return openBytes(vault.unwrap(row.caseId, wrapped), place(row), content.sealed)
}

/** See Store.keepPaper. */
export async function keepPaper(
  { database: { prisma }, vault, now }: StoreContext,
  platform: Platform,
  peer: string,
  { id }: Paper,
  bytes: Buffer,
): Promise<'kept' | 'no-case' | 'full'> {
  const chat = await prisma.conversation.findUnique({
    where: { platform_peer: { platform, peer } },
    select: { id: true, key: { select: { wrapped: true } } },
  })
  if (!chat?.key) return 'no-case'
  const caseId = chat.id
  if ((await prisma.paper.count({ where: { caseId } })) >= PAPERS_PER_CASE) return 'full'
  const content = { sealed: sealBytes(vault.unwrap(caseId, chat.key.wrapped), place({ id, caseId }), bytes) }
  await prisma.paper.createMany({ data: [{ id, caseId, content, at: now() }], skipDuplicates: true })
  return 'kept'
}

/** What a turn decided about papers of its case. */
export async function changePapers(
  tx: Transaction,
  caseId: string,
  changes: readonly PaperChange[] = [],
): Promise<void> {
  for (const { id, thread } of changes) {
    const where = { id, caseId, thread: null }
    if (thread === null) await tx.paper.deleteMany({ where })
    else await tx.paper.updateMany({ where, data: { thread } })
  }
}

/** The consent of these threads was withdrawn: what was given there goes. */
export async function forgetThreads(tx: Transaction, caseId: string, threads: readonly string[]): Promise<void> {
  if (threads.length > 0) await tx.paper.deleteMany({ where: { caseId, thread: { in: [...threads] } } })
}

/** Papers nobody was named for in a day. */
export async function forgetWaiting({
  database: { prisma },
  now,
}: Pick<StoreContext, 'database' | 'now'>): Promise<number> {
  const { count } = await prisma.paper.deleteMany({ where: { thread: null, at: { lt: after(now(), -WAITING_MS) } } })
  return count
}

/** See Store.paper. */
export async function readPaper(
  context: StoreContext,
  id: string,
  reader: PaperReader,
): Promise<StoredPaper | undefined> {
  const row = await context.database.prisma.paper.findUnique({
    where: { id },
    include: { conversation: { include: { key: true } } },
  })
  const key = row?.conversation.key
  if (!row || !key) return undefined
  const { conversation: chat } = row
  const state = readState(context.vault.unwrap(row.caseId, key.wrapped), chat.id, chat.state)
  const threads = [
    ...state.leads.map(({ id: thread, receiver: desk, consent, talk }) => ({ thread, desk, consent, talk })),
    ...state.visits.map(({ id: thread, team: desk, consent, talk }) => ({ thread, desk, consent, talk })),
  ]
  const given = threads.find(({ thread }) => thread === row.thread)
  const agreed = state.consents.some(one => one.id === given?.consent && one.withdrawnAt === undefined)
  const may =
    reader.kind === 'enterprise'
      ? reader.platform === chat.platform && reader.peer === chat.peer
      : agreed && given?.desk === reader.desk
  const meta = given?.talk?.papers.find(one => one.id === id)
  if (!may || !meta) return undefined
  return { name: meta.name, type: meta.type, bytes: openPaper(context, row, key.wrapped) }
}
