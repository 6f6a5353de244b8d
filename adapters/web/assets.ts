// The page's own files, read once at start and served from memory: nothing outside this folder can be asked for.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

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

/** The one page, told which halves to show. */
export function pageFor(view: 'both' | 'chat' | 'desk', assets: ReadonlyMap<string, Asset>): Asset {
  const page = assets.get('index.html')
  if (!page) throw new Error('index.html is missing')
  const html = page.plain.toString('utf8').replace('data-view="both"', `data-view="${view}"`)
  return asset(page.type, Buffer.from(html))
}
