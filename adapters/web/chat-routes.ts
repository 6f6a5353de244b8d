// The enterprise's side: its own conversation as a stream, and what it types and presses.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#engine'
import type { Received } from '../received.ts'
import { type Context, lastEventId } from './context.ts'
import { needs } from './door.ts'
import { chatOpen, chatPress, chatText, readText } from './payload.ts'
import { issuePeer, peerOf } from './peer.ts'
import { type RefusalCode, refuse } from './refusal.ts'

type Answer = FastifyReply | Promise<FastifyReply>

function tooFast(reply: FastifyReply, seconds: number): FastifyReply {
  return refuse(reply.header('retry-after', String(seconds)), 'too-fast')
}

/** Runs `take` for a browser that has a session and patience. */
function forPeer(context: Context, take: (peer: string, request: FastifyRequest, reply: FastifyReply) => Answer) {
  return (request: FastifyRequest, reply: FastifyReply): Answer => {
    const peer = peerOf(request)
    if (peer === undefined) return refuse(reply, 'no-session')
    const wait = Math.max(context.limits.peer(peer), context.limits.address(request.ip))
    return wait > 0 ? tooFast(reply, wait) : take(peer, request, reply)
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
  const malformed: RefusalCode = 'malformed'

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
    forPeer(context, (peer, request, reply) => {
      const body = chatText.safeParse(request.body)
      if (!body.success) return refuse(reply, malformed)
      const words = readText(body.data.text)
      if (words.is === 'refused') return refuse(reply, words.code)
      return take(reply, receivedFromPeer(context, peer, body.data, { kind: 'text', text: words.text }))
    }),
  )

  app.post(
    '/chat/press',
    needs('chat.send'),
    forPeer(context, (peer, request, reply) => {
      const body = chatPress.safeParse(request.body)
      if (!body.success) return refuse(reply, malformed)
      return take(reply, receivedFromPeer(context, peer, body.data, { kind: 'press', press: body.data.press }))
    }),
  )

  app.post(
    '/chat/open',
    needs('chat.send'),
    forPeer(context, (peer, request, reply) => {
      const body = chatOpen.safeParse(request.body)
      if (!body.success) return refuse(reply, malformed)
      return take(reply, receivedFromPeer(context, peer, body.data, { kind: 'open' }))
    }),
  )
}
