// The master key is replaced while the product works: everything can be read at every moment, a process that is killed in
// the middle is followed by another one, and in the end only the new key opens the database.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import { newId } from '../../../adapters/new-id.ts'
import { beginNextKey, masterKeysOf, takeNextKey } from '../../../adapters/store/key-file.ts'
import { type OpenStore, openStore } from '../../../adapters/store/open.ts'
import { createDatabase, openMemoryStore, openServerStore, TEST_MASTER_KEY } from '../../support/store.ts'
import { startChild } from './child.ts'
import { claim, says, textOf, toEnterprise, turn, withLead } from './events.ts'

const CASES = 40
const NEW_KEY = Buffer.alloc(32, 8)
const BOTH = { masterKey: NEW_KEY, oldMasterKey: TEST_MASTER_KEY }
const FIRM = '91330100MA2XXXXX1X'
const TIMEOUT_MS = 120_000

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const peerOf = (n: number): string => `peer-${n}`
const wordsOf = (n: number): string => `第${n}家的话`

/** Cases with words, a lead of one company each, one event that waits and one that died. */
async function fill(store: OpenStore): Promise<void> {
  for (let n = 0; n < CASES; n++)
    await turn(store, says(peerOf(n), wordsOf(n)), {
      change: current => {
        const filled = withLead(current)
        return { ...filled, leads: filled.leads.map(lead => ({ ...lead, firm: FIRM })) }
      },
      posts: [toEnterprise(wordsOf(n))],
    })
  await store.accept(says(peerOf(0), '死了', { eventId: 'dead' }))
  const item = await claim(store)
  await store.database.prisma.inbox.updateMany({
    where: { id: item.id },
    data: { state: 'dead', lease: null, leaseUntil: null },
  })
  await store.accept(says(peerOf(1), '等着', { eventId: 'waits' }))
}

/** Every case, its words and its company's other leads, as this store reads them now. */
async function readAll(store: OpenStore): Promise<void> {
  for (let n = 0; n < CASES; n++) {
    const state = await store.caseOf(says(peerOf(n), ''))
    expect(state?.leads[0]?.firm).toBe(FIRM)
    const said = await store.conversation('telegram', peerOf(n), 0n)
    expect(said.map(({ card }) => textOf(card))).toEqual([wordsOf(n), wordsOf(n)])
    expect((await store.around(state?.id ?? '', FIRM)).twins).toHaveLength(CASES - 1)
  }
}

async function checkDone(store: OpenStore): Promise<void> {
  await readAll(store)
  expect(await store.reviveLetter('event', (await store.deadLetters())[0]?.id ?? 0n)).toBe(true)
  const [dead, waiting] = [await claim(store), await claim(store)]
  expect([dead.received.event, waiting.received.event]).toEqual([
    { kind: 'text', text: '死了' },
    { kind: 'text', text: '等着' },
  ])
}

async function emptyDatabase(): Promise<string> {
  const made = await createDatabase()
  if (!made) throw new Error('there is no PostgreSQL')
  closers.push(made.drop)
  return made.url
}

async function open(url: string, keys: { masterKey: Buffer; oldMasterKey?: Buffer }): Promise<OpenStore> {
  const store = await openServerStore(url, keys)
  closers.push(() => store.close())
  return store
}

test.skipIf(!inject('postgresUrl'))(
  'others read everything while it happens, and need no old key afterwards',
  {
    timeout: TIMEOUT_MS,
  },
  async () => {
    const url = await emptyDatabase()
    await fill(await open(url, { masterKey: TEST_MASTER_KEY }))
    const [rotating, reading] = [await open(url, BOTH), await open(url, BOTH)]
    let over = false
    const rotation = rotating.rotateKeys().finally(() => {
      over = true
    })
    do {
      await readAll(reading)
      // what arrives meanwhile is under the new key from the start
      await reading.accept(says('late', 'x'))
    } while (!over)
    const { cases, events } = await rotation
    expect(cases).toBe(CASES)
    expect(events).toBeGreaterThanOrEqual(1)
    await readAll(reading)
    await expect(openServerStore(url, { masterKey: TEST_MASTER_KEY })).rejects.toMatchObject({ code: 'wrong-key' })
    await checkDone(await open(url, { masterKey: NEW_KEY }))
  },
)

test.skipIf(!inject('postgresUrl'))(
  'killed in the middle, it is refused with one key, read with both, and run again',
  {
    timeout: TIMEOUT_MS,
  },
  async () => {
    const url = await emptyDatabase()
    await fill(await open(url, { masterKey: TEST_MASTER_KEY }))
    const child = startChild('rotate-child.ts', [url])
    // ready, and some of the cases
    await child.said(1 + Math.ceil(CASES / 4))
    await child.kill()
    const told = child.lines.filter(line => line === 'case').length
    for (const masterKey of [TEST_MASTER_KEY, NEW_KEY])
      await expect(openServerStore(url, { masterKey })).rejects.toMatchObject({ code: 'wrong-key' })
    const store = await open(url, BOTH)
    await readAll(store)
    const { cases } = await store.rotateKeys()
    expect(cases).toBeGreaterThan(0)
    // one may have been committed and not told any more
    expect([CASES - told, CASES - told - 1]).toContain(cases)
    expect(await store.rotateKeys()).toEqual({ cases: 0, events: 0 })
    await checkDone(await open(url, { masterKey: NEW_KEY }))
  },
)

test('without the old key nothing is begun', async () => {
  const store = await openMemoryStore()
  closers.push(() => store.close())
  await expect(store.rotateKeys()).rejects.toMatchObject({ code: 'wrong-key' })
})

test('a key file is replaced by the next one, also when that is cut off before the end', {
  timeout: TIMEOUT_MS,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'yinqi-rotate-'))
  closers.push(() => rm(dir, { recursive: true, force: true }))
  const reopen = () => openStore({ dir, ...masterKeysOf(dir), route: () => [], now: () => new Date(), newId })
  const first = await reopen()
  await turn(first, says('p', '你好'), { posts: [toEnterprise('在')] })
  await first.close()
  beginNextKey(dir)
  const { masterKey } = masterKeysOf(dir)
  // begun and left: the product starts with both keys
  const between = await reopen()
  expect(await between.conversation('telegram', 'p', 0n)).toHaveLength(2)
  await between.close()
  beginNextKey(dir)
  expect(masterKeysOf(dir).masterKey).toEqual(masterKey)
  const last = await reopen()
  expect(await last.rotateKeys()).toEqual({ cases: 1, events: 0 })
  await last.close()
  takeNextKey(dir)
  expect(masterKeysOf(dir)).toEqual({ masterKey })
  const after = await reopen()
  expect(await after.conversation('telegram', 'p', 0n)).toHaveLength(2)
  await after.close()
})
