// Papers over the web: a company uploads one into its own conversation and fetches its own; a desk fetches what it was
// given. Calendar entries of visits are made when they are fetched, so that they always tell the present time.
import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Paper } from '#bot'
import { createHandFile, type HandFile } from '../handed-file.ts'
import type { PaperReader } from '../store/papers.ts'
import { receivedFromPeer } from './chat-routes.ts'
import { type Context, textOf } from './context.ts'
import { needs } from './door.ts'
import { LIMITS } from './limits.ts'
import { paperKind, paperName } from './paper-kind.ts'
import { chatOpen } from './payload.ts'
import { peerOf } from './peer.ts'
import { refuse, tooFast } from './refusal.ts'
import { refusesDesk } from './staff/actor.ts'

interface Upload {
  readonly key: string
  readonly name: string | undefined
  readonly bytes: Buffer
}

/** Reads the one file of a request; undefined when it is not of that form. */
async function readUpload(request: FastifyRequest): Promise<Upload | 'too-large' | undefined> {
  if (!request.isMultipart()) return undefined
  const part = await request.file()
  if (!part) return undefined
  const bytes = await part.toBuffer()
  // cut at the limit within its last chunk: the library throws only for chunks after that
  if (part.file.truncated) return 'too-large'
  const { key: field } = part.fields
  const written = field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined
  const parsed = chatOpen.safeParse({ key: written })
  return parsed.success ? { key: parsed.data.key, name: part.filename, bytes } : undefined
}

/** The same key of the same browser is the same paper: what was lost on the way back may be sent again. */
const idOf = (peer: string, key: string): string =>
  createHash('sha256').update(`${peer}:${key}`).digest('base64url').slice(0, 22)

async function upload(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const peer = peerOf(request)
  if (peer === undefined) return refuse(reply, 'no-session')
  const wait = Math.max(context.limits.paper(peer), context.limits.address(request.ip))
  if (wait > 0) return tooFast(reply, wait)
  const sent = await readUpload(request)
  if (!sent) return refuse(reply, 'malformed')
  if (sent === 'too-large') return refuse(reply, 'paper-too-large')
  const kind = paperKind(sent.bytes)
  if (!kind) return refuse(reply, 'not-a-paper')
  const { type } = kind
  const paper: Paper = { id: idOf(peer, sent.key), name: paperName(sent.name, kind), type, bytes: sent.bytes.length }
  const kept = await context.store.keepPaper('web', peer, paper, sent.bytes)
  if (kept === 'no-case') return refuse(reply, 'paper-too-early')
  if (kept === 'full') return refuse(reply, 'too-many-papers')
  return context.take(reply, receivedFromPeer(context, peer, { key: sent.key }, { kind: 'paper', paper }))
}

function sendFile(reply: FastifyReply, name: string, type: string, bytes: Buffer | string): FastifyReply {
  reply.headers({
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
  return reply.type(type).send(bytes)
}

/** A paper or calendar entry for whoever asks, or nothing: that it exists is not told. */
async function fetchFile(
  hand: HandFile,
  reply: FastifyReply,
  file: string,
  reader: PaperReader,
): Promise<FastifyReply> {
  const found = await hand(file, reader)
  return found ? sendFile(reply, found.name, found.type, found.bytes) : refuse(reply, 'not-found')
}

export async function addPaperRoutes(app: FastifyInstance, context: Context): Promise<void> {
  await app.register(multipart, {
    limits: {
      fileSize: LIMITS.paperBytes,
      files: 1,
      fields: 2,
      parts: 3,
      fieldSize: LIMITS.keyCharsMax,
      headerPairs: 20,
    },
  })

  const hand = createHandFile(context)

  app.post('/chat/paper', needs('chat.send'), (request, reply) => upload(context, request, reply))

  app.get('/chat/file/:file', needs('chat.read'), (request, reply) => {
    const peer = peerOf(request)
    if (peer === undefined) return refuse(reply, 'no-session')
    const reader = { kind: 'enterprise', platform: 'web', peer } as const
    return fetchFile(hand, reply, textOf(request.params, 'file'), reader)
  })

  app.get('/desk/file/:file', needs('desk.read'), async (request, reply) => {
    const reader = { kind: 'desk', desk: textOf(request.query, 'desk') } as const
    if (await refusesDesk(context, request, reader.desk)) return refuse(reply, 'not-found')
    return fetchFile(hand, reply, textOf(request.params, 'file'), reader)
  })

  app.get('/desk/visits', needs('desk.read'), async (request, reply) => {
    const team = textOf(request.query, 'desk')
    const refused = await refusesDesk(context, request, team)
    if (refused) return refuse(reply, refused)
    if (!context.desks.some(desk => desk.id === team && desk.kind === 'team')) return refuse(reply, 'unknown-desk')
    const card = await context.visits?.(team)
    return card ? reply.header('cache-control', 'no-store').send(card) : refuse(reply, 'not-found')
  })
}
