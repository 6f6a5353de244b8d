// The package as somebody else gets it: packed, installed into an empty folder, imported, its documented examples run and
// its command called. Built from a copy, so that a `dist` of this folder is neither used nor touched.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from './support/rulebook.ts'

const LIMIT_MS = 90_000
const COPIED = ['engine', 'matching', 'bot', 'adapters', 'prisma', 'docs'] as const
const BIN = path.join(ROOT, 'node_modules/.bin')
const run = promisify(execFile)
const env = { ...process.env, PATH: `${BIN}${path.delimiter}${process.env['PATH']}`, NODE_OPTIONS: '' }
const folder = mkdtempSync(path.join(os.tmpdir(), 'yinqi-package-'))
const app = path.join(folder, 'app')

/** Everything a build needs: the folders of the program, the files beside them, and what is installed. */
function copyOfSource(): string {
  const source = path.join(folder, 'source')
  mkdirSync(source)
  const files = readdirSync(ROOT, { withFileTypes: true }).filter(
    entry => entry.isFile() && !entry.name.startsWith('zz'),
  )
  for (const name of [...COPIED, ...files.map(entry => entry.name)])
    cpSync(path.join(ROOT, name), path.join(source, name), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(source, 'node_modules'))
  return source
}

const inApp = (command: string, ...args: readonly string[]) => run(command, args, { cwd: app, env })

beforeAll(async () => {
  await run('npm', ['pack', '--pack-destination', folder], { cwd: copyOfSource(), env })
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))
  mkdirSync(app)
  writeFileSync(path.join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }')
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
  await run('npm', ['install', ...quiet, path.join(folder, tarball ?? '')], { cwd: app, env })
}, LIMIT_MS)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const COMPANY = '去年营业收入: 3000 万元\n职工总数: 60\n科技（研发）人员数: 25\n'

describe('the command', () => {
  test('yinqi --help', async () => {
    const { stdout } = await inApp('npx', 'yinqi', '--help')
    expect(stdout).toContain('银企桥')
    expect(stdout).toMatch(/^ {2}rate /m)
  })

  test('rates a company and a table with the data that came along', async () => {
    writeFileSync(path.join(app, 'company.yaml'), COMPANY)
    const { stdout } = await inApp('npx', 'yinqi', 'rate', 'company.yaml', '--json')
    const ratings = JSON.parse(stdout) as { model: string; score: { low: number } }[]
    expect(ratings.find(one => one.model === 'tech-sme')?.score.low).toBe(20)
    writeFileSync(path.join(app, 'firms.csv'), '企业名称,去年营业收入（万元）\n甲,3000\n乙,三千\n')
    const table = await inApp('npx', 'yinqi', 'rate', 'firms.csv', '-o', 'rated.xlsx', '--json')
    expect(JSON.parse(table.stdout)).toMatchObject({ rows: 2, rated: 1, broken: 1 })
  })

  test('finds every data file', async () => {
    expect((await inApp('npx', 'yinqi', 'check')).stdout).toContain(' 0 problems')
  })
})

/** Each example of the page with what it prints. */
const page = readFileSync(path.join(ROOT, 'docs/library.md'), 'utf8')
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, code = '', output = '']) => ({
    code,
    output,
  }),
)

describe('docs/library.md', () => {
  test('shows what each example prints', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4)
    expect([...page.matchAll(/```js\n/g)]).toHaveLength(examples.length)
  })

  test.each(examples.map((example, index) => ({ ...example, number: index + 1 })))(
    'example $number runs and prints what it says',
    async ({ code, output, number }) => {
      writeFileSync(path.join(app, `example-${number}.js`), code)
      expect((await inApp('node', `example-${number}.js`)).stdout).toBe(output)
    },
  )
})

describe('types', () => {
  const check = (name: string, code: string) => {
    writeFileSync(path.join(app, name), code)
    return inApp('tsc', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', name)
  }
  const START = `import { type Rating, read, NO_ANSWERS } from 'yinqi-bridge/engine'
import { match, type Match } from 'yinqi-bridge/matching'
import { loadData } from 'yinqi-bridge/files'
const { rulebook, catalogue } = loadData()
const reading = read(rulebook, NO_ANSWERS, 20_000)
export const found: Match = match(catalogue, reading)
export const rating: Rating | undefined = reading.rating('tech-sme')
`
  test('come with the package', async () => {
    await check('right.ts', START)
  })
  test('refuse what is wrong', async () => {
    const wrong = check('wrong.ts', `${START}export const points: string = rating?.score.low ?? 0\n`)
    await expect(wrong).rejects.toMatchObject({ stdout: expect.stringMatching(/^wrong\.ts\(8,14\): error TS2322/) })
  })
})

describe('without a disk', () => {
  test.each(['engine', 'matching'])('%s imports nothing of Node', async name => {
    const dist = path.join(app, 'node_modules/yinqi-bridge/dist', name)
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
    const foreign = files.flatMap(file =>
      [...readFileSync(path.join(dist, file), 'utf8').matchAll(/from '([^.'][^']*)'/g)]
        .map(([, from = '']) => from)
        .filter(from => !['zod', '#engine'].includes(from)),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(foreign).toEqual([])
  })
})
