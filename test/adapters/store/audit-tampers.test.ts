// A hundred ways of tampering with the audit chain by SQL, drawn by chance: each is seen. And how fast the chain is read:
// AUDIT_ROWS=200000 for a long one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuditWords, digestOf, hashOf } from '../../../adapters/store/audit.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { seeded } from '../../support/firms.ts'
import { openMemoryStore } from '../../support/store.ts'
import * as e from './events.ts'

const TAMPERS = 100
const CASES = 12
const ROWS = Number(process.env['AUDIT_ROWS'] ?? 20_000)
const INSERTED_AT_ONCE = 5_000
const COLUMNS = ['verb', 'case_id', 'object', '"by"', 'detail', 'salt', 'digest', 'prev_hash', 'hash'] as const

let store: OpenStore
let rows = 0
let head = ''
const sql = (text: string) => store.database.pool.query(text)

beforeAll(async () => {
  store = await openMemoryStore()
  for (let n = 0; n < CASES; n++)
    await e.turn(store, e.says(`p${n}`, 'x'), {
      events: [e.audited('a', `${n}`), e.audited('b', `${n}`), e.audited('c', `${n}`)],
    })
  await e.turn(store, e.says('p0', 'x'), { erase: true })
  await sql('ALTER TABLE audit DROP CONSTRAINT audit_pkey')
  await sql('DROP INDEX IF EXISTS audit_hash_key')
  await sql('CREATE TABLE kept AS TABLE audit')
  await sql('CREATE TABLE kept_head AS TABLE audit_head')
  const check = await verifyAudit(store)
  if (!check.ok) throw new Error('the chain does not hold to begin with')
  rows = Number(check.rows)
  head = check.head
})
afterAll(() => store.close())

async function restore(): Promise<void> {
  await sql('TRUNCATE audit; INSERT INTO audit SELECT * FROM kept')
  await sql('TRUNCATE audit_head; INSERT INTO audit_head SELECT * FROM kept_head')
}

type Chained = AuditWords & {
  readonly seq: string
  readonly at: Date
  readonly verb: string
  readonly digest: string
  readonly erasedBy: string | null
}

/** Works all hashes out again after a row was changed, as somebody would who has the code and the database. */
async function rebuild(): Promise<void> {
  const found = await store.database.pool.query<Chained>(
    `SELECT seq, at, verb, case_id AS "caseId", object, "by", detail, salt, digest, erased_by AS "erasedBy" FROM audit ORDER BY seq`,
  )
  let previous = ''
  for (const row of found.rows) {
    const digest = row.erasedBy === null ? digestOf(row) : row.digest
    const hash = hashOf(previous, BigInt(row.seq), row.at, row.verb, digest)
    await store.database.pool.query('UPDATE audit SET digest = $1, prev_hash = $2, hash = $3 WHERE seq = $4', [
      digest,
      previous,
      hash,
      row.seq,
    ])
    previous = hash
  }
  await store.database.pool.query('UPDATE audit_head SET hash = $1', [previous])
}

/** One act of tampering; what it was. */
async function tamper(random: () => number): Promise<string> {
  const row = () => 1 + Math.floor(random() * rows)
  const [one, other] = [row(), row()]
  const column = COLUMNS[Math.floor(random() * COLUMNS.length)] ?? 'verb'
  const kind = Math.floor(random() * 7)
  const done = async (what: string, text: string) => {
    await sql(text)
    return what
  }
  if (kind === 0) return done(`${column} of ${one} edited`, `UPDATE audit SET ${column} = 'edited' WHERE seq = ${one}`)
  if (kind === 1) return done(`${one} removed`, `DELETE FROM audit WHERE seq = ${one}`)
  if (kind === 2) return done(`cut before ${one}`, `DELETE FROM audit WHERE seq >= ${one}`)
  if (kind === 3)
    return done(`time of ${one} edited`, `UPDATE audit SET at = at + interval '1 second' WHERE seq = ${one}`)
  if (kind === 4)
    return done(
      `${one} twice`,
      `INSERT INTO audit SELECT ${rows + 1}, at, verb, case_id, object, "by", detail, salt, digest, prev_hash, hash, erased_by FROM audit WHERE seq = ${one}`,
    )
  if (kind === 5 && one !== other)
    return done(
      `${one} and ${other} exchanged`,
      `UPDATE audit SET seq = CASE seq WHEN ${one} THEN ${other} ELSE ${one} END WHERE seq IN (${one}, ${other})`,
    )
  await sql(`UPDATE audit SET verb = 'rebuilt' WHERE seq = ${one}`)
  await rebuild()
  return 'rebuilt'
}

test('a hundred tamperings of a hundred are seen, those of a rebuilt chain by the head that was kept elsewhere', async () => {
  const random = seeded(20261122)
  const seen = new Map<string, number>()
  for (let n = 0; n < TAMPERS; n++) {
    const what = await tamper(random)
    const check = await verifyAudit(store)
    const kind = what.replace(/\d+/g, 'n')
    // a chain that was rebuilt whole holds in itself; its end is not the one that was written down
    expect([what, check.ok && check.head === head]).toEqual([what, false])
    if (what !== 'rebuilt') expect([what, check.ok]).toEqual([what, false])
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    await restore()
  }
  expect(await verifyAudit(store)).toMatchObject({ ok: true, head })
  expect(seen.size).toBeGreaterThan(8)
})

test('a long chain is read at its speed, which is told', async () => {
  await sql('TRUNCATE audit')
  let previous = ''
  const at = new Date('2026-03-02T01:00:00.000Z')
  for (let first = 1; first <= ROWS; first += INSERTED_AT_ONCE) {
    const part = Array.from({ length: Math.min(INSERTED_AT_ONCE, ROWS - first + 1) }, (_, n) => {
      const seq = first + n
      const words = {
        caseId: `case-${seq % 997}`,
        object: `case-${seq % 997}L1`,
        by: 'enterprise',
        detail: null,
        salt: `salt-${seq}`,
      }
      const digest = digestOf(words)
      const prevHash = previous
      previous = hashOf(prevHash, BigInt(seq), at, 'lead-offered', digest)
      return {
        seq,
        at,
        verb: 'lead-offered',
        case_id: words.caseId,
        object: words.object,
        by: words.by,
        salt: words.salt,
        digest,
        prev_hash: prevHash,
        hash: previous,
      }
    })
    await store.database.pool.query(
      `INSERT INTO audit (seq, at, verb, case_id, object, "by", salt, digest, prev_hash, hash)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (seq bigint, at timestamptz, verb text, case_id text, object text,
         "by" text, salt text, digest text, prev_hash text, hash text)`,
      [JSON.stringify(part)],
    )
  }
  await store.database.pool.query('UPDATE audit_head SET seq = $1, hash = $2', [ROWS, previous])
  await sql('ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY (seq)')
  const began = process.cpuUsage()
  expect(await verifyAudit(store)).toEqual({ ok: true, rows: BigInt(ROWS), head: previous })
  const { user, system } = process.cpuUsage(began)
  const seconds = (user + system) / 1_000_000
  console.info(
    `audit chain: ${ROWS} rows in ${seconds.toFixed(2)} s of processor time, ${Math.round(ROWS / seconds)} rows/s`,
  )
})
