// Signing in with the institution's own account, by OpenID Connect: authorization code with PKCE, state and nonce. All
// three are derived from a secret in a short-lived cookie of the browser that asked, so nobody else can finish what it began.
import * as client from 'openid-client'
import { derived } from './secrets.ts'

/** A provider that is silent this long is away. */
const TIMEOUT_S = 10
export const BACK_PATH = '/desk/oidc/back'

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** where this server is reached: https://bridge.example.cn */
  readonly origin: string
}

export interface Oidc {
  /** Where to send the browser. @throws when the provider cannot be reached */
  readonly begin: (secret: string) => Promise<URL>
  /**
   * The accounts that the provider vouches for, the surest first: `oidc:<sub>`, and `email:<address>` if it is verified.
   * @param query of the request that came back
   * @throws for everything that is not exactly right
   */
  readonly finish: (secret: string, query: string) => Promise<readonly string[]>
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer)
  // only for a provider on this machine: the settings refuse plain http to any other
  const insecure = url.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const found = await client.discovery(url, clientId, clientSecret, undefined, {
    execute: insecure,
    timeout: TIMEOUT_S,
  })
  // the signature of an id token counts besides the connection it came over
  client.enableNonRepudiationChecks(found)
  return found
}

export function createOidc(settings: OidcSettings): Oidc {
  let discovered: Promise<client.Configuration> | undefined
  const configuration = async () => {
    discovered ??= discover(settings)
    try {
      return await discovered
    } catch (error) {
      // away now is not away for ever
      discovered = undefined
      throw error
    }
  }
  return {
    begin: async secret => {
      const config = await configuration()
      return client.buildAuthorizationUrl(config, {
        redirect_uri: settings.origin + BACK_PATH,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(derived(secret, 'verifier')),
        code_challenge_method: 'S256',
        state: derived(secret, 'state'),
        nonce: derived(secret, 'nonce'),
      })
    },
    finish: async (secret, query) => {
      const config = await configuration()
      const tokens = await client.authorizationCodeGrant(config, new URL(`${settings.origin}${BACK_PATH}?${query}`), {
        pkceCodeVerifier: derived(secret, 'verifier'),
        expectedState: derived(secret, 'state'),
        expectedNonce: derived(secret, 'nonce'),
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('the provider sent no id token')
      const { sub, email, email_verified: verified } = claims
      const address = verified === true && typeof email === 'string' ? [`email:${email.toLowerCase()}`] : []
      return [`oidc:${sub}`, ...address]
    },
  }
}
