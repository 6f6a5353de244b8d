// Looks a few times a day for cases that have been quiet for as long as they may be kept, and has the clock wake them.
import type { Log } from './delivery/send.ts'
import { errorName } from './log.ts'
import { startRounds } from './rounds.ts'
import type { Store } from './store/store.ts'

const LOOK_MS = 6 * 3_600_000
const MS_PER_DAY = 86_400_000

export interface ExpiryOptions {
  readonly store: Pick<Store, 'windExpiries'>
  /** days without anything said or done */
  readonly quietDays: number
  readonly now: () => Date
  /** false while the time of day is in doubt */
  readonly trusted?: () => boolean
  readonly log: Log
}

/** One look; tells how many cases it found. */
export async function lookForExpiries({ store, quietDays, now }: ExpiryOptions): Promise<number> {
  const quietSince = new Date(now().getTime() - quietDays * MS_PER_DAY)
  let found = 0
  for (;;) {
    const wound = await store.windExpiries(quietSince)
    found += wound
    if (wound === 0) return found
  }
}

/** Looks now and every six hours until it is stopped. A fault waits for the next look. */
export function startExpiries(options: ExpiryOptions): { stop(): Promise<void> } {
  const { log, trusted = () => true } = options
  const look = async () => {
    const found = trusted() ? await lookForExpiries(options) : 0
    if (found > 0) log('info', 'cases-quiet', { cases: found })
  }
  return startRounds(LOOK_MS, look, error => log('error', 'expiries-failed', { code: errorName(error) }))
}
