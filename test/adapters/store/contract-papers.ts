// Papers: kept sealed until a turn gives them to a lead or visit, read by their company and that desk only, gone with the
// consent, with the case, or after a day in which nobody was named.
import { expect, test } from 'vitest'
import { forgetWaiting } from '../../../adapters/store/papers.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const BYTES = Buffer.from('%PDF-1.7 云谷的账本')
const PAPER = { id: 'paper-1', name: '账本.pdf', type: 'application/pdf', bytes: BYTES.length }
const DAY_MS = 86_400_000
const COMPANY = { kind: 'enterprise', platform: 'telegram', peer: 'p' } as const
const BANK = { kind: 'desk', desk: 'icbc' } as const

export function papersContract(open: Open): void {
  /** A company with a lead at icbc and a paper that waits. */
  async function waiting() {
    const { store, other, clock } = open()
    const first = await e.turn(store, e.says('p', '申请'), { change: e.withLead })
    const thread = (await store.caseOf(first.received))?.leads[0]?.id ?? ''
    expect(await store.keepPaper('telegram', 'p', PAPER, BYTES)).toBe('kept')
    return { store, other, clock, thread }
  }
  /** The turn that gives it to the lead. */
  const give = (store: Parameters<typeof e.turn>[0], thread: string) =>
    e.turn(store, e.says('p', '发材料'), {
      change: current => ({
        ...current,
        leads: current.leads.map(lead => ({ ...lead, talk: { requests: [], papers: [{ ...PAPER, at: e.AT }] } })),
      }),
      papers: [{ id: PAPER.id, thread }],
    })

  test('nobody reads a paper before a turn gave it away, then its company and that desk do, as it came', async () => {
    const { store, other, thread } = await waiting()
    expect(await store.paper(PAPER.id, COMPANY)).toBeUndefined()
    expect(await store.paper(PAPER.id, BANK)).toBeUndefined()
    await give(store, thread)
    const read = { name: PAPER.name, type: PAPER.type, bytes: BYTES }
    expect(await store.paper(PAPER.id, COMPANY)).toEqual(read)
    expect(await other.paper(PAPER.id, BANK)).toEqual(read)
    expect(await store.paper(PAPER.id, { kind: 'desk', desk: 'team-a' })).toBeUndefined()
    expect(await store.paper(PAPER.id, { ...COMPANY, peer: 'q' })).toBeUndefined()
    expect(await store.paper('paper-2', COMPANY)).toBeUndefined()
  })

  test('the same upload again is the same paper, and one of a stranger is not kept', async () => {
    const { store } = await waiting()
    expect(await store.keepPaper('telegram', 'p', PAPER, BYTES)).toBe('kept')
    expect(await store.keepPaper('telegram', 'nobody', { ...PAPER, id: 'paper-3' }, BYTES)).toBe('no-case')
    const { rows } = await store.database.pool.query('SELECT content FROM paper')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(BYTES.toString('base64').slice(0, 8))
  })

  test('a turn that drops it deletes it; one that was given away cannot be given again', async () => {
    const { store, thread } = await waiting()
    await e.turn(store, e.says('p', '不发了'), { papers: [{ id: PAPER.id, thread: null }] })
    expect((await store.database.pool.query('SELECT id FROM paper')).rows).toEqual([])
    await store.keepPaper('telegram', 'p', PAPER, BYTES)
    await give(store, thread)
    await e.turn(store, e.says('p', '乱给'), { papers: [{ id: PAPER.id, thread: 'elsewhere' }] })
    expect((await store.database.pool.query('SELECT thread FROM paper')).rows).toEqual([{ thread }])
  })

  test('it goes with the consent', async () => {
    const { store, thread } = await waiting()
    await give(store, thread)
    await e.turn(store, e.says('p', '撤回'), {
      change: current => ({
        ...current,
        consents: current.consents.map(consent => ({ ...consent, withdrawnAt: e.AT })),
      }),
      recalls: [{ desk: 'icbc', thread }],
    })
    expect(await store.paper(PAPER.id, BANK)).toBeUndefined()
    expect((await store.database.pool.query('SELECT id FROM paper')).rows).toEqual([])
  })

  test('it waits a day for somebody to be named, not longer', async () => {
    const { store, clock } = await waiting()
    const context = { database: store.database, now: () => clock.now() }
    clock.pass(DAY_MS - 1)
    expect(await forgetWaiting(context)).toBe(0)
    clock.pass(2)
    expect(await forgetWaiting(context)).toBe(1)
  })

  test('a case holds so many papers and no more', async () => {
    const { store } = await waiting()
    let last = 'kept'
    let count = 1
    while (last === 'kept' && count < 100)
      last = await store.keepPaper('telegram', 'p', { ...PAPER, id: `more-${count++}` }, BYTES)
    expect([last, count]).toEqual(['full', 41])
  })
}
