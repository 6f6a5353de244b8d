// Runs worker-child.ts and listens to what it says.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const CHILD = fileURLToPath(new URL('worker-child.ts', import.meta.url))

export interface Worker {
  readonly pid: number
  /** all it has said so far */
  readonly lines: readonly string[]
  /** its first line: "ready" or why not */
  readonly first: Promise<string>
  /** waits until it has said so many lines */
  said(count: number): Promise<void>
  /** ends it at once, as a power cut would */
  kill(): Promise<void>
}

export function startWorker(place: string, round: number): Worker {
  const args = ['--conditions=source', CHILD, place, String(round)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', line => lines.push(line))
  const closed = once(reader, 'close')
  const first = Promise.race([once(reader, 'line').then(([line]) => String(line)), closed.then(() => 'ended')])
  const said = async (count: number) => {
    while (lines.length < count && child.exitCode === null) await Promise.race([once(reader, 'line'), exit])
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await Promise.all([exit, closed])
  }
  return { pid: child.pid ?? 0, lines, first, said, kill }
}
