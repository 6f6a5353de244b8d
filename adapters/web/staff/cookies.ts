// The two cookies of signing in: the session, and the attempt at the provider. Behind https their names begin with __Host-,
// so that no other host of the domain and no plain http can set them.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isSecret, newSecret } from './secrets.ts'

const ATTEMPT_SECONDS = 600
const MS = 1000

export interface StaffCookies {
  readonly session: (request: FastifyRequest) => string | undefined
  readonly keepSession: (reply: FastifyReply, secret: string) => void
  readonly dropSession: (reply: FastifyReply) => void
  /** The secret of an attempt that begins now. */
  readonly beginAttempt: (reply: FastifyReply, at: Date) => string
  /** The secret of the attempt of this browser, once; undefined when there is none or it took too long. */
  readonly endAttempt: (request: FastifyRequest, reply: FastifyReply, at: Date) => string | undefined
}

export function staffCookies(secure: boolean): StaffCookies {
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain)
  const [session, attempt] = [name('yinqi_desk'), name('yinqi_attempt')]
  // lax: a link in a message opens the desk of whoever is signed in; what changes anything is asked for its token besides
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const
  return {
    session: request => request.cookies[session],
    keepSession: (reply, secret) => void reply.setCookie(session, secret, options),
    dropSession: reply => void reply.clearCookie(session, options),
    beginAttempt: (reply, at) => {
      const secret = `${Math.floor(at.getTime() / MS)}.${newSecret()}`
      reply.setCookie(attempt, secret, { ...options, maxAge: ATTEMPT_SECONDS })
      return secret
    },
    endAttempt: (request, reply, at) => {
      const secret = request.cookies[attempt]
      if (secret === undefined) return undefined
      reply.clearCookie(attempt, options)
      const [began = '', chance] = secret.split('.')
      const age = at.getTime() / MS - Number(began)
      return isSecret(chance) && age >= -1 && age <= ATTEMPT_SECONDS ? secret : undefined
    },
  }
}
