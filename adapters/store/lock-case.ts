// Finds the case an event belongs to and, for a turn, locks its row: the turns of one case follow each other, whichever
// process plays them.
import { type Case, newCase } from '#bot'
import type { Platform, Received, Target } from '../received.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { caseOfThread } from './inbox.ts'
import { caseGate } from './json.ts'
import { createCase } from './write-case.ts'

/** A chat can be erased or opened by somebody else between two looks; more often than this it cannot. */
const LOOKS_MAX = 3

export interface LockedCase {
  readonly platform: Platform
  readonly peer: string
  readonly case: Case
}

type CaseTarget = Exclude<Target, { kind: 'conversation' }>

interface Row {
  readonly platform: Platform
  readonly peer: string
  readonly state: unknown
}

const toLocked = ({ platform, peer, state }: Row): LockedCase => ({ platform, peer, case: caseGate.read(state) })

/** Id of the case that a staff event or a timer means; undefined when there is none. */
const caseIdOf = async (tx: Transaction, target: CaseTarget): Promise<string | undefined> =>
  target.kind === 'case' ? target.case : caseOfThread(tx, target.thread)

async function lockKnown(tx: Transaction, target: CaseTarget): Promise<LockedCase | undefined> {
  const id = await caseIdOf(tx, target)
  if (id === undefined) return undefined
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT platform, peer, state FROM conversation WHERE id = ${id} FOR UPDATE`
  return row && toLocked(row)
}

/** Locks the case of an event, and opens it when the enterprise is new; undefined when staff name an unknown thread. */
export async function lockCase(
  tx: Transaction,
  context: StoreContext,
  received: Received,
): Promise<LockedCase | undefined> {
  const { target, platform } = received
  if (target.kind !== 'conversation') return lockKnown(tx, target)
  const { peer } = target
  for (let look = 0; look < LOOKS_MAX; look++) {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT platform, peer, state FROM conversation WHERE platform = ${platform} AND peer = ${peer} FOR UPDATE`
    if (row) return toLocked(row)
    const opened = newCase(context.newId(), received.at)
    const language = received.language ?? opened.language
    await createCase(tx, { platform, peer }, { ...opened, language }, context.now())
  }
  throw new Error('the chat could not be opened')
}

/** The case as last committed, without a lock. */
export async function readCase(context: StoreContext, received: Received): Promise<Case | undefined> {
  const { prisma } = context.database
  const { target, platform } = received
  if (target.kind === 'conversation') {
    const where = { platform_peer: { platform, peer: target.peer } }
    const row = await prisma.conversation.findUnique({ where })
    return row ? caseGate.read(row.state) : undefined
  }
  const id = await caseIdOf(prisma, target)
  const row = id === undefined ? null : await prisma.conversation.findUnique({ where: { id } })
  return row ? caseGate.read(row.state) : undefined
}
