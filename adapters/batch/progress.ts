// One line on a terminal that says how far a long run is: rows, rows a second, time left. Anything but a terminal sees nothing.
import type { Language } from '#engine'

const REDRAW_MS = 200
const BAR_CELLS = 24
const MS_PER_SECOND = 1_000
const SECONDS_PER_MINUTE = 60

export interface Progress {
  /** `share` of the file that has been read, 0…1 */
  update(rows: number, share: number): void
  clear(): void
}

interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / MS_PER_SECOND))
  return `${Math.floor(seconds / SECONDS_PER_MINUTE)}:${String(seconds % SECONDS_PER_MINUTE).padStart(2, '0')}`
}

/** The line itself. */
export function progressLine(rows: number, share: number, elapsedMs: number, language: Language): string {
  const filled = Math.round(share * BAR_CELLS)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled)
  const rate = Math.round((rows * MS_PER_SECOND) / Math.max(1, elapsedMs)).toLocaleString('en-US')
  const left = share > 0 ? clock((elapsedMs * (1 - share)) / share) : '—'
  const count = rows.toLocaleString('en-US')
  const percent = `${Math.floor(share * 100)}%`
  return language === 'zh'
    ? `${bar} ${percent}  ${count} 行  ${rate} 行/秒  还需 ${left}`
    : `${bar} ${percent}  ${count} rows  ${rate} rows/s  ${left} left`
}

/** Shows progress on a terminal. `now` is in milliseconds. */
export function startProgress(screen: Screen, language: Language, now: () => number): Progress {
  const start = now()
  let drawn = 0
  return {
    update: (rows, share) => {
      if (!screen.isTTY || now() - drawn < REDRAW_MS) return
      drawn = now()
      screen.write(`\r\x1b[2K${progressLine(rows, share, drawn - start, language)}`)
    },
    clear: () => void (screen.isTTY && drawn > 0 && screen.write('\r\x1b[2K')),
  }
}
