// The store in a folder: the contract, and that a folder belongs to one process at a time.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { lockDirectory } from '../../../adapters/store/directory-lock.ts'
import { openClock, openFolderStore } from '../../support/store.ts'
import { startWorker } from './child.ts'
import { storeContract } from './contract.ts'
import { ROUTE } from './events.ts'

describe('contract', () => {
  storeContract(async () => {
    const clock = openClock()
    const store = await openFolderStore({ now: clock.now, route: ROUTE })
    return { store, other: store, clock }
  })
})

test('a second process is refused and told which one is there; after it has gone the folder is free', async () => {
  const store = await openFolderStore()
  const refused = startWorker(store.dir, 0)
  expect(await refused.first).toMatch(new RegExp(`^refused in-use .*pid ${process.pid}`))
  await refused.kill()
  await store.database.close()
  const next = startWorker(store.dir, 0)
  expect(await next.first).toBe('ready')
  await next.kill()
  await rm(store.dir, { recursive: true })
})

test('a hundred starts of another process on a folder that is taken are refused, a hundred of a hundred', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'yinqi-lock-'))
  const unlock = await lockDirectory(dir)
  const lock = new URL('../../../adapters/store/directory-lock.ts', import.meta.url).href
  const script = `
    const { lockDirectory } = await import('${lock}')
    let refused = 0
    for (let n = 0; n < 100; n++)
      await lockDirectory(${JSON.stringify(dir)}).catch(error => {
        if (error.code === 'in-use' && error.message.includes('pid ${process.pid}')) refused++
      })
    console.log(refused)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  expect(stdout.trim()).toBe('100')
  await unlock()
  await (await lockDirectory(dir))()
  await rm(dir, { recursive: true })
})

test('of several that find a lock left behind by a killed process exactly one gets it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'yinqi-lock-'))
  const script = `require('net').createServer().listen(${JSON.stringify(join(dir, 'lock.sock'))}, () => console.log('up'))`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(dir)))
  const held = tries.filter(attempt => attempt.status === 'fulfilled')
  expect(held).toHaveLength(1)
  for (const attempt of tries)
    if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'in-use' })
  await held[0]?.value()
  const unlock = await lockDirectory(dir)
  await unlock()
  await rm(dir, { recursive: true })
})
