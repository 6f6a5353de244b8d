// The main thread's side: no guess while loading, within the deadline whatever is asked, after a hang or a crash a new
// worker, and nothing that holds the process or rejects.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import type { Log } from '../../../adapters/delivery/send.ts'
import { LIMITS, startUnderstanding, type Understanding } from '../../../adapters/nlp/understand.ts'
import { ATTACKS } from './attacks.ts'
import { smallRoot } from './small-root.ts'

const STUBBORN = new URL('./stubborn-worker.ts', import.meta.url)
const SLACK_MS = 400

const isModel = (name: string) => name.endsWith('.model')

const open: Understanding[] = []
const events: string[] = []
const log: Log = (_level, code, fields = {}) => void events.push(`${code} ${fields['why'] ?? ''}`.trim())

function start(options: Partial<Parameters<typeof startUnderstanding>[0]> = {}): Understanding {
  const started = startUnderstanding({ ...smallRoot(), log, ...options })
  open.push(started)
  return started
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()))
  events.length = 0
})

async function again(understanding: Understanding, text: string): Promise<string | undefined> {
  await expect.poll(() => understanding.understand(text, 'zh'), { timeout: 20_000 }).not.toEqual([])
  return (await understanding.understand(text, 'zh'))[0]?.intent
}

/** Runs a program of its own, in which nothing but the understanding is at work. */
function run(program: string, cwd = process.cwd()) {
  const module = new URL('../../../adapters/nlp/understand.ts', import.meta.url).href
  const script = `import { startUnderstanding } from ${JSON.stringify(module)}\n${program}`
  const flags = ['--conditions=source', '--input-type=module', '-e', script]
  return promisify(execFile)(process.execPath, flags, { cwd, timeout: 30_000 })
}

test('what is said in the first moments waits for the model', async () => {
  const understanding = start({ firstWaitMs: 60_000 })
  expect((await understanding.understand('利息多少', 'zh'))[0]?.intent).toBe('ask-rate')
})

test('no guess while loading for longer, then guesses', async () => {
  const understanding = start({ firstWaitMs: 0 })
  expect(await understanding.understand('利息多少', 'zh')).toEqual([])
  await understanding.ready
  expect((await understanding.understand('利息多少', 'zh'))[0]?.intent).toBe('ask-rate')
  expect((await understanding.understand('real human please', 'zh'))[0]?.intent).toBe('human')
  expect(events).toEqual(['understanding-ready'])
})

test('attacks are answered within the deadline, and the worker lives through them', async () => {
  const understanding = start()
  await understanding.ready
  for (const text of ATTACKS) {
    const before = performance.now()
    await understanding.understand(text, 'zh')
    expect(performance.now() - before, text.slice(0, 20)).toBeLessThan(LIMITS.deadlineMs + SLACK_MS)
  }
  expect(events).toEqual(['understanding-ready'])
  expect((await understanding.understand('转人工', 'zh'))[0]?.intent).toBe('human')
})

test('the model is kept, one per set of utterances, and a spoilt one is made again', async () => {
  const place = smallRoot()
  // it is kept a moment after the first texts can be answered
  const kept = () => (existsSync(place.cacheFolder) ? readdirSync(place.cacheFolder) : []).filter(isModel)
  await start(place).ready
  await expect.poll(kept).toHaveLength(1)
  const file = path.join(place.cacheFolder, kept()[0] ?? '')
  const size = statSync(file).size
  writeFileSync(file, '{"cut off')
  await start(place).ready
  await expect.poll(() => statSync(file).size).toBe(size)
  writeFileSync(path.join(place.root, 'bot', 'intents', 'en.yaml'), 'intents: { greet: [hello] }\nnone: [rain]\n')
  await start(place).ready
  await expect.poll(() => existsSync(file)).toBe(false)
  expect(kept()).toHaveLength(1)
})

test('a text that takes too long has no guess; the next ones wait for nobody; then a new worker answers', async () => {
  const understanding = start({ worker: STUBBORN, deadlineMs: 200 })
  await understanding.ready
  expect(await understanding.understand('greet', 'zh')).toEqual([{ intent: 'greet', confidence: 0.9 }])
  const before = performance.now()
  const caught = understanding.understand('help', 'zh').then(() => understanding.understand('hang', 'zh'))
  expect(await caught).toEqual([])
  expect(performance.now() - before).toBeLessThan(200 + SLACK_MS)
  const blocked = performance.now()
  expect(await understanding.understand('greet', 'zh')).toEqual([])
  expect(performance.now() - blocked).toBeLessThan(50)
  expect(await again(understanding, 'thanks')).toBe('thanks')
  expect(events).toEqual(['understanding-ready', 'understanding-lost deadline', 'understanding-ready'])
})

test.each(['leave', 'crash'])('a worker that goes (%s) is replaced, and what it said is not logged', async how => {
  const understanding = start({ worker: STUBBORN })
  await understanding.ready
  const waiting = [understanding.understand('silence', 'zh'), understanding.understand(how, 'zh')]
  expect(await Promise.all(waiting)).toEqual([[], []])
  expect(await understanding.understand('greet', 'zh')).toEqual([])
  expect(await again(understanding, 'greet')).toBe('greet')
  expect(events[1]).toBe(`understanding-lost ${how === 'leave' ? 'exit' : 'crash'}`)
})

test('a busy main thread does not cost the worker its life', async () => {
  // after work between two rounds of the event loop, timers come first: the deadline is noticed before the answer that
  // arrived long ago
  const { stdout } = await run(`
    const it = startUnderstanding({ root: '', worker: new URL(${JSON.stringify(STUBBORN.href)}), deadlineMs: 100, log() {} })
    await it.ready
    const answer = it.understand('late', 'zh')
    setImmediate(() => {
      const until = performance.now() + 300
      while (performance.now() < until) continue
    })
    console.log((await answer).length)`)
  expect(stdout).toBe('1\n')
})

test('faulty utterances: ready rejects and says where, understand still answers', async () => {
  const understanding = start(smallRoot('intents: { greet: [你好], help: [你好！] }\nnone: [天气]\n'))
  await expect(understanding.ready).rejects.toThrow('already stands under greet')
  expect(await understanding.understand('你好', 'zh')).toEqual([])
})

test('after closing there are no guesses, and closing twice is fine', async () => {
  const understanding = start({ worker: STUBBORN })
  await understanding.ready
  const waiting = understanding.understand('silence', 'zh')
  await understanding.close()
  expect(await waiting).toEqual([])
  expect(await understanding.understand('greet', 'zh')).toEqual([])
  await understanding.close()
})

test('an idle worker does not hold the process, a start or a question does', async () => {
  const { root, cacheFolder } = smallRoot()
  const { stdout, stderr } = await run(
    `
    const it = startUnderstanding({ root: ${JSON.stringify(root)}, cacheFolder: ${JSON.stringify(cacheFolder)}, log() {} })
    await it.ready
    console.log((await it.understand('转人工', 'zh'))[0].intent)`,
    root,
  )
  expect([stdout, stderr]).toEqual(['human\n', ''])
  // the library's own loader would have looked for .env, conf.json and plugins here, its manager would have written a model
  expect(readdirSync(root).filter(name => name !== 'cache')).toEqual(['bot'])
})
