// Signing in and out at the desk page: by a one-time link, whose secret stands behind the # and so in no log, or with the
// institution's own account. Every refusal reads the same for whatever was wrong, and leads back to the page.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Asset, sendAsset } from '../assets.ts'
import type { Context } from '../context.ts'
import { needs } from '../door.ts'
import { refuse, tooFast } from '../refusal.ts'
import { seesDesk } from './actor.ts'
import { BACK_PATH } from './oidc.ts'
import type { SignIn } from './sign-in.ts'

const enterBody = z.strictObject({ link: z.string().max(100) })
const leaveBody = z.strictObject({ everywhere: z.boolean() })

export const SIGN_IN_PATH = '/desk/sign-in'
const DESK_PATH = '/desk'
const SEE_OTHER = 303

/** Seconds to wait, by the address and over all: guessing is hopeless, this keeps it cheap. */
const waitFor = ({ limits }: Context, { ip }: FastifyRequest): number =>
  Math.max(limits.signIn(ip), limits.signInAll(''))

/** `why` is a word of the page, never text from outside. */
const back = (reply: FastifyReply, why: 'failed' | 'not-listed' | 'away' | 'too-fast'): FastifyReply =>
  reply.redirect(`${SIGN_IN_PATH}?why=${why}`, SEE_OTHER)

function addLinks(app: FastifyInstance, context: Context, { sessions, cookies, refusesOrigin }: SignIn): void {
  app.post('/desk/enter', needs('sign.in'), async (request, reply) => {
    const foreign = refusesOrigin(request)
    if (foreign) return refuse(reply, foreign)
    const wait = waitFor(context, request)
    if (wait > 0) return tooFast(reply, wait)
    const body = enterBody.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    await context.fetchLinks()
    const secret = await sessions.enterByLink(body.data.link, cookies.session(request))
    if (secret === undefined) return refuse(reply, 'link-spent')
    cookies.keepSession(reply, secret)
    return reply.code(204).send()
  })
}

function addOidc(app: FastifyInstance, context: Context, { sessions, cookies, oidc }: SignIn): void {
  if (!oidc) return
  app.get('/desk/oidc', needs('sign.in'), async (request, reply) => {
    if (waitFor(context, request) > 0) return back(reply, 'too-fast')
    try {
      const to = await oidc.begin(cookies.beginAttempt(reply, context.now()))
      return reply.redirect(to.href, SEE_OTHER)
    } catch (error) {
      context.report('sign-in-provider', error)
      return back(reply, 'away')
    }
  })

  app.get(BACK_PATH, needs('sign.in'), async (request, reply) => {
    if (waitFor(context, request) > 0) return back(reply, 'too-fast')
    const attempt = cookies.endAttempt(request, reply, context.now())
    if (attempt === undefined) return back(reply, 'failed')
    let accounts: readonly string[]
    try {
      accounts = await oidc.finish(attempt, request.url.split('?')[1] ?? '')
    } catch (error) {
      context.report('sign-in-answer', error)
      return back(reply, 'failed')
    }
    const secret = await sessions.enterByAccounts(accounts, cookies.session(request))
    if (secret === undefined) return back(reply, 'not-listed')
    cookies.keepSession(reply, secret)
    return reply.redirect(DESK_PATH, SEE_OTHER)
  })
}

/** The sign-in page, both ways in, and the way out. Without sign-in there is none of it but the word that nobody is. */
export function addSignInRoutes(app: FastifyInstance, context: Context, page: Asset): void {
  const { signIn } = context
  app.get('/desk/me', needs('desk.read'), (request, reply) => {
    const { signed } = request
    const desks = context.desks.filter(({ id }) => seesDesk(request, id)).map(({ id }) => id)
    const [person] = signed?.people ?? []
    return reply
      .header('cache-control', 'no-store')
      .send(signed && person ? { id: person.id, name: person.name, token: signed.token, desks } : {})
  })
  if (!signIn) return
  app.get(SIGN_IN_PATH, needs('sign.show'), (request, reply) => sendAsset(request, reply, page))
  if (signIn.ways.includes('link')) addLinks(app, context, signIn)
  addOidc(app, context, signIn)

  app.post('/desk/leave', needs('sign.out'), async (request, reply) => {
    const body = leaveBody.safeParse(request.body)
    if (!body.success) return refuse(reply, 'malformed')
    const { signed } = request
    if (!signed) return refuse(reply, 'not-signed-in')
    await (body.data.everywhere ? signIn.sessions.leaveEverywhere(signed) : signIn.sessions.leave(signed))
    signIn.cookies.dropSession(reply)
    return reply.header('clear-site-data', '"cache"').code(204).send()
  })
}
