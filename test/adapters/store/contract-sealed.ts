// What a company says and is stands in the database sealed: no table holds a word of it, nobody can change or move it
// unseen, and without its key no copy of it opens again.
import { expect, test } from 'vitest'
import { ERASED_CARD } from '../../../adapters/store/erase.ts'
import { dumpTables } from '../../support/store.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const PHONE = '13912345678'
const WORDS = [PHONE, '张三丰', '云谷路88号']

const withContact = (current: Parameters<typeof e.withLead>[0]) => ({
  ...e.withLead(current),
  answers: { phone: { value: WORDS.join(), source: 'stated' as const, at: e.AT } },
})

export function sealedContract(open: Open): void {
  const talk = (peer = 'p') =>
    e.turn(open().store, e.says(peer, `我的电话 ${WORDS.join(' ')}`), {
      change: withContact,
      posts: [e.toEnterprise(`记下了 ${PHONE}`), e.toDesk('icbc', 't', `请联系 ${PHONE}`, 'lead')],
    })

  test('no table holds a word of contact, before, during and after the turn; every reader still reads it', async () => {
    const { store } = open()
    await store.accept(e.says('q', WORDS.join(' ')))
    const waiting = await dumpTables(store)
    await e.drain(store)
    await talk()
    const dump = await dumpTables(store)
    for (const word of WORDS) expect(waiting + dump).not.toContain(word)
    const said = [
      ...(await store.conversation('telegram', 'p', 0n)),
      ...(await store.conversation('telegram', 'q', 0n)),
    ]
    expect(said.map(({ card }) => e.textOf(card)).join()).toContain('云谷路88号')
    expect(JSON.stringify((await store.due('telegram')).map(({ message }) => message.card))).toContain(PHONE)
  })

  test('another key, a changed byte and a row moved to another case are refused', async () => {
    const { store } = open()
    const item = await talk()
    const row = await store.database.prisma.conversation.findFirstOrThrow()
    const sealed = (row.state as { sealed: string }).sealed
    const put = (state: object) =>
      store.database.prisma.conversation.update({ where: { id: row.id }, data: { state: { ...state } } })
    const flipped = Buffer.from(sealed, 'base64')
    flipped[20] = (flipped[20] ?? 0) ^ 1
    await put({ sealed: flipped.toString('base64') })
    await expect(store.caseOf(item.received)).rejects.toMatchObject({ code: 'unreadable' })
    await talk('other')
    const other = await store.database.prisma.conversation.findFirstOrThrow({ where: { peer: 'other' } })
    await put(other.state as object)
    await expect(store.caseOf(item.received)).rejects.toMatchObject({ code: 'unreadable' })
    await put({ sealed })
    expect((await store.caseOf(item.received))?.leads).toHaveLength(1)
  })

  test('what was sealed before an erasure opens nowhere afterwards: its key is gone', async () => {
    const { store } = open()
    const item = await talk()
    const backup = await store.database.prisma.conversation.findFirstOrThrow({ include: { key: true } })
    await e.turn(store, e.presses('p', 'delete:yes'), {
      change: current => ({ ...current, answers: {}, consents: [], leads: [], visits: [], trail: [] }),
      erase: true,
    })
    expect(await store.database.prisma.caseKey.findMany({ where: { caseId: backup.id } })).toEqual([])
    const fresh = await store.database.prisma.conversation.findFirstOrThrow({ include: { key: true } })
    expect(fresh.key?.wrapped).not.toBe(backup.key?.wrapped)
    const data = { state: backup.state as object }
    await store.database.prisma.conversation.update({ where: { id: fresh.id }, data })
    await expect(store.caseOf(item.received)).rejects.toMatchObject({ code: 'unreadable' })
    expect((await store.desks(0n)).every(({ card }) => card.lines[0]?.kind === ERASED_CARD.lines[0]?.kind)).toBe(true)
  })

  test('a case that an earlier version stored in the clear is read, and sealed with its next turn', async () => {
    const { store } = open()
    const item = await talk()
    const plain = await store.caseOf(item.received)
    await store.database.prisma.caseKey.deleteMany()
    await store.database.prisma.message.deleteMany()
    await store.database.prisma.conversation.updateMany({ data: { state: { ...plain } as object } })
    expect(await store.caseOf(item.received)).toEqual(plain)
    await e.turn(store, e.says('p', '还在吗'))
    expect(await store.caseOf(item.received)).toMatchObject({ answers: plain?.answers })
    expect(await dumpTables(store)).not.toContain(PHONE)
  })
}
