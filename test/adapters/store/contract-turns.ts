// A turn: all of it is committed or nothing, exactly once, in order.
import { expect, test } from 'vitest'
import type { Received } from '../../../adapters/received.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { dumpTables } from '../../support/store.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

/** Plays events at the same time that the inbox would hand out one after the other, as after lost leases. */
async function playAtOnce(stores: readonly OpenStore[], events: readonly Received[]): Promise<readonly string[]> {
  const [store] = stores
  if (!store) throw new Error('no store')
  for (const event of events) await store.accept(event)
  await store.database.pool.query(`UPDATE inbox SET lease = 'x' || id, attempts = 1 WHERE state = 'waiting'`)
  const rows = await store.database.prisma.inbox.findMany({ where: { state: 'waiting' }, orderBy: { id: 'asc' } })
  const results = await Promise.all(
    rows.map(({ id }, i) => {
      const received = events[i]
      if (!received) throw new Error('an event is left over')
      const item = { id, received, attempts: 1, lease: `x${id}` }
      return stores[i % stores.length]?.play(item, e.step(item))
    }),
  )
  expect(results).toEqual(events.map(() => 'played'))
  return events.map(event => event.eventId)
}

export function turnsContract(open: Open): void {
  test('the first event opens a case in the language of the platform; later hints change nothing', async () => {
    const { store } = open()
    expect(await store.caseOf(e.says('p', 'hi'))).toBeUndefined()
    const item = await e.turn(store, e.says('p', 'hi', { language: 'en' }))
    await e.turn(store, e.says('p', '你好', { language: 'zh' }))
    const current = await store.caseOf(item.received)
    expect(current).toMatchObject({ language: 'en', openedAt: e.AT })
    expect(current?.trail).toHaveLength(2)
  })

  test('two first events at once open one case, and two later ones at once do not overwrite each other', async () => {
    const { store, other } = open()
    for (let round = 0; round < 10; round++) {
      const peer = `p${round}`
      const first = await playAtOnce([store, other], [e.says(peer, 'a'), e.says(peer, 'b')])
      const second = await playAtOnce([store, other], [e.says(peer, 'c'), e.says(peer, 'd')])
      expect((await store.caseOf(e.says(peer, '')))?.trail.toSorted()).toEqual([...first, ...second].toSorted())
    }
    expect(await store.database.prisma.conversation.count()).toBe(10)
  })

  test('a step that throws leaves nothing behind, and the event can be tried again', async () => {
    const { store, clock } = open()
    await store.accept(e.says('p', 'a'))
    const before = await dumpTables(store)
    const item = await e.claim(store)
    const boom = new Error('boom')
    const throwing = () => {
      throw boom
    }
    await expect(store.play(item, throwing)).rejects.toBe(boom)
    const leased = /"(lease|lease_until|attempts)": [^,]+/g
    expect((await dumpTables(store)).replace(leased, '')).toBe(before.replace(leased, ''))
    await store.fail(item, 'step-threw')
    clock.pass(1_000)
    expect(await e.drain(store)).toBe(1)
  })

  test('a database error that was caught inside a transaction still fails it', async () => {
    const { store } = open()
    const row = { platform: 'web', eventId: 'x', lane: 'l', acceptedAt: new Date(e.AT) }
    await store.database.prisma.inbox.create({ data: row })
    const caught = store.database.transact(async tx => {
      await tx.auditHead.update({ where: { id: 1 }, data: { hash: 'lost' } })
      await tx.inbox.create({ data: row }).catch(() => {})
    })
    await expect(caught).rejects.toThrow()
    expect(await store.database.prisma.auditHead.findUnique({ where: { id: 1 } })).toMatchObject({ hash: '' })
  })

  test('a case that is not well formed, or changes its id, is not stored', async () => {
    const { store } = open()
    await store.accept(e.says('p', 'a'))
    const item = await e.claim(store)
    const wrong = e.step(item, { change: current => ({ ...current, serial: 1.5 }) })
    await expect(store.play(item, wrong)).rejects.toMatchObject({ code: 'unstorable' })
    const moved = e.step(item, { change: current => ({ ...current, id: 'other' }) })
    await expect(store.play(item, moved)).rejects.toMatchObject({ code: 'unstorable' })
    expect(await store.caseOf(item.received)).toBeUndefined()
  })

  test('texts and labels of buttons are kept as said, openings are not', async () => {
    const { store } = open()
    const buttons = [[{ text: '成长期', press: 'a:stage:growth' }]]
    const posts = [{ to: e.ENTERPRISE, card: e.card('什么阶段？', buttons) }]
    await e.turn(store, e.opens('p', { platform: 'web' }), { posts })
    await e.turn(store, e.presses('p', 'a:stage:growth', { platform: 'web' }), { posts: [e.toEnterprise('记下了')] })
    await e.turn(store, e.presses('p', 'a:unknown', { platform: 'web' }))
    await e.turn(store, e.says('p', '谢谢', { platform: 'web' }))
    const said = await store.conversation('web', 'p', 0n)
    expect(said.map(message => [message.direction, e.textOf(message.card)])).toEqual([
      ['out', '什么阶段？'],
      ['in', '成长期'],
      ['out', '记下了'],
      ['in', '谢谢'],
    ])
    const second = said[1]?.id ?? 0n
    expect(await store.conversation('web', 'p', second)).toEqual(said.slice(2))
    expect(await store.conversation('telegram', 'p', 0n)).toEqual([])
  })

  test('desk messages of all cases are one list, with the author and a slot each', async () => {
    const { store } = open()
    const item = await e.turn(store, e.says('p', '申请'), { change: e.withLead })
    const thread = (await store.caseOf(item.received))?.leads[0]?.id ?? ''
    const posts = [e.toDesk('icbc', thread, '已答复'), e.toDesk('boc', 't2', '新', 'lead')]
    await e.turn(store, e.staffSays('icbc', thread, '请补充材料'), { posts })
    const said = await store.desks(0n)
    expect(said.map(({ room, direction, author, card }) => [room, direction, author, e.textOf(card)])).toEqual([
      [{ kind: 'desk', desk: 'icbc', thread }, 'in', '王经理', '请补充材料'],
      [{ kind: 'desk', desk: 'icbc', thread }, 'out', undefined, '已答复'],
      [{ kind: 'desk', desk: 'boc', thread: 't2' }, 'out', undefined, '新'],
    ])
    expect(new Set(said.map(message => message.slot)).size).toBe(3)
    expect(said[2]?.slot).toBe('lead')
    expect(await store.desks(said[1]?.id ?? 0n)).toEqual(said.slice(2))
  })

  test('consents, leads and visits are rows, and follow the case', async () => {
    const { store } = open()
    const { prisma } = store.database
    await e.turn(store, e.says('p', '申请'), { change: e.withLead })
    expect(await prisma.lead.findMany()).toMatchObject([{ state: 'offered', receiver: 'icbc', owner: null }])
    const owner = { person: 'U1', name: '王' }
    await e.turn(store, e.says('p', '撤回'), {
      change: current => ({
        ...current,
        consents: current.consents.map(consent => ({ ...consent, withdrawnAt: e.AT })),
        leads: current.leads.map(lead => ({ ...lead, state: 'taken' as const, owner })),
        visits: [],
      }),
    })
    expect(await prisma.lead.findMany()).toMatchObject([{ state: 'taken', owner: 'U1' }])
    expect(await prisma.consent.findMany()).toMatchObject([{ withdrawnAt: new Date(e.AT) }])
    expect(await prisma.visit.count()).toBe(0)
  })

  test('a lead without its consent, or with the id of another, is not stored', async () => {
    const { store } = open()
    const first = await e.turn(store, e.says('p', '申请'), { change: e.withLead })
    const taken = (await store.caseOf(first.received))?.leads[0]?.id ?? ''
    await store.accept(e.says('q', '申请'))
    const item = await e.claim(store)
    const orphan = e.step(item, { change: current => ({ ...e.withLead(current), consents: [] }) })
    await expect(store.play(item, orphan)).rejects.toThrow()
    const double = e.step(item, {
      change: current => {
        const next = e.withLead(current)
        return { ...next, leads: next.leads.map(lead => ({ ...lead, id: taken })) }
      },
    })
    await expect(store.play(item, double)).rejects.toThrow()
    expect(await store.caseOf(item.received)).toBeUndefined()
    expect(await store.database.prisma.lead.count()).toBe(1)
  })

  test('a staff event for a thread that nobody knows is done without a turn', async () => {
    const { store } = open()
    await store.accept(e.staffSays('icbc', 'nowhere', '在吗'))
    const item = await e.claim(store)
    expect(await store.play(item, e.step(item))).toBe('unknown-thread')
    expect(await store.caseOf(item.received)).toBeUndefined()
    expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
    expect(await store.desks(0n)).toEqual([])
  })

  test('listeners are told after a commit, until they stop', async () => {
    const { store } = open()
    let told = 0
    const stop = store.onChange(() => {
      told += 1
    })
    await e.turn(store, e.says('p', 'a'))
    expect(told).toBe(1)
    await store.accept(e.says('p', 'b'))
    const item = await e.claim(store)
    const throwing = () => {
      throw new Error('boom')
    }
    await store.play(item, throwing).catch(() => {})
    expect(told).toBe(1)
    stop()
    await store.play(item, e.step(item))
    expect(told).toBe(1)
  })

  test('who reads the desks while turns are committed misses nothing', async () => {
    const { store, other } = open()
    const events = Array.from({ length: 60 }, (_, i) => e.says(`p${i % 12}`, String(i)))
    for (const event of events) await store.accept(event)
    const does = (peer: string) => ({ posts: [e.toDesk('boc', peer, '1'), e.toDesk('boc', peer, '2')] })
    const work = async (worker: typeof store) => {
      while ((await store.health()).waiting > 0) {
        const item = await worker.next()
        if (item) await worker.play(item, e.step(item, does(item.received.eventId)))
      }
    }
    const working = Promise.all([store, other, store, other].map(work)).then(() => true)
    const seen: bigint[] = []
    for (let done = false; !done; ) {
      done = await Promise.race([working, Promise.resolve(false)])
      seen.push(...(await store.desks(seen.at(-1) ?? 0n)).map(message => message.id))
    }
    expect(seen).toEqual((await store.desks(0n)).map(message => message.id))
    expect(seen).toHaveLength(2 * events.length)
  })

  test('many workers on many chats: each event once, each chat in its order', async () => {
    const { store, other } = open()
    const peers = ['a', 'b', 'c', 'd']
    const events = Array.from({ length: 40 }, (_, i) => e.says(peers[i % peers.length] ?? '', String(i)))
    for (const event of events) await store.accept(event)
    const work = async (worker: typeof store) => {
      while ((await store.health()).waiting > 0) {
        const item = await worker.next()
        if (!item) continue
        const does = { posts: [e.toDesk('boc', 't', 'x')], events: [e.audited('said', 'x')] }
        expect(await worker.play(item, e.step(item, does))).toBe('played')
      }
    }
    await Promise.all([store, other, store, other].map(work))
    for (const peer of peers) {
      const mine = events.filter(event => event.target.kind === 'conversation' && event.target.peer === peer)
      expect((await store.caseOf(e.says(peer, '')))?.trail).toEqual(mine.map(event => event.eventId))
    }
    expect(await store.desks(0n)).toHaveLength(events.length)
  })
}
