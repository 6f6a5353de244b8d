#!/usr/bin/env node
// Stands in for Prisma's schema engine, a binary that its CLI would download. It answers `prisma migrate diff` with
// Prisma's own WASM build of that engine and an in-memory PGlite as shadow database: no download, no server.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ENGINE = '@prisma/schema-engine-wasm/schema_engine_bg'
const ERROR_CODE = 4466
const NATIVE_HINT =
  "needs Prisma's own engine: set PRISMA_NATIVE_ENGINE=1, which downloads it. The program applies prisma/migrations by itself when it starts."

const args = process.argv.slice(2)

/** The WASM module needs its glue code handed in by hand, because Node does not import .wasm files. */
async function loadEngine() {
  const glue = await import(ENGINE)
  const file = fileURLToPath(new URL('schema_engine_bg.wasm', import.meta.resolve(ENGINE)))
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/** A fresh, empty database for the engine to replay migrations in. */
async function openShadow() {
  const { PGlite } = await import('@electric-sql/pglite')
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const adapter = await new PrismaPGlite(new PGlite()).connect()
  // the adapter's own executeScript returns before the script has run
  adapter.executeScript = async sql => {
    await adapter.client.exec(sql)
  }
  return adapter
}

async function startEngine() {
  const [SchemaEngine, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([
    loadEngine(),
    import('@prisma/driver-adapter-utils'),
  ])
  const files = args.filter((_, i) => args[i - 1] === '--datamodels')
  const datamodels = files.map(file => [file, readFileSync(file, 'utf8')])
  const factory = { provider: 'postgres', adapterName: 'pglite', connect: openShadow, connectToShadowDb: openShadow }
  return SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

const send = message => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

let engine
async function answer({ id, method, params }) {
  try {
    if (method !== 'diff') throw new Error(`"${method}" ${NATIVE_HINT}`)
    engine ??= startEngine()
    const result = await (await engine).diff(params)
    if (result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
    send({ id, result })
  } catch (error) {
    const message = String(error?.message ?? error)
    send({ id, error: { code: ERROR_CODE, message, data: { is_panic: false, message } } })
  }
}

/** JSON-RPC, one message per line, answered in order. */
function serve() {
  let busy = Promise.resolve()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', line => {
    const request = JSON.parse(line)
    // a line without a method is the CLI's answer to our `print`
    if (request.method) busy = busy.then(() => answer(request))
  })
  lines.on('close', () => busy.then(() => process.exit(0)))
}

if (args.includes('--version')) {
  console.log('schema-engine-cli (offline stand-in)')
} else if (args.includes('cli')) {
  const fields = { error_code: 'OFFLINE', message: `this command ${NATIVE_HINT}` }
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
  process.exitCode = 1
} else {
  serve()
}
