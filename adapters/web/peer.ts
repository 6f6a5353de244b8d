// Which enterprise a browser belongs to. The cookie is 128 bits of chance; the peer id is its hash, so that what stands
// in the database and the logs opens nobody's conversation.
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LIMITS } from './limits.ts'

export const COOKIE = 'yinqi_peer'
const SECRET = /^[\w-]{22}$/

function cookieOf(request: FastifyRequest): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === COOKIE && value !== undefined && SECRET.test(value)) return value
  }
  return undefined
}

/** The peer id behind the request's cookie; undefined when it has none. */
export function peerOf(request: FastifyRequest): string | undefined {
  const secret = cookieOf(request)
  return secret && createHash('sha256').update(secret).digest('base64url').slice(0, 22)
}

/** Gives the browser a conversation of its own. */
export function issuePeer(request: FastifyRequest, reply: FastifyReply): void {
  const secret = randomBytes(LIMITS.cookieBytes).toString('base64url')
  const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LIMITS.cookieSeconds}${secure}`,
  )
}

/**
 * Whether a missing cookie means "new here". After a click on another site the browser holds a Strict cookie back, and a
 * new one would overwrite the conversation; the page then asks for its session itself.
 */
export function cookieWouldShow(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'none' || site === 'same-origin'
}
