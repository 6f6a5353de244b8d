// Doors for platforms that call us: the raw bytes of a POST go to whoever opened the door, and only after it has let the
// request in by its headers. Nothing is parsed, decoded or logged here.
import type { FastifyInstance } from 'fastify'
import { needs } from './door.ts'

export interface Hook {
  readonly path: string
  /** a larger body is refused before it is read to its end */
  readonly bodyBytesMax: number
  /** true: may come in; by headers alone, before a byte of the body is read */
  admits(headers: Readonly<Record<string, string | readonly string[] | undefined>>): boolean
  /** Takes the whole body; resolves with the HTTP status of the answer, never rejects. */
  take(body: Buffer): Promise<number>
}

const FORBIDDEN = 403

/** Opens the doors, apart from everything else: their body parser is theirs alone. */
export async function addHooks(app: FastifyInstance, hooks: readonly Hook[]): Promise<void> {
  await app.register(async doors => {
    doors.removeAllContentTypeParsers()
    // the bytes stay together until the last has come: a character may be cut by the network, never by us
    doors.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const hook of hooks) {
      doors.post(hook.path, {
        ...needs('hook.call'),
        bodyLimit: hook.bodyBytesMax,
        onRequest: async (request, reply) => (hook.admits(request.headers) ? undefined : reply.code(FORBIDDEN).send()),
        handler: async (request, reply) => {
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
          return reply.code(await hook.take(body)).send()
        },
      })
    }
  })
}
