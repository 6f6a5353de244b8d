// What a Prometheus may read of this process and its database. Labels are platforms, results and codes of ours: never an
// id of a person or a word somebody said.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { StoreHealth } from '../store/store.ts'

/** Seconds; a turn takes milliseconds, and one that takes a second is worth seeing. */
const TURN_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export interface Metrics {
  /** events accepted or repeated, by platform */
  readonly events: Counter<'platform' | 'result'>
  /** turns by what became of them */
  readonly turns: Counter<'result'>
  readonly turnSeconds: Histogram
  /** attempts to send, by platform and result */
  readonly deliveries: Counter<'platform' | 'result'>
  /** dead letters announced, by kind */
  readonly alarms: Counter<'kind'>
  readonly contentType: string
  /** All of it in Prometheus' text format. What the database says is asked for now; a database that is away leaves its gauges out. */
  text(): Promise<string>
}

const GAUGES: Readonly<Record<keyof StoreHealth, string>> = {
  waiting: 'events that wait for their turn',
  dead: 'events that could not be played',
  undelivered: 'messages that wait to be sent',
  unsendable: 'messages that could not be sent',
  oldestWaitingSeconds: 'how long the oldest waiting event could have been played already',
  oldestDueSeconds: 'how long the most overdue message could have been sent already',
}

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Fresh metrics with a registry of their own, so that several products can live in one process. */
export function createMetrics(health: () => Promise<StoreHealth>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'yinqi_' })
  const names = Object.keys(GAUGES).filter((name): name is keyof StoreHealth => Object.hasOwn(GAUGES, name))
  const gauges = names.map(name => ({
    name,
    gauge: new Gauge({ name: `yinqi_store_${snake(name)}`, help: GAUGES[name], registers }),
  }))
  const up = new Gauge({ name: 'yinqi_store_up', help: '1 when the database answers', registers })
  return {
    events: new Counter({
      name: 'yinqi_events_total',
      help: 'events received',
      labelNames: ['platform', 'result'],
      registers,
    }),
    turns: new Counter({ name: 'yinqi_turns_total', help: 'turns played', labelNames: ['result'], registers }),
    turnSeconds: new Histogram({ name: 'yinqi_turn_seconds', help: 'a turn', buckets: TURN_BUCKETS, registers }),
    deliveries: new Counter({
      name: 'yinqi_deliveries_total',
      help: 'attempts to send',
      labelNames: ['platform', 'result'],
      registers,
    }),
    alarms: new Counter({
      name: 'yinqi_dead_letters_total',
      help: 'dead letters announced',
      labelNames: ['kind'],
      registers,
    }),
    contentType: registry.contentType,
    text: async () => {
      const counts = await health().catch(() => undefined)
      up.set(counts ? 1 : 0)
      for (const { name, gauge } of gauges) {
        if (counts) gauge.set(counts[name])
        else gauge.reset()
      }
      return registry.metrics()
    },
  }
}
