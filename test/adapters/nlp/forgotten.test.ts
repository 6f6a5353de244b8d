// After an owner has had everything deleted no memory holds a word of theirs: not the program's heap, not the thread of the
// classifier with the library's caches, not the store.
import { Buffer } from 'node:buffer'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { smallRoot } from './small-root.ts'

const SECRET = 'Zqxvorblat7741'
const CONTROL = 'Kwyjibo5309kept'
/** a snapshot of a whole heap takes its time on a busy machine */
const SNAPSHOT_MS_MAX = 240_000

test('the thread in which node-nlp lives', { timeout: SNAPSHOT_MS_MAX }, async () => {
  const worker = new Worker(new URL('../../../adapters/nlp/worker.ts', import.meta.url), {
    workerData: smallRoot(),
    env: {},
    execArgv: ['--conditions=source'],
  })
  onTestFinished(async () => void (await worker.terminate()))
  const said = () => new Promise<{ kind: string }>(resolve => worker.once('message', resolve))
  expect((await said()).kind).toBe('ready')
  const texts = [`${SECRET}利息多少`, `interest of ${SECRET}`, SECRET, `转人工，我是${SECRET}的老板`]
  for (const [id, text] of texts.entries()) {
    worker.postMessage({ id, text, language: 'zh' })
    expect((await said()).kind).toBe('guesses')
  }
  // whatever is asked next, by whomever
  worker.postMessage({ id: texts.length, text: '你好', language: 'zh' })
  await said()
  const parts: Buffer[] = []
  for await (const part of await worker.getHeapSnapshot()) parts.push(Buffer.from(part))
  const heap = Buffer.concat(parts)
  // a pair of words of a taught line is there, so the search would have found it
  expect(heap.includes('rate fixed')).toBe(true)
  expect(heap.includes(SECRET)).toBe(false)
  expect(heap.includes(SECRET.toLowerCase())).toBe(false)
})

test('the whole program: heap and store', { timeout: SNAPSHOT_MS_MAX }, async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yinqi-forgotten-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }))
  const { root, cacheFolder } = smallRoot()
  const child = fileURLToPath(new URL('./forgetful-child.ts', import.meta.url))
  const hex = (words: string) => Buffer.from(words).toString('hex')
  const words = [path.join(dir, 'store'), root, cacheFolder, hex(SECRET), hex(CONTROL)]
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', child, ...words])
  expect(JSON.parse(stdout)).toEqual({ during: true, after: false, heap: 0, control: true })
})
