// Whether the product does its work: the database answers in time, the worker and every sender look for work, nothing
// waits too long, the disk has room. "degraded" still takes events, for they are safe in the inbox; "down" cannot.
import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StoreHealth } from '../store/store.ts'
import type { Pulse } from './meter.ts'

export const HEALTH_LIMITS = {
  /** a database that takes longer is as good as away */
  storeMs: 5_000,
  /** the worker asks for work every second, between two turns */
  silentMs: 30_000,
  waitingSeconds: 60,
  /** an hour of a platform's outage is not our fault, but somebody should know much sooner */
  dueSeconds: 300,
  diskUsedPercent: 85,
} as const

/** What is not as it should be; codes for people and alarms. */
export type HealthFault =
  | 'store-away'
  | 'worker-silent'
  | 'sender-silent'
  | 'events-wait'
  | 'messages-wait'
  | 'dead-letters'
  | 'disk-nearly-full'

export interface Health extends Partial<StoreHealth> {
  readonly is: 'up' | 'degraded' | 'down'
  readonly faults: readonly HealthFault[]
  /** percent of the disk under the embedded database */
  readonly diskUsedPercent?: number | undefined
}

export interface HealthOptions {
  readonly store: { health(): Promise<StoreHealth> }
  readonly pulse: Pulse
  /** folder of the embedded database; undefined with PostgreSQL elsewhere */
  readonly folder?: string | undefined
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const patience = new AbortController()
  try {
    return await Promise.race([work, sleep(ms, undefined, { signal: patience.signal })])
  } catch {
    return undefined
  } finally {
    patience.abort()
  }
}

/** Whole percent of the disk that are taken; undefined when the system does not say. */
export async function diskUsed(folder: string): Promise<number | undefined> {
  const disk = await statfs(folder).catch(() => undefined)
  return disk && disk.blocks > 0 ? Math.round((1 - disk.bavail / disk.blocks) * 100) : undefined
}

/** One look at everything; never throws. */
export async function checkHealth({ store, pulse, folder }: HealthOptions): Promise<Health> {
  const counts = await inTime(store.health(), HEALTH_LIMITS.storeMs)
  const diskUsedPercent = folder === undefined ? undefined : await diskUsed(folder)
  const silent = (since: number) => performance.now() - since > HEALTH_LIMITS.silentMs
  const is: Readonly<Record<HealthFault, boolean>> = {
    'store-away': counts === undefined,
    'worker-silent': silent(pulse.worker),
    'sender-silent': [...pulse.senders.values()].some(silent),
    'events-wait': (counts?.oldestWaitingSeconds ?? 0) > HEALTH_LIMITS.waitingSeconds,
    'messages-wait': (counts?.oldestDueSeconds ?? 0) > HEALTH_LIMITS.dueSeconds,
    'dead-letters': (counts?.dead ?? 0) + (counts?.unsendable ?? 0) > 0,
    'disk-nearly-full': (diskUsedPercent ?? 0) >= HEALTH_LIMITS.diskUsedPercent,
  }
  const faults = Object.entries(is).flatMap(([fault, holds]) => (holds ? [fault as HealthFault] : []))
  return {
    is: counts === undefined ? 'down' : faults.length > 0 ? 'degraded' : 'up',
    ...counts,
    diskUsedPercent,
    faults,
  }
}
