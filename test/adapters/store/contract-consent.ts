// No lead and no visit without a consent, by the database itself: whatever program writes into its tables, in whatever way.
import { expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

/** PostgreSQL: a row points at one that is not there; a value that must be there is not. */
const NOT_THERE = '23503'
const MISSING = '23502'

const INSERT = {
  lead: `INSERT INTO lead (id, case_id, consent_id, receiver, products, state, kind, picked, changed_at)
    VALUES ($1, $2, $3, 'icbc', '{}', 'offered', 'application', false, now())`,
  visit: `INSERT INTO visit (id, case_id, consent_id, team, topics, state, changed_at)
    VALUES ($1, $2, $3, 'team-a', '{}', 'requested', now())`,
} as const

export function consentContract(open: Open): void {
  const codeOf = (store: OpenStore, sql: string, values: readonly (string | null)[]) =>
    store.database.pool.query(sql, [...values]).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  const filled = async (store: OpenStore) => {
    const { received } = await e.turn(store, e.says('p', '申请'), { change: e.withLead })
    const known = await store.caseOf(received)
    return { caseId: known?.id ?? '', consent: known?.consents[0]?.id ?? '' }
  }

  test.each(['lead', 'visit'] as const)('a %s needs a consent that is there', async table => {
    const { store } = open()
    const { caseId, consent } = await filled(store)
    const count = async () => (await store.database.pool.query(`SELECT 1 FROM ${table}`)).rows.length
    expect(await codeOf(store, INSERT[table], ['bare', caseId, null])).toBe(MISSING)
    expect(await codeOf(store, INSERT[table], ['invented', caseId, 'no-such-consent'])).toBe(NOT_THERE)
    expect(await codeOf(store, INSERT[table], ['homeless', 'no-such-case', consent])).toBe(NOT_THERE)
    expect(await codeOf(store, `UPDATE ${table} SET consent_id = $1`, ['no-such-consent'])).toBe(NOT_THERE)
    expect(await codeOf(store, `UPDATE ${table} SET consent_id = $1`, [null])).toBe(MISSING)
    expect(await count()).toBe(1)
    expect(await codeOf(store, INSERT[table], ['real', caseId, consent])).toBe('done')
    expect(await count()).toBe(2)
  })

  test('a consent stays as long as something stands on it', async () => {
    const { store } = open()
    const { consent } = await filled(store)
    const remove = () => codeOf(store, 'DELETE FROM consent WHERE id = $1', [consent])
    expect(await remove()).toBe(NOT_THERE)
    await store.database.pool.query('DELETE FROM lead')
    expect(await remove()).toBe(NOT_THERE)
    await store.database.pool.query('DELETE FROM visit')
    expect(await remove()).toBe('done')
  })
}
