// The master key: made once, kept to the owner, refused when it is not the one of the database.
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KEY_FILE, masterKeyOf, readMasterKey } from '../../../adapters/store/key-file.ts'
import { openStore } from '../../../adapters/store/open.ts'
import { openBytes, sealBytes } from '../../../adapters/store/seal.ts'
import { openVault } from '../../../adapters/store/vault.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yinqi-key-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

test('the key file is made once, for its owner only, and a broken one is refused rather than replaced', async () => {
  const key = masterKeyOf(dir)
  expect(masterKeyOf(dir)).toEqual(key)
  if (process.platform !== 'win32') expect((await stat(join(dir, KEY_FILE))).mode & 0o777).toBe(0o600)
  await writeFile(join(dir, KEY_FILE), 'nonsense')
  expect(() => masterKeyOf(dir)).toThrow(KEY_FILE)
  expect(await readFile(join(dir, KEY_FILE), 'utf8')).toBe('nonsense')
})

test('a master key is 32 bytes in base64 and nothing else', () => {
  const key = randomBytes(32)
  expect(readMasterKey(`${key.toString('base64')}\n`)).toEqual(key)
  expect(readMasterKey(key.toString('base64url'))).toEqual(key)
  for (const text of ['', 'x'.repeat(42), randomBytes(31).toString('base64'), randomBytes(33).toString('base64'), '密'])
    expect([text, readMasterKey(text)]).toEqual([text, undefined])
})

test('a database refuses another master key, and opens again with its own', { timeout: 120_000 }, async () => {
  const rest = { dir, route: () => [], now: () => new Date(), newId: () => randomBytes(16).toString('hex') }
  await (await openStore(rest)).close()
  await expect(openStore({ ...rest, masterKey: randomBytes(32) })).rejects.toMatchObject({ code: 'wrong-key' })
  await (await openStore(rest)).close()
})

test('PostgreSQL without a key is refused before anything is opened', async () => {
  const rest = { route: () => [], now: () => new Date(), newId: () => 'x' }
  await expect(openStore({ url: 'postgresql://127.0.0.1:1/x', ...rest })).rejects.toMatchObject({ code: 'wrong-key' })
})

test('a key of one case opens nothing of another, and no nonce is used twice', () => {
  const vault = openVault(randomBytes(32))
  const [a, b] = [vault.newWrapped('a'), vault.newWrapped('b')]
  expect(() => vault.unwrap('b', a)).toThrow()
  const sealed = sealBytes(vault.unwrap('a', a), 'case a', Buffer.from('x'))
  expect(openBytes(vault.unwrap('a', a), 'case a', sealed).toString()).toBe('x')
  expect(() => openBytes(vault.unwrap('b', b), 'case a', sealed)).toThrow()
  expect(() => openBytes(vault.unwrap('a', a), 'message a', sealed)).toThrow()
  const nonces = Array.from({ length: 1000 }, () => sealBytes(vault.inboxKey, 'x', Buffer.from('x')).slice(0, 16))
  expect(new Set(nonces).size).toBe(1000)
})
