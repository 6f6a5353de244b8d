// The clockwork: rings until nothing is due, wakes the worker, and survives a store in trouble.
import { expect, test, vi } from 'vitest'
import { startClock } from '../../adapters/clock.ts'

test('it rings until nothing is due, at once and again later, and a fault does not end it', async () => {
  vi.useFakeTimers()
  const due: (number | Error)[] = [2, 1, 0, new Error('down'), 3, 0]
  const log = vi.fn()
  const wake = vi.fn()
  const ring = vi.fn(async () => {
    const next = due.shift() ?? 0
    if (next instanceof Error) throw next
    return next
  })
  const paced = [1, 0]
  const release = vi.fn(async () => paced.shift() ?? 0)
  const clock = startClock({ store: { ring, release }, wake, log })
  await vi.advanceTimersByTimeAsync(0)
  expect([ring.mock.calls.length, wake.mock.calls.length]).toEqual([3, 3])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(log).toHaveBeenCalledWith('error', 'timers-unreachable', { code: 'Error' })
  expect([ring.mock.calls.length, wake.mock.calls.length]).toEqual([6, 4])
  await clock.stop()
  const rung = ring.mock.calls.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ring.mock.calls.length).toBe(rung)
  vi.useRealTimers()
})
