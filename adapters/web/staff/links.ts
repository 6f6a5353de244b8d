// One-time links to the desk page: made by the operator, given to one person, worth fifteen minutes and one use. The secret
// stands behind the #, which browsers send to nobody.
import { hashOf, newSecret } from './secrets.ts'
import { SIGN_IN_PATH } from './sign-in-routes.ts'

export const LINK_MINUTES = 15
const MINUTE_MS = 60_000

export interface NewLink {
  readonly url: string
  /** what the server must know of it */
  readonly kept: { readonly hash: string; readonly person: string; readonly until: Date }
}

export function newLink(person: string, origin: string, now: Date): NewLink {
  const secret = newSecret()
  const until = new Date(now.getTime() + LINK_MINUTES * MINUTE_MS)
  return { url: `${origin}${SIGN_IN_PATH}#${secret}`, kept: { hash: hashOf(secret), person, until } }
}
