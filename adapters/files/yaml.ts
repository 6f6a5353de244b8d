// Reads YAML data files and remembers on which line every value stands, so that a problem can be shown where it was
// written. Duplicate keys and unreadable files are problems like any other.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { DataFile, DataPath, DataProblem } from '#engine'
import { poisonIn } from '../poison.ts'

/** Larger files are no data an officer wrote. */
const FILE_BYTES_MAX = 512 * 1024
/** Anchors may be reused, but never so often that a small file becomes a huge one. */
const ALIASES_MAX = 200

export interface ReadFile extends DataFile {
  lineOf(where: DataPath): number
}

/** Every .yaml file below a folder, sorted by path. */
export function yamlFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

const errorCode = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : 'unknown'
}

/** Reads one YAML (or JSON) file. Faults are added to `problems`; undefined when nothing can be used. */
export function readYaml(
  root: string,
  file: string,
  problems: (DataProblem & { line?: number })[],
): ReadFile | undefined {
  const fault = (message: string, line = 1) => void problems.push({ code: 'shape', file, path: [], message, line })
  let bytes: Buffer
  try {
    bytes = readFileSync(path.join(root, file))
  } catch (error) {
    return fault(`the file cannot be read: ${errorCode(error)}`) as undefined
  }
  if (bytes.length > FILE_BYTES_MAX) return fault(`the file is larger than ${FILE_BYTES_MAX / 1024} KiB`) as undefined
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const strange = text.indexOf('\uFFFD')
  if (strange >= 0) return fault('the file is not UTF-8', text.slice(0, strange).split('\n').length) as undefined
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: true, prettyErrors: false })
  // one slip of a quote makes every later line look wrong: the first fault is the one to mend
  for (const error of document.errors.slice(0, 1)) fault(error.message, lines.linePos(error.pos[0]).line)
  if (document.errors.length > 0) return undefined
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: ALIASES_MAX })
  } catch (error) {
    return fault(error instanceof Error ? error.message : 'the aliases cannot be resolved') as undefined
  }
  const poison = poisonIn(content)
  if (poison) {
    const line = lineOf(document.contents as Node | null, poison, lines)
    return fault(`the key ${String(poison.at(-1))} is refused`, line) as undefined
  }
  return { file, content, lineOf: where => lineOf(document.contents as Node | null, where, lines) }
}

/** The line of the deepest part of `where` that exists. */
function lineOf(root: Node | null, where: DataPath, lines: LineCounter): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of where) {
    if (isMap(node)) {
      const pair = node.items.find(
        item => isPair(item) && String((item.key as Node & { value?: unknown }).value ?? item.key) === String(key),
      )
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(key)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else break
  }
  return lines.linePos(offset).line
}

/** `file:line  reason (path)`, one line a problem. */
export function showProblems(
  problems: readonly (DataProblem & { line?: number })[],
  files: ReadonlyMap<string, ReadFile>,
): string[] {
  return problems.map(problem => {
    const line = problem.line ?? files.get(problem.file)?.lineOf(problem.path) ?? 1
    const where = problem.path.length > 0 ? ` (${problem.path.join('.')})` : ''
    return `${problem.file}:${line}  ${problem.code}: ${problem.message}${where}`
  })
}
