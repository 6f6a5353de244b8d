// Seals JSON so that only the holder of the key reads it or changes it unseen: AES-256-GCM, a fresh nonce each time, bound
// to the place it stands in.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { StoreError } from './store-error.ts'

const ALGORITHM = 'aes-256-gcm'
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What stands in a JSON column instead of the value. */
export type Sealed = {
  readonly sealed: string
}

const isSealed = (stored: unknown): stored is Sealed =>
  typeof stored === 'object' && stored !== null && 'sealed' in stored && typeof stored.sealed === 'string'

/** Encrypts bytes for one `place`; moved to another place they no longer open. */
export function sealBytes(key: Buffer, place: string, bytes: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place, 'utf8'))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** @throws StoreError 'unreadable' when the key or the place is another, or a byte was changed */
export function openBytes(key: Buffer, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new StoreError('unreadable', `what is sealed for ${place.split(' ', 1)[0]} does not open with its key`)
  }
}

/** A value as its JSON column holds it. */
export function sealJson(key: Buffer, place: string, value: unknown): Sealed {
  return { sealed: sealBytes(key, place, Buffer.from(JSON.stringify(value), 'utf8')) }
}

/** Opens with the first of these keys that fits, for places that are between two keys. @throws as `openBytes` */
export function openBytesBy(keys: readonly Buffer[], place: string, sealed: string): Buffer {
  const [key, ...others] = keys
  if (!key) throw new StoreError('unreadable', 'there is no key to open with')
  if (others.length === 0) return openBytes(key, place, sealed)
  try {
    return openBytes(key, place, sealed)
  } catch {
    return openBytesBy(others, place, sealed)
  }
}

/** True when this key sealed it. */
export function opensWith(key: Buffer, place: string, stored: unknown): boolean {
  if (!isSealed(stored)) return false
  try {
    openBytes(key, place, stored.sealed)
    return true
  } catch {
    return false
  }
}

/** The value of a JSON column. What an earlier version of the program stored in the clear is read as it is. */
export function openJson(key: Buffer, place: string, stored: unknown): unknown {
  return openJsonBy([key], place, stored)
}

/** The same for a place that is between two keys. */
export function openJsonBy(keys: readonly Buffer[], place: string, stored: unknown): unknown {
  if (!isSealed(stored)) return stored
  return JSON.parse(openBytesBy(keys, place, stored.sealed).toString('utf8'))
}
