// Stands between the store and those who work with it, and notes what goes through: counts for /metrics, and signs of
// life for /healthz. It changes nothing.
import type { Platform } from '../received.ts'
import type { OpenStore } from '../store/open.ts'
import type { Metrics } from './metrics.ts'

/** When worker and senders last asked for work, in milliseconds of a clock that never jumps. */
export interface Pulse {
  readonly worker: number
  readonly senders: ReadonlyMap<Platform, number>
}

const seconds = (since: number): number => (performance.now() - since) / 1000

/** The store with a meter on it, and the pulse it feels. A worker that hangs stops asking, and so does a sender. */
export function meterStore(store: OpenStore, metrics: Metrics): { store: OpenStore; pulse: Pulse } {
  const senders = new Map<Platform, number>()
  let worker = performance.now()
  const metered: OpenStore = {
    ...store,
    accept: async received => {
      const result = await store.accept(received)
      metrics.events.inc({ platform: received.platform, result })
      return result
    },
    take: most => {
      worker = performance.now()
      return store.take(most)
    },
    play: async (item, step) => {
      const began = performance.now()
      const result = await store.play(item, step)
      metrics.turns.inc({ result })
      metrics.turnSeconds.observe(seconds(began))
      return result
    },
    fail: async (item, code) => {
      const result = await store.fail(item, code)
      metrics.turns.inc({ result: `failed-${result}` })
      return result
    },
    due: platform => {
      senders.set(platform, performance.now())
      return store.due(platform)
    },
    settle: async (delivery, result) => {
      await store.settle(delivery, result)
      metrics.deliveries.inc({ platform: delivery.platform, result: result.is })
    },
  }
  return {
    store: metered,
    pulse: {
      get worker() {
        return worker
      },
      senders,
    },
  }
}
