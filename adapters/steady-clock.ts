// Two clocks. The time of day is for people: deadlines, reminders, what is written down; somebody may set it, forward or
// back. The steady one only ever goes on: leases and pauses are measured by it, so that a wrong hour neither frees what is
// in hand nor holds up what could go.

/** The time of day at this moment, and from here on whatever the machine's owner does to the clock. */
export function openSteadyClock(now: () => Date): () => Date {
  const base = now().getTime() - performance.now()
  return () => new Date(base + performance.now())
}

/** More than this between two looks is no slow machine and no leap second. */
const JUMP_MS = 60_000
/** So long a time of day that has jumped must stand before anything is done by it that cannot be taken back. */
export const DOUBT_MS = 600_000

export interface Watched {
  readonly now: () => Date
  readonly steady: () => Date
  /** is told of each jump, in seconds */
  readonly jumped: (seconds: number) => void
}

/** Whether the time of day may be acted on: false for a while after it has jumped, for most jumps are taken back. */
export function watchClock({ now, steady, jumped }: Watched): () => boolean {
  const apart = () => now().getTime() - steady().getTime()
  let last = apart()
  let doubtedUntil = Number.NEGATIVE_INFINITY
  return () => {
    const present = apart()
    if (Math.abs(present - last) > JUMP_MS) {
      jumped(Math.round((present - last) / 1000))
      doubtedUntil = steady().getTime() + DOUBT_MS
    }
    last = present
    return steady().getTime() >= doubtedUntil
  }
}
