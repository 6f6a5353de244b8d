// The page's own files, read once at start and served from memory: nothing outside this folder can be asked for.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
}

export interface Asset {
  readonly type: string
  readonly tag: string
  readonly plain: Buffer
  readonly zipped: Buffer
}

/** Beside this file in the sources; from dist/adapters/web the folder stands three levels up. */
const FOLDERS = ['./public/', '../../../adapters/web/public/'].map(path => new URL(path, import.meta.url))

function asset(type: string, plain: Buffer): Asset {
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`
  return { type, tag, plain, zipped: gzipSync(plain) }
}

async function filesOf(folder: URL): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder)
  } catch {
    return undefined
  }
}

/** Every file of the page by name. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  for (const folder of FOLDERS) {
    const files = await filesOf(folder)
    if (!files) continue
    const assets = new Map<string, Asset>()
    for (const file of files) {
      const type = TYPES[file.slice(file.lastIndexOf('.') + 1)]
      if (type) assets.set(file, asset(type, await readFile(new URL(file, folder))))
    }
    return assets
  }
  throw new Error(`the page's files are missing: ${FOLDERS.map(folder => folder.pathname).join(', ')}`)
}

/** A page of ours with attributes of its body set. */
function pageWith(
  file: string,
  attributes: Readonly<Record<string, string>>,
  assets: ReadonlyMap<string, Asset>,
): Asset {
  const page = assets.get(file)
  if (!page) throw new Error(`${file} is missing`)
  let html = page.plain.toString('utf8')
  for (const [name, value] of Object.entries(attributes))
    html = html.replace(new RegExp(`${name}="[^"]*"`), `${name}="${value}"`)
  return asset(page.type, Buffer.from(html))
}

/** The one page, told which halves to show. */
export const pageFor = (view: 'both' | 'chat' | 'desk', assets: ReadonlyMap<string, Asset>): Asset =>
  pageWith('index.html', { 'data-view': view }, assets)

/** The chat in a frame, told which websites may be around it. */
export const widgetPage = (origins: readonly string[], assets: ReadonlyMap<string, Asset>): Asset =>
  pageWith('index.html', { 'data-view': 'widget', 'data-parents': origins.join(' ') }, assets)

/** The sign-in page, told which ways there are. */
export const signInPage = (ways: readonly string[], assets: ReadonlyMap<string, Asset>): Asset =>
  pageWith('sign-in.html', { 'data-ways': ways.join(' ') }, assets)

/** Answers with a file: unchanged, zipped or plain. */
export function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply.headers({ 'content-type': asset.type, 'cache-control': 'no-cache', etag: asset.tag, vary: 'accept-encoding' })
  if (request.headers['if-none-match'] === asset.tag) return reply.code(304).send()
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (!zip) return reply.send(asset.plain)
  return reply.header('content-encoding', 'gzip').send(asset.zipped)
}
