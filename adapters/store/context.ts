// What every part of the store works with: the open database, and what openStore was given.

import type { ChatPace } from './chat-pace.ts'
import type { Database } from './database.ts'
import type { Route } from './store.ts'
import type { Vault } from './vault.ts'

export interface StoreContext {
  readonly database: Database
  readonly vault: Vault
  readonly route: Route
  /** the time of day */
  readonly now: () => Date
  /** only ever goes on: for leases and pauses */
  readonly steady: () => Date
  readonly newId: () => string
  /** how fast the events of one chat are played; without it, as fast as they come */
  readonly pace?: ChatPace | undefined
}

export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
