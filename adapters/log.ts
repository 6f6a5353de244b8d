// The log: one JSON line an event, ids and codes only. What a customer said, a name, a phone or a secret never goes here.
import type { Log } from './delivery/send.ts'

const FIELD_CHARACTERS_MAX = 120

/** Field values are cut and kept on one line, so that nothing can fake a log line. */
function clean(value: string | number): string | number {
  return typeof value === 'number' ? value : value.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, FIELD_CHARACTERS_MAX)
}

/** What a log may say of an error: its name, never its message, which may hold anything. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/** Writes to standard error, so that a command's own output stays clean. */
export function createLog(
  level: 'quiet' | 'info' | 'debug',
  now: () => Date,
  write: (line: string) => void = line => process.stderr.write(line),
): Log {
  return (severity, event, fields = {}) => {
    if (level === 'quiet' && severity !== 'error') return
    const cleaned = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, clean(value)]))
    write(`${JSON.stringify({ at: now().toISOString(), level: severity, event, ...cleaned })}\n`)
  }
}
