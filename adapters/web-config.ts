// Settings of the web server beyond its address: where browsers reach it, which proxies and websites it trusts, and how staff
// sign in. What contradicts itself is named with the variable to change.
import { z } from 'zod'
import { listOf } from './list-of.ts'
import { isLoopback } from './web/security.ts'
import { SIGN_IN_WAYS, type SignInWay } from './web/staff/sign-in.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** https, or plain http on this machine. */
const isSafe = (written: string): boolean => {
  const { protocol, hostname } = new URL(written)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}
const isOrigin = (written: string): boolean => URL.canParse(written) && new URL(written).origin === written

const isWay = (written: string): written is SignInWay => SIGN_IN_WAYS.some(way => way === written)

/** The variables; `adapters/config.ts` reads them with all others. */
export const webVariables = {
  PUBLIC_ORIGIN: z
    .string()
    .refine(origin => isOrigin(origin) && isSafe(origin))
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(written => listOf(written).every(one => /^(loopback|[0-9a-f.:]+(\/\d{1,3})?)$/i.test(one)))
    .default('loopback'),
  WIDGET_ORIGINS: z
    .string()
    .refine(written => listOf(written).every(origin => isOrigin(origin) && isSafe(origin)))
    .default(''),
  DESK_SIGN_IN: z
    .string()
    .refine(written => listOf(written).every(isWay))
    .default(''),
  DESK_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(60),
  DESK_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  OIDC_ISSUER: z
    .url()
    .refine(issuer => URL.canParse(issuer) && isSafe(issuer))
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
} as const

/** What each is for. */
export const WEB_VARIABLES: Record<keyof typeof webVariables, string> = {
  PUBLIC_ORIGIN: 'https://bridge.example.cn: where browsers reach this server; its name counts as a public name',
  TRUSTED_PROXIES:
    'addresses of your proxies, separated by commas, whose X-Forwarded-For is believed: loopback, 10.0.0.0/8',
  WIDGET_ORIGINS:
    'https://www.example.cn, separated by commas: websites that may show the chat as a widget; https, or http on this machine',
  DESK_SIGN_IN: 'link, oidc or link,oidc: how staff sign in to the desk page; without it, a demo on this machine only',
  DESK_IDLE_MINUTES: '5–720: minutes without doing anything after which staff are signed out',
  DESK_HOURS: '1–24: hours after which staff sign in again, however busy',
  OIDC_ISSUER: 'https://login.example.cn: the OpenID provider of your staff; https, or http on this machine',
  OIDC_CLIENT_ID: 'this server’s id at the OpenID provider',
  OIDC_CLIENT_SECRET: 'this server’s secret at the OpenID provider',
}

export interface SignInConfig {
  readonly ways: readonly SignInWay[]
  readonly idleMs: number
  readonly lifeMs: number
  readonly oidc?:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret?: string | undefined }
    | undefined
}

export interface WebConfig {
  readonly publicOrigin?: string | undefined
  readonly trustedProxies: readonly string[]
  readonly widgetOrigins: readonly string[]
  /** undefined: the desk page is a demonstration on this machine */
  readonly signIn?: SignInConfig | undefined
}

type Environment = z.output<z.ZodObject<typeof webVariables>>

/** What contradicts itself, each with the variable to change. */
export function webProblems(env: Environment & { readonly HOST: string }): string[] {
  const ways = listOf(env.DESK_SIGN_IN)
  const problems: string[] = []
  if (ways.includes('oidc'))
    for (const name of ['PUBLIC_ORIGIN', 'OIDC_ISSUER', 'OIDC_CLIENT_ID'] as const)
      if (env[name] === undefined) problems.push(`${name}: needed for DESK_SIGN_IN=oidc; ${WEB_VARIABLES[name]}`)
  if (ways.length > 0 && !isLoopback(env.HOST) && !env.PUBLIC_ORIGIN?.startsWith('https:'))
    problems.push('PUBLIC_ORIGIN: staff sign in over https only; set https://… , or let HOST be 127.0.0.1')
  return problems
}

/** The settings as the server takes them. */
export function readWebConfig(env: Environment): WebConfig {
  const ways = listOf(env.DESK_SIGN_IN).filter(isWay)
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  const oidc = issuer !== undefined && clientId !== undefined ? { issuer, clientId, clientSecret } : undefined
  const times = { idleMs: env.DESK_IDLE_MINUTES * MINUTE_MS, lifeMs: env.DESK_HOURS * HOUR_MS }
  return {
    publicOrigin: env.PUBLIC_ORIGIN,
    trustedProxies: listOf(env.TRUSTED_PROXIES),
    widgetOrigins: listOf(env.WIDGET_ORIGINS),
    signIn: ways.length > 0 ? { ways, ...times, oidc: ways.includes('oidc') ? oidc : undefined } : undefined,
  }
}
