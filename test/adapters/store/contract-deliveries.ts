// The outbox: per address one at a time and in order, never what is outdated, and honest about what may have been sent.
import { expect, test } from 'vitest'
import type { Platform } from '../../../adapters/received.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Delivery, DeliveryResult } from '../../../adapters/store/store.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const LEASE_MS = 60_000

const sent = (externalId?: string): DeliveryResult => ({ is: 'sent', externalId })

/** The one delivery that is due. */
async function one(store: OpenStore, platform: Platform = 'telegram'): Promise<Delivery> {
  const deliveries = await store.due(platform)
  const [delivery] = deliveries
  if (!delivery || deliveries.length > 1) throw new Error(`${deliveries.length} deliveries are due, not one`)
  return delivery
}

/** Sends all that is due, and tells what was sent. */
async function sendAll(store: OpenStore, platform: Platform): Promise<readonly string[]> {
  const texts: string[] = []
  for (;;) {
    const deliveries = await store.due(platform)
    if (deliveries.length === 0) return texts
    for (const delivery of deliveries) {
      texts.push(e.textOf(delivery.message.card))
      await store.settle(delivery, sent(`m${delivery.id}`))
    }
  }
}

export function deliveriesContract(open: Open): void {
  test('only what does not read the store is delivered: Telegram chats, and desks by their route', async () => {
    const { store } = open()
    const posts = [e.toEnterprise('a'), e.toDesk('icbc', 't', 'b'), e.toDesk('boc', 't', 'c')]
    await e.turn(store, e.says('p', 'x', { platform: 'web' }), { posts })
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('d')] })
    expect(await sendAll(store, 'web')).toEqual([])
    expect(await sendAll(store, 'desk')).toEqual([])
    expect(await sendAll(store, 'slack')).toEqual(['b'])
    expect(await sendAll(store, 'telegram')).toEqual(['d'])
    expect(await store.health()).toMatchObject({ undelivered: 0, unsendable: 0 })
  })

  test('one at a time per address, in order, also for two senders; addresses do not wait for each other', async () => {
    const { store, other } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('p1'), e.toEnterprise('p2')] })
    await e.turn(store, e.says('q', 'x'), { posts: [e.toEnterprise('q1')] })
    const both = await Promise.all([store.due('telegram'), other.due('telegram')])
    const first = both.flat()
    expect(first.map(d => [d.address, e.textOf(d.message.card), d.attempts, d.uncertain])).toEqual([
      ['p', 'p1', 1, false],
      ['q', 'q1', 1, false],
    ])
    expect(await store.due('telegram')).toEqual([])
    for (const delivery of first) await store.settle(delivery, sent('m'))
    expect(e.textOf((await one(other)).message.card)).toBe('p2')
  })

  test('senders that look at the same time never get the same delivery', async () => {
    const { store, other } = open()
    for (let i = 0; i < 16; i++) await e.turn(store, e.says(`p${i}`, 'x'), { posts: [e.toEnterprise('1')] })
    const looks = await Promise.all([store, other, store, other, store, other].map(sender => sender.due('telegram')))
    const ids = looks.flat().map(delivery => delivery.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(looks.flat().every(delivery => delivery.attempts === 1 && !delivery.uncertain)).toBe(true)
    expect(ids.length + (await sendAll(store, 'telegram')).length).toBe(16)
    for (const delivery of looks.flat()) await store.settle(delivery, sent('m'))
    expect(await store.health()).toMatchObject({ undelivered: 0 })
  })

  test('an address that must wait waits as a whole', async () => {
    const { store, clock } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('1'), e.toEnterprise('2')] })
    const delivery = await one(store)
    const at = new Date(clock.now().getTime() + 5_000).toISOString()
    await store.settle(delivery, { is: 'later', at, code: '429' })
    clock.pass(4_999)
    expect(await store.due('telegram')).toEqual([])
    clock.pass(1)
    expect(await one(store)).toMatchObject({ id: delivery.id, attempts: 2, uncertain: false })
  })

  test('a sender that went away may have sent: the next one is told, and its own late answer counts no more', async () => {
    const { store, other, clock } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('1'), e.toEnterprise('2')] })
    const lost = await one(store)
    clock.pass(LEASE_MS)
    const again = await one(other)
    expect(again).toMatchObject({ id: lost.id, uncertain: true, attempts: 2 })
    await store.settle(lost, { is: 'dead', code: 'late' })
    expect(await store.due('telegram')).toEqual([])
    await other.settle(again, sent('m1'))
    expect(e.textOf((await one(store)).message.card)).toBe('2')
    expect(await store.health()).toMatchObject({ unsendable: 0 })
  })

  test('an answer that never came is tried again after a growing pause, as uncertain', async () => {
    const { store, clock } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('1')] })
    await store.settle(await one(store), { is: 'uncertain', code: 'timeout' })
    expect(await store.due('telegram')).toEqual([])
    clock.pass(2_000)
    const second = await one(store)
    expect(second).toMatchObject({ uncertain: true, attempts: 2 })
    await store.settle(second, { is: 'uncertain', code: 'timeout' })
    clock.pass(2_000)
    expect(await store.due('telegram')).toEqual([])
    clock.pass(2_000)
    expect(await one(store)).toMatchObject({ uncertain: true, attempts: 3 })
  })

  test('what cannot be sent is put aside, and the rest goes on', async () => {
    const { store } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('1'), e.toEnterprise('2')] })
    await store.settle(await one(store), { is: 'dead', code: 'too-long' })
    expect(await sendAll(store, 'telegram')).toEqual(['2'])
    expect(await store.health()).toMatchObject({ undelivered: 0, unsendable: 1 })
  })

  test('a newer card of a slot takes the place of the one that still waits', async () => {
    const { store } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('v1', 's'), e.toEnterprise('then')] })
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('v2', 's'), e.toEnterprise('v3', 's')] })
    expect(await sendAll(store, 'telegram')).toEqual(['v3', 'then'])
  })

  test('a newer card of a slot replaces the one that was sent, by its id on the platform', async () => {
    const { store } = open()
    const post = (text: string) => e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise(text, 's')] })
    await post('v1')
    const first = await one(store)
    expect(first.replaces).toBeUndefined()
    await post('v2')
    await store.settle(first, sent('m1'))
    const second = await one(store)
    expect(second.replaces).toBe('m1')
    // an edit brings no new id
    await store.settle(second, sent())
    await post('v3')
    expect((await one(store)).replaces).toBe('m1')
  })

  test('a card that may have been sent is not skipped: the newer one follows it', async () => {
    const { store, clock } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('v1', 's')] })
    await one(store)
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('v2', 's')] })
    clock.pass(LEASE_MS)
    const first = await one(store)
    expect([e.textOf(first.message.card), first.uncertain]).toEqual(['v1', true])
    await store.settle(first, sent('m1'))
    expect(await one(store)).toMatchObject({ replaces: 'm1', uncertain: false })
  })

  test('slots and threads of different desks and threads do not mix', async () => {
    const { store } = open()
    const posts = [e.toDesk('icbc', 't1', '1', 'lead'), e.toDesk('icbc', 't2', '2', 'lead')]
    await e.turn(store, e.says('p', 'x'), { posts })
    expect(await sendAll(store, 'slack')).toEqual(['1', '2'])
    await e.turn(store, e.says('p', 'x'), { posts: [e.toDesk('icbc', 't2', '3')] })
    const reply = await one(store, 'slack')
    const root = reply.threadRoot ?? ''
    const otherRoot = (await store.database.prisma.delivery.findFirst({ where: { thread: 't1' } }))?.externalId
    expect(await store.threadOf('slack', 'C-icbc', root)).toBe('t2')
    expect(await store.threadOf('slack', 'C-other', root)).toBeUndefined()
    expect(reply.replaces).toBeUndefined()
    await store.settle(reply, sent('m9'))
    expect(await store.threadOf('slack', 'C-icbc', 'm9')).toBe('t2')
    await e.turn(store, e.says('p', 'x'), { posts: [e.toDesk('icbc', 't2', '4', 'lead')] })
    const edit = await one(store, 'slack')
    expect(edit).toMatchObject({ replaces: root, threadRoot: root })
    await store.settle(edit, sent())
    await e.turn(store, e.says('p', 'x'), { posts: [e.toDesk('icbc', 't1', '5', 'lead')] })
    expect(await one(store, 'slack')).toMatchObject({ replaces: otherRoot, threadRoot: otherRoot })
  })
}
