// The clockwork: looks every few seconds which timers are due and puts them into the inbox, and which paced events may go on.
// Time passed while the process was down is made up for at the first look.
import type { Log } from './delivery/send.ts'
import { errorName } from './log.ts'
import { startRounds } from './rounds.ts'
import type { Store } from './store/store.ts'

/** Timers are minutes and hours away: this late they may be. */
const LOOK_MS = 2_000

export interface ClockOptions {
  readonly store: Pick<Store, 'ring' | 'release'>
  /** false while the time of day is in doubt: then nothing rings */
  readonly trusted?: () => boolean
  /** the inbox has something new */
  readonly wake: () => void
  readonly log: Log
}

/** Rings until it is stopped. A fault waits for the next look. */
export function startClock({ store, wake, log, trusted = () => true }: ClockOptions): { stop(): Promise<void> } {
  let stopped = false
  const look = async () => {
    // paced events go by the steady clock, which is in no doubt
    if ((await store.release()) > 0) wake()
    if (!trusted()) return
    let rung = 0
    do {
      rung = await store.ring()
      if (rung > 0) wake()
    } while (rung > 0 && !stopped)
  }
  const rounds = startRounds(LOOK_MS, look, error => log('error', 'timers-unreachable', { code: errorName(error) }))
  return {
    stop: () => {
      stopped = true
      return rounds.stop()
    },
  }
}
