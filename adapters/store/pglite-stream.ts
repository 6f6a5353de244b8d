// The socket that `pg` believes it talks through: PostgreSQL's wire protocol goes straight into PGlite, in this
// process, without a port. So Prisma and raw SQL use one code path for the embedded database and for a server.
import { Duplex } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'

const LENGTH_BYTES = 4
/** 'S': ends a batch of the extended protocol */
const SYNC = 0x53
/** 'Q': a simple query */
const QUERY = 0x51
/** 'X': the client says goodbye */
const TERMINATE = 0x58

/** PGlite keeps one session across "connections": a new one finds nothing of the last, not even an open transaction. */
async function resetSession(db: PGlite): Promise<void> {
  if (db.isInTransaction()) await db.exec('ROLLBACK')
  await db.exec('DISCARD ALL')
}

/** Splits a byte stream into protocol messages. Only the start-up message has no type byte. */
function messageSplitter(): (chunk: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0)
  let started = false
  return chunk => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const messages: Buffer[] = []
    for (;;) {
      const head = started ? 1 : 0
      if (rest.length < head + LENGTH_BYTES) return messages
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return messages
      messages.push(rest.subarray(0, length))
      rest = rest.subarray(length)
      started = true
    }
  }
}

/** Opens a stream to the one session of `db`. At most one may be in use at a time. */
export function openStream(db: PGlite): Duplex {
  const split = messageSplitter()
  let started = false
  let batch: Buffer[] = []

  const run = async (bytes: Buffer): Promise<void> => {
    // nothing here ever waits for I/O: without this a busy database would starve timers and sockets
    await nextTurn()
    // what a broken connection had still under way must not reach the session, which is the next connection's by now
    if (stream.destroyed) return
    const onRawData = (data: Uint8Array) => void stream.push(Buffer.from(data))
    await db.runExclusive(() => db.execProtocolRawStream(bytes, { onRawData }))
  }

  const take = async (message: Buffer): Promise<void> => {
    if (!started) {
      started = true
      await resetSession(db)
      await run(message)
    } else if (message[0] === TERMINATE) {
      stream.push(null)
    } else {
      batch.push(message)
      if (message[0] !== SYNC && message[0] !== QUERY) return
      const bytes = Buffer.concat(batch)
      batch = []
      await run(bytes)
    }
  }

  const takeAll = async (chunk: Buffer): Promise<void> => {
    for (const message of split(chunk)) await take(message)
  }

  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      takeAll(chunk).then(() => done(), done)
    },
  })
  return asSocket(stream)
}

/** The methods of a net.Socket that `pg` calls; here they have nothing to do. */
function asSocket(stream: Duplex): Duplex {
  const nothing = () => stream
  const connect = () => {
    queueMicrotask(() => stream.emit('connect'))
    return stream
  }
  const socket = {
    connect,
    setNoDelay: nothing,
    setKeepAlive: nothing,
    setTimeout: nothing,
    ref: nothing,
    unref: nothing,
  }
  return Object.assign(stream, socket)
}
