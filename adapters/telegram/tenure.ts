// One poller among several processes: this process may poll while the store says that it holds the office. A database that
// does not answer is no reason to go on: after the lease nobody can know who polls.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../delivery/send.ts'
import type { Store } from '../store/store.ts'
import { POLLER_LEASE_MS, POLLER_RENEW_MS } from './limits.ts'

export interface Tenure {
  /** Resolves when this process holds the office, or when `ended`. */
  untilHeld(ended: AbortSignal): Promise<void>
  /** Renews until the office is lost; once `ended`, it never resolves. */
  untilLost(ended: AbortSignal): Promise<void>
  /** Gives the office back, so that another process need not wait for the lease. */
  end(): Promise<void>
}

export interface TenureOptions {
  readonly store: Pick<Store, 'takeOffice' | 'leaveOffice'>
  readonly office: string
  /** unique per process */
  readonly holder: string
  readonly log: Log
  readonly leaseMs?: number
  readonly renewMs?: number
}

export function createTenure(options: TenureOptions): Tenure {
  const { store, office, holder, log, leaseMs = POLLER_LEASE_MS, renewMs = POLLER_RENEW_MS } = options

  /** undefined: the store did not say */
  async function ask(): Promise<boolean | undefined> {
    try {
      return await store.takeOffice(office, holder, leaseMs)
    } catch {
      log('error', 'telegram.office-unknown')
      return undefined
    }
  }

  return {
    async untilHeld(ended) {
      let told = false
      while (!ended.aborted) {
        const held = await ask()
        if (held) return
        if (held === false && !told) log('info', 'telegram.another-polls')
        told = held === false
        await sleep(renewMs, undefined, { signal: ended }).catch(() => undefined)
      }
    },
    async untilLost(ended) {
      let sureUntil = performance.now() + leaseMs
      for (;;) {
        await sleep(renewMs, undefined, { signal: ended }).catch(() => undefined)
        if (ended.aborted) return new Promise<void>(() => undefined)
        const asked = performance.now()
        const held = await Promise.race([ask(), sleep(Math.max(0, sureUntil - asked), undefined, { ref: false })])
        if (held === false) return
        if (held) sureUntil = asked + leaseMs
        else if (performance.now() + renewMs > sureUntil) return
      }
    },
    async end() {
      await store.leaveOffice(office, holder).catch(() => undefined)
    },
  }
}
