// Who names leads and visits that do not exist is guessing. Ids cannot be guessed; still, after a few misses nothing more of
// that person is taken in for threads that are not there, so that a guesser fills no inbox, and the log says so once.
import type { Log } from './delivery/send.ts'
import type { Store } from './store/store.ts'

/** Somebody honest misses when a card has just gone; nobody honest misses this often in an hour. */
export const MISSES_MAX = 20
export const MISSES_FORGOTTEN_MS = 3_600_000
/** People remembered before those whose hour is over are thrown out. */
const PEOPLE_MAX = 10_000

interface Misses {
  count: number
  readonly since: number
}

export interface GuessesOptions {
  readonly store: Pick<Store, 'accept' | 'hasThread'>
  readonly now: () => Date
  readonly log: Log
}

/**
 * `accept` that counts misses. An event for a thread that is not there is stored like any other, until its person has missed
 * too often: then it is answered like a duplicate and kept nowhere. Threads that are there are always taken.
 */
export function limitGuesses({ store, now, log }: GuessesOptions): Store['accept'] {
  const missed = new Map<string, Misses>()
  const isOver = (misses: Misses, at: number) => at - misses.since >= MISSES_FORGOTTEN_MS

  function countMiss(guesser: string): number {
    const at = now().getTime()
    if (missed.size >= PEOPLE_MAX) for (const [who, misses] of missed) if (isOver(misses, at)) missed.delete(who)
    const known = missed.get(guesser)
    const misses = known && !isOver(known, at) ? known : { count: 0, since: at }
    misses.count += 1
    missed.set(guesser, misses)
    return misses.count
  }

  return async received => {
    const { platform, from, target } = received
    // only staff name threads
    if (target.kind !== 'thread' || from.kind !== 'staff') return store.accept(received)
    if (await store.hasThread(target.thread)) return store.accept(received)
    const count = countMiss(JSON.stringify([platform, from.desk, from.person]))
    if (count === MISSES_MAX + 1) log('warn', 'guessing', { platform })
    return count > MISSES_MAX ? 'duplicate' : store.accept(received)
  }
}
