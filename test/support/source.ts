// Source files as text: their code without comments and strings, the strings they spell, and what they import. No compiler
// interface is used, for TypeScript 7 offers none.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './rulebook.ts'

export interface Import {
  readonly from: string
  /** `import type` and `export type`: gone before the program runs */
  readonly typeOnly: boolean
  readonly line: number
}

/** A regular expression as it is spelt. */
export interface Pattern {
  readonly source: string
  readonly flags: string
  readonly line: number
}

export interface SourceFile {
  /** path from the project root */
  readonly name: string
  readonly text: string
  /** the text with comments blanked and the inside of strings and regular expressions removed; lines stay where they are */
  readonly code: string
  readonly strings: readonly { readonly value: string; readonly line: number }[]
  readonly patterns: readonly Pattern[]
  readonly imports: readonly Import[]
}

/** Written by Prisma, not by us. */
const GENERATED = 'adapters/store/generated/'

/** Every file below a folder whose name ends so, sorted; what others made is left out. */
export function filesIn(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(name => !name.startsWith(GENERATED) && !name.includes('node_modules/'))
    .sort()
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

/** A slash begins a regular expression where a value is expected, and divides where one has just ended. */
const VALUE_EXPECTED = /(?:^|[([{,;:=!&|?+\-*%<>~^]|\b(?:return|typeof|case|in|of|await|throw))\s*$/

interface Scan {
  code: string
  readonly strings: { value: string; line: number }[]
  readonly patterns: Pattern[]
  /** braces open inside each template literal that is open */
  readonly templates: number[]
}

/** Copies one quoted piece; answers where it ends. */
function quoted(text: string, start: number, scan: Scan): number {
  const quote = text[start]
  let end = start + 1
  while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1
  scan.strings.push({ value: text.slice(start + 1, end), line: lineAt(text, start) })
  scan.code += `${quote}${quote}`
  return end + 1
}

/** Copies the literal part of a template up to its end or the next `${`. */
function template(text: string, start: number, scan: Scan): number {
  let end = start
  while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1
  const value = text.slice(start, end)
  scan.strings.push({ value, line: lineAt(text, start) })
  scan.code += '\n'.repeat(value.split('\n').length - 1)
  if (text[end] === '`') {
    scan.code += '`'
    return end + 1
  }
  scan.code += '${'
  scan.templates.push(0)
  return end + 2
}

function regular(text: string, start: number, scan: Scan): number {
  let end = start + 1
  let inClass = false
  while (end < text.length && text[end] !== '\n' && (inClass || text[end] !== '/')) {
    if (text[end] === '[') inClass = true
    if (text[end] === ']') inClass = false
    end += text[end] === '\\' ? 2 : 1
  }
  scan.code += '/ /'
  const flags = /^[a-z]*/.exec(text.slice(end + 1, end + 10))?.[0] ?? ''
  scan.patterns.push({ source: text.slice(start + 1, end), flags, line: lineAt(text, start) })
  return end + 1
}

function comment(text: string, start: number, scan: Scan): number {
  const block = text[start + 1] === '*'
  const found = text.indexOf(block ? '*/' : '\n', start + 2)
  const end = found < 0 ? text.length : found + (block ? 2 : 0)
  scan.code += '\n'.repeat(text.slice(start, end).split('\n').length - 1)
  return end
}

function scanText(text: string): Scan {
  const scan: Scan = { code: '', strings: [], patterns: [], templates: [] }
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    const depth = scan.templates.at(-1)
    // what the system is to start a file with stands in its first line
    if (at === 0 && text.startsWith('#!')) at = comment(text, at, scan)
    else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) at = comment(text, at, scan)
    else if (char === '/' && VALUE_EXPECTED.test(scan.code.slice(-40))) at = regular(text, at, scan)
    else if (char === "'" || char === '"') at = quoted(text, at, scan)
    else if (char === '`') {
      scan.code += '`'
      at = template(text, at + 1, scan)
    } else if (char === '}' && depth === 0) {
      scan.templates.pop()
      scan.code += '}'
      at = template(text, at + 1, scan)
    } else {
      if (depth !== undefined && (char === '{' || char === '}'))
        scan.templates[scan.templates.length - 1] = depth + (char === '{' ? 1 : -1)
      scan.code += char
      at += 1
    }
  }
  return scan
}

const STATIC = /^\s*(?:import|export)\s+(type\s)?[^'"`;()]*?\bfrom\s+['"]([^'"]+)['"]/gm
const BARE = /^\s*import\s+['"]([^'"]+)['"]/gm
const DYNAMIC = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g

function importsOf(text: string): Import[] {
  const found = (pattern: RegExp, from: number, typeAt?: number) =>
    [...text.matchAll(pattern)].map(match => ({
      from: match[from] ?? '',
      typeOnly: typeAt !== undefined && match[typeAt] !== undefined,
      line: lineAt(text, match.index) + (match[0].match(/^\s*\n/) ? 1 : 0),
    }))
  return [...found(STATIC, 2, 1), ...found(BARE, 1), ...found(DYNAMIC, 1)]
}

/** Reads one source file. */
export function sourceFile(name: string): SourceFile {
  const text = readFileSync(path.join(ROOT, name), 'utf8')
  const { code, strings, patterns } = scanText(text)
  return { name, text, code, strings, patterns, imports: importsOf(text) }
}
