// What stands in front of the product in real use: a proxy that does https for several names, passes the host on and writes
// the visitor's address over whatever was claimed. Its certificate is made by openssl for the test and known to nobody.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OPENSSL = ['/usr/bin/openssl', '/usr/local/bin/openssl'].find(file => existsSync(file))
export const hasOpenssl = OPENSSL !== undefined

function certificate(names: readonly string[]): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-https-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const alternatives = `subjectAltName=${names.map(name => `DNS:${name}`).join(',')}`
  const wishes = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=test',
  ]
  try {
    execFileSync(
      OPENSSL ?? 'openssl',
      ['req', '-x509', ...wishes, '-addext', alternatives, '-keyout', key, '-out', cert],
      {
        stdio: 'ignore',
      },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Passes a request on to `upstream`, as nginx does by the block in docs/deploy.md. */
function passOn(upstream: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const headers = {
    ...incoming.headers,
    'x-forwarded-for': incoming.socket.remoteAddress,
    'x-forwarded-proto': 'https',
  }
  const { hostname, port } = new URL(upstream)
  const call = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, response => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  call.on('error', () => answer.destroy())
  answer.on('close', () => call.destroy())
  incoming.pipe(call)
}

export type Page = (origin: string) => { readonly headers: Record<string, string>; readonly html: string }

/** An https server for `bridge`, which is passed on, and for other names with a page of their own. */
export async function startHttps(bridge: string, pages: Readonly<Record<string, Page>> = {}) {
  let upstream = ''
  const names = [bridge, ...Object.keys(pages)]
  const server = createServer(certificate(names), (incoming, answer) => {
    const name = (incoming.headers.host ?? '').split(':')[0] ?? ''
    const page = pages[name]?.(originOf(bridge))
    if (!page) return passOn(upstream, incoming, answer)
    answer.writeHead(200, page.headers).end(page.html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  const originOf = (name: string) => `https://${name}:${port}`
  return {
    originOf,
    /** From now on requests are passed on to there. */
    leadTo: (address: string) => {
      upstream = address
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
