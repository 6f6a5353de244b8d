// Whether a request comes from Slack, now: its signature over the bytes as they came, and its time stamp both ways. bolt
// checks too, but later, on decoded text, against the past only, and not what asks to be an SSL check.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { SKEW_S_MAX } from './limits.ts'

const STAMP = /^\d{1,12}$/
const SIGNATURE = /^v0=([0-9a-f]{64})$/

/** What a request shows before its body is read. */
export interface Shown {
  readonly stamp: string
  readonly signature: Buffer
}

export type Refused = 'unsigned' | 'stale'

/**
 * What the headers show, or why nothing more of the request needs to be read. A header that is sent twice arrives as one
 * that no longer looks like itself.
 */
export function readShown(headers: IncomingHttpHeaders, now: Date): Shown | Refused {
  const stamp = headers['x-slack-request-timestamp']
  const signature = SIGNATURE.exec(String(headers['x-slack-signature'] ?? ''))?.[1]
  if (typeof stamp !== 'string' || !STAMP.test(stamp) || signature === undefined) return 'unsigned'
  const skew = Math.abs(Math.floor(now.getTime() / 1_000) - Number(stamp))
  return skew > SKEW_S_MAX ? 'stale' : { stamp, signature: Buffer.from(signature, 'hex') }
}

/** True when the body is what was signed with this secret at that time; compared in constant time. */
export function isSigned({ stamp, signature }: Shown, body: Buffer, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest()
  return timingSafeEqual(expected, signature)
}
