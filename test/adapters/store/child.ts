// Runs one of the child programs beside this file and listens to what it says.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

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

/** worker-child.ts on a folder or url. */
export const startWorker = (place: string, round: number): Worker =>
  startChild('worker-child.ts', [place, String(round)])

/** `program` is a file of this folder. */
export function startChild(program: string, args: readonly string[]): Worker {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, ['--conditions=source', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
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
