// PGlite's own file system answers fsync without doing it, so a power cut could take committed rows. This one does it.
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

interface FileStream {
  /** descriptor of the real file; directories have none */
  readonly nfd?: number
  readonly node: unknown
}

/** The part of Emscripten's file system that we add to. */
interface EmscriptenModule {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: FileStream) => number }; realPath(node: unknown): string }
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function addFsync({ NODEFS }: EmscriptenModule): void {
  NODEFS.stream_ops.fsync = stream => {
    if (stream.nfd === undefined) syncPath(NODEFS.realPath(stream.node))
    else fsyncSync(stream.nfd)
    return 0
  }
}

/** PGlite takes a file system only as a subclass of its own. */
export class DurableFS extends NodeFS {
  override async init(db: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(db, options)
    const preRun = [...[emscriptenOpts.preRun ?? []].flat(), addFsync] as NonNullable<typeof emscriptenOpts.preRun>
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

/** Puts a folder and all in it on the disk: what the first start copied there was written without fsync. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name))
  }
  syncPath(folder)
}
