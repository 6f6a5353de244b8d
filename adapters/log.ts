// The log: one JSON line an event, ids and codes only, under names that are listed here. What a customer said, a name, a phone
// or a secret has no field to stand in.
import type { Log } from './delivery/send.ts'

/** Everything a line may say besides when, how bad and what. A new one is reviewed like a new column. */
export const LOG_FIELDS = [
  // ids of ours
  'inbox',
  'delivery',
  'update',
  'id',
  'desk',
  'channel',
  // words of the program
  'platform',
  'kind',
  'code',
  'name',
  'why',
  'is',
  'method',
  'where',
  // counts
  'tries',
  'cases',
  'leads',
  'people',
  'posted',
  'seconds',
  'pauseMs',
] as const
export type LogField = (typeof LOG_FIELDS)[number]

const LISTED: ReadonlySet<string> = new Set(LOG_FIELDS)
const FIELD_CHARACTERS_MAX = 120

/** Field values are cut and kept on one line, so that nothing can fake a log line. */
function clean(value: string | number): string | number {
  return typeof value === 'number' ? value : value.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, FIELD_CHARACTERS_MAX)
}

/** What a log may say of an error: its name, never its message, which may hold anything. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/** Where an error was thrown: its first frame. The message stands before the frames, may have several lines, and is left out. */
export function errorPlace(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const frames = (error.stack ?? '').replace(error.message, () => '')
  return /^\s+at .*$/m.exec(frames)?.[0].trim() ?? ''
}

/** Writes to standard error, so that a command's own output stays clean. What is not listed is not written. */
export function createLog(
  level: 'quiet' | 'info' | 'debug',
  now: () => Date,
  write: (line: string) => void = line => process.stderr.write(line),
): Log {
  return (severity, event, fields = {}) => {
    if (level === 'quiet' && severity !== 'error') return
    const cleaned = Object.entries(fields).flatMap(([key, value]) => (LISTED.has(key) ? [[key, clean(value)]] : []))
    write(`${JSON.stringify({ at: now().toISOString(), level: severity, event, ...Object.fromEntries(cleaned) })}\n`)
  }
}
