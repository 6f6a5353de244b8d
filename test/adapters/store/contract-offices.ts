// Offices: one holder at a time, kept by asking again, free at once when left and after the lease when its holder is silent.
import { expect, test } from 'vitest'
import type { Open } from './contract.ts'

const LONG_MS = 60_000

export function officesContract(open: Open): void {
  test('one of many who ask at once gets it, and keeps it by asking again', async () => {
    const { store, other } = open()
    const holders = Array.from({ length: 8 }, (_, index) => `holder-${index}`)
    const taken = await Promise.all(
      holders.map((holder, index) => (index % 2 ? store : other).takeOffice('poller', holder, LONG_MS)),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    const winner = holders[taken.indexOf(true)] ?? ''
    expect(await store.takeOffice('poller', winner, LONG_MS)).toBe(true)
    expect(await other.takeOffice('poller', 'somebody else', LONG_MS)).toBe(false)
    expect(await other.takeOffice('another office', 'somebody else', LONG_MS)).toBe(true)
  })

  test('left, it is free at once; nobody can leave it for another', async () => {
    const { store, other } = open()
    expect(await store.takeOffice('reading', 'a', LONG_MS)).toBe(true)
    await other.leaveOffice('reading', 'b')
    expect(await other.takeOffice('reading', 'b', LONG_MS)).toBe(false)
    await store.leaveOffice('reading', 'a')
    expect(await other.takeOffice('reading', 'b', LONG_MS)).toBe(true)
  })

  test('after the lease of a silent holder it goes to the next, and is lost to the first', async () => {
    const { store, other } = open()
    expect(await store.takeOffice('watching', 'a', 1)).toBe(true)
    await expect.poll(() => other.takeOffice('watching', 'b', LONG_MS)).toBe(true)
    expect(await store.takeOffice('watching', 'a', LONG_MS)).toBe(false)
  })
}
