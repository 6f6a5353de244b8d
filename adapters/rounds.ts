// Looks now and again, one look after the other: what the clock, the summaries, the expiries and the alarm have in common.

/** Runs `look` now and every `everyMs` until it is stopped. A fault is told and waits for the next look. */
export function startRounds(
  everyMs: number,
  look: () => Promise<void>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let round = Promise.resolve()
  const next = () => {
    round = round.then(look).catch(failed)
  }
  next()
  const timer = setInterval(next, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
