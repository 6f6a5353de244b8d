// The other end of Socket Mode, as far as Slack's client needs it: one WebSocket, text frames, hello, envelopes, acks.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10

function frame(opcode: number, payload: Buffer): Buffer {
  const head = payload.length < 126 ? Buffer.from([0x80 | opcode, payload.length]) : Buffer.alloc(4)
  if (payload.length >= 126) {
    head[0] = 0x80 | opcode
    head[1] = 126
    head.writeUInt16BE(payload.length, 2)
  }
  return Buffer.concat([head, payload])
}

/** Reads the client's masked frames out of `buffer`; returns what is left. */
function readFrames(buffer: Buffer, on: (opcode: number, payload: Buffer) => void): Buffer {
  let rest = buffer
  while (rest.length >= 6) {
    const short = (rest[1] ?? 0) & 0x7f
    const headLength = short === 126 ? 4 : 2
    const length = short === 126 ? rest.readUInt16BE(2) : short
    const end = headLength + 4 + length
    if (rest.length < end) break
    const mask = rest.subarray(headLength, headLength + 4)
    const payload = Buffer.from(rest.subarray(headLength + 4, end).map((byte, at) => byte ^ (mask[at % 4] ?? 0)))
    on((rest[0] ?? 0) & 0x0f, payload)
    rest = rest.subarray(end)
  }
  return rest
}

export interface SocketServer {
  readonly url: string
  /** envelope ids the client acknowledged */
  readonly acked: string[]
  connections(): number
  /** sends an envelope to every open connection */
  envelope(id: string, type: string, payload: unknown): void
  /** asks the client to reconnect, as Slack does before it recycles a host */
  recycle(): void
  drop(): void
  stop(): Promise<void>
}

/** Starts a WebSocket server on loopback. */
export async function startSocketServer(): Promise<SocketServer> {
  const open = new Set<Socket>()
  const acked: string[] = []
  let connections = 0
  const say = (socket: Socket, message: unknown) => socket.write(frame(TEXT, Buffer.from(JSON.stringify(message))))
  const server = createServer()
  server.on('upgrade', (request, socket: Socket) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64')
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
    socket.write(`${[...head, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`)
    connections++
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => open.delete(socket))
    let buffer: Buffer = Buffer.alloc(0)
    socket.on('data', chunk => {
      buffer = readFrames(Buffer.concat([buffer, chunk]), (opcode, payload) => {
        if (opcode === TEXT) acked.push(JSON.parse(payload.toString()).envelope_id)
        if (opcode === PING) socket.write(frame(PONG, payload))
        if (opcode === CLOSE) socket.end(frame(CLOSE, payload))
      })
    })
    say(socket, { type: 'hello' })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const all = (message: unknown) => {
    for (const socket of open) say(socket, message)
  }
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    acked,
    connections: () => connections,
    envelope: (id, type, payload) => all({ envelope_id: id, type, payload, accepts_response_payload: false }),
    recycle: () => all({ type: 'disconnect', reason: 'refresh_requested' }),
    drop() {
      for (const socket of open) socket.destroy()
    },
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
