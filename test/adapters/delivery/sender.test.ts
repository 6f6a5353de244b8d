// The sender alone: one slow or broken address holds up nobody else, order within an address stands, and whatever a
// platform does, every delivery gets exactly one honest result per try.
import { afterEach, describe, expect, it } from 'vitest'
import { backoffMs } from '../../../adapters/delivery/backoff.ts'
import { createPace } from '../../../adapters/delivery/pace.ts'
import { type Send, startSender } from '../../../adapters/delivery/sender.ts'
import type { Delivery } from '../../../adapters/store/store.ts'
import { createFakeStore, type FakeStore, until } from './fake-outbox.ts'

const card = { lines: [] }
const room = { kind: 'enterprise', platform: 'telegram', peer: '1' } as const
const sent = { is: 'sent' } as const
const never = new Promise<typeof sent>(() => undefined)

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function start(store: Pick<FakeStore, 'due' | 'begin' | 'settle'>, send: Send) {
  const logged: string[] = []
  const sender = startSender({
    store,
    platforms: new Map([['telegram', send]]),
    now: () => new Date(),
    log: (level, code) => void logged.push(`${level} ${code}`),
    random: () => 0,
  })
  stops.push(sender.stop)
  return { sender, logged }
}

const message = { id: 1n, room, direction: 'out', card, at: '2026-11-22T00:00:00Z' } as const
const delivery = (id: bigint): Delivery => {
  return { id, platform: 'telegram', address: 'a', message, attempts: 1, uncertain: false, lease: String(id) }
}

describe('the sender', () => {
  it('is woken at once, and looks by itself as well', async () => {
    const store = createFakeStore()
    const { sender } = start(store, async () => sent)
    store.add(card, { address: 'a', room })
    sender.wake()
    await until(() => store.open() === 0, 'woken', 500)
    store.add(card, { address: 'a', room })
    await until(() => store.open() === 0, 'polled', 2_000)
  })

  it('goes on around addresses that never answer', async () => {
    const store = createFakeStore()
    const { sender } = start(store, delivery => (delivery.address.startsWith('slow') ? never : Promise.resolve(sent)))
    stops.length = 0
    for (let index = 0; index < 8; index++) store.add(card, { address: `slow${index}`, room })
    for (let index = 0; index < 50; index++) store.add(card, { address: `quick${index % 10}`, room })
    sender.wake()
    await until(() => store.open() === 8, 'the quick ones are through', 2_000)
    void sender.stop()
  })

  it('keeps the order of an address, one at a time, and a bounded number in all', async () => {
    const store = createFakeStore()
    const seen = new Map<string, bigint[]>()
    let now = 0
    let most = 0
    const busy = new Set<string>()
    const { sender } = start(store, async ({ address, id }: Delivery) => {
      expect(busy.has(address)).toBe(false)
      busy.add(address)
      most = Math.max(most, ++now)
      await new Promise(resolve => setTimeout(resolve, Math.random() * 4))
      now--
      busy.delete(address)
      seen.set(address, [...(seen.get(address) ?? []), id])
      return sent
    })
    for (let index = 0; index < 300; index++) store.add(card, { address: `a${index % 40}`, room })
    sender.wake()
    await until(() => store.open() === 0, 'all sent')
    expect(store.results).toHaveLength(300)
    expect(most).toBeGreaterThan(4)
    expect(most).toBeLessThanOrEqual(16)
    for (const ids of seen.values()) expect(ids).toEqual([...ids].sort((a, b) => Number(a - b)))
  })

  it('takes a Send that throws for an unknown outcome', async () => {
    const store = createFakeStore()
    let tries = 0
    const { sender } = start(store, async delivery => {
      if (++tries === 1) throw new Error('socket hang up')
      expect(delivery.uncertain).toBe(true)
      return sent
    })
    store.add(card, { address: 'a', room })
    sender.wake()
    await until(() => store.open() === 0, 'sent at last')
    expect(store.results.map(({ result }) => result)).toEqual([{ is: 'uncertain', code: 'send-threw' }, sent])
  })

  it('sends one delivery at a time to an address, also when the store hands out more', async () => {
    const waiting = [delivery(1n), delivery(2n)]
    let underWay = 0
    let most = 0
    const settled: bigint[] = []
    const eager: Pick<FakeStore, 'due' | 'begin' | 'settle'> = {
      begin: async () => true,
      due: async () => waiting.splice(0, 1),
      settle: async ({ id }) => void settled.push(id),
    }
    const { sender } = start(eager, async () => {
      most = Math.max(most, ++underWay)
      await new Promise(resolve => setTimeout(resolve, 50))
      underWay--
      return sent
    })
    const poke = setInterval(sender.wake, 5)
    await until(() => settled.length === 1 && waiting.length === 0, 'the first is through')
    clearInterval(poke)
    expect(most).toBe(1)
  })

  it('does not send what was taken back between the claim and the sending', async () => {
    const store = createFakeStore()
    const [first, second] = [1, 2].map(n => store.add({ lines: [] }, { address: `C${n}`, room }))
    if (first === undefined || second === undefined) throw new Error('nothing was added')
    store.recalled.add(first)
    const out: bigint[] = []
    start(store, async ({ id }) => {
      out.push(id)
      return sent
    })
    await until(() => out.length > 0, 'the other is sent')
    expect(out).toEqual([second])
    expect(store.results.map(({ id }) => id)).toEqual([second])
  })

  it('leaves an address alone until the time it was told, whatever the store hands out', async () => {
    // A store that does not keep an address waiting behind its first delivery.
    const waiting = [delivery(1n), delivery(2n)]
    const results: string[] = []
    const eager: Pick<FakeStore, 'due' | 'begin' | 'settle'> = {
      begin: async () => true,
      due: async () => waiting.splice(0, 1),
      settle: async (settled, result) => {
        results.push(result.is)
        if (result.is === 'later') waiting.push(settled)
      },
    }
    const at: number[] = []
    const { sender } = start(eager, async () => {
      at.push(performance.now())
      return at.length === 1 ? { is: 'later', at: new Date(Date.now() + 400).toISOString(), code: 'limited' } : sent
    })
    const poke = setInterval(sender.wake, 10)
    await until(() => results.filter(is => is === 'sent').length === 2, 'both sent')
    clearInterval(poke)
    expect(at).toHaveLength(3)
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(390)
  })

  it('writes a result down although the store fails at first, and does not send again meanwhile', async () => {
    const store = createFakeStore()
    let failures = 2
    let sends = 0
    const flaky: Pick<FakeStore, 'due' | 'begin' | 'settle'> = {
      begin: async () => true,
      due: store.due,
      settle: async (delivery, result) => {
        if (failures-- > 0) throw new Error('the database is away')
        await store.settle(delivery, result)
      },
    }
    const { sender, logged } = start(flaky, async () => {
      sends++
      return sent
    })
    store.add(card, { address: 'a', room })
    sender.wake()
    await until(() => store.open() === 0, 'settled')
    expect(sends).toBe(1)
    expect(logged).toEqual(['error delivery.settle-failed', 'error delivery.settle-failed'])
  })

  it('lives through a store that is away', async () => {
    const store = createFakeStore()
    let failures = 1
    const flaky: Pick<FakeStore, 'due' | 'begin' | 'settle'> = {
      begin: async () => true,
      settle: store.settle,
      due: async platform => {
        if (failures-- > 0) throw new Error('the database is away')
        return store.due(platform)
      },
    }
    const { logged } = start(flaky, async () => sent)
    store.add(card, { address: 'a', room })
    await until(() => store.open() === 0, 'sent', 3_000)
    expect(logged).toEqual(['error delivery.due-failed'])
  })

  it('finishes what it began when it is stopped, and begins nothing more', async () => {
    const store = createFakeStore()
    let begun = 0
    const { sender } = start(store, async () => {
      begun++
      await new Promise(resolve => setTimeout(resolve, 100))
      return sent
    })
    for (let index = 0; index < 30; index++) store.add(card, { address: `a${index}`, room })
    sender.wake()
    await until(() => begun === 16, 'hands full')
    await sender.stop()
    expect(begun).toBe(16)
    const outcomes = store.results.map(({ result }) => result.is)
    expect(outcomes.filter(is => is === 'sent')).toHaveLength(16)
    expect(outcomes.filter(is => is === 'later')).toHaveLength(14)
  })
})

describe('waiting', () => {
  it('doubles up to a minute, with jitter downwards', () => {
    const full = [0, 1, 2, 3, 10, 99].map(failures => backoffMs(failures, () => 1))
    expect(full).toEqual([1_000, 2_000, 4_000, 8_000, 60_000, 60_000])
    expect(backoffMs(3, () => 0)).toBe(4_000)
  })

  it('paces an address after its burst, and not the others', async () => {
    const pace = createPace({ everyMs: 60, burst: 2 }, { everyMs: 0, burst: 1 })
    const took = async (addresses: readonly string[]) => {
      const began = performance.now()
      for (const address of addresses) await pace(address)
      return performance.now() - began
    }
    expect(await took(['a', 'a', 'b', 'b', 'c'])).toBeLessThan(40)
    expect(await took(['a', 'a'])).toBeGreaterThan(80)
  })
})
