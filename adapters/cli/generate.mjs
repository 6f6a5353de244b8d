// Makes the database client (adapters/store/generated) from prisma/schema.prisma when it is missing or was made from
// another schema or another Prisma. npm runs it before start, test and build, so a fresh clone needs no extra step.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const GENERATED = join(ROOT, 'adapters/store/generated')
const STAMP = join(GENERATED, 'made-from.txt')

/** Where Prisma's command line is, and which version; undefined in an installation without it. */
function findPrisma() {
  const require = createRequire(import.meta.url)
  try {
    return { cli: require.resolve('prisma/build/index.js'), version: require('prisma/package.json').version }
  } catch {
    return undefined
  }
}

function generate(cli) {
  const env = { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  try {
    execFileSync(process.execPath, [cli, 'generate', '--no-hints'], { cwd: ROOT, env, stdio: 'pipe' })
  } catch (error) {
    console.error(String(error.stdout ?? ''), String(error.stderr ?? error))
    console.error('prisma generate failed; the database client could not be made')
    process.exit(1)
  }
}

const prisma = findPrisma()
const made = existsSync(join(GENERATED, 'client.ts'))
if (prisma) {
  const schema = readFileSync(join(ROOT, 'prisma/schema.prisma'))
  const stamp = createHash('sha256').update(schema).update(prisma.version).digest('hex')
  if (!made || !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
    generate(prisma.cli)
    writeFileSync(STAMP, stamp)
  }
} else if (!made) {
  console.error('the package "prisma" is missing, and the database client was not made yet: run npm ci')
  process.exit(1)
}
