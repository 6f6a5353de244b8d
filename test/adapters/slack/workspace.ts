// A workspace of `emulate`, with a line before it that can be cut after the work was done.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import { afterEach, expect } from 'vitest'
import { z } from 'zod'

export const OURS = 'xoxb-ours'
const READER = 'xoxb-reader'

export const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** The workspace, and what its members see; `loseAnswer` cuts the line after the next call of a method. */
export async function openWorkspace(scopes: readonly string[]) {
  const slack = {
    strict_scopes: true,
    users: [{ name: 'wang', profile: { display_name: '王经理' } }],
    channels: [{ name: 'leads' }, { name: 'others' }],
    tokens: [
      { token: OURS, scopes },
      { token: READER, scopes: ['channels:read', 'channels:history', 'users:read'] },
    ],
  }
  const port = await freePort()
  const inner = `http://127.0.0.1:${port}`
  const lost: string[] = []
  const proxy = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(`${inner}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: Buffer.concat(pieces),
    })
    const text = await answer.text()
    const index = lost.findIndex(method => request.url?.endsWith(method))
    if (index >= 0) {
      lost.splice(index, 1)
      request.socket.destroy()
      return
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  closers.push(async () => {
    proxy.closeAllConnections()
    await new Promise(resolve => proxy.close(resolve))
  })
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  // it is to name our proxy where it names itself, as for uploads
  const emulator = await createEmulator({ service: 'slack', port, baseUrl: origin, seed: { slack } as never })
  closers.push(() => emulator.close())
  const ask = async (method: string, body: object = {}): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${inner}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${READER}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return z.record(z.string(), z.unknown()).parse(await answer.json())
  }
  const named = z.array(z.object({ id: z.string(), name: z.string() }))
  const idOf = async (method: string, list: string, name: string) =>
    named.parse((await ask(method))[list]).find(one => one.name === name)?.id ?? expect.unreachable(name)
  const channel = await idOf('conversations.list', 'channels', 'leads')
  const messages = async (ts?: string) =>
    z
      .array(z.looseObject({ ts: z.string(), text: z.string(), metadata: z.unknown().optional() }))
      .parse(
        (await ask(ts === undefined ? 'conversations.history' : 'conversations.replies', { channel, ts }))['messages'],
      )
  return {
    apiUrl: `${origin}/api/`,
    channel,
    user: await idOf('users.list', 'members', 'wang'),
    messages,
    ask,
    loseAnswer: (method: string) => void lost.push(method),
  }
}
