// Who may talk to this server: names it answers to (against DNS rebinding), pages that may post, and the headers that
// keep a page of ours from running or loading anything foreign.
import { isIP } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalCode } from './refusal.ts'

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'via',
]

/** A year. */
const HTTPS_ONLY_SECONDS = 31_536_000

const policy = (ancestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** Shown in a frame of ours or of these websites, and of no others. */
export const widgetPolicy = (origins: readonly string[]): string => policy(["'self'", ...origins].join(' '))

export const SECURITY_HEADERS = {
  'content-security-policy': policy("'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
} as const

/** Whether only this machine can reach an address the server listens on. */
export const isLoopback = (host: string): boolean => LOOPBACK_NAMES.has(host) || /^127(\.\d{1,3}){3}$/.test(host)

function hostName(header: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^:/\s]+)(?::\d{1,5})?$/i.exec(header ?? '')
  return match?.[1]?.toLowerCase()
}

export interface Gate {
  /** Why a request is refused before anything of it is read; undefined lets it in. */
  readonly refuses: (request: FastifyRequest) => RefusalCode | undefined
  /** Whether a request comes from this machine, and not through a proxy. */
  readonly isLocal: (request: FastifyRequest) => boolean
  /** Whether it may see the desk without signing in: from this machine, and only while no proxy is announced either. */
  readonly admitsDemo: (request: FastifyRequest) => boolean
}

/**
 * On loopback only loopback names pass, besides the public `names` of a proxy in front. On a public address a bare IP
 * passes too: rebinding needs a name. `demo`: the desk has no sign-in.
 */
export function createGate(host: string, names: readonly string[], demo: boolean): Gate {
  const local = isLoopback(host)
  const own = new Set([host.toLowerCase(), ...names.map(name => name.toLowerCase())])
  const answersTo = (name: string) =>
    LOOPBACK_NAMES.has(name) || own.has(name) || (!local && isIP(name.replace(/^\[|\]$/g, '')) !== 0)

  const isLocal = (request: FastifyRequest) =>
    local &&
    isLoopback(hostName(request.headers.host) ?? '') &&
    FORWARDED.every(header => request.headers[header] === undefined)

  return {
    refuses: request => {
      const name = hostName(request.headers.host)
      if (name === undefined || !answersTo(name)) return 'unknown-host'
      const origin = request.headers.origin
      if (origin !== undefined && hostOf(origin) !== request.headers.host?.toLowerCase()) return 'foreign-origin'
      if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') return 'foreign-origin'
      return undefined
    },
    isLocal,
    admitsDemo: request => demo && names.length === 0 && isLocal(request),
  }
}

/** `host:port` of an origin, as the Host header would spell it; undefined for "null" and anything unreadable. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** `https`: browsers reach us that way, and from now on no other. */
export function setSecurityHeaders(reply: FastifyReply, https: boolean): void {
  reply.headers(SECURITY_HEADERS)
  if (https) reply.header('strict-transport-security', `max-age=${HTTPS_ONLY_SECONDS}`)
}
