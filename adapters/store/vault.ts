// The keys: one master key outside the database, and under it one key for each case. A case is deleted for good when its
// key is gone, whatever copies of its rows there are.
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { KEY_BYTES, openBytes, sealBytes } from './seal.ts'
import { StoreError } from './store-error.ts'

/** Keys held open at once; the others are unwrapped again, which takes microseconds. */
const OPEN_KEYS_MAX = 5_000

export interface Vault {
  /** which master key this is, without saying anything about it */
  readonly fingerprint: string
  /** seals events in the inbox, which are emptied within seconds and may belong to no case yet */
  readonly inboxKey: Buffer
  /** The same text gives the same mark, and nothing tells the text from it but this master key. */
  markOf(text: string): string
  /** A new key for a case, as the database may hold it. */
  newWrapped(caseId: string): string
  /** The key itself. @throws StoreError 'unreadable' when another master key wrapped it */
  unwrap(caseId: string, wrapped: string): Buffer
}

const place = (caseId: string): string => `key ${caseId}`

/** `master` has 32 bytes. */
export function openVault(master: Buffer): Vault {
  if (master.length !== KEY_BYTES) throw new StoreError('wrong-key', `the master key must have ${KEY_BYTES} bytes`)
  const derive = (what: string) => Buffer.from(hkdfSync('sha256', master, '', `yinqi ${what}`, KEY_BYTES))
  const wrapping = derive('case keys')
  const marking = derive('marks')
  const open = new Map<string, Buffer>()
  return {
    fingerprint: createHash('sha256').update(derive('fingerprint')).digest('hex'),
    inboxKey: derive('inbox'),
    markOf: text => createHmac('sha256', marking).update(text, 'utf8').digest('hex'),
    newWrapped: caseId => sealBytes(wrapping, place(caseId), randomBytes(KEY_BYTES)),
    unwrap: (caseId, wrapped) => {
      const id = `${caseId} ${wrapped}`
      const known = open.get(id)
      if (known) return known
      const key = openBytes(wrapping, place(caseId), wrapped)
      if (open.size >= OPEN_KEYS_MAX) open.clear()
      open.set(id, key)
      return key
    },
  }
}

/** A database is written with one master key: with another one, nothing in it would open, and new rows would not either. */
export async function assertMasterKey(pool: pg.Pool, { fingerprint }: Vault): Promise<void> {
  await pool.query('INSERT INTO master_key (id, fingerprint) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [fingerprint])
  const { rows } = await pool.query<{ fingerprint: string }>('SELECT fingerprint FROM master_key WHERE id = 1')
  if (rows[0]?.fingerprint === fingerprint) return
  throw new StoreError(
    'wrong-key',
    '主密钥与这个数据库的不符；请在 MASTER_KEY 里给出当初的那一把（或恢复 master.key 文件）。 / ' +
      'The master key is not the one this database was made with: set MASTER_KEY to it, or restore the file master.key.',
  )
}
