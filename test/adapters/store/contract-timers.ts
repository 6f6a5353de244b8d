// Timers: set and stopped with their turn, due once, never after they were replaced, stopped or erased.
import { expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { TIMERS_PER_RING } from '../../../adapters/store/timers.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const HOUR_MS = 3_600_000
/** AT and an hour later, as the stores' clock reads at the start of a test file or later */
const later = (now: Date, hours: number): string => new Date(now.getTime() + hours * HOUR_MS).toISOString()

/** Plays every waiting event and tells the ticks among them, and what became of each. */
async function playTicks(store: OpenStore): Promise<readonly string[]> {
  const ticks: string[] = []
  for (;;) {
    const item = await store.next()
    if (!item) return ticks
    const { event } = item.received
    const result = await store.play(item, e.step(item))
    if (event.kind === 'tick') ticks.push(`${event.what} ${result}`)
  }
}

export function timersContract(open: Open): void {
  test('a timer comes back as a tick of its case when it is due, not before, and once', async () => {
    const { store, other, clock } = open()
    const first = await e.turn(store, e.says('p', 'a'), {
      timers: [{ key: 'nudge', at: later(clock.now(), 2), what: 'nudge L1' }],
    })
    clock.pass(HOUR_MS)
    expect(await store.ring()).toBe(0)
    clock.pass(HOUR_MS)
    expect(await Promise.all([store.ring(), other.ring(), store.ring()])).toContain(1)
    expect(await store.ring()).toBe(0)
    const before = await store.caseOf(first.received)
    const item = await e.claim(store)
    expect(item.received).toMatchObject({
      platform: 'clock',
      from: { kind: 'clock' },
      target: { kind: 'case', case: before?.id },
      at: clock.now().toISOString(),
      event: { kind: 'tick', what: 'nudge L1' },
    })
    expect(await store.caseOf(item.received)).toEqual(before)
    const does = { posts: [e.toEnterprise('还在等')], events: [e.audited('nudged', 'L1')] }
    expect(await store.play(item, e.step(item, does))).toBe('played')
    expect(await store.database.prisma.timer.count()).toBe(0)
    const said = await store.conversation('telegram', 'p', 0n)
    expect(said.map(message => e.textOf(message.card))).toEqual(['a', '还在等'])
    clock.pass(24 * HOUR_MS)
    expect(await store.ring()).toBe(0)
  })

  test('setting a key again replaces its timer, and stopping it ends it, also between ring and turn', async () => {
    const { store, clock } = open()
    const at = later(clock.now(), 1)
    const timers = ['a', 'b', 'c', 'd'].map(key => ({ key, at, what: `${key} first` }))
    await e.turn(store, e.says('p', 'x'), { timers })
    await e.turn(store, e.says('p', 'y'), {
      timers: [
        { key: 'a', at, what: 'a second' },
        { key: 'b', at: null },
      ],
    })
    clock.pass(HOUR_MS)
    expect(await store.ring()).toBe(3)
    // these turns stand in the inbox behind the ticks, and are played before them by a faster process
    await store.accept(e.says('p', 'z'))
    await store.database.pool.query(`UPDATE inbox SET id = -1 WHERE state = 'waiting' AND platform <> 'clock'`)
    const item = await e.claim(store)
    const again = { key: 'c', at: later(clock.now(), 1), what: 'c second' }
    await store.play(item, e.step(item, { timers: [again, { key: 'd', at: null }] }))
    expect(await playTicks(store)).toEqual(
      expect.arrayContaining(['a second played', 'c first stale', 'd first stale']),
    )
    clock.pass(HOUR_MS)
    expect(await store.ring()).toBe(1)
    expect(await playTicks(store)).toEqual(['c second played'])
  })

  test('a turn that throws sets and stops nothing, and its tick is tried again', async () => {
    const { store, clock } = open()
    await e.turn(store, e.says('p', 'x'), { timers: [{ key: 'a', at: later(clock.now(), 0), what: 'a' }] })
    expect(await store.ring()).toBe(1)
    const item = await e.claim(store)
    const throwing = () => {
      throw new Error('boom')
    }
    await expect(store.play(item, throwing)).rejects.toThrow('boom')
    expect(await store.database.prisma.timer.count()).toBe(1)
    expect(await store.ring()).toBe(0)
    await store.fail(item, 'step-threw')
    clock.pass(HOUR_MS)
    expect(await playTicks(store)).toEqual(['a played'])
  })

  test('erasing a case takes its timers, also one that already stands in the inbox', async () => {
    const { store, clock } = open()
    const at = later(clock.now(), 1)
    const timers = [
      { key: 'a', at: later(clock.now(), 0), what: 'canary' },
      { key: 'b', at, what: 'canary' },
    ]
    await e.turn(store, e.says('p', 'x'), { timers })
    expect(await store.ring()).toBe(1)
    await store.accept(e.says('p', 'delete'))
    await store.database.pool.query(`UPDATE inbox SET id = -1 WHERE state = 'waiting' AND platform <> 'clock'`)
    const item = await e.claim(store)
    const fresh = [{ key: 'new', at, what: 'of the fresh case' }]
    await store.play(item, e.step(item, { erase: true, timers: fresh }))
    expect(await playTicks(store)).toEqual([])
    clock.pass(HOUR_MS)
    expect(await store.ring()).toBe(1)
    expect(await playTicks(store)).toEqual(['of the fresh case played'])
  })

  test('ten thousand hours of downtime are made up for in order, in bounded steps', async () => {
    const { store, clock } = open()
    const many = TIMERS_PER_RING + 3
    const start = clock.now()
    const timers = Array.from({ length: many }, (_, i) => ({ key: `k${i}`, at: later(start, i + 1), what: String(i) }))
    await e.turn(store, e.says('p', 'x'), { timers })
    clock.pass(10_000 * HOUR_MS)
    expect([await store.ring(), await store.ring(), await store.ring()]).toEqual([TIMERS_PER_RING, 3, 0])
    expect(await playTicks(store)).toEqual(timers.map(timer => `${timer.what} played`))
  })
}
