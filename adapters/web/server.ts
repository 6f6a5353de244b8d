// The web adapter: one page for the enterprise and one for the clerks, who sign in. Events go to the inbox and
// are answered 202; what the bot says comes back through server-sent events, read from the store.
import cookie from '@fastify/cookie'
import Fastify, { type FastifyError, type FastifyReply } from 'fastify'
import { poisonIn } from '../poison.ts'
import type { PreOffers } from '../pre-offers.ts'
import type { StaffForms } from '../staff-forms.ts'
import { loadAssets, signInPage } from './assets.ts'
import type { VisitPages } from './calendar.ts'
import { addChatRoutes } from './chat-routes.ts'
import type { Context, WebStore } from './context.ts'
import type { DeskInfo } from './desk-info.ts'
import { addDeskRoutes } from './desk-routes.ts'
import { addDoor } from './door.ts'
import { createStreams } from './event-stream.ts'
import { addFormRoutes } from './form-routes.ts'
import { addHooks, type Hook } from './hooks.ts'
import { LIMITS, RATES } from './limits.ts'
import { addOperations, type OperationsOptions } from './operations-routes.ts'
import { addPages } from './pages.ts'
import { addPaperRoutes } from './paper-routes.ts'
import { createLimiter } from './rate.ts'
import { type RefusalCode, refuse } from './refusal.ts'
import { createGate, setSecurityHeaders } from './security.ts'
import { createSignIn, type SignInOptions } from './staff/sign-in.ts'
import { SIGN_IN_PATH } from './staff/sign-in-routes.ts'

export type { DeskInfo }

export interface WebOptions {
  readonly store: WebStore
  /** Called after every new event: somebody waits for the inbox. */
  readonly wake: () => void
  readonly now: () => Date
  readonly newId: () => string
  readonly port: number
  /** 127.0.0.1 unless said otherwise; on any other address the desk page is shut without sign-in */
  readonly host?: string | undefined
  /** public host names under which a proxy offers this server */
  readonly names?: readonly string[] | undefined
  /** where browsers reach this server, behind a proxy: https://bridge.example.cn */
  readonly origin?: string | undefined
  readonly desks: readonly DeskInfo[]
  /** what opens behind the buttons of the desk page; without it they are played one by one */
  readonly forms?: StaffForms | undefined
  /** how a desk has companies asked beforehand */
  readonly preOffers?: PreOffers | undefined
  /** how staff sign in; without it the desk page is a demonstration on this machine */
  readonly signIn?: SignInOptions | undefined
  /** takes in one-time links that were issued beside this process */
  readonly fetchLinks?: (() => Promise<void>) | undefined
  /** websites that may show the chat as a widget, besides ourselves */
  readonly widgetOrigins?: readonly string[] | undefined
  /** addresses of proxies whose X-Forwarded-For is believed */
  readonly proxies?: readonly string[] | undefined
  /** calendar entries and lists of visits */
  readonly pages?: VisitPages | undefined
  /** doors for chat platforms that call this server */
  readonly hooks?: readonly Hook[] | undefined
  readonly health: OperationsOptions['health']
  readonly metrics?: OperationsOptions['metrics']
  /** who shows this may read /metrics from elsewhere */
  readonly metricsToken?: string | undefined
  /** Is told of faults by code and request id; texts never appear there. */
  readonly report?: ((code: string, error: unknown) => void) | undefined
}

const DEFAULT_HOST = '127.0.0.1'

const BY_FASTIFY_CODE: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-long',
  FST_REQ_FILE_TOO_LARGE: 'paper-too-large',
}

function refusalFor(error: FastifyError): RefusalCode {
  const known = BY_FASTIFY_CODE[error.code]
  if (known) return known
  return (error.statusCode ?? 500) < 500 ? 'malformed' : 'unavailable'
}

function createContext(options: WebOptions, report: (code: string, error: unknown) => void): Context {
  const { store, now, desks } = options
  const limit = (name: keyof typeof RATES) => createLimiter(RATES[name], now)
  return {
    store,
    now,
    desks,
    widgetOrigins: options.widgetOrigins ?? [],
    gate: createGate(options.host ?? DEFAULT_HOST, options.names ?? [], options.signIn === undefined),
    signIn: options.signIn && createSignIn(options.signIn, options.origin, now),
    fetchLinks: options.fetchLinks ?? (async () => {}),
    report,
    streams: createStreams({ onChange: listener => store.onChange(listener), report }),
    limits: {
      peer: limit('peer'),
      paper: limit('paper'),
      address: limit('address'),
      desk: limit('desk'),
      session: limit('session'),
      signIn: limit('signIn'),
      signInAll: limit('signInAll'),
    },
    forms: options.forms,
    preOffers: options.preOffers,
    calendar: options.pages?.calendar,
    visits: options.pages?.visits,
    take: async (reply: FastifyReply, received) => {
      const is = await store.accept(received)
      options.wake()
      return reply.code(202).send({ is })
    },
  }
}

/** Starts the server; port 0 takes a free one. `address` is what to type into a browser. */
export async function startWeb(options: WebOptions): Promise<{ address: string; close(): Promise<void> }> {
  const report = options.report ?? (() => {})
  const context = createContext(options, report)
  const isHttps = options.origin?.startsWith('https:') ?? false
  const app = Fastify({
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: LIMITS.requestMs,
    trustProxy: options.proxies && options.proxies.length > 0 ? [...options.proxies] : false,
    forceCloseConnections: true,
    genReqId: () => options.newId(),
    ajv: { customOptions: { removeAdditional: false } },
  })
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, isHttps)
    const code = context.gate.refuses(request)
    return code && refuse(reply, code)
  })
  app.addHook('preValidation', async ({ body }, reply) => (poisonIn(body) ? refuse(reply, 'malformed') : undefined))
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = refusalFor(error)
    if (code === 'unavailable') report(`request ${request.id}`, error)
    return refuse(reply, code)
  })

  await app.register(cookie)
  const assets = await loadAssets()
  const { gate, signIn } = context
  const signInShown = signInPage(signIn?.ways ?? [], assets)
  addDoor(app, {
    gate,
    signIn,
    metricsToken: options.metricsToken,
    signInPath: SIGN_IN_PATH,
    // without sign-in it says so
    shutPage: signInShown,
  })
  addPages(app, context, assets, signInShown)
  addChatRoutes(app, context)
  addDeskRoutes(app, context)
  addFormRoutes(app, context)
  await addPaperRoutes(app, context)
  await addHooks(app, options.hooks ?? [])
  addOperations(app, { ...options, report })

  let address: string
  try {
    address = await app.listen({ port: options.port, host: options.host ?? DEFAULT_HOST })
  } catch (error) {
    context.streams.close()
    throw error
  }
  return {
    address,
    close: async () => {
      context.streams.close()
      await app.close()
    },
  }
}
