// Who is signed in at the desk page: one-time links and sessions, by hashes of their secrets. What is granted, ended and
// refused goes into the audit chain in the same transaction.
import type { AuditEvent } from '#bot'
import { appendAudit, lockChain } from './audit.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'

/** A session that begins now. Its secret is in the browser alone. */
export interface NewSession {
  /** hash of the secret, fresh */
  readonly hash: string
  readonly at: Date
  /** the end, whatever is done until then */
  readonly until: Date
  /** the session this browser had before: it ends */
  readonly replaces?: string | undefined
}

export interface DeskSession {
  /** ids of listed people, one a desk */
  readonly people: readonly string[]
  /** the account at the sign-in provider; undefined after a one-time link */
  readonly account?: string | undefined
  /** when something was last done with it */
  readonly seenAt: Date
  readonly until: Date
}

/** What the store offers for signing in. Times come from the caller, who also decides what is too old. */
export interface DeskAccess {
  /** Keeps a link that may be used once until then. */
  issueLink(link: { readonly hash: string; readonly person: string; readonly until: Date }): Promise<void>
  /** Uses a link up and begins its session, if `admits` its person; undefined, and no session, in every other case. */
  enterByLink(link: string, session: NewSession, admits: (person: string) => boolean): Promise<string | undefined>
  /** Begins the session of an account that the sign-in provider vouches for. */
  enterByAccount(account: string, people: readonly string[], session: NewSession): Promise<void>
  /** The session behind a hash, ended or not begun: undefined. */
  deskSession(hash: string): Promise<DeskSession | undefined>
  seenDesk(hash: string, at: Date): Promise<void>
  /** Signs one browser out; `why` goes into the audit chain. */
  endDesk(hash: string, why: string): Promise<void>
  /** Signs a person out everywhere and takes back links not yet used; how many sessions that were. */
  endDesksOf(person: string, by: string): Promise<number>
  /** A row in the audit chain that belongs to no case. */
  noteDesk(event: AuditEvent): Promise<void>
}

/** Enough of a hash to tell sessions apart in the audit chain. */
const NAME_CHARS = 12
const nameOf = (hash: string): string => hash.slice(0, NAME_CHARS)

async function note(tx: Transaction, context: StoreContext, event: AuditEvent): Promise<void> {
  await appendAudit(tx, context, await lockChain(tx), null, [event])
}

async function begin(
  tx: Transaction,
  { hash, at, until, replaces }: NewSession,
  people: readonly string[],
  account: string | null,
): Promise<void> {
  if (replaces !== undefined) await tx.deskSession.deleteMany({ where: { hash: replaces } })
  await tx.deskSession.create({ data: { hash, people: [...people], account, openedAt: at, seenAt: at, until } })
}

async function enterByLink(
  context: StoreContext,
  link: string,
  session: NewSession,
  admits: (person: string) => boolean,
): Promise<string | undefined> {
  return context.database.transact(async tx => {
    const found = await tx.deskLink.findUnique({ where: { hash: link } })
    if (!found) return undefined
    // of two who use it at once, one deletes it
    const { count } = await tx.deskLink.deleteMany({ where: { hash: link } })
    if (count === 0) return undefined
    const { person, until } = found
    const why = until <= session.at ? 'expired' : admits(person) ? undefined : 'not-listed'
    if (why === undefined) await begin(tx, session, [person], null)
    const verb = why === undefined ? 'desk.entered' : 'desk.refused'
    await note(tx, context, { verb, object: nameOf(session.hash), by: person, detail: why ?? 'link' })
    return why === undefined ? person : undefined
  })
}

async function endDesksOf(context: StoreContext, person: string, by: string): Promise<number> {
  return context.database.transact(async tx => {
    await tx.deskLink.deleteMany({ where: { person } })
    const { count } = await tx.deskSession.deleteMany({ where: { people: { has: person } } })
    await note(tx, context, { verb: 'desk.left-everywhere', object: person, by })
    return count
  })
}

/** Sessions and links whose time is over. */
export async function forgetDesks({ database: { prisma }, now }: StoreContext): Promise<void> {
  const over = { where: { until: { lt: now() } } }
  await prisma.deskSession.deleteMany(over)
  await prisma.deskLink.deleteMany(over)
}

/** See DeskAccess. */
export function deskAccess(context: StoreContext): DeskAccess {
  const { database } = context
  const { prisma } = database
  return {
    issueLink: async ({ hash, person, until }) => {
      await database.transact(async tx => {
        // given over twice by a process that ended in between: the same link
        const { count } = await tx.deskLink.createMany({ data: [{ hash, person, until }], skipDuplicates: true })
        if (count > 0) await note(tx, context, { verb: 'desk.link-issued', object: person, by: 'operator' })
      })
    },
    enterByLink: (link, session, admits) => enterByLink(context, link, session, admits),
    enterByAccount: async (account, people, session) => {
      await database.transact(async tx => {
        await begin(tx, session, people, account)
        const by = people.join(' ')
        await note(tx, context, { verb: 'desk.entered', object: nameOf(session.hash), by, detail: 'oidc' })
      })
    },
    deskSession: async hash => {
      const row = await prisma.deskSession.findUnique({ where: { hash } })
      return row ? { ...row, account: row.account ?? undefined } : undefined
    },
    seenDesk: async (hash, at) => {
      await prisma.deskSession.updateMany({ where: { hash, seenAt: { lt: at } }, data: { seenAt: at } })
    },
    endDesk: async (hash, why) => {
      await database.transact(async tx => {
        const row = await tx.deskSession.findUnique({ where: { hash }, select: { people: true } })
        const { count } = await tx.deskSession.deleteMany({ where: { hash } })
        if (row && count > 0)
          await note(tx, context, { verb: 'desk.left', object: nameOf(hash), by: row.people.join(' '), detail: why })
      })
    },
    endDesksOf: (person, by) => endDesksOf(context, person, by),
    noteDesk: event => database.transact(tx => note(tx, context, event)),
  }
}
