// A strict local stand-in for the three services of group robots: it takes only what their pages allow, counts how often, and
// fails on order. One server, one port; the paths tell the services apart.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ROBOT_RULES, type RobotName, type RobotRules } from './robot-rules.ts'

export interface RobotFault {
  /** token of the robot; without it, the next request to any */
  readonly token?: string
  /** lost: done, then cut · drop: cut, nothing done · status: that HTTP status, nothing done · answer: this body, nothing done */
  readonly does: 'lost' | 'drop' | { readonly status: number; readonly headers?: object } | { readonly answer: object }
}

interface Standing {
  readonly rules: RobotRules
  readonly name: RobotName
  readonly secret: string | undefined
  readonly at: number[]
}

export interface RobotServer {
  readonly port: number
  /** adds a robot to a group; its webhook address */
  robot(name: RobotName, token: string, secret?: string): string
  /** bodies that were taken, in order */
  shown(token: string): readonly Readonly<Record<string, unknown>>[]
  /** answers other than yes, as "token code" */
  readonly refusals: readonly string[]
  fault(fault: RobotFault): void
  /** requests that only asked whether anybody is there */
  asked(): number
  stop(): Promise<void>
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** What the service says to a request; `done` when it takes it. */
function verdict({ rules, secret, at }: Standing, url: URL, request: IncomingMessage, bytes: Buffer, now: number) {
  const body = parse(bytes)
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')
  if (request.method !== 'POST' || !isJson || !body) return rules.badBody
  if (secret !== undefined && !rules.isSigned(url, body, secret, now)) return rules.badSign
  if (bytes.length > rules.bytesMax || !rules.body.safeParse(body).success) return rules.badBody
  if (rules.rates.some(([window, most]) => at.filter(time => now - time < window).length >= most)) return rules.tooFast
  at.push(now)
  return rules.done
}

/** Starts it; `now` is the service's clock, in milliseconds since 1970. */
export async function startRobotServer(now: () => number = Date.now, port = 0): Promise<RobotServer> {
  const robots = new Map<string, Standing>()
  const taken = new Map<string, Record<string, unknown>[]>()
  const refusals: string[] = []
  const faults: RobotFault[] = []
  let asked = 0

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method === 'HEAD') {
      asked++
      return response.writeHead(404).end()
    }
    const bytes = await readBody(request)
    const token = Object.values(ROBOT_RULES)
      .map(rules => rules.token(url))
      .find(found => found !== '')
    const standing = robots.get(token ?? '')
    const index = faults.findIndex(fault => fault.token === undefined || fault.token === token)
    const [fault] = index < 0 ? [] : faults.splice(index, 1)
    const does = fault?.does
    if (does === 'drop') return request.socket.destroy()
    if (typeof does === 'object' && 'status' in does)
      return response.writeHead(does.status, { ...does.headers }).end('<html>')
    const own = Object.values(ROBOT_RULES).find(rules => rules.token(url) !== '')
    const answer =
      typeof does === 'object'
        ? does.answer
        : standing
          ? verdict(standing, url, request, bytes, now())
          : (own?.unknownToken ?? { error: 'no such page' })
    const isDone = standing !== undefined && answer === standing.rules.done
    if (isDone) taken.set(token ?? '', [...(taken.get(token ?? '') ?? []), parse(bytes) ?? {}])
    else refusals.push(`${token} ${JSON.stringify(answer)}`)
    if (does === 'lost') return request.socket.destroy()
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.address() as AddressInfo
  return {
    port: bound,
    robot(name, token, secret) {
      robots.set(token, { name, rules: ROBOT_RULES[name], secret, at: [] })
      return `http://127.0.0.1:${bound}${ROBOT_RULES[name].path(token)}`
    },
    shown: token => taken.get(token) ?? [],
    refusals,
    fault: fault => void faults.push(fault),
    asked: () => asked,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
