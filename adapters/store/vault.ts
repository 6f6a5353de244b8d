// The keys: one master key outside the database, and under it one key for each case. A case is deleted for good when its
// key is gone, whatever copies of its rows there are.
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { KEY_BYTES, openBytesBy, opensWith, sealBytes } from './seal.ts'
import { StoreError } from './store-error.ts'

/** Keys held open at once; the others are unwrapped again, which takes microseconds. */
const OPEN_KEYS_MAX = 5_000

export interface Vault {
  /** which master key this is, without saying anything about it */
  readonly fingerprint: string
  /** of the key that is being replaced, while it is */
  readonly oldFingerprint?: string | undefined
  /** seals events in the inbox, which are emptied within seconds and may belong to no case yet */
  readonly inboxKey: Buffer
  /** what an event may be sealed with: `inboxKey`, and the old one while there is an old one */
  readonly inboxKeys: readonly Buffer[]
  /** The same text gives the same mark, and nothing tells the text from it but this master key. */
  markOf(text: string): string
  /** Every mark that a text may stand under now. */
  marksOf(text: string): string[]
  /** A new key for a case, as the database may hold it. */
  newWrapped(caseId: string): string
  /** The key itself. @throws StoreError 'unreadable' when another master key wrapped it */
  unwrap(caseId: string, wrapped: string): Buffer
  /** The same key wrapped with the new master key; undefined when it is already. */
  rewrap(caseId: string, wrapped: string): string | undefined
}

const place = (caseId: string): string => `key ${caseId}`

interface Derived {
  readonly fingerprint: string
  readonly wrapping: Buffer
  readonly marking: Buffer
  readonly inbox: Buffer
}

function deriveFrom(master: Buffer): Derived {
  if (master.length !== KEY_BYTES) throw new StoreError('wrong-key', `the master key must have ${KEY_BYTES} bytes`)
  const derive = (what: string) => Buffer.from(hkdfSync('sha256', master, '', `yinqi ${what}`, KEY_BYTES))
  return {
    fingerprint: createHash('sha256').update(derive('fingerprint')).digest('hex'),
    wrapping: derive('case keys'),
    marking: derive('marks'),
    inbox: derive('inbox'),
  }
}

/** `master` has 32 bytes and seals what is new; `old`, when it is being replaced, is only read with. */
export function openVault(master: Buffer, old?: Buffer): Vault {
  const now = deriveFrom(master)
  const before = old && deriveFrom(old)
  const all = before ? [now, before] : [now]
  const wrappings = all.map(({ wrapping }) => wrapping)
  const mark = ({ marking }: Derived, text: string) => createHmac('sha256', marking).update(text, 'utf8').digest('hex')
  const open = new Map<string, Buffer>()
  const unwrap = (caseId: string, wrapped: string): Buffer => {
    const id = `${caseId} ${wrapped}`
    const known = open.get(id)
    if (known) return known
    const key = openBytesBy(wrappings, place(caseId), wrapped)
    if (open.size >= OPEN_KEYS_MAX) open.clear()
    open.set(id, key)
    return key
  }
  return {
    fingerprint: now.fingerprint,
    oldFingerprint: before?.fingerprint,
    inboxKey: now.inbox,
    inboxKeys: all.map(({ inbox }) => inbox),
    markOf: text => mark(now, text),
    marksOf: text => all.map(one => mark(one, text)),
    newWrapped: caseId => sealBytes(now.wrapping, place(caseId), randomBytes(KEY_BYTES)),
    unwrap,
    rewrap: (caseId, wrapped) =>
      opensWith(now.wrapping, place(caseId), { sealed: wrapped })
        ? undefined
        : sealBytes(now.wrapping, place(caseId), unwrap(caseId, wrapped)),
  }
}

/** The row that says which key the database is sealed with, and, while it is being replaced, the one of the new key. */
export const KEY_ROWS = { current: 1, next: 2 } as const

/**
 * A database is sealed with one master key, and for the time of its replacement with two: with another one, or with one of
 * two, something in it would not open. Given both, what is new is sealed with the new one from here on, and that is noted.
 */
export async function assertMasterKey(pool: pg.Pool, { fingerprint, oldFingerprint }: Vault): Promise<void> {
  const note = 'INSERT INTO master_key (id, fingerprint) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING'
  await pool.query(note, [KEY_ROWS.current, oldFingerprint ?? fingerprint])
  const read = async () =>
    (await pool.query<{ fingerprint: string }>('SELECT fingerprint FROM master_key ORDER BY id')).rows
  const [current] = await read()
  if (current?.fingerprint !== fingerprint && current?.fingerprint === oldFingerprint)
    await pool.query(note, [KEY_ROWS.next, fingerprint])
  const rows = await read()
  if (rows.every(row => row.fingerprint === fingerprint || row.fingerprint === oldFingerprint)) return
  throw new StoreError('wrong-key', rows.length > 1 ? BETWEEN_KEYS : WRONG_KEY)
}

const WRONG_KEY =
  '主密钥与这个数据库的不符；请在 MASTER_KEY 里给出当初的那一把（或恢复 master.key 文件）。 / ' +
  'The master key is not the one this database was made with: set MASTER_KEY to it, or restore the file master.key.'
const BETWEEN_KEYS =
  '这个数据库正在换主密钥：MASTER_KEY 给新的、MASTER_KEY_OLD 给旧的，再运行 yinqi keys rotate 直到完成。 / ' +
  'The master key of this database is being replaced: set MASTER_KEY to the new and MASTER_KEY_OLD to the old one, and ' +
  'run yinqi keys rotate until it is done.'
