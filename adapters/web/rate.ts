// A token bucket per key: a burst is free, then a steady rate. Holds nothing that would be full again anyway.

export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Keys remembered before the full buckets are thrown out. */
const KEYS_MAX = 10_000

/** Takes one token of `key`; answers how many seconds to wait, 0 when the request may pass. */
export type Limiter = (key: string) => number

export function createLimiter(rate: Rate, now: () => Date): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const refilled = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(rate.burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * rate.perSecond)

  return key => {
    const at = now().getTime()
    if (buckets.size >= KEYS_MAX) {
      for (const [other, bucket] of buckets) if (refilled(bucket, at) >= rate.burst) buckets.delete(other)
    }
    const bucket = buckets.get(key)
    const tokens = bucket ? refilled(bucket, at) : rate.burst
    const pass = tokens >= 1
    buckets.set(key, { tokens: pass ? tokens - 1 : tokens, at })
    return pass ? 0 : Math.ceil((1 - tokens) / rate.perSecond)
  }
}
