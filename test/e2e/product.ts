// The real product as its own process: `yinqi serve` on a folder of its own and a free port, started and killed by tests.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import { call } from '../adapters/web/client.ts'

const MAIN = fileURLToPath(new URL('../../adapters/cli/main.ts', import.meta.url))
const START_MS_MAX = 90_000
const ADDRESS = /https?:\/\/[\d.]+:\d+/

export interface Product {
  readonly address: string
  /** Everything it has printed so far. */
  readonly printed: () => string
  /** Resolves once that was printed. */
  readonly prints: (words: string) => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  /** Tells it to stop, as a service manager does: how it ended, and after how many milliseconds. */
  readonly stop: () => Promise<Ended & { readonly ms: number }>
  readonly health: () => Promise<{ is: string; waiting: number; dead: number }>
}

export interface Ended {
  readonly code: number | null
  readonly printed: string
}

interface Running {
  readonly child: ChildProcess
  readonly printed: () => string
  readonly ended: Promise<Ended>
  readonly until: (is: (printed: string) => boolean) => Promise<void>
}

/** Only what the product needs: nothing of whoever runs the tests leaks into it. */
function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, PORT: '0', ...own }
}

function run(own: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, ['--conditions=source', MAIN, 'serve'], { env: environment(own) })
  const watchers = new Set<() => void>()
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8')
    for (const watch of watchers) watch()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<Ended>(resolve => {
    child.on('close', code => {
      resolve({ code, printed: text })
      for (const watch of watchers) watch()
    })
  })
  const until: Running['until'] = is =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(new Error(`not printed in time; so far:\n${text}`)), START_MS_MAX)
      const finish = (fault?: Error) => {
        clearTimeout(timer)
        watchers.delete(watch)
        if (fault) reject(fault)
        else resolve()
      }
      const watch = () => {
        if (is(text)) finish()
        else if (child.exitCode !== null) finish(new Error(`it ended with ${child.exitCode}:\n${text}`))
      }
      watchers.add(watch)
      watch()
    })
  return { child, printed: () => text, ended, until }
}

/** `folder`, `start` and `startInVain` for one test file; what they make is gone after each test. */
export function useProduct() {
  const stops: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })
  const kill = async ({ child, ended }: Running) => {
    child.kill('SIGKILL')
    await ended
  }

  return {
    /** An empty data folder. */
    folder: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'yinqi-e2e-'))
      stops.push(() => rm(folder, { recursive: true, force: true }))
      return folder
    },
    /** Starts the product and waits for the address that it prints. */
    start: async (own: Readonly<Record<string, string>>): Promise<Product> => {
      const running = run(own)
      stops.push(() => kill(running))
      await running.until(printed => ADDRESS.test(printed))
      const address = ADDRESS.exec(running.printed())?.[0] ?? ''
      return {
        address,
        printed: running.printed,
        prints: words => running.until(printed => printed.includes(words)),
        kill: () => kill(running),
        stop: async () => {
          const began = performance.now()
          running.child.kill('SIGTERM')
          const end = await running.ended
          return { ...end, ms: Math.round(performance.now() - began) }
        },
        health: async () => JSON.parse((await call(address, '/healthz')).text),
      }
    },
    /** Starts it where it must refuse: tells how it ended. */
    startInVain: (own: Readonly<Record<string, string>>): Promise<Ended> => {
      const running = run(own)
      stops.push(() => kill(running))
      return running.ended
    },
  }
}
