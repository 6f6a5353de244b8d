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

const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Microseconds of processor time of single calls at the given percentiles, after a round to warm up; collecting garbage counts. */
export function percentiles<T>(inputs: readonly T[], work: (input: T) => unknown, wanted: readonly number[]): number[] {
  for (const input of inputs) work(input)
  const times = inputs
    .map(input => {
      const start = processor()
      work(input)
      return processor() - start
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

/** Works of one kind that are timed in turns, so that a busy moment of the machine falls on all of them. */
export interface Contest {
  readonly name: string
  /** companies one call works on */
  readonly companies: number
  readonly work: () => unknown
}

const CONTEST_ROUNDS = 7

/** Microseconds of the processor a company of every work, each the median of rounds that interleave them, after one round to warm up. */
export async function contest(works: readonly Contest[]): Promise<ReadonlyMap<string, Timing>> {
  const times = works.map((): number[] => [])
  for (let round = -1; round < CONTEST_ROUNDS; round++)
    for (const [index, { work, companies }] of works.entries()) {
      const start = process.cpuUsage()
      await work()
      const { user, system } = process.cpuUsage(start)
      const microseconds = (user + system) / companies
      if (round >= 0) times[index]?.push(microseconds)
    }
  return new Map(
    works.map(({ name }, index) => {
      const sorted = times[index]?.sort((a, b) => a - b) ?? []
      const microseconds = sorted[Math.floor(CONTEST_ROUNDS / 2)] ?? 0
      return [name, { microseconds, perSecond: 1_000_000 / microseconds }]
    }),
  )
}

/** OK or MISSED beside a goal. */
export const verdict = (isReached: boolean): string => (isReached ? 'OK' : 'MISSED')

/** Microseconds of processor time (user and system) of single calls at the given percentiles: other work on the machine counts less. */
export function cpuPercentiles<T>(
  inputs: readonly T[],
  work: (input: T) => unknown,
  wanted: readonly number[],
): number[] {
  for (const input of inputs) work(input)
  const times = inputs.map(input => {
    const start = process.cpuUsage()
    work(input)
    const { user, system } = process.cpuUsage(start)
    return user + system
  })
  times.sort((a, b) => a - b)
  return wanted.map(percent => times[Math.min(times.length - 1, Math.floor((percent / 100) * times.length))] ?? 0)
}
