// Opens the store: PostgreSQL by url, otherwise the embedded database in a folder, otherwise one in memory.
import { randomBytes } from 'node:crypto'
import { around } from './around.ts'
import { type ChatPace, release } from './chat-pace.ts'
import { take } from './claim.ts'
import type { StoreContext } from './context.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { announceDead, deadLetters, dropLetter, reviveLetter } from './dead-letters.ts'
import { begin, due, settle, threadOf } from './deliveries.ts'
import { type DeskAccess, deskAccess } from './desk-access.ts'
import { lastPosted, leadsOfDesk, postOnce, visitsOfDesk } from './desk-leads.ts'
import { windExpiries } from './expiries.ts'
import { exportChat } from './export.ts'
import { readHealth } from './health.ts'
import { startHousekeeping } from './housekeeping.ts'
import { caseOfThread, fail } from './inbox.ts'
import { openIntake } from './intake.ts'
import { masterKeyOf } from './key-file.ts'
import { readCase } from './lock-case.ts'
import { readChat, readDesks } from './messages.ts'
import { leaveOffice, takeOffice } from './offices.ts'
import { keepPaper, readPaper } from './papers.ts'
import { play } from './play.ts'
import { inviteCases, listeners } from './pre-offers.ts'
import { type Held, holdRestored } from './restored.ts'
import { type Rotation, rotateKeys } from './rotate-keys.ts'
import { KEY_BYTES } from './seal.ts'
import { peekSnapshot } from './snapshot.ts'
import type { Route, Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { ring, windLeads } from './timers.ts'
import { assertMasterKey, openVault } from './vault.ts'
import { visited } from './visited.ts'

export interface StoreOptions extends DatabaseOptions {
  readonly route: Route
  /** the time of day */
  readonly now: () => Date
  /** only ever goes on: for leases and pauses; without it `now` is taken to do so */
  readonly steady?: (() => Date) | undefined
  readonly newId: () => string
  /** 32 bytes. Without it the embedded database uses the key file of its folder, or in memory a key of its own. */
  readonly masterKey?: Buffer | undefined
  /** how fast the events of one chat are played; without it, as fast as they come */
  readonly pace?: ChatPace | undefined
  /** the one before, while it is being replaced */
  readonly oldMasterKey?: Buffer | undefined
}

/** An open store, with the database under it for what is not the bot's business: audit, backup, tests. */
export interface OpenStore extends Store {
  readonly database: Database
  /** who is signed in at the desk page */
  readonly access: DeskAccess
  /** Brings all that is sealed under the new master key; see rotate-keys.ts. */
  rotateKeys(done?: () => void): Promise<Rotation>
  /** After a backup was restored: holds what waited in it; see restored.ts. */
  holdRestored(): Promise<Held>
}

/** Told of every commit, outside the call that made it: a listener's fault is not the store's. */
function openListeners() {
  const listeners = new Set<() => void>()
  return {
    onChange: (listener: () => void) => {
      // each registration counts for itself, also of one function twice
      const entry = () => listener()
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    tell: () => {
      for (const listener of listeners) queueMicrotask(listener)
    },
  }
}

/** The folder's lock says that nobody else works here, so what a killed process had in hand is free at once. */
async function freeLeases({ database, steady }: StoreContext): Promise<void> {
  const data = { leaseUntil: steady() }
  await database.prisma.inbox.updateMany({ where: { lease: { not: null } }, data })
  await database.prisma.delivery.updateMany({ where: { lease: { not: null } }, data })
}

/** PostgreSQL is shared, so its key must be: a folder of this machine would give each process another one. */
function masterKeyFor({ masterKey, url, dir }: StoreOptions): Buffer {
  if (masterKey) return masterKey
  if (url !== undefined)
    throw new StoreError('wrong-key', 'a store on PostgreSQL needs the master key it was made with')
  return dir === undefined ? randomBytes(KEY_BYTES) : masterKeyOf(dir)
}

/** What a desk has before it beside its threads: its leads and visits in rows, its summaries, companies it may have asked. */
function deskPart(context: StoreContext, tell: () => void) {
  return {
    hasThread: async thread => (await caseOfThread(context.database.prisma, thread)) !== undefined,
    leadsOfDesk: desk => leadsOfDesk(context, desk),
    visitsOfDesk: desk => visitsOfDesk(context, desk),
    lastPosted: (desk, thread) => lastPosted(context, desk, thread),
    postOnce: async (desk, thread, slot, card) => {
      const posted = await postOnce(context, desk, thread, slot, card)
      if (posted) tell()
      return posted
    },
    listeners: () => listeners(context),
    inviteCases: (offer, cases) => inviteCases(context, offer, cases),
  } satisfies Partial<Store>
}

/** See Store for what it promises. Close it: the embedded database keeps the process alive and its folder locked. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { route, now, newId, steady = now, pace } = options
  const vault = openVault(masterKeyFor(options), options.oldMasterKey)
  const database = await openDatabase(options)
  const context: StoreContext = { database, vault, route, now, steady, newId, pace }
  try {
    await assertMasterKey(database.pool, vault)
    if (options.url === undefined) await freeLeases(context)
  } catch (error) {
    await database.close()
    throw error
  }
  const { onChange, tell } = openListeners()
  const stopHousekeeping = startHousekeeping(context)
  return {
    database,
    rotateKeys: done => rotateKeys(context, done),
    holdRestored: () => holdRestored(context),
    access: deskAccess(context),
    accept: openIntake(context),
    take: most => take(context, most),
    next: async () => (await take(context, 1))[0],
    play: async (item, step) => {
      const result = await play(context, item, step)
      if (result === 'played') tell()
      return result
    },
    ...deskPart(context, tell),
    around: (caseId, firm) => around(context, caseId, firm),
    ring: () => ring(context),
    release: () => release(context),
    windLeads: () => windLeads(context),
    windExpiries: quietSince => windExpiries(context, quietSince),
    caseOf: received => readCase(context, received),
    caseOfItem: async item => peekSnapshot(context, item) ?? readCase(context, item.received),
    fail: (item, code) => fail(context, item, code),
    conversation: (platform, peer, afterId) => readChat(context, platform, peer, afterId),
    desks: (afterId, only) => readDesks(context, afterId, only),
    onChange,
    due: platform => due(context, platform),
    begin: delivery => begin(context, delivery),
    settle: (delivery, result) => settle(context, delivery, result),
    threadOf: (platform, address, externalId) => threadOf(context, platform, address, externalId),
    takeOffice: (office, holder, ms) => takeOffice(context, office, holder, ms),
    leaveOffice: (office, holder) => leaveOffice(context, office, holder),
    health: () => readHealth(context),
    deadLetters: () => deadLetters(context),
    reviveLetter: (kind, id) => reviveLetter(context, kind, id),
    dropLetter: (kind, id) => dropLetter(context, kind, id),
    announceDead: async (desk, cardOf) => {
      const letters = await announceDead(context, desk, cardOf)
      if (letters.length > 0) tell()
      return letters
    },
    exportChat: (platform, peer) => exportChat(context, platform, peer),
    keepPaper: (platform, peer, paper, bytes) => keepPaper(context, platform, peer, paper, bytes),
    paper: (id, reader) => readPaper(context, id, reader),
    visited: team => visited(context, team),
    close: async () => {
      await stopHousekeeping()
      await database.close()
    },
  }
}
