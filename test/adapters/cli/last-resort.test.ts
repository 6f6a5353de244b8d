// What nobody caught: one line with name and place, no word of the message, and the end with a code that a service manager
// restarts after.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const CANARY = 'canary 13912345678'
const here = (name: string) => JSON.stringify(new URL(`../../../adapters/${name}`, import.meta.url).href)

test.each([
  ['thrown in a timer', `setTimeout(() => { throw new RangeError('${CANARY}\\n${CANARY}') })`, 'RangeError'],
  ['a promise that nobody waits for', `Promise.reject(new TypeError('${CANARY}'))`, 'TypeError'],
  ['something that is no error', `Promise.reject('${CANARY}')`, 'unknown'],
])('%s', (_what, fault, name) => {
  const script = `
    import { endOnFault } from ${here('cli/last-resort.ts')}
    import { createLog } from ${here('log.ts')}
    endOnFault(createLog('info', () => new Date(0)))
    setInterval(() => {}, 1000)
    ${fault}`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', '--input-type=module', '-e', script],
    {
      encoding: 'utf8',
      timeout: 30_000,
    },
  )
  expect([status, stdout]).toEqual([1, ''])
  const lines = stderr.trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', event: 'uncaught', name })
  expect(stderr).not.toContain('canary')
})
