// Keeps sending below a platform's rate before it has to say 429: so many a second to one address, so many in all.
// The waiting is done here, inside a send, so that the order in one address stays what the outbox says.
import { setTimeout as sleep } from 'node:timers/promises'

/** One message each `everyMs` on average; `burst` of them may come at once after a rest. */
export interface PaceRule {
  readonly everyMs: number
  readonly burst: number
}

/** The time that passes while one waits; milliseconds from any beginning. */
export interface PaceClock {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<unknown>
}

const WALL: PaceClock = { now: () => performance.now(), sleep: ms => sleep(ms) }
const ADDRESSES_MAX = 5_000
const ALL = Symbol('all addresses')

/** Returns "wait until this address may be written to again". */
export function createPace(
  perAddress: PaceRule,
  inAll: PaceRule,
  clock: PaceClock = WALL,
): (address: string) => Promise<void> {
  const nextFree = new Map<string | symbol, number>()

  function waitMs(key: string | symbol, rule: PaceRule, at: number): number {
    const free = nextFree.get(key) ?? at
    nextFree.set(key, Math.max(at, free) + rule.everyMs)
    return Math.max(0, free - (rule.burst - 1) * rule.everyMs - at)
  }

  return async address => {
    const at = clock.now()
    if (nextFree.size > ADDRESSES_MAX) {
      for (const [key, free] of nextFree) if (free <= at) nextFree.delete(key)
    }
    const wait = Math.max(waitMs(address, perAddress, at), waitMs(ALL, inAll, at))
    if (wait > 0) await clock.sleep(wait)
  }
}
