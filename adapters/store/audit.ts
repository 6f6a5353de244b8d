// The audit chain: one row per thing that happened, ids and codes only. Each row's hash covers the hash before it, so
// an edited, removed or reordered row shows. The words of a row enter the hash by their salted digest alone: when a
// case is erased they can go, the digest stays, and a last row vouches for all digests that lost their words.
import { createHash } from 'node:crypto'
import type { AuditEvent } from '#bot'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'

/** Verb of the row that a case leaves behind when it is erased. Its object is the hash of the case's id. */
export const ERASED_VERB = 'case.erased-from-store'

export interface AuditWords {
  readonly caseId: string | null
  readonly object: string | null
  readonly by: string | null
  readonly detail: string | null
  readonly salt: string | null
}

/** The end of the chain. Held under a row lock until the transaction ends. */
export interface ChainHead {
  readonly seq: bigint
  readonly hash: string
}

const sha256 = (value: string): string => createHash('sha256').update(value, 'utf8').digest('hex')

export const hashOfCase = (caseId: string): string => sha256(`case ${caseId}`)

export const digestOf = ({ salt, caseId, object, by, detail }: AuditWords): string =>
  sha256(JSON.stringify([salt, caseId, object, by, detail]))

export const hashOf = (prevHash: string, seq: bigint, at: Date, verb: string, digest: string): string =>
  sha256(JSON.stringify([prevHash, String(seq), at.toISOString(), verb, digest]))

/** What the row of an erased case says of the rows that lost their words: how many, and the hash of their digests. */
export const vouch = (digests: readonly string[]): string => `${digests.length} ${sha256(digests.join(' '))}`

/** Waits until nobody else writes the chain, and keeps others out until this transaction ends. */
export async function lockChain(tx: Transaction): Promise<ChainHead> {
  const [head] = await tx.$queryRaw<ChainHead[]>`SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE`
  if (!head) throw new Error('the audit chain has no head')
  return head
}

/** Appends rows to the chain and returns its new end. */
export async function appendAudit(
  tx: Transaction,
  context: StoreContext,
  head: ChainHead,
  caseId: string | null,
  events: readonly AuditEvent[],
): Promise<ChainHead> {
  if (events.length === 0) return head
  const at = context.now()
  let end = head
  const data = events.map(event => {
    const words = { caseId, object: event.object, by: event.by, detail: event.detail ?? null, salt: context.newId() }
    const digest = digestOf(words)
    const seq = end.seq + 1n
    const prevHash = end.hash
    end = { seq, hash: hashOf(prevHash, seq, at, event.verb, digest) }
    return { ...words, seq, at, verb: event.verb, digest, prevHash, hash: end.hash }
  })
  await tx.audit.createMany({ data })
  await tx.auditHead.update({ where: { id: 1 }, data: end })
  return end
}

/** Takes the words of a case out of the chain and appends the row that says so. */
export async function eraseAudit(
  tx: Transaction,
  context: StoreContext,
  head: ChainHead,
  caseId: string,
  by: string,
): Promise<ChainHead> {
  const rows = await tx.audit.findMany({ where: { caseId }, orderBy: { seq: 'asc' }, select: { digest: true } })
  const object = hashOfCase(caseId)
  const detail = vouch(rows.map(row => row.digest))
  const end = await appendAudit(tx, context, head, null, [{ verb: ERASED_VERB, object, by, detail }])
  const gone = { caseId: null, object: null, by: null, detail: null, salt: null, erasedBy: end.seq }
  await tx.audit.updateMany({ where: { caseId }, data: gone })
  return end
}
