// A contest: several ways to do the same work, timed in turns within one process so that a busy machine slows all of them
// alike. Processor time counts, not the clock on the wall; only ratios within one run mean anything.

export interface Contestant {
  readonly name: string
  /** pieces of work that one `run` does */
  readonly pieces: number
  readonly run: () => unknown
}

const microseconds = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Microseconds of processor time a piece, by name: medians of `rounds` after one round to warm up. */
export async function contest(contestants: readonly Contestant[], rounds = 5): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { name, pieces, run } of contestants) {
      const start = microseconds()
      await run()
      if (round > 0) times.get(name)?.push((microseconds() - start) / pieces)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** One goal and what was measured: `OK` or `MISSED`, never left out. */
export function goal(name: string, measured: number, wanted: '≥' | '≤', limit: number, unit: string): string {
  const met = wanted === '≥' ? measured >= limit : measured <= limit
  const show = (x: number) => (x >= 100 ? Math.round(x).toLocaleString('en-US') : x.toPrecision(3))
  return `| ${met ? 'OK' : '**MISSED**'} | ${name} | ${show(measured)} ${unit} | ${wanted} ${limit.toLocaleString('en-US')} ${unit} |`
}
export const GOALS_HEAD = ['', '| | goal | measured | wanted |', '| --- | --- | --- | --- |']
