// Finds the case an event belongs to and, for a turn, locks its row: the turns of one case follow each other, whichever
// process plays them.
import { type Case, newCase } from '#bot'
import type { Platform, Received, Target } from '../received.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { caseOfThread } from './inbox.ts'
import type { Snapshot } from './snapshot.ts'
import { createCase, openRow, readState } from './write-case.ts'

/** A chat can be erased or opened by somebody else between two looks; more often than this it cannot. */
const LOOKS_MAX = 3

export interface LockedCase {
  readonly platform: Platform
  readonly peer: string
  readonly case: Case
  /** what the case and its messages are sealed with */
  readonly key: Buffer
}

type CaseTarget = Exclude<Target, { kind: 'conversation' }>

interface Row {
  readonly platform: Platform
  readonly peer: string
  readonly state: unknown
  readonly id: string
  readonly version: string
  /** null in a case of an earlier version */
  readonly wrapped: string | null
}

/**
 * A locked row, with a key made for it when it has none. A case that was read before and is still the same row is not opened a
 * second time.
 */
async function toLocked(tx: Transaction, context: StoreContext, row: Row, known?: Snapshot): Promise<LockedCase> {
  const { id, platform, peer, state, version } = row
  const wrapped = row.wrapped ?? context.vault.newWrapped(id)
  if (row.wrapped === null) await tx.caseKey.create({ data: { caseId: id, wrapped } })
  const key = context.vault.unwrap(id, wrapped)
  const isSame = known?.case.id === id && known.version === version
  return { platform, peer, case: isSame ? known.case : readState(key, id, state), key }
}

/** Id of the case that a staff event or a timer means; undefined when there is none. */
const caseIdOf = async (tx: Transaction, target: CaseTarget): Promise<string | undefined> =>
  target.kind === 'case' ? target.case : caseOfThread(tx, target.thread)

async function lockKnown(tx: Transaction, context: StoreContext, target: CaseTarget): Promise<LockedCase | undefined> {
  const id = await caseIdOf(tx, target)
  if (id === undefined) return undefined
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.platform, c.peer, c.state, c.xmin::text AS version, k.wrapped
    FROM conversation AS c LEFT JOIN case_key AS k ON k.case_id = c.id
    WHERE c.id = ${id} FOR UPDATE OF c`
  return row && toLocked(tx, context, row)
}

/**
 * Locks the case of an event, and opens it when the enterprise is new; undefined when staff name an unknown thread. `known` is
 * what was read of a chat before: where nothing has changed since, its very case comes back.
 */
export async function lockCase(
  tx: Transaction,
  context: StoreContext,
  received: Received,
  known?: Snapshot,
): Promise<LockedCase | undefined> {
  const { target, platform } = received
  if (target.kind !== 'conversation') return lockKnown(tx, context, target)
  const { peer } = target
  for (let look = 0; look < LOOKS_MAX; look++) {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT c.id, c.platform, c.peer, c.state, c.xmin::text AS version, k.wrapped
      FROM conversation AS c LEFT JOIN case_key AS k ON k.case_id = c.id
      WHERE c.platform = ${platform} AND c.peer = ${peer} FOR UPDATE OF c`
    if (row) return toLocked(tx, context, row, known)
    const opened = newCase(context.newId(), received.at)
    const language = received.language ?? opened.language
    await createCase(tx, context, { platform, peer }, { ...opened, language })
  }
  throw new Error('the chat could not be opened')
}

/** The case as last committed, without a lock. */
export async function readCase(context: StoreContext, received: Received): Promise<Case | undefined> {
  const { prisma } = context.database
  const { target, platform } = received
  const id = target.kind === 'conversation' ? undefined : await caseIdOf(prisma, target)
  if (target.kind !== 'conversation' && id === undefined) return undefined
  const where = target.kind === 'conversation' ? { platform_peer: { platform, peer: target.peer } } : { id }
  const row = await prisma.conversation.findUnique({ where: where as { id: string }, include: { key: true } })
  return row ? openRow(context, row) : undefined
}
