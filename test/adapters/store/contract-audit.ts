// The audit chain: whole after any turn, and no change by hand goes unseen.
import { expect, test } from 'vitest'
import { ERASED_VERB } from '../../../adapters/store/audit.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

/** Seven rows: two of a case, the last two of which became five by erasing it in between. */
async function write(store: OpenStore): Promise<void> {
  const events = (object: string) => [e.audited('a', object), e.audited('b', object)]
  await e.turn(store, e.says('p', 'x'), { events: events('1') })
  await e.turn(store, e.says('q', 'x'), { events: events('2') })
  await e.turn(store, e.says('p', 'x'), { erase: true })
  await e.turn(store, e.says('q', 'x'), { events: events('3') })
}

const tampers: readonly (readonly [string, string, object])[] = [
  ['an edited object', `UPDATE audit SET object = '9' WHERE seq = 3`, { seq: 3n, problem: 'edited' }],
  ['an edited verb', `UPDATE audit SET verb = 'c' WHERE seq = 3`, { seq: 3n, problem: 'edited' }],
  ['an edited time', `UPDATE audit SET at = at + interval '1 ms' WHERE seq = 3`, { seq: 3n, problem: 'edited' }],
  ['an edited verb of an erased row', `UPDATE audit SET verb = 'c' WHERE seq = 1`, { seq: 1n, problem: 'edited' }],
  ['words put into an erased row', `UPDATE audit SET object = '1' WHERE seq = 1`, { seq: 1n, problem: 'edited' }],
  ['a removed row', 'DELETE FROM audit WHERE seq = 3', { seq: 4n, problem: 'missing' }],
  ['a removed first row', 'DELETE FROM audit WHERE seq = 1', { seq: 2n, problem: 'missing' }],
  ['a removed end', 'DELETE FROM audit WHERE seq = 7', { seq: 7n, problem: 'cut' }],
  ['another order', 'UPDATE audit SET seq = CASE seq WHEN 3 THEN 4 ELSE 3 END WHERE seq IN (3, 4)', { seq: 3n }],
  [
    'words taken out as if the case had been erased',
    `UPDATE audit SET case_id = NULL, object = NULL, "by" = NULL, detail = NULL, salt = NULL, erased_by = 5 WHERE seq = 3`,
    { problem: 'blanked' },
  ],
  [
    'words taken out with a row that does not exist to vouch for it',
    `UPDATE audit SET case_id = NULL, object = NULL, "by" = NULL, detail = NULL, salt = NULL, erased_by = 9 WHERE seq = 3`,
    { seq: 3n, problem: 'blanked' },
  ],
]

export function auditContract(open: Open): void {
  test('an empty chain holds, and so does one with an erased case in it', async () => {
    const { store } = open()
    expect(await verifyAudit(store)).toEqual({ ok: true, rows: 0n, head: '' })
    await write(store)
    const rows = await store.database.prisma.audit.findMany({ orderBy: { seq: 'asc' } })
    expect(await verifyAudit(store)).toEqual({ ok: true, rows: 7n, head: rows.at(-1)?.hash })
    expect(rows.map(row => row.verb)).toEqual(['a', 'b', 'a', 'b', ERASED_VERB, 'a', 'b'])
    expect(rows.map(row => row.object !== null)).toEqual([false, false, true, true, true, true, true])
  })

  test('a turn that fails leaves no row', async () => {
    const { store } = open()
    await store.accept(e.says('p', 'x'))
    const item = await e.claim(store)
    const change = (current: Parameters<typeof e.withLead>[0]) => ({ ...e.withLead(current), consents: [] })
    await expect(store.play(item, e.step(item, { change, events: [e.audited('a', '1')] }))).rejects.toThrow()
    expect(await verifyAudit(store)).toMatchObject({ ok: true, rows: 0n })
  })

  test.each(tampers)('%s is seen', async (_what, sql, expected) => {
    const { store } = open()
    await write(store)
    await store.database.pool.query('ALTER TABLE audit DROP CONSTRAINT audit_pkey')
    try {
      await store.database.pool.query(sql)
      expect(await verifyAudit(store)).toMatchObject({ ok: false, ...expected })
    } finally {
      await store.database.pool.query('TRUNCATE audit; ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY (seq)')
    }
  })
}
