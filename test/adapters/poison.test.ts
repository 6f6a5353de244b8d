// Keys that reach into objects, through every door and at every depth: refused or ignored, never stored, never obeyed; and text
// with NUL or half a character, which no database takes, is no fault of ours either.
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { readYaml } from '../../adapters/files/yaml.ts'
import { parseForeign, poisonIn } from '../../adapters/poison.ts'
import { parseUpdate } from '../../adapters/telegram/receive.ts'
import { click, reply } from './slack/envelopes.ts'
import { openWorld, SECRET } from './slack/world.ts'
import { call, openSession } from './web/client.ts'
import { deskPress, key, serve } from './web/serve.ts'

const KEYS = ['__proto__', 'constructor', 'prototype']
const BARE = Object.getOwnPropertyNames(Object.prototype).length
/** Texts that PostgreSQL refuses as they are. */
const UNSTORABLE = ['a\u0000b', '\u0000', 'x\ud800y', '\udfff', 'a\u0000'.repeat(500)]

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
  // nothing that was tried here may have changed what every object is made of
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(BARE)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

/** JSON with the key as an own key, which an object literal cannot have. */
const withKey = (name: string) => `{${JSON.stringify(name)}:{"polluted":true}}`

describe('the finder', () => {
  test('finds it wherever it stands, and says where', () => {
    const nests = fc.array(fc.oneof(fc.nat(3), fc.constantFrom('a', 'values', '0')), { maxLength: 30 })
    fc.assert(
      fc.property(nests, fc.constantFrom(...KEYS), (nest, name) => {
        const json = nest.reduceRight<string>(
          (inner, at) =>
            typeof at === 'number' ? `[${'1,'.repeat(at)}${inner}]` : `{"b":[{}],${JSON.stringify(at)}:${inner}}`,
          withKey(name),
        )
        expect(poisonIn(JSON.parse(json))).toEqual([...nest, name])
        expect(() => parseForeign(json)).toThrow(SyntaxError)
      }),
    )
  })

  test('lets everything else be: such words as values, bytes, lists, nothing at all', () => {
    for (const fine of [KEYS, { a: KEYS, b: '__proto__' }, Buffer.from('x'), null, 7, undefined, [[null]]])
      expect(poisonIn(fine)).toBeUndefined()
    expect(parseForeign('{"press":"x"}')).toEqual({ press: 'x' })
  })

  test('comes to an end in what is nested deeper than any stack', () => {
    const depth = 100_000
    expect(poisonIn(JSON.parse('['.repeat(depth) + ']'.repeat(depth)))).toBeUndefined()
    const deep = `${'{"a":'.repeat(depth)}${withKey('constructor')}${'}'.repeat(depth)}`
    expect(poisonIn(JSON.parse(deep))).toHaveLength(depth + 1)
  })
})

describe('the page', () => {
  test.each(KEYS)('refuses %s in what is posted, at the top and inside', async name => {
    const { address, store } = await serve()
    const headers = { cookie: await openSession(address), 'content-type': 'application/json' }
    const poison = `${JSON.stringify(name)}:`
    const chat = JSON.stringify({ key: key(), text: '你好' })
    const filled = JSON.stringify({ ...deskPress(), values: {} })
    for (const [where, body] of [
      ['/chat/text', `{${poison}{"polluted":true},${chat.slice(1)}`],
      ['/chat/text', `{${poison}1,${chat.slice(1)}`],
      ['/desk/filled', filled.replace('"values":{}', `"values":{${poison}["x"]}`)],
      ['/desk/filled', filled.replace('"values":{}', `"values":{"a":[{${poison}{"polluted":true}}]}`)],
    ] as const) {
      const answer = await fetch(new URL(where, address), { method: 'POST', headers, body })
      expect([where, body.slice(0, 60), answer.status]).toEqual([where, body.slice(0, 60), 400])
    }
    expect(store.inbox).toEqual([])
  })

  test('takes text with NUL and half characters, without them; where nothing else is left it says so', async () => {
    const { address, store, report } = await serve()
    const cookie = await openSession(address)
    for (const [at, text] of UNSTORABLE.entries()) {
      const said = await call(address, '/chat/text', { headers: { cookie }, body: { key: key(at), text } })
      expect([202, 400]).toContain(said.status)
      for (const field of ['key', 'press', 'desk', 'thread', 'name', 'text']) {
        const body = { ...deskPress({ key: key(100 + at) }), [field]: text }
        const where = field === 'text' ? '/desk/text' : '/desk/press'
        const { press: _none, ...typed } = body
        const answer = await call(address, where, { body: field === 'text' ? typed : body })
        expect([field, answer.status < 500]).toEqual([field, true])
      }
    }
    expect(JSON.stringify(store.inbox)).not.toMatch(/\\u0000|\\ud800|\\udfff/)
    expect(store.inbox.length).toBeGreaterThan(UNSTORABLE.length)
    expect(report).not.toHaveBeenCalled()
  })
})

describe('Slack', () => {
  async function open() {
    const world = await openWorld()
    closers.push(world.stop)
    const post = (body: string) => {
      const stamp = Math.floor(Date.now() / 1_000)
      const hash = createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`).digest('hex')
      return fetch(`http://127.0.0.1:${world.port}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-slack-request-timestamp': String(stamp),
          'x-slack-signature': `v0=${hash}`,
        },
        body: Buffer.from(body),
      })
    }
    return { ...world, post }
  }

  test.each(KEYS)('is acknowledged and nothing else when %s stands anywhere in it', async name => {
    const { store, post, thread, logged } = await open()
    const press = JSON.stringify(click('x', thread, { channel: 'CJSB' }))
    const inValue = click('x', thread, { channel: 'CJSB' })
    const [action] = inValue.actions
    const value = `{${JSON.stringify(name)}:{"polluted":true},"press":"x","thread":${JSON.stringify(thread)}}`
    for (const body of [
      press.replace('{', `{${JSON.stringify(name)}:{"polluted":true},`),
      press.replace('"user":{', `"user":{${JSON.stringify(name)}:{"polluted":true},`),
      JSON.stringify({ ...inValue, actions: [{ ...action, value }] }),
    ])
      expect((await post(body)).status).toBe(200)
    expect(store.accepted).toEqual([])
    expect(logged.filter(line => line.endsWith('slack.poisoned'))).toHaveLength(2)
  })

  test('with NUL or half a character in any text of an envelope is never a fault of the server', async () => {
    const { store, post, logged } = await open()
    for (const text of UNSTORABLE)
      for (const body of [
        reply(text, '1700000000.000100', { channel: 'CJSB' }),
        reply('好', '1700000000.000100', { channel: `CJSB${text}` }),
        click('x', text, { channel: 'CJSB' }),
        click(text, 'x', { channel: 'CJSB' }),
        click('x', 'x', { channel: 'CJSB', user: text }),
      ])
        expect((await post(JSON.stringify(body))).status).toBe(200)
    expect(JSON.stringify(store.accepted)).not.toMatch(/\\u0000|\\ud800|\\udfff/)
    expect(store.accepted.length).toBeGreaterThan(0)
    expect(logged.filter(line => line.startsWith('error'))).toEqual([])
  })
})

test.each(KEYS)('an update of Telegram with %s in it is ignored', name => {
  const update = (inner: string) =>
    JSON.parse(`{"update_id":1,"message":{"message_id":1,"chat":{"id":7,"type":"private"${inner}},"text":"好"}}`)
  const at = '2026-11-22T01:00:00.000Z'
  expect(parseUpdate(update(''), '42', at)).toMatchObject({ is: 'event' })
  expect(parseUpdate(update(`,${JSON.stringify(name)}:{"polluted":true}`), '42', at)).toEqual({
    is: 'ignored',
    why: 'poisoned',
  })
})

test.each(KEYS)('a data file or a file of facts with %s is refused with its line', name => {
  const root = mkdtempSync(path.join(tmpdir(), 'yinqi-poison-'))
  writeFileSync(path.join(root, 'a.yaml'), `title: x\nproducts:\n  - id: a\n    ${name}: { polluted: true }\n`)
  const problems: (DataProblem & { line?: number })[] = []
  expect(readYaml(root, 'a.yaml', problems)).toBeUndefined()
  rmSync(root, { recursive: true })
  expect(problems).toMatchObject([{ file: 'a.yaml', line: 4, message: `the key ${name} is refused` }])
})
