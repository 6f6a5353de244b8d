// Links and sessions of the desk page: used once, gone when ended, and every step in the audit chain.
import { expect, test } from 'vitest'
import type { NewSession } from '../../../adapters/store/desk-access.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import type { Backend, Open } from './contract.ts'

const HOUR_MS = 3_600_000
const everybody = () => true

const after = ({ clock }: Backend, ms: number): Date => new Date(clock.now().getTime() + ms)
const session = (backend: Backend, hash: string, over: Partial<NewSession> = {}): NewSession => ({
  hash,
  at: backend.clock.now(),
  until: after(backend, HOUR_MS),
  ...over,
})

/** Verb, by and detail of every row of the chain. */
async function rows({ store }: Backend): Promise<string[]> {
  const found = await store.database.prisma.audit.findMany({ orderBy: { seq: 'asc' } })
  return found.map(({ verb, by, detail }) => [verb, by, detail].filter(Boolean).join(' '))
}

export function accessContract(open: Open): void {
  test('of many who use one link at once, one gets in', async () => {
    const backend = open()
    const { store, other } = backend
    await store.access.issueLink({ hash: 'link', person: 'wang', until: after(backend, HOUR_MS) })
    const tries = Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? store : other).access.enterByLink('link', session(backend, `session-${index}`), everybody),
    )
    const entered = await Promise.all(tries)
    expect(entered.filter(person => person === 'wang')).toHaveLength(1)
    const winner = `session-${entered.indexOf('wang')}`
    expect(await store.access.deskSession(winner)).toMatchObject({ people: ['wang'], account: undefined })
    expect(await store.database.prisma.deskSession.count()).toBe(1)
    expect(await rows(backend)).toEqual(['desk.link-issued operator', 'desk.entered wang link'])
    expect((await verifyAudit(store)).ok).toBe(true)
  })

  test('a link that is too old, whose person has left, or that nobody issued opens nothing and is used up', async () => {
    const backend = open()
    const { access } = backend.store
    await access.issueLink({ hash: 'old', person: 'wang', until: backend.clock.now() })
    await access.issueLink({ hash: 'left', person: 'li', until: after(backend, HOUR_MS) })
    expect(await access.enterByLink('old', session(backend, 'a'), everybody)).toBeUndefined()
    expect(await access.enterByLink('left', session(backend, 'b'), () => false)).toBeUndefined()
    expect(await access.enterByLink('left', session(backend, 'c'), everybody)).toBeUndefined()
    expect(await access.enterByLink('none', session(backend, 'd'), everybody)).toBeUndefined()
    expect(await backend.store.database.prisma.deskSession.count()).toBe(0)
    expect((await rows(backend)).filter(row => row.startsWith('desk.refused'))).toEqual([
      'desk.refused wang expired',
      'desk.refused li not-listed',
    ])
  })

  test('given over twice, a link is one link, also after it was used', async () => {
    const backend = open()
    const { access } = backend.store
    const link = { hash: 'twice', person: 'wang', until: after(backend, HOUR_MS) }
    await access.issueLink(link)
    await access.issueLink(link)
    expect(await rows(backend)).toEqual(['desk.link-issued operator'])
  })

  test('a new sign-in ends the session the browser had; others of the person stay', async () => {
    const backend = open()
    const { access } = backend.store
    await access.enterByAccount('oidc:1', ['wang', 'wang-2'], session(backend, 'first'))
    await access.enterByAccount('oidc:1', ['wang', 'wang-2'], session(backend, 'second'))
    await access.enterByAccount('oidc:1', ['wang'], session(backend, 'third', { replaces: 'first' }))
    expect(await access.deskSession('first')).toBeUndefined()
    expect(await access.deskSession('second')).toMatchObject({ people: ['wang', 'wang-2'], account: 'oidc:1' })
  })

  test('signing out ends one session, signing out everywhere all of them and the links not yet used', async () => {
    const backend = open()
    const { access } = backend.store
    for (const hash of ['a', 'b', 'c'])
      await access.enterByAccount('oidc:1', ['wang', 'wang-2'], session(backend, hash))
    await access.enterByAccount('oidc:2', ['li'], session(backend, 'd'))
    await access.issueLink({ hash: 'link', person: 'wang-2', until: after(backend, HOUR_MS) })
    await access.endDesk('a', 'asked')
    await access.endDesk('a', 'asked')
    expect(await access.deskSession('a')).toBeUndefined()
    expect(await access.endDesksOf('wang-2', 'wang-2')).toBe(2)
    expect(await access.deskSession('d')).toMatchObject({ people: ['li'] })
    expect(await access.enterByLink('link', session(backend, 'e'), everybody)).toBeUndefined()
    expect((await rows(backend)).slice(-2)).toEqual(['desk.left wang wang-2 asked', 'desk.left-everywhere wang-2'])
  })

  test('what was done last is kept, and never put back', async () => {
    const backend = open()
    const { access } = backend.store
    await access.enterByAccount('oidc:1', ['wang'], session(backend, 'a'))
    await access.seenDesk('a', after(backend, HOUR_MS))
    await access.seenDesk('a', backend.clock.now())
    expect((await access.deskSession('a'))?.seenAt).toEqual(after(backend, HOUR_MS))
  })
}
