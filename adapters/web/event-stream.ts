// Server-sent events: one open reply per page. A stream is caught up from the store, never from memory, so a restart of
// this server or a commit by another process loses nothing.
import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { Message } from '../store/store.ts'
import { STREAM } from './limits.ts'

/** Messages after an id, oldest first. */
export type Read = (after: bigint) => Promise<readonly Message[]>

export interface Opening {
  readonly reply: FastifyReply
  /** streams are counted per owner */
  readonly owner: string
  readonly read: Read
  /** the last id the page holds, 0 for none */
  readonly after: bigint
  /** sent before everything else */
  readonly hello?: object | undefined
  /** asked before anything is sent: false ends the stream. Without it, whoever opened it may read on. */
  readonly may?: (() => Promise<boolean>) | undefined
  /** messages here may be deleted, and must leave the page as well */
  readonly mayLose?: boolean | undefined
}

interface Stream {
  readonly raw: ServerResponse
  readonly read: Read
  readonly owner: string
  readonly may: () => Promise<boolean>
  readonly mayLose: boolean
  /** ids this page holds */
  readonly sent: Set<bigint>
  last: bigint
  busy: boolean
  again: boolean
}

export interface Streams {
  /** Takes the reply over and streams to it; false when there are too many streams already. */
  readonly open: (opening: Opening) => boolean
  readonly close: () => void
}

export interface StreamsOptions {
  readonly onChange: (listener: () => void) => () => void
  readonly report: (code: string, error: unknown) => void
}

/** What the page gets of a message; ids are strings there, for they outgrow a JavaScript number. */
const wire = (message: Message) => JSON.stringify({ ...message, id: String(message.id) })

function write(stream: Stream, event: string, data: string, id?: bigint): void {
  stream.raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`)
  if (stream.raw.writableLength > STREAM.bufferBytes) stream.raw.destroy()
}

function send(stream: Stream, message: Message): void {
  stream.sent.add(message.id)
  stream.last = message.id
  write(stream, 'message', wire(message), message.id)
}

function writeKeep(stream: Stream, stored: readonly Message[]): void {
  write(stream, 'keep', JSON.stringify(stored.map(message => String(message.id))))
}

/** The store hands out a limited number at a time. */
async function readAll(read: Read, after: bigint): Promise<readonly Message[]> {
  const all: Message[] = []
  for (let page = await read(after); page.length > 0; page = await read(all.at(-1)?.id ?? after)) all.push(...page)
  return all
}

/** The first delivery: what the page missed, and what it must drop. */
async function replay(stream: Stream, after: bigint, hello: object | undefined): Promise<boolean> {
  const stored = await readAll(stream.read, 0n)
  const newest = stored.at(-1)?.id ?? 0n
  // A page that knows more than the store speaks of another database: it starts again.
  const known = after > newest ? 0n : after
  if (hello) write(stream, 'hello', JSON.stringify(hello))
  if (after > 0n) writeKeep(stream, known === 0n ? [] : stored)
  stream.last = known
  for (const message of stored) {
    if (message.id <= known) stream.sent.add(message.id)
    else send(stream, message)
  }
  write(stream, 'ready', '{}')
  return true
}

/** Tells the page which ids still exist when some it holds are gone. */
async function dropGone(stream: Stream): Promise<void> {
  const stored = await readAll(stream.read, 0n)
  const ids = new Set(stored.map(message => message.id))
  const gone = [...stream.sent].filter(id => !ids.has(id))
  for (const id of gone) stream.sent.delete(id)
  if (gone.length > 0) writeKeep(stream, stored)
}

/** False: whoever listens may not read on, and is told so. */
async function catchUp(stream: Stream): Promise<boolean> {
  if (!(await stream.may())) {
    write(stream, 'over', '{}')
    return false
  }
  const fresh = await readAll(stream.read, stream.last)
  if (fresh.length === 0) return true
  // Whoever has everything deleted is told so: a deletion never comes without a new message.
  if (stream.mayLose) await dropGone(stream)
  for (const message of fresh) send(stream, message)
  return true
}

/** All open streams of one server. */
export function createStreams({ onChange, report }: StreamsOptions): Streams {
  const streams = new Set<Stream>()
  let gathering: NodeJS.Timeout | undefined

  const end = (stream: Stream) => {
    streams.delete(stream)
    stream.raw.end()
  }
  const work = async (stream: Stream, step: () => Promise<boolean>) => {
    if (stream.busy) {
      stream.again = true
      return
    }
    stream.busy = true
    try {
      let goesOn = await step()
      while (goesOn && stream.again && streams.has(stream)) {
        stream.again = false
        goesOn = await catchUp(stream)
      }
      if (!goesOn) end(stream)
    } catch (error) {
      report('stream', error)
      end(stream)
    } finally {
      stream.busy = false
    }
  }
  const catchUpAll = () => {
    for (const stream of streams) void work(stream, () => catchUp(stream))
  }
  const stopListening = onChange(() => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      catchUpAll()
    }, STREAM.gatherMs)
  })
  const poll = setInterval(catchUpAll, STREAM.pollMs)
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.raw.write(': still here\n\n')
  }, STREAM.heartbeatMs)

  return {
    open: opening => {
      const own = [...streams].filter(stream => stream.owner === opening.owner).length
      if (own >= STREAM.perPeer || streams.size >= STREAM.total) return false
      const stream = begin(opening)
      streams.add(stream)
      stream.raw.on('close', () => streams.delete(stream))
      void work(stream, () => replay(stream, opening.after, opening.hello))
      return true
    },
    close: () => {
      stopListening()
      clearTimeout(gathering)
      clearInterval(poll)
      clearInterval(heartbeat)
      for (const stream of streams) end(stream)
    },
  }
}

function begin({ reply, owner, read, may = async () => true, mayLose = false }: Opening): Stream {
  reply.hijack()
  const raw = reply.raw
  raw.on('error', () => raw.destroy())
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write(`retry: ${STREAM.retryMs}\n\n`)
  return { raw, read, owner, may, mayLose, sent: new Set(), last: 0n, busy: false, again: false }
}
