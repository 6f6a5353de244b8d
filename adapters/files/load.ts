// Loads every data file once at start: facts, models, catalogue, phrases. A fault anywhere refuses the start, with file,
// line and reason, all of them at once.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHANNELS_FILE, CONTRADICTIONS_FILE, type Knowledge, parseKnowledge } from '#bot'
import { checkModelExamples, type DataFile, type DataProblem, parseRulebook, type Rulebook } from '#engine'
import { type Catalogue, parseCatalogue } from '#matching'
import { loadCalendar } from './calendar.ts'
import { frozenProblems } from './frozen.ts'
import { type ReadFile, readYaml, showProblems, yamlFiles } from './yaml.ts'

/** Refuses the start; the message holds every problem, one line each. */
export class DataFault extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`${problems.length} problem(s) in the data files:\n${problems.join('\n')}`)
    this.name = 'DataFault'
    this.problems = problems
  }
}

/** The folder that holds package.json, wherever this file runs from (source or dist). */
export function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'package.json'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('package.json not found above the program')
    folder = above
  }
  return folder
}

/** Province, city and district names by division code (GB/T 2260). */
export function loadPlaces(): readonly { readonly code: string; readonly name: string }[] {
  return createRequire(import.meta.url)('lcn/data/data.json') as { code: string; name: string }[]
}

interface Loading {
  readonly root: string
  readonly files: Map<string, ReadFile>
  readonly problems: (DataProblem & { line?: number })[]
}

function readAll(loading: Loading, names: readonly string[]): DataFile[] {
  return names.flatMap(name => {
    const file = readYaml(loading.root, name, loading.problems)
    if (file) loading.files.set(name, file)
    return file ? [file] : []
  })
}

function refuse(loading: Loading): never {
  throw new DataFault(showProblems(loading.problems, loading.files))
}

export interface Loaded {
  readonly rulebook: Rulebook
  readonly catalogue: Catalogue
  readonly knowledge: Knowledge
}

function loadRulebook(loading: Loading): Rulebook {
  const chapters = readAll(loading, yamlFiles(loading.root, 'engine/facts'))
  const models = readAll(loading, yamlFiles(loading.root, 'engine/models'))
  const parsed = parseRulebook(chapters, models)
  if (!parsed.ok) {
    loading.problems.push(...parsed.problems)
    return refuse(loading)
  }
  const rulebook = parsed.value
  for (const versions of rulebook.models.values())
    for (const model of versions)
      loading.problems.push(...checkModelExamples(model, `engine/models/${model.id}/${model.version}.yaml`, rulebook))
  loading.problems.push(...frozenProblems(loading.root, rulebook))
  return rulebook
}

/**
 * Loads and checks all data below `root`.
 * @throws DataFault with every problem found
 */
export function loadData(root = projectRoot()): Loaded {
  const loading: Loading = { root, files: new Map(), problems: [] }
  const rulebook = loadRulebook(loading)
  const [directory, documents, need, repairs, stacking, likelihood, rows] = [
    'matching/directory.yaml',
    'matching/documents.yaml',
    'matching/need.yaml',
    'matching/repairs.yaml',
    'matching/stacking.yaml',
    'matching/likelihood.yaml',
    'matching/rows.yaml',
  ].map(name => readAll(loading, [name])[0])
  const products = readAll(loading, yamlFiles(root, 'matching/products'))
  if (!directory || !documents || !need || !repairs || !stacking || !likelihood || !rows) return refuse(loading)
  const files = { directory, documents, need, repairs, stacking, likelihood, rows, products }
  const catalogue = parseCatalogue(files, rulebook)
  if (!catalogue.ok) loading.problems.push(...catalogue.problems)
  const words = readAll(loading, [
    ...yamlFiles(root, 'bot/phrases'),
    'bot/script.yaml',
    'bot/people.yaml',
    CONTRADICTIONS_FILE,
    CHANNELS_FILE,
  ])
  if (!catalogue.ok) return refuse(loading)
  const knowledge = parseKnowledge(words, rulebook, catalogue.value, loadPlaces(), loadCalendar())
  if (!knowledge.ok) loading.problems.push(...knowledge.problems)
  if (loading.problems.length > 0 || !knowledge.ok) return refuse(loading)
  return { rulebook, catalogue: catalogue.value, knowledge: knowledge.value }
}
