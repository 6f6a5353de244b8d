// Data files that somebody spoiled, in every way people spoil them: the start is refused with file, line and reason, or the
// file holds all that it should. Nothing is ever left out in silence, and nothing is ever thrown that names no file.
// MUTATIONS=1000 makes so many of each product file.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DataFile, DataProblem } from '#engine'
import { parseCatalogue } from '#matching'
import { DataFault, loadData } from '../../../adapters/files/load.ts'
import { type ReadFile, readYaml, showProblems, yamlFiles } from '../../../adapters/files/yaml.ts'
import { type Expected, MUTATIONS, seeded } from '../../support/mutations.ts'
import { ROOT, rulebook } from '../../support/rulebook.ts'

const EACH = Number(process.env['MUTATIONS'] ?? 6)
/** of all other files together: each loads everything anew, a second of processor time */
const WHOLE = Number(process.env['MUTATIONS'] ?? 8)
const SLOW_MS = 3_600_000
const PLACE = /^(\S+(?:\.yaml|\/FROZEN)):(\d+) {2}(\S+): (\S.*)$/su

let root = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'yinqi-mutations-'))
  writeFileSync(path.join(root, 'package.json'), '{}')
  for (const name of yamlFiles(ROOT, '.').filter(one => /^(engine|matching|bot)\//.test(one))) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
    cpSync(path.join(ROOT, name), path.join(root, name))
  }
  cpSync(path.join(ROOT, 'engine/models/FROZEN'), path.join(root, 'engine/models/FROZEN'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const textOf = (name: string) => readFileSync(path.join(ROOT, name), 'utf8')

function yamlOf(name: string): DataFile {
  const file = readYaml(ROOT, name, [])
  if (!file) throw new Error(`${name} cannot be read`)
  return file
}

/** The catalogue of one product; its problems as people are shown them. */
function readAlone(name: string): { ok: unknown; shown: readonly string[] } {
  const problems: (DataProblem & { line?: number })[] = []
  const read = readYaml(root, name, problems)
  const files = new Map<string, ReadFile>(read ? [[name, read]] : [])
  if (!read) return { ok: undefined, shown: showProblems(problems, files) }
  const parsed = parseCatalogue({ ...COMMON, products: [read] }, BOOK)
  const product = parsed.ok ? parsed.value.products.get(name.replace(/^matching\/products\/|\.yaml$/g, '')) : undefined
  return { ok: product, shown: showProblems(parsed.ok ? [] : parsed.problems, files) }
}

const BOOK = rulebook()
const COMMON = {
  directory: yamlOf('matching/directory.yaml'),
  documents: yamlOf('matching/documents.yaml'),
  need: yamlOf('matching/need.yaml'),
}

interface Count {
  refused: number
  same: number
  changed: number
}

/** Fails unless what was told names the file and one of its lines. */
function expectPlaces(shown: readonly string[], file: string, lines: number, why: string): void {
  expect(shown, why).not.toEqual([])
  for (const one of shown) {
    const [, named, line] = PLACE.exec(one) ?? []
    expect([why, named], one).toEqual([why, file])
    expect(Number(line), one).toBeGreaterThanOrEqual(1)
    expect(Number(line), one).toBeLessThanOrEqual(lines + 1)
  }
}

test('every product file, spoiled in every way: refused with its line, or whole', { timeout: SLOW_MS }, () => {
  const names = yamlFiles(ROOT, 'matching/products')
  const count: Count = { refused: 0, same: 0, changed: 0 }
  for (const [nth, name] of names.entries()) {
    const text = textOf(name)
    const before = readAlone(name)
    expect(before.shown, name).toEqual([])
    for (let n = 0; n < EACH; n++) {
      const seed = nth * EACH + n
      const random = seeded(seed)
      const mutation = MUTATIONS[seed % MUTATIONS.length]
      const spoiled = mutation?.make(text, random)
      if (!mutation || !spoiled) continue
      writeFileSync(path.join(root, name), spoiled)
      const why = `${name} seed ${seed}: ${mutation.name}`
      const { ok, shown } = readAlone(name)
      if (ok === undefined) expectPlaces(shown, name, spoiled.toString('utf8').split('\n').length, why)
      const same = JSON.stringify(ok) === JSON.stringify(before.ok)
      const wanted: Readonly<Record<Expected, boolean>> = { refused: ok === undefined, same, told: true }
      expect([why, wanted[mutation.expected]], shown.join('\n')).toEqual([why, true])
      count[ok === undefined ? 'refused' : same ? 'same' : 'changed'] += 1
    }
    writeFileSync(path.join(root, name), text)
  }
  console.info(`${names.length} product files: ${JSON.stringify(count)}`)
  expect(count.refused).toBeGreaterThan(names.length)
})

test('any other data file, spoiled: the start is refused with file and line, or everything is there', {
  timeout: SLOW_MS,
}, () => {
  const names = yamlFiles(root, '.').filter(name => !name.startsWith('matching/products/'))
  let refused = 0
  for (let seed = 0; seed < WHOLE; seed++) {
    const random = seeded(seed + 1_000_000)
    const name = names[Math.floor(random() * names.length)] ?? ''
    const mutation = MUTATIONS[Math.floor(random() * MUTATIONS.length)]
    const spoiled = mutation?.make(textOf(name), random)
    if (!mutation || !spoiled) continue
    const why = `${name} seed ${seed}: ${mutation.name}`
    writeFileSync(path.join(root, name), spoiled)
    try {
      loadData(root)
      expect([why, mutation.expected === 'refused']).toEqual([why, false])
    } catch (error) {
      if (!(error instanceof DataFault)) throw new Error(`${why} threw`, { cause: error })
      // a model in force is compared byte by byte
      const frozen = error.problems.every(one => / {2}frozen: /.test(one))
      expect([why, mutation.expected === 'same' && !frozen]).toEqual([why, false])
      for (const one of error.problems) expect(one, why).toMatch(PLACE)
      refused += 1
    }
    writeFileSync(path.join(root, name), textOf(name))
  }
  expect(refused).toBeGreaterThan(0)
})

test('a file that is not there, or is a folder, is named like any other fault', () => {
  for (const [name, code] of [
    ['gone.yaml', 'ENOENT'],
    ['bot', 'EISDIR'],
  ] as const) {
    const problems: DataProblem[] = []
    expect(readYaml(root, name, problems)).toBeUndefined()
    expect(problems).toMatchObject([{ file: name, line: 1, message: `the file cannot be read: ${code}` }])
  }
})
