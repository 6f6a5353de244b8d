// `npm run test:mutants`: plants each defect in a copy of the project, runs the test that must see it, and says which ones
// were seen. Exit 1 when one was not. Names (parts of them) may be given to try only those.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MUTANTS, type Mutant } from './mutants.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COPIED = ['engine', 'matching', 'bot', 'adapters', 'prisma', 'test', 'docs']
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json', 'README.md']
const LIMIT_MS = 300_000

function copyProject(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'yinqi-mutants-'))
  for (const name of [...COPIED, ...FILES]) cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

function testFails(copy: string, { test, only }: Mutant): boolean {
  const args = ['vitest', 'run', test, '--maxWorkers=1', ...(only === undefined ? [] : ['-t', only])]
  const env = { ...process.env, SEEDS: '200' }
  const { status, stdout } = spawnSync('npx', args, { cwd: copy, env, encoding: 'utf8', timeout: LIMIT_MS })
  // a run that found no test to run proves nothing
  return status === 1 && /Tests .*failed/.test(stdout)
}

/** Whether the test sees the defect. @throws when the place where it is planted is not there exactly once */
function isSeen(copy: string, mutant: Mutant): boolean {
  const file = path.join(copy, mutant.file)
  const source = readFileSync(file, 'utf8')
  const places = source.split(mutant.find).length - 1
  if (places !== 1) throw new Error(`"${mutant.name}": its place is there ${places} times in ${mutant.file}`)
  writeFileSync(
    file,
    source.replace(mutant.find, () => mutant.put),
  )
  try {
    return testFails(copy, mutant)
  } finally {
    writeFileSync(file, source)
  }
}

const wanted = process.argv.slice(2)
const chosen = MUTANTS.filter(({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)))
const copy = copyProject()
const missed: string[] = []
try {
  for (const mutant of chosen) {
    let verdict: string
    try {
      verdict = isSeen(copy, mutant) ? 'seen' : 'MISSED'
    } catch (error) {
      verdict = `NOT PLANTED: ${error instanceof Error ? error.message : String(error)}`
    }
    if (verdict !== 'seen') missed.push(mutant.name)
    process.stdout.write(`${verdict}  ${mutant.name}  (${mutant.test})\n`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.stdout.write(`${chosen.length - missed.length} of ${chosen.length} planted defects were seen\n`)
process.exitCode = missed.length === 0 ? 0 : 1
