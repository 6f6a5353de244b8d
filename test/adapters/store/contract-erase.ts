// Erasing: after it nothing in any table holds a word of the case, and every desk that had a card of it is told.
import { expect, test } from 'vitest'
import { ERASED_CARD } from '../../../adapters/store/erase.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { dumpTables } from '../../support/store.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const CANARY = 'canary-7f3a'
const LEASE_MS = 60_000

/** A case that has its canary everywhere: facts, consent, visit, chat, desks, outbox, audit. */
async function fill(store: OpenStore): Promise<{ caseId: string; thread: string }> {
  const first = await e.turn(store, e.says('p', `我们是${CANARY}公司`), {
    change: current => ({
      ...e.withLead(current, CANARY),
      answers: { name: { value: CANARY, source: 'stated', at: e.AT } },
    }),
    posts: [e.toEnterprise(`${CANARY}，你好`, 'hello'), e.toEnterprise(`${CANARY}，再见`)],
    events: [{ verb: 'lead.offered', object: CANARY, by: CANARY, detail: CANARY }],
  })
  const current = await store.caseOf(first.received)
  const thread = current?.leads[0]?.id ?? ''
  await e.turn(store, e.staffSays('icbc', thread, `给${CANARY}回电`), {
    posts: [
      e.toDesk('icbc', thread, `${CANARY}的线索`, 'lead'),
      e.toDesk('icbc', thread, `${CANARY}的来信`),
      e.toDesk('team-a', `${current?.id}.v1`, `${CANARY}的走访`, 'visit'),
    ],
  })
  const paper = { id: `${CANARY}-paper`, name: CANARY, type: 'image/png', bytes: 1 }
  await store.keepPaper('telegram', 'p', paper, Buffer.from(CANARY))
  return { caseId: current?.id ?? '', thread }
}

const erase = (store: OpenStore) =>
  e.turn(store, e.presses('p', 'delete:yes'), {
    change: current => ({ ...current, answers: {}, consents: [], leads: [], visits: [], trail: [] }),
    posts: [e.toEnterprise('已全部删除'), e.toDesk('icbc', 't', '不该出现')],
    events: [e.audited('case.deleted', CANARY)],
    erase: true,
  })

async function sendSlack(store: OpenStore, externalId: string): Promise<void> {
  for (const delivery of await store.due('slack')) await store.settle(delivery, { is: 'sent', externalId })
}

export function eraseContract(open: Open): void {
  test('no table holds a word of the case afterwards', async () => {
    const { store, clock } = open()
    const { caseId, thread } = await fill(store)
    // one event that died with its words, one of staff that still waits
    await store.accept(e.says('p', `${CANARY} poison`))
    for (let i = 0; i < 5; i++) {
      await store.fail(await e.claim(store), 'x')
      clock.pass(60_000)
    }
    await store.accept(e.presses('p', 'delete:yes'))
    await store.accept(e.staffSays('icbc', thread, `还有${CANARY}`))
    await sendSlack(store, '1.1')
    // what is not sealed holds it here and there, and the export, which opens everything, in every table
    expect((await dumpTables(store)).split(CANARY).length).toBeGreaterThan(5)
    const exported = await store.exportChat('telegram', 'p')
    for (const [table, rows] of Object.entries(exported?.tables ?? {}))
      if (!['delivery', 'timer', 'lead'].includes(table))
        expect([table, JSON.stringify(rows)]).toEqual([table, expect.stringContaining(CANARY)])
    expect(exported?.tables).toMatchObject({ lead: [{ caseId }], delivery: { length: 4 } })
    const item = await e.claim(store)
    const empty = { answers: {}, consents: [], leads: [], visits: [], trail: [] }
    const does = { change: (c: object) => ({ ...c, ...empty }) as never, posts: [e.toEnterprise('已全部删除')] }
    expect(await store.play(item, e.step(item, { ...does, events: [e.audited('x', CANARY)], erase: true }))).toBe(
      'played',
    )
    const left = await dumpTables(store)
    expect(left).not.toContain(CANARY)
    // the case's own id stays only as the first part of desk threads
    expect(left.replaceAll(`${caseId}.`, '')).not.toContain(caseId)
    // sealed words could not be seen in the dump: no sealed row is left but those of the fresh case
    const fresh = await store.caseOf(item.received)
    const { rows } = await store.database.pool.query(
      `SELECT case_id FROM message WHERE card::text LIKE '%sealed%' UNION SELECT id FROM conversation
       UNION SELECT case_id FROM case_key UNION SELECT lane FROM inbox WHERE payload IS NOT NULL`,
    )
    expect(rows).toEqual([{ case_id: fresh?.id }])
    expect(JSON.stringify(await store.exportChat('telegram', 'p'))).not.toContain(CANARY)
    expect(await store.next()).toBeUndefined()
    expect(await verifyAudit(store)).toMatchObject({ ok: true })
  })

  test('a fresh case with a fresh id remains, and only the farewell of the chat', async () => {
    const { store } = open()
    const { caseId, thread } = await fill(store)
    const item = await erase(store)
    const fresh = await store.caseOf(item.received)
    expect(fresh).toMatchObject({ answers: {}, consents: [], leads: [], visits: [] })
    expect(fresh?.id).not.toBe(caseId)
    const said = await store.conversation('telegram', 'p', 0n)
    expect(said.map(message => e.textOf(message.card))).toEqual(['已全部删除'])
    const { prisma } = store.database
    expect([await prisma.lead.count(), await prisma.visit.count(), await prisma.consent.count()]).toEqual([0, 0, 0])
    // staff cannot reach it any more
    await store.accept(e.staffSays('icbc', thread, '在吗'))
    const staff = await e.claim(store)
    expect(await store.play(staff, e.step(staff))).toBe('unknown-thread')
    // and the next words find the fresh case
    await e.turn(store, e.says('p', '重新开始'))
    expect((await store.caseOf(item.received))?.trail).toHaveLength(1)
  })

  test('every card at a desk is followed by a note in its slot, for readers of the list too', async () => {
    const { store } = open()
    await fill(store)
    const before = await store.desks(0n)
    await erase(store)
    const notes = await store.desks(before.at(-1)?.id ?? 0n)
    const places = (messages: typeof before) =>
      messages.map(({ room, slot }) => JSON.stringify([room, slot])).toSorted()
    expect(places(notes)).toEqual(places(before))
    expect(notes.every(({ card }) => card.lines[0] !== undefined)).toBe(true)
    for (const message of await store.desks(0n)) {
      expect(message.card).toEqual(ERASED_CARD)
      expect(message.author).toBeUndefined()
    }
  })

  test('on a platform, what was sent is replaced, and what was not sent never is', async () => {
    const { store } = open()
    await fill(store)
    // the lead's card goes out, the letter after it does not
    await sendSlack(store, '1.1')
    await erase(store)
    const [note, ...rest] = await store.due('slack')
    expect(rest).toEqual([])
    expect(note).toMatchObject({ replaces: '1.1', threadRoot: '1.1', message: { card: ERASED_CARD } })
    if (note) await store.settle(note, { is: 'sent' })
    expect(await store.due('slack')).toEqual([])
  })

  test('a card that was just being sent is replaced as soon as its id is known', async () => {
    const { store } = open()
    await fill(store)
    const [flying] = await store.due('slack')
    if (flying) expect(await store.begin(flying)).toBe(true)
    await erase(store)
    expect(await store.due('slack')).toEqual([])
    if (flying) await store.settle(flying, { is: 'sent', externalId: '1.1' })
    expect(await store.due('slack')).toMatchObject([{ replaces: '1.1', message: { card: ERASED_CARD } }])
  })

  test('a chat message that was just being sent does not overtake the farewell, and is not sent again', async () => {
    const { store, clock } = open()
    await fill(store)
    await store.due('telegram')
    await erase(store)
    expect(await store.due('telegram')).toEqual([])
    clock.pass(LEASE_MS)
    const left = await store.due('telegram')
    expect(left.map(delivery => e.textOf(delivery.message.card))).toEqual(['已全部删除'])
  })

  test('what the owner said after asking is answered by the fresh case', async () => {
    const { store } = open()
    await fill(store)
    await store.accept(e.presses('p', 'delete:yes'))
    await store.accept(e.says('p', '你好'))
    const item = await e.claim(store)
    await store.play(item, e.step(item, { change: c => ({ ...c, consents: [], leads: [], visits: [] }), erase: true }))
    expect((await e.claim(store)).received.event).toMatchObject({ text: '你好' })
  })
}
