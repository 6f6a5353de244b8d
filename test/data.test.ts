// The data files themselves: they load without a fault, and a copy with a mistake in it refuses the start and says in
// which file, on which line and why.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { DataFault, loadData } from '../adapters/files/load.ts'
import { readYaml, yamlFiles } from '../adapters/files/yaml.ts'
import { dayOf } from '../engine/quantity.ts'
import { ROOT, TODAY } from './support/rulebook.ts'

const DATA = ['engine/facts', 'engine/models', 'matching', 'bot'] as const
const MODEL = 'engine/models/tech-sme/2017-05-03.yaml'
const FACTS = 'engine/facts/02-people.yaml'
const PRODUCT = 'matching/products/hangzhou-binjiang/innovation-points-loan.yaml'
const OTHER = 'matching/products/hubei/knowledge-value-loan.yaml'

let copies = ''
beforeAll(() => {
  copies = mkdtempSync(path.join(tmpdir(), 'yinqi-data-'))
})
afterAll(() => rmSync(copies, { recursive: true, force: true }))

/** A fresh copy of the data. */
function copy(): string {
  const root = mkdtempSync(path.join(copies, 'copy-'))
  for (const folder of DATA)
    cpSync(path.join(ROOT, folder), path.join(root, folder), { recursive: true, filter: name => !name.endsWith('.ts') })
  return root
}

/** Replaces the first occurrence in one file of a copy; answers `file:line` of the change. */
function change(root: string, file: string, from: string, to: string): string {
  const before = readFileSync(path.join(root, file), 'utf8')
  const at = before.indexOf(from)
  if (at < 0) throw new Error(`${file} does not say ${from}`)
  writeFileSync(path.join(root, file), before.replace(from, to))
  return `${file}:${before.slice(0, at).split('\n').length}`
}

/** The problems that refuse a start; none when it loads. */
function problems(root: string): readonly string[] {
  try {
    loadData(root)
    return []
  } catch (error) {
    if (error instanceof DataFault) return error.problems
    throw error
  }
}

/** Exactly these faults, each at its place and with its reason; besides them only who misses a file that fell out. */
function expectProblems(found: readonly string[], wanted: readonly (readonly [place: string, reason: RegExp])[]): void {
  for (const [place, reason] of wanted) {
    const there = found.filter(one => one.startsWith(`${place}  `))
    expect(there, `${place} in\n${found.join('\n')}`).not.toEqual([])
    expect(there.join('\n')).toMatch(reason)
  }
  const others = found.filter(one => !/ {2}unknown-name: no product is called /.test(one))
  expect(others, found.join('\n')).toHaveLength(wanted.length)
}

describe('the real data', () => {
  const { rulebook, catalogue } = loadData()
  test('loads: facts, models and products are all there', () => {
    expect(rulebook.facts.size).toBeGreaterThan(100)
    expect(rulebook.models.size).toBeGreaterThan(1)
    expect(catalogue.products.size).toBe(yamlFiles(ROOT, 'matching/products').length)
  })
  test('a model stands in the folder of its id, in the file of its day', () => {
    const files = [...rulebook.models.values()].flat().map(({ id, version }) => `engine/models/${id}/${version}.yaml`)
    expect(files.sort()).toEqual(yamlFiles(ROOT, 'engine/models'))
  })
  test('every model had been published on the day it came into force, and so had every product', () => {
    for (const model of [...rulebook.models.values()].flat()) expect(model.from, model.id).toBeLessThanOrEqual(TODAY)
    for (const { id, source } of catalogue.products.values()) expect(dayOf(source.date), id).toBeLessThanOrEqual(TODAY)
  })
})

describe('a mistake in the rules refuses the start', () => {
  test('all mistakes at once, each with file, line and reason', () => {
    const root = copy()
    const overlap = change(root, MODEL, '- { atLeast: 25 %, points: 16 }', '- { atLeast: 30 %, points: 16 }')
    const unit = change(root, MODEL, '- { atLeast: 4 %, points: 30 }', '- { atLeast: 4, points: 30 }')
    const fact = change(root, MODEL, 'fact: credit.accident', 'fact: credit.accidents')
    const option = change(root, MODEL, 'oneOf: [national]', 'oneOf: [global]')
    const bound = change(root, FACTS, 'max: 100000', 'max: many')
    expectProblems(problems(root), [
      [bound, /bad-quantity: many is no count/],
      [overlap, /bands-disorder: band 2 \(30 %\) does not lie below band 1/],
      [unit, /bad-quantity: 4 is no percent; write for instance 30 %/],
      [fact, /unknown-fact: no fact is called credit\.accidents/],
      [option, /unknown-option: global is none of/],
    ])
  })
  test('a day that does not exist', () => {
    const root = copy()
    const date = change(root, MODEL, 'effectiveFrom: 2017-05-03', 'effectiveFrom: 2017-02-29')
    expectProblems(problems(root), [[date, /bad-quantity: 2017-02-29 is no day of the calendar/]])
  })
  test('a key given twice', () => {
    const root = copy()
    const twice = change(root, MODEL, 'kind: self-check', 'kind: self-check\nkind: points')
    const line = Number(twice.split(':')[1]) + 1
    const found = problems(root)
    expect(found[0]).toMatch(new RegExp(`^${MODEL}:${line}  shape: .*unique`, 'i'))
  })
  test('an example that does not come out says what did; and a model in force is not changed', () => {
    const root = copy()
    change(root, MODEL, 'expect: { score: 94,', 'expect: { score: 93,')
    expect(problems(root)).toEqual([
      expect.stringMatching(/tech-sme\/2017-05-03\.yaml:\d+ {2}example-failed: .*expected 93, came out 94/),
      expect.stringMatching(/FROZEN:\d+ {2}frozen: tech-sme\/2017-05-03\.yaml is in force and was changed/),
    ])
  })
})

describe('a mistake in a product refuses the start', () => {
  test('all mistakes at once, each with file, line and reason', () => {
    const root = copy()
    const fact = change(root, PRODUCT, 'fact: credit.government_grade', 'fact: credit.goverment_grade')
    const date = change(root, PRODUCT, 'date: 2023-06-30', 'date: 2023-06-31')
    const bank = change(root, PRODUCT, 'institutions: [icbc-hangzhou', 'institutions: [icbc-hangzou')
    const kind = change(root, OTHER, 'kind: loan', 'kind: gift')
    expectProblems(problems(root), [
      [bank, /unknown-name: no institution is called icbc-hangzou/],
      [date, /bad-quantity: 2023-06-31 is no day of the calendar/],
      [fact, /unknown-fact: no fact is called credit\.goverment_grade/],
      [kind, /shape: .*kind/],
    ])
  })
  test('a wrong example says what came out', () => {
    const root = copy()
    change(root, PRODUCT, 'expect: { not: [credit.government_grade] }', 'expect: eligible')
    expect(problems(root)).toEqual([
      expect.stringMatching(
        /innovation-points-loan\.yaml:\d+ {2}example-failed: D 级不受理: expected eligible, came out not: credit\.government_grade/,
      ),
    ])
  })
})

describe('the reader of files', () => {
  function read(bytes: string | Uint8Array) {
    const root = mkdtempSync(path.join(copies, 'file-'))
    writeFileSync(path.join(root, 'a.yaml'), bytes)
    const faults: (DataProblem & { line?: number })[] = []
    const file = readYaml(root, 'a.yaml', faults)
    return { content: file?.content, file, faults: faults.map(one => `${one.line} ${one.message}`) }
  }

  test('takes a file from Windows as it is: byte order mark and CRLF change nothing', () => {
    for (const name of [MODEL, FACTS, PRODUCT, OTHER]) {
      const text = readFileSync(path.join(ROOT, name), 'utf8')
      const plain = read(text)
      const windows = read(`\uFEFF${text.replaceAll('\n', '\r\n')}`)
      expect(plain.faults).toEqual([])
      expect(windows.faults).toEqual([])
      expect(windows.content).toEqual(plain.content)
      expect(windows.file?.lineOf(['title'])).toBe(plain.file?.lineOf(['title']))
    }
  })
  test('refuses text that is not UTF-8', () => {
    const gbk = Buffer.concat([Buffer.from('title: '), Buffer.from([0xbf, 0xc6, 0xbc, 0xbc, 0x0a])]) // 科技
    expect(read(gbk)).toMatchObject({ content: undefined, faults: ['1 the file is not UTF-8'] })
    expect(read(Buffer.from('\uFEFFtitle: 科技\n', 'utf16le')).content).toBeUndefined()
  })
  test('refuses a key given twice, at the second one', () => {
    const { content, faults } = read('a: 1\nb: 2\na: 3\n')
    expect(content).toBeUndefined()
    expect(faults).toEqual([expect.stringMatching(/^3 .*unique/i)])
  })
  test('refuses aliases that grow beyond measure', () => {
    const layers = Array.from(
      { length: 12 },
      (_, n) =>
        `l${n}: &l${n} [${Array(9)
          .fill(n === 0 ? 'x' : `*l${n - 1}`)
          .join(', ')}]`,
    )
    const { content, faults } = read(layers.join('\n'))
    expect(content).toBeUndefined()
    expect(faults).toEqual([expect.stringMatching(/alias/i)])
  })
  test('refuses a file too large, too deep, or made of several', () => {
    expect(read(`a: ${'x'.repeat(600 * 1024)}`).faults).toEqual([expect.stringMatching(/larger than 512 KiB/)])
    expect(read('['.repeat(100_000)).content).toBeUndefined()
    expect(read('a: 1\n---\nb: 2\n').faults).toEqual([expect.stringMatching(/^2 .*multiple documents/)])
    expect(read('a: "unfinished\n').faults).toHaveLength(1)
  })
  test('knows the line of every value, and of the nearest one that exists', () => {
    const { file } = read('a:\n  - b: 1\n    c: 2\n  - { d: 3 }\n"e":\n  f: 4\n')
    const line = (...where: readonly (string | number)[]) => file?.lineOf(where)
    expect([line('a'), line('a', 0, 'c'), line('a', 1, 'd'), line('e', 'f')]).toEqual([1, 3, 4, 6])
    expect([line('a', 0, 'gone'), line('a', 7), line('gone'), line()]).toEqual([2, 1, 1, 1])
  })
})
