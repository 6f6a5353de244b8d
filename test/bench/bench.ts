// What every section of the benchmark shares: the data, the day, how many companies, and how a section prints itself.

import type { Knowledge } from '#bot'
import type { Rulebook } from '#engine'
import type { Catalogue } from '#matching'

export interface Bench {
  readonly knowledge: Knowledge
  readonly rulebook: Rulebook
  readonly catalogue: Catalogue
  /** whole provinces too: minutes instead of seconds */
  readonly province: boolean
}

/** One part of the benchmark, run by its name: `npm run bench -- rating`. */
export interface Section {
  readonly name: string
  readonly run: (bench: Bench) => void | Promise<void>
}

/** 2026-11-22, in days since 1970 */
export const TODAY = 20_779
/** Companies where one at a time is timed. */
export const COUNT = 400

export function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
