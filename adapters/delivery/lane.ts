// One platform's way out: claims due deliveries, works through them with a bounded number of hands, and never has two
// of them at one address. What is claimed but not begun soon is given back, so that a lease never ends in somebody's queue.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform } from '../received.ts'
import type { Delivery, DeliveryResult } from '../store/store.ts'
import { backoffMs, inMs } from './backoff.ts'
import type { Log, Send } from './send.ts'

/** Deliveries of one platform under way at once. */
const HANDS_MAX = 16
/** A claimed delivery that has waited longer than this is given back unsent. */
const QUEUE_MS_MAX = 5_000
/** With the time in the queue this stays below the store's lease; the platforms' own time-outs are shorter. */
const SEND_MS_MAX = 45_000
const STOP_MS_MAX = 8_000
const SETTLE_TRIES = 5

export interface Lane {
  wake(): void
  stop(): Promise<void>
}

export interface LaneOptions {
  readonly platform: Platform
  readonly send: Send
  readonly due: () => Promise<readonly Delivery[]>
  /** false: it was taken back, or is somebody else's by now */
  readonly begin: (delivery: Delivery) => Promise<boolean>
  readonly settle: (delivery: Delivery, result: DeliveryResult) => Promise<void>
  readonly now: () => Date
  /** only ever goes on: how long an address rests is measured by it */
  readonly steady: () => Date
  readonly log: Log
  readonly random: () => number
}

interface Claimed {
  readonly delivery: Delivery
  readonly claimedAt: number
}

/** Builds the lane; nothing happens before the first `wake`. */
export function createLane(options: LaneOptions): Lane {
  const { platform, now, steady, log, random } = options
  let queue: Claimed[] = []
  const underWay = new Map<string, Promise<void>>()
  const restsUntil = new Map<string, number>()
  let asking: Promise<void> | undefined
  let askAgain = false
  let stopped = false
  let askFailures = 0
  let askNotBefore = 0

  function ask(): void {
    if (asking) {
      askAgain = true
      return
    }
    if (stopped || queue.length > 0 || underWay.size >= HANDS_MAX || performance.now() < askNotBefore) return
    askAgain = false
    asking = claim().finally(() => {
      asking = undefined
      pump()
      if (askAgain) ask()
    })
  }

  async function claim(): Promise<void> {
    try {
      const claimedAt = performance.now()
      queue = (await options.due()).map(delivery => ({ delivery, claimedAt }))
      askFailures = 0
    } catch {
      askNotBefore = performance.now() + backoffMs(askFailures++, random)
      log('error', 'delivery.due-failed', { platform })
    }
  }

  function pump(): void {
    while (!stopped && underWay.size < HANDS_MAX) {
      const claimed = queue.shift()
      if (!claimed) return
      const { address } = claimed.delivery
      // The store hands an address out twice only when a lease ended under a slow send; that send goes on alone.
      if (underWay.has(address)) continue
      const work = handle(claimed).finally(() => {
        underWay.delete(address)
        if (queue.length > 0) pump()
        else ask()
      })
      underWay.set(address, work)
    }
  }

  async function handle({ delivery, claimedAt }: Claimed): Promise<void> {
    const rest = restsUntil.get(delivery.address)
    const left = (rest ?? 0) - steady().getTime()
    if (left > 0) {
      return settle(delivery, { is: 'later', at: inMs(now(), left), code: 'address-rests' })
    }
    restsUntil.delete(delivery.address)
    if (performance.now() - claimedAt > QUEUE_MS_MAX) return giveBack(delivery)
    const wanted = await options.begin(delivery).catch(() => undefined)
    if (wanted === undefined) return giveBack(delivery)
    if (!wanted) {
      log('info', 'delivery.recalled', { platform, delivery: String(delivery.id) })
      return
    }
    const result = await sendOnce(options.send, delivery)
    if (result.is === 'later')
      restsUntil.set(delivery.address, steady().getTime() + Date.parse(result.at) - now().getTime())
    if (result.is !== 'sent') {
      const level = result.is === 'dead' ? 'error' : 'warn'
      log(level, `delivery.${result.is}`, { platform, delivery: String(delivery.id), code: result.code })
    }
    await settle(delivery, result)
  }

  function giveBack(delivery: Delivery): Promise<void> {
    return settle(delivery, { is: 'later', at: inMs(now(), 0), code: 'not-begun' })
  }

  /** A result that cannot be written down would be sent again, so the address stays taken while we try. */
  async function settle(delivery: Delivery, result: DeliveryResult): Promise<void> {
    for (let tries = 1; tries <= SETTLE_TRIES; tries++) {
      try {
        return await options.settle(delivery, result)
      } catch {
        log('error', 'delivery.settle-failed', { platform, delivery: String(delivery.id), tries })
        if (tries < SETTLE_TRIES && !stopped) await sleep(backoffMs(tries - 1, random))
      }
    }
  }

  return {
    wake: ask,
    async stop() {
      stopped = true
      // what is being claimed at this moment would keep its lease after our end, and count as perhaps sent
      await asking
      const notBegun = queue.map(claimed => giveBack(claimed.delivery))
      queue = []
      await Promise.race([Promise.all([...notBegun, ...underWay.values()]), sleep(STOP_MS_MAX)])
    },
  }
}

/** A Send that throws or hangs may have sent: the outcome is uncertain. */
async function sendOnce(send: Send, delivery: Delivery): Promise<DeliveryResult> {
  const patience = new AbortController()
  try {
    return await Promise.race([
      send(delivery),
      sleep(SEND_MS_MAX, undefined, { signal: patience.signal }).then(
        (): DeliveryResult => ({ is: 'uncertain', code: 'send-hangs' }),
      ),
    ])
  } catch {
    return { is: 'uncertain', code: 'send-threw' }
  } finally {
    patience.abort()
  }
}
