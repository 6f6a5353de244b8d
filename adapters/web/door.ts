// The server's door: every route names the right it needs, and it is asked before anything of a request is read. A route
// without one refuses the start.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may, type Right, type Standing } from '#bot'
import type { Asset } from './assets.ts'
import { peerOf } from './peer.ts'
import { type RefusalCode, refuse } from './refusal.ts'
import type { Gate } from './security.ts'
import { same } from './staff/secrets.ts'
import type { Signed } from './staff/sessions.ts'
import type { SignIn } from './staff/sign-in.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    right?: Right
    /** the browser comes here by itself, which is no sign that anybody is there */
    unattended?: boolean
  }
  interface FastifyRequest {
    /** who is signed in at the desk page; looked for only where it matters */
    signed: Signed | null
  }
}

/** Route options: what a request must be allowed to. */
export const needs = (right: Right): { readonly config: { readonly right: Right } } => ({ config: { right } })

export interface DoorOptions {
  readonly gate: Gate
  readonly metricsToken: string | undefined
  readonly signIn: SignIn | undefined
  /** where to send a browser that opens the desk without being signed in */
  readonly signInPath: string
  /** what a browser is shown that opens the desk where nobody can sign in */
  readonly shutPage: Asset
}

const shows = ({ headers }: FastifyRequest, token: string): boolean =>
  same(headers.authorization ?? '', `Bearer ${token}`)

/** Who sends a request: everybody is a stranger, and may be more. */
function standingsOf(request: FastifyRequest, { gate, metricsToken }: DoorOptions): Standing[] {
  return [
    'stranger',
    ...(peerOf(request) === undefined ? [] : (['company'] as const)),
    ...(gate.isLocal(request) ? (['local'] as const) : []),
    ...(gate.admitsDemo(request) ? (['demo'] as const) : []),
    ...(request.signed ? (['staff'] as const) : []),
    ...(metricsToken !== undefined && shows(request, metricsToken) ? (['watcher'] as const) : []),
  ]
}

function refusalFor(right: Right, signIn: SignIn | undefined): RefusalCode {
  if (right.startsWith('chat.')) return 'no-session'
  if (right.startsWith('desk.') || right.startsWith('sign.')) return signIn ? 'not-signed-in' : 'desk-loopback-only'
  // whether there are metrics is nobody's business
  return 'not-found'
}

const SEE_OTHER = 303
const FORBIDDEN = 403

const isForStaff = (right: Right): boolean => may(['staff'], right) && !may(['stranger'], right)

/** For a person at a browser: to the sign-in page, or a page that says why there is none. */
const sendAway = (reply: FastifyReply, { signIn, signInPath, shutPage }: DoorOptions): FastifyReply =>
  signIn
    ? reply.redirect(signInPath, SEE_OTHER)
    : reply.code(FORBIDDEN).type(shutPage.type).header('cache-control', 'no-store').send(shutPage.plain)

/** The answer to whoever may not come in; undefined lets them in. */
async function answerAtDoor(
  request: FastifyRequest,
  reply: FastifyReply,
  options: DoorOptions,
): Promise<FastifyReply | undefined> {
  const { right, unattended } = request.routeOptions.config
  const { signIn } = options
  // no right: no such route, which is said elsewhere
  if (right === undefined) return undefined
  if (signIn && isForStaff(right)) request.signed = (await signIn.find(request, !unattended)) ?? null
  if (!may(standingsOf(request, options), right)) {
    const opensDesk = request.routeOptions.url === '/desk' && request.headers.accept?.includes('text/html')
    return opensDesk ? sendAway(reply, options) : refuse(reply, refusalFor(right, signIn))
  }
  const forged = request.signed && request.method === 'POST' && signIn?.refusesPost(request, request.signed)
  return forged ? refuse(reply, forged) : undefined
}

/** Stands before all routes that are added afterwards. */
export function addDoor(app: FastifyInstance, options: DoorOptions): void {
  app.decorateRequest('signed', null)
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.right === undefined) throw new Error(`${method} ${url} names no right: see adapters/web/door.ts`)
  })
  app.addHook('onRequest', (request, reply) => answerAtDoor(request, reply, options))
}
