// The master key of a machine that was given none: a file beside the data, readable by the running account only. Whoever
// backs the data up keeps this file elsewhere.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEY_BYTES } from './seal.ts'

export const KEY_FILE = 'master.key'
const OWNER_ONLY = 0o600
const FOLDER_OWNER_ONLY = 0o700

/** 32 bytes in base64, as MASTER_KEY and the file hold them; undefined for anything else. */
export function readMasterKey(text: string): Buffer | undefined {
  const key = Buffer.from(text.trim(), 'base64')
  return key.length === KEY_BYTES && /^[A-Za-z0-9+/_-]{43}=?$/.test(text.trim()) ? key : undefined
}

/** Reads the key file of a folder, and makes it when it is not there. @throws when there is one that holds no key */
export function masterKeyOf(folder: string): Buffer {
  const file = join(folder, KEY_FILE)
  mkdirSync(folder, { recursive: true, mode: FOLDER_OWNER_ONLY })
  try {
    // exclusive: of two starting processes one makes it and both read it
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: OWNER_ONLY, flag: 'wx', flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = readMasterKey(readFileSync(file, 'utf8'))
  if (!key) throw new Error(`${file} holds no key: restore it, or nothing that was stored can be read`)
  return key
}
