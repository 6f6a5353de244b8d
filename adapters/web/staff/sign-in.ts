// Signing in as one thing for the server: how it is done here, who is behind a request, and whether a post is really the
// page's own.
import type { FastifyRequest } from 'fastify'
import type { AuditEvent, Staffing } from '#bot'
import type { DeskAccess } from '../../store/desk-access.ts'
import type { RefusalCode } from '../refusal.ts'
import { type StaffCookies, staffCookies } from './cookies.ts'
import { createOidc, type Oidc, type OidcSettings } from './oidc.ts'
import { same } from './secrets.ts'
import { createSessions, type Sessions, type Signed } from './sessions.ts'

export const SIGN_IN_WAYS = ['link', 'oidc'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]
/** The header in which a page sends its token. */
const TOKEN_HEADER = 'x-yinqi-token'

export interface SignInOptions {
  readonly access: DeskAccess
  readonly staffing: () => Staffing
  readonly ways: readonly SignInWay[]
  readonly oidc?: Omit<OidcSettings, 'origin'> | undefined
  readonly idleMs: number
  readonly lifeMs: number
}

export interface SignIn {
  readonly ways: readonly SignInWay[]
  readonly sessions: Sessions
  readonly cookies: StaffCookies
  readonly oidc?: Oidc | undefined
  /** Who sends a request. */
  readonly find: (request: FastifyRequest, using: boolean) => Promise<Signed | undefined>
  /** Why a post is not the page's own; undefined when it is. A browser always says which origin posts. */
  readonly refusesOrigin: (request: FastifyRequest) => RefusalCode | undefined
  readonly note: (event: AuditEvent) => Promise<void>
  /** The same, and its token is the session's. */
  readonly refusesPost: (request: FastifyRequest, signed: Signed) => RefusalCode | undefined
}

/** `origin` is where browsers reach this server; undefined: at the address they name, on this machine. */
export function createSignIn(options: SignInOptions, origin: string | undefined, now: () => Date): SignIn {
  const { ways } = options
  const sessions = createSessions({ ...options, now })
  const cookies = staffCookies(origin?.startsWith('https:') ?? false)
  const refusesOrigin: SignIn['refusesOrigin'] = ({ headers }) =>
    headers.origin === (origin ?? `http://${headers.host}`) ? undefined : 'foreign-origin'
  return {
    ways,
    sessions,
    cookies,
    oidc: options.oidc && origin !== undefined ? createOidc({ ...options.oidc, origin }) : undefined,
    find: (request, using) => sessions.find(cookies.session(request), using),
    refusesOrigin,
    note: event => options.access.noteDesk(event),
    refusesPost: (request, signed) => {
      const token = request.headers[TOKEN_HEADER]
      if (typeof token !== 'string' || !same(token, signed.token)) return 'token-missing'
      return refusesOrigin(request)
    },
  }
}
