// Reads a file of several companies: names as keys, facts below each.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { collect, type DataProblem, type Rulebook, readAnswers } from '#engine'
import type { Firm } from '#matching'
import { readYaml, showProblems } from '../files/yaml.ts'
import { InputFault } from './input.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads companies and their facts; every fault of the file is told at once. */
export function readFirmsFile(file: string, rulebook: Rulebook, at: string): readonly Firm[] {
  const full = path.resolve(file)
  if (!existsSync(full)) throw new InputFault(`no file ${file}`)
  const problems: (DataProblem & { line?: number })[] = []
  const read = readYaml(path.dirname(full), path.basename(full), problems)
  const files = new Map(read ? [[read.file, read]] : [])
  const content = read?.content
  if (read && !isRecord(content))
    problems.push({ code: 'shape', file: read.file, path: [], message: 'the file must hold companies as name: facts' })
  const report = collect(path.basename(full), problems)
  const firms = Object.entries(isRecord(content) ? content : {}).flatMap(([id, facts]): Firm[] => {
    if (!isRecord(facts)) {
      report('shape', [id], 'a company is a list of facts as key: value')
      return []
    }
    const dossier = readAnswers(facts, rulebook.facts, at, (code, where, message) =>
      report(code, [id, ...where], message),
    )
    return [{ id, dossier }]
  })
  if (problems.length > 0) throw new InputFault(showProblems(problems, files).join('\n'))
  return firms
}
