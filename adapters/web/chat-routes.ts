// The enterprise's side: its own conversation as a stream, and what it types and presses.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Language } from '#engine'
import type { Received } from '../received.ts'
import { type Context, lastEventId } from './context.ts'
import { needs } from './door.ts'
import { chatOpen, chatPress, chatText, readText } from './payload.ts'
import { issuePeer, peerOf } from './peer.ts'
import { refuse, tooFast } from './refusal.ts'

type Answer = FastifyReply | Promise<FastifyReply>

/** Runs `take` with the body of a browser that has a session and patience. */
function forPeer<S extends z.ZodType>(
  context: Context,
  schema: S,
  take: (peer: string, body: z.output<S>, reply: FastifyReply) => Answer,
) {
  return (request: FastifyRequest, reply: FastifyReply): Answer => {
    const peer = peerOf(request)
    if (peer === undefined) return refuse(reply, 'no-session')
    const wait = Math.max(context.limits.peer(peer), context.limits.address(request.ip))
    if (wait > 0) return tooFast(reply, wait)
    const body = schema.safeParse(request.body)
    return body.success ? take(peer, body.data, reply) : refuse(reply, 'malformed')
  }
}

/** An event of a browser's own conversation. */
export function receivedFromPeer(
  context: Context,
  peer: string,
  body: { key: string; language?: Language | undefined },
  event: Received['event'],
): Received {
  return {
    platform: 'web',
    // Keys are made by pages: they are unique within one conversation only.
    eventId: `${peer}:${body.key}`,
    at: context.now().toISOString(),
    target: { kind: 'conversation', peer },
    from: { kind: 'enterprise' },
    ...(body.language ? { language: body.language } : {}),
    event,
  }
}

export function addChatRoutes(app: FastifyInstance, context: Context): void {
  const { store, streams, take } = context

  // The page asks for its session itself: this request, unlike a click from another site, always carries the cookie.
  app.post('/chat/session', needs('session.begin'), (request, reply) => {
    if (peerOf(request) !== undefined) return reply.code(204).send()
    const wait = context.limits.session(request.ip)
    if (wait > 0) return tooFast(reply, wait)
    issuePeer(request, reply)
    return reply.code(204).send()
  })

  app.get('/events/chat', { ...needs('chat.read'), exposeHeadRoute: false }, (request, reply) => {
    const peer = peerOf(request)
    if (peer === undefined) return refuse(reply, 'no-session')
    const after = lastEventId(request.headers['last-event-id'], request.query)
    const read = (from: bigint) => store.conversation('web', peer, from)
    if (!streams.open({ reply, owner: peer, read, after, mayLose: true })) return refuse(reply, 'too-many-streams')
    return reply
  })

  // a file of the company's own data, for nobody but the browser that holds its cookie
  app.get('/chat/export', needs('chat.export'), async (request, reply) => {
    const peer = peerOf(request)
    if (peer === undefined) return refuse(reply, 'no-session')
    const wait = context.limits.session(request.ip)
    if (wait > 0) return tooFast(reply, wait)
    const found = await store.exportChat('web', peer)
    if (!found) return refuse(reply, 'not-found')
    reply.headers({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="yinqi-export.json"' })
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(found, null, 2))
  })

  app.post(
    '/chat/text',
    needs('chat.send'),
    forPeer(context, chatText, (peer, body, reply) => {
      const words = readText(body.text)
      if (words.is === 'refused') return refuse(reply, words.code)
      return take(reply, receivedFromPeer(context, peer, body, { kind: 'text', text: words.text }))
    }),
  )

  app.post(
    '/chat/press',
    needs('chat.send'),
    forPeer(context, chatPress, (peer, body, reply) =>
      take(reply, receivedFromPeer(context, peer, body, { kind: 'press', press: body.press })),
    ),
  )

  app.post(
    '/chat/open',
    needs('chat.send'),
    forPeer(context, chatOpen, (peer, body, reply) =>
      take(reply, receivedFromPeer(context, peer, body, { kind: 'open' })),
    ),
  )
}
