// Settings of signing in: what fits together is read, what contradicts itself refuses the start and names the variable.
import { expect, test } from 'vitest'
import { ConfigFault, readConfig } from '../../adapters/config.ts'

const OIDC = {
  DESK_SIGN_IN: 'link,oidc',
  PUBLIC_ORIGIN: 'https://bridge.example.cn',
  OIDC_ISSUER: 'https://login.example.cn',
  OIDC_CLIENT_ID: 'yinqi',
  OIDC_CLIENT_SECRET: 'never-to-be-printed',
}
const MINUTE_MS = 60_000

/** The variables that a faulty environment is told about. */
function blamed(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error
    expect(error.message).not.toContain('never-to-be-printed')
    return error.problems.map(problem => problem.split(':')[0] ?? '')
  }
  return []
}

test('without any setting there is no sign-in; with them it is read, and the public name with it', () => {
  expect(readConfig({}).signIn).toBeUndefined()
  const config = readConfig({ ...OIDC, DESK_IDLE_MINUTES: '30', TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' })
  expect(config.signIn).toEqual({
    ways: ['link', 'oidc'],
    idleMs: 30 * MINUTE_MS,
    lifeMs: 12 * 60 * MINUTE_MS,
    oidc: { issuer: 'https://login.example.cn', clientId: 'yinqi', clientSecret: 'never-to-be-printed' },
  })
  expect(config).toMatchObject({
    publicOrigin: 'https://bridge.example.cn',
    publicNames: ['bridge.example.cn'],
    trustedProxies: ['loopback', '10.0.0.0/8'],
  })
  // a local origin announces no proxy
  expect(readConfig({ PUBLIC_ORIGIN: 'http://127.0.0.1:3210' }).publicNames).toEqual([])
})

test.each<[Record<string, string>, string[]]>([
  [{ DESK_SIGN_IN: 'password' }, ['DESK_SIGN_IN']],
  [{ DESK_SIGN_IN: 'oidc' }, ['PUBLIC_ORIGIN', 'OIDC_ISSUER', 'OIDC_CLIENT_ID']],
  [{ DESK_SIGN_IN: 'link', HOST: '0.0.0.0' }, ['PUBLIC_ORIGIN']],
  [{ DESK_SIGN_IN: 'link', HOST: '0.0.0.0', PUBLIC_ORIGIN: 'http://localhost:3210' }, ['PUBLIC_ORIGIN']],
  [{ ...OIDC, PUBLIC_ORIGIN: 'http://bridge.example.cn' }, ['PUBLIC_ORIGIN']],
  [{ ...OIDC, PUBLIC_ORIGIN: 'https://bridge.example.cn/desk' }, ['PUBLIC_ORIGIN']],
  [{ ...OIDC, OIDC_ISSUER: 'http://login.example.cn' }, ['OIDC_ISSUER']],
  [{ ...OIDC, OIDC_ISSUER: 'nonsense' }, ['OIDC_ISSUER']],
  [{ DESK_IDLE_MINUTES: '0', DESK_HOURS: '48' }, ['DESK_IDLE_MINUTES', 'DESK_HOURS']],
  [{ WIDGET_ORIGINS: 'https://a.example,http://b.example' }, ['WIDGET_ORIGINS']],
  [{ WIDGET_ORIGINS: 'https://a.example; script-src *' }, ['WIDGET_ORIGINS']],
  [{ WIDGET_ORIGINS: 'https://a.example/' }, ['WIDGET_ORIGINS']],
  [{ TRUSTED_PROXIES: 'everybody' }, ['TRUSTED_PROXIES']],
])('%j is refused, and %j named', (environment, names) => {
  expect(blamed(environment)).toEqual(names)
})
