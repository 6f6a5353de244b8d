// The house rules that a machine can hold: who may import whom, what the pure folders may touch, how long a file may be,
// and that no program text spells a fact. Sources are read as text. (long: one list of rules, read as a whole)
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, rulebook } from './support/rulebook.ts'
import { filesIn, type SourceFile, sourceFile } from './support/source.ts'

const PURE = ['engine', 'matching', 'bot'] as const
const FOLDERS = [...PURE, 'adapters'] as const
const LINES_MAX = 250
const FUNCTION_LINES_MAX = 70

const sources = new Map<string, readonly SourceFile[]>(
  [...FOLDERS, 'test'].map(folder => [folder, filesIn(folder, '.ts').map(sourceFile)]),
)
const of = (folder: string): readonly SourceFile[] => sources.get(folder) ?? []
const programs = FOLDERS.flatMap(of)
const everything = [...sources.values()].flat()

/** What each folder may import besides its own files, and why. */
const PERMITTED: Readonly<
  Record<(typeof FOLDERS)[number], { readonly names: readonly RegExp[]; readonly why: string }>
> = {
  engine: { names: [/^zod$/], why: 'what a company is and is worth must not depend on anything that may change' },
  matching: { names: [/^zod$/, /^#engine$/], why: 'products are judged by the engine and know nothing of talk' },
  bot: {
    names: [/^zod$/, /^#engine$/, /^#matching$/],
    why: 'a turn is decided from answers and products alone, so that it can be played again',
  },
  adapters: { names: [/./], why: 'the edge: every disk, clock, network and package is here, and decisions are not' },
}

describe('imports point one way', () => {
  test.each(FOLDERS)('%s imports only what it may', folder => {
    const { names, why } = PERMITTED[folder]
    const foreign = of(folder).flatMap(({ name, imports }) =>
      imports
        .filter(({ from }) => !from.startsWith('.') && !names.some(permitted => permitted.test(from)))
        .map(({ from, line }) => `${name}:${line} imports ${from} (${why})`),
    )
    expect(foreign).toEqual([])
  })

  test('a relative import stays inside its folder and names its file', () => {
    const wrong = programs.flatMap(({ name, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('.'))
        .filter(({ from }) => {
          const target = path.posix.join(path.posix.dirname(name), from)
          return target.split('/')[0] !== name.split('/')[0] || !/\.(ts|mjs|js|json)$/.test(from)
        })
        .map(({ from, line }) => `${name}:${line} imports ${from}`),
    )
    expect(wrong).toEqual([])
  })

  test('a folder is entered by its front door only', () => {
    const deep = everything.flatMap(({ name, imports }) =>
      imports.filter(({ from }) => /^#\w+\//.test(from)).map(({ from, line }) => `${name}:${line} imports ${from}`),
    )
    expect(deep).toEqual([])
  })

  test('no program imports a test', () => {
    expect(
      programs.flatMap(({ name, imports }) => imports.filter(({ from }) => /(^|\/)test\//.test(from)).map(() => name)),
    ).toEqual([])
  })

  // `import type` may point back: it is gone before the program runs, so a reading may be described by the rulebook it
  // reads and the other way round. A circle of values would leave one of the two half made when the other runs.
  test('values are not imported in a circle', () => {
    const graph = new Map(
      programs.map(({ name, imports }) => [
        name,
        imports
          .filter(({ from, typeOnly }) => !typeOnly && from.startsWith('.'))
          .map(({ from }) => path.posix.join(path.posix.dirname(name), from)),
      ]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (name: string, trail: readonly string[]): void => {
      if (trail.includes(name)) circles.push([...trail.slice(trail.indexOf(name)), name].join(' → '))
      if (done.has(name)) return
      done.add(name)
      for (const next of graph.get(name) ?? []) walk(next, [...trail, name])
    }
    for (const name of graph.keys()) walk(name, [])
    expect(circles).toEqual([])
  })
})

describe('the pure folders', () => {
  /** What would make the same answers give another result, or another moment. */
  const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
    [/\bDate\.now\b/, 'a clock'],
    [/\bnew Date\(\s*\)/, 'a clock'],
    [/\bDate\(\s*\)/, 'a clock'],
    [/\bperformance\./, 'a clock'],
    [/\bMath\.random\b/, 'chance'],
    [/\bcrypto\b/, 'chance'],
    [/\bawait\b/, 'waiting'],
    [/\basync\b/, 'waiting'],
    [/\bnew Promise\b|\bPromise\./, 'waiting'], // a port may still say that it answers later
    [/\bset(Timeout|Interval|Immediate)\b/, 'waiting'],
    [/\bprocess\./, 'the process'],
    [/\bglobalThis\b/, 'the process'],
    [/\bfetch\(/, 'the network'],
    [/\bconsole\./, 'the terminal'],
    [/\brequire\(/, 'the disk'],
    [/\bimport\(/, 'the disk'],
    [/\bimport\.meta\b/, 'the disk'],
  ]
  test.each(PURE)('%s has no clock, chance, disk, network or waiting', folder => {
    const found = of(folder).flatMap(({ name, code }) =>
      code
        .split('\n')
        .flatMap((line, index) =>
          FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(
            ([, what]) => `${name}:${index + 1} touches ${what}: ${line.trim()}`,
          ),
        ),
    )
    expect(found).toEqual([])
  })
})

describe('files', () => {
  test('are at most 250 lines, or say why in their first comment (long: …)', () => {
    const long = everything.filter(({ text }) => text.trimEnd().split('\n').length > LINES_MAX)
    const firstComment = (text: string) => text.split('\n').findIndex(line => !line.startsWith('//'))
    const silent = long.filter(
      ({ text }) => !/\blong: \w/.test(text.split('\n').slice(0, firstComment(text)).join('\n')),
    )
    expect(silent.map(({ name, text }) => `${name}: ${text.trimEnd().split('\n').length} lines`)).toEqual([])
  })

  test('open by saying what they are for', () => {
    expect(everything.filter(({ text }) => !/^(#!.*\n)?\/[/*]/.test(text)).map(({ name }) => name)).toEqual([])
  })

  test('have names in kebab case', () => {
    const names = [
      ...everything.map(({ name }) => name),
      ...FOLDERS.flatMap(folder => filesIn(folder, '.yaml', '.mjs', '.js')),
    ]
    const wrong = names.filter(name =>
      name.split('/').some(part => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?(\.[a-z]+)?$/.test(part)),
    )
    expect(wrong).toEqual([])
  })

  test('hold no function longer than a screen', () => {
    const begins = /^( *)(?:export )?(?:default )?(?:async )?(?:function\b|const \w+ = .*=> \{$)/
    const long = programs.flatMap(({ name, code }) => {
      const lines = code.split('\n')
      // the formatter closes whatever begins in a column with a brace in the same column
      const functions = lines.flatMap((line, start) => {
        const indent = begins.exec(line)?.[1]
        if (indent === undefined) return []
        const end = lines.findIndex((other, index) => index > start && other.startsWith(`${indent}}`))
        return [{ start, end: end < 0 ? start : end }]
      })
      // what stands inside another function is counted there and not here
      return functions.flatMap(one => {
        const inner = functions.filter(other => other.start > one.start && other.end < one.end)
        const outermost = inner.filter(a => !inner.some(b => b.start < a.start && a.end < b.end))
        const own = outermost.reduce((left, { start, end }) => left - (end - start + 1), one.end - one.start + 1)
        return own > FUNCTION_LINES_MAX ? [`${name}:${one.start + 1}: ${own} lines of its own`] : []
      })
    })
    expect(long).toEqual([])
  })

  test('leave nothing for later and nothing untyped', () => {
    // put together, so that this line is not its own first find
    const later = new RegExp(
      `\\b(${['TO', 'FIX', 'XX'].map((word, index) => word + ['DO', 'ME', 'X'][index]).join('|')})\\b`,
    )
    const untyped = /(:|<|\bas|\||&|,)\s*any\b(?!\s*[:(])/
    const found = everything.flatMap(({ name, text, code }) => {
      const lines = text.split('\n')
      return code.split('\n').flatMap((line, index) => {
        const faults = [later.test(lines[index] ?? '') && 'is left for later', untyped.test(line) && 'is untyped']
        return faults.filter(Boolean).map(fault => `${name}:${index + 1} ${fault}: ${lines[index]?.trim()}`)
      })
    })
    expect(found).toEqual([])
  })
})

describe('facts', () => {
  const ids = new Set(rulebook().facts.keys())
  test('are spelt in data only: no program names one', () => {
    const spelt = programs.flatMap(({ name, strings }) =>
      strings.flatMap(({ value, line }) =>
        value
          .split(/[^a-z0-9._]+/)
          .filter(word => ids.has(word.replace(/^\.|\.$/g, '')))
          .map(word => `${name}:${line} spells ${word}`),
      ),
    )
    expect(spelt).toEqual([])
  })
})

describe('the house', () => {
  test('has these rooms and no others', () => {
    /** what a build, a run or an installation leaves behind */
    const made = ['node_modules', 'dist', 'data', 'coverage']
    const rooms = readdirSync(ROOT, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && !made.includes(entry.name))
      .map(entry => entry.name)
    expect(rooms.sort()).toEqual(['adapters', 'bot', 'docs', 'engine', 'matching', 'prisma', 'test'])
  })

  test('tests stand where what they test stands', () => {
    const lost = of('test')
      .map(({ name }) => name)
      .filter(
        name =>
          name.endsWith('.test.ts') &&
          // whole-product tests stand beside the rooms, in one of their own
          !name.startsWith('test/e2e/') &&
          !existsSync(path.join(ROOT, path.posix.dirname(name).replace(/^test\/?/, ''))),
      )
    expect(lost).toEqual([])
  })
})

describe('the reader of sources', () => {
  const read = (text: string) => sourceFile(text)
  test('sees what is code, what is text and what is said about it', () => {
    const own = read('test/support/source.ts')
    expect(own.code.split('\n')).toHaveLength(own.text.split('\n').length)
    expect(own.code).not.toContain('Written by Prisma')
    expect(own.strings.map(one => one.value)).toContain('adapters/store/generated/')
    expect(own.imports.map(one => one.from)).toEqual(['node:fs', 'node:path', './rulebook.ts'])
  })
  test('tells an import of types from one of values', () => {
    const reading = read('engine/reading.ts').imports
    expect(reading.find(one => one.from === './rulebook.ts')?.typeOnly).toBe(true)
    expect(reading.find(one => one.from === './exact.ts')?.typeOnly).toBe(false)
  })
})
