// What a failed call to a platform means for its delivery, the same wherever it was made: when to try again, whether it may
// have arrived, and when to give up.
import type { Delivery, DeliveryResult } from '../store/store.ts'
import { backoffMs, inMs } from './backoff.ts'
import type { CallResult } from './call.ts'

export interface Patience {
  readonly now: () => Date
  /** 0…1, for jitter */
  readonly random: () => number
}

/** What may be done when nobody knows whether a call took effect: repeat it, look first, or repeat it one single time. */
export type Repeat = 'freely' | 'after-a-look' | 'once'

/** What waits for a person to put our standing at a platform right is tried this often. */
const MEND_MS = 60_000
/** How the code of such a delivery begins: it counts as overdue all the while, so that somebody is told. */
export const MEND = 'mend-'

/** The person shut the door: nobody has to do anything about it, and nobody is alarmed. */
export const CLOSED = 'blocked'

/** Milliseconds from now, as a result. */
export const later = ({ now }: Patience, ms: number, code: string): DeliveryResult => ({
  is: 'later',
  at: inMs(now(), ms),
  code,
})

/** The delivery's result after a call that was not done. */
export function failed(
  result: Exclude<CallResult, { is: 'done' }>,
  { attempts, uncertain }: Delivery,
  patience: Patience,
  repeat: Repeat,
): DeliveryResult {
  const again = (code: string) => later(patience, backoffMs(attempts - 1, patience.random), code)
  switch (result.is) {
    case 'limited':
      return later(patience, result.waitMs, 'limited')
    case 'unreached':
      return again(result.code)
    case 'unknown':
      if (repeat === 'freely') return again(result.code)
      if (repeat === 'once' && uncertain) return { is: 'dead', code: 'unknown-outcome' }
      return { is: 'uncertain', code: result.code }
    case 'refused':
      if (result.mendable) return later(patience, MEND_MS, `${MEND}${result.code}`)
      return { is: 'dead', code: result.code }
  }
}
