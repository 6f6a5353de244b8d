// Two banks and a team whose people sign in, on the real store of sessions, and browsers that keep their cookies.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Person, Staffing } from '#bot'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { WebOptions } from '../../../adapters/web/server.ts'
import { newLink } from '../../../adapters/web/staff/links.ts'
import type { SignInOptions } from '../../../adapters/web/staff/sign-in.ts'
import { emptyTables, openClock, openMemoryStore, type TestClock } from '../../support/store.ts'
import { type Answer, call } from './client.ts'
import { serve } from './serve.ts'

export const MINUTE_MS = 60_000
export const IDLE_MS = 60 * MINUTE_MS
export const LIFE_MS = 12 * 60 * MINUTE_MS

const person = (id: string, desk: string, over: Partial<Person> = {}): Person => ({
  id,
  name: `名单上的${id}`,
  desk,
  role: 'clerk',
  accounts: [],
  hours: [{ from: 540, to: 1_050 }],
  share: 1,
  absences: [],
  ...over,
})

/** wang at one bank, li at another, zhao with one account at a bank and a team. */
export const PEOPLE: readonly Person[] = [
  person('wang', 'harbour-bank', { accounts: ['oidc:sub-wang', 'email:wang@harbour.example'] }),
  person('wang-2', 'harbour-bank', { accounts: ['oidc:sub-wang-2'], role: 'manager' }),
  person('li', 'river-bank', { accounts: ['oidc:sub-li'] }),
  person('zhao-bank', 'harbour-bank', { accounts: ['oidc:sub-zhao'] }),
  person('zhao-team', 'tax-team', { accounts: ['oidc:sub-zhao'] }),
]

export const staffingOf = (people: readonly Person[]): Staffing => ({
  hours: [{ from: 540, to: 1_050 }],
  branches: new Map(),
  people: new Map(people.map(one => [one.id, one])),
})

/** A browser: keeps what the server sets, says where it posts from, and sends the token of its page. */
export function openBrowser(address: string, origin = address) {
  const jar = new Map<string, string>()
  let token: string | undefined
  const take = (answer: Answer): Answer => {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=', 2)
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const sent = (headers: Record<string, string>) => ({
    ...(jar.size > 0 ? { cookie: cookie() } : {}),
    ...headers,
  })
  return {
    jar,
    cookie,
    token: () => token,
    get: async (path: string, headers: Record<string, string> = {}) =>
      take(await call(address, path, { headers: sent(headers) })),
    post: async (path: string, body: object, headers: Record<string, string> = {}) =>
      take(
        await call(address, path, {
          method: 'POST',
          body,
          headers: sent({ origin, ...(token ? { 'x-yinqi-token': token } : {}), ...headers }),
        }),
      ),
    /** Reads who it is, as the page does at start. */
    me: async (): Promise<{ id?: string; name?: string; token?: string; desks?: string[]; error?: string }> => {
      const answer = take(await call(address, '/desk/me', { headers: sent({}) }))
      const me = JSON.parse(answer.text)
      token = typeof me.token === 'string' ? me.token : undefined
      return me
    },
  }
}
export type Browser = ReturnType<typeof openBrowser>

/** `start`, `link` and the list of people for one test file; the store of sessions is emptied before each test. */
export function useStaff() {
  const clock: TestClock = openClock('2026-11-23T01:00:00.000Z')
  let store: OpenStore
  let people: readonly Person[] = PEOPLE
  beforeAll(async () => {
    store = await openMemoryStore({ now: clock.now })
  })
  afterAll(() => store.close())
  beforeEach(async () => {
    people = PEOPLE
    await emptyTables(store)
  })
  const link = async (id: string): Promise<string> => {
    const { url, kept } = newLink(id, 'http://bridge', clock.now())
    await store.access.issueLink(kept)
    return url.split('#')[1] ?? ''
  }
  const start = async (signIn: Partial<SignInOptions> = {}, options: Partial<WebOptions> = {}) => {
    const own = {
      access: store.access,
      staffing: () => staffingOf(people),
      ways: ['link'],
      idleMs: IDLE_MS,
      lifeMs: LIFE_MS,
      ...signIn,
    } as const
    return serve({ now: clock.now, signIn: own, ...options })
  }
  /** A browser of this person, in by a link of their own. */
  const enter = async (address: string, id: string, origin = address): Promise<Browser> => {
    const browser = openBrowser(address, origin)
    const answer = await browser.post('/desk/enter', { link: await link(id) })
    if (answer.status !== 204) throw new Error(`${id} did not get in: ${answer.status} ${answer.text}`)
    await browser.me()
    return browser
  }
  return {
    clock,
    link,
    start,
    enter,
    /** From now on only these are listed. */
    list: (only: readonly Person[]) => {
      people = only
    },
    sessions: () => store.database.prisma.deskSession.count(),
    /** Verb, object, by and detail of the chain's rows. */
    audit: async () => {
      const rows = await store.database.prisma.audit.findMany({ orderBy: { seq: 'asc' } })
      return rows.map(({ verb, by, detail }) => [verb, by, detail].filter(Boolean).join(' '))
    },
  }
}
