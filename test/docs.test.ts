// The pages for people: every link leads somewhere, every path, command, script and setting they name exists, the two
// READMEs say the same, and what they show was really played and is really accepted.
import { execFile } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  chapterSchema,
  collect,
  type DataProblem,
  type ProblemCode,
  parseCondition,
  readAnswers,
  wordsSchema,
} from '#engine'
import { VARIABLES } from '../adapters/config.ts'
import { ROOT, rulebook } from './support/rulebook.ts'
import { filesIn } from './support/source.ts'

const READMES = ['README.md', 'README.en.md'] as const
const textOf = (name: string) => readFileSync(path.join(ROOT, name), 'utf8')
const pages = [...readdirSync(ROOT).filter(name => name.endsWith('.md')), ...filesIn('docs', '.md')]
/** A decision and a release are told as they were; every other page is about the program as it is. */
const living = pages.filter(name => !name.startsWith('docs/adr/') && name !== 'CHANGELOG.md')

interface Fence {
  readonly kind: string
  readonly code: string
  /** the line before it */
  readonly before: string
}

const FENCE = /(.*)\n *```(\w*)\n([\s\S]*?)\n *```/g
const fencesOf = (text: string): Fence[] =>
  [...text.matchAll(FENCE)].map(([, before = '', kind = '', code = '']) => ({ before, kind, code }))
const proseOf = (text: string): string => text.replace(FENCE, '$1')
const spansOf = (text: string): string[] => [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
/** Everything a page shows as code: what stands between backticks, and the lines of its blocks. */
const codeOf = (text: string): string[] => [...spansOf(text), ...fencesOf(text).flatMap(({ code }) => code.split('\n'))]

const headingsOf = (text: string) => [...proseOf(text).matchAll(/^(#+) (.+)$/gm)]
/** The anchor that a heading gets on the usual hosts. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')

describe('links', () => {
  test.each(pages)('%s links to what exists', page => {
    const targets = [...proseOf(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const broken = targets
      .filter(target => !/^[a-z]+:/.test(target))
      .filter(target => {
        const [file = '', anchor] = decodeURI(target).split('#')
        const full = path.join(ROOT, file === '' ? page : path.join(path.dirname(page), file))
        if (!existsSync(full)) return true
        const anchors =
          anchor === undefined ? [] : headingsOf(readFileSync(full, 'utf8')).map(([, , h = '']) => anchorOf(h))
        return anchor !== undefined && !anchors.includes(anchor)
      })
    expect(broken).toEqual([])
  })

  test('every decision and every task is linked from somewhere', () => {
    const linked = pages.flatMap(page =>
      [...textOf(page).matchAll(/\]\(([^)#\s]+\.md)/g)].map(([, target = '']) => path.join(path.dirname(page), target)),
    )
    expect(filesIn('docs', '.md').filter(name => !linked.includes(name))).toEqual([])
  })
})

describe('paths', () => {
  const PATH = /^(?:engine|matching|bot|adapters|prisma|test|docs|\.ci|\.github)\/[\w./*-]*$/
  const named = (page: string) => spansOf(textOf(page)).filter(span => PATH.test(span))

  test('the map names many', () => expect(named('docs/map.md').length).toBeGreaterThan(50))

  test.each(living)('%s names paths that exist', page => {
    expect(named(page).filter(name => globSync(name, { cwd: ROOT }).length === 0)).toEqual([])
  })
})

describe('commands', () => {
  const MAIN = 'adapters/cli/main.ts'
  const NPM_ITSELF = new Set(['ci', 'install'])
  const shown = pages.flatMap(page => codeOf(textOf(page)))
  const used = shown.flatMap(line => {
    const [, command, sub = '', rest = ''] =
      /(?:^|[ `])yinqi (?:-- )?([a-z]+)(?: ([a-z]+)(?= |$))?(.*)/.exec(line) ?? []
    const options = [...rest.matchAll(/--[a-z]+/g)].map(([option]) => option)
    return command === undefined ? [] : [{ command, sub, options }]
  })

  test('every command of yinqi that a page names is there, and both READMEs name every one', async () => {
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['--conditions=source', path.join(ROOT, MAIN), '--help'])
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*\S/gm)]
      .map(([, name = '']) => name)
      .filter(name => name !== 'help')
    expect(commands.length).toBeGreaterThan(4)
    expect(used.map(({ command }) => command).filter(name => !commands.includes(name))).toEqual([])
    // these two are called by a script of their own
    const scripts: Readonly<Record<string, string>> = { serve: 'npm start', talk: 'npm run talk' }
    const calls = commands.map(name => scripts[name] ?? `yinqi -- ${name}`)
    for (const page of READMES) {
      const told = codeOf(textOf(page)).join('\n')
      expect(calls.filter(call => !told.includes(call))).toEqual([])
    }
  })

  test('every option that a page shows is one of its command', () => {
    const parts = filesIn('adapters/cli', '.ts').flatMap(file => textOf(file).split(".command('").slice(1))
    const optionsOf = new Map(
      parts.map(part => [part.slice(0, part.indexOf("'")), [...part.matchAll(/--[a-z]+/g)].map(([option]) => option)]),
    )
    expect(used.flatMap(({ options }) => options).length).toBeGreaterThan(5)
    const wrong = used.flatMap(({ command, sub, options }) => {
      const known = ['--help', ...(optionsOf.get(command) ?? []), ...(optionsOf.get(sub) ?? [])]
      return options.filter(option => !known.includes(option)).map(option => `${command} ${sub} ${option}`)
    })
    expect(wrong).toEqual([])
  })

  test('every npm script that a page names is there, and so are its files', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const named = shown.flatMap(line => [...line.matchAll(/\bnpm (run (?:-s )?)?([a-z]+)/g)])
    const names = named.filter(([, , name = '']) => !NPM_ITSELF.has(name)).map(([, , name = '']) => name)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter(name => !Object.hasOwn(scripts, name))).toEqual([])
    const files = [...new Set(names)]
      .flatMap(name => (scripts[name] ?? '').split(' '))
      .filter(word => /\/.*\.m?[jt]s$/.test(word))
    expect(files.filter(file => !existsSync(path.join(ROOT, file)))).toEqual([])
  })
})

describe('settings', () => {
  const known = Object.keys(VARIABLES)

  test('.env.example names each variable, in order', () => {
    expect([...textOf('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(known)
  })

  test.each(READMES)('%s explains each variable, in order', page => {
    expect([...textOf(page).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)).toEqual(known)
  })
})

describe('the READMEs', () => {
  /** What a page is made of, without its words. */
  const shapeOf = (text: string): string[] => [
    ...proseOf(text)
      .split('\n')
      .flatMap(line => /^(#+ |- |\d+\. |\| )/.exec(line)?.[1] ?? []),
    ...fencesOf(text).map(({ kind }) => kind),
  ]

  test('are twins: the same headings, lists, tables and blocks', () => {
    const [chinese, english] = READMES.map(name => shapeOf(textOf(name)))
    expect(chinese?.length).toBeGreaterThan(50)
    expect(english).toEqual(chinese)
  })

  test.each(READMES)('%s names every rating model, and none that is not there', page => {
    const [, table = ''] = /`engine\/models\/`.*\n\n((?:\|.*\n)+)/.exec(textOf(page)) ?? []
    const named = [...table.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id)
    expect(named.sort()).toEqual([...rulebook().models.keys()].sort())
  })

  test.each(READMES)('%s shows a talk as it was played', page => {
    const blocks = fencesOf(textOf(page)).flatMap(({ before, code }) => {
      const [, file] = /<!-- excerpt: (\S+) -->/.exec(before) ?? []
      return file === undefined ? [] : [{ file, code }]
    })
    expect(blocks).toHaveLength(1)
    for (const { file, code } of blocks) {
      const played = textOf(file).split('\n')
      let at = 0
      const missing = code
        .split('\n')
        .filter(line => line !== '' && line !== '…')
        .filter(line => {
          const found = played.indexOf(line, at)
          at = found < 0 ? at : found + 1
          return found < 0
        })
      expect(missing).toEqual([])
    }
  })

  test.each(READMES)('%s shows a company file that is accepted', page => {
    const problems: DataProblem[] = []
    const [block] = fencesOf(textOf(page)).filter(({ kind }) => kind === 'yaml')
    const facts = parse(block?.code ?? '') as Record<string, unknown>
    const answers = readAnswers(facts, rulebook().facts, '', collect(page, problems))
    expect(problems).toEqual([])
    expect(Object.keys(answers).length).toBe(Object.keys(facts).length)
  })
})

describe('the tasks show data that is accepted', () => {
  const shownIn = (page: string): Record<string, unknown> => {
    const [block] = fencesOf(textOf(page)).filter(({ kind }) => kind === 'yaml')
    return parse(block?.code ?? '') as Record<string, unknown>
  }

  test('the conditions of a product', () => {
    const { eligible } = shownIn('docs/tasks/add-a-product.md')
    const faults: (readonly [ProblemCode, string])[] = []
    const condition = parseCondition(eligible, rulebook().vocabulary, [], (code, _path, message) =>
      faults.push([code, message]),
    )
    expect(faults).toEqual([])
    expect(condition).toMatchObject({ is: 'all' })
  })

  test('the stanza of a fact', () => {
    const facts = shownIn('docs/tasks/add-a-fact.md')
    const read = chapterSchema.safeParse({ chapter: { zh: '一', en: 'one' }, facts })
    expect(read.error?.issues ?? []).toEqual([])
    expect(Object.keys(facts)).toHaveLength(1)
  })

  test('a phrase', () => {
    const phrases = Object.values(shownIn('docs/tasks/add-a-phrase.md'))
    expect(phrases.map(words => wordsSchema.safeParse(words).success)).toEqual([true])
  })
})
