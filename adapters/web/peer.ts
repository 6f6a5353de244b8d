// Which enterprise a browser belongs to. The cookie is 128 bits of chance; the peer id is its hash, so that what stands
// in the database and the logs opens nobody's conversation.
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LIMITS } from './limits.ts'

export const COOKIE = 'yinqi_peer'
const WIDGET_COOKIE = 'yinqi_widget'
const SECRET = /^[\w-]{22}$/

/** The page's own cookie; inside another website the widget's, which is the only one the browser shows there. */
function cookieOf({ cookies }: FastifyRequest): string | undefined {
  return [cookies[COOKIE], cookies[WIDGET_COOKIE]].find(secret => secret !== undefined && SECRET.test(secret))
}

/** The peer id behind the request's cookie; undefined when it has none. */
export function peerOf(request: FastifyRequest): string | undefined {
  const secret = cookieOf(request)
  return secret && createHash('sha256').update(secret).digest('base64url').slice(0, 22)
}

const newSecret = (): string => randomBytes(LIMITS.cookieBytes).toString('base64url')
const OPTIONS = { path: '/', httpOnly: true, maxAge: LIMITS.cookieSeconds } as const

/** Gives the browser a conversation of its own. */
export function issuePeer(request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.headers['x-forwarded-proto'] === 'https'
  reply.setCookie(COOKIE, newSecret(), { ...OPTIONS, sameSite: 'strict', secure })
}

/** The same inside another website: kept apart for each website around it, so that none can follow anybody to the next. */
export function issueWidgetPeer(reply: FastifyReply): void {
  reply.setCookie(WIDGET_COOKIE, newSecret(), { ...OPTIONS, sameSite: 'none', secure: true, partitioned: true })
}

/**
 * Whether a missing cookie means "new here". After a click on another site the browser holds a Strict cookie back, and a
 * new one would overwrite the conversation; the page then asks for its session itself.
 */
export function cookieWouldShow(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'none' || site === 'same-origin'
}
