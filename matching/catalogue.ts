// The catalogue: every product, the directory of who offers them, the documents they ask for, what may be combined and
// what can be repaired.

import { z } from 'zod'
import {
  collect,
  type DataFile,
  type DataProblem,
  dayOf,
  failedSubjects,
  judge,
  type Parsed,
  type Rulebook,
  read,
  readAnswers,
  readShape,
  showQuantity,
  type Words,
  wordsSchema,
} from '#engine'
import { amountOf } from './amount.ts'
import { type Directory, parseDirectory } from './institution.ts'
import { EVEN, type Likelihood, parseLikelihood } from './likelihood.ts'
import { type NeedFacts, needOf, parseNeedFacts } from './need.ts'
import { parseProduct } from './parse-product.ts'
import type { Product } from './product.ts'
import { NO_REPAIRS, parseRepairs, type Repairs } from './repair.ts'
import { parseRows, type Row } from './rows.ts'
import { NO_STACKING, parseStacking, type Stacking } from './stacking.ts'

export interface Catalogue {
  readonly products: ReadonlyMap<string, Product>
  readonly directory: Directory
  readonly documents: ReadonlyMap<string, Words>
  readonly need: NeedFacts
  readonly repairs: Repairs
  readonly stacking: Stacking
  readonly likelihood: Likelihood
  /** the numbered programmes the catalogue owes an answer to */
  readonly rows: readonly Row[]
}

export interface CatalogueFiles {
  readonly directory: DataFile
  readonly documents: DataFile
  readonly need: DataFile
  /** without it nothing is advised to be changed */
  readonly repairs?: DataFile | undefined
  /** without it everything may stand in one plan */
  readonly stacking?: DataFile | undefined
  /** without it every answer is as likely as the other */
  readonly likelihood?: DataFile | undefined
  /** without it no programme is owed */
  readonly rows?: DataFile | undefined
  readonly products: readonly DataFile[]
}

const documentsSchema = z.record(z.string().regex(/^[a-z0-9-]+$/), wordsSchema)
const ROOT = 'matching/products/'

/** Reads the catalogue against a rulebook. Every fault of every file is reported at once; nothing is left out in silence. */
export function parseCatalogue(files: CatalogueFiles, rulebook: Rulebook): Parsed<Catalogue> {
  const problems: DataProblem[] = []
  const directory = parseDirectory(files.directory.file, files.directory.content, problems)
  const written = readShape(documentsSchema, files.documents.content, collect(files.documents.file, problems))
  const documents = new Map(Object.entries(written ?? {}))
  const need = parseNeedFacts(files.need.file, files.need.content, rulebook, problems)
  const repairs = files.repairs
    ? parseRepairs(files.repairs.file, files.repairs.content, rulebook, problems)
    : NO_REPAIRS
  const names = { words: rulebook.vocabulary, directory, documents }
  const products = new Map<string, Product>()
  for (const { file, content } of files.products) {
    const id = file.replace(ROOT, '').replace(/\.yaml$/, '')
    const product = parseProduct(id, file, content, names, problems)
    if (product) products.set(id, product)
  }
  const stacking = files.stacking
    ? parseStacking(files.stacking.file, files.stacking.content, products, problems)
    : NO_STACKING
  const likelihood = files.likelihood
    ? parseLikelihood(files.likelihood.file, files.likelihood.content, rulebook, problems)
    : EVEN
  // a product that could not be read is not a row without a product
  const rows =
    files.rows && problems.length === 0 ? parseRows(files.rows.file, files.rows.content, products, problems) : []
  const catalogue = { products, directory, documents, need, repairs, stacking, likelihood, rows }
  if (problems.length === 0)
    for (const product of products.values()) checkExamples(product, catalogue, rulebook, problems)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: catalogue }
}

const sorted = (list: readonly string[]): string => [...new Set(list)].sort().join(', ')

function checkExamples(product: Product, { need }: Catalogue, rulebook: Rulebook, problems: DataProblem[]): void {
  const report = collect(product.file, problems)
  for (const [index, example] of product.examples.entries()) {
    const path = ['examples', index]
    const dossier = readAnswers(example.facts, rulebook.facts, '', (code, where, message) =>
      report(code, [...path, 'facts', ...where], message),
    )
    const reading = read(rulebook, dossier, dayOf(example.at ?? product.source.date) ?? 0)
    const verdict = judge(product.eligible, reading)
    const outcome =
      verdict.is === 'yes' ? 'eligible' : verdict.is === 'open' ? 'open' : `not: ${sorted(failedSubjects(verdict))}`
    const wanted = typeof example.expect === 'string' ? example.expect : `not: ${sorted(example.expect.not)}`
    if (outcome !== wanted) report('example-failed', path, `${example.name}: expected ${wanted}, came out ${outcome}`)
    if (example.amount === undefined) continue
    const amount = amountOf(product, reading, needOf(need, reading))
    const figure = (fen: number | undefined) => (fen === undefined ? '?' : showQuantity(fen, 'money', 'zh'))
    const shown =
      amount && amount.low === amount.high ? figure(amount.low) : `${figure(amount?.low)} ~ ${figure(amount?.high)}`
    if (shown !== example.amount)
      report('example-failed', path, `${example.name}: expected ${example.amount}, came out ${shown}`)
  }
}
