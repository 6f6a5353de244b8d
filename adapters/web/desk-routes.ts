// The clerks' side: after signing in, the desks of that person and nothing else. Without sign-in it is a demonstration that
// opens on this machine only, where everybody may act for every desk.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Received } from '../received.ts'
import { type Context, lastEventId } from './context.ts'
import { needs } from './door.ts'
import { deskPress, deskText, readText } from './payload.ts'
import { type RefusalCode, refuse, tooFast } from './refusal.ts'
import { actorAt, desksFor, refusesDesk } from './staff/actor.ts'

type Answer = FastifyReply | Promise<FastifyReply>

/** The posts: besides the door, a rate. */
export function atRate<S extends z.ZodType>(
  context: Context,
  schema: S,
  act: (body: z.output<S>, request: FastifyRequest, reply: FastifyReply) => Answer,
) {
  return (request: FastifyRequest, reply: FastifyReply): Answer => {
    const wait = context.limits.desk(request.signed?.id ?? request.ip)
    if (wait > 0) return tooFast(reply, wait)
    const body = schema.safeParse(request.body)
    return body.success ? act(body.data, request, reply) : refuse(reply, 'malformed')
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
export async function deedOf(
  context: Context,
  request: FastifyRequest,
  act: Act,
  event: Received['event'],
): Promise<Received | RefusalCode> {
  const refused = await refusesDesk(context, request, act.desk)
  if (refused) return refused
  const actor = actorAt(request, act.desk, act.name)
  if (!actor) return 'empty'
  return {
    platform: 'desk',
    eventId: `${act.desk}:${act.key}`,
    at: context.now().toISOString(),
    target: { kind: 'thread', thread: act.thread },
    from: { kind: 'staff', desk: act.desk, ...actor },
    event,
  }
}

async function take(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  act: Act,
  event: Received['event'],
): Promise<FastifyReply> {
  const deed = await deedOf(context, request, act, event)
  return typeof deed === 'string' ? refuse(reply, deed) : context.take(reply, deed)
}

export function addDeskRoutes(app: FastifyInstance, context: Context): void {
  const config = { ...needs('desk.read').config, unattended: true }
  app.get('/events/desk', { config, exposeHeadRoute: false }, (request, reply) => {
    const { signed } = request
    const people = async () => (signed ? ((await context.signIn?.sessions.watch(signed.id)) ?? []) : undefined)
    const opened = context.streams.open({
      reply,
      owner: signed ? `desk ${signed.id}` : `desk ${request.ip}`,
      read: async from => {
        const listed = await people()
        return context.store.desks(
          from,
          listed?.map(({ desk }) => desk),
        )
      },
      after: lastEventId(request.headers['last-event-id'], request.query),
      hello: { desks: desksFor(context, request) },
      may: async () => (await people())?.length !== 0,
    })
    return opened ? reply : refuse(reply, 'too-many-streams')
  })

  app.post(
    '/desk/text',
    needs('desk.act'),
    atRate(context, deskText, (body, request, reply) => {
      const words = readText(body.text)
      if (words.is === 'refused') return refuse(reply, words.code)
      return take(context, request, reply, body, { kind: 'text', text: words.text })
    }),
  )

  app.post(
    '/desk/press',
    needs('desk.act'),
    atRate(context, deskPress, (body, request, reply) =>
      take(context, request, reply, body, { kind: 'press', press: body.press }),
    ),
  )
}
