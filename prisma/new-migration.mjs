// Writes the next migration from schema.prisma, offline:  node prisma/new-migration.mjs <name>
// What it writes is read before it is committed; a migration that was once released is never edited again.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MIGRATIONS = 'prisma/migrations'
const LOCK = join(ROOT, MIGRATIONS, 'migration_lock.toml')

/** What is in the schema but not in the migrations, as SQL. */
function difference() {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-migration-'))
  const out = join(folder, 'migration.sql')
  const from = ['--from-migrations', MIGRATIONS, '--to-schema', 'prisma/schema.prisma']
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  try {
    execFileSync(process.execPath, [cli, 'migrate', 'diff', ...from, '--script', '--output', out], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return readFileSync(out, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const name = (process.argv[2] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_')
if (!name) {
  console.error('usage: node prisma/new-migration.mjs <name>')
  process.exit(1)
}
mkdirSync(join(ROOT, MIGRATIONS), { recursive: true })
// Prisma's tools look for this file and refuse another kind of database
if (!existsSync(LOCK)) writeFileSync(LOCK, 'provider = "postgresql"\n')

const sql = difference()
if (/^\s*(--.*)?\s*$/.test(sql)) {
  console.log('schema and migrations already agree')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = `${MIGRATIONS}/${stamp}_${name}`
  mkdirSync(join(ROOT, folder))
  writeFileSync(join(ROOT, folder, 'migration.sql'), sql)
  console.log(`wrote ${folder}/migration.sql`)
}
