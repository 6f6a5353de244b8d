// Timing for benchmarks: several rounds, medians, and percentiles of single calls. Figures are only ever compared within one
// run on one machine.
export interface Timing {
  /** microseconds a call, median of the rounds */
  readonly microseconds: number
  readonly perSecond: number
}

const ROUNDS = 7

/** Median time of one call of `work` over `inputs`, after a warm-up. */
export function measure<T>(inputs: readonly T[], work: (input: T) => unknown): Timing {
  for (const input of inputs) work(input)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    for (const input of inputs) work(input)
    return ((performance.now() - start) * 1_000) / inputs.length
  }).sort((a, b) => a - b)
  const microseconds = rounds[Math.floor(ROUNDS / 2)] ?? 0
  return { microseconds, perSecond: 1_000_000 / microseconds }
}

/** Microseconds of single calls at the given percentiles. */
export function percentiles<T>(inputs: readonly T[], work: (input: T) => unknown, wanted: readonly number[]): number[] {
  for (const input of inputs) work(input)
  const times = inputs
    .map(input => {
      const start = performance.now()
      work(input)
      return (performance.now() - start) * 1_000
    })
    .sort((a, b) => a - b)
  return wanted.map(percent => times[Math.min(times.length - 1, Math.floor((percent / 100) * times.length))] ?? 0)
}

const cell = (x: number): string => (x >= 100 ? x.toFixed(0) : x >= 1 ? x.toFixed(1) : x.toFixed(3))

/** One table row: name, microseconds a call, calls a second, ratio to the first row. */
export function row(name: string, timing: Timing, base?: Timing): string {
  const ratio = base ? `${cell(timing.microseconds / base.microseconds)}×` : '1×'
  return `| ${name} | ${cell(timing.microseconds)} | ${Math.round(timing.perSecond).toLocaleString('en-US')} | ${ratio} |`
}
