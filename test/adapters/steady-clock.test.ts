// The steady clock goes on whatever is done to the time of day, and a time of day that jumped is doubted for a while.
import { expect, test } from 'vitest'
import { DOUBT_MS, openSteadyClock, watchClock } from '../../adapters/steady-clock.ts'
import { openClock } from '../support/store.ts'

const HOUR_MS = 3_600_000

test('it begins with the time of day and then goes its own way', () => {
  const clock = openClock()
  const steady = openSteadyClock(clock.now)
  const began = clock.now().getTime()
  clock.pass(-24 * HOUR_MS)
  const [first, second] = [steady().getTime(), steady().getTime()]
  expect(first).toBeGreaterThanOrEqual(began)
  expect(first - began).toBeLessThan(HOUR_MS)
  expect(second).toBeGreaterThanOrEqual(first)
})

test.each([1, -1, 24, -24, 366 * 24])(
  'a jump of %i hours is told once and doubted for a while, also when it is taken back',
  hours => {
    const wall = openClock()
    const steady = openClock()
    const jumps: number[] = []
    const trusted = watchClock({ now: wall.now, steady: steady.now, jumped: seconds => jumps.push(seconds) })
    const pass = (ms: number) => {
      wall.pass(ms)
      steady.pass(ms)
    }
    expect(trusted()).toBe(true)
    pass(HOUR_MS)
    expect(trusted()).toBe(true)
    wall.pass(hours * HOUR_MS)
    expect(trusted()).toBe(false)
    pass(DOUBT_MS - 1)
    expect(trusted()).toBe(false)
    expect(jumps).toEqual([hours * 3_600])
    wall.pass(-hours * HOUR_MS)
    expect(trusted()).toBe(false)
    pass(DOUBT_MS)
    expect(trusted()).toBe(true)
    expect(jumps).toHaveLength(2)
  },
)
