// Who is signed in: a session lasts while it is used, not longer than a working day, and only while its people are listed in
// bot/people.yaml. That is asked at every request, so leaving the list ends it.
import { type Person, peopleWith, type Staffing } from '#bot'
import type { DeskAccess, DeskSession, NewSession } from '../../store/desk-access.ts'
import { derived, hashOf, isSecret, newSecret } from './secrets.ts'

/** "Used just now" is written down once in this while. */
const SEEN_MS = 60_000
/** An open stream asks the database this often whether its session still lives. */
const RECHECK_MS = 5_000
const RECHECKED_MAX = 5_000

export interface Signed {
  /** hash of the session's secret */
  readonly id: string
  /** one for each desk */
  readonly people: readonly Person[]
  /** what a page must send with every post; no other site can know it */
  readonly token: string
}

export interface Sessions {
  /** Who is behind a cookie. `using`: somebody does something, so the session begins to idle anew. */
  readonly find: (secret: string | undefined, using: boolean) => Promise<Signed | undefined>
  /** Who a session is for, for streams, which ask often: a little old at most. */
  readonly watch: (id: string) => Promise<readonly Person[]>
  /** Uses a one-time link up; the secret of the new session, or undefined. */
  readonly enterByLink: (link: string, before: string | undefined) => Promise<string | undefined>
  /** For accounts that the provider vouches for; undefined: none of them is listed. */
  readonly enterByAccounts: (accounts: readonly string[], before: string | undefined) => Promise<string | undefined>
  readonly leave: (signed: Signed) => Promise<void>
  readonly leaveEverywhere: (signed: Signed) => Promise<void>
}

export interface SessionsOptions {
  readonly access: DeskAccess
  /** the list of people as it is now */
  readonly staffing: () => Staffing
  readonly now: () => Date
  readonly idleMs: number
  /** from signing in to the end, however busy */
  readonly lifeMs: number
}

/** Those of a session who are still listed, with the account they came by. */
function stillListed(staffing: Staffing, { people, account }: DeskSession): readonly Person[] {
  return people.flatMap(id => {
    const person = staffing.people.get(id)
    return person && (account === undefined || person.accounts.includes(account)) ? [person] : []
  })
}

export function createSessions({ access, staffing, now, idleMs, lifeMs }: SessionsOptions): Sessions {
  const checked = new Map<string, { readonly session: DeskSession | undefined; readonly at: number }>()

  const endOf = (session: DeskSession): string | undefined => {
    const at = now().getTime()
    if (session.until.getTime() <= at) return 'over'
    if (session.seenAt.getTime() + idleMs <= at) return 'idle'
    return stillListed(staffing(), session).length === 0 ? 'not-listed' : undefined
  }
  /** The session, if it still lives; one that does not is taken out. */
  const living = async (id: string): Promise<DeskSession | undefined> => {
    const session = await access.deskSession(id)
    const why = session && endOf(session)
    if (why === undefined) return session
    checked.delete(id)
    await access.endDesk(id, why)
    return undefined
  }
  const begin = (before: string | undefined): { readonly secret: string; readonly session: NewSession } => {
    const secret = newSecret()
    const at = now()
    const until = new Date(at.getTime() + lifeMs)
    const replaces = isSecret(before) ? hashOf(before) : undefined
    return { secret, session: { hash: hashOf(secret), at, until, replaces } }
  }

  return {
    find: async (secret, using) => {
      if (!isSecret(secret)) return undefined
      const id = hashOf(secret)
      const session = await living(id)
      if (!session) return undefined
      const at = now()
      if (using && at.getTime() - session.seenAt.getTime() >= SEEN_MS) await access.seenDesk(id, at)
      return { id, people: stillListed(staffing(), session), token: derived(secret, 'token') }
    },
    watch: async id => {
      const at = now().getTime()
      let known = checked.get(id)
      if (!known || at - known.at >= RECHECK_MS) {
        if (checked.size >= RECHECKED_MAX) checked.clear()
        known = { session: await living(id), at }
        checked.set(id, known)
      }
      const { session } = known
      return session && endOf(session) === undefined ? stillListed(staffing(), session) : []
    },
    enterByLink: async (link, before) => {
      if (!isSecret(link)) return undefined
      const { secret, session } = begin(before)
      const person = await access.enterByLink(hashOf(link), session, id => staffing().people.has(id))
      return person === undefined ? undefined : secret
    },
    enterByAccounts: async (accounts, before) => {
      for (const account of accounts) {
        const people = peopleWith(staffing(), account).map(({ id }) => id)
        if (people.length === 0) continue
        const { secret, session } = begin(before)
        await access.enterByAccount(account, people, session)
        return secret
      }
      const by = accounts[0] ?? 'nobody'
      await access.noteDesk({ verb: 'desk.refused', object: 'account', by, detail: 'not-listed' })
      return undefined
    },
    leave: async ({ id }) => {
      checked.delete(id)
      await access.endDesk(id, 'asked')
    },
    leaveEverywhere: async ({ people }) => {
      checked.clear()
      for (const { id } of people) await access.endDesksOf(id, id)
    },
  }
}
