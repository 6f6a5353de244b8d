// The server's door: every route names the right it needs, and it is asked before anything of a request is read. A route
// without one refuses the start.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { may, type Right, type Standing } from '#bot'
import { peerOf } from './peer.ts'
import { type RefusalCode, refuse } from './refusal.ts'
import type { Gate } from './security.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    right?: Right
  }
}

/** Route options: what a request must be allowed to. */
export const needs = (right: Right): { readonly config: { readonly right: Right } } => ({ config: { right } })

/** Compared by digest, so that neither length nor content shows in the time it takes. */
function shows(request: FastifyRequest, token: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))
}

/** Who sends a request: everybody is a stranger, and may be more. */
function standingsOf(request: FastifyRequest, gate: Gate, metricsToken: string | undefined): Standing[] {
  return [
    'stranger',
    ...(peerOf(request) === undefined ? [] : (['company'] as const)),
    ...(gate.admitsDesk(request) ? (['local'] as const) : []),
    ...(metricsToken !== undefined && shows(request, metricsToken) ? (['watcher'] as const) : []),
  ]
}

function refusalFor(right: Right): RefusalCode {
  if (right.startsWith('chat.')) return 'no-session'
  // whether there are metrics is nobody's business
  return right.startsWith('desk.') ? 'desk-loopback-only' : 'not-found'
}

/** Stands before all routes that are added afterwards. */
export function addDoor(app: FastifyInstance, gate: Gate, metricsToken: string | undefined): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.right === undefined) throw new Error(`${method} ${url} names no right: see adapters/web/door.ts`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const { right } = request.routeOptions.config
    // no right: no such route, which is said elsewhere
    if (right === undefined || may(standingsOf(request, gate, metricsToken), right)) return undefined
    return refuse(reply, refusalFor(right))
  })
}
