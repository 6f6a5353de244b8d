// The case of a claimed event as it stood at the claim. It spares the turn a look at the database: the turn may be thought out
// on it, and is written only if the case is still the same (see quick-turn.ts).
import type { Case } from '#bot'
import type { StoreContext } from './context.ts'
import type { InboxItem } from './store.ts'
import { readState } from './write-case.ts'

/** A row of `conversation` with its key, as a claim brings it. */
export interface CaseRow {
  readonly id: string
  /** changes with every change of the row: the number of the transaction that wrote it */
  readonly version: string
  readonly state: unknown
  /** null in a case of an earlier version of the program */
  readonly wrapped: string | null
}

export interface Snapshot {
  readonly version: string
  readonly case: Case
  readonly key: Buffer
}

interface Kept {
  readonly row: CaseRow
  /** end of the lease: later, somebody else may have played the event */
  readonly until: Date
  parsed?: Case
}

const kept = new WeakMap<InboxItem, Kept>()

/** Notes with what case an event was claimed. */
export function keepSnapshot(item: InboxItem, row: CaseRow, until: Date): void {
  kept.set(item, { row, until })
}

function open({ vault }: StoreContext, one: Kept, wrapped: string): Snapshot {
  const { id, version, state } = one.row
  const key = vault.unwrap(id, wrapped)
  one.parsed ??= readState(key, id, state)
  return { version, case: one.parsed, key }
}

/** The case as it was when the event was claimed; undefined when the claim brought none. For reading only. */
export function peekSnapshot(context: StoreContext, item: InboxItem): Case | undefined {
  const one = kept.get(item)
  return one && one.row.wrapped !== null ? open(context, one, one.row.wrapped).case : undefined
}

/** The same for the turn itself: once, and only while the lease lasts. */
export function takeSnapshot(context: StoreContext, item: InboxItem): Snapshot | undefined {
  const one = kept.get(item)
  kept.delete(item)
  if (!one || one.row.wrapped === null || context.steady() >= one.until) return undefined
  return open(context, one, one.row.wrapped)
}
