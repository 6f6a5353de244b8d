// Empties the outbox: one lane per platform asks the store for due deliveries, sends a bounded number of them at once,
// never two to the same address, and writes down what came of each. A slow or broken address holds up only itself.
import type { Platform } from '../received.ts'
import type { Delivery, Store } from '../store/store.ts'
import { createLane, type Lane } from './lane.ts'
import type { Log, Send } from './send.ts'

export type { Log, Send } from './send.ts'

const POLL_MS = 1_000

export interface SenderOptions {
  readonly store: Pick<Store, 'due' | 'begin' | 'settle'>
  readonly platforms: ReadonlyMap<Platform, Send>
  readonly now: () => Date
  /** only ever goes on; without it `now` is taken to do so */
  readonly steady?: () => Date
  readonly log: Log
  /** 0…1, for jitter */
  readonly random?: () => number
}

/** Starts sending. `wake` says that something may be due; without it the outbox is looked at every second anyway. */
export function startSender(options: SenderOptions): { wake(): void; stop(): Promise<void> } {
  const { store, now, log, random = Math.random, steady = now } = options
  const lanes: Lane[] = [...options.platforms].map(([platform, send]) =>
    createLane({
      platform,
      send,
      due: () => store.due(platform),
      begin: (delivery: Delivery) => store.begin(delivery),
      settle: (delivery: Delivery, result) => store.settle(delivery, result),
      now,
      steady,
      log,
      random,
    }),
  )
  const wake = () => {
    for (const lane of lanes) lane.wake()
  }
  const timer = setInterval(wake, POLL_MS)
  wake()
  return {
    wake,
    async stop() {
      clearInterval(timer)
      await Promise.all(lanes.map(lane => lane.stop()))
    },
  }
}
