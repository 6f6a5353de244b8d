// Signing in with a work account, against an OpenID provider on this machine: the way in, and everything that must not be one.
import { createServer } from 'node:net'
import { type MutableToken, OAuth2Server } from 'oauth2-mock-server'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { WebOptions } from '../../../adapters/web/server.ts'
import { call } from './client.ts'
import { type Browser, openBrowser, PEOPLE, useStaff } from './staff-scene.ts'

const { clock, start, list, sessions, audit } = useStaff()
const CLIENT = { clientId: 'yinqi-bridge', clientSecret: 'a-secret-of-the-test' }
const ATTEMPT_MS = 600_000

const provider = new OAuth2Server()
beforeAll(async () => {
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, '127.0.0.1')
})
afterAll(() => provider.stop())
afterEach(() => provider.service.removeAllListeners())

/** The redirect address must be known before the server listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof at === 'object' && at !== null ? at.port : expect.unreachable('no port')
}

async function startBank(issuer = provider.issuer.url ?? '', options: Partial<WebOptions> = {}) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const web = await start({ ways: ['oidc'], oidc: { issuer, ...CLIENT } }, { port, origin, ...options })
  return { ...web, browser: () => openBrowser(web.address, origin) }
}

/** What the provider says of the account in its tokens from now on; `forge` changes them after that. */
function account(claims: object, forge: (token: MutableToken) => void = () => {}): void {
  provider.service.removeAllListeners('beforeTokenSigning')
  // asked for the access token and for the id token
  provider.service.on('beforeTokenSigning', (token: MutableToken) => {
    Object.assign(token.payload, claims)
    forge(token)
  })
}

const pathOf = (url: string) => new URL(url).pathname + new URL(url).search

/** Follows the browser to the provider and back; the answer to its coming back. */
async function goThrough(browser: Browser, alter: (back: URL) => void = () => {}) {
  const begun = await browser.get('/desk/oidc')
  const to = String(begun.headers['location'])
  const sent = await fetch(to, { redirect: 'manual' })
  const back = new URL(sent.headers.get('location') ?? '')
  alter(back)
  return { to: new URL(to), back: back.href, answer: await browser.get(pathOf(back.href)) }
}
const whyOf = (answer: { headers: { location?: string | undefined } }) => answer.headers.location

test('a listed account comes in by code, PKCE, state and nonce, at every desk that lists it', async () => {
  const { browser, address } = await startBank()
  account({ sub: 'sub-zhao' })
  const zhao = browser()
  const { to, answer } = await goThrough(zhao)
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'yinqi-bridge',
    redirect_uri: `${address}/desk/oidc/back`,
    code_challenge_method: 'S256',
    scope: 'openid email profile',
  })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(to.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
  expect([answer.status, answer.headers['location']]).toEqual([303, '/desk'])
  expect(await zhao.me()).toMatchObject({ id: 'zhao-bank', desks: ['harbour-bank', 'tax-team'] })
  expect([...zhao.jar.keys()]).toEqual(['yinqi_desk'])
  expect(await audit()).toEqual(['desk.entered zhao-bank zhao-team oidc'])
})

test('a verified address will do, one that is not verified will not, and who is not listed stays outside', async () => {
  const { browser } = await startBank()
  account({ sub: 'unknown', email: 'Wang@Harbour.example', email_verified: true })
  const wang = browser()
  expect(whyOf((await goThrough(wang)).answer)).toBe('/desk')
  expect((await wang.me()).id).toBe('wang')
  for (const claims of [
    { sub: 'unknown', email: 'wang@harbour.example' },
    { sub: 'unknown', email: 'wang@harbour.example', email_verified: false },
    { sub: 'unknown', email: 'wang@harbour.example', email_verified: 'true' },
    // a sub that looks like somebody's address is no address
    { sub: 'email:wang@harbour.example' },
    { sub: 'wang' },
  ]) {
    account(claims)
    const stranger = browser()
    expect([claims, whyOf((await goThrough(stranger)).answer)]).toEqual([claims, '/desk/sign-in?why=not-listed'])
    expect(stranger.jar.size).toBe(0)
  }
  expect(await sessions()).toBe(1)
  expect((await audit()).filter(row => row.startsWith('desk.refused'))).toHaveLength(5)
})

test('an account that is taken off the list, or off its person, is out', async () => {
  const { browser } = await startBank()
  account({ sub: 'sub-li' })
  const li = browser()
  await goThrough(li)
  expect((await li.me()).id).toBe('li')
  list(PEOPLE.map(one => (one.id === 'li' ? { ...one, accounts: ['oidc:another'] } : one)))
  expect((await li.me()).error).toBe('not-signed-in')
})

const second = 1000
test.each<[string, (token: MutableToken) => void]>([
  ['a nonce of another attempt', ({ payload }) => Object.assign(payload, { nonce: 'n'.repeat(43) })],
  ['no nonce', ({ payload }) => Reflect.deleteProperty(payload, 'nonce')],
  ['an audience of another application', ({ payload }) => Object.assign(payload, { aud: 'another-application' })],
  ['another issuer', ({ payload }) => Object.assign(payload, { iss: 'https://evil.example' })],
  ['a token that is over', ({ payload }) => Object.assign(payload, { exp: Math.floor(Date.now() / second) - 3_600 })],
  ['no subject', ({ payload }) => Reflect.deleteProperty(payload, 'sub')],
  ['a key that is not the provider’s', ({ header }) => Object.assign(header, { kid: 'unknown-key' })],
])('%s: nobody comes in', async (_what, forge) => {
  const { browser } = await startBank()
  account({ sub: 'sub-wang' }, forge)
  const wang = browser()
  expect(whyOf((await goThrough(wang)).answer)).toBe('/desk/sign-in?why=failed')
  expect([await sessions(), wang.jar.size]).toEqual([0, 0])
})

test('an id token signed by nobody, or by somebody else, counts nothing', async () => {
  const { browser } = await startBank()
  const forge = (change: (parts: string[]) => string[]) =>
    provider.service.once('beforeResponse', (response: { body: Record<string, unknown> | '' }) => {
      if (response.body === '') return
      const parts = String(response.body['id_token']).split('.')
      response.body['id_token'] = change(parts).join('.')
    })
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const change of [
    ([, payload = '']: string[]) => [encode({ alg: 'none' }), payload, ''],
    ([header = '', payload = '', signature = '']: string[]) => [
      header,
      payload,
      `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    ],
    ([header = '', payload = '', signature = '']: string[]) => {
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
      return [header, encode({ ...claims, sub: 'sub-li' }), signature]
    },
  ]) {
    account({ sub: 'sub-wang' })
    forge(change)
    expect(whyOf((await goThrough(browser())).answer)).toBe('/desk/sign-in?why=failed')
  }
  expect(await sessions()).toBe(0)
})

test('a wrong state, a missing code, an error of the provider and doubled answers lead back to the sign-in page', async () => {
  const { browser } = await startBank()
  const alterations: ((back: URL) => void)[] = [
    back => back.searchParams.set('state', 's'.repeat(43)),
    back => back.searchParams.delete('state'),
    back => back.searchParams.delete('code'),
    back => back.searchParams.append('state', 's'),
    back => {
      back.search = '?error=access_denied&state=x'
    },
    back => {
      back.search = ''
    },
  ]
  for (const alter of alterations) {
    expect(whyOf((await goThrough(browser(), alter)).answer)).toBe('/desk/sign-in?why=failed')
  }
  expect(await sessions()).toBe(0)
})

test('what one browser began no other can finish, nor the same one twice, nor after ten minutes', async () => {
  const { browser } = await startBank()
  account({ sub: 'sub-wang' })
  const wang = browser()
  const { back } = await goThrough(wang)
  expect((await wang.me()).id).toBe('wang')
  // replayed: the attempt is used up in this browser, and unknown in every other
  for (const again of [wang, browser()]) expect(whyOf(await again.get(pathOf(back)))).toBe('/desk/sign-in?why=failed')
  // an attacker's own answer, slipped to a victim who has an attempt of its own under way
  const victim = browser()
  await victim.get('/desk/oidc')
  const sent = await fetch(String((await browser().get('/desk/oidc')).headers['location']), { redirect: 'manual' })
  expect(whyOf(await victim.get(pathOf(sent.headers.get('location') ?? '')))).toBe('/desk/sign-in?why=failed')
  const late = browser()
  const begun = await late.get('/desk/oidc')
  const lateBack = await fetch(String(begun.headers['location']), { redirect: 'manual' })
  clock.pass(ATTEMPT_MS + second)
  expect(whyOf(await late.get(pathOf(lateBack.headers.get('location') ?? '')))).toBe('/desk/sign-in?why=failed')
  expect(await sessions()).toBe(1)
})

test('a provider that is away is said kindly, and asked again next time; links are not offered where only accounts are', async () => {
  const port = await freePort()
  const { browser, address } = await startBank(`http://127.0.0.1:${port}`)
  expect(whyOf(await browser().get('/desk/oidc'))).toBe('/desk/sign-in?why=away')
  expect((await call(address, '/desk/sign-in')).text).toContain('data-ways="oidc"')
  expect((await browser().post('/desk/enter', { link: 'x'.repeat(43) })).status).toBe(404)
  const late = new OAuth2Server()
  await late.issuer.keys.generate('RS256')
  await late.start(port, '127.0.0.1')
  late.issuer.url = `http://127.0.0.1:${port}`
  try {
    expect((await browser().get('/desk/oidc')).headers['location']).toContain(`http://127.0.0.1:${port}/authorize`)
  } finally {
    await late.stop()
  }
})
