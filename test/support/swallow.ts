// A TCP proxy in front of a server that can fall silent: what stands in its connections then goes nowhere, and nobody is
// told, as when a firewall forgets a connection. New connections pass.

import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Swallow {
  /** the same database through the proxy */
  readonly url: string
  /** From now on the connections there are lead nowhere; those made later pass. Tells how many there were. */
  readonly fallSilent: () => number
  readonly stop: () => Promise<void>
}

export async function openSwallow(target: string): Promise<Swallow> {
  const { hostname, port } = new URL(target)
  const open = new Set<{ near: Socket; far: Socket; silent: boolean }>()
  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    const pair = { near, far, silent: false }
    open.add(pair)
    near.on('data', chunk => pair.silent || far.write(chunk))
    far.on('data', chunk => pair.silent || near.write(chunk))
    const end = (other: Socket) => () => {
      if (pair.silent) return
      open.delete(pair)
      other.destroy()
    }
    near.on('close', end(far)).on('error', () => {})
    far.on('close', end(near)).on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(target)
  url.port = String(typeof address === 'object' ? address?.port : '')
  return {
    url: url.href,
    fallSilent: () => {
      const heard = [...open].filter(pair => !pair.silent)
      for (const pair of heard) pair.silent = true
      return heard.length
    },
    stop: async () => {
      for (const { near, far } of open) {
        near.destroy()
        far.destroy()
      }
      server.close()
      await once(server, 'close')
    },
  }
}
