// The operators' commands on a folder: dead letters are listed and revived, the audit chain is verified and a kept head
// recognised.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyChain } from '../../../adapters/cli/audit.ts'
import { listDead, retryDead } from '../../../adapters/cli/dead.ts'
import { InputFault } from '../../../adapters/cli/input.ts'
import { newId } from '../../../adapters/new-id.ts'
import { openStore } from '../../../adapters/store/open.ts'
import { audited, claim, says, turn } from '../store/events.ts'

let dir = ''

/** Runs a command in this process and answers what it printed, its exit code, and what it refused. */
async function output(command: () => Promise<void>): Promise<{ code: number; out: string }> {
  let out = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    out += String(chunk)
    return true
  })
  process.exitCode = 0
  try {
    await command()
    return { code: Number(process.exitCode), out }
  } finally {
    write.mockRestore()
    process.exitCode = 0
  }
}

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', '')
  dir = await mkdtemp(join(tmpdir(), 'yinqi-operations-'))
  vi.stubEnv('DATA_DIR', dir)
  let now = Date.now() - 3_600_000
  const store = await openStore({ dir, route: () => [], now: () => new Date(now), newId })
  await turn(store, says('p', 'x'), { events: [audited('a', '1')] })
  await store.accept(says('q', '说不下去的话'))
  for (let i = 0; i < 5; i++) {
    await store.fail(await claim(store), 'Boom')
    now += 60_000
  }
  await store.close()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(dir, { recursive: true, force: true })
})

const list = (json: boolean) => output(() => listDead({ json }))
const retry = (...names: string[]) => output(() => retryDead(names, { all: false }))
const verify = (holds?: string) => output(() => verifyChain({ json: true, ...(holds === undefined ? {} : { holds }) }))

test('dead letters: listed by code, revived by name, and a wrong name is refused', async () => {
  const listed = await list(true)
  expect(JSON.parse(listed.out)).toEqual([{ kind: 'event', id: '2', platform: 'telegram', code: 'Boom', attempts: 5 }])
  expect(listed.out).not.toContain('说不下去')
  await expect(retry()).rejects.toThrow(InputFault)
  await expect(retry('event')).rejects.toThrow(InputFault)
  expect((await retry('event:99')).code).toBe(1)
  expect((await retry('event:2')).code).toBe(0)
  expect((await list(false)).out).toContain('Nothing is dead')
})

test('the chain is verified, a head kept elsewhere recognised, and a foreign head told', async () => {
  const { out, code } = await verify()
  const found = JSON.parse(out)
  expect([code, found]).toEqual([0, { ok: true, rows: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect((await verify(found.head)).code).toBe(0)
  expect(await verify('0'.repeat(64))).toEqual({ code: 1, out: expect.stringContaining('rebuilt') })
  await expect(verify('nonsense')).rejects.toThrow(InputFault)
})
