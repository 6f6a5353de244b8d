// Reads the whole audit chain and recomputes every hash. A chain that was rebuilt from scratch only shows against a
// head that was written down elsewhere: keep `head` of a good answer outside the database.
import type pg from 'pg'
import { type AuditWords, digestOf, ERASED_VERB, hashOf, vouch } from './audit.ts'
import type { Database } from './database.ts'

const ROWS_PER_READ = 5_000

export type AuditProblem =
  /** a row is gone, or stands in another place */
  | 'missing'
  /** the row does not hold the hash of the row before it */
  | 'unlinked'
  /** the row is not what was hashed */
  | 'edited'
  /** the row lost its words, and no erased case vouches for it */
  | 'blanked'
  /** rows at the end are gone, or were added past the store */
  | 'cut'

export type AuditCheck =
  | { readonly ok: true; readonly rows: bigint; readonly head: string }
  | { readonly ok: false; readonly seq: bigint; readonly problem: AuditProblem }

interface AuditRow extends AuditWords {
  readonly seq: bigint
  readonly at: Date
  readonly verb: string
  readonly digest: string
  readonly prevHash: string
  readonly hash: string
  readonly erasedBy: bigint | null
}

/** pg gives bigint columns as text. */
interface TextRow extends Omit<AuditRow, 'seq' | 'erasedBy'> {
  readonly seq: string
  readonly erasedBy: string | null
}

const PAGE = `SELECT seq, at, verb, case_id AS "caseId", object, "by", detail, salt, digest,
    prev_hash AS "prevHash", hash, erased_by AS "erasedBy"
  FROM audit WHERE seq > $1 ORDER BY seq LIMIT ${ROWS_PER_READ}`

async function* readRows(client: pg.ClientBase): AsyncGenerator<AuditRow> {
  let last = 0n
  for (;;) {
    const { rows } = await client.query<TextRow>(PAGE, [String(last)])
    for (const row of rows) {
      last = BigInt(row.seq)
      yield { ...row, seq: last, erasedBy: row.erasedBy === null ? null : BigInt(row.erasedBy) }
    }
    if (rows.length < ROWS_PER_READ) return
  }
}

const hasNoWords = ({ caseId, object, by, detail, salt }: AuditRow): boolean =>
  [caseId, object, by, detail, salt].every(word => word === null)

function problemOf(row: AuditRow, previous: { seq: bigint; hash: string }): AuditProblem | undefined {
  if (row.seq !== previous.seq + 1n) return 'missing'
  if (row.prevHash !== previous.hash) return 'unlinked'
  if (row.hash !== hashOf(row.prevHash, row.seq, row.at, row.verb, row.digest)) return 'edited'
  const wordsHold = row.erasedBy === null ? row.digest === digestOf(row) : hasNoWords(row)
  return wordsHold ? undefined : 'edited'
}

async function verifyRows(client: pg.ClientBase): Promise<AuditCheck> {
  const head = await client.query<{ seq: string; hash: string }>('SELECT seq, hash FROM audit_head WHERE id = 1')
  let previous = { seq: 0n, hash: '' }
  /** digests that wait for the row that vouches for them, by its seq, with the first row's seq */
  const open = new Map<bigint, { first: bigint; digests: string[] }>()
  for await (const row of readRows(client)) {
    const problem = problemOf(row, previous)
    if (problem) return { ok: false, seq: row.seq, problem }
    const waiting = open.get(row.seq)
    if (waiting) {
      const vouched = row.verb === ERASED_VERB && row.detail === vouch(waiting.digests)
      if (!vouched) return { ok: false, seq: waiting.first, problem: 'blanked' }
      open.delete(row.seq)
    }
    if (row.erasedBy !== null) {
      const group = open.get(row.erasedBy) ?? { first: row.seq, digests: [] }
      group.digests.push(row.digest)
      open.set(row.erasedBy, group)
    }
    previous = row
  }
  const [unvouched] = open.values()
  if (unvouched) return { ok: false, seq: unvouched.first, problem: 'blanked' }
  const [end] = head.rows
  if (!end || BigInt(end.seq) !== previous.seq || end.hash !== previous.hash) {
    return { ok: false, seq: previous.seq + 1n, problem: 'cut' }
  }
  return { ok: true, rows: previous.seq, head: previous.hash }
}

/** Checks the chain of an open store, in one snapshot: turns that commit meanwhile do not disturb it. */
export async function verifyAudit({ database }: { readonly database: Database }): Promise<AuditCheck> {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await verifyRows(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
