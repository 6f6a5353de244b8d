// The ordinary turn, thought out on the case that came with the claim and written in one statement: it must end exactly as
// the long way does, whatever happened to case and event in between. And what comes or is claimed in numbers.
import { expect, test } from 'vitest'
import type { Case } from '#bot'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const TOGETHER = 100
/** longer than a key of an index may be, and not to be shortened by packing */
const UNSTORABLE_ID = Array.from({ length: 4_000 }, (_, i) => (i * 2_654_435_761).toString(36)).join('')

/** A chat whose case is there, with its next event claimed. */
async function claimed(store: OpenStore, platform: 'web' | 'telegram' = 'web') {
  await e.turn(store, e.says('p', '你好', { platform }))
  await store.accept(e.says('p', '再说', { platform }))
  return e.claim(store)
}

const trail = async (store: OpenStore) => (await store.caseOf(e.says('p', '', { platform: 'web' })))?.trail

/** A step that counts how often it is thought out. */
function counted(item: Awaited<ReturnType<typeof claimed>>, does: Parameters<typeof e.step>[1] = {}) {
  const count = { times: 0 }
  const step = (current: Case) => {
    count.times += 1
    return e.step(item, does)(current)
  }
  return { count, step }
}

export function ordinaryContract(open: Open): void {
  test('it is thought out once and leaves what was said, the case, its timers and the outbox, in order', async () => {
    const { store } = open()
    const item = await claimed(store, 'telegram')
    const posts = [e.toEnterprise('一'), e.toEnterprise('二')]
    const timers = [{ key: 'nudge', at: '2026-03-03T01:00:00.000Z', what: 'nudge' }] as never
    const { count, step } = counted(item, { posts, timers })
    expect(await store.play(item, step)).toBe('played')
    expect(count.times).toBe(1)
    const said = await store.conversation('telegram', 'p', 0n)
    expect(said.map(({ direction, card }) => [direction, e.textOf(card)])).toEqual([
      ['in', '你好'],
      ['in', '再说'],
      ['out', '一'],
      ['out', '二'],
    ])
    expect(await store.database.prisma.timer.findMany()).toMatchObject([{ key: 'nudge', rungAt: null }])
    const outbox = await store.database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })
    expect(outbox.map(({ messageId, address, state }) => [messageId, address, state])).toEqual(
      said.slice(2).map(({ id }) => [id, 'p', 'waiting']),
    )
    expect(await store.health()).toMatchObject({ waiting: 0 })
  })

  test('a case that changed since the claim is thought out anew, and neither change is lost', async () => {
    const { store, other } = open()
    const item = await claimed(store)
    const late = e.says('p', '同时', { platform: 'web' })
    await other.accept(late)
    await store.database.pool.query(`UPDATE inbox SET lease = 'x', attempts = 1 WHERE event_id = $1`, [late.eventId])
    const row = await store.database.prisma.inbox.findFirstOrThrow({ where: { eventId: late.eventId } })
    const ahead = { id: row.id, received: late, attempts: 1, lease: 'x' }
    expect(await other.play(ahead, e.step(ahead))).toBe('played')
    const { count, step } = counted(item)
    expect(await store.play(item, step)).toBe('played')
    expect(count.times).toBe(2)
    expect((await trail(store))?.slice(1)).toEqual([late.eventId, item.received.eventId])
  })

  test('an event that somebody else has taken meanwhile changes nothing', async () => {
    const { store } = open()
    const item = await claimed(store)
    await store.database.pool.query(`UPDATE inbox SET lease = 'another' WHERE id = $1`, [item.id])
    const { step } = counted(item, { posts: [e.toEnterprise('不该说')] })
    expect(await store.play(item, step)).toBe('gone')
    expect(await trail(store)).toHaveLength(1)
    expect(await store.conversation('web', 'p', 0n)).toHaveLength(1)
  })

  test('a turn that leaves the case as it was still says what it says', async () => {
    const { store } = open()
    const item = await claimed(store)
    const before = await store.database.prisma.conversation.findFirst()
    const asBefore = (current: Case): Case => ({ ...current, trail: current.trail.slice(0, -1) })
    await store.play(item, counted(item, { change: asBefore, posts: [e.toEnterprise('好')] }).step)
    expect(await store.database.prisma.conversation.findFirst()).toEqual(before)
    expect(await store.conversation('web', 'p', 0n)).toHaveLength(3)
  })

  test('a timer that is set again is wound anew, one that is stopped is gone', async () => {
    const { store } = open()
    const at = '2026-03-03T01:00:00.000Z'
    const timer = (key: string, when: string | null) => ({ key, at: when, what: 'nudge' }) as never
    await e.turn(store, e.says('p', '一', { platform: 'web' }), { timers: [timer('a', at), timer('b', at)] })
    const first = await store.database.prisma.timer.findFirstOrThrow({ where: { key: 'a' } })
    await e.turn(store, e.says('p', '二', { platform: 'web' }), { timers: [timer('a', at), timer('b', null)] })
    const left = await store.database.prisma.timer.findMany()
    expect(left.map(({ key }) => key)).toEqual(['a'])
    expect(left[0]?.id).not.toBe(first.id)
  })

  // one claim in four goes by age alone: four rounds meet it at every place
  test.each([1, 2, 3, 4])(
    'many are claimed at once: one of each case, and none that was tried before (%i)',
    async () => {
      const { store, clock } = open()
      for (const peer of ['a', 'b', 'a', 'c', 'd', 'e']) await store.accept(e.says(peer, 'x'))
      const sick = await e.claim(store)
      await store.fail(sick, 'step-threw')
      clock.pass(1_000)
      const takes = [await store.take(3), await store.take(3), await store.take(3), await store.take(3)]
      const peers = takes.map(items =>
        items.map(({ received: { target } }) => (target.kind === 'conversation' ? target.peer : '')),
      )
      expect(peers.flat().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
      expect(peers.find(some => some.includes('a'))).toEqual(['a'])
      for (const some of peers) expect(some).toEqual(some.toSorted())
      expect(Math.max(...takes.map(items => items.length))).toBeGreaterThan(1)
    },
  )

  test('what arrives at once is stored once each, and claimed in the order of arrival', async () => {
    const { store } = open()
    const events = Array.from({ length: TOGETHER }, (_, i) => e.says(`p${i}`, String(i)))
    const answers = await Promise.all([...events, ...events].map(event => store.accept(event)))
    expect(answers.slice(0, TOGETHER).every(answer => answer === 'accepted')).toBe(true)
    expect(answers.slice(TOGETHER).every(answer => answer === 'duplicate')).toBe(true)
    const rows = await store.database.prisma.inbox.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId))
  })

  test('one that cannot be stored is refused, and those that came with it are accepted', async () => {
    const { store } = open()
    const events = Array.from({ length: 9 }, (_, i) => e.says('p', 'x', i === 4 ? { eventId: UNSTORABLE_ID } : {}))
    const answers = await Promise.allSettled(events.map(event => store.accept(event)))
    expect(answers.map(({ status }) => status)).toEqual(events.map((_, i) => (i === 4 ? 'rejected' : 'fulfilled')))
    expect(await store.database.prisma.inbox.count()).toBe(events.length - 1)
  })
}
