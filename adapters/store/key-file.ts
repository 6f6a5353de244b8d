// The master key of a machine that was given none: a file beside the data, readable by the running account only. Whoever
// backs the data up keeps this file elsewhere.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEY_BYTES } from './seal.ts'

export const KEY_FILE = 'master.key'
/** The key that is to replace it, while that is under way. */
const NEXT_FILE = 'master.key.next'
const OWNER_ONLY = 0o600
const FOLDER_OWNER_ONLY = 0o700

/** 32 bytes in base64, as MASTER_KEY and the file hold them; undefined for anything else. */
export function readMasterKey(text: string): Buffer | undefined {
  const key = Buffer.from(text.trim(), 'base64')
  return key.length === KEY_BYTES && /^[A-Za-z0-9+/_-]{43}=?$/.test(text.trim()) ? key : undefined
}

/** Reads a key file, and makes it when it is not there. @throws when there is one that holds no key */
function readOrMake(folder: string, name: string): Buffer {
  const file = join(folder, name)
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

/** The key of a folder, made when there is none. @throws when its file holds no key */
export const masterKeyOf = (folder: string): Buffer => readOrMake(folder, KEY_FILE)

export interface KeyPair {
  readonly masterKey: Buffer
  /** the one before, while it is being replaced */
  readonly oldMasterKey?: Buffer | undefined
}

/** The keys of a folder: two while one replaces the other. */
export function masterKeysOf(folder: string): KeyPair {
  const current = masterKeyOf(folder)
  if (!existsSync(join(folder, NEXT_FILE))) return { masterKey: current }
  return { masterKey: readOrMake(folder, NEXT_FILE), oldMasterKey: current }
}

/** Makes the key that is to replace the folder's, unless there is one from an attempt that was cut off. */
export function beginNextKey(folder: string): void {
  masterKeyOf(folder)
  readOrMake(folder, NEXT_FILE)
}

/** The next key takes the place of the folder's. */
export const takeNextKey = (folder: string): void => renameSync(join(folder, NEXT_FILE), join(folder, KEY_FILE))
