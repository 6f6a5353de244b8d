// The whole product wired together: data, store, understanding, worker, and the platforms that are configured. Used by
// `serve` and `talk`, which differ only in what they open to people.
import type { Knowledge } from '#bot'
import { startClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Log } from './delivery/send.ts'
import { startSender } from './delivery/sender.ts'
import { deskRoute } from './desk-route.ts'
import { startDigests } from './digests.ts'
import { startExpiries } from './expiries.ts'
import { loadData, projectRoot } from './files/load.ts'
import { watchPeople } from './files/people-watch.ts'
import { limitGuesses } from './guesses.ts'
import { newId } from './new-id.ts'
import { startUnderstanding } from './nlp/understand.ts'
import { startAlarm } from './operations/alarm.ts'
import { checkHealth, type Health } from './operations/health.ts'
import { meterStore } from './operations/meter.ts'
import { createMetrics, type Metrics } from './operations/metrics.ts'
import { guardRoom } from './operations/room.ts'
import { assertDesksExist, startPlatforms } from './platforms.ts'
import { openSteadyClock, watchClock } from './steady-clock.ts'
import { CHAT_PACE } from './store/chat-pace.ts'
import { type OpenStore, openStore } from './store/open.ts'
import { placeOf } from './store-place.ts'
import type { Hook } from './web/hooks.ts'
import { startWorker } from './worker.ts'

/** PostgreSQL takes several events at once; the embedded database one, while the classifier reads the next. */
const LANES = { postgres: 4, embedded: 2 }

export interface Product {
  readonly knowledge: Knowledge
  readonly store: OpenStore
  readonly now: () => Date
  readonly newId: () => string
  readonly metrics: Metrics
  /** doors for platforms that call us; the page's server opens them */
  readonly hooks: readonly Hook[]
  health(): Promise<Health>
  wake(): void
  stop(): Promise<void>
}

/** Starts everything but the page and the terminal. */
export async function startProduct(config: Config, log: Log, now = () => new Date()): Promise<Product> {
  const steady = openSteadyClock(now)
  const trusted = watchClock({ now, steady, jumped: seconds => log('warn', 'clock-jumped', { seconds }) })
  const data = loadData(projectRoot()).knowledge
  assertDesksExist(config, data)
  const people = watchPeople(projectRoot(), data, log)
  const { knowledge } = people
  const route = deskRoute(config)
  const opened = await openStore({ ...placeOf(config), route, now, steady, newId, pace: CHAT_PACE })
  const metrics = createMetrics(() => opened.health())
  const folder = config.databaseUrl === undefined ? config.dataDir : undefined
  const metered = meterStore(folder === undefined ? opened : guardRoom(opened, folder), metrics)
  const store: OpenStore = { ...metered.store, accept: limitGuesses({ store: metered.store, now, log }) }
  const { pulse } = metered
  const health = () => checkHealth({ store, pulse, folder })
  const understanding = startUnderstanding({ root: projectRoot(), log })
  const lanes = config.databaseUrl === undefined ? LANES.embedded : LANES.postgres
  const worker = startWorker({ store, knowledge, understand: understanding.understand, log, lanes })
  const { wake } = worker
  const { platforms, hooks, stop: stopPlatforms } = await startPlatforms({ config, store, knowledge, wake, now, log })
  const sender = startSender({ store, platforms, now, steady, log })
  const wound = await store.windLeads()
  if (wound > 0) log('info', 'leads-wound', { leads: wound })
  const clock = startClock({ store, wake, log, trusted })
  const quietDays = knowledge.script.limits.expiryQuietDays
  const expiries = startExpiries({ store, quietDays, now, trusted, log })
  const digests = startDigests({ store, knowledge, now, trusted, log })
  const stopListening = store.onChange(() => sender.wake())
  const stopAlarm = startAlarm({ store, health, metrics, log })
  wake()
  return {
    knowledge,
    store,
    now,
    newId,
    metrics,
    hooks,
    health,
    wake,
    stop: async () => {
      // first nothing new comes in, then what is in hand is finished, then the database closes
      await stopPlatforms()
      people.stop()
      stopListening()
      await clock.stop()
      await digests.stop()
      await expiries.stop()
      await stopAlarm()
      await worker.stop()
      await sender.stop()
      await understanding.close()
      await store.close()
    },
  }
}
