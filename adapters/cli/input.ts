// Reads what a command is given: a file of facts, a date. Faults say what was expected, in one message.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { collect, type DataProblem, type Dossier, dayOf, type Rulebook, readAnswers } from '#engine'
import { readYaml, showProblems } from '../files/yaml.ts'

/** The command was given something it cannot use. */
export class InputFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'InputFault'
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The instant a command works on: noon in China of --at, or now. */
export function instantOf(at: string | undefined, now: Date): string {
  if (at === undefined) return now.toISOString()
  if (dayOf(at) === undefined) throw new InputFault(`--at takes a date like 2026-03-01, not ${at}`)
  return `${at}T04:00:00.000Z`
}

/** Reads a file of facts into a dossier. */
export function readFactsFile(file: string, rulebook: Rulebook, at: string): Dossier {
  const full = path.resolve(file)
  if (!existsSync(full)) throw new InputFault(`no file ${file}`)
  const problems: (DataProblem & { line?: number })[] = []
  const root = path.dirname(full)
  const read = readYaml(root, path.basename(full), problems)
  const files = new Map(read ? [[read.file, read]] : [])
  if (read && !isRecord(read.content))
    problems.push({ code: 'shape', file: read.file, path: [], message: 'the file must hold facts as key: value' })
  const dossier =
    read && isRecord(read.content) ? readAnswers(read.content, rulebook.facts, at, collect(read.file, problems)) : {}
  if (problems.length > 0) throw new InputFault(showProblems(problems, files).join('\n'))
  return dossier
}
