// The whole product wired together: data, store, understanding, worker, and the platforms that are configured. Used by
// `serve` and `talk`, which differ only in what they open to people.
import { chatLines, type Knowledge } from '#bot'
import { startClock } from './clock.ts'
import { type Config, ConfigFault } from './config.ts'
import type { Log, Send } from './delivery/send.ts'
import { startSender } from './delivery/sender.ts'
import { deskRoute } from './desk-route.ts'
import { startDigests } from './digests.ts'
import { startExpiries } from './expiries.ts'
import { loadData, projectRoot } from './files/load.ts'
import { watchPeople } from './files/people-watch.ts'
import { createHandFile } from './handed-file.ts'
import { newId } from './new-id.ts'
import { startUnderstanding } from './nlp/understand.ts'
import { startAlarm } from './operations/alarm.ts'
import { checkHealth, type Health } from './operations/health.ts'
import { meterStore } from './operations/meter.ts'
import { createMetrics, type Metrics } from './operations/metrics.ts'
import { guardRoom } from './operations/room.ts'
import type { Platform } from './received.ts'
import { createRobots } from './robots/index.ts'
import { startSlack } from './slack/index.ts'
import { type OpenStore, openStore } from './store/open.ts'
import { placeOf } from './store-place.ts'
import { startTelegram } from './telegram/index.ts'
import { visitPages } from './web/calendar.ts'
import type { Hook } from './web/hooks.ts'
import { startWorker } from './worker.ts'

/** PostgreSQL takes several events at once; the embedded database has one connection. */
const LANES = { postgres: 4, embedded: 1 }

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

/** A robot for a desk that is not there would never be told anything, and nobody would notice. */
function assertDesksExist({ robots }: Config, { catalogue }: Knowledge): void {
  const { institutions, teams } = catalogue.directory
  const named = Object.entries(robots?.webhooks ?? {}).flatMap(([robot, desks]) =>
    [...desks.keys()].map(desk => ({ robot, desk })),
  )
  const problems = named
    .filter(({ desk }) => !institutions.get(desk)?.desk && !teams.has(desk))
    .map(({ robot, desk }) => `ROBOT_${robot.toUpperCase()}: no desk is called ${desk}`)
  if (problems.length > 0) throw new ConfigFault(problems)
}

/** Starts everything but the page and the terminal. */
export async function startProduct(config: Config, log: Log): Promise<Product> {
  const now = () => new Date()
  const data = loadData(projectRoot()).knowledge
  assertDesksExist(config, data)
  const people = watchPeople(projectRoot(), data, log)
  const { knowledge } = people
  const route = deskRoute(config)
  const opened = await openStore({ ...placeOf(config), route, now, newId })
  const metrics = createMetrics(() => opened.health())
  const folder = config.databaseUrl === undefined ? config.dataDir : undefined
  const { store, pulse } = meterStore(folder === undefined ? opened : guardRoom(opened, folder), metrics)
  const health = () => checkHealth({ store, pulse, folder })
  const understanding = startUnderstanding({ root: projectRoot(), log })
  const lanes = config.databaseUrl === undefined ? LANES.embedded : LANES.postgres
  const worker = startWorker({ store, knowledge, understand: understanding.understand, log, lanes })
  const { wake } = worker
  const platforms = new Map<Platform, Send>()
  const stops: (() => Promise<void>)[] = []
  const hooks: Hook[] = []
  const handFile = createHandFile({ store, calendar: visitPages(knowledge, store, now).calendar, now })
  if (config.telegram) {
    const telegram = await startTelegram({
      ...config.telegram,
      lines: chatLines(knowledge),
      handFile,
      store,
      wake,
      now,
      log,
    })
    platforms.set('telegram', telegram.send)
    if (telegram.hook) hooks.push(telegram.hook)
    stops.push(() => telegram.stop())
  }
  if (config.slack) {
    const slack = await startSlack({ ...config.slack, store, knowledge, wake, now, log })
    platforms.set('slack', slack.send)
    stops.push(() => slack.stop())
  }
  if (config.robots) for (const [robot, send] of createRobots({ ...config.robots, now })) platforms.set(robot, send)
  const sender = startSender({ store, platforms, now, log })
  const wound = await store.windLeads()
  if (wound > 0) log('info', 'leads-wound', { leads: wound })
  const clock = startClock({ store, wake, log })
  const quietDays = knowledge.script.limits.expiryQuietDays
  const expiries = startExpiries({ store, quietDays, now, log })
  const digests = startDigests({ store, knowledge, now, log })
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
      await Promise.all(stops.map(stop => stop()))
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
