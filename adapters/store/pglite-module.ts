// PGlite's program, compiled so that its SQL parser is never optimised. The parser is one function of two thousand branches;
// V8 takes 600 MB and seconds of processor time to optimise it at every start, and statements are not read any faster after.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'

/** V8 compiles a function when it is first called, and asks then whether it may be optimised later: only this one may. */
const onlyOptimise = (index: number) => setFlagsFromString(`--wasm-tier-up-filter=${index}`)
/** index of an import, which is nothing to optimise */
const NONE = 0
const ALL = -1

/** PGlite's own figures, in pages of 64 KiB and entries; only addresses, nobody writes there */
const MEMORY = { initial: 2_048, maximum: 32_768 }
const TABLE = { initial: 20_000, element: 'anyfunc' } as const

type Functions = Readonly<Record<string, (...args: number[]) => unknown>>

/** What the program wants from outside, and none of it works. */
function nothing(module: WebAssembly.Module): object {
  const imports: Record<string, Record<string, unknown>> = {}
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {}
    if (kind === 'function') imports[from][name] = () => 0
    if (kind === 'memory') imports[from][name] = new WebAssembly.Memory(MEMORY)
    if (kind === 'table') imports[from][name] = new WebAssembly.Table(TABLE)
  }
  return imports
}

/** Calls what must fail: there is no database behind it. It is compiled all the same. */
function compile(call: () => unknown): void {
  try {
    call()
  } catch {
    // as meant
  }
}

/** Machine code belongs to the module: what is compiled here is what every other instance runs. */
function holdParser(module: WebAssembly.Module): void {
  const { scanner_init: scanner, raw_parser: parser } = new WebAssembly.Instance(module, nothing(module))
    .exports as Functions
  // what the parser calls before it fails may well be optimised, so it is compiled first
  compile(() => scanner?.(0, 0, 0, 0))
  onlyOptimise(NONE)
  compile(() => parser?.(0, 0))
  onlyOptimise(ALL)
}

async function compileModule(): Promise<WebAssembly.Module> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const module = await WebAssembly.compile(await readFile(path.join(folder, 'pglite.wasm')))
  // of another version than the one this was written for: it works as well, and takes more memory
  compile(() => holdParser(module))
  return module
}

let compiled: Promise<WebAssembly.Module> | undefined

/** The program for PGlite's option `pgliteWasmModule`; one for all databases of this process. */
export function pgliteModule(): Promise<WebAssembly.Module> {
  compiled ??= compileModule()
  return compiled
}
