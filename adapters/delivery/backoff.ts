// How long to wait before trying again: doubling, capped, and with jitter so that a recovering platform is not met by
// everybody at once.

const FIRST_MS = 1_000
const LONGEST_MS = 60_000
const DOUBLINGS_MAX = 10

/** Milliseconds before the next try after so many failures before this one; `random` gives 0…1. */
export function backoffMs(failuresBefore: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failuresBefore, 0), DOUBLINGS_MAX))
  return Math.round(full * (0.5 + random() / 2))
}

/** The ISO instant `ms` after `now`. */
export function inMs(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString()
}
