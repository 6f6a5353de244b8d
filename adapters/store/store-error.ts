// What can be wrong with the database itself: the caller shows the message and stops, for but for a full disk none of it heals by retrying.

export type StoreErrorCode =
  /** another process holds the embedded database */
  | 'in-use'
  /** the database was migrated by a newer program */
  | 'newer'
  /** a migration in the program is not the one the database had */
  | 'migration-changed'
  /** the master key is not the one the database was made with */
  | 'wrong-key'
  /** a stored row is not what its schema says */
  | 'unreadable'
  /** there is no room on the disk: nothing was written */
  | 'full'
  /** a step returned something that must not be stored */
  | 'unstorable'

export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.code = code
  }
}
