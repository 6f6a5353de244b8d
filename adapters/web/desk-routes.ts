// The clerks' side, a demonstration without login: it opens on this machine only, and everybody there may act for every
// desk. Real institutions work in Slack.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Received } from '../received.ts'
import { type Context, lastEventId } from './context.ts'
import { needs } from './door.ts'
import { deskPress, deskText, readName, readText } from './payload.ts'
import { type RefusalCode, refuse } from './refusal.ts'

type Answer = FastifyReply | Promise<FastifyReply>

/** The posts: besides the door, a rate. */
export function atRate(context: Context, act: (request: FastifyRequest, reply: FastifyReply) => Answer) {
  return (request: FastifyRequest, reply: FastifyReply): Answer => {
    const wait = context.limits.desk(request.ip)
    if (wait > 0) return refuse(reply.header('retry-after', String(wait)), 'too-fast')
    return act(request, reply)
  }
}

/** Something done in one thread of a desk. */
export interface Act {
  readonly key: string
  readonly desk: string
  readonly thread: string
  readonly name: string
}

/** The event with who did it, or why nobody can have done it. */
export function deedOf(context: Context, act: Act, event: Received['event']): Received | RefusalCode {
  const name = readName(act.name)
  if (name === undefined) return 'empty'
  if (!context.desks.some(desk => desk.id === act.desk)) return 'unknown-desk'
  return {
    platform: 'desk',
    eventId: `${act.desk}:${act.key}`,
    at: context.now().toISOString(),
    target: { kind: 'thread', thread: act.thread },
    // No login, so the name is the person: the same name is the same clerk on every screen.
    from: { kind: 'staff', desk: act.desk, person: `web:${name}`, name },
    event,
  }
}

function take(context: Context, reply: FastifyReply, act: Act, event: Received['event']): Answer {
  const deed = deedOf(context, act, event)
  return typeof deed === 'string' ? refuse(reply, deed) : context.take(reply, deed)
}

export function addDeskRoutes(app: FastifyInstance, context: Context): void {
  app.get('/events/desk', { ...needs('desk.read'), exposeHeadRoute: false }, (request, reply) => {
    const opened = context.streams.open({
      reply,
      owner: `desk ${request.ip}`,
      read: from => context.store.desks(from),
      after: lastEventId(request.headers['last-event-id'], request.query),
      hello: { desks: context.desks },
    })
    return opened ? reply : refuse(reply, 'too-many-streams')
  })

  app.post(
    '/desk/text',
    needs('desk.act'),
    atRate(context, (request, reply) => {
      const body = deskText.safeParse(request.body)
      if (!body.success) return refuse(reply, 'malformed')
      const words = readText(body.data.text)
      if (words.is === 'refused') return refuse(reply, words.code)
      return take(context, reply, body.data, { kind: 'text', text: words.text })
    }),
  )

  app.post(
    '/desk/press',
    needs('desk.act'),
    atRate(context, (request, reply) => {
      const body = deskPress.safeParse(request.body)
      if (!body.success) return refuse(reply, 'malformed')
      return take(context, reply, body.data, { kind: 'press', press: body.data.press })
    }),
  )
}
