// Replaces the master key while the product works: every case's key is wrapped anew, one case a transaction, and all of it
// can be read with both keys at any moment. Cut off anywhere, it is simply run again.
import type { StoreContext } from './context.ts'
import { Prisma } from './generated/client.ts'
import { openPayload, placeOf } from './inbox.ts'
import { opensWith, sealJson } from './seal.ts'
import { StoreError } from './store-error.ts'
import { KEY_ROWS } from './vault.ts'
import { readState } from './write-case.ts'

/** Rows read at once. */
const PAGE = 100

/** What was sealed anew. */
export interface Rotation {
  readonly cases: number
  readonly events: number
}

interface CaseRow {
  readonly state: unknown
  readonly wrapped: string
}

/** One case: its key under the new master key, and its companies' marks. False when that was done already. */
async function rotateCase({ database, vault }: StoreContext, caseId: string): Promise<boolean> {
  return database.transact(async tx => {
    // a turn of the case waits, or is waited for: it would write the marks by what it read before
    const [row] = await tx.$queryRaw<CaseRow[]>`
      SELECT c.state, k.wrapped FROM conversation AS c JOIN case_key AS k ON k.case_id = c.id
      WHERE c.id = ${caseId} FOR UPDATE OF c`
    const wrapped = row && vault.rewrap(caseId, row.wrapped)
    if (!row || wrapped === undefined) return false
    const { leads } = readState(vault.unwrap(caseId, row.wrapped), caseId, row.state)
    await tx.caseKey.update({ where: { caseId }, data: { wrapped } })
    for (const { id, firm } of leads)
      if (firm !== undefined) await tx.lead.updateMany({ where: { id, caseId }, data: { firm: vault.markOf(firm) } })
    return true
  })
}

/** One walk over all cases; tells how many were still under the old key. */
async function rotateCases(context: StoreContext, done: () => void): Promise<number> {
  const { prisma } = context.database
  let count = 0
  let after = ''
  for (;;) {
    const page = await prisma.caseKey.findMany({
      where: { caseId: { gt: after } },
      orderBy: { caseId: 'asc' },
      take: PAGE,
    })
    for (const { caseId, wrapped } of page) {
      after = caseId
      // what is under the new key already needs no lock to be left alone
      if (context.vault.rewrap(caseId, wrapped) === undefined || !(await rotateCase(context, caseId))) continue
      count += 1
      done()
    }
    if (page.length < PAGE) return count
  }
}

/** Events that still have their words: those that wait, and those that died. */
async function rotateEvents(context: StoreContext): Promise<number> {
  const { database, vault } = context
  let count = 0
  let after = 0n
  for (;;) {
    const rows = await database.prisma.inbox.findMany({
      where: { id: { gt: after }, payload: { not: Prisma.DbNull } },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    for (const { id, platform, eventId, payload } of rows) {
      after = id
      const at = placeOf({ platform: platform as never, eventId })
      if (typeof payload !== 'object' || payload === null || !('event' in payload)) continue
      if (opensWith(vault.inboxKey, at, payload['event'])) continue
      const opened = openPayload(context, payload) as { readonly event: unknown }
      const data = { payload: { ...payload, event: sealJson(vault.inboxKey, at, opened.event) } }
      // one that was played meanwhile has no words any more
      count += (await database.prisma.inbox.updateMany({ where: { id, payload: { not: Prisma.DbNull } }, data })).count
    }
    if (rows.length < PAGE) return count
  }
}

/** Nothing is under the old key any more: from here on the new one alone opens the database. */
async function finish({ database, vault }: StoreContext): Promise<void> {
  await database.transact(async tx => {
    await tx.masterKey.update({ where: { id: KEY_ROWS.current }, data: { fingerprint: vault.fingerprint } })
    await tx.masterKey.deleteMany({ where: { id: KEY_ROWS.next } })
  })
}

/**
 * Brings all that is sealed under the new master key. `done` hears of each case. May be run again, also when it was cut off.
 * @throws StoreError 'wrong-key' when the store was opened without the old key
 */
export async function rotateKeys(context: StoreContext, done: () => void = () => {}): Promise<Rotation> {
  if (context.vault.oldFingerprint === undefined)
    throw new StoreError('wrong-key', 'to replace the master key both are needed, the new and the old one')
  let cases = 0
  let events = 0
  // processes that were started earlier may have added some meanwhile: until a whole walk finds none
  for (;;) {
    const [more, said] = [await rotateCases(context, done), await rotateEvents(context)]
    cases += more
    events += said
    if (more + said === 0) break
  }
  await finish(context)
  return { cases, events }
}
