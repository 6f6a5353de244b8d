// The real facts, models and products for tests, read once from the data folders, and a builder of applicants that
// refuses a fact it does not know, so that a typo cannot make a test pass.
import path from 'node:path'
import {
  type DataFile,
  type DataProblem,
  type Dossier,
  dayOf,
  parseRulebook,
  type Rating,
  type Reading,
  type Rulebook,
  read,
  readAnswers,
} from '#engine'
import { type Catalogue, type CatalogueFiles, parseCatalogue } from '#matching'
import { readYaml, yamlFiles } from '../../adapters/files/yaml.ts'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** The day the tests live on, in days since 1970: no test looks at a clock. */
export const TODAY = day('2026-11-20')

/** An ISO date as days since 1970; throws when there is no such day. */
export function day(iso: string): number {
  const found = dayOf(iso)
  if (found === undefined) throw new Error(`${iso} is no day of the calendar`)
  return found
}

/** The parsed content of some data files below `root`; throws when one cannot be read. */
export function dataFiles(root: string, names: readonly string[]): DataFile[] {
  const problems: DataProblem[] = []
  const files = names.flatMap(name => readYaml(root, name, problems) ?? [])
  if (problems.length > 0) throw new Error(problems.map(one => `${one.file}: ${one.message}`).join('\n'))
  return files
}

function only(root: string, name: string): DataFile {
  const [file] = dataFiles(root, [name])
  if (!file) throw new Error(`${name} cannot be read`)
  return file
}

/** The files a catalogue is read from, as the loader would hand them over. */
export function catalogueFiles(root = ROOT): CatalogueFiles {
  return {
    directory: only(root, 'matching/directory.yaml'),
    documents: only(root, 'matching/documents.yaml'),
    need: only(root, 'matching/need.yaml'),
    repairs: only(root, 'matching/repairs.yaml'),
    stacking: only(root, 'matching/stacking.yaml'),
    rows: only(root, 'matching/rows.yaml'),
    products: dataFiles(root, yamlFiles(root, 'matching/products')),
  }
}

function must<T>(parsed: { ok: true; value: T } | { ok: false; problems: readonly DataProblem[] }): T {
  if (parsed.ok) return parsed.value
  throw new Error(parsed.problems.map(one => `${one.file} ${one.path.join('.')}: ${one.message}`).join('\n'))
}

const kept = new Map<string, unknown>()
function once<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make())
  return kept.get(key) as T
}

/** The rulebook in engine/facts and engine/models. */
export function rulebook(): Rulebook {
  return once('rulebook', () =>
    must(
      parseRulebook(
        dataFiles(ROOT, yamlFiles(ROOT, 'engine/facts')),
        dataFiles(ROOT, yamlFiles(ROOT, 'engine/models')),
      ),
    ),
  )
}

/** The catalogue in matching/. */
export function catalogue(): Catalogue {
  return once('catalogue', () => must(parseCatalogue(catalogueFiles(), rulebook())))
}

/**
 * A dossier from facts as people write them, ids or Chinese titles: `applicant({ 'people.total': 40 })`. An unknown
 * name or an unreadable value throws.
 */
export function applicant(facts: Readonly<Record<string, unknown>>, book: Rulebook = rulebook()): Dossier {
  return readAnswers(facts, book.facts, '2026-11-20T08:00:00Z', (code, path, message) => {
    throw new Error(`${code} ${path.join('.')}: ${message}`)
  })
}

/** The reading of such an applicant on one day. */
export function readingOf(facts: Readonly<Record<string, unknown>>, today = TODAY, book = rulebook()): Reading {
  return read(book, applicant(facts, book), today)
}

/** The rating of such an applicant by one model; throws when the model is not in force. */
export function ratingOf(model: string, facts: Readonly<Record<string, unknown>>, today = TODAY): Rating {
  const rating = readingOf(facts, today).rating(model)
  if (!rating) throw new Error(`no model ${model} is in force`)
  return rating
}
